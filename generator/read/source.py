"""A source file as text, and the one way to point into it without showing what must stay hidden."""

import functools
import re
from dataclasses import dataclass

from generator.values.place import Place
from generator.values.problem import Excerpt, Problem, Severity
from generator.values.read import Read
from generator.values.text import mask

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text with LF line ends, and its path relative to the project."""

    path: str
    text: str

    def place(self, line: int, column: int = 0) -> Place:
        """A place in this file; line and column count from 1."""
        return Place(self.path, line, column)

    def problem(
        self,
        code: str,
        line: int = 0,
        column: int = 0,
        length: int = 1,
        severity: Severity = "stop",
        **facts: str,
    ) -> Problem:
        """A problem at a place of this file, with the masked source line and a span for the caret."""
        return Problem(
            code,
            Place(self.path, line, column),
            tuple((name, mask(value)) for name, value in facts.items()),
            severity,
            self._excerpt(line, column, length),
        )

    def _excerpt(self, line: int, column: int, length: int) -> Excerpt | None:
        lines = _lines(self.text)
        if not 1 <= line <= len(lines) or not column:
            return None
        first = max(0, column - 1 - _SHOWN // 2)
        shown = mask(lines[line - 1])[first : first + _SHOWN]
        return Excerpt(
            shown, column - 1 - first, max(1, min(length, len(shown) - column + 1 + first))
        )


@functools.lru_cache(maxsize=2)
def _lines(text: str) -> tuple[str, ...]:
    """The text's lines, cut once for all that is wrong with them."""
    return tuple(text.split("\n"))


def decode(path: str, body: bytes) -> Read[Source]:
    """The file's text: UTF-8 with or without BOM, any line ends; nothing invisible that splits lines."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        return Read(None, (Problem("text/encoding", Place(path, line)),))
    source = Source(path, text.replace("\r\n", "\n").replace("\r", "\n"))
    found = _REFUSED.search(source.text)
    if not found:
        return Read(source)
    before = source.text[: found.start()]
    line, column = before.count("\n") + 1, found.start() - before.rfind("\n")
    name = f"U+{ord(found.group()):04X}"
    return Read(None, (Problem("text/control", Place(path, line, column), (("char", name),)),))
