"""An entry's file to an entry: head, text, and what its kind's room makes of the rest."""

import importlib
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple, Protocol

from generator.model import entry as model
from generator.model import kind as kinds
from generator.model.address import address_of, is_page
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
from generator.model.site import Why, Withheld
from generator.model.standing import Standing
from generator.model.unit import Unit
from generator.read import attachments, display, ends, frontmatter, markdown, punctuation, yamldoc
from generator.read.corrections import corrected
from generator.read.fields import Reader
from generator.read.got import Got
from generator.read.markdown import Body
from generator.read.site import unknown_kind
from generator.read.source import Source
from generator.read.yamldoc import Mapping, Scalar
from generator.values.dataclass import dataclass
from generator.values.dates import Moment
from generator.values.read import Read
from generator.values.text import nearest
from generator.values.workdays import WEEKDAYS, WorkCalendar

Outcome = Entry | Withheld | Standing
"""What comes of a text: of one in `pages/` a page of the site itself, of all others the first two."""
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
    own = kind.fields
    declared = _filled_by_file(own) if aside.rows else own
    got = reader.group(draft.head, (*model.FIELDS, *declared))
    if aside.rows:
        from generator.read.beside import add_rows  # noqa: PLC0415 - few entries pay for calamine

        add_rows(reader, got, own, aside.rows)
    reader.problems += punctuation.in_head(got)
    if reader.draft:
        return _held_draft(reader, got, category)
    return _finish(
        reader, got, draft, _Context(source, category, settings, today, kind, aside.files)
    )


def _filled_by_file(declared: tuple[Field, ...]) -> tuple[Field, ...]:
    """The fields as the entry itself must have them when its rows stand in a file."""
    return tuple(
        replace(one, required=False) if isinstance(one.type, Table) else one for one in declared
    )


@dataclass(frozen=True, slots=True)
class _Context:
    source: Source
    category: Category
    settings: Settings
    today: date
    kind: Kind
    files: tuple[Beside, ...]


class _Parts(NamedTuple):
    """What is made of several fields, or of the text."""

    unit: Unit
    published: Moment
    detail: Detail
    address: str
    display: Display | None
    corrections: tuple[Correction, ...]
    withdrawal: Withdrawal | None
    superseding: Superseding | None
    attachments: tuple[Attachment, ...]
    body: Body


def _held_draft(reader: Reader, got: Got, category: Category) -> Read[Outcome]:
    """A draft may have holes; what it does say must still be readable."""
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


def _finish(reader: Reader, got: Got, draft: _Draft, context: _Context) -> Read[Outcome]:
    room: Room = importlib.import_module(f"generator.read.{kinds.room(context.kind.id)}")
    unit = _unit(reader, got, context.settings)
    published = _published(reader, got, context.settings)
    withdrawal = ends.withdrawal(reader, got)
    superseding = ends.superseding(reader, got)
    _check_later(reader, got, published, context.today)
    _check_aliases(reader, got)
    period = display.read(reader, got)
    _check_early(reader, got, published)
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
    if (
        any(one.severity == "stop" for one in problems)
        or unit is None
        or published is None
        or detail is None
    ):
        return Read(None, tuple(problems))
    parts = _Parts(
        unit, published, detail, address, period, corrections, withdrawal, superseding, own, body
    )
    entry = _entry(got, context, parts)
    return Read(_or_withheld(entry.on(context.today), context.today), tuple(problems))


def _or_withheld(entry: Entry, today: date) -> Outcome:
    why: Why | Literal[""] = ""
    if entry.audience == "internal":
        why = "internal"
    elif entry.published.day > today:
        why = "future"
    if why:
        until, old = entry.published.day.isoformat(), (one.text for one in entry.aliases)
        names = tuple(one for one in (entry.address, entry.id, *old) if one)
        return Withheld(entry.source, why, entry.title, until, names)
    return entry


def _entry(got: Got, context: _Context, parts: _Parts) -> Entry:
    return Entry(
        source=context.source.path,
        address=parts.address,
        category=context.category.id,
        kind=context.kind.id,
        title=got.text("title"),
        status=_STATUS[got.text("status", "ready")],
        published=parts.published,
        formed=got.day("formed"),
        unit=parts.unit,
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
        detail=parts.detail,
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


def _check_aliases(reader: Reader, got: Got) -> None:
    """An old address is the path of a page below the site's root, as every host can serve it."""
    for number, text in enumerate(got.texts("aliases")):
        if not is_page(text):
            told = got.problem("address/alias-form", f"aliases.{number}", value=text)
            reader.problems.append(told)


def _unit(reader: Reader, got: Got, settings: Settings) -> Unit | None:
    word = got.text("unit")
    if not word:
        return None
    unit = settings.unit(word)
    if unit is None:
        words = tuple(w for one in settings.units for w in (one.short, one.name, one.id))
        _say(reader, got, "unit", "unit/unknown", value=word, near=nearest(word, words))
    return unit


def _published(reader: Reader, got: Got, settings: Settings) -> Moment | None:
    moment = got.one("published", Moment)
    if moment is None:
        return None
    formed = got.day("formed")
    if formed and formed > moment.day:
        _say(reader, got, "formed", "date/formed-late", value=formed.isoformat())
    if moment.month < settings.series.start:
        _say(reader, got, "published", "date/before-series", start=str(settings.series.start))
    return Moment(moment.day, moment.clock or settings.hour)


def _check_later(reader: Reader, got: Got, published: Moment | None, today: date) -> None:
    """What happens to an entry comes after its publication.

    An end may wait for its day. A correction of a public entry cannot: the text says the new already.
    """
    corrections = [(one, "on") for one in got.groups("corrections")]
    for one, key in ((got, "on"), (got, "superseded_on"), *corrections):
        on = one.day(key)
        if on and published and on < published.day:
            _say(reader, one, key, "date/before-published", value=on.isoformat())
        elif on and published and one is not got and published.day <= today < on:
            reader.problems.append(one.problem("date/future", key, "warn", value=on.isoformat()))


def _check_early(reader: Reader, got: Got, published: Moment | None) -> None:
    """Nobody can object here on days before the publication."""
    group = got.group("display")
    start = group.day("from") if group else None
    if group and start and published and start < published.day:
        days = {"value": start.isoformat(), "published": published.day.isoformat()}
        reader.problems.append(group.problem("display/early", "from", "warn", **days))


def _say(reader: Reader, got: Got, field: str, code: str, **facts: str) -> None:
    reader.problems.append(got.problem(code, field, "stop", **facts))
