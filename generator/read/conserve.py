"""Nothing lost: what a reader sees of the finished HTML is what stands in the source, in order.

Three comparisons, each of which reads the text once. What no sign covers must come out, piece by
piece and cell by cell (`visible` reads the HTML and knows no Markdown). What a sign covers must
look like that sign, and what stands outside every paragraph, heading, item and cell must be a sign
of blocks: so a rule that takes too much for a sign is found too.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.read.blocks import Block, Heading, Line, List, Paragraph, Quote, Table
from generator.read.draft import Draft
from generator.read.spans import Mark
from generator.read.visible import (
    BOLD,
    BOLD_END,
    CELL,
    HEADING,
    IMAGE,
    LINK,
    LINK_END,
    LINK_TO,
    QUOTE,
    ROW,
    RULE,
    TABLE,
    normal,
    pieces,
)
from generator.values.pattern import pattern
from generator.values.text import mask

Led = dict[tuple[int, int], str]
"""Where each link and picture leads, by the line and column of its first mark."""
_SHOWN = {
    "strong": BOLD,
    "/strong": BOLD_END,
    "/link": LINK_END,
    "/auto": LINK_END,
    "escape": "",
}
_FORMS = {
    "strong": pattern(r"\*\*"),
    "/strong": pattern(r"\*\*"),
    "link": pattern(r"\["),
    "/link": pattern(r"\]\([^\n]*\)"),
    "image": pattern(r"!\[[^\n]*\]\([^\n]*\)"),
    "auto": pattern(""),
    "/auto": pattern(""),
    "escape": pattern(r"\\"),
}
_BEFORE = pattern(r"(?:[\s>]|[-*+]\s|\d{1,3}\.\s)*(?:#{1,6}\s+)?[\\|]?\s*")
_BETWEEN = pattern(r"\s*\|\s*")
_AFTER = pattern(r"\s*\|?\s*")
_BARE = pattern(r"(?:[\s>]|[-*+]\s|\d{1,3}\.\s)*(?:[-*_\s]*|[|:\-\s]*)")
_QUOTED = 12
"""Characters of either text that a problem shows."""


_Piece = tuple[str, tuple[Line, ...]]
"""A piece as the source has it, and the lines that it stands in."""


def check(draft: Draft, led: Led, html: str) -> None:
    """Note the first difference between the text and its HTML."""
    wanted: list[_Piece] = []
    _gather(wanted, draft, draft.blocks, led)
    shown = pieces(html)
    # most texts are the same to the character, so white space is looked at in others only
    if [text for text, _ in wanted] != shown:
        wanted = [(normal(text), lines) for text, lines in wanted]
        shown = [normal(text) for text in shown]
    if [text for text, _ in wanted] != shown:
        _tell_difference(draft, led, wanted, shown)
        return
    outside = _outside(draft) or _misread(draft)
    if outside:
        number, column, text = outside
        _tell(draft, number, column, text, "")


def _gather(found: list[_Piece], draft: Draft, blocks: tuple[Block, ...], led: Led) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append((_words(draft, block.lines, led), block.lines))
        elif isinstance(block, Heading):
            lines = (block.line,)
            found += ((HEADING, lines), (_words(draft, lines, led), lines))
        elif isinstance(block, Quote):
            found.append((QUOTE, ()))
            _gather(found, draft, block.blocks, led)
        elif isinstance(block, List):
            for item in block.items:
                found.append((item.mark, (item.line,)))
                _gather(found, draft, item.blocks, led)
        elif isinstance(block, Table):
            _gather_table(found, draft, block, led)
        else:
            found.append((RULE, (block.line,)))


def _gather_table(found: list[_Piece], draft: Draft, table: Table, led: Led) -> None:
    found.append((TABLE, ()))
    for row in table.rows:
        found.append((ROW, row[:1]))
        is_marked = draft.has_marks(row)
        for cell in row:
            lines = (cell,)
            found.append((CELL, lines))
            if cell.text:
                found.append((_words(draft, lines, led) if is_marked else cell.text, lines))


def _words(draft: Draft, lines: tuple[Line, ...], led: Led) -> str:
    if len(lines) == 1 and not draft.marks(lines[0]):
        return lines[0].text
    texts = ["".join(_line(draft, line, led)) if draft.marks(line) else line.text for line in lines]
    return "\n".join(texts)


def _line(draft: Draft, line: Line, led: Led) -> Iterator[str]:
    for text, mark in draft.parts(line):
        yield text
        if mark:
            yield _shown(mark, line, led)


def _shown(mark: Mark, line: Line, led: Led) -> str:
    where = led.get((line.number, line.column + mark.start), "")
    if mark.kind == "image":
        return f"{IMAGE}{where}{LINK_TO}{mark.text}"
    if mark.kind in {"link", "auto"}:
        return f"{LINK}{where}{LINK_TO}"
    return _SHOWN[mark.kind]


def _outside(draft: Draft) -> tuple[int, int, str] | None:
    """The first character of the source that is in no paragraph, heading, item or cell and no sign."""
    inside: dict[int, Sequence[Line]] = {}
    lines = draft.text.split("\n")
    for leaves, is_row in draft.leaves:
        if is_row:
            at = leaves[0].number - draft.first_line
            # a row as most people write it
            if lines[at] == f"| {' | '.join([cell.text for cell in leaves])} |":
                lines[at] = ""
            else:
                inside[leaves[0].number] = leaves
            continue
        for line in leaves:
            at = line.number - draft.first_line
            # most lines are one text from end to end
            if len(line.text) == len(lines[at]):
                lines[at] = ""
            else:
                inside[line.number] = (line,)
    for number, written in enumerate(lines, draft.first_line):
        found = _uncovered(written, inside.get(number, ())) if written else -1
        if found >= 0:
            return number, found + 1, written[found:]
    return None


def _uncovered(written: str, inside: Sequence[Line]) -> int:
    """Where the source's line has something beside its texts that is no sign; -1 when nowhere."""
    if not inside:
        return -1 if _BARE.fullmatch(written) else len(written) - len(written.lstrip())
    at = 0
    for line in inside:
        start = line.column - 1
        form = _BETWEEN if at else _BEFORE
        if start > at and not form.fullmatch(written, at, start):
            return at
        at = start + len(line.text)
    return -1 if at == len(written) or _AFTER.fullmatch(written, at) else at


def _misread(draft: Draft) -> tuple[int, int, str] | None:
    """The first mark that does not look like what it was taken for."""
    for line in draft.marked:
        for mark in draft.marks(line):
            if not _FORMS[mark.kind].fullmatch(line.text, mark.start, mark.end):
                return line.number, line.column + mark.start, line.text[mark.start : mark.end]
    return None


def _tell_difference(draft: Draft, led: Led, wanted: list[_Piece], shown: list[str]) -> None:
    last: tuple[Line, ...] = ()
    for piece, other in zip_longest(wanted, shown):
        text, lines = piece or ("", ())
        last = lines or last
        if text != (other or ""):
            at = _same(text, other or "")
            number, column = _spot(draft, led, last, len("".join(text[:at].split())))
            _tell(draft, number, column, mask(text)[at:], mask(other or "")[at:])
            return


def _same(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def _spot(draft: Draft, led: Led, lines: tuple[Line, ...], before: int) -> tuple[int, int]:
    """Line and column of what stands behind that many visible characters of the lines."""
    spot = draft.first_line, 1
    for line in lines:
        spot = line.number, line.column + max(0, len(line.text) - 1)
        column = line.column
        for text, mark in draft.parts(line):
            seen = [at for at, char in enumerate(text) if not char.isspace()]
            if before < len(seen):
                return line.number, column + seen[before]
            before -= len(seen)
            column += len(text)
            signs = len("".join(_shown(mark, line, led).split())) if mark else 0
            if mark and before < signs:
                return line.number, column
            before -= signs
            column += mark.end - mark.start if mark else 0
    return spot


def _tell(draft: Draft, number: int, column: int, written: str, shown: str) -> None:
    draft.notes.problem(
        "text/lost",
        number,
        column,
        1,
        written=_readable(written),
        shown=_readable(shown),
    )


def _readable(text: str) -> str:
    """The beginning of a piece without the signs that only the comparison knows."""
    return re.sub(r"[\x01-\x06]", "", text[: _QUOTED * 2])[:_QUOTED]
