"""CSV text to rows of cells with exact places, also behind quoted line breaks. It guesses nothing."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import islice

from generator.read.source import Source
from generator.read.yamldoc import Scalar
from generator.values.problem import Problem
from generator.values.read import Read

MAX_BYTES = 8 * 1024 * 1024
MARKS = (",", "\t", ";", "，")
"""What may stand between two cells."""
_HEAD = 20
"""How many rows are looked at for the one that names the columns."""
_OPEN = re.compile(r'[ \u3000]*"')
_QUOTED = re.compile(r'[ \u3000]*"(?P<inner>(?:[^"]++|"")*+)"[ \u3000]*')
_PLAIN = {mark: re.compile(rf"[^{mark}\n]*+") for mark in MARKS}

Row = tuple[Scalar, ...]


class _BrokenError(Exception):
    """A quote that is not closed, or closed in the middle of a cell, at an index of the text."""

    def __init__(self, code: str, index: int) -> None:
        super().__init__(code)
        self.code = code
        self.index = index


def read(source: Source, words: AbstractSet[str]) -> Read[tuple[Row, ...]]:
    """All rows of the file, blank ones too; `words` are the names that columns may have.

    What parts the cells is the one mark that makes most of those names appear in a row near the
    top; two marks that do so equally well are a problem.
    """
    try:
        best = _marks(source.text, words)
        if len(best) > 1:
            return Read(None, (source.problem("csv/delimiter", 1, 1),))
        return Read(tuple(_rows(source.text, best[0])))
    except _BrokenError as error:
        return Read(None, (_broken(source, error),))


def _broken(source: Source, error: _BrokenError) -> Problem:
    line = source.text.count("\n", 0, error.index) + 1
    column = error.index - source.text.rfind("\n", 0, error.index)
    if error.code == "open":
        return source.problem("csv/quote-open", line, column)
    return source.problem("csv/quote-after", line, column)


def _marks(text: str, words: AbstractSet[str]) -> list[str]:
    """The marks under which most columns are known, a comma when none is."""
    found: dict[str, int] = {}
    for mark in MARKS:
        try:
            head = list(islice(_rows(text, mark), _HEAD))
        except _BrokenError:
            if mark == MARKS[0]:
                raise
            continue
        found[mark] = max((_known(row, words) for row in head), default=0)
    most = max(found.values())
    best = [mark for mark in MARKS if found.get(mark) == most]
    # a single column has no mark at all, and nothing to be told apart by one
    return best if most > 1 else _present(best, text, words) if most else [MARKS[0]]


def _present(best: list[str], text: str, words: AbstractSet[str]) -> list[str]:
    """Of the marks that find one column, those that find another beside it; the comma if none."""
    wide = [
        mark
        for mark in best
        if any(len(row) > 1 and _known(row, words) for row in islice(_rows(text, mark), _HEAD))
    ]
    return wide or [MARKS[0]]


def _known(row: Row, words: AbstractSet[str]) -> int:
    return sum("".join(cell.text.split()) in words for cell in row)


def _rows(text: str, mark: str) -> Iterator[Row]:
    at, line, start = 0, 1, 0
    row: list[Scalar] = []
    while True:
        cell, at, line, start = _cell(text, mark, at, line, start)
        row.append(cell)
        if at < len(text) and text[at] == mark:
            at += 1
            continue
        yield tuple(row)
        at, line, start, row = at + 1, line + 1, at + 1, []
        if at >= len(text):
            return


def _cell(text: str, mark: str, at: int, line: int, start: int) -> tuple[Scalar, int, int, int]:
    """The cell that begins at `at`, where it ends, and the line that it ends in, with its start."""
    if not _OPEN.match(text, at):
        found = _PLAIN[mark].match(text, at)
        assert found
        written = found.group()
        bare = written.strip()
        column = at - start + 1 + len(written) - len(written.lstrip())
        return Scalar(bare, line, column, max(1, len(bare))), found.end(), line, start
    quoted = _QUOTED.match(text, at)
    if not quoted:
        raise _BrokenError("open", text.index('"', at))
    end = quoted.end()
    if end < len(text) and text[end] not in {mark, "\n"}:
        raise _BrokenError("after", end)
    inner = quoted["inner"]
    breaks = inner.count("\n")
    column = quoted.start("inner") - start + 1
    cell = Scalar(
        inner.replace('""', '"').strip(), line, column, 1 if breaks else max(1, len(inner))
    )
    if breaks:
        line, start = line + breaks, text.rindex("\n", at, end) + 1
    return cell, end, line, start
