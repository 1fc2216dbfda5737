"""Rows of cells to rows of a declared table: which column is which, and what fits none."""

from collections.abc import Iterator

from generator.model import fields as f
from generator.read.source import Source
from generator.read.yamldoc import Mapping, Node, Scalar
from generator.values.problem import Problem
from generator.values.read import Read
from generator.values.text import nearest

MAX_ROWS = 20_000
MAX_COLUMNS = 200
_ABOVE = 20
"""How many lines may stand above the names of the columns for us to find them."""

Row = tuple[Scalar, ...]


def words_of(declared: tuple[f.Field, ...]) -> frozenset[str]:
    """The names that columns may have, in both languages."""
    return frozenset(word for one in declared for word in (one.key, one.zh))


def mappings(
    source: Source, rows: tuple[Row, ...], declared: tuple[f.Field, ...]
) -> Read[tuple[Mapping, ...]]:
    """The rows below the names of the columns, each a mapping of them to cells."""
    filled = [row for row in rows if any(cell.text for cell in row)]
    if not filled:
        return Read(None, (source.problem("table/blank", words=_listed(declared)),))
    names = _names(filled[0])
    wrong = _no_names(source, filled, declared) or list(_wrong(source, names, declared))
    if wrong:
        return Read(None, tuple(wrong))
    if len(filled) > MAX_ROWS + 1:
        row = filled[MAX_ROWS + 1]
        told = source.problem("table/too-long", row[0].line, 0, limit=f"{MAX_ROWS:,}")
        return Read(None, (told,))
    problems: list[Problem] = []
    out = []
    for row in filled[1:]:
        wrong = list(_misfits(source, row, names))
        problems += wrong
        if not wrong:
            out.append(_mapping(row, names))
    return Read(None if problems else tuple(out), tuple(problems))


def _names(row: Row) -> tuple[Scalar, ...]:
    """The names of the columns without blanks in them (摘　要), up to the last that has one."""
    last = max(number for number, cell in enumerate(row) if cell.text)
    return tuple(
        Scalar("".join(cell.text.split()), cell.line, cell.column, cell.length)
        for cell in row[: last + 1]
    )


def _listed(declared: tuple[f.Field, ...]) -> str:
    return "、".join(one.zh for one in declared)


def _no_names(source: Source, rows: list[Row], declared: tuple[f.Field, ...]) -> list[Problem]:
    """What is wrong when the first line names no column: perhaps a title stands above those."""
    words = words_of(declared)
    known = [sum(cell.text in words for cell in _names(row)) for row in rows[:_ABOVE]]
    if known[0]:
        return []
    first = rows[0][0]
    number = next((number for number, count in enumerate(known) if count > 1), None)
    if number is None:
        near = next(filter(None, (nearest(cell.text, words) for cell in _names(rows[0]))), "")
        return [
            source.problem(
                "table/no-header", first.line, first.column, words=_listed(declared), near=near
            )
        ]
    line = str(rows[number][0].line)
    last = str(rows[number][0].line - 1)
    return [source.problem("table/title", first.line, first.column, header=line, last=last)]


def _wrong(
    source: Source, names: tuple[Scalar, ...], declared: tuple[f.Field, ...]
) -> Iterator[Problem]:
    """Columns that are unknown, named twice or missing."""
    if len(names) > MAX_COLUMNS:
        cell = names[MAX_COLUMNS]
        yield source.problem("table/too-wide", cell.line, cell.column, limit=str(MAX_COLUMNS))
        return
    by_word = {word: one for one in declared for word in (one.key, one.zh)}
    seen = set()
    for cell in names:
        if not cell.text:
            continue
        one = by_word.get(cell.text)
        if one is None:
            yield source.problem(
                "table/unknown-column",
                cell.line,
                cell.column,
                cell.length,
                name=cell.text,
                near=nearest(cell.text, by_word),
                words=_listed(declared),
            )
        elif one.key in seen:
            yield source.problem(
                "table/column-twice", cell.line, cell.column, cell.length, name=cell.text
            )
        else:
            seen.add(one.key)
    for one in declared:
        if one.required and one.key not in seen:
            yield source.problem(
                "table/column-missing",
                names[0].line,
                names[0].column,
                name=one.zh,
                english=one.key,
                help=one.help,
            )


def _misfits(source: Source, row: Row, names: tuple[Scalar, ...]) -> Iterator[Problem]:
    """Cells that stand under no name, and cells that are missing."""
    wanted = str(len(names))
    for number, cell in enumerate(row):
        if cell.text and number >= len(names):
            last = max(number for number, cell in enumerate(row) if cell.text)
            yield source.problem(
                "table/cells",
                cell.line,
                cell.column,
                cell.length,
                cells=str(last + 1),
                wanted=wanted,
            )
            return
        if cell.text and not names[number].text:
            yield source.problem("table/no-column", cell.line, cell.column, cell.length)
            return
    if len(row) < len(names):
        yield source.problem(
            "table/cells", row[0].line, row[0].column, cells=str(len(row)), wanted=wanted
        )


def _mapping(row: Row, names: tuple[Scalar, ...]) -> Mapping:
    """The row by names; each key stands where its cell does, so that a gap is pointed at."""
    items: list[tuple[Scalar, Node]] = []
    for name, cell in zip(names, row, strict=False):  # behind the last name all is empty
        if name.text:
            items.append((Scalar(name.text, cell.line, cell.column, cell.length), cell))
    return Mapping(tuple(items), row[0].line, row[0].column)
