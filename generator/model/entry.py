"""A disclosure entry: what an office makes public, and what it says about it."""

from datetime import date
from typing import Literal

from generator.model import attachment
from generator.model.attachment import Attachment
from generator.model.fields import (
    Choice,
    Count,
    Day,
    Field,
    Group,
    Groups,
    Name,
    Option,
    Prose,
    Text,
    Texts,
    When,
)
from generator.model.kind import Detail, Kind
from generator.model.unit import Unit
from generator.values.dataclass import dataclass, replace
from generator.values.dates import Moment, add_days
from generator.values.place import Place
from generator.values.workdays import WorkCalendar

Status = Literal["draft", "ready", "withdrawn", "superseded"]
Audience = Literal["society", "internal"]

STATUS = Choice(
    (
        Option("draft", "草稿"),
        Option("ready", "待发布"),
        Option("withdrawn", "撤回"),
        Option("superseded", "已替代"),
    )
)
AUDIENCE = Choice((Option("society", "社会"), Option("internal", "内部")))
TIMING = Choice(
    (
        Option("long", "长期"),
        Option("regular", "定期"),
        Option("staged", "逐段"),
        Option("immediate", "即时"),
    )
)
CORRECTION_FIELDS = (
    Field("on", "日期", Day(), required=True, help="更正的日期"),
    Field("what", "内容", Prose(), required=True, help="原来是什么，改成什么"),
    Field("why", "原因", Prose(), required=True, help="为什么更正"),
    Field("row", "行", Text(), help="更正的是表格里的一格时，那一行的凭证号、名称或“第3行”"),
    Field("column", "栏", Text(), help="那一格所在的栏，如 支出"),
    Field("was", "原值", Text(), help="那一格原来写的，划去印在新值旁边；原来是空的写 无"),
)
REVIEW_FIELDS = (
    Field("step", "环节", Text(), required=True, help="拟稿、审核、签发等"),
    Field("by", "姓名", Text(), required=True, help="经办人"),
    Field("on", "日期", Day(), help="办理日期"),
)
DISPLAY_FIELDS = (
    Field("from", "起", Day(), required=True, help="公示第一天"),
    Field("until", "止", Day(), help="公示最后一天"),
    Field("days", "天数", Count(), help="公示几个日历日，含第一天"),
    Field("working_days", "工作日", Count(), help="公示几个工作日；止、天数、工作日只写一个"),
)
FIELDS = (
    Field("title", "标题", Text(), required=True, help="一句话说清是什么事，列表和网页上都用它"),
    Field("status", "状态", STATUS, help="草稿、待发布、撤回或已替代；不写就是待发布"),
    Field("published", "公布日期", When(), required=True, help="向社会公布的日期，决定编入哪一期"),
    Field("formed", "成文日期", Day(), help="信息形成的日期"),
    Field("unit", "公开单位", Text(), required=True, help="对内容负责的单位"),
    Field("kind", "类型", Text(), help="条目类型；不写时，正文条目是通知，数据条目是栏目的第一种"),
    Field("id", "编号", Name(), help="网址里的名字，定了就不再变"),
    Field("item", "事项", Text(), help="公开目录里的事项"),
    Field("doc_no", "文号", Text(), help="发文字号"),
    Field("index_no", "索引号", Text(), help="信息索引号，全站唯一"),
    Field("basis", "依据", Text(), help="公开依据：法律和条款"),
    Field("audience", "公开范围", AUDIENCE, help="社会或内部；不写就是社会"),
    Field("timing", "公开时限", TIMING, help="长期、定期、逐段或即时"),
    Field("display", "公示期", Group(DISPLAY_FIELDS), help="公示的起止日期"),
    Field("review", "审批", Groups(REVIEW_FIELDS), help="公布前的审批环节"),
    Field("corrections", "更正", Groups(CORRECTION_FIELDS), help="公布后的更正"),
    Field("summary", "摘要", Prose(), help="一句话摘要，印在条目页和汇编里"),
    Field("keywords", "关键词", Texts(), help="供检索的词"),
    Field(
        "attachments",
        "附件",
        Groups(attachment.FIELDS, short="file"),
        help="同名文件夹里要公开的文件，一行一个文件名",
    ),
    Field("source", "来源", Text(), help="信息来源，转载时写"),
    Field("related", "相关", Texts(), help="有关的条目：写文件路径、网址或编号"),
    Field("series", "系列", Text(), help="连着公布的条目写同一个名称，网页上互相列出"),
    Field(
        "aliases", "旧址", Texts(), help="换了文件名或编号的，写以前的网址，打开后转到现在的网页"
    ),
    Field("on", "撤回日期", Day(), help="哪天起撤回；写以后的一天，到那天才撤回"),
    Field("reason", "撤回原因", Prose(), help="为什么撤回"),
    Field("superseded_by", "替代", Text(), help="已替代的，写新条目的文件路径、网址或编号"),
    Field("superseded_on", "替代日期", Day(), help="哪天起以新条目为准；可以写以后的一天"),
    Field("superseded_why", "替代原因", Prose(), help="为什么换成新的"),
)


RESERVED = frozenset("names 名单 show_until 显示至 major 重大 decision 决定".split())
"""Keys that will mean something one day: whoever writes one now hears that nothing reads it yet."""


def fields_of(kind: Kind) -> tuple[Field, ...]:
    """All that an entry of the kind may say: what every entry may, then what the kind adds."""
    head = tuple(replace(one, required=True) if one.key in kind.needs else one for one in FIELDS)
    return (*head, *kind.fields)


INNER = "root:"
"""Stands before an inner link's address in a body, until a page puts its own way to the root there."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the review (审批) before publication: who, when."""

    step: str
    by: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of one of an entry's tables: the table's key, its row counted from 0, the column's key."""

    table: str
    row: int
    column: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction after publication: what it was and is, and why; never a silent overwrite.

    Where it names the cell that it changed, `spot` is that cell and `was` what stood there, as
    the table would show it; else None and empty.
    """

    on: date
    what: str
    why: str
    spot: Spot | None = None
    was: str = ""


Former = tuple[tuple[Spot, str], ...]
"""Corrected cells and what stood in each before the correction, the oldest first."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An entry taken back: its page stays and says when and why."""

    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Named:
    """What an entry calls another one, or calls itself at an old address, and where that stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Superseding:
    """An entry that another one replaces: its page stays and leads there. `why` may be empty.

    `place` is where its day stands.
    """

    on: date
    by: Named
    why: str
    place: Place


Ending = Withdrawal | Superseding
"""How an entry ends."""


@dataclass(frozen=True, slots=True)
class Display:
    """The days in which a notice is open to objections (公示期), both ends included.

    `working` is how many working days were asked for, 0 where its end was written otherwise;
    `unknown` are the years for which they could be counted Monday to Friday only.
    """

    start: date
    end: date
    working: int = 0
    unknown: tuple[int, ...] = ()

    def runs(self, today: date) -> bool:
        """Whether the period is open on `today`."""
        return self.start <= today <= self.end

    def days_left(self, today: date) -> int:
        """Days left after `today`; 0 on the last day."""
        return (self.end - today).days

    def working_left(self, today: date, calendar: WorkCalendar) -> int:
        """Working days left after `today`; 0 on the last of them."""
        return calendar.count(add_days(today, 1), self.end)

    def elapsed(self, today: date) -> int:
        """How much of the period has passed at the end of `today`, in whole percent."""
        length = (self.end - self.start).days + 1
        return max(0, min(100, 100 * ((today - self.start).days + 1) // length))


@dataclass(frozen=True, slots=True)
class Reference:
    """A link of a text to a page of the site: where it leads, and where and how it was written.

    `anchor` is the id of a heading there, or empty; `written` is masked.
    """

    address: str
    anchor: str
    written: str
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that may be published, whole: its head, its text, what its kind adds.

    `source` is its file relative to the project, `address` its page relative to the site's
    root; `attachments` are the files that are published beside it; `body` is HTML of our own
    making, `links` are those of its links that stay inside the site. `id` is the name that was
    pinned, or empty; `related` are other entries, `aliases` addresses that it had before.
    `withdrawal` and `superseding` are in effect; an end whose day has not come is `ahead`.
    """

    source: str
    address: str
    category: str
    kind: str
    title: str
    status: Status
    published: Moment
    formed: date | None
    unit: Unit
    item: str
    doc_no: str
    index_no: str
    index_place: Place
    basis: str
    audience: Audience
    timing: str
    display: Display | None
    review: tuple[Step, ...]
    corrections: tuple[Correction, ...]
    withdrawal: Withdrawal | None
    summary: str
    keywords: tuple[str, ...]
    origin: str
    attachments: tuple[Attachment, ...]
    body: str
    links: tuple[Reference, ...]
    detail: Detail
    superseding: Superseding | None = None
    ahead: Ending | None = None
    id: str = ""
    related: tuple[Named, ...] = ()
    series: str = ""
    aliases: tuple[Named, ...] = ()

    @property
    def former(self) -> Former:
        """What stood in corrected cells, the oldest first."""
        if not self.corrections:
            return ()
        in_order = sorted(self.corrections, key=lambda one: one.on)
        return tuple((one.spot, one.was) for one in in_order if one.spot)

    @property
    def end(self) -> Ending | None:
        """How it ended, or will end on a later day."""
        return self.withdrawal or self.superseding or self.ahead

    def on(self, day: date) -> "Entry":
        """The entry as it is on that day: before the day of its end it is as if it had none."""
        end = self.end
        if end is None:
            return self
        if day < end.on:
            return replace(self, status="ready", withdrawal=None, superseding=None, ahead=end)
        if isinstance(end, Withdrawal):
            return replace(self, status="withdrawn", withdrawal=end, ahead=None)
        return replace(self, status="superseded", superseding=end, ahead=None)

    @property
    def listed(self) -> bool:
        """Whether lists may show it: one withdrawn or superseded keeps its page, and only that."""
        return self.status == "ready"

    @property
    def changed(self) -> tuple[date, ...]:
        """The days on which something of it changed after publication."""
        ends = [one for one in (self.withdrawal, self.superseding) if one]
        return tuple([one.on for one in (*self.corrections, *ends)])


def newest_first(entry: Entry) -> tuple[int, str, str]:
    """Sort key: the newest day and hour first, then the address, so that order never depends on disk."""
    return rank(entry.published.day, entry.published.clock, entry.address)


def rank(day: date, clock: str, address: str) -> tuple[int, str, str]:
    """The same key from the parts that it is made of."""
    return (-day.toordinal(), _later_first(clock), address)


def _later_first(clock: str) -> str:
    return "".join(chr(0x7F - ord(char)) for char in clock) or "\x7f"
