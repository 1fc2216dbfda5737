"""The slow way to HTML, on the package's own machinery: a page as a tree that the package finishes.

Lines hang in the tree as text, each sign spelt in characters that no source may hold; elements of
them, line ends and HTML are made by the package. What `printer` writes is compared with it.
"""

from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from generator.read.blocks import Block, Heading, Line, List, Paragraph, Quote, Rule, Table
from generator.read.page import SCROLL, Page, first_seen, is_gap, only
from generator.read.spans import Mark


class Spelling(NamedTuple):
    """How an element within a line is spelt: begin, its number, a gap, its words, end."""

    begin: str
    end: str

    @property
    def form(self) -> str:
        """A pattern for it; its groups are the number and the words."""
        return rf"{self.begin}(\d+){GAP}([^{self.end}]*){self.end}"


GAP = "\x04"
SPELLINGS = {
    "img": Spelling("\x05", "\x06"),
    "a": Spelling("\x07", "\x08"),
    "strong": Spelling("\x0e", "\x0f"),
}
"""By element, in the order in which they are looked for: links hold pictures, both hold bold."""
_TAGS = {"strong": "strong", "link": "a", "auto": "a", "image": "img"}
_ENDS = {"/strong": "strong", "/link": "a", "/auto": "a"}


class Tree:
    """A page on its way; `attributes` are those of the elements within lines, by number."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.attributes: list[dict[str, str]] = []

    def grow(self, parent: Element, blocks: tuple[Block, ...]) -> None:
        """Hang the blocks below `parent`."""
        for block in blocks:
            match block:
                case Rule():
                    SubElement(parent, "hr")
                case Paragraph(lines):
                    self._write(SubElement(parent, "p"), lines)
                case Heading(_, line):
                    named = {"id": self.page.ids[line.number]}
                    self._write(SubElement(parent, self.page.tag(block), named), (line,))
                case Quote(inside):
                    self.grow(SubElement(parent, "blockquote"), inside)
                case List():
                    self._list(parent, block)
                case Table():
                    self._table(SubElement(parent, "div", SCROLL), block)

    def _list(self, parent: Element, block: List) -> None:
        found = SubElement(parent, "ol" if block.ordered else "ul")
        if block.ordered and block.start != 1:
            found.set("start", str(block.start))
        for item in block.items:
            inside = item.blocks
            element = SubElement(found, "li")
            if alone := only(inside):
                self._write(element, alone.lines)
                inside = inside[1:]
            self.grow(element, inside)

    def _table(self, parent: Element, block: Table) -> None:
        table = SubElement(parent, "table")
        head = SubElement(table, "thead")
        body = SubElement(table, "tbody") if len(block.rows) > 1 else head
        names = self.page.columns(block)
        for index, cells in enumerate(block.rows):
            row = SubElement(body if index else head, "tr")
            for name, cell in zip(names, cells, strict=True):
                element = (
                    SubElement(row, "td") if index else SubElement(row, "th", {"scope": "col"})
                )
                if name:
                    element.set("class", name)
                self._write(element, (cell,))

    def _write(self, element: Element, lines: tuple[Line, ...]) -> None:
        """Put the lines into the element, with their signs spelt out."""
        words: list[str] = []
        last = ""
        for line in lines:
            marks = self.page.draft.marks(line)
            if is_gap(last, first_seen(line, marks)):
                words.append("\n")
            for text, sign in self.page.draft.parts(line):
                last = text[-1:] or last
                words.append(_spelt(text))
                if sign:
                    words.append(self._spell(sign, line))
        element.text = "".join(words)

    def _spell(self, sign: Mark, line: Line) -> str:
        if sign.kind in _ENDS:
            return SPELLINGS[_ENDS[sign.kind]].end
        if sign.kind == "escape":
            return ""
        tag = _TAGS[sign.kind]
        attributes = {} if tag == "strong" else self.page.links.attributes(sign, line)
        self.attributes.append({name: _spelt(value) for name, value in attributes.items()})
        whole = f"{SPELLINGS[tag].begin}{len(self.attributes) - 1}{GAP}"
        return whole + SPELLINGS[tag].end if tag == "img" else whole


def _spelt(text: str) -> str:
    """The package takes `&lt;` for one character, so `&` is spelt out."""
    return text.replace("&", "&amp;")
