"""The file of rows beside an entry, CSV or xlsx, read into the table that its kind declares."""

from collections.abc import Sequence

from generator.model import fields as f
from generator.model import kind as kinds
from generator.read import csvrows, table, xlsx
from generator.read.fields import Reader
from generator.read.got import Got
from generator.read.source import Source, decode
from generator.values.dataclass import dataclass, replace
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read

_MOST = 20
"""Problems of one table that are told one by one."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """A file's rows of cells, and the source that they stand in."""

    source: Source
    rows: tuple[table.Row, ...]


Beside = Sequence[tuple[str, bytes]]
"""Paths and bytes of the CSV and xlsx files that bear an entry's name."""


def tables_of(declared: Sequence[f.Field]) -> tuple[f.Field, ...]:
    """The fields whose rows may stand in a file of their own."""
    return tuple(one for one in declared if isinstance(one.type, f.Table))


def add_rows(reader: Reader, got: Got, declared: Sequence[f.Field], files: Beside) -> None:
    """Put the rows of the file into `got`, as if they stood in the entry; problems go to the reader.

    Another table that must be there and is in no file is a problem, except in a draft.
    """
    tables = tables_of(declared)
    path, body = files[0]
    if not tables:
        takers = "、".join(one.zh for one in kinds.kinds() if tables_of(one.fields))
        reader.problems.append(Problem("table/no-table", Place(path), (("kinds", takers),)))
    elif len(files) > 1:
        facts = (("one", path), ("other", files[1][0]))
        reader.problems.append(Problem("table/two-files", Place(path), facts))
    else:
        names = tuple(name for one in tables for name in _columns(one))
        is_sheet = path.lower().endswith(".xlsx")
        grid = _sheet(path, body) if is_sheet else _csv(path, body, names)
        reader.problems += grid.problems
        field = _meant(tables, grid.value.rows if grid.value else ())
        if field.key in got.spots:
            reader.problems.append(got.problem("table/twice", field.key, key=field.zh, file=path))
            return
        got.spots[field.key] = (*got.spot, 1)
        rows = _typed(reader, grid.value, _columns(field)) if grid.value else None
        if rows is not None:
            got.values[field.key] = rows
        for one in tables:
            if one.required and not reader.draft and one.key not in got.spots:
                told = got.problem("key/missing", key=one.zh, english=one.key, help=one.help)
                reader.problems.append(told)


def _columns(field: f.Field) -> tuple[f.Field, ...]:
    return field.type.fields if isinstance(field.type, f.Table) else ()


def _meant(tables: tuple[f.Field, ...], rows: tuple[table.Row, ...]) -> f.Field:
    """Of several tables the one whose columns the file names; the first when it names none."""
    return max(tables, key=lambda one: table.known(rows, _columns(one)))


def _typed(reader: Reader, grid: _Grid, declared: tuple[f.Field, ...]) -> tuple[Got, ...] | None:
    """The rows as the reader of the entry would type them; None when one of them is left out."""
    found = table.mappings(grid.source, grid.rows, declared, reader)
    inner = replace(reader, source=grid.source, shift=0, in_cells=True, problems=[])
    typed = None if found.value is None else inner.rows(found.value, declared)
    # where a row is left out, no sum can be right
    told = [one for one in inner.problems if not (found.problems and _is_of_sums(one))]
    reader.problems += _capped((*found.problems, *told))
    return None if found.problems else typed


def _capped(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems of one table, beyond `_MOST` only counted: thousands would hide each other."""
    if len(problems) <= _MOST:
        return problems
    facts = (("count", str(len(problems) - _MOST)),)
    return (*problems[:_MOST], Problem("table/more", problems[_MOST].place, facts))


def _is_of_sums(problem: Problem) -> bool:
    return problem.code in {"sum/differs", "sum/last", "sum/first"}


def _sheet(path: str, body: bytes) -> Read[_Grid]:
    if len(body) > xlsx.MAX_BYTES:
        return _too_large(path, xlsx.MAX_BYTES)
    found = xlsx.read(path, body)
    grid = _Grid(found.value.source, found.value.rows) if found.value else None
    return Read(grid, found.problems)


def _csv(path: str, body: bytes, names: tuple[f.Field, ...]) -> Read[_Grid]:
    if len(body) > csvrows.MAX_BYTES:
        return _too_large(path, csvrows.MAX_BYTES)
    source = decode(path, body)
    if source.value is None:
        return Read(None, source.problems)
    found = csvrows.read(source.value, table.words_of(names))
    grid = None if found.value is None else _Grid(source.value, found.value)
    return Read(grid, (*source.problems, *found.problems))


def _too_large(path: str, limit: int) -> Read[_Grid]:
    facts = (("limit", f"{limit >> 20} MB"),)
    return Read(None, (Problem("table/too-large", Place(path), facts),))
