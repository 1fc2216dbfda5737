"""A source file as text, and the one way to point into it without showing what must stay hidden."""

import functools
from collections.abc import Callable, Iterator
from typing import TypeVar

from generator.read import encoding, secret
from generator.values.dataclass import dataclass, replace
from generator.values.pattern import pattern
from generator.values.place import Place
from generator.values.problem import COPIED, Excerpt, Problem, Severity, safe
from generator.values.read import Read
from generator.values.text import mask

T = TypeVar("T")
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN = (
    "\u00ad\u180e\u200b\u200c\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
_JOINER = "(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
"""A zero-width joiner that joins no pictograms."""
_LOST = "\ufffc\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd"
"""What stands for a character that is gone, and what only one font on one computer draws."""
_REFUSED = pattern(
    f"(?P<control>[{_CONTROL}])|(?P<turning>[{_TURNING}])|(?P<lost>[{_LOST}])"
    f"|(?P<hidden>[{_HIDDEN}]|{_JOINER})"
)
_DOUBTFUL = pattern(f"[{_CONTROL}{_TURNING}{_LOST}{_HIDDEN}\u200d]")
"""One set that holds every refused character, so a text without any is known at once."""
_SHOWN = 120
_TOLD = 20
"""So many lines with characters that nobody sees are told at once."""
_AROUND = 200
"""Characters on either side of what is shown that masking looks at: no number is cut by the edge."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text with LF line ends, and its path relative to the project."""

    path: str
    text: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The text's lines, without their ends."""
        return _lines(self.text)

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
            tuple((name, self._fact(name, value)) for name, value in facts.items()),
            severity,
            self.excerpt(line, column, length),
        )

    def _fact(self, name: str, value: str) -> str:
        shown = secret.hidden(self.path, value)
        return "" if name in COPIED and shown != value else safe(name, shown)

    def excerpt(self, line: int, column: int, length: int) -> Excerpt | None:
        """The masked source line around a column, with a span for the caret; None without a place."""
        lines = self.lines
        if not 1 <= line <= len(lines) or not column:
            return None
        first = max(0, column - 1 - _SHOWN // 2)
        edge = max(0, first - _AROUND)
        written = secret.hidden(self.path, lines[line - 1])
        masked = mask(written[edge : first + _SHOWN + _AROUND])
        shown = _REFUSED.sub("□", masked[first - edge : first - edge + _SHOWN])
        return Excerpt(
            shown, column - 1 - first, max(1, min(length, len(shown) - column + 1 + first))
        )


@functools.lru_cache(maxsize=2)
def _lines(text: str) -> tuple[str, ...]:
    """The text's lines, cut once for all that is wrong with them."""
    return tuple(text.split("\n"))


def decode(path: str, body: bytes) -> Read[Source]:
    """The file's text in UTF-8, GB18030 or marked UTF-16, with any line ends; nothing in it is invisible.

    Another encoding than UTF-8 is a warning; bytes that are text in none of them, or in more than
    one, are a stop, and so is every character that nobody sees or that is already lost.
    """
    found = encoding.text_of(body)
    if found.name == "":
        where = Place(path, found.line, found.column)
        return Read(None, (Problem("text/encoding", where, (("offset", str(found.offset)),)),))
    source = Source(path, found.text.replace("\r\n", "\n").replace("\r", "\n"))
    unseen = tuple(_unseen(source))
    if unseen:
        return Read(None, unseen)
    if found.name == "utf-8":
        return Read(source)
    code = "text/gb18030" if found.name == "gb18030" else "text/utf16"
    return Read(source, (Problem(code, Place(path), severity="warn"),))


def through(path: str, body: bytes, read: Callable[[Source], Read[T]]) -> Read[T]:
    """What a reader makes of a file, with what was noticed while decoding it."""
    source = decode(path, body)
    if source.value is None:
        return Read(None, source.problems)
    outcome = read(source.value)
    return Read(outcome.value, (*source.problems, *outcome.problems))


def quoted(problem: Problem, body: bytes) -> Problem:
    """The problem with its source line, when whoever found it had no text at hand.

    The caret stands under the value that the facts name, where that is what stands there.
    """
    source = decode(problem.place.path, body).value
    place = problem.place
    if problem.excerpt or source is None or not place.column:
        return problem
    rest = source.text.split("\n")[place.line - 1 : place.line]
    known = [
        value
        for _, value in problem.facts
        if value and rest and rest[0].startswith(value, place.column - 1)
    ]
    length = max((len(value) for value in known), default=1)
    return replace(problem, excerpt=source.excerpt(place.line, place.column, length))


def is_refused(char: str) -> bool:
    """Whether no text of ours may hold this character, because nobody would see it."""
    return bool(_REFUSED.match(char))


def _is_seen(text: str) -> bool:
    """Whether there is nothing but what is printed, and line ends: asked in half the time, true of most.

    Of the refused characters only these two are printed; of others some are not, like a tab.
    """
    return text.replace("\n", "").isprintable() and "\ufffc" not in text and "\ufffd" not in text


def _unseen(source: Source) -> Iterator[Problem]:
    """The first invisible character of every line that has one."""
    if _is_seen(source.text) or not _DOUBTFUL.search(source.text):
        return
    told = 0
    for number, line in enumerate(source.text.split("\n"), 1):
        found = _REFUSED.search(line)
        if found:
            column, char = found.start() + 1, f"U+{ord(found.group()):04X}"
            if found["control"]:
                yield source.problem("text/control", number, column, char=char)
            elif found["turning"]:
                yield source.problem("text/turning", number, column, char=char)
            elif found["lost"]:
                yield source.problem("text/lost-char", number, column, char=char)
            else:
                yield source.problem("text/hidden", number, column, char=char)
            told += 1
            if told == _TOLD:
                return
