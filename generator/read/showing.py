"""An entry's file to what a preview shows of it: drafts and entries to come as if their day had come.

What a draft lacks and what is wrong with a file is told; what it does say is shown meanwhile.
"""

import posixpath
from collections.abc import Iterator
from datetime import date
from typing import Literal

from generator.model import standing
from generator.model.address import address_of
from generator.model.category import Category
from generator.model.entry import Entry
from generator.model.notice import KIND, Notice
from generator.model.settings import Settings
from generator.model.site import Shown, Why
from generator.model.unit import Unit
from generator.read.entry import (
    NOTHING_ASIDE,
    Aside,
    Core,
    Opened,
    Outcome,
    Parts,
    gathered,
    made,
    opened,
    withheld,
)
from generator.read.source import Source, decode
from generator.values.dataclass import replace
from generator.values.dates import Moment, NoSuchDayError, NotADateError, parse_moment
from generator.values.pattern import pattern
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read
from generator.values.text import mask
from generator.values.workdays import WEEKDAYS, WorkCalendar

UNSAID = "□□□□"
"""Stands where a draft does not say yet whose it is."""
_SAID = pattern(r"[\"']?(title|标题|published|公布日期)[\"']?\s*[:：]\s*[\"']?(.+?)[\"']?\s*")
"""A line of a head that says one of two things, however wrong the others are."""
_HEAD = 60
"""Lines among which they are looked for."""


def show_entry(  # noqa: PLR0913, PLR0917 - all that an entry's meaning depends on
    source: Source,
    category: Category,
    settings: Settings,
    today: date,
    aside: Aside = NOTHING_ASIDE,
    calendar: WorkCalendar = WEEKDAYS,
) -> Read[Outcome]:
    """The entry in `source` as a preview shows it; None when nothing of it can be read.

    What only hinders a draft from being published is a note.
    """
    found = opened(source, category, settings, today, aside, calendar)
    if found.value is None:
        return Read(None, found.problems)
    one = found.value
    is_draft, known = one.reader.draft, len(one.reader.problems)
    is_broken = is_draft and _has_stops(one.reader.problems)
    parts, problems = gathered(one)
    if is_draft:
        later = [replace(each, severity="note") for each in (*problems[known:], *_holes(one))]
        problems = [*problems[:known], *later]
    is_broken = is_broken or _has_stops(problems)
    is_whole = not any(each.severity != "warn" for each in problems)
    entry = _entry(one, parts, is_whole=is_whole).on(today)
    if entry.audience == "internal":
        return Read(withheld(entry, "internal"), tuple(problems))
    why: Why | Literal[""] = "future" if entry.published.day > today else ""
    if is_draft:
        entry, why = replace(entry, status="ready"), "draft"
    on = parts.published.day.isoformat() if why and parts.published else ""
    outcome = Shown(entry, why, is_broken, on) if why or is_broken else entry
    return Read(outcome, tuple(problems))


def _has_stops(problems: list[Problem]) -> bool:
    return any(each.severity == "stop" for each in problems)


def _holes(one: Opened) -> Iterator[Problem]:
    """What the draft does not say yet and has to."""
    before = len(one.reader.problems)
    for each in one.declared:
        if each.required and each.key not in one.got.spots:
            one.reader.missing(one.got, each)
    yield from one.reader.problems[before:]


def _entry(one: Opened, parts: Parts, *, is_whole: bool) -> Entry:
    """The entry with its holes filled; one that is not whole refers to nothing, and nothing to it."""
    settings, today = one.context.settings, one.context.today
    core = Core(
        parts.unit or _nobody(settings),
        _on_its_day(parts.published, settings, today),
        parts.detail or Notice(),
    )
    entry = made(one, parts, core)
    if is_whole:
        return entry
    return replace(
        entry,
        title=mask(entry.title) or _name(entry.source),
        kind=entry.kind if parts.detail else KIND.id,
        status="ready",
        corrections=(),
        withdrawal=None,
        superseding=None,
        related=(),
        aliases=(),
    )


def _nobody(settings: Settings) -> Unit:
    """The unit of an entry that names none: it stands in the first one's place, and bears no name."""
    first = settings.units[0]
    return Unit(first.id, UNSAID, UNSAID, first.level)


def _on_its_day(published: Moment | None, settings: Settings, today: date) -> Moment:
    """The day that the entry names, where the site has a month for it; else today."""
    if published and published.month >= settings.series.start:
        return Moment(published.day, published.clock or settings.hour)
    return Moment(today, settings.hour)


def _name(path: str) -> str:
    """What the file is called, without its ending."""
    return mask(posixpath.splitext(posixpath.basename(path))[0])


def stand_in(
    path: str, body: bytes, category: Category | None, settings: Settings, today: date
) -> Shown:
    """What is shown of a file that cannot be read: at its address, with what its head may say.

    Without a category it is one of a page of the site itself.
    """
    source = decode(path, body).value
    said = dict(_said(source)) if source else {}
    title = mask(said.get("title", "")) or _name(path)
    if category is None:
        address = address_of(path, standing.FOLDER)
        page = standing.Standing(path, address, title, "", 0, None, (), "", ())
        return Shown(page, "", is_broken=True)
    entry = Entry(
        source=path,
        address=address_of(path, category.id),
        category=category.id,
        kind=KIND.id,
        title=title,
        status="ready",
        published=_on_its_day(_moment(said.get("published", "")), settings, today),
        formed=None,
        unit=_nobody(settings),
        item="",
        doc_no="",
        index_no="",
        index_place=Place(path),
        basis="",
        audience="society",
        timing="",
        display=None,
        review=(),
        corrections=(),
        withdrawal=None,
        summary="",
        keywords=(),
        origin="",
        attachments=(),
        body="",
        links=(),
        detail=Notice(),
    )
    return Shown(entry, "future" if entry.published.day > today else "", is_broken=True)


def _said(source: Source) -> Iterator[tuple[str, str]]:
    """The title and the day, as far as lines of the head say them."""
    keys = {"标题": "title", "公布日期": "published"}
    for line in source.text.split("\n")[:_HEAD]:
        found = _SAID.fullmatch(line)
        if found:
            yield keys.get(found[1], found[1]), found[2]


def _moment(text: str) -> Moment | None:
    try:
        return parse_moment(text)
    except (NotADateError, NoSuchDayError):
        return None
