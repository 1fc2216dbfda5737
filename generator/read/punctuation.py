"""Half-width signs among Chinese words, and full-width letters and digits: told with what to write.

`通知,请于5月1日前(含当日)办理.` crowds its signs into half a square each, and a browser may begin a
line with them; GB/T 15834 gives Chinese text signs of its own. Only a warning: what it means is
not in doubt. Places where a half-width sign is right (8:30, 1,860.00, an address, a number that
leads a line, what is between backticks) are left alone.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.read.got import Got, written
from generator.read.source import Source
from generator.values.pattern import pattern
from generator.values.problem import Problem
from generator.values.text import mask

MOST = 5
"""Lines of one file that are told one by one; the others are counted."""
_SHOWN = 16
"""Characters around the first slip of a line that are shown as they should be."""
_H = "\u3400-\u4dbf\u4e00-\u9fff々〇"
_U = "㎡㎥℃％%"
"""Signs that end a number as a word does."""
_FULL = dict(zip(map(ord, ",;:?!"), "，；：？！", strict=True))
_PAIRED = {"year": ("〔", "〕"), "pair": ("（", "）"), "mixed": ("（", "）"), "quote": ("“", "”")}
_INSTEAD = {"stop": "。", "dots": "……", "dash": "——"}
_NAMED = frozenset(
    "id kind unit file related aliases superseded_by row was url email theme categories kinds".split()
)
"""Keys whose value names something or quotes what was printed: it is right as it is."""
_PERSONS = frozenset("name by householder handler approver".split())
"""Keys of persons, whose names may have a dot within."""
_WITHIN = r"[^\s，。；：、“”《》,;:|\[\]]"
"""A character of a file's name in a text."""
_KEPT = pattern(
    r"`[^`]*`|\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|\\.|<[^<>]*>"
    r"|(?:https?://|mailto:|tel:)[^\s，。；）》、]+|(?<![\w.+-])[\w.+-]++@[\w.-]+"
    r"|\(0\d{2,3}\)(?=[ -]?\d{7,8}(?!\d))"
    rf"|(?<!{_WITHIN}){_WITHIN}+\.(?:xlsx?|docx?|pptx?|wps|et|ofd|pdf|csv|txt|png|jpe?g|gif|zip)(?![\w])",
    re.ASCII | re.IGNORECASE,
)
"""What is not read as prose: code, the target of a link, an escaped sign, an address, a phone's
area, the name of a file."""
_DOUBT = pattern(
    rf"""[,;:?!()\[."。０-９Ａ-Ｚａ-ｚ％．：\-]
    (?: (?<=。) (?=。)
      | (?<!。) (?: (?<=[()"０-９Ａ-Ｚａ-ｚ])
      | (?<=[{_H}）》”’〕㎡㎥℃*][,;:?!])
      | (?<=[,;?!]) (?=[ ]*[{_H}（《“])
      | (?<=:[0-9][0-9][,;])
      | (?<=[{_H}，。）》”{_U}]\.)
      | (?<=[{_H}\]]\[)
      | (?<=[{_H}]-) (?=-)
      | (?<=[0-9][％．：])
    ))
    """,
    re.VERBOSE,
)
"""Found in every text that has a slip or a link, and in few others: the search goes from one sign
of the first row to the next, where the search for slips asks eight questions at every character."""
_LEVELS = 3
"""Levels of brackets within brackets that are mended at once."""
_WIDE = pattern("[０-９Ａ-Ｚａ-ｚ％．]+|：")
"""What is said to be too wide, not too narrow."""
_PER = pattern(rf"/[{_H}]{{1,3}}$")
"""What stands before the dot of a product of units (`元/人.月`)."""
_LINK = pattern(r"\[[^\[\]]+\](?:\([^()\s]+\)|\[[^\[\]]*\])")
"""A link as a text in Markdown has it; in a field it would be printed as it stands."""
_LEADS = pattern(r"\s*(?:[-*+>]\s+)*[一二三四五六七八九十百]{1,4}$")
"""What stands before the point of a number that leads a line (`一.`)."""
_FOLD = {0xFF01 + index: chr(0x21 + index) for index in range(94)}
"""The full-width forms and what they stand for."""


@functools.cache
def _slips() -> re.Pattern[str]:
    """What is wrong, by name. Made for the first text in doubt: it takes longer than any text."""
    return re.compile(
        rf"""
          (?P<sign>
            (?:(?<=[{_H}）》”’〕㎡㎥℃]) | (?<=[{_H}）》”’]\*\*)) [,;:?!]+(?![{{}}]) (?:[ ]+(?=[{_H}]))?
          | (?<=[0-9A-Za-z%）)²³]) [,;?!]+ (?:[ ]+(?=[{_H}]))? (?=[{_H}（《“])
          | (?<=:[0-9][0-9]) [,;] (?=[0-9]{{1,2}}:[0-9][0-9]))
        | (?P<year>(?<=[{_H}])[\[(](?:19|20)[0-9]{{2}}[\])](?=第?[0-9]+号))
        | (?P<pair>\((?=[^()]*[{_H}])[^()]*\) | (?<=[{_H}])\([^()]*\) | \([^()]*\)(?=[{_H}]))
        | (?P<mixed>（[^（）()]*\) | \([^（）()]*）)
        | (?P<stop>(?<=[{_H}）》”{_U}])\.(?=$|\s|[{_H}“《（]))
        | (?P<dots>(?<=[{_H}，。）])\.{{3,}} | (?<=[{_H}])。{{2,}})
        | (?P<dash>(?<=[{_H}])--+(?=[{_H}]))
        | (?P<quote>(?<![0-9'])"(?=[^"]*[{_H}])[^"]*" | “[^“”"]*(?<![0-9'])")
        | (?P<wide>[０-９Ａ-Ｚａ-ｚ]+ | (?<=[0-9])(?:％|．(?=[0-9])|：(?=[0-5][0-9](?![0-9]))))
        """,
        re.VERBOSE,
    )


class _Line(NamedTuple):
    """A line of a text: where it stands in its file, and whether it is a person's name."""

    line: int
    column: int
    text: str
    is_name: bool


def fixed(text: str, *, is_name: bool = False) -> tuple[str, tuple[tuple[int, str], ...]]:
    """A line as it should be, and the column (from 0) and the sign of every slip in it.

    `is_name`: it is a person's, in which a dot stands for the one within a name (`买买提·艾力`).
    """
    slips: list[tuple[int, str]] = []
    better = _mended(text, slips, is_name=is_name)
    for _ in range(_LEVELS if slips else 0):
        better = _mended(better, [], is_name=is_name)
    return better, tuple(slips)


def _mended(text: str, slips: list[tuple[int, str]], *, is_name: bool) -> str:
    kept = [found.span() for found in _KEPT.finditer(text)]
    out, last = [], 0
    for found in _slips().finditer(text):
        start, end = found.span()
        if any(start < stop and begin < end for begin, stop in kept) or _is_right(text, found):
            continue
        out += [text[last:start], "·" if is_name and found["stop"] else _better(found)]
        last = end
        slips.append((start, _sign(found)))
    return "".join([*out, text[last:]])


def _is_right(text: str, found: re.Match[str]) -> bool:
    """Whether the point belongs to a number that leads the line, or stands between two units."""
    before = text[: found.start()]
    return bool(found["stop"] and (_LEADS.fullmatch(before) or _PER.search(before)))


def _sign(found: re.Match[str]) -> str:
    """The slip as a message names it."""
    if found["pair"] or found["mixed"]:
        return "()"
    return '""' if found["quote"] else found.group().rstrip()


def _better(found: re.Match[str]) -> str:
    written = found.group()
    opened, closed = _PAIRED.get(found.lastgroup or "", ("", ""))
    if opened:
        return f"{opened}{written[1:-1]}{closed}"
    return _INSTEAD.get(found.lastgroup or "") or written.rstrip().translate(_FOLD | _FULL)


def in_text(source: Source, text: str, first_line: int) -> tuple[Problem, ...]:
    """A warning for each of the first lines of a text with slips; `first_line` is the source's."""
    if not _DOUBT.search(text):
        return ()
    rows = enumerate(text.split("\n"))
    lines = (_Line(first_line + index, 1, row, is_name=False) for index, row in rows)
    return _told(source, lines)


def in_head(got: Got) -> tuple[Problem, ...]:
    """The same for the texts among the fields of a file, also in its rows; and links that are none there."""
    out: list[Problem] = []
    for source, lines in _by_source(got).items():
        once = dict.fromkeys(lines)
        out += _told(source, iter(once))
        out += [
            source.problem("text/no-link", line, column + found.start(), len(found[0]), "warn")
            for line, column, text, _ in once
            for found in _LINK.finditer(text)
        ]
    return tuple(out)


def _by_source(got: Got) -> dict[Source, list[_Line]]:
    """The lines of every text in doubt with their places, by the file in which they stand."""
    found: dict[Source, list[_Line]] = {}
    for one, key, at, text in written(got):
        if _DOUBT.search(text) and at in one.spots and key not in _NAMED:
            line, column, _ = one.spots[at]
            own = _lines(one.source, line, column, text)
            is_name = key in _PERSONS
            found.setdefault(one.source, []).extend(_Line(*each, is_name) for each in own)
    return found


def _lines(source: Source, line: int, column: int, text: str) -> Iterator[tuple[int, int, str]]:
    """The lines of a value as its file has them; of one below `|` or `>` each is looked for."""
    rows = source.lines
    if line <= len(rows) and "\n" not in text and text in rows[line - 1]:
        yield line, rows[line - 1].find(text, column - 1) + 1 or column, text
        return
    first = next((n for n in range(line, line + 3) if _is_part(rows, n, text)), None)
    if first is None:
        yield line, column, text.partition("\n")[0]
        return
    for number in range(first, len(rows) + 1):
        part = rows[number - 1].strip()
        if part and part not in text:
            return
        if part:
            yield number, rows[number - 1].index(part) + 1, part


def _is_part(rows: Sequence[str], number: int, text: str) -> bool:
    """Whether a row of the file is one of the lines of the text."""
    part = rows[number - 1].strip() if number <= len(rows) else ""
    return bool(part) and part in text


def _told(source: Source, lines: Iterator[_Line]) -> tuple[Problem, ...]:
    out: list[Problem] = []
    more = first_more = 0
    for line, column, text, is_name in lines:
        better, slips = fixed(text, is_name=is_name) if _DOUBT.search(text) else (text, ())
        if not slips:
            continue
        if len(out) >= MOST:
            more, first_more = more + len(slips), first_more or line
            continue
        start, sign = slips[0]
        out.append(_problem(source, line, column + start, sign, _around(mask(better), start)))
    if more:
        count = str(more)
        out.append(source.problem("text/width-more", first_more, 0, severity="warn", count=count))
    return tuple(out)


def _problem(source: Source, line: int, column: int, sign: str, better: str) -> Problem:
    if _WIDE.fullmatch(sign):
        return source.problem(
            "text/full-width", line, column, len(sign), "warn", written=sign, fixed=better
        )
    length = 1 if sign in {"()", '""'} else len(sign)
    return source.problem(
        "text/half-width", line, column, length, "warn", written=sign, fixed=better
    )


def _around(text: str, at: int) -> str:
    first, last = max(0, at - _SHOWN), at + _SHOWN
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"
