"""The site's lists as tables for machines, each whole, and the files that hold them."""

from collections.abc import Iterable

from generator.model.category import Category
from generator.model.entry import Entry
from generator.model.kind import Kind, kind
from generator.model.unit import Unit
from generator.plan import routes
from generator.plan.covers import issue_months
from generator.plan.dataset import DataField, DataTable, DataType, Value, csv_of, table_json
from generator.plan.frame import Frame
from generator.plan.parts import Change
from generator.plan.record import issue_record, moment
from generator.values.artifact import Artifact
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


def files_of(frame: Frame, table: DataTable) -> tuple[Artifact, Artifact]:
    """The table as CSV and as JSON; a unit's stand beside its page."""
    stem = table.name if table.name.startswith("units/") else f"data/{table.name}"
    return (
        frame.file(f"{stem}.csv", lambda: csv_of(table)),
        frame.file(f"{stem}.json", lambda: table_json(table)),
    )


def issue_file(frame: Frame, month: Month) -> Artifact:
    """The record of a month's issue."""
    entries = frame.by_month.get(month, ())
    pairs = ((one, frame.record(one).fingerprint) for one in entries)
    title = frame.site.settings.series.title
    return frame.file(
        routes.issue_record(month), lambda: issue_record(frame.issue(month), pairs, title)
    )


def tables_of_site(frame: Frame) -> tuple[DataTable, ...]:
    """Every table of the site but those of single entries."""
    return (*lists(frame), *year_tables(frame), *unit_tables(frame))


def lists(frame: Frame) -> tuple[DataTable, ...]:
    """The lists that a site has whatever is in it."""
    return (
        *(category_table(frame, one) for one in frame.site.categories),
        notices_table(frame),
        changes_table(frame),
        issues_table(frame),
        _units(frame),
    )


def _table(
    frame: Frame,
    name: str,
    title: str,
    columns: tuple[tuple[str, DataType], ...],
    rows: Iterable[tuple[Value, ...]],
) -> DataTable:
    say = frame.language.say
    fields = tuple(
        DataField(
            key, say(f"plan_data_col_{key}"), type_, say("plan_unit_yuan"), say("plan_data_amount")
        )
        if key == "amount"
        else DataField(key, say(f"plan_data_col_{key}"), type_)
        for key, type_ in columns
    )
    return frame.table(name, lambda: DataTable(name, title, fields, tuple(rows)))


def category_table(frame: Frame, category: Category, year: int = 0) -> DataTable:
    """A category's entries, newest first: all of them, or those of a year."""
    entries = frame.by_category[category.id]
    mine = [one for one in entries if not year or one.published.day.year == year]
    name = f"{category.id}/{year}" if year else category.id
    title = f"{category.title} {frame.language.year(year)}" if year else category.title
    return _table(frame, name, title, _ENTRY, (_entry_row(frame, one) for one in mine))


def _entry_row(frame: Frame, entry: Entry) -> tuple[Value, ...]:
    made = frame.record(entry)
    return (
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


def unit_table(frame: Frame, unit: Unit) -> DataTable:
    """A unit's listed entries, newest first, with their category instead of their unit."""
    columns = tuple(("category", type_) if key == "unit" else (key, type_) for key, type_ in _ENTRY)
    at = [key for key, _ in _ENTRY].index("unit")
    rows = (
        (*row[:at], frame.site.category(one.category).title, *row[at + 1 :])
        for one in frame.by_unit[unit.id]
        for row in (_entry_row(frame, one),)
    )
    return _table(frame, f"units/{unit.id}", unit.name, columns, rows)


def unit_tables(frame: Frame) -> Iterable[DataTable]:
    """A table for every unit; one that has published nothing has an empty one."""
    return (unit_table(frame, one) for one in frame.site.settings.units)


def year_tables(frame: Frame) -> Iterable[DataTable]:
    """The tables by year of long categories."""
    for category in frame.site.categories:
        if is_split(frame, category):
            entries = frame.by_category[category.id]
            for year in sorted({one.published.day.year for one in entries}):
                yield category_table(frame, category, year)


def is_split(frame: Frame, category: Category) -> bool:
    """Whether the category has tables by year."""
    return len(frame.by_category[category.id]) > SPLIT


def _units(frame: Frame) -> DataTable:
    say = frame.language.say
    rows = (
        (
            one.id,
            one.name,
            one.short,
            say(f"plan_data_level_{one.level}"),
            len(frame.by_unit[one.id]),
            routes.unit(one.id),
        )
        for one in frame.site.settings.units
    )
    return _table(frame, "units", say("plan_data_units"), _UNIT, rows)


def issues_table(frame: Frame) -> DataTable:
    """The issues, newest first."""
    rows: list[tuple[Value, ...]] = []
    for month in reversed(issue_months(frame)):
        issue, made = frame.issue(month), issue_file(frame, month)
        count = len(frame.by_month.get(month, ()))
        where = (routes.issue(month), made.path, sha256(made.body))
        rows.append((str(month), issue.number, issue.total, count, *where))
    return _table(frame, "issues", frame.language.say("plan_data_issues"), _ISSUE, rows)


def notices_table(frame: Frame) -> DataTable:
    """Every notice that lists may show, the last to end first."""
    shown = [(one, one.display) for one in frame.listed if one.display]
    shown.sort(key=lambda pair: (-pair[1].end.toordinal(), pair[0].address))
    rows = (
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


def changes_table(frame: Frame) -> DataTable:
    """The change log."""
    rows = (
        (
            day.isoformat(),
            one.kind,
            one.card.title,
            one.what,
            one.why,
            one.card.href,
            _replacement(frame, one),
        )
        for day, one in frame.changes
    )
    return _table(frame, "changes", frame.language.say("plan_changes"), _CHANGE, rows)


def _replacement(frame: Frame, change: Change) -> str:
    """Where a change leads that says that the entry was replaced; empty for any other."""
    entry = frame.by_address[change.card.href]
    by = frame.replacement(entry)
    return by.address if by and change == frame.end_of(entry) else ""


def kind_word(frame: Frame, one: Kind) -> str:
    """What the site calls a kind."""
    return one.zh if is_chinese(frame) else one.id


def is_chinese(frame: Frame) -> bool:
    """Whether declarations, which explain themselves in Chinese, can speak on the page."""
    return frame.site.settings.language == "zh-CN"
