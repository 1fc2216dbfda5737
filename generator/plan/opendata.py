"""Open data: the site's lists as tables, the catalogue of what there is, and its page for people."""

from collections.abc import Iterable
from datetime import date

from generator.model import fields as f
from generator.model.category import Category
from generator.model.entry import Entry
from generator.model.kind import Kind, kind
from generator.plan import routes
from generator.plan.covers import issue_months
from generator.plan.dataset import (
    DataField,
    DataTable,
    DataType,
    Value,
    csv_of,
    json_of,
    table_json,
)
from generator.plan.frame import Frame
from generator.plan.pages import DataPage
from generator.plan.parts import DataSet, Download, FieldLine, Link
from generator.plan.record import column, issue_record, moment
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
)


def data_files(frame: Frame) -> tuple[Artifact, ...]:
    """Every file for machines but feeds and the sitemap: records, tables, lists, the catalogue."""
    records = [one for entry in frame.site.entries for one in frame.record(entry).files]
    issues = [issue_file(frame, month) for month in issue_months(frame)]
    lists = [one for table in _lists(frame) for one in _files(frame, table)]
    years = [one for table in _years(frame) for one in _files(frame, table)]
    return (*records, *issues, *lists, *years, _catalogue(frame))


def issue_file(frame: Frame, month: Month) -> Artifact:
    """The record of a month's issue."""
    entries = frame.by_month.get(month, ())
    pairs = ((one, frame.record(one).fingerprint) for one in entries)
    title = frame.site.settings.series.title
    return frame.file(
        routes.issue_record(month), lambda: issue_record(frame.issue(month), pairs, title)
    )


def entry_downloads(frame: Frame, entry: Entry) -> tuple[Download, ...]:
    """The files of an entry for machines, as its page offers them."""
    whole, *tables = frame.record(entry).files
    return tuple(_download(frame, one) for one in (*tables, whole))


def category_downloads(frame: Frame, category: Category) -> tuple[Download, ...]:
    """The list of a category as CSV and JSON."""
    return tuple(_download(frame, one) for one in _files(frame, _category(frame, category)))


def plan_data(frame: Frame) -> DataPage:
    """What data there is, in which files, and what its columns mean."""
    say = frame.language.say
    return DataPage(
        path=routes.DATA,
        root=routes.root(routes.DATA),
        title=say("plan_data"),
        description=say("plan_data_about", site=frame.site.settings.name),
        chrome=frame.chrome_in(routes.DATA),
        crumbs=frame.crumbs(Link(say("plan_data"), "")),
        licence=frame.site.settings.licence,
        catalogue=_download(frame, _catalogue(frame)),
        sets=tuple(_set(frame, table) for table in (*_lists(frame), *_years(frame))),
        kinds=tuple(_kind_set(frame, one) for one in _kinds(frame)),
    )


def _lists(frame: Frame) -> tuple[DataTable, ...]:
    return (
        *(_category(frame, one) for one in frame.site.categories),
        _notices(frame),
        _changes(frame),
        _issues(frame),
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
    fields = tuple(DataField(key, say(f"plan_data_col_{key}"), type_) for key, type_ in columns)
    return frame.table(name, lambda: DataTable(name, title, fields, tuple(rows)))


def _category(frame: Frame, category: Category, year: int = 0) -> DataTable:
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
        _kind_word(frame, kind(entry.kind)),
        entry.index_no,
        entry.doc_no,
        entry.formed.isoformat() if entry.formed else "",
        entry.summary,
        bool(entry.corrections),
        entry.address,
        made.files[0].path,
        made.fingerprint,
    )


def _years(frame: Frame) -> Iterable[DataTable]:
    for category in frame.site.categories:
        entries = frame.by_category[category.id]
        if len(entries) > SPLIT:
            for year in sorted({one.published.day.year for one in entries}):
                yield _category(frame, category, year)


def _units(frame: Frame) -> DataTable:
    counts: dict[str, int] = {}
    for entry in frame.listed:
        counts[entry.unit.id] = counts.get(entry.unit.id, 0) + 1
    say = frame.language.say
    rows = (
        (one.id, one.name, one.short, say(f"plan_data_level_{one.level}"), counts.get(one.id, 0))
        for one in frame.site.settings.units
    )
    return _table(frame, "units", say("plan_data_units"), _UNIT, rows)


def _issues(frame: Frame) -> DataTable:
    rows: list[tuple[Value, ...]] = []
    for month in reversed(issue_months(frame)):
        issue, made = frame.issue(month), issue_file(frame, month)
        count = len(frame.by_month.get(month, ()))
        where = (routes.issue(month), made.path, sha256(made.body))
        rows.append((str(month), issue.number, issue.total, count, *where))
    return _table(frame, "issues", frame.language.say("plan_data_issues"), _ISSUE, rows)


def _notices(frame: Frame) -> DataTable:
    shown = [(one, one.display) for one in frame.listed if one.display]
    shown.sort(key=lambda pair: (-pair[1].end.toordinal(), pair[0].address))
    rows = (
        (its.start.isoformat(), its.end.isoformat(), one.title, one.unit.name, one.address)
        for one, its in shown
    )
    return _table(frame, "notices", frame.language.say("plan_data_notices"), _NOTICE, rows)


def _changes(frame: Frame) -> DataTable:
    rows = (
        (day.isoformat(), one.kind, one.card.title, one.what, one.why, one.card.href)
        for day, one in frame.changes
    )
    return _table(frame, "changes", frame.language.say("plan_changes"), _CHANGE, rows)


def _files(frame: Frame, table: DataTable) -> tuple[Artifact, Artifact]:
    return (
        frame.file(f"data/{table.name}.csv", lambda: csv_of(table)),
        frame.file(f"data/{table.name}.json", lambda: table_json(table)),
    )


def _download(frame: Frame, file: Artifact) -> Download:
    """`表格（CSV）`, `2 KB`."""
    title = frame.language.say(f"plan_file_{file.path.rpartition('.')[2]}")
    kilobytes = max(1, round(len(file.body) / 1024))
    size = f"{kilobytes} KB" if kilobytes < 1024 else f"{len(file.body) / (1 << 20):.1f} MB"
    name = file.path.replace("/", "-").removeprefix("data-")
    return Download(title, file.path, name, size)


def _set(frame: Frame, table: DataTable) -> DataSet:
    return DataSet(
        title=table.title,
        anchor=table.name.replace("/", "-"),
        about=_about(frame, table),
        count_text=frame.language.say("plan_count", n=len(table.rows)),
        files=tuple(_download(frame, one) for one in _files(frame, table)),
        fields=tuple(_line(frame, one) for one in table.fields),
    )


def _about(frame: Frame, table: DataTable) -> str:
    category = next((one for one in frame.site.categories if one.id == table.name), None)
    return category.description if category else ""


def _line(frame: Frame, field: DataField) -> FieldLine:
    type_ = frame.language.say(f"plan_data_type_{field.type}")
    if field.title.isascii() or _is_chinese(frame):
        return FieldLine(field.heading, field.key, type_, field.about)
    return FieldLine(field.key, field.key, type_, "")


def _kinds(frame: Frame) -> tuple[Kind, ...]:
    """The kinds with tables of their own that the site has entries of."""
    there = dict.fromkeys(one.kind for one in frame.site.entries)
    known = (kind(name) for name in sorted(there))
    return tuple(one for one in known if _kind_tables(one))


def _kind_tables(one: Kind) -> tuple[tuple[str, str, tuple[DataField, ...]], ...]:
    """Name, title and columns of the tables that an entry of the kind may have."""
    return tuple(
        (each.key, each.zh, tuple(column(field, ()) for field in each.type.fields))
        for each in one.fields
        if isinstance(each.type, f.Table)
    )


def _kind_word(frame: Frame, one: Kind) -> str:
    return one.zh if _is_chinese(frame) else one.id


def _is_chinese(frame: Frame) -> bool:
    """Whether declarations, which explain themselves in Chinese, can speak on the page."""
    return frame.site.settings.language == "zh-CN"


def _kind_set(frame: Frame, one: Kind) -> DataSet:
    entries = [each for each in frame.listed if each.kind == one.id]
    columns = [field for _, _, fields in _kind_tables(one) for field in fields]
    return DataSet(
        title=_kind_word(frame, one),
        anchor=one.id,
        about=one.about if _is_chinese(frame) else "",
        count_text=frame.language.say("plan_count", n=len(entries)),
        files=(),
        fields=tuple(_line(frame, field) for field in columns),
    )


def modified(entries: Iterable[Entry]) -> date | None:
    """The last day on which one of them was published, corrected or withdrawn."""
    days = [
        day
        for one in entries
        for day in (
            one.published.day,
            *(each.on for each in one.corrections),
            *((one.withdrawal.on,) if one.withdrawal else ()),
        )
    ]
    return max(days, default=None)


def _catalogue(frame: Frame) -> Artifact:
    return frame.file(routes.CATALOGUE, lambda: _catalogue_text(frame))


def _catalogue_text(frame: Frame) -> bytes:
    settings, say = frame.site.settings, frame.language.say
    changed = modified(frame.site.entries)
    whole = {
        "format": 1,
        "title": say("plan_data_title", site=settings.name),
        "description": say("plan_data_about", site=settings.name),
        "url": settings.url,
        "provider": {
            "name": settings.organ,
            "office": settings.office,
            "phone": settings.contact.phone,
            "email": settings.contact.email,
        },
        "licence": settings.licence,
        "language": settings.language,
        "modified": changed.isoformat() if changed else "",
        "notes": [
            frame.language.words[key]
            for key in ("data_note_csv", "data_note_json", "data_note_proof")
        ],
        "datasets": [_told(frame, one) for one in (*_lists(frame), *_years(frame))],
        "kinds": [
            {
                "id": one.id,
                "title": one.zh,
                "tables": [
                    {"name": name, "title": title, "fields": [each.told() for each in fields]}
                    for name, title, fields in _kind_tables(one)
                ],
            }
            for one in _kinds(frame)
        ],
    }
    return json_of({key: value for key, value in whole.items() if value != ""})


def _told(frame: Frame, table: DataTable) -> dict[str, object]:
    """A table in the catalogue, DCAT's facts by plain names."""
    category = next(
        (one for one in frame.site.categories if one.id == table.name.partition("/")[0]), None
    )
    changed = modified(frame.by_category[category.id]) if category else None
    said: dict[str, object] = {
        "id": table.name,
        "title": table.title,
        "description": category.description if category else table.title,
        "keywords": list(category.keywords) if category else [],
        "frequency": category.frequency if category else "",
        "modified": changed.isoformat() if changed else "",
        "rows": len(table.rows),
        "fields": [one.told() for one in table.fields],
        "distributions": [
            {
                "address": one.path,
                "type": "text/csv" if one.path.endswith(".csv") else "application/json",
                "bytes": len(one.body),
                "sha256": sha256(one.body),
            }
            for one in _files(frame, table)
        ],
    }
    return {key: value for key, value in said.items() if value not in ("", [])}
