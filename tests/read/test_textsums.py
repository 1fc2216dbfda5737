"""Sums in a text's tables: a wrong one is told, and nothing else is taken for one."""

import pytest

from generator.read.markdown import render
from generator.read.source import Source


def told(table: str) -> list[tuple[int, str, str]]:
    """The line, the written and the right sum of every difference in a table that begins on line 1."""
    found = render(Source("content/finance/2026/a.md", table), table, 1)
    assert found.value
    facts = [(one.place.line, dict(one.facts)) for one in found.problems if one.code == "sum/text"]
    assert all(one.severity == "warn" for one in found.problems)
    return [(line or 0, one["written"], one["computed"]) for line, one in facts]


TABLE = "| 村 | 户数 | 金额（元） |\n|---|---|---:|\n"


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ("| 甲村 | 3 | 1,200.50 |\n| 乙村 | 4 | 0.50 |\n| 合计 | 7 | 1,201.00 |", []),
        (
            "| 甲村 | 3 | 1,200.50 |\n| 乙村 | 4 | 0.50 |\n| 合计 | 8 | 1,210.00 |",
            [(5, "8", "7"), (5, "1,210.00", "1,201.00")],
        ),
        ("| 甲村 | 3 | 5 |\n| 乙村 | — | 6 |\n| **全镇合计** | 3 | **12** |", [(5, "12", "11")]),
        ("| 甲 | 1 | 5 |\n| 小计 | 1 | 6 |\n| 乙 | 2 | 6 |\n| 合计 | 3 | 11 |", [(4, "6", "5")]),
        ("| 甲 | 1 | 5 |\n| 小计 | 1 | 5 |\n| 乙 | 2 | 6 |\n| 合计 | 3 | 12 |", [(6, "12", "11")]),
        ("| 退回 | 1 | -5.00 |\n| 拨付 | 1 | 6.00 |\n| 合计 | 2 | 11.00 |", [(5, "11.00", "1.00")]),
    ],
)
def test_a_sum_is_compared(rows: str, wanted: list[tuple[int, str, str]]) -> None:
    """Column by column, exactly, with 小计 beginning anew."""
    assert wanted == told(TABLE + rows)


@pytest.mark.parametrize(
    "rows",
    [
        "| 甲村 | 3 | 1,200.50 |\n| 其中：低保户 | 1 | 0.50 |\n| 合计 | 9 | 9.00 |",
        "| 甲村 | 3户 | 约1,200 |\n| 乙村 | 4户 | 6 |\n| 合计 | 9户 | 9.00 |",
        "| 甲村 | 3 | 5 |\n| 乙村 | 4 | 6 |\n| 本年累计 | 90 | 900 |",
        "| 甲村 | 3 | 5 |\n| 乙村 | 4 | 6 |\n| 合计 | | |",
        "| 合计 | 9 | 12 |\n| 甲村 | 3 | 5 |\n| 乙村 | 4 | 6 |",
        "| 甲村 | 3 | 5 |\n| 乙村 | 4 | 6 |\n| 合计 | 7 | 11 |\n| 上年 | 6 | 9 |",
    ],
)
def test_what_may_be_meant_otherwise_is_left_alone(rows: str) -> None:
    """A part of a row, words among the numbers, a number to date, a sum that leads, rows behind it."""
    assert [] == told(TABLE + rows)


@pytest.mark.parametrize("name", ["单价（元）", "人均（元）", "占比", "每月标准", "同比增长"])
def test_a_column_that_does_not_add_up_is_left_alone(name: str) -> None:
    """Prices, averages and shares."""
    assert [] == told(f"| 项目 | {name} |\n|---|---|\n| 甲 | 2 |\n| 乙 | 4 |\n| 合计 | 3 |")


def test_a_table_within_a_list_is_read_too() -> None:
    """It is published as well."""
    text = "- 说明\n\n  | 村 | 户 |\n  |---|---|\n  | 甲 | 1 |\n  | 乙 | 2 |\n  | 合计 | 4 |"

    assert [(7, "4", "3")] == told(text)


def test_no_more_than_a_few_are_told() -> None:
    """Who corrects those looks again."""
    table = "| 村 | 户 |\n|---|---|\n| 甲 | 1 |\n| 乙 | 2 |\n| 合计 | 4 |\n\n段落。\n\n"

    assert 5 == len(told(table * 9))
