"""What runs over several lines of a YAML text: where it ends, or that it never does."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.read.source import is_refused
from generator.values.pattern import pattern

MAX_DEPTH = 20
"""Mappings and lists inside one another; deeper ones make parsers slow, or end them."""
BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Characters that look like a space and are none to YAML."""
_HEADER = pattern(r"[|>](?:([1-9])[+-]?|[+-]([1-9])?)?(?=[ \t]*$|[ \t]+#)")
_ENDS = {'"': pattern(r'[^"\\]*(?:\\.[^"\\]*)*"'), "'": pattern(r"[^']*(?:''[^']*)*'(?!')")}
_ESCAPE = pattern(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_HARMLESS = frozenset('"\\/n ')
_TOKEN = pattern(r"[ \t]+|[\[\]{},]|[^ \t\[\]{},]+")
_STARTS = frozenset("&*!%@`|>")


class Span(NamedTuple):
    """Line index and column behind the end of a value; `wrong` names what is in the way of reading it.

    `wrong` is `quote` or `bracket` for a value that never ends, else `escape`, `hash`, `mark` or
    `deep`, with the offending `text` and the line and column of it in `spot`.
    """

    line: int
    column: int
    wrong: str = ""
    spot: tuple[int, int] = (0, 0)
    text: str = ""


def block(lines: Sequence[str], at: int, column: int, parent: int) -> int | None:
    """The last line of the block whose header stands at `column` of line `at`; None when it is no header.

    A header that says more than `|` or `>` and has nothing below it is a text that was meant as one.
    """
    header = _HEADER.match(lines[at].rstrip(" \t"), column)
    if not header:
        return None
    digit = header[1] or header[2]
    indent = max(parent, 0) + int(digit) if digit else 0
    last = at
    for number in range(at + 1, len(lines)):
        inside = lines[number].lstrip(" ")
        deep = len(lines[number]) - len(inside)
        if inside.strip():
            if deep < indent or deep <= parent or (not indent and inside[0] == "\t"):
                break
            indent = indent or max(deep, 1)
            last = number
    return None if last == at and len(header.group()) > 1 else last


def quotes(lines: Sequence[str], line: str, at: int, column: int, parent: int) -> Span:
    """A quoted text that opens at `column` of `line`, which is line `at` of the text."""
    end = _ENDS[line[column]]
    number, start, text = at, column + 1, line
    while not (found := end.match(text, start)):
        number, start = number + 1, 0
        if number >= len(lines) or not _continues(lines[number], parent):
            return Span(at, len(line), "quote", (at, column))
        text = lines[number]
    span = Span(number, found.end())
    return span if line[column] == "'" else _escapes(lines, line, at, column, span)


def _escapes(lines: Sequence[str], line: str, at: int, column: int, span: Span) -> Span:
    for number in range(at, span.line + 1):
        text = line if number == at else lines[number]
        stop = span.column if number == span.line else len(text)
        for found in _ESCAPE.finditer(text, column + 1 if number == at else 0, stop):
            if not _is_harmless(found.group()):
                return span._replace(
                    wrong="escape", spot=(number, found.start()), text=found.group()
                )
    return span


def _is_harmless(escape: str) -> bool:
    if len(escape) == 2:
        return escape[1] in _HARMLESS
    code = int(f"0x{escape[2:]}", 0)
    return code < 0x110000 and not is_refused(chr(code)) and chr(code) not in "\t\r"


def _continues(line: str, parent: int) -> bool:
    """Whether a value may run on here: the line is empty, or deeper than the key or list it is of."""
    inside = line.lstrip(" ")
    return not inside.strip() or len(line) - len(inside) > parent


class _Flow:
    """The reading of a list or mapping in brackets, one token after the other."""

    __slots__ = ("ends", "fresh", "spaced", "wrong")

    def __init__(self) -> None:
        self.ends: list[str] = []
        self.fresh = self.spaced = False
        self.wrong: Span | None = None

    def line(self, text: str, number: int, column: int) -> int:
        """The column behind the last bracket, or -1 when it does not close in this line."""
        while column < len(text):
            token = _TOKEN.match(text, column)
            assert token
            column = self._token(text, number, token)
            if not self.ends or (self.wrong and self.wrong.wrong == "deep"):
                return column
        return -1

    def _token(self, text: str, number: int, token: re.Match[str]) -> int:
        word, column = token.group(), token.start()
        was_fresh, was_spaced = self.fresh, self.spaced
        self.spaced = word[0] in " \t"
        if self.spaced:
            return token.end()
        self.fresh = word in "[{," or word.endswith(":")
        if word in "[{":
            self.ends.append("]" if word == "[" else "}")
            if len(self.ends) > MAX_DEPTH:
                self.wrong = Span(number, column, "deep", (number, column))
        elif word in "]}":
            if word != self.ends.pop():
                self._found("bracket", text, number, column)
        elif word[0] == "#" and (was_fresh or was_spaced):
            self._found("hash", text, number, column)
            return len(text)
        elif was_fresh and word[0] in _ENDS:
            return self._quoted(text, number, column)
        elif was_fresh and word[0] in _STARTS:
            self._found("mark", text, number, column)
        return token.end()

    def _quoted(self, text: str, number: int, column: int) -> int:
        span = quotes((text,), text, 0, column, 0)
        if span.wrong:
            self._found(span.wrong, text, number, column)
            return len(text)
        self.fresh = text[span.column : span.column + 1] == ":"
        return span.column + self.fresh

    def _found(self, wrong: str, text: str, number: int, column: int) -> None:
        rest = re.split(r"[,\]}]", text[column:], maxsplit=1)[0].rstrip()
        self.wrong = self.wrong or Span(number, column, wrong, (number, column), rest)


def flow(lines: Sequence[str], line: str, at: int, column: int, parent: int) -> Span:
    """A list or mapping in brackets that opens at `column` of `line`, which is line `at` of the text."""
    reading = _Flow()
    text, number = line, at
    end = reading.line(text, number, column)
    while end < 0:
        number += 1
        if number >= len(lines) or not _continues(lines[number], parent):
            return reading.wrong or Span(at, len(line), "bracket", (at, column))
        if not lines[number].lstrip().startswith("#"):
            reading.spaced = True
            end = reading.line(lines[number], number, 0)
    wrong = reading.wrong
    return wrong._replace(line=number, column=end) if wrong else Span(number, end)
