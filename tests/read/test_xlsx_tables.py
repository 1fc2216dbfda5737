"""A table in a spreadsheet beside its entry: what it shows is read exactly, what it hides is named."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from generator.read import table, xlsx
from generator.read.numberformat import RoundedError, UnshownError, shown
from tests.read.books import Cell, openpyxl_book, pack, parts, saved
from tests.read.tables import HEAD, NAMES, ROWS, csv, ledger, pointed_at, read, told

CELLS: list[list[Cell]] = [
    list(NAMES),
    [date(2026, 10, 3), "收-1", "租金", 250.5, None],
    [date(2026, 10, 9), "付-1", "清沟", None, 50.5],
]
DAY = datetime.combine(date(2026, 10, 3), time())
SHARED = (*NAMES, "收-1", "租金", "付-1")
EXCEL = (
    '<row r="1">'
    + "".join(f'<c r="{c}1" t="s"><v>{n}</v></c>' for n, c in enumerate("ABCDE"))
    + "</row>"
    '<row r="2"><c r="A2" s="1"><v>46298</v></c><c r="B2" t="s"><v>5</v></c>'
    '<c r="C2" t="s"><v>6</v></c><c r="D2" s="2"><v>250.50000000000003</v></c></row>'
    '<row r="3"><c r="A3" t="str"><f>TEXT(A2,0)</f><v>2026-10-09</v></c><c r="B3" t="s"><v>7</v></c>'
    '<c t="inlineStr"><is><r><t>清</t></r><r><t>沟</t></r></is></c>'
    '<c r="E3"><f>D2-200</f><v>50.5</v></c></row><row r="9"><c r="Z9" s="2"/></row>'
)
"""The same rows as Excel packs them, with sums of binary numbers and formulas that are worked out."""
FORMATS = ("yyyy\\-mm\\-dd;@", '_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ')


def book(change: Callable[[Worksheet], object], cells: list[list[Cell]] | None = None) -> bytes:
    """The account as openpyxl writes it, after a change of its sheet."""
    made = openpyxl.load_workbook(io.BytesIO(openpyxl_book(cells or CELLS)))
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    change(sheet)
    return saved(made)


def with_cell(name: str, value: Cell, number_format: str = "General") -> bytes:
    """The account with one other cell."""

    def change(sheet: Worksheet) -> None:
        sheet[name] = value
        sheet[name].number_format = number_format

    return book(change)


def test_the_rows_are_those_of_the_csv() -> None:
    """From a file of openpyxl's and from one as Excel packs it."""
    wanted = ledger(read(csv()))

    assert wanted == ledger(read(openpyxl_book(CELLS), "xlsx"))
    assert wanted == ledger(read(pack(parts(EXCEL, SHARED, FORMATS)), "xlsx"))


@pytest.mark.parametrize(
    ("name", "value", "number_format"),
    [
        ("D2", "250.50", "General"),
        ("D2", "¥250.50", "General"),
        ("D2", 250.5, "#,##0.00"),
        ("D2", 250.5, '0.00"元"'),
        ("D2", 250.5, "[$¥-804]#,##0.00_);[Red]\\([$¥-804]#,##0.00\\)"),
        ("A2", "2026/10/3", "@"),
        ("A2", DAY, 'm"月"d"日"'),
        ("A2", date(2026, 10, 3), "[$-804]yyyy年m月d日;@"),
        ("G9", None, "0.00"),
    ],
)
def test_however_a_value_is_formatted_it_is_the_same(
    name: str, value: Cell, number_format: str
) -> None:
    """Text or number, with commas or a currency, a day in any form; an empty cell with a format."""
    found = read(with_cell(name, value, number_format), "xlsx")

    assert ledger(read(csv())) == ledger(found)


def test_days_may_count_from_1904() -> None:
    """As old spreadsheets of the Macintosh do."""
    rows = EXCEL.replace("<v>46298</v>", f"<v>{46298 - 1462}</v>")
    body = pack(parts(rows, SHARED, FORMATS, book='<workbookPr date1904="1"/>'))

    assert ledger(read(csv())) == ledger(read(body, "xlsx"))


def test_a_number_in_a_text_is_what_is_seen() -> None:
    """Zeros in front and all; of a number without a format, its digits."""
    assert "007" == ledger(read(with_cell("B2", 7, "000"), "xlsx")).rows[0].voucher
    assert "20261003001" == ledger(read(with_cell("B2", 20261003001), "xlsx")).rows[0].voucher
    assert "5.5%" == ledger(read(with_cell("B2", 0.055, "0.0%"), "xlsx")).rows[0].voucher


WRONG = {
    "a formula without a result": (with_cell("D2", "=SUM(1,2)"), "xlsx/formula", "2:4", "D2", ""),
    "an error": (with_cell("C2", "#REF!"), "xlsx/error", "2:3", "C2", "#REF!"),
    "yes or no": (with_cell("C2", value=True), "xlsx/boolean", "2:3", "C2", "TRUE"),
    "hidden digits": (with_cell("D2", 250.505, "0.00"), "xlsx/rounded", "2:4", "D2", "250.505"),
    "a number in thousands": (with_cell("D2", 2505, "0.0,"), "xlsx/format", "2:4", "D2", "2505"),
    "a negative without a sign": (
        with_cell("D2", -5, "0;[Red]0"),
        "xlsx/format",
        "2:4",
        "D2",
        "-5",
    ),
    "19 digits": (with_cell("B2", 4306231990010178561), "xlsx/digits", "2:2", "B2", "430623"),
    "parts of a cent": (with_cell("D2", 250.505), "money/too-fine", "2:4", "D2", "250.505"),
    "a per cent": (with_cell("D2", 2.5, "0%"), "money/form", "2:4", "D2", "%"),
    "another unit": (with_cell("D2", 2.5, '0.0"万元"'), "money/unit", "2:4", "D2", "2.5万元"),
    "a time": (
        with_cell("A2", DAY + timedelta(hours=9, minutes=30), "yyyy-mm-dd hh:mm"),
        "date/form",
        "2:1",
        "A2",
        "2026-10-03 09:30",
    ),
    "a time of day": (with_cell("A2", time(9, 30), "hh:mm"), "date/form", "2:1", "A2", "09:30"),
    "a month": (
        with_cell("A2", date(2026, 10, 1), "yyyy年m月"),
        "date/form",
        "2:1",
        "A2",
        "2026-10",
    ),
    "half a day": (
        with_cell("A2", date(2026, 10, 3), "yyyy年m月"),
        "xlsx/format",
        "2:1",
        "A2",
        "2026",
    ),
    "a day's number": (with_cell("A2", 46298), "table/serial-date", "2:1", "A2", "46298"),
    "an empty cell": (with_cell("C2", None), "table/empty", "2:3", "C2", ""),
    "a cell without a name": (with_cell("G2", "备注"), "table/cells", "2:7", "G2", "备注"),
    "an invisible character": (with_cell("C2", "租\u2028金"), "text/control", "2:3", "C2", ""),
    "a hidden row": (
        book(lambda sheet: setattr(sheet.row_dimensions[3], "hidden", True)),
        "xlsx/hidden-rows",
        "3:1",
        "A3",
        "2",
    ),
    "a hidden column": (
        book(lambda sheet: setattr(sheet.column_dimensions["C"], "hidden", True)),
        "xlsx/hidden-columns",
        "1:3",
        "C1",
        "摘要",
    ),
    "merged cells": (
        book(lambda sheet: sheet.merge_cells("A5:C6")),
        "xlsx/merged",
        "5",
        "",
        "",
    ),
    "a title above": (book(lambda sheet: sheet.insert_rows(1)), "table/title", "1:1", "A1", "收"),
}
"""By what is wrong: the file, the code, the place, the cell's name, what the caret stands under."""
WRONG["a title above"] = (
    openpyxl_book([["收支明细表"], *CELLS]),
    *WRONG["a title above"][1:],
)


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_pointed_at_by_the_cell_s_name(case: str) -> None:
    """The place counts rows and columns; the quoted row begins with the name that the program shows."""
    body, code, place, name, under = WRONG[case]
    found = read(body, "xlsx")
    problem = found.problems[0]

    assert (code, f"10.xlsx:{place}") == told(found)[0]
    assert (problem.excerpt.text.partition(":")[0] if problem.excerpt else "") == name
    assert pointed_at(problem).startswith(under)


def test_every_way_to_hide_is_seen() -> None:
    """Rows without height, rows hidden by default, columns without width; empty ones may be hidden."""
    low = EXCEL.replace('<row r="3">', '<row r="3" ht="0" customHeight="1">')
    default = EXCEL.replace('<row r="3">', '<row hidden="true" r="3">')
    tiny = EXCEL.replace('<row r="3">', '<row r="3" ht="0.5" customHeight="1">')
    narrow = ('<cols><col min="3" max="5" width="0"/></cols>', "")
    unused = ('<cols><col min="6" max="16384" hidden="1"/></cols>', "")

    assert "xlsx/hidden-rows" == told(read(pack(parts(low, SHARED, FORMATS)), "xlsx"))[0][0]
    assert "xlsx/hidden-rows" == told(read(pack(parts(default, SHARED, FORMATS)), "xlsx"))[0][0]
    assert "xlsx/hidden-rows" == told(read(pack(parts(tiny, SHARED, FORMATS)), "xlsx"))[0][0]
    hidden = read(pack(parts(EXCEL, SHARED, FORMATS, narrow)), "xlsx")
    assert ("columns", "C、D、E") in hidden.problems[0].facts
    assert () == read(pack(parts(EXCEL, SHARED, FORMATS, unused)), "xlsx").problems


def test_what_is_struck_through_is_not_taken_for_valid() -> None:
    """A cell's own font, a run within a shared text, a run within the cell; a line that is taken off."""
    part = InlineFont(strike=True)

    def run(sheet: Worksheet) -> None:
        sheet["C2"] = CellRichText("购", TextBlock(part, "电脑"), "办公用品")

    inline = EXCEL.replace("<r><t>沟", "<r><rPr><strike/></rPr><t>沟")
    taken_off = EXCEL.replace("<r><t>沟", '<r><rPr><strike val="0"/></rPr><t>沟')

    assert ["xlsx/struck"] == [one.code for one in read(book(run), "xlsx").problems]
    assert "xlsx/struck" == told(read(pack(parts(inline, SHARED, FORMATS)), "xlsx"))[0][0]
    assert () == read(pack(parts(taken_off, SHARED, FORMATS)), "xlsx").problems


def test_one_sheet_holds_the_table() -> None:
    """Others are named when they hold something, hidden ones too; empty ones do not matter."""

    def second(value: Cell, state: str) -> bytes:
        made = openpyxl.load_workbook(io.BytesIO(openpyxl_book(CELLS)))
        other = made.create_sheet("底稿")
        other["B2"] = value
        other.sheet_state = state
        return saved(made)

    assert ledger(read(csv())) == ledger(read(second(None, "hidden"), "xlsx"))
    assert [("xlsx/sheets", "10.xlsx")] == told(read(second(3, "visible"), "xlsx"))
    hidden = read(second(3, "veryHidden"), "xlsx")
    assert ("xlsx/hidden-sheets", (("sheets", "底稿"),)) == (
        hidden.problems[0].code,
        hidden.problems[0].facts,
    )
    assert [("xlsx/blank", "10.xlsx")] == told(read(openpyxl_book([]), "xlsx"))


def test_what_is_no_spreadsheet_is_said_so() -> None:
    """Old, locked, broken, or put together to do harm."""
    whole = parts(EXCEL, SHARED, FORMATS)
    sheet = str(whole["xl/worksheets/sheet1.xml"])
    evil = {**whole, "xl/worksheets/sheet1.xml": f'<!DOCTYPE x [<!ENTITY a "b">]>{sheet}'}
    elsewhere = {**whole, "_rels/.rels": str(whole["_rels/.rels"]).replace("xl/", "xx/")}
    unknown = {**whole, "xl/worksheets/sheet1.xml": sheet.replace("<v>7</v>", "<v>77</v>")}
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    bodies = {
        "xlsx/old": ole + b"Workbook",
        "xlsx/password": ole + "EncryptedPackage".encode("utf-16-le"),
        "xlsx/bomb": pack({**whole, "xl/media/a.bin": bytes(4 << 20)}),
    }

    for code, body in bodies.items():
        assert [(code, "10.xlsx")] == told(read(body, "xlsx"))
    broken = (b"", b"PK\x03\x04", csv().encode(), *map(pack, (evil, elsewhere, unknown)))
    for body in broken:
        assert [("xlsx/broken", "10.xlsx")] == told(read(body, "xlsx"))


@pytest.mark.parametrize("limit", ["_MAX_UNPACKED", "_MAX_PARTS"])
def test_what_unpacks_to_too_much_is_not_unpacked(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither in bytes nor in parts, however modest each of them is."""
    monkeypatch.setattr(xlsx, limit, 6)

    assert [("xlsx/bomb", "10.xlsx")] == told(read(pack(parts(EXCEL, SHARED, FORMATS)), "xlsx"))


@pytest.mark.parametrize(
    ("row", "column", "value", "place"),
    [
        (2, 1, date(2026, 10, 4), "2:1"),
        (2, 3, 5.0, "2:3"),
        (2, 4, 250.51, "2:4"),
        (2, 4, "250.5", "2:4"),
        (2, 5, "x", "2:5"),
    ],
)
def test_where_two_ways_to_read_disagree_nothing_is_taken(
    row: int, column: int, value: float | str | date, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library's value of a cell is another than the stored one, or one too many."""
    real = xlsx._values  # noqa: SLF001 - the library behind it cannot be made to err

    def other(*given: object) -> list[list[xlsx.Value]]:
        values = real(*given)  # type: ignore[arg-type]
        values[row - 1][column - 1] = value
        return values

    monkeypatch.setattr(xlsx, "_values", other)
    found = told(read(openpyxl_book(CELLS), "xlsx"))

    assert [("xlsx/unsure", f"10.xlsx:{place}")] == found


def test_two_parts_of_one_name_are_refused() -> None:
    """One program would read the first, another the last."""
    body = io.BytesIO(pack(parts(EXCEL, SHARED, FORMATS)))
    with zipfile.ZipFile(body, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", "<workbook/>")

    assert [("xlsx/bomb", "10.xlsx")] == told(read(body.getvalue(), "xlsx"))


def test_a_spreadsheet_has_an_end() -> None:
    """A cell far away is named; so is a file that is too large."""
    far = read(book(lambda sheet: sheet.cell(900_000, 2, "x")), "xlsx")
    wide = read(book(lambda sheet: sheet.cell(2, table.MAX_COLUMNS + 1, "x")), "xlsx")

    assert [("xlsx/too-long", "10.xlsx:900000:2")] == told(far)
    assert [("xlsx/too-long", "10.xlsx:2:201")] == told(wide)
    assert [("table/too-large", "10.xlsx")] == told(read(bytes(xlsx.MAX_BYTES + 1), "xlsx"))


def test_a_sum_row_is_compared_in_a_spreadsheet_too() -> None:
    """The sum of binary numbers is the sum of the amounts: 0.1 and 0.2 are 0.3."""
    head = HEAD.replace("1,200.00", "1,000.30")
    rows = [[*CELLS[1][:3], 0.1, None], [*CELLS[1][:3], 0.2, None]]
    good = openpyxl_book([CELLS[0], *rows, ["合计", None, None, 0.1 + 0.2, None]])
    wrong = openpyxl_book([CELLS[0], *rows, ["合计", None, None, 0.31, None]])

    assert 2 == len(ledger(read(good, "xlsx", head)).rows)
    assert [("sum/differs", "10.xlsx:4:4")] == told(read(wrong, "xlsx", head))


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("1680.5", "General", "1680.5"),
        ("1680.5", "#,##0.00", "1,680.50"),
        ("-1680.5", "#,##0.00;(#,##0.00)", "(1,680.50)"),
        ("-1680.5", "#,##0.00;[Red]-#,##0.00", "-1,680.50"),
        ("-5", "0.0", "-5.0"),
        ("0", '#,##0.00;-#,##0.00;"-"', "0"),
        ("0", "0.00;-0.00;0.0", "0.0"),
        ("0.125", "0.0%", "12.5%"),
        ("5", "000", "005"),
        ("5", '"第"0"号"', "第5号"),
        ("5", "0\\元", "5元"),
        ("5", '"a;b"0', "a;b5"),
    ],
)
def test_a_number_is_shown_in_its_format(value: str, code: str, text: str) -> None:
    """With the digits that the format asks for, and none that it does not have."""
    assert text == shown(Decimal(value), code)


@pytest.mark.parametrize(
    "code",
    [
        "0.00E+00",
        "# ?/?",
        "0,",
        "[>100]0;0.0",
        "0 0",
        "[DBNum2]0",
        "yyyy",
        "x0",
        "#14",
        "0,000",
        "[White]0",
    ],
)
def test_a_format_that_cannot_be_followed_is_refused(code: str) -> None:
    """What the reader of the spreadsheet sees must be known."""
    with pytest.raises(UnshownError):
        shown(Decimal("1680.5"), code)


@pytest.mark.parametrize(("value", "code"), [("1680.5", "0"), ("0.125", "0%"), ("1.005", "0.00")])
def test_a_format_that_rounds_is_refused(value: str, code: str) -> None:
    """What is seen and what is stored are two numbers."""
    with pytest.raises(RoundedError):
        shown(Decimal(value), code)


def test_the_rows_above_are_the_rows_of_the_csv() -> None:
    """The two samples of this file and its neighbour say the same."""
    assert [str(cell or "") for cell in CELLS[1][:3]] == list(ROWS[0][:3])
