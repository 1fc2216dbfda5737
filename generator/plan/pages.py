"""The theme contract: every page a template can be given, and nothing else it can see.

A page's value is its whole dependency record (architecture, law 6), so lists hold Cards and
never entries, and nothing here knows what time it is. What pages are made of is in `parts`.
A template writes `{{ page.root }}{{ card.href }}`. Version 1 of the contract.
"""

from generator.plan.parts import (
    AccountYear,
    ArchiveYear,
    Card,
    CategoryBlock,
    Change,
    ChangeYear,
    Chart,
    Chrome,
    Contact,
    CountLink,
    Cover,
    DataSet,
    DayBlock,
    DisplayBox,
    Download,
    Fact,
    Figure,
    Filter,
    FootLink,
    Head,
    IssueSection,
    Link,
    ListMonth,
    MapColumn,
    MapYear,
    MonthBar,
    MonthChart,
    NoticeLine,
    Passage,
    Relative,
    RunningNotice,
    Sheet,
    Sign,
    Stamp,
    TocLine,
    UnitLevel,
    Version,
)
from generator.values.dataclass import dataclass, field
from generator.values.html import Html

CONTRACT = 1


@dataclass(frozen=True, slots=True)
class Framed:
    """What every page has: its place, its name, and the frame around it."""

    path: str
    """Its address."""
    root: str
    """The way back to the site's root: nothing, or `../` once for each folder."""
    title: str
    """Its name, for the window and the heading."""
    description: str
    """What it holds, in a sentence, for search engines."""
    chrome: Chrome
    """The frame."""
    head: Head = field(default=Head(), kw_only=True)
    """What it tells machines."""


@dataclass(frozen=True, slots=True)
class Inner(Framed):
    """A page that is reached through others."""

    crumbs: tuple[Link, ...]
    """The way here from the front page; the last one has no href, but on an entry, whose name is long
    and stands below: there it is the unit's page."""


@dataclass(frozen=True, slots=True)
class HomePage(Framed):
    """The front page: what is new, what is open to objections, where to look."""

    cover: Cover | None
    """The latest issue; None while nothing is published."""
    headline: str
    """`2026年10月公开汇编`."""
    lede: str
    """What the latest issue holds, in a sentence."""
    toc: tuple[TocLine, ...]
    """Its sections."""
    earlier: tuple[Link, ...]
    """Issues before it, and the archive."""
    notices: tuple[RunningNotice, ...]
    """Running notices, the first to end first."""
    reckoned: str
    """The day for which their days left were counted: `按11月21日计`."""
    year_note: str
    """`今年已公开410条`."""
    categories: tuple[CategoryBlock, ...]
    """The categories in the site's order."""
    days: tuple[DayBlock, ...]
    """The newest entries by day."""
    months: tuple[MonthBar, ...]
    """The last twelve months, beginning no earlier than the first entry."""
    all_notices: Link
    """Every notice: running, ahead, over."""
    levels: tuple[UnitLevel, ...]
    """The units by level, with what each has published."""


@dataclass(frozen=True, slots=True)
class CategoryPage(Inner):
    """A page of a category's list, newest first."""

    seal: str
    """The category's seal."""
    count_note: str
    """`共214条，本页20条`."""
    files: tuple[Download, ...]
    """The whole list as CSV and as JSON, on its newest page; a full page never changes."""
    cards: tuple[Card, ...]
    """The entries of this page."""
    has_amounts: bool
    """Whether any card has an amount, so that the table needs its column."""
    filters: tuple[Filter, ...]
    """What its rows can be narrowed by; none where there is little to narrow, nor on the newest of
    several pages, where the years and units lead to all that there is of them."""
    years: tuple[CountLink, ...]
    """Its years, each listed whole on a page of its own; only on the newest page."""
    units: tuple[CountLink, ...]
    """The units that published in it; only on the newest page."""
    numbers: tuple[Link, ...]
    """Its full pages, the newest first; only on the newest page, so that those never change."""
    newer: Link | None
    """The page with newer entries."""
    older: Link | None
    """The page with older entries."""


@dataclass(frozen=True, slots=True)
class YearPage(Inner):
    """All that was published in a category in one year, by month."""

    seal: str
    """The category's seal."""
    count_note: str
    """`共公开43条`."""
    filters: tuple[Filter, ...]
    """What its rows can be narrowed by."""
    months: tuple[ListMonth, ...]
    """Its months with entries, newest first."""
    files: tuple[Download, ...]
    """The year for machines, or the whole category where the year has no files of its own."""
    has_amounts: bool
    """Whether any card has an amount."""
    newer: Link | None
    """The next year with entries."""
    older: Link | None
    """The year before with entries."""


@dataclass(frozen=True, slots=True)
class UnitPage(Inner):
    """A unit: how to reach it, what it published."""

    level: str
    """`村`."""
    about: tuple[str, ...]
    """What it does, in paragraphs; may be empty."""
    contact: Contact
    """Its own phone, address and hours; each may be empty."""
    count_note: str
    """`共公开12条`; empty where there is nothing."""
    categories: tuple[CountLink, ...]
    """The categories in which it published."""
    notices: tuple[RunningNotice, ...]
    """Its running notices, the first to end first."""
    reckoned: str
    """The day for which their days left were counted: `按11月21日计`."""
    accounts: tuple[AccountYear, ...]
    """Its accounts by month, the newest year first; none where there are fewer than two."""
    cards: tuple[Card, ...]
    """Its newest entries."""
    has_amounts: bool
    """Whether any card has an amount."""
    filters: tuple[Filter, ...]
    """What the rows can be narrowed by."""
    rest: tuple[CountLink, ...]
    """Where the older ones are listed: the years of its categories."""
    files: tuple[Download, ...]
    """All that it published, as CSV and as JSON."""


@dataclass(frozen=True, slots=True)
class NoticesPage(Inner):
    """Every public notice that a citizen can object to, soon can, or lately could."""

    reckoned: str
    """`按2026年11月21日计`."""
    running: tuple[RunningNotice, ...]
    """The first to end first."""
    ahead: tuple[NoticeLine, ...]
    """Published and not begun, the first to begin first."""
    over: tuple[NoticeLine, ...]
    """Those that ended in the last thirty days, newest first."""
    files: tuple[Download, ...]
    """Every notice there was, as CSV and as JSON."""


@dataclass(frozen=True, slots=True)
class StandingPage(Inner):
    """A page of the site itself: 指南, 制度 and the like."""

    lede: str
    """Its summary; may be empty."""
    updated: Stamp
    """When it was last changed; its texts are empty when nobody said."""
    body: Html
    """Its text."""
    others: tuple[FootLink, ...]
    """The other pages of the site itself."""


@dataclass(frozen=True, slots=True)
class SiteMapPage(Inner):
    """Where everything is."""

    columns: tuple[MapColumn, ...]
    """The categories with their years."""
    levels: tuple[UnitLevel, ...]
    """The units, without counts: the map stays as it is when an entry is added."""
    issues: tuple[MapYear, ...]
    """The issues by year, newest first."""
    standing: tuple[FootLink, ...]
    """The pages of the site itself."""
    others: tuple[Link, ...]
    """The home page, notices, issues, changes, open data."""
    feeds: tuple[Link, ...]
    """The feed of the site, then that of each category."""


@dataclass(frozen=True, slots=True)
class MissingPage(Framed):
    """What a host shows where there is no page; it stands at any depth, so it links to nothing."""

    columns: str
    """The categories by name: `财务公开、人事公开`."""
    url: str
    """The site's full address, to be typed; empty while it is not known."""


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
class IssuePage(Inner):
    """A month's bundle of entries, numbered 第N期."""

    cover: Cover
    """Its cover."""
    span: str
    """`刊载2026年10月1日至31日公开的事项`."""
    lede: str
    """What it holds, in a sentence."""
    state: str
    """Until when it gathers, or that it is closed and where later corrections stand."""
    url: str
    """The page's full address; empty while the site's is not known."""
    foreword: tuple[str, ...]
    """The editor's words before it, in paragraphs; empty when there are none."""
    toc: tuple[TocLine, ...]
    """Its contents."""
    sections: tuple[IssueSection, ...]
    """Its parts."""
    errata: tuple[Change, ...]
    """Corrections, withdrawals and replacements made in this month."""
    errata_note: str
    """How many of each: `更正2件，撤回1件`; empty where there are none."""
    coming: tuple[str, ...]
    """What the next issue will bring, in paragraphs; empty when nothing is said of it."""
    record: Link | None
    """The list of its entries with their fingerprints, as JSON; None where the site has no open data."""
    fingerprint: str
    """SHA-256 of that record; empty where there is none."""
    newer: Link | None
    """The next issue."""
    older: Link | None
    """The issue before."""


@dataclass(frozen=True, slots=True)
class ArchivePage(Inner):
    """All issues, by year."""

    years: tuple[ArchiveYear, ...]
    """Newest first."""
    before: str
    """That issues of the series before the oldest one here are not here; empty where there are none."""
    files: tuple[Download, ...]
    """The issues as CSV and as JSON."""


@dataclass(frozen=True, slots=True)
class ChangesPage(Inner):
    """The change log: what was corrected, withdrawn or replaced, and why."""

    count_note: str
    """`更正3件，撤回1件`; empty where there are none."""
    years: tuple[ChangeYear, ...]
    """Newest first; a short log is one without a year."""
    files: tuple[Download, ...]
    """The log as CSV and as JSON."""


@dataclass(frozen=True, slots=True)
class MovedPage(Framed):
    """A page at an address that an entry had before: it leads to where the entry stands now."""

    target: Link
    """The entry."""


@dataclass(frozen=True, slots=True)
class DataPage(Inner):
    """Open data: what there is, in which files, what the columns mean."""

    licence: str
    """Under which terms it may be used; empty when not set."""
    catalogue: Download
    """The same for machines."""
    sets: tuple[DataSet, ...]
    """The lists of the site."""
    units: tuple[DataSet, ...]
    """What each unit published; their columns are those of a category's list."""
    kinds: tuple[DataSet, ...]
    """The tables that entries have of their own, by kind."""


Page = (
    HomePage
    | CategoryPage
    | YearPage
    | UnitPage
    | NoticesPage
    | StandingPage
    | SiteMapPage
    | MissingPage
    | EntryPage
    | IssuePage
    | ArchivePage
    | ChangesPage
    | MovedPage
    | DataPage
)
