"""The usual YAML at one glance: `key: words`, line below line; whatever else is left to the parser.

Most heads and accounts are nothing else, and reading them so takes a third of the time. It says
nothing of mistakes: a text of which any line might mean something more is not read here at all.
"""

import re
from typing import NamedTuple

from generator.read.yamlnodes import Mapping, Node, Scalar, Sequence
from generator.values.pattern import pattern

MAX_KEYS = 100
MAX_ITEMS = 10_000
_MAX_DEPTH = 8
"""What is larger or deeper is for the parser, which knows the limits."""
_STRANGE = pattern("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""A character that the parser refuses, skips, or takes for space or a line's end."""
_LINE = pattern(
    r"""
    ([ ]*+)
    (?: (-[ ])?+ (\w{1,40}+) :
        (?:[ ]++ (?: ([\w《（“](?:[^:#]++|:(?=[^ ])|(?<=[^ ])\#)*+)
                   | "([^"\\]*+)"[ ]*+
                   | '([^']*+)'[ ]*+ ) )?+ [ ]*+
      | -[ ] (\w[^:：\#]*+) )
    """,
    re.VERBOSE,
)
"""Space; a dash, a key, its words or quoted words; or a dash and words."""


class _UnusualError(Exception):
    """The text is not of the usual form."""


class _Row(NamedTuple):
    """A key with its value, or a dash with its own: the line it stands in, and its column from 0."""

    line: int
    column: int
    key: Scalar | None
    value: Scalar | None


def read(text: str) -> Node | None:
    """The document; None when any of it is not of the usual form, or nothing stands in it."""
    if _STRANGE.search(text):
        return None
    rows: list[_Row] = []
    for number, line in enumerate(text.split("\n"), 1):
        found = _LINE.fullmatch(line)
        if found:
            rows += _rows(found, number)
        elif line.strip(" "):
            return None
    try:
        return _Reading(rows).root()
    except _UnusualError:
        return None


def _rows(found: re.Match[str], number: int) -> tuple[_Row, ...]:
    """What a line holds: a dash with a key behind it is two."""
    indent, dash, key, plain, double, single, item = found.groups()
    column = len(indent)
    if item is not None:
        return (_Row(number, column, None, _words(item, number, column + 3)),)
    value = None
    if plain is not None:
        value = _words(plain, number, found.start(4) + 1)
    elif double is not None:
        value = Scalar(double, number, found.start(5), len(double) + 2)
    elif single is not None:
        value = Scalar(single, number, found.start(6), len(single) + 2)
    start = column + 2 if dash else column
    row = _Row(number, start, Scalar(key, number, start + 1, len(key)), value)
    return (_Row(number, column, None, None), row) if dash else (row,)


def _words(written: str, number: int, column: int) -> Scalar:
    words = written.rstrip(" ")
    return Scalar(words, number, column, len(words))


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
        first = self.rows[self.at]
        spot = first.line, first.column + 1
        if first.key is None:
            return Sequence(self._items(first.column, depth), *spot)
        return Mapping(self._pairs(first.column, depth), *spot)

    def _items(self, column: int, depth: int) -> tuple[Node, ...]:
        items: list[Node] = []
        while (row := self._next()) and row.key is None and row.column == column:
            self.at += 1
            items.append(row.value or self._node(depth + 1))
        if len(items) > MAX_ITEMS:
            raise _UnusualError
        return tuple(items)

    def _pairs(self, column: int, depth: int) -> tuple[tuple[Scalar, Node], ...]:
        pairs: list[tuple[Scalar, Node]] = []
        while (row := self._next()) and row.key and row.column == column:
            self.at += 1
            pairs.append((row.key, row.value or self._below(row.key, column, depth)))
        if len(pairs) > MAX_KEYS:
            raise _UnusualError
        return tuple(pairs)

    def _below(self, key: Scalar, column: int, depth: int) -> Node:
        """What a key without words leads: deeper rows, or a list that begins right below it."""
        row = self._next()
        if row and (row.column > column or (row.column == column and row.key is None)):
            return self._node(depth + 1)
        return Scalar("", key.line, key.column + key.length + 1, 1)

    def _next(self) -> _Row | None:
        return self.rows[self.at] if self.at < len(self.rows) else None
