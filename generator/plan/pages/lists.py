"""Pages that list entries - by category, year, unit, notices, changes - and what they are made of."""

from generator.plan.pages.frame import Contact, CountLink, Inner, Link, Stamp
from generator.values.dataclass import dataclass


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
class AccountYear:
    """A unit's accounts of the months of a year."""

    year: str
    """`2026年`."""
    months: tuple[Link, ...]
    """From the first month to the last; one whose account was not published leads nowhere."""


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
class ChangesPage(Inner):
    """The change log: what was corrected, withdrawn or replaced, and why."""

    count_note: str
    """`更正3件，撤回1件`; empty where there are none."""
    years: tuple[ChangeYear, ...]
    """Newest first; a short log is one without a year."""
    files: tuple[Download, ...]
    """The log as CSV and as JSON."""
