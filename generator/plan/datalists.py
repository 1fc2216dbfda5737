"""The site's lists as tables for machines, each whole, and the files that hold them."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from generator.model.category import Category
from generator.model.entry import Entry
from generator.model.kind import Kind, kind
from generator.model.unit import Unit
from generator.plan import routes
from generator.plan.covers import issue_months
from generator.plan.dataset import DataField, DataTable, DataType, Value, csv_of, table_json
from generator.plan.frame import Frame
from generator.plan.parts import Change
from generator.plan.record import Gathered, issue_record, moment
from generator.values.artifact import Artifact
from generator.values.dataclass import dataclass
from generator.values.dates import Month
from generator.values.digest import sha256

SPLIT = 1000
"""A category with more entries than this has a table for each year beside the whole one."""
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
_UNIT: tuple[tuple[str, DataType], ...] = (
    ("id", "text"),
    ("name", "text"),
    ("short", "text"),
    ("level", "text"),
    ("entries", "integer"),
    ("address", "address"),
)
_ISSUE: tuple[tuple[str, DataType], ...] = (
    ("month", "month"),
    ("number", "integer"),
    ("total", "integer"),
    ("entries", "integer"),
    ("address", "address"),
    ("record", "address"),
    ("fingerprint", "text"),
)
_NOTICE: tuple[tuple[str, DataType], ...] = (
    ("from", "date"),
    ("until", "date"),
    ("working_days", "integer"),
    ("provisional", "boolean"),
    ("title", "text"),
    ("unit", "text"),
    ("address", "address"),
)
_CHANGE: tuple[tuple[str, DataType], ...] = (
    ("on", "date"),
    ("change", "text"),
    ("title", "text"),
    ("what", "text"),
    ("why", "text"),
    ("address", "address"),
    ("replacement", "address"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """A list of the site for machines: its name, its title, its columns, and how its rows are found."""

    name: str
    title: str
    fields: tuple[DataField, ...]
    rows: Callable[[], Iterable[tuple[Value, ...]]]

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
    return (
        frame.file(sheet, lambda: csv_of(table_of(frame, table))),
        frame.file(whole, lambda: table_json(table_of(frame, table))),
    )


def table_of(frame: Frame, table: Table) -> DataTable:
    """The table with its rows."""
    return frame.table(
        table.name, lambda: DataTable(table.name, table.title, table.fields, tuple(table.rows()))
    )


def copies(frame: Frame, table: Table) -> tuple[Copy, ...]:
    """What is to be said of the table's files."""
    return frame.fact(
        ("table", table.name), lambda: tuple(copy_of(one) for one in files_of(frame, table))
    )


def row_count(frame: Frame, table: Table) -> int:
    """How many rows it has."""
    return frame.fact(("rows", table.name), lambda: len(table_of(frame, table).rows))


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


def tables_of_site(frame: Frame) -> tuple[Table, ...]:
    """Every table of the site but those of single entries."""
    return (*lists(frame), *year_tables(frame), *unit_tables(frame))


def lists(frame: Frame) -> tuple[Table, ...]:
    """The lists that a site has whatever is in it."""
    return (
        *(category_table(frame, one) for one in frame.site.categories),
        notices_table(frame),
        changes_table(frame),
        issues_table(frame),
        units_table(frame),
    )


def _table(
    frame: Frame,
    name: str,
    title: str,
    columns: tuple[tuple[str, DataType], ...],
    rows: Callable[[], Iterable[tuple[Value, ...]]],
) -> Table:
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


def category_table(frame: Frame, category: Category, year: int = 0) -> Table:
    """A category's entries, newest first: all of them, or those of a year."""
    name = f"{category.id}/{year}" if year else category.id
    title = f"{category.title} {frame.language.year(year)}" if year else category.title

    def rows() -> Iterable[Row]:
        lines = frame.year(category.id, year) if year else frame.category(category.id)
        return (row_of(frame, one.address) for one in lines)

    return _table(frame, name, title, _ENTRY, rows)


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
    columns = tuple(("category", type_) if key == "unit" else (key, type_) for key, type_ in _ENTRY)

    def rows() -> Iterable[Row]:
        titles = {one.id: one.title for one in frame.site.categories}
        return (
            row_of(frame, one.address)._replace(unit=titles[one.category])
            for one in frame.unit(unit.id)
        )

    return _table(frame, f"units/{unit.id}", unit.name, columns, rows)


def unit_tables(frame: Frame) -> Iterable[Table]:
    """A table for every unit; one that has published nothing has an empty one."""
    return (unit_table(frame, one) for one in frame.site.settings.units)


def year_tables(frame: Frame) -> Iterable[Table]:
    """The tables by year of long categories."""
    for category in frame.site.categories:
        if is_split(frame, category):
            for year, _ in reversed(frame.years(category.id)):
                yield category_table(frame, category, year)


def is_split(frame: Frame, category: Category) -> bool:
    """Whether the category has tables by year."""
    return frame.is_longer(category.id, SPLIT)


def units_table(frame: Frame) -> Table:
    """The units with how many entries each has."""
    say = frame.language.say

    def rows() -> Iterable[tuple[Value, ...]]:
        return (
            (
                one.id,
                one.name,
                one.short,
                say(f"plan_data_level_{one.level}"),
                frame.unit_count(one.id),
                routes.unit(one.id),
            )
            for one in frame.site.settings.units
        )

    return _table(frame, "units", say("plan_data_units"), _UNIT, rows)


def issues_table(frame: Frame) -> Table:
    """The issues, newest first."""

    def rows() -> Iterable[tuple[Value, ...]]:
        for month in reversed(issue_months(frame)):
            issue, copy = frame.issue(month), issue_copy(frame, month)
            count = frame.month_count(month)
            where = (routes.issue(month), copy.path, copy.sha256)
            yield (str(month), issue.number, issue.total, count, *where)

    return _table(frame, "issues", frame.language.say("plan_data_issues"), _ISSUE, rows)


def notices_table(frame: Frame) -> Table:
    """Every notice that lists may show, the last to end first."""

    def rows() -> Iterable[tuple[Value, ...]]:
        shown = [(one, one.display) for one in frame.displayed() if one.display]
        shown.sort(key=lambda pair: (-pair[1].end.toordinal(), pair[0].address))
        return (
            (
                its.start.isoformat(),
                its.end.isoformat(),
                its.working or None,
                bool(its.unknown),
                one.title,
                one.unit.name,
                one.address,
            )
            for one, its in shown
        )

    return _table(frame, "notices", frame.language.say("plan_data_notices"), _NOTICE, rows)


def changes_table(frame: Frame) -> Table:
    """The change log."""

    def rows() -> Iterable[tuple[Value, ...]]:
        return (
            (
                day.isoformat(),
                one.kind,
                one.card.title,
                one.what,
                one.why,
                one.card.href,
                _replacement(frame, one),
            )
            for day, one in frame.changes()
        )

    return _table(frame, "changes", frame.language.say("plan_changes"), _CHANGE, rows)


def _replacement(frame: Frame, change: Change) -> str:
    """Where a change leads that says that the entry was replaced; empty for any other."""
    entry = frame.entry(change.card.href)
    return frame.replacement(entry) if change == frame.end_of(entry) else ""


def kind_word(frame: Frame, one: Kind) -> str:
    """What the site calls a kind."""
    return one.zh if is_chinese(frame) else one.id


def is_chinese(frame: Frame) -> bool:
    """Whether declarations, which explain themselves in Chinese, can speak on the page."""
    return frame.site.settings.language == "zh-CN"
