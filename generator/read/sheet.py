"""The rows of a spreadsheet as a source: a line a row, its cells parted by ` | `, places as cells."""

from bisect import bisect_right

from generator.read.source import Source
from generator.read.yamldoc import Scalar
from generator.values.dataclass import dataclass, replace
from generator.values.pattern import pattern
from generator.values.place import Place
from generator.values.problem import Excerpt, Problem, Severity

_BETWEEN = " | "
_SPACE = pattern(r"[ \t\r\n]+")
"""What is shown as one space; other invisible characters stay, to be refused."""


@dataclass(frozen=True, slots=True)
class Sheet(Source):
    """A source whose lines are rows. Cells are looked for by their character in the line.

    Its places count as the spreadsheet does: the line is the row's number, the column that of
    the cell; a quoted line begins with the cell's name.
    """

    starts: tuple[tuple[int, ...], ...] = ()
    """Of each line, the index of each cell's first character."""

    def place(self, line: int, column: int = 0) -> Place:
        """The cell at a character of the line; column 0 is the row."""
        return Place(self.path, line, self._cell(line, column))

    def problem(
        self,
        code: str,
        line: int = 0,
        column: int = 0,
        length: int = 1,
        severity: Severity = "stop",
        **facts: str,
    ) -> Problem:
        """A problem at a cell, with its row and its name as the spreadsheet shows it (B5)."""
        told = Source.problem(self, code, line, column, length, severity, **facts)
        place = self.place(line, column)
        if told.excerpt is None:
            return replace(told, place=place)
        name = f"{name_of(line, place.column)}: "
        shown = told.excerpt
        quoted = Excerpt(name + shown.text, len(name) + shown.start, shown.length)
        return replace(told, place=place, excerpt=quoted)

    def _cell(self, line: int, column: int) -> int:
        if not column or not 1 <= line <= len(self.starts):
            return column
        return max(1, bisect_right(self.starts[line - 1], column - 1))


def sheet(path: str, texts: list[list[str]]) -> tuple[Sheet, tuple[tuple[Scalar, ...], ...]]:
    """The source and its rows of cells, from the texts of all cells, row by row from the first."""
    lines, starts, rows = [], [], []
    for number, row in enumerate(texts, 1):
        cells: list[Scalar] = []
        at = 0
        for text in row:
            shown = _SPACE.sub(" ", text).strip(" ")
            cells.append(Scalar(text.strip(), number, at + 1, max(1, len(shown))))
            at += len(shown) + len(_BETWEEN)
        lines.append(_BETWEEN.join(_SPACE.sub(" ", text).strip(" ") for text in row))
        starts.append(tuple(cell.column - 1 for cell in cells))
        rows.append(tuple(cells))
    return Sheet(path, "\n".join(lines), tuple(starts)), tuple(rows)


def letters(column: int) -> str:
    """`A` for column 1, `AA` for 27."""
    out = ""
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out


def name_of(row: int, column: int) -> str:
    """`B5`."""
    return f"{letters(column)}{row}"
