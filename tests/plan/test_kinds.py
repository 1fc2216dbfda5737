"""How the kinds are shown: nothing that was written is left out, whatever the number of rows."""

import dataclasses
from collections.abc import Iterator

import pytest

from generator.model.entry import Entry
from generator.plan.language import Language
from generator.plan.pages.entry import Cell, Column, Sheet
from generator.plan.tables import Foot, Strip, paragraphs, sheet
from generator.plan.view import View, view_of
from tests.plan.test_plan import language
from tests.read.test_kinds import HEAD, WHOLE, read

AS_SHOWN = {
    "1991-03": "1991年3月",
    "2014年8月": "2014年8月",
    "240㎡": "240平方米",
    "99.75平方米": "99.75",
    "6.250亩": "6.250",
    "元": "元",
    "亩": "亩",
    "2026-11-10": "2026年11月10日",
}
"""What a page makes of a value that it does not show as it was written."""
NOT_ITS_OWN = ("类型", "标题", "公布日期", "公开单位", "起", "天数")
"""Keys that every entry has: the page shows them elsewhere, if at all."""


def view(text: str) -> View:
    """An entry as its kind shows it, in Chinese."""
    entry = read(text).value
    assert isinstance(entry, Entry), read(text).problems
    return view_of(entry, language())


def texts(value: object) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))


def written(text: str) -> list[str]:
    """Every value that the entry has for its kind."""
    pairs = [line.strip().removeprefix("- ").split(": ", 1) for line in text.splitlines()]
    return [pair[1] for pair in pairs if len(pair) == 2 and pair[0] not in NOT_ITS_OWN]


@pytest.mark.parametrize("kind", WHOLE)
def test_all_that_is_written_is_shown(kind: str) -> None:
    """Each value stands somewhere in the sentence, the block, the figures or the tables."""
    text, _ = WHOLE[kind]
    shown = "\n".join(texts(view(text)))

    assert [] == [one for one in written(text) if AS_SHOWN.get(one, one) not in shown]


@pytest.mark.parametrize("kind", WHOLE)
def test_a_sheet_has_a_cell_for_every_column(kind: str) -> None:
    """One main column, text before numbers, and at most four figures."""
    made = view(WHOLE[kind][0])

    assert len(made.figures) <= 4
    for one in made.sheets:
        assert ["main"] == [column.role for column in one.columns if column.role == "main"]
        numeric = [column.numeric for column in one.columns]
        assert sorted(numeric) == numeric
        for group in one.groups:
            assert {len(one.columns)} == {len(row) for row in group.rows}
            assert not group.subtotal_label or len(group.subtotal) == sum(numeric)


@pytest.mark.parametrize("kind", WHOLE)
def test_english_words_are_enough_for_it(kind: str) -> None:
    """The other language fills the same blanks."""
    entry = read(WHOLE[kind][0]).value
    assert isinstance(entry, Entry)
    english = Language({key: f"{key} {text}" for key, text in language().words.items()})

    assert view_of(entry, english).lede.startswith("plan_")


def homesteads(count: int) -> str:
    """That many homesteads of 100.5 square metres."""
    rows = "".join(f"  - 户主: 王*{n}\n    批准面积: 100.5\n" for n in range(count))
    return (
        f"{HEAD}类型: 宅基地审批\n阶段: 镇级审批结果\n审批表:{' []' if not count else ''}\n{rows}"
    )


@pytest.mark.parametrize(
    ("count", "lede"),
    [
        (0, "本次没有批准的宅基地。"),
        (1, "批准宅基地1宗，合计100.5平方米。"),
        (60, "批准宅基地60宗，合计6,030.0平方米。"),
    ],
)
def test_no_row_one_row_and_sixty_rows(count: int, lede: str) -> None:
    """Without rows there is no table; with many, each is there."""
    made = view(homesteads(count))

    assert lede == made.lede
    assert [count][: bool(count)] == [len(one.groups[0].rows) for one in made.sheets]


def test_a_column_that_says_nothing_is_left_out() -> None:
    """Two columns of fourteen were written, and two are shown."""
    (only,) = view(homesteads(2)).sheets

    assert ["户主", "批准面积"] == [column.title for column in only.columns]


def test_a_notice_is_not_called_an_approval() -> None:
    """Before the township has decided, the area is what somebody applies for."""
    made = view(homesteads(1).replace("镇级审批结果", "村级公示"))

    assert "公示宅基地申请1宗，合计100.5平方米。" == made.lede
    assert "申请面积" in set(texts(made))
    assert "批准面积" not in set(texts(made))


def test_types_are_counted_in_the_order_they_come() -> None:
    """As an office writes it: 新建2宗、翻建1宗."""
    rows = "".join(
        f"  - 户主: 王*\n    建房类型: {one}\n    批准面积: 1\n" for one in ("新建", "翻建", "新建")
    )
    made = view(homesteads(0).replace(" []", "") + rows)

    assert made.lede.endswith("，其中新建2宗、翻建1宗。")


def test_many_people_are_counted_and_not_named_twice() -> None:
    """Six names fit into a sentence; more stand in the table only."""
    people = "".join(f"  - 姓名: 甲{n}\n    拟任职务: 主任\n" for n in range(7))
    made = view(f"{HEAD}类型: 任前公示\n公示期:\n  起: 2026-11-12\n  天数: 7\n人员:\n{people}")

    assert "拟任职人选7人，名单见下表。" == made.lede
    assert 7 == len(made.sheets[0].groups[0].rows)


def test_objections_go_to_the_phone_that_the_entry_names() -> None:
    """It stands beside the days in place of the office's own."""
    assert "0730-5550121" == view(WHOLE["appointment"][0]).phone
    assert "0730-5550133" == view(WHOLE["land-approval"][0]).phone


def test_a_sum_of_some_rows_is_not_shown_as_the_sum_of_all() -> None:
    """Where a row has no area, no total of areas stands below the column."""
    text = WHOLE["land-compensation"][0].replace("    面积: 6.25\n", "")
    shares = view(text).sheets[-1]
    feet = [cell.text for cell in shares.groups[0].subtotal]

    assert ["13", "", "300.30"] == feet


def test_amounts_stand_in_the_unit_of_the_entry() -> None:
    """In the table; the sentence and the list say 元."""
    text = f"{HEAD}类型: 征地补偿\n项目: 路\n权属单位: 村\n金额单位: 万元\n土地补偿费: 1.5\n补偿总额: 1.5\n"
    made = view(text)

    assert ("15,000.00元", "1.50") == (made.amount, made.sheets[0].total)
    assert "补偿总额15,000.00元" in made.lede


def test_a_sheet_is_made_of_strips() -> None:
    """Rows run across them; an empty strip goes, the main one never."""
    made = sheet(
        "表",
        (
            Strip(Column("甲", numeric=False, role="main"), ("", "")),
            Strip(Column("乙", numeric=False, role="plain"), ("", "")),
            Strip(Column("丙", numeric=True, role="value"), ("1", ""), "1"),
        ),
        foot=Foot("合计"),
    )

    assert isinstance(made, Sheet)
    assert ["甲", "丙"] == [column.title for column in made.columns]
    assert ((Cell("", ""), Cell("1", "")), (Cell("", ""), Cell("", ""))) == made.groups[0].rows
    assert (Cell("1", ""),) == made.groups[0].subtotal


def test_a_text_falls_into_its_lines() -> None:
    """Blank lines make no paragraph."""
    assert ("一", "二") == paragraphs("一\n\n  二\n")
