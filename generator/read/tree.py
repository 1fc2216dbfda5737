"""The slow way to HTML, on the package's own machinery: a page as a tree that the package writes.

It asks nothing of the package but what its documentation promises. What `printer` writes is compared with it.
"""

from xml.etree.ElementTree import Element, SubElement

from generator.read.blocks import Block, Heading, Line, List, Paragraph, Quote, Rule, Table
from generator.read.page import SCROLL, Page, first_seen, is_gap, is_only
from generator.read.spans import Mark


def grow(page: Page, parent: Element, blocks: tuple[Block, ...]) -> None:
    """Hang the blocks below `parent`."""
    for block in blocks:
        match block:
            case Rule():
                SubElement(parent, "hr")
            case Paragraph(lines):
                _write(page, SubElement(parent, "p"), lines)
            case Heading(_, line):
                named = {"id": page.ids[line.number]}
                _write(page, SubElement(parent, page.tag(block), named), (line,))
            case Quote(inside):
                grow(page, SubElement(parent, "blockquote"), inside)
            case List():
                _list(page, parent, block)
            case Table():
                _table(page, SubElement(parent, "div", SCROLL), block)


def _list(page: Page, parent: Element, block: List) -> None:
    found = SubElement(parent, "ol" if block.ordered else "ul")
    if block.ordered and block.start != 1:
        found.set("start", str(block.start))
    for item in block.items:
        inside = item.blocks
        element = SubElement(found, "li")
        if inside and isinstance(inside[0], Paragraph) and is_only(inside[0], inside[1:]):
            _write(page, element, inside[0].lines)
            inside = inside[1:]
        grow(page, element, inside)


def _table(page: Page, parent: Element, block: Table) -> None:
    table = SubElement(parent, "table")
    head = SubElement(table, "thead")
    body = SubElement(table, "tbody") if len(block.rows) > 1 else head
    names = page.columns(block)
    for index, cells in enumerate(block.rows):
        row = SubElement(body if index else head, "tr")
        for name, cell in zip(names, cells, strict=True):
            element = SubElement(row, "td") if index else SubElement(row, "th", {"scope": "col"})
            if name:
                element.set("class", name)
            _write(page, element, (cell,))


def _write(page: Page, element: Element, lines: tuple[Line, ...]) -> None:
    """Put the words of the lines into the element, with what their signs mean."""
    pen = _Pen(element)
    for line in lines:
        marks = page.draft.marks(line)
        pen.next_line(first_seen(line, marks))
        at = 0
        for sign in marks:
            pen.put(line.text[at : sign.start])
            at = sign.end
            _sign(page, pen, sign, line)
        pen.put(line.text[at:])
    pen.lift()


def _sign(page: Page, pen: "_Pen", sign: Mark, line: Line) -> None:
    match sign.kind:
        case "strong":
            pen.open("strong", {})
        case "link" | "auto":
            pen.open("a", page.links.attributes(sign, line))
        case "image":
            pen.open("img", page.links.attributes(sign, line))
            pen.close()
        case "escape":
            pass
        case _:
            pen.close()


class _Pen:
    """Writes words and elements one behind the other, as a tree keeps them: in texts and tails."""

    def __init__(self, element: Element) -> None:
        self.open_ones = [element]
        self.words: list[str] = []
        self.last = ""

    def next_line(self, first: str) -> None:
        """Begin a line."""
        if is_gap(self.last, first):
            self.words.append("\n")

    def put(self, words: str) -> None:
        """Words as they are; the package takes `&lt;` for one character, so `&` is spelt out."""
        if words:
            self.words.append(words.replace("&", "&amp;"))
            self.last = words[-1]

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element within the words."""
        self.lift()
        spelt = {name: value.replace("&", "&amp;") for name, value in attributes.items()}
        self.open_ones.append(SubElement(self.open_ones[-1], tag, spelt))

    def close(self) -> None:
        """End the element that was begun last."""
        self.lift()
        self.open_ones.pop()

    def lift(self) -> None:
        """Leave the words where they belong."""
        element, words = self.open_ones[-1], "".join(self.words)
        self.words.clear()
        if words and len(element):
            element[-1].tail = words
        elif words:
            element.text = words
