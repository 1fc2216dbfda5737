"""Open data: what its files say is what the pages say, and the fingerprints are theirs."""

import csv
import hashlib
import io
import json
import re
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from generator.model import fields as f
from generator.model.kind import kinds
from generator.plan.dataset import (
    DataField,
    DataTable,
    csv_lines,
    csv_of,
    csv_twice,
    json_lines,
    json_twice,
    table_json,
)
from generator.plan.record import COMPUTED
from tests.exports.conftest import Files, build

FINGERPRINT = re.compile(r'<span class="digits">([0-9a-f]{64})</span>')
ACCOUNT = "finance/2026/10-shiqiao-ledger"


def _rows(body: bytes) -> list[list[str]]:
    assert body.startswith(b"\xef\xbb\xbf"), "Excel takes a file without BOM for another encoding"
    assert body.count(b"\n") == body.count(b"\r\n")
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def _entries(files: Files) -> list[str]:
    """The addresses of all entries, without their ending."""
    names = [
        path.removesuffix(".json") for path in files if "/2026/" in path and path.endswith(".json")
    ]
    assert len(names) > 30
    return names


def _json(body: bytes) -> dict[str, Any]:
    value = json.loads(body)
    assert isinstance(value, dict)
    return value


def test_an_account_adds_up_from_its_csv_alone(site: Files) -> None:
    """Opening + income − expense is the closing of the record, to the cent."""
    rows = _rows(site[f"{ACCOUNT}.csv"])
    head = rows[0]
    income, expense = (head.index(name) for name in ("收入（元）", "支出（元）"))
    sums = [sum(Decimal(row[at] or "0") for row in rows[1:]) for at in (income, expense)]
    data = _json(site[f"{ACCOUNT}.json"])["data"]

    assert len(rows) == 15
    assert Decimal(data["opening"]["value"]) + sums[0] - sums[1] == Decimal(
        data["closing"]["value"]
    )
    assert data["opening"]["unit"] == "元"


def test_csv_and_json_hold_the_same_cells(site: Files) -> None:
    """Row by row; the CSV shows an empty cell where the record says nothing."""
    for name in _entries(site):
        for number, table in enumerate(_json(site[f"{name}.json"]).get("tables", ()), 1):
            path = f"{name}{f'--{number}' if number > 1 else ''}.csv"
            keys = [one["key"] for one in table["fields"]]
            cells = [[str(row.get(key, "")) for key in keys] for row in table["rows"]]
            assert cells == _rows(site[path])[1:], path


def test_no_column_says_more_than_its_page(site: Files) -> None:
    """Every text and every number of an entry's tables stands on the page, as the page writes it."""
    looked = 0
    for name in _entries(site):
        html = re.sub(r"<script.*?</script>|</?span[^>]*>", "", site[f"{name}.html"].decode())
        page = unescape(re.sub(r"<[^>]+>", "\0", html))
        days = re.findall(r'datetime="([^"]+)"', html)
        for table in _json(site[f"{name}.json"]).get("tables", ()):
            types = {one["key"]: one["type"] for one in table["fields"]}
            for key, value in ((k, v) for row in table["rows"] for k, v in row.items()):
                looked += 1
                assert any(one in page or one in days for one in _written(value, types[key])), (
                    name,
                    key,
                    value,
                )
    assert looked > 300


def _written(value: object, kind: str) -> list[str]:
    """The ways a page may write a value."""
    if kind == "decimal":
        number = Decimal(str(value))
        ten_thousands = (number / 10000).normalize()
        places = max(2, -int(ten_thousands.as_tuple().exponent))
        return [f"{number:,f}", f"{ten_thousands:,.{places}f}"]
    if kind == "month":
        year, month = str(value).split("-")
        return [f"{year}年{int(month)}月"]
    if kind == "integer":
        return [f"{int(str(value)):,}"]
    return [str(value)]


def test_the_fingerprint_of_a_page_is_the_digest_of_its_record(site: Files) -> None:
    """What `certutil -hashfile` prints for the file is what the page shows."""
    for name in [*_entries(site), "issues/2026-10", "issues/2026-11"]:
        shown = FINGERPRINT.findall(site[f"{name}.html"].decode())
        assert [hashlib.sha256(site[f"{name}.json"]).hexdigest()] == shown, name


def test_a_record_does_not_know_where_the_site_stands(site: Files, bare: Files) -> None:
    """A fingerprint stays when the site moves, or gets an address."""
    names = _entries(site)

    assert [] == [one for one in names if site[f"{one}.json"] != bare[f"{one}.json"]]


def test_an_issue_lists_its_entries_with_their_fingerprints(site: Files) -> None:
    """Who knows the issue's fingerprint can prove every entry of it."""
    record = _json(site["issues/2026-10.json"])
    page = site["issues/2026-10.html"].decode()

    assert len(record["entries"]) > 10
    for one in record["entries"]:
        body = site[one["address"].replace(".html", ".json")]
        assert one["sha256"] == hashlib.sha256(body).hexdigest()
        assert one["address"].partition("/")[2] in page


def test_the_catalogue_describes_every_list_and_its_files(site: Files) -> None:
    """Sizes and digests are those of the files, the fields those of the rows."""
    catalogue = _json(site["data/catalog.json"])
    told = {each["address"]: each for one in catalogue["datasets"] for each in one["distributions"]}
    lists = {
        path
        for path in site
        if re.fullmatch(r"(data|units)/[a-z-]+\.(csv|json)", path) and path != "data/catalog.json"
    }

    assert told.keys() == lists
    for path, one in told.items():
        assert one["bytes"] == len(site[path])
        assert one["sha256"] == hashlib.sha256(site[path]).hexdigest()
    for one in catalogue["datasets"]:
        body = _json(site[one["distributions"][1]["address"]])
        assert body["fields"] == one["fields"]
        assert len(body["rows"]) == one["rows"]
        assert {key for row in body["rows"] for key in row} <= {
            each["key"] for each in one["fields"]
        }
    assert catalogue["provider"]["name"] == "清溪镇人民政府"


def test_a_list_holds_what_its_category_shows(site: Files) -> None:
    """Every listed entry, newest first, and no withdrawn one."""
    rows = _json(site["data/finance.json"])["rows"]
    pages = [path for path in site if re.fullmatch(r"finance/(index|page-\d+)\.html", path)]
    shown = "".join(site[path].decode() for path in sorted(pages))

    assert [one["published"] for one in rows] == sorted(
        (r["published"] for r in rows), reverse=True
    )
    for one in rows:
        assert f'href="../{one["address"]}"' in shown or f'/{one["address"]}"' in shown


def test_the_page_of_the_data_offers_every_list_and_explains_every_column(site: Files) -> None:
    """A person finds what the catalogue tells a program."""
    page = site["data/index.html"].decode()
    catalogue = _json(site["data/catalog.json"])

    for one in catalogue["datasets"]:
        for each in one["distributions"]:
            assert f'href="../{each["address"]}"' in page
    keys = {
        each["key"]
        for one in catalogue["kinds"]
        for table in one["tables"]
        for each in table["fields"]
    }
    assert {"voucher", "householder", "households"} <= keys
    assert [] == [key for key in sorted(keys) if f"<code>{key}</code>" not in page]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+86 730", "'+86 730"),
        ("-抵扣", "'-抵扣"),
        ("＝1+1", "'＝1+1"),
        ("-100.00", "-100.00"),
        ("+5%", "+5%"),
        ("-1,200.50", "-1,200.50"),
        ("-", "-"),
        ('=HYPERLINK("x","y")', '\'=HYPERLINK("x","y")'),
        ("一户\n两行", "一户\n两行"),
    ],
)
def test_a_text_is_never_a_formula_and_a_number_stays_one(text: str, cell: str) -> None:
    """In CSV; JSON has the text as it is."""
    table = DataTable("t", "表", (DataField("c", "列", "text"),), ((text,),))

    assert [["列"], [cell]] == _rows_of(csv_of(table))
    assert [{"c": text}] == _json(table_json(table))["rows"]


@pytest.mark.parametrize("last", ["", "a", None, "=a,b", 7])
@pytest.mark.parametrize("first", ["", "a", None, " a", 'a"', "12", "=1"])
def test_rows_written_twice_are_those_of_both_tables(
    first: str | None, last: str | int | None
) -> None:
    """The whole one, and the one that lacks the last column."""
    fields = (DataField("a", "甲", "text"), DataField("b", "乙", "text"))
    rows = (("x", "y"), (first, last), (last, first))
    whole = DataTable("t", "表", fields, rows)
    short = DataTable("t", "表", fields[:1], tuple(row[:1] for row in rows))

    assert csv_twice(whole) == (csv_lines(whole), csv_lines(short))
    assert json_twice(whole) == (json_lines(whole), json_lines(short))


def _rows_of(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def test_a_record_holds_every_field_that_a_kind_declares(site: Files) -> None:
    """A kind that declares a field has it in the records of its entries, if one of them wrote it."""
    said: dict[str, set[str]] = {}
    for name in _entries(site):
        record = _json(site[f"{name}.json"])
        mine = said.setdefault(record["kind"], set())
        mine |= {*record.get("data", {}), *(one["name"] for one in record.get("tables", ()))}
    for one in kinds():
        declared = {
            each.key for each in one.fields if isinstance(each.type, f.Table) or each.required
        }
        assert declared - COMPUTED <= said[one.id], one.id


def test_a_long_list_has_a_table_for_each_year_and_stays_whole(
    site: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody loses an address when a list grows."""
    monkeypatch.setattr("generator.plan.datalists.SPLIT", 5)
    grown = build(tmp_path, lambda text: text.replace(".example/", ".example/gongkai"))
    page = grown["data/index.html"].decode()

    assert site.keys() < grown.keys()
    more = {path.rpartition(".")[0] for path in grown.keys() - site.keys()}
    assert "data/finance/2026" in more
    assert any(one.startswith("units/") for one in more)
    catalogue = _json(grown["data/catalog.json"])
    by_year = {part["id"] for one in catalogue["datasets"] for part in one.get("parts", ())}
    assert {path.removeprefix("data/") for path in more} == by_year
    for path in more:
        assert f'href="../{path}.csv"' in page
        whole = path.rpartition("/")[0]
        rows = _json(site[f"{whole}.json"])["rows"]
        year = [one for one in rows if one["published"].startswith(path[-4:])]
        assert year == _json(grown[f"{path}.json"])["rows"]
        assert _without_fingerprint(rows) == _json(grown[f"{whole}.json"])["rows"]
        assert [one[:-1] for one in _rows(site[f"{whole}.csv"])] == _rows(grown[f"{whole}.csv"])


def _without_fingerprint(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: its for key, its in one.items() if key != "fingerprint"} for one in rows]
