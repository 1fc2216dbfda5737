"""The only door to python-calamine: an xlsx file to rows of cells, each as the spreadsheet shows it.

Calamine reads the values. What it passes over in silence (formulas that nobody worked out, error
cells, hidden rows and columns, the digits and the format of a number) is read from the sheet's
XML beside it, and wherever the two do not agree nothing is taken.
"""

import io
import math
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from python_calamine import CalamineWorkbook

from generator.read import sheetxml
from generator.read.numberformat import RoundedError, UnshownError, month_only, shown
from generator.read.sheet import Sheet, letters, name_of, sheet
from generator.read.sheetxml import Scan, Stored, Tab
from generator.read.source import decode
from generator.read.table import MAX_COLUMNS, MAX_ROWS
from generator.read.yamldoc import Scalar
from generator.values.dataclass import dataclass
from generator.values.pattern import pattern
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read

MAX_BYTES = 16 * 1024 * 1024
_MAX_PARTS = 10_000
_MAX_UNPACKED = 200 * 1024 * 1024
_MAX_RATIO = 200
_SMALL = 1024 * 1024
"""A part up to this size is no bomb, however well it packs."""
_MAX_LINES = MAX_ROWS + 100
"""Rows of a sheet: those of a table, with room for blank ones."""
_WORKBOOK = "xl/workbook.xml"
"""Where every spreadsheet program keeps it."""
_DRAWING = pattern(r"xl/drawings/[^/]+\.xml")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NUMBER = pattern(r"-?[0-9]+(?:\.[0-9]+)?(?:[Ee][+-]?[0-9]{1,3})?")
_EXACT = 10**15
"""A spreadsheet keeps 15 digits: a whole number from here on may have lost some."""
_NAMEABLE = 10**30
_NAMED = 10
"""How many rows or ranges a message names."""

Row = tuple[Scalar, ...]
Value = str | float | bool | date | datetime | time | timedelta


@dataclass(frozen=True, slots=True)
class Rows:
    """A spreadsheet's rows of cells, and the source that they stand in."""

    source: Sheet
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of the file that hold values, unpacked within bounds."""

    files: dict[str, bytes]
    tabs: tuple[Tab, ...]
    is_1904: bool
    formats: tuple[str, ...]
    struck_styles: frozenset[int]
    struck_texts: frozenset[int]


class _RefusedError(Exception):
    """The file as a whole is not read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read(path: str, body: bytes) -> Read[Rows]:
    """The one sheet that holds something; None when anything in it is hidden, merged or unsure."""
    try:
        parts = _unpack(path, body)
        tab, found = _the_sheet(path, parts)
        return _rows(path, parts, found, _values(parts, tab))
    except _RefusedError as error:
        return Read(None, (error.problem,))
    except sheetxml.TooLargeError as error:
        place = Place(path, error.row, error.column)
        facts = (
            ("cell", name_of(error.row, error.column)),
            ("rows", f"{MAX_ROWS:,}"),
            ("columns", str(MAX_COLUMNS)),
            ("most", f"{sheetxml.MAX_CELLS:,}"),
        )
        return Read(None, (Problem("xlsx/too-long", place, facts),))
    except Exception:  # noqa: BLE001 - a reader never raises, whatever zip, XML or library meets
        return Read(None, (Problem("xlsx/broken", Place(path)),))


def _unpack(path: str, body: bytes) -> _Parts:
    if body.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in body:
            raise _RefusedError(Problem("xlsx/password", Place(path)))
        raise _RefusedError(Problem("xlsx/old", Place(path)))
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        infos = archive.infolist()
        bomb = (
            len(infos) > _MAX_PARTS
            or sum(one.file_size for one in infos) > _MAX_UNPACKED
            or any(one.file_size > max(_SMALL, one.compress_size * _MAX_RATIO) for one in infos)
        )
        names = [one.filename for one in infos]
        if bomb or len(set(names)) < len(names):
            raise _RefusedError(Problem("xlsx/bomb", Place(path)))
        files = {
            name: archive.read(name)
            for name in names
            if name.endswith((".xml", ".rels")) and not name.startswith("docProps/")
        }
    if sheetxml.workbook_path(files["_rels/.rels"]) != _WORKBOOK:
        raise _RefusedError(Problem("xlsx/broken", Place(path)))
    _demand_cells_only(path, files)
    tabs, is_1904 = sheetxml.tabs(files[_WORKBOOK], files["xl/_rels/workbook.xml.rels"])
    styles, shared = files.get("xl/styles.xml"), files.get("xl/sharedStrings.xml")
    return _Parts(
        files,
        tabs,
        is_1904,
        sheetxml.formats(styles) if styles else (),
        sheetxml.struck_styles(styles) if styles else frozenset(),
        sheetxml.struck_texts(shared) if shared else frozenset(),
    )


def _demand_cells_only(path: str, files: dict[str, bytes]) -> None:
    """Refuse what says something beside the cells, because nobody would see it."""
    if any(name.startswith(("xl/comments", "xl/threadedComments/")) for name in files):
        raise _RefusedError(Problem("xlsx/comments", Place(path)))
    drawings = [body for name, body in files.items() if _DRAWING.fullmatch(name)]
    if any(sheetxml.floats(body) for body in drawings):
        raise _RefusedError(Problem("xlsx/drawing", Place(path)))


def _the_sheet(path: str, parts: _Parts) -> tuple[Tab, Scan]:
    """The only sheet with a filled cell, which must not be hidden."""
    scans = [
        (tab, sheetxml.scan(parts.files[tab.path], _MAX_LINES, MAX_COLUMNS)) for tab in parts.tabs
    ]
    filled = [(tab, found) for tab, found in scans if found.cells]
    hidden = [tab.name for tab, _ in filled if tab.is_hidden]
    if hidden:
        facts = (("sheets", "、".join(hidden)),)
        raise _RefusedError(Problem("xlsx/hidden-sheets", Place(path), facts))
    if len(filled) > 1:
        facts = (("sheets", "、".join(tab.name for tab, _ in filled)),)
        raise _RefusedError(Problem("xlsx/sheets", Place(path), facts))
    if not filled:
        raise _RefusedError(Problem("xlsx/blank", Place(path)))
    return filled[0]


def _values(parts: _Parts, tab: Tab) -> list[list[Value]]:
    """What calamine makes of the sheet, row by row from A1.

    It gets the parts that we have unpacked and looked at, packed anew: it sees what we saw.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, body in parts.files.items():
            archive.writestr(zipfile.ZipInfo(name), body)
    packed.seek(0)
    try:
        with CalamineWorkbook.from_filelike(packed) as book:
            rows = book.get_sheet_by_name(tab.name).to_python(skip_empty_area=False)
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # how Rust fails; it is no Exception
            raise sheetxml.StrangeError from error
        raise
    return [list(row) for row in rows]


def _rows(path: str, parts: _Parts, found: Scan, values: list[list[Value]]) -> Read[Rows]:
    height = max(row for row, _ in found.cells)
    width = max(column for _, column in found.cells)
    texts = [[""] * width for _ in range(height)]
    wrong: list[tuple[str, int, int, dict[str, str]]] = []
    for at, cell in found.cells.items():
        value = _at(values, *at)
        told = _cell(parts, cell, value)
        if told.code:
            wrong.append((told.code, *at, {"value": told.text}))
        texts[at[0] - 1][at[1] - 1] = told.text
    wrong += [
        ("unsure", row, column, {"value": str(value)})
        for row, line in enumerate(values, 1)
        for column, value in enumerate(line, 1)
        if value != "" and (row, column) not in found.cells
    ]
    source, rows = sheet(path, texts)
    problems = [*_around(source, found, rows), *_cells_wrong(source, rows, wrong)]
    checked = decode(path, source.text.encode("utf-8", "surrogatepass"))
    problems += [
        source.problem(one.code, one.place.line, one.place.column, 1, "stop", **dict(one.facts))
        for one in checked.problems
    ]
    return Read(None if problems else Rows(source, rows), tuple(problems))


def _at(values: list[list[Value]], row: int, column: int) -> Value:
    line = values[row - 1] if row <= len(values) else []
    return line[column - 1] if column <= len(line) else ""


def _around(source: Sheet, found: Scan, rows: tuple[Row, ...]) -> Iterator[Problem]:
    """What is hidden although it is filled, and what is merged."""
    filled_rows = {row for row, _ in found.cells}
    hidden = sorted(
        row
        for row in filled_rows
        if row in found.hidden_rows or (found.hides_rows and row not in found.shown_rows)
    )
    if hidden:
        names = "、".join(str(row) for row in hidden[:_NAMED])
        more = "…" if len(hidden) > _NAMED else ""
        yield source.problem("xlsx/hidden-rows", hidden[0], 1, 1, "stop", rows=names + more)
    columns = sorted(
        {
            column
            for _, column in found.cells
            if any(first <= column <= last for first, last in found.hidden_columns)
        }
    )
    if columns:
        cell = rows[min(row for row, column in found.cells if column == columns[0]) - 1][
            columns[0] - 1
        ]
        names = "、".join(letters(column) for column in columns)
        yield source.problem(
            "xlsx/hidden-columns", cell.line, cell.column, cell.length, "stop", columns=names
        )
    if found.merged:
        row, column = sheetxml.spot(found.merged[0].partition(":")[0])
        line = rows[row - 1] if row <= len(rows) else ()
        at = line[column - 1].column if column <= len(line) else 0
        names = "、".join(found.merged[:_NAMED]) + ("…" if len(found.merged) > _NAMED else "")
        yield source.problem("xlsx/merged", row, at, 1, "stop", ranges=names)


def _cells_wrong(
    source: Sheet, rows: tuple[Row, ...], wrong: list[tuple[str, int, int, dict[str, str]]]
) -> Iterator[Problem]:
    for code, row, column, facts in wrong:
        cell = rows[row - 1][column - 1] if row <= len(rows) and column <= len(rows[0]) else None
        at, length = (cell.column, cell.length) if cell else (0, 1)
        name = name_of(row, column)
        yield source.problem(f"xlsx/{code}", row, at, length, "stop", cell=name, **facts)


@dataclass(frozen=True, slots=True)
class _Told:
    """A cell's text as the spreadsheet shows it, or the code of what is wrong with it."""

    text: str
    code: str = ""


def _cell(parts: _Parts, cell: Stored, value: Value) -> _Told:
    if _is_struck(parts, cell):
        return _Told(cell.raw if cell.kind != "s" else str(value), "struck")
    if cell.lacks_value:
        return _Told("", "formula")
    return _plain(parts, cell, value)


def _plain(parts: _Parts, cell: Stored, value: Value) -> _Told:
    match cell.kind:
        case "e":
            return _Told(cell.raw, "error")
        case "b":
            return _Told("TRUE" if cell.raw == "1" else "FALSE", "boolean")
        case "s" | "str" | "inlineStr":
            if isinstance(value, str):
                return _Told(value)
        case "n":
            return _number(parts, cell, value)
        case _:
            pass
    return _Told(cell.raw, "unsure")


def _is_struck(parts: _Parts, cell: Stored) -> bool:
    """Whether the cell or a part of its text is struck through, and so perhaps no longer holds."""
    is_text = cell.kind == "s" and cell.raw.isdigit() and int(cell.raw) in parts.struck_texts
    return cell.struck or is_text or cell.style in parts.struck_styles


def _number(parts: _Parts, cell: Stored, value: Value) -> _Told:  # noqa: PLR0911 - one row a reason
    code = parts.formats[cell.style] if cell.style < len(parts.formats) else "General"
    if not _NUMBER.fullmatch(cell.raw) or not math.isfinite(float(cell.raw)):
        return _Told(cell.raw, "unsure")
    if isinstance(value, date | time | timedelta):
        return _day(parts, cell.raw, value, code)
    if isinstance(value, str | bool) or float(cell.raw) != value:
        return _Told(cell.raw, "unsure")
    if abs(value) >= _EXACT:
        return _Told(f"{Decimal(cell.raw):f}" if abs(value) < _NAMEABLE else cell.raw, "digits")
    # what a spreadsheet shows and was given: 15 digits survive its binary numbers (0017)
    exact = Decimal(f"{float(cell.raw):.15g}")
    try:
        return _Told(shown(exact, code))
    except RoundedError:
        return _Told(f"{exact:f}", "rounded")
    except UnshownError:
        return _Told(f"{exact:f}", "format")


def _day(parts: _Parts, raw: str, value: date | time | timedelta, code: str) -> _Told:
    """A day, with its time where it has one; the day is worked out twice."""
    if isinstance(value, timedelta):
        return _Told(raw, "format")
    if isinstance(value, time):
        return _Told(value.isoformat("seconds" if value.second else "minutes"))
    zero = date(1904, 1, 1) if parts.is_1904 else date(1899, 12, 30)
    day = value.date() if isinstance(value, datetime) else value
    if zero + timedelta(days=math.floor(float(raw))) != day:
        return _Told(raw, "unsure")
    clock = value.time() if isinstance(value, datetime) else time()
    if clock != time():
        seconds = "seconds" if clock.second or clock.microsecond else "minutes"
        return _Told(f"{day.isoformat()} {clock.isoformat(seconds)}")
    if month_only(code):
        return _Told(f"{day:%Y-%m}") if day.day == 1 else _Told(day.isoformat(), "format")
    return _Told(day.isoformat())
