"""What stands in the parts of an xlsx file beside the values: sheets, formats, and each cell as stored.

The parser is the standard library's, fed with bytes that are already bounded. A document type,
and with it every entity, is refused.
"""

import posixpath
from collections.abc import Callable, Mapping
from xml.parsers import expat

from generator.read.numberformat import BUILT_IN
from generator.values.dataclass import dataclass, field
from generator.values.pattern import pattern

_REF = pattern(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
MAX_CELLS = 400_000
"""Cells of a sheet, as many as a CSV file may have: no table of an office is larger."""
_LOW, _NARROW = 3.0, 0.5
"""Below so many points or characters nobody reads what stands in a row or column."""
_YES = frozenset({"1", "true"})


class StrangeError(Exception):
    """The part is not what a spreadsheet program writes."""


class TooLargeError(Exception):
    """A filled cell stands beyond the rows or columns that we take."""

    def __init__(self, row: int, column: int) -> None:
        super().__init__(row, column)
        self.row = row
        self.column = column


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet as the workbook lists it."""

    name: str
    path: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Stored:
    """A filled cell as it is stored: its type letter, number format and raw text."""

    kind: str
    style: int
    raw: str
    lacks_value: bool = False
    """Whether it is a formula that nothing has worked out yet."""
    struck: bool = False
    """Whether a part of its own text is struck through."""


@dataclass(slots=True)
class Scan:
    """A sheet's filled cells by row and column, from 1; what is hidden; what is merged."""

    cells: dict[tuple[int, int], Stored] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    shown_rows: set[int] = field(default_factory=set)
    hides_rows: bool = False
    merged: list[str] = field(default_factory=list)


Start = Callable[[str, Mapping[str, str]], None]


def _nothing(_: str) -> None:
    """Passed over."""


def _parse(
    body: bytes,
    start: Start,
    end: Callable[[str], None] = _nothing,
    text: Callable[[str], None] = _nothing,
) -> None:
    """Feed the part's elements, named without their namespaces, to the handlers."""

    def refuse(*_: object) -> None:
        raise StrangeError

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        start(_local(name), {_local(key): value for key, value in attributes.items()})

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda name: end(_local(name))
    parser.CharacterDataHandler = text
    try:
        parser.Parse(body, True)  # noqa: FBT003 - the parser has no names for its arguments
    except (expat.ExpatError, ValueError) as error:
        raise StrangeError from error


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def workbook_path(relations: bytes) -> str:
    """Where the package says that its workbook is."""
    found: list[str] = []

    def relation(name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            found.append(attributes.get("Target", "").lstrip("/"))

    _parse(relations, relation)
    if len(found) != 1:
        raise StrangeError
    return found[0]


def tabs(workbook: bytes, relations: bytes) -> tuple[tuple[Tab, ...], bool]:
    """The worksheets in the workbook's order, and whether its days count from 1904."""
    targets: dict[str, str] = {}
    listed: list[tuple[str, str, bool]] = []
    dates: list[bool] = []

    def relation(name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def book(name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            state = attributes.get("state", "visible")
            listed.append(
                (attributes.get("name", ""), attributes.get("id", ""), state != "visible")
            )
        elif name == "workbookPr":
            dates.append(attributes.get("date1904", "0") in _YES)

    _parse(relations, relation)
    _parse(workbook, book)
    found = tuple(
        Tab(name, posixpath.normpath(posixpath.join("/xl", targets[key])).lstrip("/"), is_hidden)
        for name, key, is_hidden in listed
        if key in targets
    )
    return found, any(dates)


def formats(styles: bytes) -> tuple[str, ...]:
    """The number format of each style that a cell may name by its index."""
    own: dict[int, str] = {}
    used: list[int] = []
    inside: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        inside.append(name)
        number = _whole(attributes.get("numFmtId", "0"))
        if name == "numFmt":
            own[number] = attributes.get("formatCode", "")
        elif name == "xf" and "cellXfs" in inside[-2:-1]:
            used.append(number)

    def end(_: str) -> None:
        inside.pop()

    _parse(styles, start, end)
    return tuple(own.get(number, BUILT_IN.get(number, f"#{number}")) for number in used)


def struck_styles(styles: bytes) -> frozenset[int]:
    """The styles, by index, whose font strikes a cell through."""
    fonts: list[bool] = []
    used: list[int] = []
    inside: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        inside.append(name)
        if name == "font" and "fonts" in inside[-2:-1]:
            fonts.append(False)
        elif name == "strike" and "fonts" in inside and fonts:
            fonts[-1] = _strikes(attributes)
        elif name == "xf" and "cellXfs" in inside[-2:-1]:
            used.append(_whole(attributes.get("fontId", "0")))

    def end(_: str) -> None:
        inside.pop()

    _parse(styles, start, end)
    return frozenset(index for index, font in enumerate(used) if font < len(fonts) and fonts[font])


def struck_texts(shared: bytes) -> frozenset[int]:
    """The shared texts, by index, of which a part is struck through."""
    found: set[int] = set()
    seen = 0

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal seen
        seen += name == "si"
        if name == "strike" and _strikes(attributes):
            found.add(seen - 1)

    _parse(shared, start)
    return frozenset(found)


def _strikes(attributes: Mapping[str, str]) -> bool:
    return attributes.get("val", "1") in _YES


def floats(drawing: bytes) -> bool:
    """Whether a drawing holds anything: a picture, a text box, a chart."""
    found: list[str] = []

    def start(name: str, _: Mapping[str, str]) -> None:
        if name in {"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"}:
            found.append(name)

    _parse(drawing, start)
    return bool(found)


def scan(body: bytes, rows: int, columns: int) -> Scan:
    """A sheet's filled cells and what surrounds them; no cell may stand beyond those limits."""
    walker = _Walker(rows, columns)
    _parse(body, walker.start, walker.end, walker.text)
    return walker.out


class _Walker:
    """Walks through a sheet's XML."""

    def __init__(self, rows: int, columns: int) -> None:
        self.out = Scan()
        self._limits = (rows, columns)
        self._row = 0
        self._column = 0
        self._seen = 0
        self._cell: tuple[str, int] | None = None
        self._has_formula = False
        self._is_text = False
        self._struck = False
        self._pieces: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "row":
                self._begin_row(attributes)
            case "c":
                self._begin_cell(attributes)
            case "v" | "t":
                self._is_text = self._cell is not None
            case "f":
                self._has_formula = True
            case "strike":
                self._struck = self._struck or _strikes(attributes)
            case "col":
                self._hide_columns(attributes)
            case "sheetFormatPr":
                self.out.hides_rows = attributes.get("zeroHeight", "0") in _YES
            case "mergeCell":
                self.out.merged.append(attributes.get("ref", ""))
            case _:
                pass

    def text(self, text: str) -> None:
        if self._is_text:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        if name in {"v", "t"}:
            self._is_text = False
        elif name == "c" and self._cell:
            self._end_cell(*self._cell)
            self._cell = None

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        self._row = _whole(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0
        if attributes.get("hidden", "0") in _YES or _is_tiny(attributes, "ht", _LOW):
            self.out.hidden_rows.add(self._row)
        else:
            self.out.shown_rows.add(self._row)

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._seen += 1
        if self._seen > MAX_CELLS:  # empty ones take time too
            raise TooLargeError(self._row, self._column)
        if "r" in attributes:
            row, self._column = spot(attributes["r"])
            if row != self._row:
                raise StrangeError
        else:
            self._column += 1
        self._cell = (attributes.get("t", "n"), _whole(attributes.get("s", "0")))
        self._has_formula, self._struck, self._pieces = False, False, []

    def _end_cell(self, kind: str, style: int) -> None:
        raw = "".join(self._pieces)
        if not raw and (kind == "str" or not self._has_formula):  # a formula may give no text
            return
        at = (self._row, self._column)
        if at[0] > self._limits[0] or at[1] > self._limits[1]:
            raise TooLargeError(*at)
        if at in self.out.cells:
            raise StrangeError
        self.out.cells[at] = Stored(kind, style, raw, not raw, self._struck)

    def _hide_columns(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("hidden", "0") in _YES or _is_tiny(attributes, "width", _NARROW):
            first, last = attributes.get("min", ""), attributes.get("max", "")
            self.out.hidden_columns.append((_whole(first), _whole(last)))


def _is_tiny(attributes: Mapping[str, str], side: str, least: float) -> bool:
    """Whether a row or column is given a side too small to be seen."""
    try:
        return float(attributes.get(side, least)) < least
    except ValueError as error:
        raise StrangeError from error


def spot(name: str) -> tuple[int, int]:
    """Row and column of `B5`: (5, 2)."""
    found = _REF.fullmatch(name)
    if not found:
        raise StrangeError
    column = 0
    for char in found[1]:
        column = column * 26 + ord(char) - 64
    return int(found[2]), column


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise StrangeError
    return int(text)
