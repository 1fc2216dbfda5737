"""An entry's file to an entry: head, text, and what its kind's room makes of the rest."""

import functools
import importlib
from datetime import date
from typing import NamedTuple, Protocol

from generator.model import entry as model
from generator.model import kind as kinds
from generator.model.address import address_of
from generator.model.attachment import Attachment, Beside
from generator.model.category import Category
from generator.model.entry import (
    Correction,
    Display,
    Entry,
    Named,
    Step,
    Superseding,
    Withdrawal,
)
from generator.model.fields import Field, Table
from generator.model.kind import Detail, Kind
from generator.model.measures import area_unit
from generator.model.settings import Settings
from generator.model.site import Shown, Why, Withheld
from generator.model.standing import Standing
from generator.model.unit import Unit
from generator.read import (
    agreement,
    attachments,
    display,
    ends,
    frontmatter,
    markdown,
    punctuation,
    yamldoc,
)
from generator.read.corrections import corrected
from generator.read.fields import Reader
from generator.read.got import Got
from generator.read.markdown import Body
from generator.read.site import unknown_kind
from generator.read.source import Source
from generator.read.yamldoc import Mapping, Scalar
from generator.values.dataclass import dataclass, replace
from generator.values.dates import Moment
from generator.values.problem import Problem
from generator.values.read import Read
from generator.values.workdays import WEEKDAYS, WorkCalendar

Outcome = Entry | Withheld | Standing | Shown
"""What comes of a text: of one in `pages/` a page of the site itself, of all others the first two.

The last comes of texts that are read for a preview, and of no others.
"""
_STATUS: dict[str, model.Status] = {
    "draft": "draft",
    "ready": "ready",
    "withdrawn": "withdrawn",
    "superseded": "superseded",
}


class Room(Protocol):
    """What a kind's room offers on this floor."""

    def read(self, reader: Reader, got: Got) -> Detail | None:
        """What the kind adds, from fields already typed; problems go to the reader."""


@functools.cache
def _room(kind: str) -> Room:
    """The room of the kind."""
    room: Room = importlib.import_module(f"generator.read.{kinds.room(kind)}")
    return room


@dataclass(frozen=True, slots=True)
class _Draft:
    """An entry's file cut open: its head as a tree, its text with where it begins."""

    head: Mapping
    shift: int
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands beside an entry and bears its name: files of rows, and the files of its folder.

    `rows` are the paths and bytes of CSV and xlsx files.
    """

    rows: tuple[tuple[str, bytes], ...] = ()
    files: tuple[Beside, ...] = ()


NOTHING_ASIDE = Aside()


def read_entry(  # noqa: PLR0913, PLR0917 - all that an entry's meaning depends on
    source: Source,
    category: Category,
    settings: Settings,
    today: date,
    aside: Aside = NOTHING_ASIDE,
    calendar: WorkCalendar = WEEKDAYS,
) -> Read[Outcome]:
    """The entry in `source`, or why it is not to be published; None when something is wrong."""
    found = opened(source, category, settings, today, aside, calendar)
    if found.value is None:
        return Read(None, found.problems)
    one = found.value
    return _held_draft(one) if one.reader.draft else _finish(one)


def opened(  # noqa: PLR0913, PLR0917 - as above
    source: Source,
    category: Category,
    settings: Settings,
    today: date,
    aside: Aside,
    calendar: WorkCalendar,
) -> "Read[Opened]":
    """The entry's file with its head read; None when not even that can be."""
    cut = _cut(source)
    if cut.value is None:
        return Read(None, cut.problems)
    draft = cut.value
    reader = Reader(source, shift=draft.shift)
    kind = _kind(reader, draft.head, category, is_text=source.path.lower().endswith(".md"))
    if kind is None:
        return Read(None, tuple(reader.problems))
    reader.unit = "万元" if _peek(draft.head, "money_unit", "金额单位") == "万元" else "元"
    reader.area = area_unit(_peek(draft.head, "area_unit", "面积单位"))
    reader.guard = kind.guard
    reader.reserved = model.RESERVED
    reader.calendar = calendar
    status = _peek(draft.head, "status", "状态")
    reader.draft = status in {"draft", "草稿"}
    declared = _declared(kind.id, by_file=bool(aside.rows))
    got = reader.group(draft.head, declared)
    if aside.rows:
        from generator.read.beside import add_rows  # noqa: PLC0415 - few entries pay for calamine

        add_rows(reader, got, kind.fields, aside.rows)
    reader.problems += punctuation.in_head(got)
    context = _Context(source, category, settings, today, kind, aside.files)
    return Read(Opened(reader, got, draft, context, declared))


@functools.cache
def _declared(kind: str, *, by_file: bool) -> tuple[Field, ...]:
    """The fields of an entry of the kind; `by_file` as it must have them when its rows stand in a file."""
    own = kinds.kind(kind).fields
    if by_file:
        own = tuple(
            replace(one, required=False) if isinstance(one.type, Table) else one for one in own
        )
    return (*model.FIELDS, *own)


@dataclass(frozen=True, slots=True)
class _Context:
    source: Source
    category: Category
    settings: Settings
    today: date
    kind: Kind
    files: tuple[Beside, ...]


class Opened(NamedTuple):
    """An entry's file of which the head is read, by what was `declared` of it."""

    reader: Reader
    got: Got
    draft: _Draft
    context: _Context
    declared: tuple[Field, ...]


class Core(NamedTuple):
    """What no entry can be without."""

    unit: Unit
    published: Moment
    detail: Detail


class Parts(NamedTuple):
    """What is made of several fields, or of the text; None where that cannot be."""

    unit: Unit | None
    published: Moment | None
    detail: Detail | None
    address: str
    display: Display | None
    corrections: tuple[Correction, ...]
    withdrawal: Withdrawal | None
    superseding: Superseding | None
    attachments: tuple[Attachment, ...]
    body: Body


def _held_draft(one: Opened) -> Read[Outcome]:
    """A draft may have holes; what it does say must still be readable."""
    reader, got, category = one.reader, one.got, one.context.category
    if any(one.severity == "stop" for one in reader.problems):
        return Read(None, tuple(reader.problems))
    path, name = reader.source.path, got.text("id")
    names = (address_of(path, category.id, name), name, *got.texts("aliases"))
    held = Withheld(path, "draft", got.text("title"), names=tuple(one for one in names if one))
    return Read(held, tuple(reader.problems))


def _cut(source: Source) -> Read[_Draft]:
    if not source.path.lower().endswith(".md"):
        found = yamldoc.load(source)
        return _as_draft(source, found, 0, "", 0)
    parts = frontmatter.split(source)
    if parts.value is None:
        return Read(None, parts.problems)
    cut = parts.value
    found = yamldoc.load(source, cut.head, cut.head_line)
    return _as_draft(source, found, cut.head_line - 1, cut.body, cut.body_line)


def _as_draft(
    source: Source, found: Read[yamldoc.Node], shift: int, body: str, body_line: int
) -> Read[_Draft]:
    if isinstance(found.value, Mapping):
        return Read(_Draft(found.value, shift, body, body_line))
    return Read(None, found.problems or (source.problem("head/no-keys", shift + 1),))


def _peek(head: Mapping, *words: str) -> str:
    """A value that decides how the others are read."""
    for key, value in head.items:
        if key.text in words and isinstance(value, Scalar):
            return value.text.strip()
    return ""


def _kind(reader: Reader, head: Mapping, category: Category, *, is_text: bool) -> Kind | None:
    for key, value in head.items:
        if key.text in {"kind", "类型"} and isinstance(value, Scalar) and value.text.strip():
            return _named_kind(reader, value, category)
    usual = "notice" if is_text and "notice" in category.kinds else category.kinds[0]
    return kinds.kind(usual)


def _named_kind(reader: Reader, value: Scalar, category: Category) -> Kind | None:
    word = value.text.strip()
    found = next((kind for kind in kinds.kinds() if word in {kind.id, kind.zh}), None)
    line = value.line + reader.shift
    if found is None:
        reader.problems.append(unknown_kind(reader.source, line, value.column, word))
        return None
    if found.id not in category.kinds:
        offered = "、".join(w for name in category.kinds for w in (kinds.kind(name).zh, name))
        reader.problems.append(
            reader.source.problem(
                "kind/not-here",
                line,
                value.column,
                len(word),
                value=word,
                category=category.title,
                offered=offered,
            )
        )
        return None
    return found


def _finish(one: Opened) -> Read[Outcome]:
    parts, problems = gathered(one)
    unit, published, detail = parts.unit, parts.published, parts.detail
    if (
        any(each.severity == "stop" for each in problems)
        or unit is None
        or published is None
        or detail is None
    ):
        return Read(None, tuple(problems))
    today = one.context.today
    entry = made(one, parts, Core(unit, published, detail))
    return Read(_or_withheld(entry.on(today), today), tuple(problems))


def gathered(one: Opened) -> tuple[Parts, list[Problem]]:
    """All that is made of the entry's file, and all that is wrong with it."""
    reader, got, draft, context, _ = one
    room = _room(context.kind.id)
    unit = agreement.unit_of(reader, got, context.settings)
    published = agreement.published_at(reader, got, context.settings)
    withdrawal = ends.withdrawal(reader, got)
    superseding = ends.superseding(reader, got)
    agreement.check_later(reader, got, published, context.today)
    agreement.check_aliases(reader, got)
    period = display.read(reader, got)
    agreement.check_early(reader, got, published)
    detail = room.read(reader, got)
    corrections = corrected(reader, got, context.kind.fields)
    address = address_of(context.source.path, context.category.id, got.text("id"))
    own = attachments.attached(reader, got, context.files, address)
    text = (
        markdown.render(context.source, draft.body, draft.body_line, own)
        if draft.body.strip()
        else None
    )
    if not draft.body.strip() and not context.kind.fields:
        reader.problems.append(context.source.problem("body/empty", draft.body_line))
    body = (text.value if text else None) or Body("", ())
    problems = [*reader.problems, *(text.problems if text else ())]
    if text is None or text.value:
        problems += attachments.unused(own, body.files)
    parts = Parts(
        unit, published, detail, address, period, corrections, withdrawal, superseding, own, body
    )
    return parts, problems


def _or_withheld(entry: Entry, today: date) -> Outcome:
    if entry.audience == "internal":
        return withheld(entry, "internal")
    return withheld(entry, "future") if entry.published.day > today else entry


def withheld(entry: Entry, why: Why) -> Withheld:
    """The entry as one that is not published."""
    until, old = entry.published.day.isoformat(), (one.text for one in entry.aliases)
    names = tuple(one for one in (entry.address, entry.id, *old) if one)
    return Withheld(entry.source, why, entry.title, until, names)


def made(one: Opened, parts: Parts, core: Core) -> Entry:
    """The entry."""
    got, context = one.got, one.context
    return Entry(
        source=context.source.path,
        address=parts.address,
        category=context.category.id,
        kind=context.kind.id,
        title=got.text("title"),
        status=_STATUS[got.text("status", "ready")],
        published=core.published,
        formed=got.day("formed"),
        unit=core.unit,
        item=got.text("item"),
        doc_no=got.text("doc_no"),
        index_no=got.text("index_no"),
        index_place=got.at("index_no"),
        basis=got.text("basis"),
        audience="internal" if got.text("audience") == "internal" else "society",
        timing=got.text("timing"),
        display=parts.display,
        review=tuple(Step(g.text("step"), g.text("by"), g.day("on")) for g in got.groups("review")),
        corrections=parts.corrections,
        withdrawal=parts.withdrawal,
        superseding=parts.superseding,
        summary=got.text("summary"),
        keywords=got.texts("keywords"),
        origin=got.text("source"),
        attachments=parts.attachments,
        body=parts.body.html,
        links=parts.body.links,
        detail=core.detail,
        id=got.text("id"),
        related=_named(got, "related"),
        series=got.text("series"),
        aliases=_named(got, "aliases"),
    )


def _named(got: Got, key: str) -> tuple[Named, ...]:
    """The texts of a list, each with its place."""
    found = []
    for number, text in enumerate(got.texts(key)):
        line, column, _ = got.spots.get(f"{key}.{number}", got.spots[key])
        found.append(Named(text, got.source.place(line, column)))
    return tuple(found)
