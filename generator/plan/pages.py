"""The theme contract: every page a template can be given, and nothing else it can see.

A page's value is its whole dependency record (architecture, law 6), so lists hold Cards and
never entries, and nothing here knows what time it is. What pages are made of is in `parts`.
A template writes `{{ page.root }}{{ card.href }}`. Version 1 of the contract.
"""

from dataclasses import dataclass

from generator.plan.parts import (
    ArchiveYear,
    Card,
    CategoryBlock,
    Change,
    Chart,
    Chrome,
    Contact,
    Cover,
    DayBlock,
    DisplayBox,
    Download,
    Fact,
    Figure,
    IssueSection,
    Link,
    MonthBar,
    MonthChart,
    Passage,
    Relative,
    RunningNotice,
    Sheet,
    Sign,
    TocLine,
    Version,
)
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


@dataclass(frozen=True, slots=True)
class Inner(Framed):
    """A page that is reached through others."""

    crumbs: tuple[Link, ...]
    """The way here from the front page; the last one has no href."""


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
    year_note: str
    """`今年已公开410条`."""
    categories: tuple[CategoryBlock, ...]
    """The categories in the site's order."""
    days: tuple[DayBlock, ...]
    """The newest entries by day."""
    months: tuple[MonthBar, ...]
    """The last twelve months, beginning no earlier than the first entry."""


@dataclass(frozen=True, slots=True)
class CategoryPage(Inner):
    """A page of a category's list, newest first."""

    keywords: str
    """The category's keywords, for search engines; may be empty."""
    column_type: str
    """What kind of column it is on a government site; may be empty."""
    seal: str
    """The category's seal."""
    count_note: str
    """`共214条，本页20条`."""
    cards: tuple[Card, ...]
    """The entries of this page."""
    has_amounts: bool
    """Whether any card has an amount, so that the table needs its column."""
    newer: Link | None
    """The page with newer entries."""
    older: Link | None
    """The page with older entries."""


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
    replacement: Link | None
    """The entry that replaced it."""
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
    signs: tuple[Sign, ...]
    """The review."""
    related: tuple[Relative, ...]
    """The entries that it names as related, in its order."""
    series_title: str
    """`同一系列：石桥村月度收支`; empty when it belongs to none."""
    series: tuple[Card, ...]
    """The newest others of its series, at most twelve."""
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
    coming: tuple[str, ...]
    """What the next issue will bring, in paragraphs; empty when nothing is said of it."""
    newer: Link | None
    """The next issue."""
    older: Link | None
    """The issue before."""


@dataclass(frozen=True, slots=True)
class ArchivePage(Inner):
    """All issues, by year."""

    years: tuple[ArchiveYear, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True)
class ChangesPage(Inner):
    """The change log: what was corrected, withdrawn or replaced, and why."""

    changes: tuple[Change, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True)
class MovedPage(Framed):
    """A page at an address that an entry had before: it leads to where the entry stands now."""

    target: Link
    """The entry."""


Page = HomePage | CategoryPage | EntryPage | IssuePage | ArchivePage | ChangesPage | MovedPage
