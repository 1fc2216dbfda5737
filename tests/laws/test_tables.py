"""A table is the same however it is written, and whatever stands in its file, reading it returns."""

import csv
import io
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.model.entry import Entry
from generator.model.ledger import Row
from generator.read import csvrows
from generator.read.source import Source
from generator.values.money import Money, MoneyUnit, parse_money
from tests.laws.hostile import SCRAPS
from tests.laws.village import BASE, built, tree
from tests.read.books import Cell, openpyxl_book, pack, parts
from tests.read.tables import HEAD, NAMES, ledger, read

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from(' ",;，\t'),
    min_size=1,
    max_size=12,
).filter(lambda text: text == text.strip() and not set(text) <= set("合计小总=# "))
AMOUNTS = st.decimals(Decimal("-9999999999.99"), Decimal("9999999999.99"), places=2).map(Money)
ROWS = st.lists(
    st.builds(
        lambda day, voucher, summary, amount, is_income: Row(
            date(2026, 10, day),
            voucher,
            summary,
            amount if is_income else None,
            None if is_income else amount,
        ),
        st.integers(1, 31),
        WORDS,
        WORDS,
        AMOUNTS,
        st.booleans(),
    ),
    max_size=8,
)


def _head(rows: list[Row]) -> str:
    """The account's head, with a closing that agrees."""
    cents = sum(
        (row.income.yuan if row.income else Decimal(0))
        - (row.expense.yuan if row.expense else Decimal(0))
        for row in rows
    )
    return HEAD.replace("期末: 1,200.00", f"期末: {1000 + cents:.2f}")


def _texts(row: Row) -> list[str]:
    amounts = [f"{one.yuan:,.2f}" if one else "" for one in (row.income, row.expense)]
    return [row.day.isoformat(), row.voucher, row.summary, *amounts]


@settings(max_examples=60, deadline=None)
@given(
    rows=ROWS,
    mark=st.sampled_from(csvrows.MARKS),
    quoting=st.sampled_from((csv.QUOTE_ALL, csv.QUOTE_MINIMAL)),
)
def test_rows_written_as_csv_read_as_themselves(rows: list[Row], mark: str, quoting: int) -> None:
    """Whatever parts the cells, quoted where the standard library quotes them."""
    body = io.StringIO()
    writer = csv.writer(body, delimiter=mark, quoting=quoting, lineterminator="\r\n")  # type: ignore[arg-type]
    writer.writerows([NAMES, *map(_texts, rows)])

    assert tuple(rows) == ledger(read(body.getvalue(), head=_head(rows))).rows


@settings(max_examples=40, deadline=None)
@given(rows=ROWS)
def test_rows_written_as_a_spreadsheet_read_as_themselves(rows: list[Row]) -> None:
    """Amounts go through binary numbers and come back to the cent."""
    assume(not any(text.startswith("=") for row in rows for text in (row.voucher, row.summary)))
    cells: list[list[Cell]] = [
        [
            row.day,
            row.voucher,
            row.summary,
            *(float(one.yuan) if one else None for one in (row.income, row.expense)),
        ]
        for row in rows
    ]
    body = openpyxl_book([list(NAMES), *cells])

    assert tuple(rows) == ledger(read(body, "xlsx", _head(rows))).rows


@settings(max_examples=200)
@given(
    text=st.text(st.sampled_from('a," \n;'), max_size=30) | st.text(max_size=30),
    mark=st.sampled_from(csvrows.MARKS),
)
def test_cells_are_those_of_the_standard_library(text: str, mark: str) -> None:
    """Where both accept a text they cut it alike; ours also says where each cell stands."""
    assume("\r" not in text and "\x00" not in text)
    head = f"日期{mark}摘要\n"
    found = csvrows.read(Source("a.csv", head + text), frozenset({"日期", "摘要"}))
    if found.value is None:
        return
    lines = (head + text).split("\n")
    try:
        rows = list(csv.reader(io.StringIO(head + text, newline=""), delimiter=mark, strict=True))
    except csv.Error:
        return
    ours = [[cell.text for cell in row] for row in found.value]
    theirs = [[cell.strip() for cell in row] or [""] for row in rows]

    blank = [row for row in theirs if any(cell for cell in row)]
    if not any(cell.startswith((" ", "\u3000")) and '"' in cell for row in rows for cell in row):
        assert blank == [row for row in ours if any(row)]
    for row in found.value:
        for cell in row:
            first = cell.text.split("\n")[0].replace('"', '""')
            if "\n" not in cell.text and '"' not in cell.text:
                assert lines[cell.line - 1].startswith(first, cell.column - 1)


@given(
    AMOUNTS,
    st.sampled_from(["{}", "¥{}", "￥{}", "{}元", "{} 元", "¥ {}元"]),
    st.sampled_from(["元", "万元"]),
)
def test_an_amount_with_its_unit_reads_as_itself(amount: Money, form: str, unit: MoneyUnit) -> None:
    """A sign before the currency or behind it, brackets, minus signs of every kind."""
    assert amount == parse_money(form.format(amount))
    assert amount == parse_money(form.format(str(amount)).replace("-", "−"))
    assert amount == parse_money(f"{amount.in_unit(unit)}{unit}", unit)
    if str(amount).startswith("-"):
        assert amount == parse_money(f"（{form.format(str(amount)[1:])}）")


def _changed(body: bytes) -> st.SearchStrategy[bytes]:
    """The bytes with some changed, put in or cut off."""
    scraps = st.sampled_from([one.encode("utf-8", "surrogatepass")[:200] for one in SCRAPS])
    edits = st.lists(
        st.tuples(st.integers(0, len(body)), st.integers(0, 8), scraps | st.binary(max_size=4)),
        min_size=1,
        max_size=4,
    )

    def change(edits: list[tuple[int, int, bytes]]) -> bytes:
        out = body
        for at, length, put in edits:
            out = out[:at] + put + out[at + length :]
        return out

    return edits.map(change) | st.integers(0, len(body)).map(lambda end: body[:end])


CSV = '日期,凭证号,摘要,收入,支出,结余\n2026-10-03,收-1,"租,金",250.50,,1250.50\n合计,,,250.50,,\n'
PARTS = parts(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>'
    '<c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row><row r="2" hidden="0"><c r="A2" s="1">'
    '<v>46298</v></c><c r="B2" t="inlineStr"><is><t>收-1</t></is></c><c r="C2" t="str"><f>X</f><v>租</v>'
    '</c><c r="D2" s="2"><v>250.5</v></c></row>',
    NAMES,
    ("yyyy\\-mm\\-dd;@", "#,##0.00_);(#,##0.00)"),
    ('<cols><col min="6" max="9" hidden="1"/></cols>', '<mergeCells count="0"/>'),
)


def _answers(body: bytes, ending: str) -> None:
    """Reading the account with this file returns an entry, or problems in that file or its own."""
    found = read(body, ending)

    assert isinstance(found.value, Entry) or found.problems
    for one in found.problems:
        assert one.place.path.startswith("content/finance/2026/10.")
        if one.excerpt:
            assert 0 <= one.excerpt.start <= len(one.excerpt.text)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode) | _changed(CSV.encode()))
def test_a_csv_of_any_bytes_is_read(body: bytes) -> None:
    """Nothing that stands in it is a crash."""
    _answers(body, "csv")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | _changed(pack(PARTS)))
def test_a_spreadsheet_of_any_bytes_is_read(body: bytes) -> None:
    """Cut off, with bits turned over, or no spreadsheet at all."""
    _answers(body, "xlsx")


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([name for name in PARTS if name != "[Content_Types].xml"]), st.data())
def test_a_spreadsheet_with_any_part_is_read(name: str, data: st.DataObject) -> None:
    """The zip is whole and what is packed in it is not."""
    part = data.draw(_changed(str(PARTS[name]).encode()))

    _answers(pack({**PARTS, name: part}), "xlsx")


ACCOUNT = (
    HEAD
    + """\
明细:
  - 日期: 2026-10-03
    凭证号: "007"
    摘要: 租金（9月，“三组”）
    收入: 1,250.50
    结余: 2,250.50
  - 日期: 2026-10-09
    凭证号: 付-1
    摘要: 清沟
    支出: 1,050.50
    结余: 1,200.00
"""
)
TABLE = """\
日期,凭证号,摘要,收入,支出,结余
2026/10/3,007,租金（9月，“三组”）,"1,250.50",,2250.5
2026年10月9日,付-1,清沟,,1050.50元,1200
合　计,,,¥1250.50,1050.5,
"""
BOOK = openpyxl_book(
    [
        [*NAMES, "结余"],
        [date(2026, 10, 3), 7, "租金（9月，“三组”）", 1250.5, None, 2250.5],
        [date(2026, 10, 9), "付-1", "清沟", None, 1050.5, 1200],
        ["合计", None, None, 1250.5, "1,050.50", 1200],
    ],
    {"B2": "000", "D2": "#,##0.00", "A3": "yyyy/m/d"},
)
WAYS: dict[str, Mapping[str, bytes]] = {
    "CSV": {"csv": TABLE.encode()},
    "CSV with a BOM and CRLF": {"csv": TABLE.replace("\n", "\r\n").encode("utf-8-sig")},
    "CSV in GB18030": {"csv": TABLE.encode("gb18030")},
    "xlsx": {"xlsx": BOOK},
}
"""By name: the file of rows beside the account, by its ending."""


def _pages(folder: Path, account: str, beside: Mapping[str, bytes]) -> dict[str, str]:
    files = {
        **{path: text.encode() for path, text in BASE.items()},
        "content/finance/2026/10.yaml": account.encode(),
        **{f"content/finance/2026/10.{ending}": body for ending, body in beside.items()},
    }
    for path, body in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(body)
    report = built(folder, "out")
    assert not [one for one in report.problems if one.severity == "stop"]
    return tree(folder / "out" / "output")


@pytest.mark.parametrize("way", WAYS)
def test_the_site_is_the_same_however_the_rows_are_written(way: str, tmp_path: Path) -> None:
    """Byte for byte, every file of it."""
    inline = _pages(tmp_path / "inline", ACCOUNT, {})

    assert inline == _pages(tmp_path / "beside", HEAD, WAYS[way])
    assert any("finance/2026/10.html" in path for path in inline)
