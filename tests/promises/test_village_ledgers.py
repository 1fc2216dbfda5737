"""The sample's village ledgers: as the script writes them, in step with each other and the notices."""

import csv
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from chinese_calendar import is_workday  # type: ignore[import-untyped]

from tests.promises.conftest import ROOT

FINANCE = ROOT / "content" / "finance"
BY_HAND = {
    *(f"2026/{month}-shiqiao-ledger.yaml" for month in ("08", "09", "10", "11")),
    "2026/10-shiqiao-ledger.csv",
    *(
        f"2026/{month}-{name}-ledger.yaml"
        for month in ("10", "11")
        for name in ("fenglin", "shahe")
    ),
    "2026/10-shahe-ledger.xlsx",
    "2026/11-villages-summary.md",
}
MONTHS = [f"{year}-{month:02}" for year in range(2023, 2027) for month in range(1, 13)][9:46]
MISSING = ("柳湾村", "2026-10")
LATE = {("杨家坪村", "2024-06"), ("柳湾村", "2025-08")}
CLOSING = re.compile(r"(咨询|监督|查询)电话|^各村逐笔明细在|^对账目有疑问的")
Row = dict[str, str]


def money(text: str) -> Decimal:
    """An amount as it is written, with or without thousands separated; 0 when not written."""
    return Decimal(text.replace(",", "") or "0")


@dataclass(frozen=True)
class Ledger:
    """A ledger as a stranger's program reads it: its file, and the texts in it."""

    path: Path
    said: dict[str, Any]

    @property
    def village(self) -> str:
        """Whose it is."""
        return str(self.said["公开单位"])

    @property
    def month(self) -> str:
        """Which month it tells of."""
        return str(self.said["期间"])

    @property
    def published(self) -> date:
        """The day on which it was published."""
        return date.fromisoformat(self.said["公布日期"][:10])

    @cached_property
    def rows(self) -> list[Row]:
        """Its rows, from wherever they stand, without a row of sums."""
        beside = [self.path.with_suffix(ending) for ending in (".csv", ".xlsx")]
        for file in beside:
            if file.is_file():
                rows = from_csv(file) if file.suffix == ".csv" else from_xlsx(file)
                return [row for row in rows if row["日期"] != "合计"]
        rows = self.said["明细"]
        return [{key: str(cell) for key, cell in row.items()} for row in rows]

    def sum(self, side: str) -> Decimal:
        """What its rows add up to."""
        return sum((money(row.get(side, "")) for row in self.rows), Decimal(0))

    def amount(self, key: str) -> Decimal:
        """期初 or 期末."""
        return money(self.said[key])


def from_csv(file: Path) -> list[Row]:
    """The rows of a CSV file."""
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def from_xlsx(file: Path) -> list[Row]:
    """The rows of a workbook, days and amounts as texts."""
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    head, *rows = sheet.iter_rows(values_only=True)
    return [
        {str(key): shown(cell) for key, cell in zip(head, row, strict=True) if cell is not None}
        for row in rows
    ]


def shown(cell: object) -> str:
    """A cell as text."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)


def day_of(row: Row) -> date:
    """The day of a row, as YAML or as Excel writes it."""
    year, month, day = (int(part) for part in re.split("[-/]", row["日期"]))
    return date(year, month, day)


def texts(file: Path) -> dict[str, Any]:
    """A YAML file with every value as it is written."""
    found = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def ledgers() -> dict[tuple[str, str], Ledger]:
    """Every ledger of the sample by village and month."""
    found = [Ledger(file, texts(file)) for file in sorted(FINANCE.glob("*/*-ledger.yaml"))]
    return {(one.village, one.month): one for one in found}


@pytest.fixture(scope="module")
def summaries() -> dict[str, str]:
    """The text of every summary of the township by the month it tells of."""
    found = {}
    for file in FINANCE.glob("*/*-villages-summary.md"):
        text = file.read_text("utf-8")
        told = re.search(r"^标题: 各村(\d+)年(\d+)月", text, re.MULTILINE)
        assert told
        found[f"{told[1]}-{int(told[2]):02}"] = text
    return found


@pytest.fixture(scope="module")
def funds() -> dict[str, Decimal]:
    """What each village gets a month in 2026, as the finance office published it."""
    text = (FINANCE / "2026/09-village-funds.md").read_text("utf-8")
    found = re.findall(r"^\| (\S+村) \| ([\d,.]+) \|", text, re.MULTILINE)
    return {village: money(amount) for village, amount in found}


def test_the_script_writes_what_is_in_the_sample(tmp_path: Path) -> None:
    """The same bytes; and no ledger or summary is there that neither it nor a hand has written."""
    script = ROOT / "docs/township/ledgers.py"
    subprocess.run([sys.executable, script, tmp_path], check=True)
    made = {
        file.relative_to(tmp_path / "finance").as_posix(): file.read_bytes()
        for file in tmp_path.rglob("*")
        if file.is_file()
    }
    there = {
        file.relative_to(FINANCE).as_posix(): file.read_bytes()
        for file in FINANCE.glob("*/*")
        if re.search(r"-(ledger|villages-summary)\.", file.name)
    }

    assert BY_HAND == there.keys() - made.keys()
    assert made == {path: body for path, body in there.items() if path not in BY_HAND}


def test_every_village_has_every_month(
    ledgers: dict[tuple[str, str], Ledger], funds: dict[str, Decimal]
) -> None:
    """But the one that its summary says is missing."""
    expected = {(village, month) for village in funds for month in MONTHS}

    assert expected - {MISSING} == ledgers.keys()


def test_each_month_opens_with_what_the_last_one_closed(
    ledgers: dict[tuple[str, str], Ledger],
) -> None:
    """For every village, written by hand or not."""
    for (village, month), one in ledgers.items():
        before = ledgers.get((village, MONTHS[MONTHS.index(month) - 1]))
        if month != MONTHS[0]:
            assert before
            assert before.amount("期末") == one.amount("期初"), (village, month)


def test_a_month_adds_up_and_is_never_below_nothing(
    ledgers: dict[tuple[str, str], Ledger],
) -> None:
    """Row by row, in order of days, with the vouchers counted."""
    for told, one in ledgers.items():
        balance, last = one.amount("期初"), ""
        for number, row in enumerate(one.rows, 1):
            balance += money(row.get("收入", "")) - money(row.get("支出", ""))
            on = day_of(row).isoformat()
            assert balance >= 0, told
            assert money(row.get("结余") or str(balance)) == balance, told
            assert f"记-{number:03}" == row["凭证号"], told
            assert last <= on, told
            assert on[:7] == one.month, told
            last = on
        assert balance == one.amount("期末"), told
        assert 8 <= len(one.rows) <= 16, told


def test_no_row_is_there_twice(ledgers: dict[tuple[str, str], Ledger]) -> None:
    """Neither the same words in a village's month nor the same words with other spaces."""
    for told, one in ledgers.items():
        rows = Counter(re.sub(r"\s", "", row["摘要"]) for row in one.rows)
        assert [] == [text for text, count in rows.items() if count > 1], told


def test_the_sentence_of_a_ledger_has_its_sums(ledgers: dict[tuple[str, str], Ledger]) -> None:
    """What came in, what went out, what is left, how many rows."""
    for told, one in ledgers.items():
        sums = (one.sum("收入"), one.sum("支出"), one.amount("期末"))
        found = re.findall(r"[\d,]+\.\d\d", one.said["摘要"])
        assert [f"{amount:,.2f}" for amount in sums] == found, told
        assert f"{len(one.rows)}笔收支" in one.said["摘要"], told


def test_a_summary_is_the_sum_of_its_ledgers(
    ledgers: dict[tuple[str, str], Ledger], summaries: dict[str, str]
) -> None:
    """Village by village, and in its last line."""
    assert MONTHS == sorted(summaries)
    for month, text in summaries.items():
        rows = re.findall(
            r"^\| (\S+村)合?计? \| ([\d,.]+) \| ([\d,.]+) \| ([\d,.]+) \|$", text, re.MULTILINE
        )
        *villages, (_, *totals) = rows
        told = {village: [money(cell) for cell in cells] for village, *cells in villages}
        inside = {one.village: one for one in ledgers.values() if one.month == month}
        assert inside.keys() == told.keys(), month
        for village, one in inside.items():
            sums = [one.sum("收入"), one.sum("支出"), one.amount("期末")]
            assert sums == told[village], (village, month)
        columns = zip(*told.values(), strict=True)
        assert [money(cell) for cell in totals] == [sum(column) for column in columns], month


def test_the_township_s_funds_are_the_published_ones(
    ledgers: dict[tuple[str, str], Ledger], funds: dict[str, Decimal]
) -> None:
    """Each village once a month, on one day for all: 2026 as published, less in the years before."""
    less = {"2023": 1000, "2024": 500, "2025": 500, "2026": 0}
    days: dict[str, set[date]] = {}
    for (village, month), one in ledgers.items():
        (row,) = (row for row in one.rows if row["摘要"].startswith("镇拨村级组织运转经费"))
        assert money(row["收入"]) == funds[village] - less[month[:4]], (village, month)
        days.setdefault(month, set()).add(day_of(row))

    assert [] == [month for month, found in days.items() if len(found) > 1]


def test_offices_work_when_something_is_published(
    ledgers: dict[tuple[str, str], Ledger], summaries: dict[str, str]
) -> None:
    """Working days as the State Council set them, by the 15th but for two that were late."""
    summed = [re.search(r"^公布日期: (\S+)", text, re.MULTILINE) for text in summaries.values()]
    days = [date.fromisoformat(found[1]) for found in summed if found]
    for told, one in ledgers.items():
        signed = [date.fromisoformat(step["日期"]) for step in one.said["审批"]]
        formed = date.fromisoformat(one.said["成文日期"])
        assert sorted(signed) == signed, told
        assert signed[-1] <= formed <= one.published, told
        assert (one.published.day > 15) == (told in LATE), told
        days += [one.published, formed, *signed]

    assert [] == [day for day in days if not is_workday(day)]
    for village, month in LATE:
        assert re.search(f"{village}.*(晚|才公布)", summaries[month])


def test_a_correction_names_a_cell_that_holds_the_new_amount(
    ledgers: dict[tuple[str, str], Ledger],
) -> None:
    """After publication, and what is corrected had another amount."""
    found = [(one, told) for one in ledgers.values() for told in one.said.get("更正", [])]
    for one, told in found:
        (row,) = (row for row in one.rows if row["凭证号"] == told["行"])
        now, was = money(row[told["栏"]]), money(told["原值"])
        assert now != was
        assert f"{now:,.2f}元" in told["内容"]
        assert date.fromisoformat(told["日期"]) > one.published
    assert 10 == len(found)


def test_no_sentence_is_said_twice(summaries: dict[str, str]) -> None:
    """In no two summaries and forewords, but where to ask."""
    bodies = [text.partition("\n---\n")[2] for text in summaries.values()]
    letters = [texts(file).get("卷首", "") for file in (ROOT / "content/issues").glob("*.yaml")]
    sentences = Counter(
        sentence.strip()
        for body in [*bodies, *letters]
        for sentence in re.findall(r"[^。；\n|]+[。；]", body)
    )

    assert [] == [one for one, n in sentences.items() if n > 1 and not CLOSING.search(one)]
