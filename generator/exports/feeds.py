"""Atom (RFC 4287): the newest entries of the site and of each category, whole."""

import posixpath
from collections.abc import Iterable
from html import escape

from generator.model.category import Category
from generator.model.entry import Entry
from generator.model.settings import Settings
from generator.plan import routes
from generator.plan.entry import Said, said
from generator.plan.frame import Frame
from generator.plan.pages.entry import Cell, Group, Sheet
from generator.plan.record import moment
from generator.plan.steps import Made, Step
from generator.values.artifact import Artifact
from generator.values.dates import Moment
from generator.values.digest import short_name
from generator.values.pattern import pattern

SIZE = 30
"""Entries of a feed."""
HEAVY = 200_000
"""Characters beyond which a content is left to the page: a feed is fetched again and again."""
_INNER = pattern(r'(<(?:a|img)\b[^>]*?\b(?:href|src)=")(?![a-zA-Z][a-zA-Z0-9+.-]*:)([^"]*)')
"""A link that stays inside the site, relative to the page it stands on."""
_AUTHORITY = pattern(r"[A-Za-z0-9._-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def steps(frame: Frame) -> Iterable[Step]:
    """The site's feed, then that of each category."""
    return (("feed", ""), *(("feed", one.id) for one in frame.site.categories))


def make(frame: Frame, step: Step) -> Made:
    """`feed.xml` at the root or in the folder of a category."""
    name = str(step[1])
    feed = _Feed(frame, frame.site.category(name) if name else None)
    return Made(files=(Artifact(feed.path, feed.xml().encode()),))


class _Feed:
    """One feed: of a category, or of the whole site."""

    def __init__(self, frame: Frame, category: Category | None) -> None:
        self.frame, self.category = frame, category
        self.site, self.settings = frame.site, frame.site.settings
        self.path = routes.feed(category.id) if category else routes.FEED
        self.front = routes.category(category.id) if category else routes.HOME
        self.name = category.id if category else ""

    def xml(self) -> str:
        """The feed as text."""
        settings = self.settings
        name = f"{self.category.title} - {settings.name}" if self.category else settings.name
        about = self.category.description if self.category else settings.tagline
        newest = self.frame.newest(self.name, SIZE)
        return "".join(
            [
                '<?xml version="1.0" encoding="UTF-8"?>\n',
                f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{settings.language}">\n',
                _element("id", _tag(settings, self._start(), self.path)),
                _element("title", name),
                _element("subtitle", " ".join(about.split())) if about.strip() else "",
                _element("updated", moment(self._updated(), settings.zone)),
                f'<link rel="self" type="application/atom+xml" href="{self._link(self.path)}"/>\n',
                f'<link rel="alternate" type="text/html" href="{self._link(self.front)}"/>\n',
                f"<author>{_element('name', settings.organ).strip()}</author>\n",
                *(self._entry(self.frame.entry(one.address)) for one in newest),
                "</feed>\n",
            ]
        )

    def _start(self) -> str:
        return f"{self.settings.series.start}-01"

    def _updated(self) -> Moment:
        """The last thing that happened to any entry, also to one that was withdrawn."""
        start = self.settings.series.start
        first = Moment(self.frame.today.replace(year=start.year, month=start.number, day=1))
        return self.frame.last_update(self.name) or first

    def _changed(self, entry: Entry) -> Moment:
        return self.frame.updated(entry)

    def _link(self, address: str) -> str:
        """Where an address of the site lies: a whole address, or one as seen from this feed."""
        whole = routes.full(self.settings.url, address)
        return escape(whole or f"{routes.root(self.path)}{address}")

    def _entry(self, entry: Entry) -> str:
        own, zone = said(self.frame, entry), self.settings.zone
        category = self.site.category(entry.category)
        content, about = self._content(entry.address, own), own.lede
        return "".join(
            [
                "<entry>\n",
                _element("id", _tag(self.settings, entry.published.day.isoformat(), entry.address)),
                _element("title", entry.title),
                _element("published", moment(entry.published, zone)),
                _element("updated", moment(self._changed(entry), zone)),
                f'<link rel="alternate" type="text/html" href="{self._link(entry.address)}"/>\n',
                f"<author>{_element('name', entry.unit.name).strip()}</author>\n",
                f'<category term="{escape(category.id)}" label="{escape(category.title)}"/>\n',
                _element("summary", " ".join(about.split())) if about.strip() else "",
                f'<content type="html">{escape(content, quote=False)}</content>\n'
                if content and len(content) <= HEAVY
                else "",
                "</entry>\n",
            ]
        )

    def _content(self, address: str, own: Said) -> str:
        """What the page there says, as HTML whose links lead to where they lead there."""
        figures = "".join(
            f"<dt>{escape(f.label)}</dt><dd>{escape(f.value)}</dd>" for f in own.figures
        )
        parts = [
            *(
                f"<p>{escape(c.kind)} {escape(c.on.text)} {escape(c.what)}</p>"
                for c in own.corrections
            ),
            f"<p>{escape(own.lede)}</p>" if own.lede else "",
            f"<dl>{figures}</dl>" if figures else "",
            *(_sheet(one) for one in own.sheets),
            *(
                f"<h2>{escape(one.title)}</h2>"
                + "".join(f"<p>{escape(t)}</p>" for t in one.paragraphs)
                for one in own.passages
            ),
            own.body,
            self._downloads(address, own),
        ]
        return _INNER.sub(
            lambda found: f"{found[1]}{self._lead(address, found[2])}", "".join(parts)
        )

    def _downloads(self, address: str, own: Said) -> str:
        lines = "".join(
            f'<li><a href="{escape(routes.root(address) + one.href)}">{escape(one.title)}</a></li>'
            for one in own.downloads
        )
        return f"<ul>{lines}</ul>" if lines else ""

    def _lead(self, page: str, target: str) -> str:
        """A link of the page as the feed has it."""
        file, sign, anchor = target.partition("#")
        address = (
            posixpath.normpath(posixpath.join(posixpath.dirname(page), file)) if file else page
        )
        return f"{self._link(address)}{sign}{anchor}"


def _tag(settings: Settings, day: str, address: str) -> str:
    """A tag URI (RFC 4151): stays when the site moves to another scheme or folder of its host."""
    email = settings.contact.email
    mine = email if _AUTHORITY.fullmatch(email) else f"{short_name(settings.organ)}.invalid"
    return f"tag:{settings.domain or mine},{day}:{address}"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text, quote=False)}</{name}>\n"


def _sheet(sheet: Sheet) -> str:
    head = "".join(f"<th>{escape(one.title)}</th>" for one in sheet.columns)
    width = len(sheet.columns)
    total = (
        f'<tr><th colspan="{max(1, width - 1)}">{escape(sheet.total_label)}</th>'
        f"<td>{escape(sheet.total)}</td></tr>"
        if sheet.total_label
        else ""
    )
    rows = "".join(_group(one, width) for one in sheet.groups)
    note = f"<p>{escape(sheet.note)}</p>" if sheet.note else ""
    caption = f"<caption>{escape(sheet.caption)}</caption>"
    return (
        f"{note}<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}{total}</tbody></table>"
    )


def _group(group: Group, width: int) -> str:
    title = f'<tr><th colspan="{width}">{escape(group.title)}</th></tr>' if group.title else ""
    rows = "".join(f"<tr>{_cells(one)}</tr>" for one in group.rows)
    label = group.subtotal_label
    span = max(1, width - len(group.subtotal))
    subtotal = (
        f'<tr><th colspan="{span}">{escape(label)}</th>{_cells(group.subtotal)}</tr>'
        if label
        else ""
    )
    return f"{title}{rows}{subtotal}"


def _cells(cells: Iterable[Cell]) -> str:
    return "".join(f"<td>{escape(one.text)}</td>" for one in cells)
