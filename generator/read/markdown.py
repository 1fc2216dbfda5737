"""The only door to Markdown: an office's text to HTML in which every character stays what it was.

The package is the frame: it takes the text, holds the tree and writes the HTML. Its own rules
swallow signs, lose places and take minutes over some texts, so one rule of ours stands for all of
them, read by `blocks` and `spans`; see docs/decisions/0016. What comes out is compared with what
went in before anybody sees it (`conserve`).
"""

import functools
import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.util import Registry

from generator.model.address import address_of
from generator.model.attachment import Attachment
from generator.model.entry import INNER, Reference
from generator.read import blocks as office
from generator.read import conserve, punctuation, textsums
from generator.read.anchors import anchor, anchors
from generator.read.blocks import Block, Heading, Line, List, Paragraph, Quote, Rule, Table
from generator.read.draft import Draft
from generator.read.notes import Notes
from generator.read.source import Source
from generator.read.spans import Mark
from generator.read.targets import Files
from generator.read.visible import CJK
from generator.values.read import Read
from generator.values.text import mask, nearest

MAX_CHARS = 400_000
_OUTSIDE = re.compile(r"(?:https?://[^\s/]|mailto:|tel:)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_ESCAPES = re.compile(rb"%([0-9A-Fa-f]{2})")
_NUMERIC = re.compile(r"[-+−]?[\d,，]+(?:\.\d+)?%?|[-—/]?")
_IS_CJK = re.compile(rf"[{CJK}]")
_KNOWN_HEADINGS = 200
"""Headings that a link to none is compared with."""


@dataclass(frozen=True, slots=True)
class Body:
    """The text as HTML, every link of it that stays inside the site, and the files that it uses.

    `files` are the addresses of files of the entry's own folder.
    """

    html: str
    links: tuple[Reference, ...]
    files: frozenset[str] = frozenset()


def render(
    source: Source, text: str, first_line: int, own: Iterable[Attachment] = ()
) -> Read[Body]:
    """The text below an entry's head, whose first line is `first_line` of the source.

    `own` are the files of the entry's folder, which it may show and link.
    """
    if len(text) > MAX_CHARS:
        limit = f"{MAX_CHARS:,}"
        return Read(None, (source.problem("text/too-large", first_line, limit=limit),))
    notes = Notes(source)
    draft = Draft(text, first_line, notes)
    page = _Page(draft, Files(source.path, own))
    html = _printed(page, text)
    if not notes.told():
        conserve.check(draft, page.led, html)
    told = notes.told()
    slips = (
        ()
        if told
        else (*punctuation.in_text(source, text, first_line), *textsums.told(source, draft))
    )
    body = Body(html, tuple(page.links), frozenset(page.files.used))
    return Read(None if told else body, (*told, *slips))


class _Page:
    """A text on its way into the package's tree."""

    def __init__(self, draft: Draft, files: Files) -> None:
        self.draft = draft
        self.files = files
        self.notes = draft.notes
        self.links: list[Reference] = []
        self.led: dict[tuple[int, int], str] = {}
        headings = tuple(office.headings(draft.blocks))
        self.lowest = min((one.level for one in headings), default=2)
        names = anchors(draft.words(one.line) for one in headings)
        self.ids = {one.line.number: name for one, name in zip(headings, names, strict=True)}
        self.names = dict.fromkeys(names)

    def grow(self, parent: Element, blocks: tuple[Block, ...]) -> None:
        """Hang the blocks below `parent`."""
        for block in blocks:
            match block:
                case Rule():
                    SubElement(parent, "hr")
                case Paragraph(lines):
                    self._write(SubElement(parent, "p"), lines)
                case Heading(level, line):
                    tag = f"h{min(6, level - self.lowest + 2)}"
                    self._write(SubElement(parent, tag, {"id": self.ids[line.number]}), (line,))
                case Quote(inside):
                    self.grow(SubElement(parent, "blockquote"), inside)
                case List():
                    self._list(parent, block)
                case Table(rows):
                    self._table(
                        SubElement(parent, "div", {"class": "scroll", "tabindex": "0"}), rows
                    )

    def _list(self, parent: Element, block: List) -> None:
        found = SubElement(parent, "ol" if block.ordered else "ul")
        if block.ordered and block.start != 1:
            found.set("start", str(block.start))
        for item in block.items:
            inside = item.blocks
            element = SubElement(found, "li")
            if inside and isinstance(inside[0], Paragraph) and _is_only(inside[1:]):
                self._write(element, inside[0].lines)
                inside = inside[1:]
            self.grow(element, inside)

    def _table(self, parent: Element, rows: tuple[tuple[Line, ...], ...]) -> None:
        table = SubElement(parent, "table")
        head = SubElement(table, "thead")
        body = SubElement(table, "tbody") if len(rows) > 1 else head
        columns: list[list[Element]] = [[] for _ in rows[0]]
        for index, cells in enumerate(rows):
            row = SubElement(body if index else head, "tr")
            for column, cell in zip(columns, cells, strict=True):
                element = (
                    SubElement(row, "td") if index else SubElement(row, "th", {"scope": "col"})
                )
                self._write(element, (cell,))
                column.append(element)
        for column in columns:
            if any(map(_is_amount, column[1:])) and all(map(_is_numeric, column[1:])):
                for element in column:
                    element.set("class", "num")

    def _write(self, element: Element, lines: tuple[Line, ...]) -> None:
        """Put the words of the lines into the element, with what their signs mean."""
        pen = _Pen(element)
        for line in lines:
            marks = self.draft.marks(line)
            pen.next_line(_first_seen(line, marks))
            at = 0
            for sign in marks:
                pen.put(line.text[at : sign.start])
                at = sign.end
                self._sign(pen, sign, line)
            pen.put(line.text[at:])
        pen.lift()

    def _sign(self, pen: "_Pen", sign: Mark, line: Line) -> None:
        match sign.kind:
            case "strong":
                pen.open("strong", {})
            case "link" | "auto":
                pen.open("a", {"href": self._links(sign, line)})
            case "image":
                pen.open("img", self._picture(sign, line))
                pen.close()
            case "escape":
                pass
            case _:
                pen.close()

    def _links(self, sign: Mark, line: Line) -> str:
        """Where a link leads: the one place that decides what may be led where."""
        written, column = sign.target, line.column + sign.at
        length = max(1, len(written))
        file = self.files.find(written)
        where = file.address if file else self._where(written)
        if file:
            where = f"{INNER}{where}"
        elif self.files.is_meant(written) and not _is_own(where):
            self.files.say_missing(written, self.notes, line.number, column)
        elif written.startswith("#"):
            where = f"#{anchor(_unquoted(written))}"
            if where[1:] not in self.names:
                known = () if self.notes.is_full else tuple(self.names)[:_KNOWN_HEADINGS]
                near = nearest(where[1:], known)
                self.notes.problem(
                    "link/anchor", line.number, column, length, target=written, near=near
                )
        elif not where:
            self.notes.problem("link/scheme", line.number, column, length, target=written)
        elif not _OUTSIDE.match(where):
            self._refer(where, written, line.number, column)
            where = f"{INNER}{where}"
        elif where.split() != [where]:
            self.notes.problem("link/form", line.number, column, length, target=written)
        self.led[line.number, line.column + sign.start] = where
        return where

    def _picture(self, sign: Mark, line: Line) -> dict[str, str]:
        """The attributes of an image: its size keeps the page from jumping while it loads."""
        column = line.column + sign.at
        found = self.files.show(sign.target, sign.text, self.notes, line.number, column)
        where = f"{INNER}{found.address}" if found else sign.target
        self.led[line.number, line.column + sign.start] = where
        shown = {"src": where, "alt": sign.text}
        if found is None:
            return shown
        width, height = str(found.file.width), str(found.file.height)
        return {**shown, "width": width, "height": height, "loading": "lazy"}

    def _where(self, written: str) -> str:
        """The address that a link means: outside as it is, inside from the site's root; or nothing."""
        if _OUTSIDE.match(written):
            return written
        path, _, words = written.partition("#")
        inner = _inner(self.notes.source.path, _unquoted(path))
        return f"{inner}#{anchor(_unquoted(words))}" if inner and words else inner

    def _refer(self, where: str, written: str, number: int, column: int) -> None:
        source = self.notes.source
        address, _, name = where.partition("#")
        place = source.place(number, column)
        self.links.append(Reference(address, name, mask(written), place))


def _is_own(address: str) -> bool:
    """Whether a file would be the site's: open data, or one that an office puts at the root."""
    return bool(address) and ("/" not in address or address.startswith("data/"))


class _Pen:
    """Writes words and elements one behind the other, as a tree keeps them: in texts and tails."""

    def __init__(self, element: Element) -> None:
        self.open_ones = [element]
        self.words: list[str] = []
        self.last = ""

    def next_line(self, first: str) -> None:
        """Begin a line; between two Chinese characters its end leaves no gap."""
        if self.last and not (_IS_CJK.match(self.last) and _IS_CJK.match(first)):
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


def _first_seen(line: Line, marks: tuple[Mark, ...]) -> str:
    """The first character of a line that is no sign."""
    at = 0
    for sign in marks:
        if sign.start > at:
            break
        at = max(at, sign.end)
    return line.text[at : at + 1]


def _is_only(others: tuple[Block, ...]) -> bool:
    return not any(isinstance(one, Paragraph) for one in others)


def _is_numeric(cell: Element) -> bool:
    return _NUMERIC.fullmatch(_said(cell)) is not None


def _is_amount(cell: Element) -> bool:
    return any(char.isdigit() for char in _said(cell))


def _said(cell: Element) -> str:
    return "".join(cell.itertext()).strip()


def _unquoted(target: str) -> str:
    """The target with `%E5` as the character that some editors wrote it for."""
    if "%" not in target:
        return target
    raw = _ESCAPES.sub(lambda one: bytes([int(one.group(1), 16)]), target.encode())
    return raw.decode(errors="replace")


def _inner(path: str, target: str) -> str:
    """The address that a relative link means, from the site's root; empty for any other link."""
    if not target or target.startswith(("/", "\\", "#")) or _SCHEME.match(target):
        return ""
    parts = path.split("/")[1:]
    joined = posixpath.normpath(posixpath.join(*parts[:-1], target))
    if joined.startswith(".."):
        return ""
    if joined.lower().endswith((".md", ".yaml", ".yml")) and "/" in joined:
        return address_of(f"content/{joined}", joined.split("/")[0])
    return joined


class _Rule(BlockProcessor):
    """Our one rule, in place of all that the package has: it takes the whole text."""

    page: _Page

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - the package's signature
        """There is no text that it leaves to another."""
        return True

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Hang the page that is being read below the package's root."""
        blocks.clear()
        self.page.grow(parent, self.page.draft.blocks)


class _Office(Extension):
    """Our dialect: everything that could change a text is out, our rule is in."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the package's name
        """Take out every rule but the one that breaks the HTML into lines, put in ours."""
        pretty = md.treeprocessors["prettify"]
        md.preprocessors, md.postprocessors = Registry(), Registry()
        md.inlinePatterns, md.treeprocessors = Registry(), Registry()
        md.treeprocessors.register(pretty, "prettify", 10)
        md.parser.blockprocessors = Registry()
        md.parser.blockprocessors.register(_Rule(md.parser), "office", 10)


@functools.cache
def _renderer() -> tuple[Markdown, _Rule]:
    """One instance a process, and our rule in it: making it costs more than most texts."""
    package = Markdown(extensions=[_Office()], output_format="html")
    rule = package.parser.blockprocessors["office"]
    assert isinstance(rule, _Rule)
    return package, rule


def _printed(page: _Page, text: str) -> str:
    """The page as the package writes it."""
    package, rule = _renderer()
    rule.page = page
    return package.convert(text)
