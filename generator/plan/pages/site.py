"""The pages of the site as a whole, from the front page to open data, and what they are made of."""

from generator.plan.pages.frame import CountLink, FootLink, Framed, Inner, Link, Stamp
from generator.plan.pages.issue import Cover, TocLine
from generator.plan.pages.lists import Card, Download, RunningNotice
from generator.values.dataclass import dataclass
from generator.values.html import Html


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
class UnitLevel:
    """Units of one level: the township, its departments, its villages."""

    title: str
    """`村`."""
    units: tuple[CountLink, ...]
    """Its units, in the site's order."""


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
