"""The site's lists as tables for machines, each whole, and the files that hold them."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from generator.model.category import Category
from generator.model.entry import Entry
from generator.model.kind import Kind, kind
from generator.model.unit import Unit
from generator.plan import routes
from generator.plan.dataset import (
    DataField,
    DataTable,
    DataType,
    Value,
    csv_of,
    csv_twice,
    csv_whole,
    json_twice,
    json_whole,
    table_json,
)
from generator.plan.frame import Frame
from generator.plan.line import Lines
from generator.plan.record import Gathered, issue_record, moment
from generator.values.artifact import Artifact
from generator.values.dataclass import dataclass, replace
from generator.values.dates import Month
from generator.values.digest import sha256

SPLIT = 1000
"""A list of more entries than this has a table for each year beside the whole one (0032)."""
_ENTRY: tuple[tuple[str, DataType], ...] = (
    ("published", "datetime"),
    ("title", "text"),
    ("unit", "text"),
    ("kind", "text"),
    ("index_no", "text"),
    ("doc_no", "text"),
    ("formed", "date"),
    ("amount", "decimal"),
    ("summary", "text"),
    ("corrected", "boolean"),
    ("address", "address"),
    ("record", "address"),
    ("fingerprint", "text"),
)
Part = tuple[bytes, bytes]
"""The rows of a year as the whole table of a long list has them: as lines of CSV and of JSON."""


@dataclass(frozen=True, slots=True)
class Table:
    """A list of the site for machines: its name, its title, its columns, and how its rows are found.

    One with `parts` is long: its rows are those of the tables by year, named there newest first,
    without the last column.
    """

    name: str
    title: str
    fields: tuple[DataField, ...]
    rows: Callable[[], Iterable[tuple[Value, ...]]]
    parts: tuple["Table", ...] = ()

    @property
    def paths(self) -> tuple[str, str]:
        """The addresses of its CSV and its JSON; a unit's stand beside its page."""
        stem = self.name if self.name.startswith("units/") else f"data/{self.name}"
        return f"{stem}.csv", f"{stem}.json"


@dataclass(frozen=True, slots=True)
class Copy:
    """A file for machines as pages and catalogues speak of it."""

    path: str
    size: int
    sha256: str


def files_of(frame: Frame, table: Table) -> tuple[Artifact, Artifact]:
    """The table as CSV and as JSON."""
    sheet, whole = table.paths
    if table.parts:
        lines, rows = zip(*(_part_of(frame, one) for one in table.parts), strict=True)
        return (
            frame.file(sheet, lambda: csv_whole(table.fields, lines)),
            frame.file(whole, lambda: json_whole(table.title, table.fields, rows)),
        )
    return (
        frame.file(sheet, lambda: csv_of(table_of(frame, table))),
        frame.file(whole, lambda: table_json(table_of(frame, table))),
    )


def table_of(frame: Frame, table: Table) -> DataTable:
    """The table with its rows."""
    return frame.table(
        table.name, lambda: DataTable(table.name, table.title, table.fields, tuple(table.rows()))
    )


def part_made(frame: Frame, table: Table) -> tuple[tuple[Artifact, Artifact], Part]:
    """The files of the table of a year, and its rows for the whole table, which has no fingerprints."""
    made = table_of(frame, table)
    (lines, lines_short), (rows, rows_short) = csv_twice(made), json_twice(made)
    sheet, whole = table.paths
    files = (
        Artifact(sheet, csv_whole(made.fields, (lines,))),
        Artifact(whole, json_whole(made.title, made.fields, (rows,))),
    )
    return files, (lines_short, rows_short)


def _part_of(frame: Frame, table: Table) -> Part:
    return frame.passing(("part", table.name), lambda: part_made(frame, table)[1])


def copies(frame: Frame, table: Table) -> tuple[Copy, ...]:
    """What is to be said of the table's files."""
    return frame.fact(
        ("table", table.name), lambda: tuple(copy_of(one) for one in files_of(frame, table))
    )


def sizes(frame: Frame, table: Table) -> tuple[str, ...]:
    """The sizes of the table's files as pages tell them: seldom others, though a byte may be."""
    return frame.fact(("sizes", table.name), lambda: sizes_of(frame, files_of(frame, table)))


def sizes_of(frame: Frame, files: Iterable[Artifact]) -> tuple[str, ...]:
    """The same of these files."""
    return tuple(frame.language.size(len(one.body)) for one in files)


def row_count(frame: Frame, table: Table) -> int:
    """How many rows it has."""
    return frame.fact(("rows", table.name), lambda: rows_made(frame, table))


def rows_made(frame: Frame, table: Table) -> int:
    """The same, counted."""
    if table.parts:
        return sum(row_count(frame, one) for one in table.parts)
    return len(table_of(frame, table).rows)


def copy_of(file: Artifact) -> Copy:
    """What is to be said of a file."""
    return Copy(file.path, len(file.body), sha256(file.body))


def issue_file(frame: Frame, month: Month) -> Artifact:
    """The record of a month's issue."""

    def make() -> bytes:
        lines = frame.month(month)
        rows = (row_of(frame, one.address) for one in lines)
        gathered = (
            Gathered(one.address, row.title, one.category, row.unit, one.day, row.fingerprint)
            for one, row in zip(lines, rows, strict=True)
        )
        return issue_record(frame.issue(month), gathered, frame.site.settings.series.title)

    return frame.file(routes.issue_record(month), make)


def issue_copy(frame: Frame, month: Month) -> Copy:
    """What is to be said of the record of a month's issue."""
    return frame.fact(("issue", str(month)), lambda: copy_of(issue_file(frame, month)))


def table_with(
    frame: Frame,
    name: str,
    title: str,
    columns: tuple[tuple[str, DataType], ...],
    rows: Callable[[], Iterable[tuple[Value, ...]]],
) -> Table:
    """A table with these columns."""
    say = frame.language.say
    fields = tuple(
        DataField(
            key, say(f"plan_data_col_{key}"), type_, say("plan_unit_yuan"), say("plan_data_amount")
        )
        if key == "amount"
        else DataField(key, say(f"plan_data_col_{key}"), type_)
        for key, type_ in columns
    )
    return Table(name, title, fields, rows)


def category_table(frame: Frame, category: Category) -> Table:
    """A category's entries, newest first."""
    parts: tuple[Table, ...] = ()
    if is_split(frame, category):
        years = (year for year, _ in frame.years(category.id))
        parts = tuple(year_table(frame, category, year) for year in years)

    def rows() -> Iterable[Row]:
        return (row_of(frame, one.address) for one in frame.category(category.id))

    table = table_with(frame, category.id, category.title, _ENTRY, rows)
    return _long(table, parts)


def _long(table: Table, parts: tuple[Table, ...]) -> Table:
    """The table as the one of a long list, where it has parts: without the fingerprints."""
    return replace(table, fields=table.fields[:-1], parts=parts) if parts else table


def year_table(frame: Frame, category: Category, year: int) -> Table:
    """What a category published in a year, newest first."""

    def rows() -> Iterable[Row]:
        return (row_of(frame, one.address) for one in frame.year(category.id, year))

    title = f"{category.title} {frame.language.year(year)}"
    return table_with(frame, f"{category.id}/{year}", title, _ENTRY, rows)


class Row(NamedTuple):
    """An entry's line in tables."""

    published: str
    title: str
    unit: str
    kind: str
    index_no: str
    doc_no: str
    formed: str
    amount: str | None
    summary: str
    corrected: bool
    address: str
    record: str
    fingerprint: str


def row_of(frame: Frame, address: str) -> Row:
    """The line of the entry there."""
    return frame.fact(("row", address), lambda: row_made(frame, frame.entry(address)))


def row_made(frame: Frame, entry: Entry) -> Row:
    """An entry's line, made anew."""
    made = frame.record(entry)
    return Row(
        moment(entry.published, frame.site.settings.zone),
        entry.title,
        entry.unit.name,
        kind_word(frame, kind(entry.kind)),
        entry.index_no,
        entry.doc_no,
        entry.formed.isoformat() if entry.formed else "",
        money.plain if (money := frame.view(entry).money) else None,
        entry.summary,
        bool(entry.corrections),
        entry.address,
        made.files[0].path,
        made.fingerprint,
    )


def unit_table(frame: Frame, unit: Unit) -> Table:
    """A unit's listed entries, newest first, with their category instead of their unit."""
    parts: tuple[Table, ...] = ()
    if frame.is_unit_longer(unit.id, SPLIT):
        years = dict.fromkeys(year for year, _, _ in frame.unit_shares(unit.id))
        parts = tuple(unit_year_table(frame, unit, year) for year in years)
    table = _unit_table(frame, f"units/{unit.id}", unit.name, lambda: frame.unit(unit.id))
    return _long(table, parts)


def unit_year_table(frame: Frame, unit: Unit, year: int) -> Table:
    """What a unit published in a year, newest first."""
    title = f"{unit.name} {frame.language.year(year)}"
    name = f"units/{unit.id}/{year}"
    return _unit_table(frame, name, title, lambda: frame.unit_year(unit.id, year))


def _unit_table(frame: Frame, name: str, title: str, lines: Callable[[], Lines]) -> Table:
    columns = tuple(("category", type_) if key == "unit" else (key, type_) for key, type_ in _ENTRY)

    def rows() -> Iterable[Row]:
        titles = {one.id: one.title for one in frame.site.categories}
        return (row_of(frame, one.address)._replace(unit=titles[one.category]) for one in lines())

    return table_with(frame, name, title, columns, rows)


def unit_tables(frame: Frame) -> Iterable[Table]:
    """A table for every unit; one that has published nothing has an empty one."""
    return (unit_table(frame, one) for one in frame.site.settings.units)


def is_split(frame: Frame, category: Category) -> bool:
    """Whether the category has tables by year."""
    return frame.is_longer(category.id, SPLIT)


def kind_word(frame: Frame, one: Kind) -> str:
    """What the site calls a kind."""
    return one.zh if is_chinese(frame) else one.id


def is_chinese(frame: Frame) -> bool:
    """Whether declarations, which explain themselves in Chinese, can speak on the page."""
    return frame.site.settings.language == "zh-CN"
