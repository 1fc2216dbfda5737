"""A text on its way to HTML: what is settled about it before either way of writing it begins."""

from collections.abc import Callable, Sequence

from generator.read.anchors import anchors
from generator.read.blocks import Block, Heading, Line, Paragraph, Table
from generator.read.draft import Draft
from generator.read.links import Links
from generator.read.spans import Mark
from generator.read.targets import Files
from generator.read.visible import CJK
from generator.values.pattern import pattern

SCROLL = {"class": "scroll", "tabindex": "0"}
"""What stands around a table, which may be wider than a phone."""
_NUMERIC = pattern(r"[-+−]?[\d,，]+(?:\.\d+)?%?|[-—/]?")
_SLIM = 4
"""A column of numbered things in which nothing is longer takes no more room than it needs."""
_IS_CJK = pattern(rf"[{CJK}]")


class Page:
    """A draft with the ids of its headings, by their lines' numbers, and the links of its text.

    `escaped` makes words of the text HTML; in most texts there is nothing to be escaped.
    """

    def __init__(self, draft: Draft, files: Files) -> None:
        self.draft = draft
        is_plain = not any(sign in draft.text for sign in "&<>")
        self.escaped: Callable[[str], str] = str if is_plain else escaped
        headings = [one for one in draft.every if isinstance(one, Heading)]
        self._lowest = min((one.level for one in headings), default=2)
        names = anchors(draft.words(one.line) for one in headings)
        self.ids = {one.line.number: name for one, name in zip(headings, names, strict=True)}
        self.links = Links(draft.notes, files, names)

    def tag(self, heading: Heading) -> str:
        """The element of a heading: the highest that the text has is one below the page's own."""
        return f"h{min(6, heading.level - self._lowest + 2)}"

    def columns(self, table: Table) -> list[str]:
        """How every column is set: `num` of amounts, `slim` of short numbers of rows or months."""
        return [_column(cells[1:]) for cells in zip(*self.draft.texts(table), strict=True)]


def escaped(words: str) -> str:
    """Words as HTML has them."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def only(blocks: Sequence[Block]) -> Paragraph | None:
    """The paragraph that an item begins with, when it is its only one: it needs no element."""
    first, *others = blocks or (None,)
    if isinstance(first, Paragraph) and not any(isinstance(one, Paragraph) for one in others):
        return first
    return None


def first_seen(line: Line, marks: tuple[Mark, ...]) -> str:
    """The first character of a line that is no sign."""
    at = 0
    for sign in marks:
        if sign.start > at:
            break
        at = max(at, sign.end)
    return line.text[at : at + 1]


def is_gap(last: str, first: str) -> bool:
    """Whether a line end between two characters is a space; between two Chinese ones it is nothing."""
    return bool(last) and not (_IS_CJK.match(last) and _IS_CJK.match(first))


def _column(cells: tuple[str, ...]) -> str:
    is_numeric = all(map(_NUMERIC.fullmatch, cells))
    if not is_numeric and max(map(len, cells)) > _SLIM:
        return ""
    if not any(map(str.isdigit, "".join(cells))):
        return ""
    return "num" if is_numeric else "slim"
