"""CSV text to rows of cells with exact places, also behind quoted line breaks. It guesses nothing."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import islice

from generator.read.source import Source
from generator.read.yamldoc import Scalar
from generator.values.pattern import pattern
from generator.values.problem import Problem
from generator.values.read import Read

MAX_BYTES = 8 * 1024 * 1024
MARKS = (",", "\t", ";", "，")
"""What may stand between two cells."""
_HEAD_ROWS = 20
"""How many rows are looked at for the one that names the columns."""
MAX_CELLS = 400_000
"""A table of the most rows that we take, with twenty columns."""
_OPEN = pattern(r'[ \u3000]*"')
_QUOTED = pattern(r'[ \u3000]*"(?P<inner>(?:[^"]++|"")*+)"[ \u3000]*')
_PLAIN = {mark: pattern(rf"[^{mark}\n]*+") for mark in MARKS}

Row = tuple[Scalar, ...]


class _BrokenError(Exception):
    """A quote not closed, or closed within a cell, or a cell too many, at an index of the text."""

    def __init__(self, code: str, index: int) -> None:
        super().__init__(code)
        self.code = code
        self.index = index


def read(source: Source, words: AbstractSet[str]) -> Read[tuple[Row, ...]]:
    """All rows of the file, blank ones too; `words` are the names that columns may have.

    What parts the cells is the one mark that makes most of those names appear in a row near the
    top; two marks that do so equally well are a problem.
    """
    best = _marks(source.text, words)
    if len(best) > 1:
        return Read(None, (source.problem("csv/delimiter", 1, 1),))
    try:
        return Read(tuple(_rows(_filled(source.text, best[0]), best[0])))
    except _BrokenError as error:
        return Read(None, (_broken(source, error),))


def _filled(text: str, mark: str) -> str:
    """The text without the empty rows at its end, of which spreadsheets may save a million."""
    end = text.find("\n", len(text.rstrip(f"{mark} \u3000\n")))
    return text if end < 0 else text[:end]


def _broken(source: Source, error: _BrokenError) -> Problem:
    line = source.text.count("\n", 0, error.index) + 1
    column = error.index - source.text.rfind("\n", 0, error.index)
    if error.code == "open":
        return source.problem("csv/quote-open", line, column)
    if error.code == "after":
        return source.problem("csv/quote-after", line, column)
    return source.problem("csv/cells", line, column, limit=f"{MAX_CELLS:,}")


def _marks(text: str, words: AbstractSet[str]) -> list[str]:
    """The marks under which most columns are known, a comma when none is."""
    heads = {mark: _head(text, mark) for mark in MARKS}
    known = {mark: max(_known(row, words) for row in heads[mark]) for mark in MARKS}
    most = max(known.values())
    best = [mark for mark in MARKS if known[mark] == most]
    if most == 1:
        # a single column has no mark at all; what finds another beside it has parted something
        best = [mark for mark in best if any(len(row) > 1 for row in heads[mark])]
    return best if most and best else [MARKS[0]]


def _head(text: str, mark: str) -> list[Row]:
    """The first rows, up to what is broken: that is told once the mark is known."""
    rows: list[Row] = [()]
    try:
        for row in islice(_rows(text, mark), _HEAD_ROWS):
            rows.append(row)  # noqa: PERF402 - what came before the break is kept
    except _BrokenError:
        pass
    return rows


def _known(row: Row, words: AbstractSet[str]) -> int:
    return sum("".join(cell.text.split()) in words for cell in row)


def _rows(text: str, mark: str) -> Iterator[Row]:
    at, line, start, count = 0, 1, 0, 0
    row: list[Scalar] = []
    while True:
        count += 1
        if count > MAX_CELLS:
            raise _BrokenError("cells", at)
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
