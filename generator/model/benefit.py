"""Rewards and support for families under family planning (计生奖扶): policy, standards, totals.

It has no place for a person, on purpose: of this matter only totals are ever shown.
"""

from generator.model.fields import Amount, Field, Prose, Table, Tally, Text
from generator.model.kind import Detail, Kind
from generator.model.measures import MONEY_UNIT
from generator.model.privacy import Guard
from generator.values.dataclass import dataclass
from generator.values.money import Money, MoneyUnit

STANDARD_FIELDS = (
    Field("item", "项目", Text(), required=True, help="奖励或扶助的名称"),
    Field("target", "对象", Text(), help="什么样的家庭可以享受，不写姓名"),
    Field("standard", "标准", Text(), required=True, help="每人或每户多少钱"),
    Field("basis", "依据", Text(), help="规定标准的文件"),
)
PEOPLE = Field("people", "人数", Tally(), help="享受的人数，没有写 0")
HOUSEHOLDS = Field("households", "户数", Tally(), help="享受的户数，没有写 0")
AMOUNT = Field("amount", "金额", Amount(), help="发放的金额")
ROW_FIELDS = (
    Field("place", "村或单位", Text(), required=True, help="哪个村、哪个单位或哪项资金"),
    Field("item", "项目", Text(), help="奖励或扶助的名称"),
    PEOPLE,
    HOUSEHOLDS,
    AMOUNT,
)
TOTAL_PEOPLE = Field("total_people", "合计人数", Tally(), help="各行人数之和")
TOTAL_HOUSEHOLDS = Field("total_households", "合计户数", Tally(), help="各行户数之和")
TOTAL_AMOUNT = Field("total_amount", "合计金额", Amount(), help="各行金额之和")
SUMS = ((PEOPLE, TOTAL_PEOPLE), (HOUSEHOLDS, TOTAL_HOUSEHOLDS), (AMOUNT, TOTAL_AMOUNT))
"""Each column of the totals with the sum that may be written for it."""
KIND = Kind(
    "benefit",
    "计生奖扶",
    (
        Field("period", "期间", Text(), help="哪个月、哪个季度或哪一年，如 2026年第三季度"),
        Field(
            "policy",
            "政策",
            Prose(),
            help="政策和办理程序",
            law="村民委员会组织法第三十条第二项：公布国家计划生育政策的落实方案",
        ),
        Field("standards", "标准", Table(STANDARD_FIELDS), help="奖励扶助的项目和标准"),
        Field(
            "totals",
            "汇总",
            Table(ROW_FIELDS),
            help="只写人数、户数和金额，不写个人",
            law="村民委员会组织法第三十条第三项：公布补贴补助资金的管理使用情况",
        ),
        TOTAL_PEOPLE,
        TOTAL_HOUSEHOLDS,
        TOTAL_AMOUNT,
        MONEY_UNIT,
        Field("note", "说明", Prose(), help="印在表格后面的话"),
    ),
    Guard(totals_only=True),
    about="计划生育家庭奖励扶助的政策、标准和汇总数，不写任何人。",
)


@dataclass(frozen=True, slots=True)
class Standard:
    """What is paid to whom; `target` and `basis` may be empty."""

    item: str
    target: str
    standard: str
    basis: str


@dataclass(frozen=True, slots=True)
class Row:
    """The totals of a place; at least one of the three numbers is there."""

    place: str
    item: str
    people: int | None
    households: int | None
    amount: Money | None


@dataclass(frozen=True, slots=True)
class Benefit(Detail):
    """A policy, its standards, what was paid: at least one of them.

    `people`, `households` and `amount` are the sums as written (and checked against the rows),
    or of the rows where each has the number; else None.
    """

    period: str
    policy: str
    standards: tuple[Standard, ...]
    rows: tuple[Row, ...]
    people: int | None
    households: int | None
    amount: Money | None
    unit: MoneyUnit
    note: str
