"""The page of an entry, and what it is made of: facts, tables of account, charts, its history."""

from typing import Literal

from generator.plan.pages.frame import Contact, Framed, Inner, Link, Stamp
from generator.plan.pages.lists import Card, Change, Download
from generator.values.dataclass import dataclass
from generator.values.html import Html


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of an entry's information block."""

    label: str
    """`索引号`."""
    text: str
    """Its value."""
    iso: str
    """The value as machines read a day; empty when it is not a day."""
    href: str = ""
    """The page of what it names: the entry's category, its unit; empty for all else."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is part of an entry's own fields: plain, without marks."""

    title: str
    """`政策`."""
    paragraphs: tuple[str, ...]
    """Its paragraphs, at least one."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure."""

    label: str
    """`本月收入`."""
    value: str
    """`57,086.40`."""


Role = Literal["main", "value", "first", "second", "plain", "under"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet."""

    title: str
    """Its heading; empty for an `under` column whose texts need none."""
    numeric: bool
    """Amounts: right-aligned, tabular."""
    role: Role
    """Its place when a phone folds a row into two lines: the text, the amount, or below them;
    `under` is no column but a small line below the text at every width."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a sheet."""

    text: str
    """As shown; empty when there is nothing."""
    iso: str
    """The day as machines read it; empty when it is not a day."""
    was: tuple[str, ...] = ()
    """What stood here before corrections, the oldest first; shown struck through."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of a sheet under one heading, with their subtotal."""

    title: str
    """`收入 4笔`."""
    rows: tuple[tuple[Cell, ...], ...]
    """A tuple of cells a row, as many as there are columns."""
    subtotal_label: str
    """`收入小计`; empty when there is none."""
    subtotal: tuple[Cell, ...]
    """The cells of the subtotal for the columns after the label: those that are numeric."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of account: groups, subtotals and a closing line."""

    caption: str
    """`收支明细`."""
    note: str
    """Below the caption: the unit, and where vouchers can be seen."""
    columns: tuple[Column, ...]
    """Text columns first, numeric ones last."""
    groups: tuple[Group, ...]
    """At least one."""
    total_label: str
    """`期末结余（期初结余＋收入－支出）`; empty when there is no closing line."""
    total: str
    """The closing amount."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart, with its number written out."""

    label: str
    """What it stands for: `水电费`."""
    value: str
    """Its number: `2,137.00元`."""
    share: str
    """Its part of the whole: `5.7%`; empty where parts of a whole would not be true."""
    width: str
    """Its length of the longest bar's, as SVG takes it: `46.1%`; `0%` for nothing and for less."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars one below the other, the longest first."""

    title: str
    """`钱花在哪里`."""
    note: str
    """What is added up, and how the parts are written."""
    bars: tuple[Bar, ...]
    """At least two."""


@dataclass(frozen=True, slots=True)
class Pole:
    """A standing bar of a month, measured from the top of the drawing; as SVG takes it."""

    x: str
    """Its left side."""
    y: str
    """Its top."""
    height: str
    """How high it is; `0%` for nothing."""


@dataclass(frozen=True, slots=True)
class MonthPair:
    """A month in a chart: what came in beside what went out."""

    month: str
    """`10月`."""
    name: Stamp
    """`2026年10月`."""
    year: str
    """`2026年`, below the first month and each January; empty elsewhere."""
    left: str
    """Where its share of the width begins."""
    middle: str
    """The middle of it."""
    minor: bool
    """Whether its label may be left out where there is little room."""
    income: str
    """What came in: `57,086.40`; empty where the month's account was not published."""
    expense: str
    """What went out."""
    income_pole: Pole | None
    """Its bar; None where the account was not published."""
    expense_pole: Pole | None
    """The other bar."""


@dataclass(frozen=True, slots=True)
class MonthChart:
    """Income and expense of a unit by month, and the same numbers as a table."""

    title: str
    """`各月收支`."""
    note: str
    """The unit, and what a step of the lines is worth."""
    label: str
    """The chart in a sentence, for readers-aloud."""
    months: tuple[MonthPair, ...]
    """The oldest first; at least two."""
    width: str
    """How wide each bar is."""
    lines: tuple[str, ...]
    """How far from the top each line stands; the one of nothing is `base`."""
    base: str
    """The line that all bars stand on."""


@dataclass(frozen=True, slots=True)
class Version:
    """A state in which an entry was public."""

    name: str
    """`第2版`."""
    on: Stamp
    """Since when."""
    what: str
    """What changed; of the first version, that it was published."""
    why: str
    """Why; empty for the first version."""
    current: bool
    """Whether it is the one on the page."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A step of the review that came before publication (审批)."""

    step: str
    """`审核`."""
    by: str
    """Who."""
    on: Stamp
    """When; its texts are empty when no day is given."""


@dataclass(frozen=True, slots=True)
class Relative:
    """An entry that another one names as related (相关)."""

    card: Card
    """The entry."""
    state: str
    """`已撤回` or `已替代`; empty while it holds."""


@dataclass(frozen=True, slots=True)
class DisplayBox:
    """The period in which a notice is open to objections, on the entry's own page."""

    span: str
    """`2026年11月18日至11月24日`."""
    state: str
    """`正在公示`, `公示已结束` or `尚未开始`."""
    length: str
    """`公示5个工作日`; empty unless the period was given in working days."""
    provisional: str
    """That its end may move because a year's calendar is not known; empty where it is."""
    left: str
    """The days left with their day of reckoning; empty when it is not running."""
    working_left: str
    """How many of them are working days: `其中2个工作日`; often empty. True on the day of
    reckoning only."""
    days_left: int
    """The days left; 0 on the last day and when it is not running."""
    end: str
    """Its last day for the script, `2026-11-24`; empty when it is not running."""
    phone: str
    """The phone that takes objections; empty when it is not running, or none is set."""


@dataclass(frozen=True, slots=True)
class EntryPage(Inner):
    """An entry with everything it says."""

    eyebrow: str
    """Category and unit."""
    lede: str
    """What the office says in a sentence, or the account in plain words; may be empty."""
    account: str
    """The account in plain words below the office's own; empty where it would say nothing new."""
    url: str
    """The page's full address, for its code and for print; empty while the site's is not known."""
    withdrawn: Change | None
    """Set when the entry was withdrawn: the page stays and says so."""
    superseded: Change | None
    """Set when another entry replaced it: the page stays and leads there."""
    replacement: Relative | None
    """The entry that replaced it, with what became of that."""
    replaces: tuple[Link, ...]
    """The entries that it replaces."""
    corrections: tuple[Change, ...]
    """Corrections, newest first."""
    display: DisplayBox | None
    """The period of a public notice."""
    facts: tuple[Fact, ...]
    """The information block."""
    passages: tuple[Passage, ...]
    """Texts among the entry's fields."""
    figures: tuple[Figure, ...]
    """Key figures."""
    sheets: tuple[Sheet, ...]
    """Tables of account."""
    charts: tuple[Chart, ...]
    """Where the money went, or to whom."""
    months: MonthChart | None
    """Income and expense of its unit by month."""
    body: Html
    """The text; empty when there is none."""
    downloads: tuple[Download, ...]
    """Its attachments, in the order that the entry names them."""
    files: tuple[Download, ...]
    """The entry for machines: its record as JSON, its tables as CSV; none where the site has no
    open data."""
    fingerprint: str
    """SHA-256 of its record, 64 hexadecimal digits: who has the record can prove what was said.
    Empty where none is published."""
    signs: tuple[Sign, ...]
    """The review."""
    related: tuple[Relative, ...]
    """The entries that it names as related, in its order."""
    series_title: str
    """`同一系列：石桥村月度收支`; empty when it belongs to none."""
    series: tuple[Card, ...]
    """Others of its series, at most twelve: those nearest to it in time, newest first."""
    versions: tuple[Version, ...]
    """The states in which it was public, newest first."""
    ask: Contact
    """Who answers for it: its unit where that can be reached, else the office."""
    issue: Link
    """The issue that gathers it."""
    newer: Link | None
    """The next newer entry of the category."""
    older: Link | None
    """The next older entry of the category."""
    source_notes: tuple[str, ...]
    """For print: index number, version, address of the page, phone."""


@dataclass(frozen=True, slots=True)
class MovedPage(Framed):
    """A page at an address that an entry had before: it leads to where the entry stands now."""

    target: Link
    """The entry."""
