"""A Markdown entry's two parts: the head between `---` lines, and the text below it."""

from collections.abc import Sequence

from generator.read.source import Source
from generator.values.dataclass import dataclass
from generator.values.pattern import pattern
from generator.values.problem import Problem
from generator.values.read import Read

MAX_CHARS = 64 * 1024
_OPENS = pattern(r"(?:\s*\n)?-{3,}[ \t]*(?:\n|\Z)")
_CLOSES = pattern(r"\n-{3,}[ \t]*(?:\n|\Z)")
_MEANT = pattern(r"\s*[-‐‑‒–—―−─－﹣_]{2,}\s*")
"""What an editor makes of three hyphens, or a clerk of a line."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Head and body of a file, each with the number of its first line (from 1)."""

    head: str
    head_line: int
    body: str
    body_line: int


def split(source: Source) -> Read[Parts]:
    """Cut the file at its two `---` lines; a file without them has no head, which is a problem."""
    text = source.text
    opens = _OPENS.match(text)
    if not opens:
        first = next((n for n, line in enumerate(source.lines) if line.strip()), 0)
        crooked = _crooked(source, source.lines[: first + 1])
        return Read(None, (crooked or source.problem("head/absent", 1),))
    # the end of the first fence may be the line end that the second one begins with
    start, last = opens.end(), opens.end() - 1
    line = text.count("\n", 0, last) + 1
    closes = _CLOSES.search(text, last)
    if not closes:
        missing = source.problem("head/open", line, 1, 3)
        return Read(None, (_crooked(source, source.lines, line) or missing,))
    head = text[start : closes.start()]
    if len(head) > MAX_CHARS:
        return Read(
            None, (source.problem("head/too-large", line, 1, limit=f"{MAX_CHARS // 1024} KB"),)
        )
    body_line = text.count("\n", last, closes.start() + 1) + line + 1
    return Read(Parts(head, line + 1, text[closes.end() :], body_line))


def _crooked(source: Source, lines: Sequence[str], first: int = 0) -> Problem | None:
    """The first line, from index `first` on, that was meant as three hyphens and is none."""
    for number, line in enumerate(lines[first:], first + 1):
        if _MEANT.fullmatch(line):
            written = line.strip()
            return source.problem("head/fence", number, line.index(written) + 1, len(written))
    return None
