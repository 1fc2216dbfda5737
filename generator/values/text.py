"""Text as it is shown: its width on a terminal, its nearest neighbour, its masked form."""

import re
import unicodedata
from collections.abc import Iterable

_LONG_DIGITS = re.compile(
    r"(?P<amount>(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?(?![\d.,]))"
    r"|(?P<run>\d[\d \-]{5,}[\dXx])"
)


def width(text: str) -> int:
    """How many terminal columns the text takes: two for an East Asian wide character."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def pad(text: str, columns: int) -> str:
    """The text with spaces behind it up to that many columns."""
    return text + " " * max(0, columns - width(text))


def mask(text: str) -> str:
    """The text with every long run of digits masked, so that a message never repeats a number.

    An identity number keeps 6 + 4 characters, a phone 3 + 4, others 2 + 2. Eight digits in a
    row are long, eleven when spaces or hyphens stand between them, so that dates and index
    numbers stay as they are; so do amounts with thousands commas.
    """
    return _LONG_DIGITS.sub(_masked, text)


def _masked(found: re.Match[str]) -> str:
    run = found["run"]
    if not run:
        return found.group()
    count = sum(char.isdigit() or char in "Xx" for char in run)
    if count < (8 if run.isalnum() else 11):
        return run
    head, tail = (6, 4) if count >= 15 else (3, 4) if count == 11 else (2, 2)
    return _keep(run, head, tail, count)


def _keep(run: str, head: int, tail: int, count: int) -> str:
    seen = 0
    out = []
    for char in run:
        counts = char.isdigit() or char in "Xx"
        seen += counts
        out.append("*" if counts and head < seen <= count - tail else char)
    return "".join(out)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was most likely meant, or an empty string when none is near."""
    import difflib  # noqa: PLC0415 - only a mistake pays for it

    # of two Chinese characters, one right is near enough
    cutoff = 0.5 if len(word) <= 3 else 0.6
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return close[0] if close else ""
