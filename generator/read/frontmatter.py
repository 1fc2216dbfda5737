"""A Markdown entry's two parts: the head between `---` lines, and the text below it."""

from generator.read.source import Source
from generator.values.dataclass import dataclass
from generator.values.pattern import pattern
from generator.values.problem import Problem
from generator.values.read import Read

MAX_CHARS = 64 * 1024
_FENCE = pattern(r"-{3,}[ \t]*")
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
    lines = source.text.split("\n")
    start = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    if start == len(lines) or not _FENCE.fullmatch(lines[start]):
        return Read(
            None, (_crooked(source, lines[: start + 1]) or source.problem("head/absent", 1),)
        )
    end = next((n for n in range(start + 1, len(lines)) if _FENCE.fullmatch(lines[n])), 0)
    if not end:
        missing = source.problem("head/open", start + 1, 1, 3)
        return Read(None, (_crooked(source, lines, start + 1) or missing,))
    head = "\n".join(lines[start + 1 : end])
    if len(head) > MAX_CHARS:
        return Read(
            None, (source.problem("head/too-large", start + 1, 1, limit=f"{MAX_CHARS // 1024} KB"),)
        )
    return Read(Parts(head, start + 2, "\n".join(lines[end + 1 :]), end + 2))


def _crooked(source: Source, lines: list[str], first: int = 0) -> Problem | None:
    """The first line, from index `first` on, that was meant as three hyphens and is none."""
    for number, line in enumerate(lines[first:], first + 1):
        if _MEANT.fullmatch(line):
            written = line.strip()
            return source.problem("head/fence", number, line.index(written) + 1, len(written))
    return None
