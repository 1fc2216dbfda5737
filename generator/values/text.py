"""Text as it is shown: its width on a terminal, its nearest neighbour, its masked form."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from generator.values.pattern import pattern

_BETWEEN = r" \u00a0\u3000.\-\u2010-\u2015－·．"
"""What people put between the groups of a number's digits."""
_ALONE = rf"(?<!\d)(?<!\d[{_BETWEEN}])"
_LONG_DIGITS = pattern(
    r"(?P<amount>(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d{1,3})?(?![\d.,]))"
    r"|(?P<sum>(?<![\d.,])\d{1,10}(?:\.\d{1,3}(?![\d.,])|(?=[万亿]?元)))"
    r"|(?P<day>(?<!\d)(?:19|20)\d\d(?P<mark>[-./－—–])\d{1,2}(?P=mark)\d{1,2}(?!\d))"
    rf"|(?P<eight>{_ALONE}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![{_BETWEEN}]?\d))"
    r"|(?P<sloped>(?<![\d/])(?:\d{3}/\d{4}/\d{4}|\d{6}/\d{8}/\d{3}[\dXx]|(?:\d{4}/){3,4}\d{1,4})(?![\d/]))"
    rf"|(?P<run>\d[\d{_BETWEEN}]{{5,}}[\dXx])"
)


_FAVOUR = 0.15
"""So much nearer is a word that was to be expected: one of three characters right is enough."""


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
    row are long, eleven when spaces, hyphens or stops stand between them, so that index numbers
    stay as they are; so do dates, and amounts with thousands commas, a fraction or 元.
    """
    return _LONG_DIGITS.sub(_masked, text)


def mask_path(path: str) -> str:
    """The path with every long run of digits in one of its names masked."""
    return "/".join(mask(name) for name in path.split("/"))


def _masked(found: re.Match[str]) -> str:
    run = found["run"] or found["sloped"]
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


def nearest(word: str, known: Iterable[str], likely: Collection[str] = ()) -> str:
    """The known word that was most likely meant, or an empty string when none is near.

    A `likely` word need not be as near as the others.
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 - only a mistake pays for it

    # of two Chinese characters, one right is near enough
    cutoff = 0.5 if len(word) <= 3 else 0.6
    best, nearness = "", 0.0
    matcher = SequenceMatcher(b=word)
    for one in known:
        matcher.set_seq1(one)
        favour = _FAVOUR if one in likely else 0
        needed = max(cutoff, nearness) - favour
        if matcher.real_quick_ratio() < needed or matcher.quick_ratio() < needed:
            continue
        ratio = matcher.ratio() + favour
        if ratio >= cutoff and ratio > nearness:
            best, nearness = one, ratio
    return best
