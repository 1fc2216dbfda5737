"""sitemap.xml: the index of shards, one for the site's own pages and one a category and year.

The protocol wants whole addresses, so there is none while the site's own is not known. Shards
stand at the root, because a sitemap may only speak of what lies below its own folder.
"""

from collections.abc import Iterable, Mapping
from html import escape

from generator.plan import routes
from generator.plan.pages import (
    CategoryPage,
    EntryPage,
    IssuePage,
    MissingPage,
    MovedPage,
    Page,
    YearPage,
)
from generator.plan.plan import Plan
from generator.plan.record import moment, moments, updated
from generator.values.artifact import Artifact
from generator.values.dates import Moment

LIMIT = 50_000
"""Addresses that the protocol allows in a shard."""
_Hidden = MissingPage | MovedPage
"""Pages that nobody should find."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
Line = tuple[str, Moment | None]
"""An address and when what stands there last changed, where that can be said."""


def export(plan: Plan, bodies: Mapping[str, bytes]) -> tuple[Artifact, ...]:
    """The index, then its shards; nothing without the site's address."""
    del bodies
    if not plan.site.settings.url:
        return ()
    times = _Times(plan)
    shards: dict[str, list[Line]] = {}
    for page in plan.pages:
        if not isinstance(page, _Hidden):
            shards.setdefault(_shard(page), []).append((page.path, times.of(page)))
    parts = [
        (f"sitemap-{name}{f'-{number}' if number else ''}.xml", lines[start : start + LIMIT])
        for name, lines in sorted(shards.items())
        for number, start in enumerate(range(0, len(lines), LIMIT))
    ]
    index = [(path, _last(at for _, at in lines)) for path, lines in parts]
    return (
        Artifact(routes.SITEMAP, _xml(plan, "sitemapindex", "sitemap", index)),
        *(Artifact(path, _xml(plan, "urlset", "url", lines)) for path, lines in parts),
    )


class _Times:
    """When pages last changed, by what they show: values alone, never the clock."""

    def __init__(self, plan: Plan) -> None:
        hour, today = plan.site.settings.hour, plan.site.today
        self.entries = {one.address: updated(one, hour, today) for one in plan.site.entries}
        self.categories: dict[str, Moment] = {}
        self.months: dict[str, Moment] = {}
        for one in plan.site.entries:
            at = self.entries[one.address]
            self.categories[one.category] = max(self.categories.get(one.category, at), at)
            events = ((str(each.month), each) for each in moments(one, hour, today))
            for month, when in ((str(one.published.month), at), *events):
                self.months[month] = max(self.months.get(month, when), when)
        self.site = _last(self.entries.values())

    def of(self, page: Page) -> Moment | None:
        """An entry's own time, the latest of a list's; None where nothing is published."""
        match page:
            case EntryPage():
                return self.entries[page.path]
            case CategoryPage() | YearPage():
                return self.categories.get(page.path.partition("/")[0])
            case IssuePage():
                return self.months.get(page.cover.month.iso)
            case _:
                return self.site


def _last(times: Iterable[Moment | None]) -> Moment | None:
    return max((at for at in times if at), default=None)


def _shard(page: Page) -> str:
    if not isinstance(page, EntryPage):
        return "site"
    category = page.path.partition("/")[0]
    return f"{category}-{page.versions[-1].on.iso[:4]}"


def _xml(plan: Plan, outer: str, inner: str, lines: Iterable[Line]) -> bytes:
    settings = plan.site.settings
    out = [f'{_HEAD}<{outer} xmlns="{_SPACE}">']
    for path, at in lines:
        url = escape(routes.full(settings.url, path))
        time = f"<lastmod>{moment(at, settings.zone)}</lastmod>" if at else ""
        out.append(f"<{inner}><loc>{url}</loc>{time}</{inner}>")
    return "\n".join([*out, f"</{outer}>", ""]).encode()
