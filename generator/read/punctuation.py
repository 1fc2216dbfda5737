"""Half-width signs among Chinese words, and full-width letters and digits: told with what to write.

`通知,请于5月1日前(含当日)办理.` crowds its signs into half a square each, and a browser may begin a
line with them; GB/T 15834 gives Chinese text signs of its own. Only a warning: what it means is
not in doubt. Places where a half-width sign is right (8:30, 1,860.00, an address, a number that
leads a line, what is between backticks) are left alone.
"""

import re
from collections.abc import Iterator

from generator.read.got import Got
from generator.read.source import Source
from generator.values.problem import Problem
from generator.values.text import mask

MOST = 5
"""Lines of one file that are told one by one; the others are counted."""
_SHOWN = 16
"""Characters around the first slip of a line that are shown as they should be."""
_H = "\u3400-\u4dbf\u4e00-\u9fff々〇"
_FULL = dict(zip(map(ord, ",;:?!"), "，；：？！", strict=True))
_PAIRED = {"pair": ("（", "）"), "quote": ("“", "”")}
_INSTEAD = {"stop": "。", "dots": "……", "dash": "——"}
_KEPT = re.compile(
    r"`[^`]*`|\]\([^()\s]*\)|\\.|<[^<>]*>|(?:https?://|mailto:|tel:)[^\s，。；）》、]+|(?<![\w.+-])[\w.+-]++@[\w.-]+",
    re.ASCII,
)
"""What is not read as prose: code, the target of a link, an escaped sign, an address."""
_SLIP = re.compile(
    rf"""
      (?P<sign>(?<=[{_H}）》”’])[,;:?!](?![{{}}]) | (?<=[0-9A-Za-z%）)])[,;?!](?=[{_H}（《“]))
    | (?P<pair>\((?=[^()]*[{_H}])[^()]*\) | (?<=[{_H}])\([^()]*\) | \([^()]*\)(?=[{_H}]))
    | (?P<stop>(?<=[{_H}）》”])\.(?=$|\s|[{_H}“《（]))
    | (?P<dots>(?<=[{_H}，。）])\.{{3,}} | (?<=[{_H}])。{{2,}})
    | (?P<dash>(?<=[{_H}])--+(?=[{_H}]))
    | (?P<quote>"(?=[^"]*[{_H}])[^"]*")
    | (?P<wide>[０-９Ａ-Ｚａ-ｚ]+)
    """,
    re.VERBOSE,
)
_LEADS = re.compile(r"\s*(?:[-*+>]\s+)*[一二三四五六七八九十百]{1,4}$")
"""What stands before the point of a number that leads a line (`一.`)."""
_FOLD = {0xFF01 + index: chr(0x21 + index) for index in range(94)}
"""The full-width forms and what they stand for."""


def fixed(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """A line as it should be, and the column (from 0) and the sign of every slip in it."""
    kept = [found.span() for found in _KEPT.finditer(text)]
    slips: list[tuple[int, str]] = []
    out, last = [], 0
    for found in _SLIP.finditer(text):
        start, end = found.span()
        if any(start < stop and begin < end for begin, stop in kept) or _is_number(text, found):
            continue
        out += [text[last:start], _better(found)]
        last = end
        slips.append((start, _sign(found)))
    return "".join([*out, text[last:]]), tuple(slips)


def _is_number(text: str, found: re.Match[str]) -> bool:
    return bool(found["stop"] and _LEADS.fullmatch(text[: found.start()]))


def _sign(found: re.Match[str]) -> str:
    """The slip as a message names it."""
    if found["pair"]:
        return "()"
    return '""' if found["quote"] else found.group()


def _better(found: re.Match[str]) -> str:
    written = found.group()
    opened, closed = _PAIRED.get(found.lastgroup or "", ("", ""))
    if opened:
        return f"{opened}{fixed(written[1:-1])[0]}{closed}"
    return _INSTEAD.get(found.lastgroup or "") or written.translate(_FOLD | _FULL)


def in_text(source: Source, text: str, first_line: int) -> tuple[Problem, ...]:
    """A warning for each of the first lines of a text with slips; `first_line` is the source's."""
    lines = ((first_line + index, 1, line) for index, line in enumerate(text.split("\n")))
    return _told(source, lines)


def in_head(got: Got) -> tuple[Problem, ...]:
    """The same for the texts among an entry's fields, also in its rows."""
    out: list[Problem] = []
    for source, lines in _by_source(got).items():
        out += _told(source, iter(dict.fromkeys(lines)))
    return tuple(out)


def _by_source(got: Got) -> dict[Source, list[tuple[int, int, str]]]:
    """Every text with its line and column, by the file in which it stands."""
    found: dict[Source, list[tuple[int, int, str]]] = {}
    for one, at, text in _texts(got):
        if at in one.spots:
            line, column, _ = one.spots[at]
            found.setdefault(one.source, []).extend(_lines(one.source, line, column, text))
    return found


def _texts(got: Got) -> Iterator[tuple[Got, str, str]]:
    for key, value in got.values.items():
        if isinstance(value, str):
            yield got, key, value
        elif isinstance(value, Got):
            yield from _texts(value)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Got):
                    yield from _texts(item)
                elif isinstance(item, str):
                    yield got, f"{key}.{number}", item


def _lines(source: Source, line: int, column: int, text: str) -> Iterator[tuple[int, int, str]]:
    """The lines of a value with their places in its file; one below a `|` is looked for by its words."""
    rows = source.lines
    for part in filter(None, map(str.strip, text.split("\n"))):
        for number in range(line, min(len(rows), line + text.count("\n") + 2) + 1):
            at = rows[number - 1].find(part, column - 1 if number == line else 0)
            if at >= 0:
                yield number, at + 1, part
                break
        else:
            yield line, column, part


def _told(source: Source, lines: Iterator[tuple[int, int, str]]) -> tuple[Problem, ...]:
    out: list[Problem] = []
    more = first_more = 0
    for line, column, text in lines:
        better, slips = fixed(text) if _SLIP.search(text) else (text, ())
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
    if sign.isalnum():
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
