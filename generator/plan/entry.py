"""An entry's own page."""

import bisect
import posixpath
from decimal import Decimal

from generator.model.attachment import Attachment
from generator.model.category import Category
from generator.model.entry import Entry, newest_first
from generator.model.unit import Unit
from generator.plan import charts, routes
from generator.plan.ask import asked
from generator.plan.body import rooted
from generator.plan.display import display_box
from generator.plan.frame import Frame
from generator.plan.head import head_of
from generator.plan.line import in_order
from generator.plan.opendata import entry_downloads
from generator.plan.pages.entry import (
    EntryPage,
    Fact,
    Figure,
    MonthChart,
    Passage,
    Relative,
    Sheet,
    Sign,
    Version,
)
from generator.plan.pages.frame import Link, Stamp
from generator.plan.pages.lists import Card, Change, Download
from generator.plan.view import Turnover, View
from generator.values.dataclass import dataclass, replace
from generator.values.dates import Month, parse_month
from generator.values.html import Html
from generator.values.money import Money
from generator.values.pattern import pattern

SERIES = 12
"""How many others of its series an entry lists: those around it."""
_NUMBER = pattern(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Said:
    """What an entry says, wherever it stands: here on its page, and in feeds."""

    lede: str
    corrections: tuple[Change, ...]
    figures: tuple[Figure, ...]
    sheets: tuple[Sheet, ...]
    passages: tuple[Passage, ...]
    body: Html
    downloads: tuple[Download, ...]


def said(frame: Frame, entry: Entry) -> Said:
    """What the entry says; links in its text lead on from its page."""
    view, ended = frame.view(entry), frame.end_of(entry)
    return Said(
        lede=entry.summary or view.lede,
        corrections=tuple(one for _, one in frame.changes_of(entry) if one != ended),
        figures=view.figures,
        sheets=view.sheets,
        passages=view.passages,
        body=rooted(entry.body, routes.root(entry.address), frame.moved),
        downloads=tuple(
            Download(one.title, one.address, posixpath.basename(one.file.key), _about(frame, one))
            for one in entry.attachments
            if one.listed
        ),
    )


def plan_entry(frame: Frame, entry: Entry) -> EntryPage:
    """Everything that the entry says, and where it stands among the others."""
    view, category = frame.view(entry), frame.site.category(entry.category)
    own, ended, unit = said(frame, entry), frame.end_of(entry), entry.unit
    newer, older = _neighbours(frame, entry)
    crumbs = frame.fixed(
        ("crumbs", category.id, unit.id, unit.short), lambda: _crumbs(frame, category, unit)
    )
    month, contact = entry.published.month, asked(frame, entry)
    say = frame.language.say
    return EntryPage(
        path=entry.address,
        root=routes.root(entry.address),
        title=entry.title,
        description=entry.summary or entry.title,
        chrome=frame.chrome_in(routes.category(category.id)),
        head=head_of(frame, entry, crumbs),
        crumbs=crumbs,
        eyebrow=say("plan_eyebrow", category=category.title, unit=unit.short),
        lede=own.lede,
        account=_account(entry.summary, view),
        url=frame.full(entry.address),
        withdrawn=ended if entry.withdrawal else None,
        superseded=ended if entry.superseding else None,
        replacement=_replacement(frame, entry),
        replaces=tuple(_link(frame, one) for one in frame.replaced(entry.address)),
        corrections=own.corrections,
        display=display_box(frame, entry),
        facts=(*_facts(frame, entry), *view.facts),
        passages=own.passages,
        figures=own.figures,
        sheets=own.sheets,
        charts=view.charts,
        months=_months(frame, entry),
        body=own.body,
        downloads=own.downloads,
        files=entry_downloads(frame, entry),
        fingerprint=frame.brief(entry).fingerprint if frame.is_open else "",
        signs=tuple(
            Sign(one.step, one.by, frame.language.day(one.on) if one.on else Stamp("", ""))
            for one in entry.review
        ),
        related=_related(frame, entry),
        series_title=say("plan_series", name=entry.series) if entry.series else "",
        series=_series(frame, entry),
        versions=_versions(frame, entry),
        ask=contact,
        issue=frame.fixed(("issue", month.year, month.number), lambda: _issue(frame, month)),
        newer=newer,
        older=older,
        source_notes=_source_notes(frame, entry, contact.phone),
    )


def _crumbs(frame: Frame, category: Category, unit: Unit) -> tuple[Link, ...]:
    """The way to the entries of a unit in a category."""
    column = Link(category.title, routes.category(category.id))
    return frame.crumbs(column, Link(unit.short, routes.unit(unit.id)))


def _issue(frame: Frame, month: Month) -> Link:
    number = frame.issue(month).number
    return Link(frame.language.say("plan_issue", y=month.year, n=number), routes.issue(month))


def _account(summary: str, view: View) -> str:
    """The account in plain words where it says a number that neither the office nor a figure says."""
    if not (summary and view.lede):
        return ""
    told = " ".join((summary, *(one.value for one in view.figures)))
    if set(_NUMBER.findall(view.lede)) <= set(_NUMBER.findall(told)):
        return ""
    return view.lede


def _months(frame: Frame, entry: Entry) -> MonthChart | None:
    flow = frame.flow(entry.address)
    if flow is None or not entry.listed:
        return None
    turnovers = (
        Turnover(parse_month(period), *(Money(Decimal(one)) for one in turnover))
        for period, turnover in frame.accounts(entry.unit.id, flow.period)
    )
    return charts.months(entry.unit.short, turnovers, flow.period, frame.language)


def _versions(frame: Frame, entry: Entry) -> tuple[Version, ...]:
    """The first publication and each correction after it, newest first."""
    say, day = frame.language.say, frame.language.day
    first = say("plan_version", n=1)
    published = Version(
        first, day(entry.published.day), say("plan_version_first"), "", current=False
    )
    if not entry.corrections:
        return (published,)
    corrected = (
        Version(say("plan_version", n=n), day(one.on), one.what, one.why, current=False)
        for n, one in enumerate(sorted(entry.corrections, key=lambda one: one.on), 2)
    )
    newest, *older = reversed((published, *corrected))
    return (replace(newest, current=entry.listed), *older)


def _neighbours(frame: Frame, entry: Entry) -> tuple[Link | None, Link | None]:
    newer, older = frame.neighbours(entry.address)
    return _link(frame, newer) if newer else None, _link(frame, older) if older else None


def _link(frame: Frame, address: str) -> Link:
    return Link(frame.card(address).title, address)


def _replacement(frame: Frame, entry: Entry) -> Relative | None:
    """The entry that replaces it, with what became of that; None when none does."""
    found = frame.replacement(entry)
    return _relative(frame, found) if found else None


def _related(frame: Frame, entry: Entry) -> tuple[Relative, ...]:
    """The entries that it names, each once, with what became of them."""
    return tuple(_relative(frame, one) for one in frame.related(entry))


def _relative(frame: Frame, address: str) -> Relative:
    status = frame.status(address)
    state = "" if status == "ready" else frame.language.say(f"plan_state_{status}")
    return Relative(frame.card(address), state)


def _series(frame: Frame, entry: Entry) -> tuple[Card, ...]:
    """The others of its series that lists may show, those nearest to it in time, newest first."""
    if not entry.series:
        return ()
    lines = frame.series(entry.series)
    others = [one for one in lines if one.address != entry.address]
    place = bisect.bisect(others, newest_first(entry), key=in_order)
    first = max(0, min(place - SERIES // 2, len(others) - SERIES))
    return tuple(frame.card(one.address) for one in others[first : first + SERIES])


def _facts(frame: Frame, entry: Entry) -> tuple[Fact, ...]:
    say, day = frame.language.say, frame.language.day
    category = frame.site.category(entry.category)
    published = day(entry.published.day)
    formed = day(entry.formed) if entry.formed else Stamp("", "")
    clock = entry.published.clock
    rows = (
        ("index_no", entry.index_no, "", ""),
        ("category", category.title, "", routes.category(category.id)),
        ("unit", entry.unit.name, "", routes.unit(entry.unit.id)),
        ("audience", say("plan_audience_society"), "", ""),
        ("formed", formed.text, formed.iso, ""),
        ("published", f"{published.text} {clock}", f"{published.iso}T{clock}", ""),
        ("doc_no", entry.doc_no, "", ""),
        ("basis", entry.basis, "", ""),
        ("item", entry.item, "", ""),
        ("timing", say(f"plan_timing_{entry.timing}") if entry.timing else "", "", ""),
        ("source", entry.origin, "", ""),
        ("keywords", say("plan_fact_join").join(entry.keywords), "", ""),
    )
    return tuple(
        [Fact(say(f"plan_fact_{name}"), text, iso, href) for name, text, iso, href in rows if text]
    )


def _about(frame: Frame, one: Attachment) -> str:
    size = frame.language.size(one.file.size)
    return frame.language.say("plan_download", type=one.file.type.upper(), size=size)


def _source_notes(frame: Frame, entry: Entry, phone: str) -> tuple[str, ...]:
    """What a sheet of paper must say so that its page can be found, and somebody asked."""
    say = frame.language.say
    notes = (
        ("index_no", entry.index_no),
        ("version", say("plan_version", n=len(entry.corrections) + 1)),
        ("address", frame.full(entry.address) or entry.address),
        ("phone", phone),
    )
    return tuple([say(f"plan_source_{name}", text=text) for name, text in notes if text])
