"""What pages are made of: the small frozen values that a theme's templates lay out.

Texts are finished: dates, amounts and counts are already written in the site's language; a
template arranges, it does not compute. Addresses (`href`) are relative to the site's root; an
empty one means that there is nothing to lead to. With `pages`, this is the theme contract.
"""

from typing import Literal

from generator.values.dataclass import dataclass
from generator.values.html import Html

_NO_HTML = Html("")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day as shown, and as machines read it."""

    text: str
    """As shown: `2026年11月5日`."""
    iso: str
    """For `datetime=`: `2026-11-05` or `2026-11`."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the site."""

    text: str
    """What it says."""
    href: str
    """Where it leads."""


@dataclass(frozen=True, slots=True)
class NavItem:
    """A column in the site's navigation."""

    text: str
    """Its name."""
    href: str
    """Its first page."""
    current: bool
    """Whether the page stands in it."""
    apart: bool
    """Whether it opens the second group, at the far side of the bar (issues, changes)."""


@dataclass(frozen=True, slots=True)
class CountLink:
    """A link to a list, and how much there is in it."""

    text: str
    """What it says."""
    href: str
    """The list."""
    count_text: str
    """`18条`; empty where no count is shown."""


@dataclass(frozen=True, slots=True)
class FootLink:
    """A page of the site itself (指南, 制度 and the like) in the foot of every page."""

    text: str
    """Its title."""
    note: str
    """Its summary; may be empty."""
    href: str
    """The page."""


@dataclass(frozen=True, slots=True)
class Contact:
    """How a citizen asks: phone first."""

    phone: str
    """The office's phone; empty when none is set."""
    supervision: str
    """The supervision phone; empty when none is set."""
    email: str
    """An address for letters; empty when none is set."""
    address: str
    """Where the office is; empty when not set."""
    hours: str
    """When it is open; empty when not set."""
    note: str
    """How and when questions are answered; empty when not set."""


@dataclass(frozen=True, slots=True)
class Chrome:
    """What frames every page. Nothing here changes when an entry does."""

    language: str
    """The language of the page: `zh-CN` or `en`."""
    site: str
    """The site's name."""
    tagline: str
    """One line about it; may be empty."""
    organ: str
    """The body that publishes it (主办)."""
    above: str
    """The authority above the organ, shown before its name; may be empty."""
    office: str
    """The office that compiles it (编印)."""
    masthead: str
    """The title of the monthly compilation."""
    nav: tuple[NavItem, ...]
    """The columns."""
    contact: Contact
    """How to ask."""
    standing: tuple[FootLink, ...]
    """The pages of the site itself, in order."""
    services: tuple[Link, ...]
    """Links at the foot: the site map, open data where there is any, the feed."""
    identifiers: tuple[Link, ...]
    """Record numbers and marks at the foot; `href` is a whole address outside, or empty."""
    style: str
    """Address of the style sheet."""
    script: str
    """Address of the optional script; pages work without it."""
    icon: str
    """Address of the icon."""
    assets: tuple[tuple[str, str], ...]
    """Address of each of the theme's assets by its name. A template sees them as `assets`."""
    words: tuple[tuple[str, str], ...]
    """The theme's words in the page's language: key and text. A template sees them as `words`."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a list may show of an entry."""

    title: str
    """The entry's title."""
    href: str
    """Its page."""
    day: Stamp
    """When it was published."""
    short_day: Stamp
    """The same without the year: `11月5日`."""
    unit: str
    """Short name of the responsible unit."""
    category: str
    """Name of its category."""
    seal: str
    """The category's one-character seal."""
    summary: str
    """One sentence; may be empty."""
    index_no: str
    """Index number (索引号); may be empty."""
    amount: str
    """The amount a list shows beside it, with its unit; may be empty."""
    corrected: bool
    """Whether it has been corrected since."""
    marks: str
    """The choices of its list's filters that it answers to, as classes: `y1 u3`; may be empty."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of a filter."""

    mark: str
    """What its rows are marked with, `y1`; the style sheet has a rule for each."""
    text: str
    """`2026年`."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A row of choices above a list, of which one holds; it works without a script."""

    legend: str
    """`年份`."""
    name: str
    """What its marks begin with, `y` or `u`."""
    choices: tuple[Choice, ...]
    """At least two; that all rows are shown is not among them."""


@dataclass(frozen=True, slots=True)
class RunningNotice:
    """A running public notice (公示) and how much of it is left."""

    title: str
    """The entry's title."""
    href: str
    """Its page."""
    unit: str
    """Short name of the responsible unit."""
    until: Stamp
    """Its last day, without the year."""
    end: str
    """Its last day for the script, `2026-11-24`."""
    days_left: int
    """Days left after the day of reckoning; 0 on the last day."""
    left: str
    """The days left as a sentence with the day of reckoning: `按11月21日计，还剩3天`."""
    working_left: str
    """How many of them are working days: `其中2个工作日`; empty unless the period was given in
    working days. True on the day of reckoning only."""
    provisional: str
    """That its end may move because a year's calendar is not known; empty where it is."""
    elapsed: int
    """How much of the period has passed, in whole percent, 0 to 100."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover of an issue."""

    href: str
    """The issue's page; empty where no page exists (a month without entries)."""
    organ: str
    """Who publishes it."""
    masthead: str
    """The title of the compilation."""
    number: str
    """The month's numeral on the cover: `10`."""
    year: str
    """`2026年`."""
    name: str
    """`2026年第10期`."""
    total: str
    """`总第142期`."""
    month: Stamp
    """The month it gathers: `2026年10月`."""
    count: int
    """How many entries it holds."""
    count_text: str
    """The same in words: `43条`."""
    state: str
    """Said when it is not closed yet (`编辑中，期号暂定`); empty otherwise."""
    reason: str
    """Why nothing was published in the month, in the editor's words; may be empty."""


@dataclass(frozen=True, slots=True)
class TocLine:
    """A line of an issue's table of contents."""

    title: str
    """The section."""
    anchor: str
    """Its id on the issue's page."""
    note: str
    """What stands in it, shortened for the home page."""
    count_text: str
    """How many entries it holds: `18条`."""
    lines: tuple[Link, ...] = ()
    """What stands in it, each with its place on the issue's page; none on the home page."""


@dataclass(frozen=True, slots=True)
class CategoryBlock:
    """A category on the home page."""

    id: str
    """Its identifier."""
    title: str
    """Its name."""
    href: str
    """Its first page."""
    seal: str
    """Its one-character seal."""
    count_text: str
    """How many entries this year: `今年214条`."""
    latest: tuple[Card, ...]
    """Its newest entries, at most three."""


@dataclass(frozen=True, slots=True)
class DayBlock:
    """A day in the list of what is new."""

    day: str
    """`20日`."""
    under: str
    """`11月 周五`."""
    iso: str
    """`2026-11-20`."""
    cards: tuple[Card, ...]
    """What was published on it."""


@dataclass(frozen=True, slots=True)
class MonthBar:
    """A month in the strip of twelve."""

    month: str
    """`10月`."""
    year: str
    """`2026年`."""
    href: str
    """Its issue; empty for a month without entries."""
    count: int
    """How many entries."""
    height: int
    """Its bar, in whole percent of the highest, 0 to 100."""
    current: bool
    """Whether it is the latest issue's month."""


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
class AccountLine:
    """An account among others of its month in an issue."""

    card: Card
    """The entry."""
    period: str
    """The month that it is of: `2026年10月`."""
    income: str
    """What came in, in 元."""
    expense: str
    """What went out."""
    closing: str
    """What was left."""
    later: Link | None
    """The issue that reports a correction made after this one was closed."""


@dataclass(frozen=True, slots=True)
class AccountTable:
    """The accounts of an issue below each other."""

    anchor: str
    """Its id on the page."""
    title: str
    """`收支明细`."""
    note: str
    """The unit, and where the lines of each account stand."""
    lines: tuple[AccountLine, ...]
    """One for each account."""
    total_label: str
    """`8个单位合计`; empty where the accounts are not of one month and different units."""
    income: str
    """The sum of what came in; as empty as the label."""
    expense: str
    """The sum of what went out."""
    closing: str
    """The sum of what was left."""


@dataclass(frozen=True, slots=True)
class Download:
    """An attachment on its entry's page."""

    title: str
    """What it is called."""
    href: str
    """The file."""
    name: str
    """The name under which a browser saves it: the one that the office gave it."""
    about: str
    """Its type and size: `PDF，1.2 MB`."""


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A column of open data, as the dictionary for people explains it."""

    title: str
    """Its heading in the CSV file, with the unit: `收入（元）`."""
    key: str
    """Its name in the JSON file: `income`."""
    type: str
    """What its values are: `文字`."""
    about: str
    """What it holds; may be empty."""


@dataclass(frozen=True, slots=True)
class DataSet:
    """A table of open data."""

    title: str
    """What it is a list of."""
    anchor: str
    """Its id on the page."""
    about: str
    """What it holds, in a sentence; may be empty."""
    count_text: str
    """How many rows or entries it has: `16条`."""
    files: tuple[Download, ...]
    """The table as CSV and as JSON; empty where every entry has files of its own."""
    fields: tuple[FieldLine, ...]
    """Its columns."""


@dataclass(frozen=True, slots=True)
class Meta:
    """A tag of the head: what it is called, exactly so, and what it says."""

    name: str
    """`SiteName`."""
    content: str
    """Never empty."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a page tells machines; the plan fills it for every page."""

    metas: tuple[Meta, ...] = ()
    """The tags that government sites have to carry."""
    feeds: tuple[Link, ...] = ()
    """Atom feeds that follow this page: the site's, and its category's."""
    linked: Html = _NO_HTML
    """JSON-LD for a data block, every sign in it harmless to HTML; may be empty."""


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
class Change:
    """A correction, a withdrawal or a replacement, said openly."""

    kind: str
    """`更正`, `撤回` or `替代`."""
    on: Stamp
    """When."""
    what: str
    """What changed."""
    why: str
    """Why; may be empty."""
    card: Card
    """The entry it belongs to."""


@dataclass(frozen=True, slots=True)
class ChangeYear:
    """The changes of a year."""

    year: str
    """`2026年`; empty where the log is short enough to be read as one."""
    anchor: str
    """Its id on the page; empty where the year is."""
    note: str
    """`更正3件，撤回1件`."""
    changes: tuple[Change, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A public notice that is not open: over, or not begun."""

    title: str
    """The entry's title."""
    href: str
    """Its page."""
    unit: str
    """Short name of the responsible unit."""
    span: str
    """`2026年11月18日至2026年11月24日`."""
    state: str
    """`公示已结束` or `公示尚未开始`."""


@dataclass(frozen=True, slots=True)
class UnitLevel:
    """Units of one level: the township, its departments, its villages."""

    title: str
    """`村`."""
    units: tuple[CountLink, ...]
    """Its units, in the site's order."""


@dataclass(frozen=True, slots=True)
class AccountYear:
    """A unit's accounts of the months of a year."""

    year: str
    """`2026年`."""
    months: tuple[Link, ...]
    """From the first month to the last; one whose account was not published leads nowhere."""


@dataclass(frozen=True, slots=True)
class MapColumn:
    """A column on the site map."""

    title: str
    """The category's name."""
    href: str
    """Its first page."""
    seal: str
    """Its seal."""
    years: tuple[Link, ...]
    """Its years, newest first."""


@dataclass(frozen=True, slots=True)
class MapYear:
    """A year's issues on the site map."""

    year: str
    """`2026年`."""
    issues: tuple[Link, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True)
class ListMonth:
    """A month in the list of a category's year."""

    title: str
    """`11月`."""
    anchor: str
    """Its id on the page."""
    count_text: str
    """`5条`."""
    cards: tuple[Card, ...]
    """Newest first."""


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
class IssueItem:
    """An entry inside an issue: enough to read it there, and the way to the rest."""

    anchor: str
    """Its id on the page."""
    card: Card
    """The entry."""
    figures: tuple[Figure, ...]
    """Its key figures."""
    sheets: tuple[Sheet, ...]
    """Its tables, while they are short enough for a booklet."""
    rest: str
    """What stands on its own page only: how long the tables are; empty when they are here."""
    later: Link | None
    """The issue that reports a correction made after this one was closed."""
    body: Html
    """Its text."""


@dataclass(frozen=True, slots=True)
class IssueSection:
    """A category's part of an issue."""

    anchor: str
    """Its id on the page."""
    part: str
    """`第一部分`."""
    title: str
    """The category's name."""
    accounts: AccountTable | None
    """Its accounts, a line each."""
    items: tuple[IssueItem, ...]
    """Its other entries, oldest first."""


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """A year's shelf of issues."""

    year: str
    """`2026年`."""
    anchor: str
    """Its id on the page."""
    note: str
    """`10期，公开410条`."""
    covers: tuple[Cover, ...]
    """Newest first; a month without entries has a cover without href."""
