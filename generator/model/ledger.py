"""A month's account, line by line (收支明细)."""

from datetime import date

from generator.model.fields import Amount, Day, Field, Prose, Span, Table, Text
from generator.model.kind import Detail, Kind
from generator.model.measures import MONEY_UNIT
from generator.values.dataclass import dataclass
from generator.values.dates import Month
from generator.values.money import ZERO, Money, MoneyUnit, total

ROW_FIELDS = (
    Field("date", "日期", Day(), required=True, help="发生日期"),
    Field("voucher", "凭证号", Text(), required=True, help="凭证编号"),
    Field("summary", "摘要", Text(), required=True, help="收支事项"),
    Field("purpose", "用途", Text(), help="钱花在哪里，如 水电费；用途相同的支出合在一起画成图"),
    Field("income", "收入", Amount(), help="收入金额；一行只写收入或支出之一"),
    Field("expense", "支出", Amount(), help="支出金额"),
    Field(
        "balance", "结余", Amount(), help="这一行之后的结余；写了就要和期初、收支相符", adds=False
    ),
    Field("handler", "经手人", Text(), help="经手办理的人"),
    Field("approver", "审批人", Text(), help="批准这一笔的人"),
    Field("remark", "备注", Text(), help="要补充的话"),
)
KIND = Kind(
    "ledger",
    "收支明细",
    (
        Field("period", "期间", Span(), required=True, help="账目所属月份"),
        MONEY_UNIT,
        Field("opening", "期初", Amount(), required=True, help="上月结余"),
        Field(
            "rows",
            "明细",
            Table(ROW_FIELDS),
            required=True,
            help="逐笔列出",
            law="农村集体经济组织财务公开规定（农经发〔2011〕13号）：逐项逐笔公布",
        ),
        Field("closing", "期末", Amount(), required=True, help="月末结余"),
        Field("note", "说明", Prose(), help="印在表名下面的话"),
    ),
    about="一个月的收支账，逐笔列出，期初加收入减支出等于期末。",
)


@dataclass(frozen=True, slots=True)
class Row:
    """A voucher: exactly one of `income` and `expense` is set; the last five may be empty."""

    day: date
    voucher: str
    summary: str
    income: Money | None
    expense: Money | None
    handler: str = ""
    approver: str = ""
    remark: str = ""
    balance: Money | None = None
    """What is there after this line, as it was written."""
    purpose: str = ""
    """What the money was for, as the office groups it."""


@dataclass(frozen=True, slots=True)
class Ledger(Detail):
    """An account of a month: opening + income − expense = closing, each as it was written."""

    period: Month
    unit: MoneyUnit
    opening: Money
    rows: tuple[Row, ...]
    closing: Money
    note: str

    @property
    def income(self) -> Money:
        """The sum of all income lines."""
        return total(tuple(row.income or ZERO for row in self.rows))

    @property
    def expense(self) -> Money:
        """The sum of all expense lines."""
        return total(tuple(row.expense or ZERO for row in self.rows))
