"""A corrected cell shows what it was and what it is, in every column of every table of every kind."""

import re
from collections.abc import Iterator

import pytest

from generator.model import fields as f
from generator.model import kind as kinds
from generator.model.entry import Entry
from generator.plan.pages.entry import Cell, Sheet
from generator.plan.view import view_of
from tests.plan.test_plan import language
from tests.read.test_kinds import HEAD, WHOLE, read

LEDGER = (
    HEAD
    + """\
类型: 收支明细
期间: 2026-10
期初: 10.00
明细:
  - 日期: 2026-10-01
    凭证号: 记-001
    摘要: 付电费
    用途: 水电费
    支出: 5.00
    结余: 5.00
    经手人: 甲
    审批人: 乙
    备注: 丙
  - 日期: 2026-10-02
    凭证号: 记-002
    摘要: 收租金
    收入: 6.00
期末: 11.00
"""
)
WHOLES = {kind: text for kind, (text, _) in WHOLE.items()} | {"ledger": LEDGER}
FORMER: dict[type, tuple[str, str]] = {
    f.Text: ("旧名", "旧名"),
    f.Amount: ("1234.5", "1,234.50"),
    f.Tally: ("9999", "9,999"),
    f.Measure: ("77.70", "77.70"),
    f.Count: ("9", "9"),
    f.Day: ("2026-10-09", "2026-10-09"),
    f.Span: ("1980-01", "1980-01"),
}
"""A former value by the type of its column: as it is written, and as it is shown."""


def tables(kind: str) -> Iterator[tuple[f.Field, f.Field]]:
    """Each column of each table of a kind."""
    for table in kinds.kind(kind).fields:
        if isinstance(table.type, f.Table):
            for column in table.type.fields:
                yield table, column


CASES = [
    pytest.param(kind, table, column, id=f"{kind} {table.key} {column.key}")
    for kind in kinds.ROOMS
    for table, column in tables(kind)
]


def corrected(text: str, *marks: tuple[str, str, str], day: str = "2026-11-12") -> str:
    """The entry with a correction for each row, column and former value."""
    told = "".join(
        f"  - 日期: {day}\n    内容: 改\n    原因: 错\n    行: {row}\n    栏: {column}\n    原值: {was}\n"
        for row, column, was in marks
    )
    return f"{text}更正:\n{told}"


def sheets(text: str) -> tuple[Sheet, ...]:
    """The tables that the entry shows."""
    found = read(text)
    assert isinstance(found.value, Entry), found.problems
    return view_of(found.value, language()).sheets


def cells(text: str) -> list[Cell]:
    """Every cell of its tables."""
    return [
        cell for one in sheets(text) for group in one.groups for row in group.rows for cell in row
    ]


def name_of_first(text: str, table: f.Field) -> str:
    """What the first row of a table is called."""
    assert isinstance(table.type, f.Table)
    key = next(one.zh for one in table.type.fields if isinstance(one.type, f.Text) and one.required)
    rows = text.partition(f"{table.zh}:\n")[2]
    found = re.search(rf"^  [- ] {key}: (.*)$", rows, re.MULTILINE)
    assert found
    return found[1]


@pytest.mark.parametrize(("kind", "table", "column"), CASES)
def test_every_column_can_be_corrected_and_shows_it(
    kind: str, table: f.Field, column: f.Field
) -> None:
    """Exactly one cell says what it was; without the correction none does."""
    text = WHOLES[kind]
    if isinstance(column.type, f.Choice):
        written = shown = column.type.options[-1].zh
    else:
        written, shown = FORMER[type(column.type)]
    marked = corrected(text, (name_of_first(text, table), column.zh, written))

    assert [(shown,)] == [one.was for one in cells(marked) if one.was]
    assert not [one for one in cells(text) if one.was]


def test_a_cell_corrected_twice_shows_both_in_their_order() -> None:
    """The oldest stands first, whatever the order in which they are written."""
    twice = corrected(LEDGER, ("记-001", "支出", "3.00"), day="2026-11-13") + corrected(
        "", ("记-001", "expense", "4.00")
    ).removeprefix("更正:\n")

    assert [("4.00", "3.00")] == [one.was for one in cells(twice) if one.was]


def test_a_value_that_came_back_may_be_what_it_once_was() -> None:
    """5.00 was corrected to 4.00, and 4.00 to 5.00: only the last must differ from now."""
    back = corrected(LEDGER, ("记-001", "支出", "5.00")) + corrected(
        "", ("记-001", "支出", "4.00"), day="2026-11-13"
    ).removeprefix("更正:\n")

    assert [("5.00", "4.00")] == [one.was for one in cells(back) if one.was]


def test_an_amount_that_moved_to_the_other_side_leaves_a_mark() -> None:
    """An empty cell shows what stood in it; the other says that there was nothing."""
    text = LEDGER.replace("    结余: 5.00\n", "")
    moved = corrected(text, ("记-001", "收入", "5.00"), ("记-001", "支出", "无"))

    assert [("", ("5.00",)), ("5.00", ("无",))] == [
        (one.text, one.was) for one in cells(moved) if one.was
    ]


def test_a_column_that_no_row_fills_any_more_is_kept_for_what_it_was() -> None:
    """Else the correction would be nowhere to be seen."""
    text = WHOLES["land-approval"].replace("    村组: 石桥村三组\n", "")
    (sheet,) = sheets(corrected(text, ("王*一", "村组", "枫林村")))

    assert "村组" in [one.title for one in sheet.columns]


@pytest.mark.parametrize(
    ("row", "column", "was", "code"),
    [
        ("记-003", "支出", "4.00", "correction/row"),
        ("第3行", "支出", "4.00", "correction/row"),
        ("记-001", "支出额", "4.00", "correction/column"),
        ("记-001", "支出", "5", "correction/same"),
        ("记-001", "收入", "无", "correction/same"),
        ("记-001", "支出", "5,1", "money/grouping"),
    ],
)
def test_what_cannot_be_found_or_is_no_change_is_told(
    row: str, column: str, was: str, code: str
) -> None:
    """At the value that is wrong, and nothing is shown."""
    found = read(corrected(LEDGER, (row, column, was)))

    assert ([code], None) == ([one.code for one in found.problems], found.value)


@pytest.mark.parametrize("row", ["记-001", "付电费", "第1行", "row 1"])
def test_a_row_is_named_by_voucher_text_or_number(row: str) -> None:
    """As it is written in the table, or counted."""
    assert [("4.00",)] == [
        one.was for one in cells(corrected(LEDGER, (row, "支出", "4.00"))) if one.was
    ]


def test_a_name_that_two_rows_have_is_not_guessed() -> None:
    """It is told with their numbers, one of which says which is meant."""
    text = LEDGER.replace("收租金", "付电费")
    (told,) = read(corrected(text, ("付电费", "支出", "4.00"))).problems

    assert ("correction/rows", "1、2") == (told.code, dict(told.facts)["rows"])
