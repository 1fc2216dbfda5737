"""The addresses of the site (interface.md, Addresses), relative to its root."""

from generator.values.dates import Month

HOME = "index.html"
ARCHIVE = "issues/index.html"
CHANGES = "changes.html"
NOTICES = "notices.html"
SITE_MAP = "sitemap.html"
UNITS = "sitemap.html#units"
MISSING = "404.html"
DATA = "data/index.html"
CATALOGUE = "data/catalog.json"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"


def category(name: str) -> str:
    """A category's newest page."""
    return f"{name}/index.html"


def category_page(name: str, number: int) -> str:
    """A full page of a category's list, numbered from the oldest, so that it never changes."""
    return f"{name}/page-{number}.html"


def year(name: str, number: int) -> str:
    """All that a category published in a year."""
    return f"{name}/year-{number}.html"


def unit(name: str) -> str:
    """A unit's page."""
    return f"units/{name}.html"


def issue(month: Month) -> str:
    """A month's issue."""
    return f"issues/{month}.html"


def issue_record(month: Month) -> str:
    """The record of a month's issue."""
    return f"issues/{month}.json"


def feed(name: str) -> str:
    """A category's feed."""
    return f"{name}/{FEED}"


def full(url: str, address: str) -> str:
    """The address behind `url`, where the site's root stands; empty while nobody knows that.

    The front page is the root itself.
    """
    return f"{url}{'' if address == HOME else address}" if url else ""


def root(path: str) -> str:
    """The way from a page back to the site's root: `` or `../` once for each folder."""
    return "../" * path.count("/")
