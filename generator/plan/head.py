"""What every page tells machines: the tags of government sites, its feeds, its JSON-LD."""

from collections.abc import Iterable

from generator.model.category import HOME_TYPE, Category
from generator.model.entry import Entry
from generator.plan import routes
from generator.plan.frame import Frame
from generator.plan.linked import linked, linked_entry
from generator.plan.pages import Page
from generator.plan.pages.entry import EntryPage
from generator.plan.pages.frame import Head, Link, Meta
from generator.plan.pages.lists import CategoryPage, YearPage
from generator.plan.pages.site import HomePage
from generator.values.dataclass import replace


def with_head(frame: Frame, page: Page) -> Page:
    """The page with its head filled; an entry's is made with it."""
    if isinstance(page, EntryPage):
        return page
    category = _category(frame, page)
    metas = _metas((*_site(frame), *_column(frame, page, category)))
    return replace(page, head=Head(metas, _feeds(frame, category), linked(frame, page)))


def head_of(frame: Frame, entry: Entry, crumbs: tuple[Link, ...]) -> Head:
    """The head of an entry's page, to which the crumbs lead; all of a category begin alike."""
    category = frame.site.category(entry.category)
    common = frame.fixed(
        ("head", category.id),
        lambda: Head(_metas((*_site(frame), *_named(category))), _feeds(frame, category)),
    )
    metas = (*common.metas, *_metas(_article(frame, entry)))
    return Head(metas, common.feeds, linked_entry(frame, entry, crumbs))


def _metas(pairs: Iterable[tuple[str, str]]) -> tuple[Meta, ...]:
    """A tag for each that says something."""
    return tuple([Meta(name, text) for name, text in pairs if text])


def _category(frame: Frame, page: Page) -> Category | None:
    """The category that a list belongs to."""
    if not isinstance(page, CategoryPage | YearPage):
        return None
    return frame.site.category(page.path.partition("/")[0])


def _feeds(frame: Frame, category: Category | None) -> tuple[Link, ...]:
    name = frame.site.settings.name
    whole = Link(name, routes.FEED)
    if category is None:
        return (whole,)
    return (Link(f"{category.title} - {name}", routes.feed(category.id)), whole)


def _site(frame: Frame) -> tuple[tuple[str, str], ...]:
    settings = frame.site.settings
    return (
        ("SiteName", settings.name),
        ("SiteDomain", settings.domain),
        ("SiteIDCode", settings.identifiers.site_code),
    )


def _column(frame: Frame, page: Page, category: Category | None) -> tuple[tuple[str, str], ...]:
    """The column's tags: all four on its lists and the front page."""
    settings = frame.site.settings
    if isinstance(page, HomePage):
        titles = ",".join(one.title for one in frame.site.categories)
        return (
            ("ColumnName", frame.language.say("plan_home")),
            ("ColumnDescription", settings.tagline or settings.name),
            ("ColumnKeywords", titles),
            ("ColumnType", HOME_TYPE),
        )
    if category is None:
        return ()
    name, kind = _named(category)
    return (
        name,
        ("ColumnDescription", " ".join(category.description.split())),
        ("ColumnKeywords", ",".join(category.keywords) or category.title),
        kind,
    )


def _named(category: Category) -> tuple[tuple[str, str], tuple[str, str]]:
    """The two of them that its entries have."""
    return ("ColumnName", category.title), ("ColumnType", category.column_word)


def _article(frame: Frame, entry: Entry) -> tuple[tuple[str, str], ...]:
    return (
        ("ArticleTitle", entry.title),
        ("PubDate", f"{entry.published.day.isoformat()} {entry.published.clock}"),
        ("ContentSource", entry.origin or entry.unit.name),
        ("Keywords", ",".join(entry.keywords)),
        ("Description", " ".join((entry.summary or entry.title).split())),
        ("Url", frame.full(entry.address)),
    )
