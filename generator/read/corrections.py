"""Corrections to the cells they changed: each is found in its table, and what it was is not what it is."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from generator.model import fields as f
from generator.model.entry import Correction, Spot
from generator.read.fields import Reader
from generator.read.got import Got
from generator.values.dataclass import dataclass, replace
from generator.values.money import Money
from generator.values.pattern import pattern
from generator.values.quantity import Quantity, grouped
from generator.values.text import nearest

_NTH = pattern(r"(?:第|row) *([1-9][0-9]{0,5}) *行?", re.IGNORECASE)
NOTHING = "无"
"""How a person writes that a cell was empty."""
_SHOWN = 6
"""Rows of one name that a problem lists."""
_PARTS = (("row", "行"), ("column", "栏"), ("was", "原值"))


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of one of the entry's tables, with the table's declaration and its number from 0."""

    table: f.Field
    number: int
    got: Got


@dataclass(frozen=True, slots=True)
class _Named:
    """A correction with what was written; where it names a cell, the row and the former value."""

    got: Got
    correction: Correction
    row: Got | None = None
    value: object = None


def corrected(reader: Reader, got: Got, declared: tuple[f.Field, ...]) -> tuple[Correction, ...]:
    """The corrections as written, each with its cell where it names one; problems go to the reader."""
    if not got.groups("corrections"):
        return ()
    lines = tuple(_lines(got, declared))
    named = tuple(
        _named(reader, one, lines, on) for one in got.groups("corrections") if (on := one.day("on"))
    )
    _check_last(reader, named)
    return tuple(one.correction for one in named)


def _lines(got: Got, declared: Iterable[f.Field]) -> Iterator[_Line]:
    for table in declared:
        if isinstance(table.type, f.Table):
            for number, one in enumerate(got.groups(table.key)):
                yield _Line(table, number, one)


def _named(reader: Reader, got: Got, lines: tuple[_Line, ...], on: date) -> _Named:
    plain = Correction(on, got.text("what"), got.text("why"))
    written = [key for key, _ in _PARTS if key in got.spots]
    if not written:
        return _Named(got, plain)
    absent = "、".join(zh for key, zh in _PARTS if key not in got.spots)
    if absent:
        reader.problems.append(got.problem("correction/parts", written[0], absent=absent))
        return _Named(got, plain)
    if not lines:
        reader.problems.append(got.problem("correction/no-table", "row"))
        return _Named(got, plain)
    line = _row(reader, got, lines)
    column = _column(reader, got, line) if line else None
    if line is None or column is None:
        return _Named(got, plain)
    is_empty = got.text("was") == NOTHING
    value = None if is_empty else reader.typed(column.type, got, "was")
    if value is None and not is_empty:
        return _Named(got, plain)
    spot = Spot(line.table.key, line.number, column.key)
    was = _shown(reader, column.type, value, got.text("was"))
    return _Named(got, replace(plain, spot=spot, was=was), line.got, value)


def _row(reader: Reader, got: Got, lines: tuple[_Line, ...]) -> _Line | None:
    """The one row that is meant: by a name that stands in it, or by its number."""
    word = got.text("row")
    found = [one for one in lines if word in _names(one)]
    nth = _NTH.fullmatch(word)
    if nth and not found:
        found = [one for one in lines if one.number == int(nth[1]) - 1]
    if len(found) > 1:
        # of two tables, only one may have the column
        found = [one for one in found if _field(one, got.text("column"))] or found
    if len(found) == 1:
        return found[0]
    if found:
        rows = "、".join(str(one.number + 1) for one in found[:_SHOWN])
        more = " …" if len(found) > _SHOWN else ""
        told = got.problem("correction/rows", "row", value=word, rows=f"{rows}{more}")
        reader.problems.append(told)
        return None
    near = nearest(word, [name for one in lines for name in _names(one)])
    reader.problems.append(got.problem("correction/row", "row", value=word, near=near))
    return None


def _names(line: _Line) -> tuple[str, ...]:
    """What a row may be called by: the texts that every row of its table has."""
    return tuple(
        line.got.text(one.key)
        for one in _columns(line.table)
        if isinstance(one.type, f.Text) and one.required
    )


def _columns(table: f.Field) -> tuple[f.Field, ...]:
    return table.type.fields if isinstance(table.type, f.Table) else ()


def _field(line: _Line, word: str) -> f.Field | None:
    return next((one for one in _columns(line.table) if word in {one.key, one.zh}), None)


def _column(reader: Reader, got: Got, line: _Line) -> f.Field | None:
    found, word = _field(line, got.text("column")), got.text("column")
    if found is None:
        columns = tuple(one.zh for one in _columns(line.table))
        near = nearest(word, [name for one in _columns(line.table) for name in (one.zh, one.key)])
        reader.problems.append(
            got.problem(
                "correction/column", "column", value=word, offered="、".join(columns), near=near
            )
        )
    return found


def _shown(reader: Reader, kind: f.Type, value: object, written: str) -> str:
    """A former value as its column writes numbers and choices; anything else as it was written."""
    match value:
        case Money():
            return value.in_unit(reader.unit)
        case int():
            return grouped(value)
        case Quantity():
            return str(value)
        case str() if isinstance(kind, f.Choice):
            return next(one.zh for one in kind.options if one.key == value)
        case _:
            return written


def _check_last(reader: Reader, named: tuple[_Named, ...]) -> None:
    """Of a cell corrected twice the first may have been undone; the last must have changed it."""
    in_order = sorted(named, key=lambda one: one.correction.on)
    last: dict[Spot, _Named] = {}
    for one in in_order:
        spot = one.correction.spot
        if spot and spot in last and last[spot].value == one.value:
            told = one.got.problem("correction/twice", "was", value=one.correction.was)
            reader.problems.append(told)
        if spot:
            last[spot] = one
    for spot, one in last.items():
        if one.row is None:
            continue
        is_unread = spot.column in one.row.spots and spot.column not in one.row.values
        if not is_unread and one.row.values.get(spot.column) == one.value:
            told = one.got.problem("correction/same", "was", value=one.correction.was)
            reader.problems.append(told)
