"""The file of rows beside an entry, CSV or xlsx, read into the one table that its kind declares."""

from collections.abc import Sequence

from generator.model import fields as f
from generator.model import kind as kinds
from generator.read import csvrows, table, xlsx
from generator.read.fields import Got, Reader
from generator.read.source import Source, decode
from generator.read.yamldoc import Scalar
from generator.values.money import MoneyUnit
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read

Beside = Sequence[tuple[str, bytes]]
"""Paths and bytes of the CSV and xlsx files that bear an entry's name."""


def table_of(declared: Sequence[f.Field]) -> f.Field | None:
    """The field whose rows may stand in a file of their own: the first table."""
    return next((one for one in declared if isinstance(one.type, f.Table)), None)


def add_rows(reader: Reader, got: Got, declared: Sequence[f.Field], files: Beside) -> None:
    """Put the rows of the file into `got`, as if they stood in the entry; problems go to the reader."""
    field = table_of(declared)
    path, body = files[0]
    if field is None or not isinstance(field.type, f.Table):
        takers = "、".join(one.zh for one in kinds.kinds() if table_of(one.fields))
        reader.problems.append(Problem("table/no-table", Place(path), (("kinds", takers),)))
    elif len(files) > 1:
        facts = (("one", path), ("other", files[1][0]))
        reader.problems.append(Problem("table/two-files", Place(path), facts))
    elif field.key in got.places:
        reader.problems.append(got.problem("table/twice", field.key, key=field.zh, file=path))
    else:
        found = _read(path, body, field.type.fields, reader.unit)
        reader.problems += found.problems
        got.places[field.key] = Place(path)
        if found.value is not None:
            got.values[field.key] = found.value


def _read(
    path: str, body: bytes, declared: tuple[f.Field, ...], unit: MoneyUnit
) -> Read[tuple[Got, ...]]:
    rows = _sheet(path, body) if path.lower().endswith(".xlsx") else _csv(path, body, declared)
    if rows.value is None:
        return Read(None, rows.problems)
    source, cells = rows.value
    found = table.mappings(source, cells, declared)
    reader = Reader(source, unit=unit, in_cells=True)
    typed = None if found.value is None else reader.rows(found.value, declared)
    # where a row is left out, no sum can be right
    told = [one for one in reader.problems if not (found.problems and _is_of_sums(one))]
    return Read(None if found.problems else typed, (*rows.problems, *found.problems, *told))


def _is_of_sums(problem: Problem) -> bool:
    return problem.code.startswith("sum/")


def _sheet(path: str, body: bytes) -> Read[tuple[Source, tuple[tuple[Scalar, ...], ...]]]:
    if len(body) > xlsx.MAX_BYTES:
        return _too_large(path, xlsx.MAX_BYTES)
    found = xlsx.read(path, body)
    value = (found.value.source, found.value.rows) if found.value else None
    return Read(value, found.problems)


def _csv(
    path: str, body: bytes, declared: tuple[f.Field, ...]
) -> Read[tuple[Source, tuple[tuple[Scalar, ...], ...]]]:
    if len(body) > csvrows.MAX_BYTES:
        return _too_large(path, csvrows.MAX_BYTES)
    source = decode(path, body)
    if source.value is None:
        return Read(None, source.problems)
    found = csvrows.read(source.value, table.words_of(declared))
    value = None if found.value is None else (source.value, found.value)
    return Read(value, (*source.problems, *found.problems))


def _too_large(path: str, limit: int) -> Read[tuple[Source, tuple[tuple[Scalar, ...], ...]]]:
    facts = (("limit", f"{limit >> 20} MB"),)
    return Read(None, (Problem("table/too-large", Place(path), facts),))
