"""A text on its way: its blocks, and what the signs within its lines mean."""

from collections.abc import Iterable, Iterator

from generator.read import blocks as office
from generator.read import spans
from generator.read.blocks import Block, Heading, Line, Paragraph, Table
from generator.read.notes import Notes
from generator.read.spans import Mark


class Draft:
    """A text cut into blocks, and the marks of every line, which are read once.

    `every` has the blocks that stand in others, too. `leaves` are the lines of every paragraph and
    heading and the cells of every row, and whether they are cells, in the order of the text;
    `marked` are those lines and cells that have marks.
    """

    def __init__(self, text: str, first_line: int, notes: Notes) -> None:
        self.text = text
        self.first_line = first_line
        self.blocks = office.parse(text, first_line, notes)
        self.notes = notes
        self.every = (*office.every(self.blocks),)
        self.leaves = [*_leaves(self.every)]
        self.marked: list[Line] = []
        self._marks: dict[int, dict[int, tuple[Mark, ...]]] = {}
        self._texts: dict[tuple[Line, ...], list[list[str]]] = {}
        signed = spans.signed(text, first_line)
        for lines, in_cell in self.leaves if signed else ():
            for line in lines:
                if line.number in signed:
                    self._mark(line, in_cell=in_cell)

    def _mark(self, line: Line, *, in_cell: bool) -> None:
        marks = spans.read(line, self.notes, in_cell=in_cell)
        if marks:
            self.marked.append(line)
            self._marks.setdefault(line.number, {})[line.column] = marks

    def marks(self, line: Line) -> tuple[Mark, ...]:
        """The marks of a line or cell."""
        found = self._marks.get(line.number)
        return found.get(line.column, ()) if found else ()

    def has_marks(self, row: tuple[Line, ...]) -> bool:
        """Whether any cell of a row has marks."""
        return bool(row) and row[0].number in self._marks

    def texts(self, table: Table) -> list[list[str]]:
        """What the cells of a table say, row by row."""
        head = table.rows[0]
        found = self._texts.get(head)
        if found is None:
            found = self._texts[head] = [
                [self.words(cell).strip() for cell in row]
                if self.has_marks(row)
                else [cell.text for cell in row]
                for row in table.rows
            ]
        return found

    def words(self, line: Line) -> str:
        """What the line says without its signs."""
        if not self.marks(line):
            return line.text
        return "".join(text for text, _ in self.parts(line))

    def parts(self, line: Line) -> Iterator[tuple[str, Mark | None]]:
        """The line's text, cut at its marks, each with the mark that follows it."""
        at = 0
        for mark in self.marks(line):
            yield line.text[at : mark.start], mark
            at = mark.end
        yield line.text[at:], None


def _leaves(every: Iterable[Block]) -> Iterator[tuple[tuple[Line, ...], bool]]:
    """The lines of every paragraph, heading and row, and whether they are cells."""
    for block in every:
        if isinstance(block, Paragraph):
            yield block.lines, False
        elif isinstance(block, Heading):
            yield (block.line,), False
        elif isinstance(block, Table):
            for row in block.rows:
                yield row, True
