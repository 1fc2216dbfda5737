"""sitemap.xml: the index of shards, one for the site's own pages and one a category and year.

The protocol wants whole addresses, so there is none while the site's own is not known. Shards
stand at the root, because a sitemap may only speak of what lies below its own folder.
"""

from collections.abc import Iterable
from html import escape

from generator.plan import routes
from generator.plan.frame import Frame
from generator.plan.line import Line
from generator.plan.register import NEVER, Time
from generator.plan.steps import Made, Step, path_of, site_pages
from generator.values.artifact import Artifact

LIMIT = 50_000
"""Addresses that the protocol allows in a shard."""
_HIDDEN = "missing"
"""Pages that nobody should find."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
Told = tuple[str, Time]
"""An address, and when what stands there last changed."""


def steps(frame: Frame) -> Iterable[Step]:
    """The index with the site's own pages, and each shard; nothing without the site's address."""
    if not frame.site.settings.url:
        return ()
    return (("sitemap",), *(("shard", name, year) for name, year, _ in frame.shards()))


def make(frame: Frame, step: Step) -> Made:
    """The index and the shard of the site's own pages, or a shard of entries."""
    if step[0] == "shard":
        parts = _cut(_entries(frame, str(step[1]), int(step[2])))
        name = f"{step[1]}-{step[2]}"
        return Made(files=tuple(_urls(frame, _path(name, n), its) for n, its in enumerate(parts)))
    own = [(path_of(one), _time(frame, one)) for one in site_pages(frame) if one[0] != _HIDDEN]
    parts = _cut(own)
    index = [("site", number, _last(its)) for number, its in enumerate(parts)]
    for name, year, count in frame.shards():
        if count <= LIMIT:
            last = frame.update_in(name, year, frame.site.settings.hour)
            index.append((f"{name}-{year}", 0, last))
        else:
            cut = enumerate(_cut(_entries(frame, name, year)))
            index += ((f"{name}-{year}", number, _last(its)) for number, its in cut)
    told = [(_path(name, number), last) for name, number, last in sorted(index)]
    return Made(
        files=(
            Artifact(routes.SITEMAP, _xml(frame, "sitemapindex", "sitemap", told)),
            *(_urls(frame, _path("site", number), its) for number, its in enumerate(parts)),
        )
    )


def _path(name: str, number: int) -> str:
    return f"sitemap-{name}{f'-{number}' if number else ''}.xml"


def _cut(lines: list[Told]) -> list[list[Told]]:
    """What the files of a shard hold."""
    return [lines[start : start + LIMIT] for start in range(0, len(lines), LIMIT)]


def _last(lines: list[Told]) -> Time:
    return max(at for _, at in lines)


def _entries(frame: Frame, name: str, year: int) -> list[Told]:
    """Entries with the last thing that happened to each up to the site's day, the newest first."""
    hour, today = frame.site.settings.hour, frame.today.isoformat()

    def time(line: Line) -> Time:
        return max([(line.day, line.clock), *((d, hour) for d in line.changed if d <= today)])

    return [(one.address, time(one)) for one in frame.shard(name, year)]


def _time(frame: Frame, page: Step) -> Time:
    """The latest of a list's entries, of all for most pages; never where nothing is published."""
    kind, *about = page
    if kind == "issue":
        return frame.month_update(str(about[0]), frame.site.settings.hour)
    at = frame.last_update(str(about[0]) if kind in {"list", "year"} else "")
    return (at.day.isoformat(), at.clock) if at else NEVER


def _urls(frame: Frame, path: str, lines: list[Told]) -> Artifact:
    """A shard, or a part of it."""
    return Artifact(path, _xml(frame, "urlset", "url", lines))


def _xml(frame: Frame, outer: str, inner: str, lines: Iterable[tuple[str, Time]]) -> bytes:
    settings = frame.site.settings
    out = [f'{_HEAD}<{outer} xmlns="{_SPACE}">']
    for path, (day, clock) in lines:
        url = escape(routes.full(settings.url, path))
        time = f"<lastmod>{day}T{clock or '00:00'}:00{settings.zone}</lastmod>" if day else ""
        out.append(f"<{inner}><loc>{url}</loc>{time}</{inner}>")
    return "\n".join([*out, f"</{outer}>", ""]).encode()
