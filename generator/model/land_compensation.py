"""Compensation for requisitioned land (征地补偿): what was taken, what was paid, and to whom it went."""

from generator.model.fields import Amount, Field, Measure, Prose, Table, Tally, Text
from generator.model.kind import Detail, Kind
from generator.model.measures import AREA_UNIT, MONEY_UNIT
from generator.model.privacy import Guard
from generator.values.dataclass import dataclass
from generator.values.money import Money, MoneyUnit
from generator.values.quantity import Quantity

HOUSEHOLDS = Field("households", "户数", Tally(), help="按村组列的写户数；一行一户的不写")
AMOUNT = Field("amount", "金额", Amount(), required=True, help="分给的金额")
ROW_FIELDS = (
    Field("recipient", "对象", Text(), required=True, help="村组、户主或留归集体"),
    Field("use", "用途", Text(), help="哪项费用，怎样计算"),
    HOUSEHOLDS,
    Field("area", "面积", Measure(""), help="涉及的面积，单位照“面积单位”"),
    AMOUNT,
)
PARTS = (
    Field("land_fee", "土地补偿费", Amount(), help="土地补偿费"),
    Field("resettlement_fee", "安置补助费", Amount(), help="安置补助费"),
    Field("attachments_fee", "附着物和青苗补偿费", Amount(), help="地上附着物和青苗补偿费"),
    Field("social_fee", "社保费用", Amount(), help="被征地农民社会保障费用，算在总额里的才写"),
)
"""The parts that make the total."""
TOTAL = Field(
    "total",
    "补偿总额",
    Amount(),
    required=True,
    help="写出的各项费用之和",
    law="土地管理法第四十九条：征收土地的补偿费用收支状况应当公布",
)
PAID_HOUSEHOLDS = Field("paid_households", "发放户数", Tally(), help="分配表里一共几户")
PAID = Field("paid", "发放金额", Amount(), help="分配表里金额之和")
KIND = Kind(
    "land-compensation",
    "征地补偿",
    (
        Field("project", "项目", Text(), required=True, help="为什么项目征地"),
        Field("approval_no", "批准文号", Text(), help="批准征地的文号"),
        Field("owner", "权属单位", Text(), required=True, help="被征地的村或组"),
        Field("area", "征地面积", Measure(""), help="征收的面积，单位照“面积单位”"),
        AREA_UNIT,
        Field("land", "地类", Text(), help="如水田、林地"),
        Field("standard", "补偿标准", Text(), help="区片综合地价等标准"),
        *PARTS,
        TOTAL,
        MONEY_UNIT,
        Field(
            "distribution",
            "分配",
            Table(ROW_FIELDS),
            help="分给谁，各多少",
            law="村民委员会组织法第二十四条：征地补偿费的使用、分配方案",
        ),
        PAID_HOUSEHOLDS,
        PAID,
        Field("note", "说明", Prose(), help="印在表格后面的话"),
    ),
    Guard(),
    about="征地补偿费的构成和分配。",
)


@dataclass(frozen=True, slots=True)
class Share:
    """What one recipient gets; a householder's row counts as one household without saying so."""

    recipient: str
    use: str
    households: int | None
    area: Quantity | None
    amount: Money


@dataclass(frozen=True, slots=True)
class Part:
    """One of the fees that make the total, by the key of its field."""

    key: str
    amount: Money


@dataclass(frozen=True, slots=True)
class LandCompensation(Detail):
    """An account of compensation; its parts, where there are any, make the total.

    `paid_households` and `paid` are the sums of the shares, as written and checked; None where
    nothing was written. They may stand without shares.
    """

    project: str
    approval_no: str
    owner: str
    area: Quantity | None
    land: str
    standard: str
    parts: tuple[Part, ...]
    total: Money
    unit: MoneyUnit
    shares: tuple[Share, ...]
    paid_households: int | None
    paid: Money | None
    note: str
