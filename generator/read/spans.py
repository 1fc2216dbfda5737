"""What the signs within a line mean: bold, links, pictures, escapes; every other sign is text.

A line is read from left to right, each sign once; no construct crosses the end of its line or
cell. The result is marks, and what no mark covers is shown as it was typed.
"""

import re
from typing import Literal

from generator.read.blocks import Line
from generator.read.notes import Notes
from generator.values.dataclass import dataclass
from generator.values.pattern import pattern

Kind = Literal["strong", "/strong", "link", "/link", "auto", "/auto", "image", "escape"]
_HOST = r"(?:[A-Za-z0-9-]{1,63}+\.){1,10}[A-Za-z0-9]++(?!\.[A-Za-z0-9])"
_REST = r"(?::\d++)?+(?:[/?\#][A-Za-z0-9\-._~:/?\#@!$&'()+,;=%]*+)?+"
_MAIL_HOST = r"(?:[A-Za-z0-9-]{1,63}+\.){1,10}[A-Za-z]{2,24}+(?![A-Za-z0-9])"
_TOKEN = pattern(
    rf"""
      (?P<path>(?<![A-Za-z0-9])(?:[A-Za-z]:\\|\\\\(?=\w))(?:(?!(?<!\\)\*\*)[^\s，。；、：）】》”"\[\]])*)
    | \\(?P<escape>\*(?!\.[A-Za-z*])|\[|\])
    | (?P<pipe>\\\|)
    | (?P<stars>\*+)
    | (?P<open>!?\[)
    | (?P<close>\])
    | (?P<url>(?<![A-Za-z0-9])(?:[Hh][Tt][Tt][Pp][Ss]?://|(?=www\.)){_HOST}{_REST})
    | (?P<mail>(?<![A-Za-z0-9_.%+*-])[A-Za-z0-9][A-Za-z0-9._%+-]{{0,63}}+@{_MAIL_HOST})
    """,
    re.VERBOSE,
)
_RARE = ("\\", "@", "://", "www.")
_USUAL = pattern(r"(?P<stars>\*+)|(?P<open>!\[|\[)|(?P<close>\])")
"""All the tokens of a line that has nothing rare; these are found without looking around."""
_STARS = pattern(r"\*+")
_SIGNS = pattern(r"[\\*\[\]@:w](?:(?<=[\\*\[\]@])|(?<=:)//|(?<=w)ww\.)")
"""What stands in every line that has a mark; it begins with one set, for which a search is quick."""
_TARGET = pattern(r"\((?:<([^<>]*+)>|([^()]*+(?:\([^()]*+\)[^()]*+)*+))\)")
_TITLE = pattern(r"""\s["'“][^"'“”]*["'”]$""")
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_IS_HAN = pattern(rf"[{_HAN}]")
_ALONE = pattern(rf"[^\w*][{_HAN}]$")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任"
    "卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔"
)
_HIDDEN = pattern(r"[A-Za-z0-9.-]{0,99}(?:\*(?!\*)|\*{3}|\*\*[A-Za-z0-9./-])")
"""What follows an address of which stars hide a part."""
_NEVER_OPENS = " \t\u3000、，。；"
_NEVER_ENDS = ".,;:!?'"


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a line that is a sign and no text; `start` and `end` count from its first character.

    A bare address is text and a link: its two marks are empty. `target` is where a link leads,
    as it was written, and `at` where that stands; a picture's mark covers all of it, and `text`
    is its description.
    """

    kind: Kind
    start: int
    end: int
    target: str = ""
    at: int = 0
    text: str = ""


@dataclass(slots=True)
class _Bracket:
    """A `[` that waits for its `]`, and how many tokens stood before it."""

    start: int
    end: int
    before: int


def signed(text: str, first_line: int) -> set[int]:
    """The numbers of the lines of `text` that may have marks; its first line is `first_line`."""
    numbers: set[int] = set()
    number, last = first_line, 0
    while last >= 0 and (found := _SIGNS.search(text, last)):
        number += text.count("\n", last, found.start())
        numbers.add(number)
        last = text.find("\n", found.start())
    return numbers


def read(line: Line, notes: Notes, *, in_cell: bool = False) -> tuple[Mark, ...]:
    """The marks of a line or a cell, by their place."""
    return _Reader(line, notes, in_cell=in_cell).marks()


class _Reader:
    """One line on its way to marks; the state of a single pass."""

    def __init__(self, line: Line, notes: Notes, *, in_cell: bool) -> None:
        self.line = line
        self.text = line.text
        self.notes = notes
        self.in_cell = in_cell
        self.found: list[Mark] = []
        self.stars: list[int] = []
        self.brackets: list[_Bracket] = []

    def marks(self) -> tuple[Mark, ...]:
        """Take one token after the other, then pair the stars."""
        at, text = 0, self.text
        is_usual = not any(one in text for one in _RARE)
        if is_usual and "[" not in text and "]" not in text:
            # bold is all there can be, and most lines with signs have nothing else
            pairs = [one.start() for one in _STARS.finditer(text) if len(one[0]) == len("**")]
            return tuple(self._strong(0, len(text), pairs))
        form = _USUAL if is_usual else _TOKEN
        while token := form.search(self.text, at):
            at = self._token(token)
        return tuple(
            sorted((*self.found, *self._strong(0, len(self.text), self.stars)), key=_order)
        )

    def _token(self, token: re.Match[str]) -> int:
        """Take a token; where to go on."""
        start, end = token.span()
        kind = token.lastgroup
        if kind == "escape" or (kind == "pipe" and self.in_cell):
            self.found.append(Mark("escape", start, start + 1))
        elif kind == "stars" and end - start == 2:
            self.stars.append(start)
        elif kind == "open":
            self.brackets.append(_Bracket(start, end, len(self.found)))
        elif kind == "close":
            return self._close(end)
        elif kind == "url":
            self._url(start, end)
        elif kind == "mail":
            self._auto(start, end, f"mailto:{token.group()}")
        return end

    def _close(self, end: int) -> int:
        """A link or picture, when a `[` waits and an address follows; text otherwise."""
        if not self.brackets:
            return end
        bracket = self.brackets.pop()
        target = _TARGET.match(self.text, end)
        is_picture = bracket.end - bracket.start == 2
        written = (target.group(1) or target.group(2) or "").strip() if target else ""
        if not target or (bracket.end == end - 1 and not (is_picture and written)):
            return end
        at = self.text.find(written, end)
        if _TITLE.search(written):
            self.notes.problem(
                "link/form", self.line.number, self.line.column + at, len(written), target=written
            )
        inside = [one for one in self.found[bracket.before :] if one.kind in {"escape", "image"}]
        del self.found[bracket.before :]
        if is_picture:
            alt = self.text[bracket.end : end - 1]
            self.found.append(Mark("image", bracket.start, target.end(), written, at, alt))
            self._stars_since(bracket.start)
            return target.end()
        self.found.append(Mark("link", bracket.start, bracket.end, written, at))
        self.found += inside
        self.found += self._strong(bracket.end, end - 1, self._stars_since(bracket.start))
        self.found.append(Mark("/link", end - 1, target.end(), written))
        self.brackets.clear()
        return target.end()

    def _stars_since(self, start: int) -> list[int]:
        """The pairs of stars behind `start`, taken out: they belong to what begins there."""
        taken: list[int] = []
        while self.stars and self.stars[-1] > start:
            taken.append(self.stars.pop())
        return taken[::-1]

    def _url(self, start: int, end: int) -> None:
        if _HIDDEN.match(self.text, end):
            return
        text = self.text[start:end]
        follows = self.text[end : end + 1]
        if text[-1] in "/=-_&?#%" and _IS_HAN.match(follows):
            self.notes.problem(
                "link/end", self.line.number, self.line.column + start, end - start, target=text
            )
        surplus, last = text.count(")") - text.count("("), len(text)
        while text[last - 1] in _NEVER_ENDS or (text[last - 1] == ")" and surplus > 0):
            surplus -= text[last - 1] == ")"
            last -= 1
        text = text[:last]
        self._auto(start, start + len(text), text if "://" in text[:8] else f"http://{text}")

    def _auto(self, start: int, end: int, target: str) -> None:
        self.found.append(Mark("auto", start, start, target, start))
        self.found.append(Mark("/auto", end, end, target))

    def _strong(self, start: int, end: int, stars: list[int]) -> list[Mark]:
        """Pairs among the double stars between `start` and `end`; one that nothing closes is text."""
        marks: list[Mark] = []
        opened = last = first = -1
        for at in stars:
            if opened >= 0 and not self.text[at - 1].isspace():
                self._check_mask(opened, at, start)
                marks += (Mark("strong", opened, opened + 2), Mark("/strong", at, at + 2))
                opened = last = -1
                continue
            if last >= 0 and at - last <= 4:
                self._check_mask(last, at, start)
            last = at
            if at + 2 < end and self.text[at + 2] not in _NEVER_OPENS:
                first = opened if opened >= 0 else at
                opened = at
        if opened >= 0:
            self._check_open(first, start)
        return marks

    def _check_open(self, opened: int, start: int) -> None:
        """Stars that begin a bold text which the line does not end; behind a word they are a mask."""
        if opened > start and self.text[opened - 1].isalnum():
            return
        self.notes.problem("text/bold", self.line.number, self.line.column + opened, 2)

    def _check_mask(self, opened: int, closed: int, start: int) -> None:
        """Stars that may hide a name are never taken for bold."""
        before = self.text[opened - 1] if opened > start else ""
        content = self.text[opened + 2 : closed]
        if not _hides(before, content):
            return
        written = f"{before}**{content}**"
        self.notes.problem(
            "text/mask",
            self.line.number,
            self.line.column + opened,
            closed + 2 - opened,
            written=written,
            masked=written.replace("**", r"\*\*"),
        )


def _hides(before: str, content: str) -> bool:
    """Whether `before**content**` may be two masks: 王**、李**, 138**12和139**34."""
    if not before or not before.isalnum():
        return False
    if not _IS_HAN.match(before):
        return True
    names = before in _SURNAMES and content[-1:] in _SURNAMES
    return len(content) <= 2 or names or _ALONE.search(content) is not None


def _order(mark: Mark) -> tuple[int, int, bool]:
    return (mark.start, mark.end, not mark.kind.startswith("/"))
