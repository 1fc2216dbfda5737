"""sitemap.xml: the index of shards, one for the site's own pages and one a category and year.

The protocol wants whole addresses, so there is none while the site's own is not known. Shards
stand at the root, because a sitemap may only speak of what lies below its own folder.
"""

from collections.abc import Iterable
from html import escape

from generator.plan import routes
from generator.plan.frame import Frame
from generator.plan.register import Line
from generator.plan.steps import Made, Step, page_steps, path_of
from generator.values.artifact import Artifact

LIMIT = 50_000
"""Addresses that the protocol allows in a shard."""
_HIDDEN = "missing"
"""Pages that nobody should find."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
Time = tuple[str, str]
"""A day in ISO form and the time of day; both empty where nothing can be said."""
NEVER = ("", "")


def steps(frame: Frame) -> Iterable[Step]:
    """All of it at once; nothing without the site's address."""
    return (("sitemap",),) if frame.site.settings.url else ()


def make(frame: Frame, step: Step) -> Made:
    """The index, then its shards."""
    del step
    times = _Times(frame)
    shards: dict[str, list[tuple[str, Time]]] = {}
    for page in page_steps(frame):
        if page[0] != _HIDDEN:
            path = path_of(page)
            shards.setdefault(times.shard(page), []).append((path, times.of(page, path)))
    parts = [
        (f"sitemap-{name}{f'-{number}' if number else ''}.xml", lines[start : start + LIMIT])
        for name, lines in sorted(shards.items())
        for number, start in enumerate(range(0, len(lines), LIMIT))
    ]
    index = [(path, max(at for _, at in lines)) for path, lines in parts]
    return Made(
        files=(
            Artifact(routes.SITEMAP, _xml(frame, "sitemapindex", "sitemap", index)),
            *(Artifact(path, _xml(frame, "urlset", "url", lines)) for path, lines in parts),
        )
    )


class _Times:
    """When pages last changed, by what they show: values alone, never the clock."""

    def __init__(self, frame: Frame) -> None:
        self._hour, self._today = frame.site.settings.hour, frame.today.isoformat()
        self._lines = {one.address: one for one in frame.lines()}
        self._entries = {address: max(self._moments(one)) for address, one in self._lines.items()}
        self._categories: dict[str, Time] = {}
        self._months: dict[str, Time] = {}
        for address, one in self._lines.items():
            at = self._entries[address]
            self._categories[one.category] = max(self._categories.get(one.category, at), at)
            events = ((day[:7], (day, clock)) for day, clock in self._moments(one))
            for month, when in ((one.month, at), *events):
                self._months[month] = max(self._months.get(month, when), when)
        self._site = max(self._entries.values(), default=NEVER)

    def _moments(self, line: Line) -> list[Time]:
        """When the entry was published and changed, up to the site's day."""
        changed = ((day, self._hour) for day in line.changed if day <= self._today)
        return [(line.day, line.clock), *changed]

    def shard(self, page: Step) -> str:
        """Where a page is told: the site's own pages together, entries by category and year."""
        if page[0] != "entry":
            return "site"
        line = self._lines[str(page[1])]
        return f"{line.category}-{line.day[:4]}"

    def of(self, page: Step, path: str) -> Time:
        """An entry's own time, the latest of a list's; never where nothing is published."""
        match page[0]:
            case "entry":
                return self._entries[path]
            case "list" | "year":
                return self._categories.get(str(page[1]), NEVER)
            case "issue":
                return self._months.get(str(page[1]), NEVER)
            case _:
                return self._site


def _xml(frame: Frame, outer: str, inner: str, lines: Iterable[tuple[str, Time]]) -> bytes:
    settings = frame.site.settings
    out = [f'{_HEAD}<{outer} xmlns="{_SPACE}">']
    for path, (day, clock) in lines:
        url = escape(routes.full(settings.url, path))
        time = f"<lastmod>{day}T{clock or '00:00'}:00{settings.zone}</lastmod>" if day else ""
        out.append(f"<{inner}><loc>{url}</loc>{time}</{inner}>")
    return "\n".join([*out, f"</{outer}>", ""]).encode()
