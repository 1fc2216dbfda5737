"""The only door to Markdown: an office's text to HTML in which every character stays what it was.

The package's own rules that swallow or re-read text (raw HTML, reference definitions, single
stars, indented code, set-text headings, entities) are taken out; see docs/decisions/0004.
Text that would make the package slow is refused by linear limits before it sees it.
"""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import HashHeaderProcessor, OListProcessor, UListProcessor
from markdown.extensions import Extension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from generator.model.attachment import Attachment
from generator.read.source import Source
from generator.read.targets import Leader
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read

MAX_CHARS = 400_000
_MAX_RUN = re.compile(r"([^\w\s\u3000-\u303f\uff00-\uffef])\1{199,}")
_MAX_OPENERS = 400
_MAX_STARTS = 100
_START = re.compile(r"[ ]{0,3}(?:#{1,6}|([-*_])(?:[ ]*\1){2,}[ ]*$)", re.MULTILINE)
_MAX_NESTING = re.compile(r"^(?:[ \t]*(?:>|[-+*][ \t]|\d+[.)][ \t])){12}")
_TAB_OR_SPACE_INDENT = re.compile(r"^(?: {4,}|\t+)", re.MULTILINE)
_STRONG = r"\*\*(?![\s*、，。；])([^*\n]+?)(?<!\s)\*\*(?!\*)"
_AMOUNT = r"[¥￥]?[\d,，.]+[ ]?(?:元|万元|亿元|%)?[ ]*(?:\n|$)"
_ITEM = re.compile(r"[ ]{0,3}(\d{1,2})\.[ ]")
_CJK = "\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_GAP = re.compile(rf"(?<=[{_CJK}])\n(?=[{_CJK}])")
_CJK_END = re.compile(rf"[{_CJK}]$")
_TARGET = re.compile(r'(<(?:a|img)\b[^>]*?\b(?:href|src)=")([^"]*)')
_RULER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_NUMERIC = re.compile(r"[-+−]?[\d,，]+(?:\.\d+)?%?|[-—/]?")


@dataclass(frozen=True, slots=True)
class Body:
    """The text as HTML, and the address of every inner link, with the place it is written at."""

    html: str
    links: tuple[tuple[str, Place], ...]
    files: frozenset[str] = frozenset()
    """Addresses of the entry's own files that it links or shows."""


class _Strong(InlineProcessor):
    """`**重点**`, also beside Chinese punctuation; never a mask such as 王**."""

    def handleMatch(  # type: ignore[override] # noqa: N802 - the package's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        if len(m.group(1)) < 3 and _CJK_END.search(data[: m.start(0)]):
            return None, None, None  # a masked name such as 王**和李**, not a word in bold
        strong = Element("strong")
        strong.text = m.group(1)
        return strong, m.start(0), m.end(0)


class _Heading(HashHeaderProcessor):
    """A heading needs a space behind its `#`: `#5 号楼` is text."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ \t]+(?P<header>[^\n]*?)[ \t]*(?:\n|$)")


class _Ordered(OListProcessor):
    """A numbered list begins where it says and counts to 99: `1986. ` at a line's start is a year."""

    LAZY_OL = False

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(r"^[ ]{0,3}\d{1,2}\.[ ]+(.*)")
        self.CHILD_RE = re.compile(r"^[ ]{0,3}(\d{1,2}\.)()[ ]+(.*)")


class _Bulleted(UListProcessor):
    """A line with a sign and an amount (`- 100`) is an amount, and no item of a list."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(rf"^[ ]{{0,3}}[*+-][ ]+(?!{_AMOUNT})(.*)")
        self.CHILD_RE = re.compile(rf"^[ ]{{0,3}}()([*+-])[ ]+(?!{_AMOUNT})(.*)")


class _Shape(Treeprocessor):
    """After the text is a tree: no gaps between Chinese lines, tables that scroll and add up."""

    def run(self, root: Element) -> None:
        """Reshape in place; the package hands over a tree of its own."""
        for element in root.iter():
            element.text = _GAP.sub("", element.text) if element.text else element.text
            element.tail = _GAP.sub("", element.tail) if element.tail else element.tail
        lowest = min(
            (int(h.tag[1]) for h in root.iter() if re.fullmatch("h[1-6]", h.tag)), default=2
        )
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag == "table":
                    parent[index] = _scrolling(child)
                elif re.fullmatch("h[1-6]", child.tag):
                    child.tag = f"h{min(6, int(child.tag[1]) - lowest + 2)}"


def _scrolling(table: Element) -> Element:
    rows = [list(row) for row in table.iter("tr")]
    for column, head in enumerate(rows[0]):
        head.set("scope", "col")
        cells = [row[column] for row in rows[1:] if column < len(row)]
        numeric = cells and all(
            _NUMERIC.fullmatch("".join(cell.itertext()).strip()) for cell in cells
        )
        for cell in (head, *cells):
            cell.attrib.pop("style", None)
            if numeric:
                cell.set("class", "num")
    wrapper = Element("div", {"class": "scroll", "tabindex": "0"})
    wrapper.append(table)
    return wrapper


class _Office(Extension):
    """Our dialect, as far as it goes: what must not change the text is taken out."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the package's name
        """Take out the rules that swallow text, put in ours."""
        md.preprocessors.deregister("html_block")
        for rule in ("reference", "setextheader", "code", "indent"):
            md.parser.blockprocessors.deregister(rule)
        md.parser.blockprocessors.register(_Heading(md.parser), "hashheader", 70)
        md.parser.blockprocessors.register(_Ordered(md.parser), "olist", 40)
        md.parser.blockprocessors.register(_Bulleted(md.parser), "ulist", 30)
        for rule in (
            "escape",
            "backtick",
            "html",
            "entity",
            "em_strong",
            "reference",
            "image_reference",
            "short_reference",
            "short_image_ref",
        ):
            md.inlinePatterns.deregister(rule)
        md.inlinePatterns.register(_Strong(_STRONG, md), "office_strong", 60)
        md.treeprocessors.register(_Shape(md), "office_shape", 5)


@functools.cache
def _renderer() -> Markdown:
    """One instance a process: making it costs more than most texts."""
    extensions = [TableExtension(), _Office()]
    return Markdown(extensions=extensions, output_format="html")


def render(
    source: Source, text: str, first_line: int, own: Iterable[Attachment] = ()
) -> Read[Body]:
    """The text below an entry's head, whose first line is `first_line` of the source.

    `own` are the files of the entry's folder, which it may show and link.
    """
    refused = _too_much(source, text, first_line)
    if refused:
        return Read(None, (refused,))
    wrong = (*_ragged(source, text, first_line), *_uncounted(source, text, first_line))
    if wrong:
        return Read(None, wrong)
    html = _renderer().reset().convert(_plain(text))
    return _links(source, html, text, first_line, own)


def _ragged(source: Source, text: str, first_line: int) -> tuple[Problem, ...]:
    """Every table row with more or fewer cells than its head: the surplus would vanish."""
    problems = []
    wanted = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not line.strip():
            wanted = 0
        elif "|" in line and _RULER.fullmatch(line.strip()) and number and "|" in lines[number - 1]:
            wanted = len(_cells(lines[number - 1]))
        if wanted and len(_cells(line)) != wanted:
            facts = {"cells": str(len(_cells(line))), "wanted": str(wanted)}
            problems.append(
                source.problem("table/ragged", first_line + number, 1, len(line), "stop", **facts)
            )
    return tuple(problems)


def _uncounted(source: Source, text: str, first_line: int) -> tuple[Problem, ...]:
    """Every item of a numbered list whose number is not the next one: it would be shown as another."""
    problems = []
    last = 0
    for number, line in enumerate(text.split("\n")):
        found = _ITEM.match(line)
        if found:
            item = int(found.group(1))
            if last and item != last + 1:
                facts = {"number": str(item), "wanted": str(last + 1)}
                problems.append(
                    source.problem(
                        "list/number", first_line + number, 1, len(line), "stop", **facts
                    )
                )
            last = item
        elif line.strip() and not line.startswith((" ", "\t")):
            last = 0
    return tuple(problems)


def _cells(line: str) -> list[str]:
    return line.strip().removeprefix("|").removesuffix("|").split("|")


def _plain(text: str) -> str:
    """Leading spaces mean nothing (people indent paragraphs), and `&lt;` is four characters."""
    return _TAB_OR_SPACE_INDENT.sub("", text).replace("&", "&amp;")


def _too_much(source: Source, text: str, first_line: int) -> Problem | None:
    if len(text) > MAX_CHARS:
        return source.problem("text/too-large", first_line, limit=f"{MAX_CHARS // 10000} 万字")
    run = _MAX_RUN.search(text)
    if run:
        return source.problem("text/run", first_line + text.count("\n", 0, run.start()), 0)
    line = first_line
    for block in re.split(r"(\n[ \t]*\n)", text):
        if sum(block.count(opener) for opener in "[<`*_!&") > _MAX_OPENERS:
            return source.problem("text/marks", line, 0, limit=str(_MAX_OPENERS))
        if sum(1 for _ in _START.finditer(block)) > _MAX_STARTS:
            return source.problem("text/starts", line, 0, limit=str(_MAX_STARTS))
        line += block.count("\n")
    for number, written in enumerate(text.split("\n")):
        if _MAX_NESTING.match(written):
            return source.problem("text/nesting", first_line + number, 1)
    return None


def _links(
    source: Source, html: str, text: str, first_line: int, own: Iterable[Attachment]
) -> Read[Body]:
    """The HTML with every inner link led from the site's root, and what is wrong with the others."""
    leader = Leader(source, own)
    lines = text.split("\n")

    def lead(found: re.Match[str]) -> str:
        target = found.group(2).replace("&amp;", "&")
        number = next((n for n, line in enumerate(lines) if target in line), 0)
        place = source.place(first_line + number, lines[number].find(target) + 1)
        if found.group(1).startswith("<img"):
            return leader.image(found.group(1), target, place)
        return f"{found.group(1)}{leader.link(target, place)}"

    led = _TARGET.sub(lead, html)
    body = Body(led, tuple(leader.links), frozenset(leader.files))
    return Read(body, tuple(leader.problems))
