"""Open data: the files that pages offer, the catalogue of what there is, and its page for people."""

from collections.abc import Iterable, Iterator

from generator.model import fields as f
from generator.model.category import Category
from generator.model.entry import Entry
from generator.model.kind import Kind, kind
from generator.plan import routes
from generator.plan.datalists import (
    Table,
    category_table,
    copies,
    is_chinese,
    is_split,
    kind_word,
    row_count,
    sizes,
    sizes_of,
    unit_tables,
    year_table,
)
from generator.plan.dataset import DataField, json_of
from generator.plan.frame import Frame
from generator.plan.pages.frame import Link
from generator.plan.pages.lists import Download
from generator.plan.pages.site import DataPage, DataSet, FieldLine
from generator.plan.record import column
from generator.plan.sitelists import lists
from generator.values.artifact import Artifact
from generator.values.dataclass import replace


def entry_downloads(frame: Frame, entry: Entry) -> tuple[Download, ...]:
    """The files of an entry for machines, as its page offers them."""
    if not frame.is_open:
        return ()
    brief = frame.brief(entry)
    shown = ((path, frame.language.size(size)) for path, size in brief.files)
    whole, *sheets = (_download(frame, *one) for one in shown)
    if len(sheets) > 1:
        titles = (_called(frame, n, one) for n, one in enumerate(brief.titles, 1))
        sheets = [replace(one, title=title) for one, title in zip(sheets, titles, strict=True)]
    return (*sheets, whole)


def _called(frame: Frame, number: int, title: str) -> str:
    """What tells a table's file from the others of its entry: `汇总（CSV）`, else `表格2（CSV）`."""
    if title and is_chinese(frame):
        return frame.language.say("plan_file_csv_of", title=title)
    return frame.language.say("plan_file_csv_nth", n=number)


def downloads(frame: Frame, table: Table) -> tuple[Download, ...]:
    """A table as CSV and JSON, as the page offers it that shows the same."""
    if not frame.is_open:
        return ()
    pairs = zip(table.paths, sizes(frame, table), strict=True)
    return tuple(_download(frame, path, size) for path, size in pairs)


def year_downloads(frame: Frame, category: Category, year: int) -> tuple[Download, ...]:
    """The year's own table; where it has none, the category's, which is said.

    The whole list goes without its size, so that the page of a year gone by stays as it is.
    """
    if not frame.is_open:
        return ()
    if is_split(frame, category):
        return downloads(frame, year_table(frame, category, year))
    titles = (_file_title(frame, one) for one in category_table(frame, category).paths)
    paths = category_table(frame, category).paths
    return tuple(
        Download(f"{category.title} {title}", path, _file_name(path), "")
        for title, path in zip(titles, paths, strict=True)
    )


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
        catalogue=_download(frame, routes.CATALOGUE, catalogue_size(frame)),
        sets=tuple(_set(frame, one) for one in _with_parts(lists(frame))),
        units=tuple(
            replace(_set(frame, one), fields=()) for one in _with_parts(unit_tables(frame))
        ),
        kinds=tuple(_kind_set(frame, one) for one in _kinds(frame)),
    )


def _with_parts(tables: Iterable[Table]) -> Iterator[Table]:
    """Long lists with their tables by year behind them."""
    for one in tables:
        yield one
        yield from one.parts


def _download(frame: Frame, path: str, size: str) -> Download:
    """`表格（CSV）`, `2 KB`."""
    return Download(_file_title(frame, path), path, _file_name(path), size)


def _file_title(frame: Frame, path: str) -> str:
    return frame.language.say(f"plan_file_{path.rpartition('.')[2]}")


def _file_name(path: str) -> str:
    """What a reader's computer will call the file."""
    return path.replace("/", "-").removeprefix("data-").removeprefix("units-")


def _set(frame: Frame, table: Table) -> DataSet:
    return DataSet(
        title=table.title,
        anchor=table.name.replace("/", "-"),
        about=_about(frame, table),
        count_text=frame.language.say("plan_count", n=row_count(frame, table)),
        files=downloads(frame, table),
        fields=tuple(_line(frame, one) for one in table.fields),
    )


def _about(frame: Frame, table: Table) -> str:
    category = next((one for one in frame.site.categories if one.id == table.name), None)
    return category.description if category else ""


def _line(frame: Frame, field: DataField) -> FieldLine:
    type_ = frame.language.say(f"plan_data_type_{field.type}")
    if field.title.isascii() or is_chinese(frame):
        return FieldLine(field.heading, field.key, type_, field.about)
    return FieldLine(field.key, field.key, type_, "")


def _kinds(frame: Frame) -> tuple[Kind, ...]:
    """The kinds with tables of their own that the site has entries of."""
    known = (kind(name) for name in frame.kinds())
    return tuple(one for one in known if _kind_tables(one))


def _kind_tables(one: Kind) -> tuple[tuple[str, str, tuple[DataField, ...]], ...]:
    """Name, title and columns of the tables that an entry of the kind may have."""
    return tuple(
        (each.key, each.zh, tuple(column(field, ()) for field in each.type.fields))
        for each in one.fields
        if isinstance(each.type, f.Table)
    )


def _kind_set(frame: Frame, one: Kind) -> DataSet:
    columns = [field for _, _, fields in _kind_tables(one) for field in fields]
    return DataSet(
        title=kind_word(frame, one),
        anchor=one.id,
        about=one.about if is_chinese(frame) else "",
        count_text=frame.language.say("plan_count", n=frame.kind_count(one.id)),
        files=(),
        fields=tuple(_line(frame, field) for field in columns),
    )


def catalogue(frame: Frame) -> Artifact:
    """The catalogue of the site's tables, with the dictionary of their columns."""
    return frame.file(routes.CATALOGUE, lambda: _catalogue_text(frame))


def catalogue_size(frame: Frame) -> str:
    """The size of the catalogue as its page tells it."""
    return frame.fact(("catalogue",), lambda: sizes_of(frame, (catalogue(frame),))[0])


def _catalogue_text(frame: Frame) -> bytes:
    settings, say = frame.site.settings, frame.language.say
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
        "modified": frame.modified(),
        "notes": [
            frame.language.words[key]
            for key in ("data_note_csv", "data_note_json", "data_note_proof")
        ],
        "datasets": [_told(frame, one) for one in (*lists(frame), *unit_tables(frame))],
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


def _told(frame: Frame, table: Table) -> dict[str, object]:
    """A table in the catalogue, DCAT's facts by plain names."""
    category = next(
        (one for one in frame.site.categories if one.id == table.name.partition("/")[0]), None
    )
    said: dict[str, object] = {
        "id": table.name,
        "title": table.title,
        "description": category.description if category else table.title,
        "keywords": list(category.keywords) if category else [],
        "frequency": category.frequency if category else "",
        # one that left the list changed it, too
        "modified": frame.modified(category.id) if category else "",
        "rows": row_count(frame, table),
        "fields": [one.told() for one in table.fields],
        "distributions": _distributions(frame, table),
        "parts": [
            {
                "id": one.name,
                "title": one.title,
                "rows": row_count(frame, one),
                "distributions": _distributions(frame, one),
            }
            for one in table.parts
        ],
    }
    return {key: value for key, value in said.items() if value not in ("", [])}


def _distributions(frame: Frame, table: Table) -> list[dict[str, object]]:
    """The files of a table. One by year has a column more than the whole, which it explains itself."""
    return [
        {
            "address": one.path,
            "type": "text/csv" if one.path.endswith(".csv") else "application/json",
            "bytes": one.size,
            "sha256": one.sha256,
        }
        for one in copies(frame, table)
    ]
