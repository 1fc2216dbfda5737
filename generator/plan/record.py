"""An entry and an issue as records: the same content as their pages, for machines and for proof.

A record's bytes depend on what the office wrote and on nothing else (no theme, no address of the
site), so their SHA-256 is the fingerprint of the entry, and anybody can work it out.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from html import unescape
from operator import attrgetter
from typing import Any

from generator.model import fields as f
from generator.model.category import Category
from generator.model.entry import Correction, Display, Entry
from generator.model.issue import Issue
from generator.model.kind import kind
from generator.plan.dataset import DataField, DataTable, DataType, Value, csv_of, json_of
from generator.values.artifact import Artifact
from generator.values.dataclass import dataclass, field_names
from generator.values.dates import Moment, Month
from generator.values.digest import sha256
from generator.values.money import Money
from generator.values.pattern import pattern
from generator.values.quantity import Quantity

FORMAT = 1
COMPUTED = frozenset({"total_cases", "total_area", "area_unit"})
"""Fields that a detail does not keep: compared when read, or said by the value itself."""
_HELD = {
    "date": "day",
    "money_unit": "unit",
    "totals": "rows",
    "total_people": "people",
    "total_households": "households",
    "total_amount": "amount",
    "distribution": "shares",
}
"""Where a value holds what its field is called otherwise."""
_TYPES: dict[type, DataType] = {
    f.Amount: "decimal",
    f.Measure: "decimal",
    f.Count: "integer",
    f.Tally: "integer",
    f.Day: "date",
    f.When: "datetime",
    f.Span: "month",
}
_ABSENT = object()
_WRITTEN: Mapping[type, Callable[[Any], str]] = {
    Money: attrgetter("plain"),
    Quantity: lambda one: format(one.value, "f"),
    date: date.isoformat,
    Month: str,
    Decimal: str,
}
"""What a value is in JSON, where it is more than a text or a number."""
Plain = Value | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Kin:
    """The addresses of the entries that an entry names: what replaced it, what is related to it."""

    by: str = ""
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """An entry's files for machines: the record first, then its tables as CSV."""

    files: tuple[Artifact, ...]
    tables: tuple[DataTable, ...]
    fingerprint: str


def record_paths(entry: Entry) -> tuple[str, ...]:
    """The addresses of the files of its record, before that is made."""
    stem = entry.address.removesuffix(".html")
    declared = (one for one in kind(entry.kind).fields if isinstance(one.type, f.Table))
    count = sum(bool(held(entry.detail, one.key)) for one in declared) + entry.body.count("<table")
    return (f"{stem}.json", *(_sheet(stem, number) for number in range(1, count + 1)))


def _sheet(stem: str, number: int) -> str:
    """The address of an entry's table; no entry's can hold two hyphens in a row."""
    return f"{stem}{f'--{number}' if number > 1 else ''}.csv"


@dataclass(frozen=True, slots=True)
class Brief:
    """What a page says of a record: its fingerprint, the lengths of its files by address, its own first.

    `titles` are those of its tables; nobody asks for them where there are fewer than two.
    """

    fingerprint: str
    files: tuple[tuple[str, int], ...]
    titles: tuple[str, ...] = ()


def brief(made: Record) -> Brief:
    """What is to be said of a record."""
    files = tuple((one.path, len(one.body)) for one in made.files)
    return Brief(made.fingerprint, files, tuple(one.title for one in made.tables))


@dataclass(frozen=True, slots=True)
class Gathered:
    """An entry in the record of its issue; `published` is a day, `sha256` its fingerprint."""

    address: str
    title: str
    category: str
    unit: str
    published: str
    sha256: str


def record(entry: Entry, category: Category, zone: str, body: str, kin: Kin) -> Record:
    """Everything that the entry's page says; `body` has its links as seen from the page."""
    tables = (*_tables(entry), *tables_of(body))
    stem = entry.address.removesuffix(".html")
    whole = json_of(_whole(entry, category, zone, body, tables, kin))
    sheets = tuple(
        Artifact(_sheet(stem, number), csv_of(one)) for number, one in enumerate(tables, 1)
    )
    return Record((Artifact(f"{stem}.json", whole), *sheets), tables, sha256(whole))


def issue_record(issue: Issue, entries: Iterable[Gathered], title: str) -> bytes:
    """What an issue of the series `title` gathers, with the fingerprint of each entry."""
    rows = [{name: getattr(one, name) for name in field_names(Gathered)} for one in entries]
    return json_of(
        {
            "format": FORMAT,
            "series": title,
            "month": str(issue.month),
            "number": issue.number,
            "total": issue.total,
            "entries": rows,
        }
    )


def moment(at: Moment, zone: str) -> str:
    """`2026-10-12T09:30:00+08:00`."""
    return f"{at.day.isoformat()}T{at.clock or '00:00'}:00{zone}"


def moments(entry: Entry, hour: str, today: date) -> tuple[Moment, ...]:
    """When the entry was published and changed, up to `today`; what has no hour takes the site's."""
    return (entry.published, *(Moment(day, hour) for day in entry.changed if day <= today))


def updated(entry: Entry, hour: str, today: date) -> Moment:
    """When the entry last changed, as of `today`."""
    return max(moments(entry, hour, today))


def _whole(  # noqa: PLR0913, PLR0917 - an entry, and what is said around it
    entry: Entry,
    category: Category,
    zone: str,
    body: str,
    tables: tuple[DataTable, ...],
    kin: Kin,
) -> dict[str, object]:
    said: dict[str, object] = {
        "format": FORMAT,
        "address": entry.address,
        "title": entry.title,
        "status": entry.status,
        "kind": entry.kind,
        "category": {"id": category.id, "title": category.title},
        "unit": {"id": entry.unit.id, "name": entry.unit.name},
        "published": moment(entry.published, zone),
        "formed": _plain(entry.formed),
        "index_no": entry.index_no,
        "doc_no": entry.doc_no,
        "item": entry.item,
        "basis": entry.basis,
        "audience": entry.audience,
        "timing": entry.timing,
        "summary": entry.summary,
        "keywords": list(entry.keywords),
        "source": entry.origin,
        "display": _span(entry.display),
        "review": [_mapping(one) for one in entry.review],
        "corrections": [_correction(one) for one in entry.corrections],
        "withdrawal": _mapping(entry.withdrawal),
        "superseding": _superseding(entry, kin),
        "related": list(kin.related),
        "series": entry.series,
        "aliases": [one.text for one in entry.aliases],
        "data": _data(entry),
        "tables": [*tables],
        "html": body,
        "attachments": [
            {
                "title": one.title,
                "address": one.address,
                "bytes": one.file.size,
                "sha256": one.file.sha256,
            }
            for one in entry.attachments
        ],
    }
    return {key: value for key, value in said.items() if value}


def _span(display: Display | None) -> dict[str, object]:
    """The period; where it was given in working days, how many, and the years not yet known."""
    if display is None:
        return {}
    said: dict[str, object] = {
        "from": display.start.isoformat(),
        "until": display.end.isoformat(),
        "working_days": display.working,
        "provisional": list(display.unknown),
    }
    return {key: value for key, value in said.items() if value}


def _correction(one: Correction) -> dict[str, object]:
    """A correction; its cell by the table's and the column's key and the row counted from 1.

    `was` is what the table showed there, and stays when that was nothing.
    """
    said: dict[str, object] = {"on": one.on.isoformat(), "what": one.what, "why": one.why}
    if one.spot:
        cell = {"table": one.spot.table, "row": one.spot.row + 1, "column": one.spot.column}
        said |= cell | {"was": one.was}
    return said


def _superseding(entry: Entry, kin: Kin) -> dict[str, str]:
    if entry.superseding is None:
        return {}
    said = {
        "on": entry.superseding.on.isoformat(),
        "by": kin.by,
        "why": entry.superseding.why,
    }
    return {key: value for key, value in said.items() if value}


def _mapping(value: object) -> dict[str, Plain]:
    """A small value by the names of its fields, without what is empty; None gives nothing."""
    if value is None:
        return {}
    its: type = value.__class__
    pairs = ((name, _plain(getattr(value, name))) for name in field_names(its))
    return {name: each for name, each in pairs if each not in {None, ""}}


def _plain(value: object) -> Value:
    """A value as JSON has it: decimals as texts, days in ISO form."""
    if isinstance(value, str | int):
        return value
    write = _WRITTEN.get(value.__class__)
    return write(value) if write else None


def held(detail: object, key: str) -> object:
    """What a value holds under the key of its field; None where it has nothing."""
    found = getattr(detail, _HELD.get(key, key), _ABSENT)
    if found is not _ABSENT:
        return found
    parts = getattr(detail, "parts", ())
    return next((one.amount for one in parts if one.key == key), None)


def _value(holder: object, one: f.Field) -> Value:
    return _said(one, held(holder, one.key))


def _said(one: f.Field, what: object) -> Value:
    """A field's value as JSON has it; a choice by its Chinese word."""
    value = _plain(what)
    if isinstance(one.type, f.Choice):
        return next((word.zh for word in one.type.options if word.key == value), value)
    return value


def _data(entry: Entry) -> dict[str, object]:
    """The kind's own fields that are no table, each with its title, its value, its unit."""
    out: dict[str, object] = {}
    for one in kind(entry.kind).fields:
        if isinstance(one.type, f.Table) or one.key in COMPUTED:
            continue
        if isinstance(one.type, f.Group):
            group = held(entry.detail, one.key)
            inner = {each.key: _value(group, each) for each in one.type.fields}
            value: object = {key: text for key, text in inner.items() if text not in {None, ""}}
        else:
            value = _value(entry.detail, one)
        if value in (None, "", {}):
            continue
        field = column(one, (held(entry.detail, one.key),))
        unit = {"unit": field.unit} if field.unit else {}
        out[one.key] = {"title": one.zh, "value": value, **unit}
    return out


def _tables(entry: Entry) -> Iterable[DataTable]:
    """The tables that the kind declares, each with the columns that say something."""
    for one in kind(entry.kind).fields:
        if isinstance(one.type, f.Table):
            rows = held(entry.detail, one.key)
            if rows and isinstance(rows, tuple):
                yield _table(one, one.type.fields, rows)


def _table(one: f.Field, declared: tuple[f.Field, ...], rows: tuple[object, ...]) -> DataTable:
    columns: list[DataField] = []
    cells: list[list[Value]] = []
    for each in declared:
        values = _held_by_all(rows, each.key)
        if isinstance(each.type, f.Choice):
            said = [_said(each, v) for v in values]
        else:
            said = [v if v.__class__ is str else _plain(v) for v in values]
        if any(v not in {None, ""} for v in said):
            columns.append(column(each, values))
            cells.append(said)
    return DataTable(one.key, one.zh, tuple(columns), tuple(zip(*cells, strict=True)))


def _held_by_all(rows: tuple[object, ...], key: str) -> tuple[object, ...]:
    """What each row holds under the key; all rows of a table are of one class."""
    name = _HELD.get(key, key)
    if hasattr(rows[0], name):
        return tuple(map(attrgetter(name), rows))
    return tuple(held(row, key) for row in rows)


def column(one: f.Field, values: tuple[object, ...]) -> DataField:
    """A declared field as a column of such values, whose unit it names."""
    unit = ""
    if isinstance(one.type, f.Amount):
        unit = "元"
    elif isinstance(one.type, f.Measure):
        unit = one.type.unit or next((v.unit for v in values if isinstance(v, Quantity)), "")
    return DataField(one.key, one.zh, _TYPES.get(type(one.type), "text"), unit, one.help)


_CELL = pattern(r"<t[hd](?: [^>]*)?>([^<]*(?:<(?!/t[hd]>)[^<]*)*)</t[hd]>")
_BREAK = pattern("<br[^>]*>")
_TAG = pattern("<[^>]*>")


def tables_of(body: str) -> tuple[DataTable, ...]:
    """The tables in a text; their columns are texts, called after their headings.

    The text is of our own making: what is opened is closed, no table stands in another, and every
    angle bracket is a tag's.
    """
    found = (table.partition("</table>")[0] for table in body.split("<table>")[1:])
    return tuple(_text_table(number, table) for number, table in enumerate(found, 1))


def _text_table(number: int, html: str) -> DataTable:
    head, *rows = (
        [_words(cell) if "<" in cell or "&" in cell else cell for cell in _CELL.findall(row)]
        for row in html.split("</tr>")[:-1]
    )
    columns = tuple(DataField(f"c{index}", title, "text") for index, title in enumerate(head, 1))
    cells = tuple(tuple(map(str.strip, row)) for row in rows)
    return DataTable(f"text-{number}", "", columns, cells)


def _words(cell: str) -> str:
    """What a cell says that holds more than plain text."""
    return unescape(_TAG.sub("", _BREAK.sub(" ", cell)))
