"""The page of an issue and the archive of all, and what they are made of."""

from generator.plan.pages.entry import Figure, Sheet
from generator.plan.pages.frame import Inner, Link, Stamp
from generator.plan.pages.lists import Card, Change, Download
from generator.values.dataclass import dataclass
from generator.values.html import Html


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
