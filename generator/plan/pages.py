"""The theme contract: every page a template can be given, and nothing else it can see.

A page's value is its whole dependency record (architecture, law 6), so lists hold Cards and
never entries, and nothing here knows what time it is. What pages are made of is in `parts`.
A template writes `{{ page.root }}{{ card.href }}`. Version 1 of the contract.
"""

from dataclasses import dataclass, field

from generator.plan.parts import (
    ArchiveYear,
    Card,
    CategoryBlock,
    Change,
    Chrome,
    Cover,
    DataSet,
    DayBlock,
    DisplayBox,
    Download,
    Fact,
    Figure,
    Head,
    IssueSection,
    Link,
    MonthBar,
    Passage,
    RunningNotice,
    Sheet,
    Sign,
    Stamp,
    TocLine,
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
    head: Head = field(default=Head(), kw_only=True)
    """What it tells machines."""


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
    """The account in plain words, or the summary; may be empty."""
    withdrawn: Change | None
    """Set when the entry was withdrawn: the page stays and says so."""
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
    body: Html
    """The text; empty when there is none."""
    downloads: tuple[Download, ...]
    """Its attachments, in the order that the entry names them."""
    files: tuple[Download, ...]
    """The entry for machines: its record as JSON, its tables as CSV."""
    fingerprint: str
    """SHA-256 of its record, 64 hexadecimal digits: who has the record can prove what was said."""
    signs: tuple[Sign, ...]
    """The review."""
    first_published: Stamp
    """When it was first published."""
    issue: Link
    """The issue that gathers it."""
    newer: Link | None
    """The next newer entry of the category."""
    older: Link | None
    """The next older entry of the category."""
    source_note: str
    """For print: index number and address of the page."""


@dataclass(frozen=True, slots=True)
class IssuePage(Inner):
    """A month's bundle of entries, numbered 第N期."""

    cover: Cover
    """Its cover."""
    span: str
    """`刊载2026年10月1日至31日公开的事项`."""
    lede: str
    """What it holds, in a sentence."""
    toc: tuple[TocLine, ...]
    """Its contents."""
    sections: tuple[IssueSection, ...]
    """Its parts."""
    errata: tuple[Change, ...]
    """Corrections and withdrawals made in this month."""
    record: Link
    """The list of its entries with their fingerprints, as JSON."""
    fingerprint: str
    """SHA-256 of that record."""
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
    """The change log: what was corrected or withdrawn, and why."""

    changes: tuple[Change, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True)
class DataPage(Inner):
    """Open data: what there is, in which files, what the columns mean."""

    licence: str
    """Under which terms it may be used; empty when not set."""
    catalogue: Download
    """The same for machines."""
    sets: tuple[DataSet, ...]
    """The lists of the site."""
    kinds: tuple[DataSet, ...]
    """The tables that entries have of their own, by kind."""


Page = HomePage | CategoryPage | EntryPage | IssuePage | ArchivePage | ChangesPage | DataPage
