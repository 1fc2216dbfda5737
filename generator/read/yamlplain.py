"""The usual YAML at one glance: `key: words`, line below line; whatever else is left to the parser.

Most heads and accounts are nothing else, and reading them so takes a third of the time. It says
nothing of mistakes: a text of which any line might mean something more is not read here at all.
"""

import re

from generator.read.yamlnodes import Mapping, Node, Scalar, Sequence, scalar
from generator.values.pattern import pattern

MAX_KEYS = 100
MAX_ITEMS = 10_000
_MAX_DEPTH = 8
"""What is larger or deeper is for the parser, which knows the limits."""
_STRANGE = pattern("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""A character that the parser refuses, skips, or takes for space or a line's end."""
_LINE = pattern(
    r"""
    ^([ ]*+)
    (?: (-[ ])?+ (\w{1,40}+) :
        (?:([ ]++) (?: ([\w《（“](?:[^:#\n]++|:(?=[^ \n])|(?<=[^ ])\#)*+)
                     | ("[^"\\\n]*+"|'[^'\n]*+') ) )?+ [ ]*+
      | -[ ] (\w[^:：\#\n]*+) )?+$
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Space; a dash, a key, a gap, its words or its quoted words; or a dash and words; or nothing."""

_Row = tuple[int, int, Scalar | None, Scalar | None]
"""The line that a key or a dash stands in, its column from 0, the key, and the value beside it.

A plain tuple: there is one for every line, and none is kept.
"""


class _UnusualError(Exception):
    """The text is not of the usual form."""


def read(text: str) -> Node | None:
    """The document; None when any of it is not of the usual form, or nothing stands in it."""
    if _STRANGE.search(text):
        return None
    lines = _LINE.findall(text)
    if len(lines) <= text.count("\n"):
        return None
    try:
        return _Reading(_rows(lines)).root()
    except _UnusualError:
        return None


def _rows(lines: list[tuple[str, ...]]) -> list[_Row]:
    """What the lines hold: a dash with a key behind it is two."""
    rows: list[_Row] = []
    for number, (indent, dash, key, gap, words, quoted, item) in enumerate(lines, 1):
        column = len(indent)
        if key:
            if dash:
                rows.append((number, column, None, None))
                column += 2
            named = scalar((key, number, column + 1, len(key)))
            start = column + len(key) + len(gap) + 2
            if words:
                rows.append((number, column, named, _words(words, number, start)))
            elif quoted:
                value = scalar((quoted[1:-1], number, start, len(quoted)))
                rows.append((number, column, named, value))
            else:
                rows.append((number, column, named, None))
        elif item:
            rows.append((number, column, None, _words(item, number, column + 3)))
    return rows


def _words(written: str, number: int, column: int) -> Scalar:
    words = written.rstrip(" ")
    return scalar((words, number, column, len(words)))


class _Reading:
    """The rows on their way to nodes, each taken once."""

    def __init__(self, rows: list[_Row]) -> None:
        self.rows = rows
        self.at = 0

    def root(self) -> Node | None:
        """The whole document."""
        node = self._node(0) if self.rows else None
        if self.at < len(self.rows):
            raise _UnusualError
        return node

    def _node(self, depth: int) -> Node:
        """The list or mapping that begins with the next row."""
        if depth > _MAX_DEPTH:
            raise _UnusualError
        line, column, key, _ = self.rows[self.at]
        if key is None:
            return Sequence(self._items(column, depth), line, column + 1)
        return Mapping(self._pairs(column, depth), line, column + 1)

    def _items(self, wanted: int, depth: int) -> tuple[Node, ...]:
        items: list[Node] = []
        while self.at < len(self.rows):
            _, column, key, value = self.rows[self.at]
            if column != wanted or key is not None:
                break
            self.at += 1
            items.append(value or self._node(depth + 1))
        if len(items) > MAX_ITEMS:
            raise _UnusualError
        return tuple(items)

    def _pairs(self, wanted: int, depth: int) -> tuple[tuple[Scalar, Node], ...]:
        pairs: list[tuple[Scalar, Node]] = []
        while self.at < len(self.rows):
            _, column, key, value = self.rows[self.at]
            if column != wanted or key is None:
                break
            self.at += 1
            pairs.append((key, value or self._below(key, column, depth)))
        if len(pairs) > MAX_KEYS:
            raise _UnusualError
        return tuple(pairs)

    def _below(self, key: Scalar, wanted: int, depth: int) -> Node:
        """What a key without words leads: deeper rows, or a list that begins right below it."""
        if self.at < len(self.rows):
            _, column, other, _ = self.rows[self.at]
            if column > wanted or (column == wanted and other is None):
                return self._node(depth + 1)
        return Scalar("", key.line, key.column + key.length + 1, 1)
