"""What a meeting decided (民主决议): who was there, what was put to the vote, how it went."""

from datetime import date

from generator.model.fields import Choice, Day, Field, Option, Prose, Table, Tally, Text
from generator.model.kind import Detail, Kind
from generator.model.privacy import Guard
from generator.values.dataclass import dataclass

PASSED = "passed"
MEETING = Choice(
    (
        Option("villagers", "村民会议"),
        Option("representatives", "村民代表会议"),
        Option("group", "村民小组会议"),
        Option("party", "党员大会"),
    )
)
RESULT = Choice((Option(PASSED, "通过"), Option("failed", "未通过")))
VOTES = (
    Field("ayes", "同意", Tally(), required=True, help="同意的票数"),
    Field("noes", "反对", Tally(), help="反对的票数，没有写 0"),
    Field("abstained", "弃权", Tally(), help="弃权的票数，没有写 0"),
)
"""What a vote can be; together they are those present."""
ROW_FIELDS = (
    Field("matter", "事项", Text(), required=True, help="表决的是什么，一件事一项"),
    Field("result", "结果", RESULT, required=True, help="通过或未通过"),
    *VOTES,
)
KIND = Kind(
    "resolution",
    "民主决议",
    (
        Field(
            "meeting",
            "会议",
            MEETING,
            required=True,
            help="村民会议、村民代表会议、村民小组会议或党员大会",
        ),
        Field("held", "会议日期", Day(), required=True, help="哪天开的会"),
        Field("entitled", "应到", Tally(), required=True, help="应当到会的人数"),
        Field("present", "实到", Tally(), required=True, help="实际到会的人数"),
        Field(
            "items",
            "议题",
            Table(ROW_FIELDS),
            required=True,
            help="逐项写票数，同意、反对、弃权加起来是实到人数",
            law="村民委员会组织法第三十条第一项：公布会议决定的事项及其实施情况",
        ),
        Field("plan", "方案", Prose(), help="会议通过的方案或者意见，分行写"),
        Field("note", "说明", Prose(), help="印在表格后面的话，如谁监票、怎样查阅记录"),
    ),
    Guard(),
    about="村民会议、村民代表会议、村民小组会议、党员大会的决议：应到、实到和每一项的票数。",
)


@dataclass(frozen=True, slots=True)
class Item:
    """A matter put to the vote; a count that was not written is None."""

    matter: str
    result: str
    ayes: int
    noes: int | None
    abstained: int | None


@dataclass(frozen=True, slots=True)
class Resolution(Detail):
    """A meeting and its votes, at least one, in the order written."""

    meeting: str
    held: date
    entitled: int
    present: int
    items: tuple[Item, ...]
    plan: str
    note: str
