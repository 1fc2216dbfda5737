"""The frame around every page, and the days and links that all of them are made of."""

from generator.values.dataclass import dataclass, field
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
