"""An office's text as blocks: headings, paragraphs, lists, quotes, tables and rules.

It reads every line once for each list or quote that the line stands in, and those are limited;
so its time grows with the text and nothing else. A block keeps where its lines stand.
"""

import functools
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.read import paragraphs, rows
from generator.read.notes import Notes
from generator.values.dataclass import dataclass
from generator.values.pattern import pattern

MAX_DEPTH = 12
"""Lists and quotes inside each other, from which on a text is refused."""
_UNITS = "元|万元|亿元|角|分|%|％|‰|亩|公顷|㎡|平方米|米|公里|吨|公斤|千克|℃|度|个|人|户|次|件|天"
_AMOUNT = rf"[¥￥]?[\d,，.．]+[ ]?(?:{_UNITS})?$"
_HEADING = pattern(r"(#{1,6})[ \t\u3000]+(?=\S)")
_BULLET = pattern(rf"[-*+][ \t]+(?=\S)(?!{_AMOUNT})(?!\[[ xX]\](?:\s|$))")
_NUMBER = pattern(r"(0|[1-9]\d?)\.[ \t]+(?=\S)")
_NEXT = pattern(r"([1-9]\d{2})\.[ \t]+(?=\S)")
_QUOTE = pattern(r">[ \t]+(?=\S)(?![-+]?[¥￥]?[\d.])")
_QUOTE_ON = pattern(r">(?:[ \t]+|$)")
_RULER = pattern(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_PIPE = pattern(r"(?<!\\)\|")
_INDENT = pattern(r"[ \t]*")
_BEGINNINGS = frozenset("#-*_+>0123456789")
"""What a heading, a rule, a quote or an item begins with; most lines begin with a word."""
_SET_IN = 2
"""Columns, or ideographic spaces, with which the first line of a paragraph is set in."""


class Line(NamedTuple):
    """A line's text without the space around it.

    `number` and `column` say where in the source the text begins, from 1. `indent` is how many
    columns of space stand before it: a tab goes to the next multiple of four, and an ideographic
    space makes it nothing, because that is how a paragraph begins in Chinese. `set_in` says
    whether the space is that of a paragraph's first line.
    """

    text: str
    number: int
    column: int
    indent: int
    set_in: bool = False


_made: Callable[[tuple[str, int, int, int, bool]], Line] = functools.partial(tuple.__new__, Line)
"""A line of all its parts, in a third of the time: a text has a hundred lines and cells."""
_EMPTY = Line("", 0, 1, 0)
"""Half of all lines: they part blocks, and nobody asks where."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""

    line: Line


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that follow each other."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands behind `> `."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, which begins on `line`; `mark` is its number with a stop, or `-`."""

    mark: str
    line: Line
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class List:
    """Items that follow each other; `start` is the first number, 0 and `ordered` off for bullets."""

    ordered: bool
    start: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the head first; every row has as many as the head."""

    rows: tuple[tuple[Line, ...], ...]


Block = Rule | Heading | Paragraph | Quote | List | Table


def parse(text: str, first_line: int, notes: Notes) -> tuple[Block, ...]:
    """The blocks of `text`, whose first line is `first_line` of the source."""
    written = enumerate(text.split("\n"), first_line)
    lines = [_line(one, number) if one else _EMPTY for number, one in written]
    return _blocks(lines, 0, notes)


def every(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block and what stands in it, in the order of the text."""
    for block in blocks:
        yield block
        if isinstance(block, Quote):
            yield from every(block.blocks)
        elif isinstance(block, List):
            for item in block.items:
                yield from every(item.blocks)


def _line(written: str, number: int) -> Line:
    if not written[0].isspace():
        return _made((written.rstrip(), number, 1, 0, False))
    text = written.lstrip()
    before = written[: len(written) - len(text)]
    indent = len(before.expandtabs(4)) if _INDENT.fullmatch(before) else 0
    set_in = max(indent, before.count("\u3000")) >= _SET_IN
    return Line(text.rstrip(), number, len(before) + 1, indent, set_in)


def _behind(line: Line, mark: int) -> Line:
    """The line without its first `mark` characters, which are a sign and the space behind it."""
    columns = len(line.text[:mark].expandtabs(4))
    return Line(line.text[mark:], line.number, line.column + mark, line.indent + columns)


def _not_set_in(line: Line) -> Line:
    """The line inside an item, where the space before it is the item's."""
    return Line(line.text, line.number, line.column, line.indent) if line.set_in else line


def _blocks(lines: list[Line], depth: int, notes: Notes) -> tuple[Block, ...]:
    if depth >= MAX_DEPTH:
        line = lines[0]
        notes.problem("text/nesting", line.number, line.column, limit=str(MAX_DEPTH))
        return ()
    found: list[Block] = []
    at = 0
    while at < len(lines):
        if lines[at].text:
            block, at = _block(lines, at, depth, notes)
            found.append(block)
        else:
            at += 1
    return tuple(found)


def _block(lines: list[Line], at: int, depth: int, notes: Notes) -> tuple[Block, int]:
    if lines[at].text[0] in _BEGINNINGS:
        return _signed(lines, at, depth, notes)
    return _table(lines, at, notes) if _has_table(lines, at) else _paragraph(lines, at, notes)


def _signed(lines: list[Line], at: int, depth: int, notes: Notes) -> tuple[Block, int]:
    line = lines[at]
    heading = _HEADING.match(line.text)
    if heading:
        return Heading(len(heading.group(1)), _behind(line, heading.end())), at + 1
    if _is_rule(line.text):
        return Rule(line), at + 1
    if _has_table(lines, at):
        return _table(lines, at, notes)
    if _QUOTE.match(line.text):
        return _quote(lines, at, depth, notes)
    if _has_list(lines, at):
        return _list(lines, at, depth, notes)
    return _paragraph(lines, at, notes)


def _begins(lines: list[Line], at: int) -> bool:
    """Whether a line ends the paragraph above it, because something else begins."""
    text = lines[at].text
    if text[0] in _BEGINNINGS:
        return bool(
            _HEADING.match(text) or _is_rule(text) or _QUOTE.match(text) or _has_list(lines, at)
        ) or _has_table(lines, at)
    return _has_table(lines, at)


def _is_rule(text: str) -> bool:
    if text[0] not in "-*_":
        return False
    signs = text.replace(" ", "").replace("\t", "")
    return len(signs) >= 3 and not signs.strip(signs[0])


def _mark(text: str) -> re.Match[str] | None:
    """The sign or number of an item at the beginning of a line."""
    return _BULLET.match(text) or _NUMBER.match(text)


def _has_list(lines: list[Line], at: int) -> bool:
    """Whether a list begins; one star alone is more likely a footnote's, so a list of stars has two."""
    text = lines[at].text
    if not _mark(text):
        return False
    if text[0] != "*":
        return True
    behind = _item_ends(lines, at)[1]
    return behind < len(lines) and lines[behind].text[0] == "*" and bool(_mark(lines[behind].text))


def _has_table(lines: list[Line], at: int) -> bool:
    if "|" not in lines[at].text or at + 1 == len(lines):
        return False
    ruler = lines[at + 1].text
    return "|" in ruler and _RULER.fullmatch(ruler) is not None


def _paragraph(lines: list[Line], at: int, notes: Notes) -> tuple[Paragraph, int]:
    first, at = at, at + 1
    while at < len(lines) and lines[at].text and not _ends(lines, at):
        at += 1
    _tell_rows(lines, first, at, notes)
    taken = [_unescaped(one) if one.text[0] == "\\" else one for one in lines[first:at]]
    return Paragraph(tuple(taken)), at


def _ends(lines: list[Line], at: int) -> bool:
    """Whether the paragraph above a line ends: something else begins there, or a new paragraph."""
    line = lines[at]
    if line.set_in or _begins(lines, at):
        return True
    after = lines[at + 1].text if at + 1 < len(lines) else ""
    return paragraphs.begins(lines[at - 1].text, line.text, after)


def _tell_rows(lines: list[Line], first: int, end: int, notes: Notes) -> None:
    """Name the first line of rows that were meant for a table and would be shown as text.

    Of rows that follow each other only the first is named, also when each is a paragraph.
    """
    for at in range(first, end):
        line, text = lines[at], lines[at].text
        kind = _kind(lines, at) if "|" in text or "\t" in text or "｜" in text else ""
        if not kind or (at > 0 and _kind(lines, at - 1) == kind):
            continue
        where = line.number, line.column, len(text)
        plain = rows.plain(text)
        match kind:
            case "tabs":
                notes.problem("table/tabs", *where, written=plain)
            case "wide":
                notes.problem("table/wide-bar", *where, written=plain)
            case _:
                notes.problem("table/no-head", *where)


def _kind(lines: list[Line], at: int) -> rows.Kind:
    """What the line separates its cells with, when it looks like a row."""
    before = lines[at - 1].text if at > 0 else ""
    return rows.kind(before, lines[at].text, lines[at + 1].text if at + 1 < len(lines) else "")


def _unescaped(line: Line) -> Line:
    """The line without its backslash, if that keeps the next sign from being a heading, item or quote."""
    text = line.text[1:]
    return _behind(line, 1) if _HEADING.match(text) or _QUOTE.match(text) or _mark(text) else line


def _quote(lines: list[Line], at: int, depth: int, notes: Notes) -> tuple[Quote, int]:
    inside = []
    while at < len(lines):
        mark = _QUOTE_ON.match(lines[at].text)
        if not mark:
            break
        inside.append(_behind(lines[at], mark.end()))
        at += 1
    return Quote(_blocks(inside, depth + 1, notes)), at


def _list(lines: list[Line], at: int, depth: int, notes: Notes) -> tuple[List, int]:
    mark = _mark(lines[at].text)
    ordered = bool(mark and mark.lastindex)
    items: list[Item] = []
    start, last = 0, -1
    while mark and bool(mark.lastindex) == ordered:
        line = lines[at]
        if ordered:
            last = _counted(mark, last, line, notes)
            start = start if items else last
        end, behind = _item_ends(lines, at)
        inside = [_behind(line, mark.end()), *map(_not_set_in, lines[at + 1 : end])]
        sign = f"{last}." if ordered else "-"
        items.append(Item(sign, line, _blocks(inside, depth + 1, notes)))
        at = end
        mark = _sibling(lines[behind].text, last) if behind < len(lines) else None
        at = behind if mark and bool(mark.lastindex) == ordered else end
    return List(ordered, start, tuple(items)), at


def _counted(mark: re.Match[str], last: int, line: Line, notes: Notes) -> int:
    """The item's number; one that is not the next would be shown as another."""
    number = int(mark.group(1))
    if last >= 0 and number != last + 1:
        notes.problem(
            "list/number",
            line.number,
            line.column,
            len(mark.group(1)) + 1,
            number=str(number),
            wanted=str(last + 1),
        )
    return number


def _sibling(text: str, last: int) -> re.Match[str] | None:
    """The mark of a list's next item; a list that has counted to 99 may go on."""
    if _is_rule(text):
        return None
    long = _NEXT.match(text)
    return long if long and int(long.group(1)) == last + 1 else _mark(text)


def _item_ends(lines: list[Line], at: int) -> tuple[int, int]:
    """Behind the last line that is indented under the item at `at`, and behind the empty ones then."""
    edge = lines[at].indent + 2
    end = at = at + 1
    while at < len(lines):
        if lines[at].text:
            if lines[at].indent < edge:
                break
            end = at + 1
        at += 1
    return end, at


def _table(lines: list[Line], at: int, notes: Notes) -> tuple[Table, int]:
    head, ruler = (_cells(one, _parts(one.text)) for one in lines[at : at + 2])
    _even(ruler, len(head), lines[at + 1], notes)
    rows, at = [head], at + 2
    while at < len(lines) and len(parts := _parts(lines[at].text)) > 1:
        if _HEADING.match(lines[at].text):
            break
        cells = _cells(lines[at], parts)
        if _even(cells, len(head), lines[at], notes):
            rows.append(cells)
        at += 1
    return Table(tuple(rows)), at


def _even(cells: tuple[Line, ...], wanted: int, line: Line, notes: Notes) -> bool:
    """Whether a row has as many cells as the head; what is too much would not be shown."""
    if len(cells) == wanted:
        return True
    end = line.column + len(line.text)
    column = cells[wanted].column if len(cells) > wanted else end - 1
    notes.problem(
        "table/ragged",
        line.number,
        column,
        end - column,
        cells=str(len(cells)),
        wanted=str(wanted),
    )
    return False


def _parts(text: str) -> list[str]:
    """The text cut at its pipes, of which few have a backslash before them."""
    return _PIPE.split(text) if "\\" in text else text.split("|")


def _cells(line: Line, parts: list[str]) -> tuple[Line, ...]:
    """What stands between the pipes; one at either end of the line is the table's edge."""
    end = -1
    cells = []
    for part in parts:
        end += 1 + len(part)
        text = part.lstrip()
        column = line.column + end - len(text)
        cells.append(_made((text.rstrip(), line.number, column, 0, False)))
    return tuple(cells[0 if parts[0] else 1 : None if parts[-1] else -1])
