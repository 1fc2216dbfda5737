"""The only door to Markdown: an office's text to HTML in which every character stays what it was.

The package is the frame: it takes the text, calls one rule of ours in place of all of its own,
which swallow signs, lose places and take minutes over some texts (docs/decisions/0016), and hands
on what is written. Writing has a quick way of ours and a slow one on the package's own machinery,
which are the same to the byte (docs/decisions/0028). What comes out is compared with what went in
before anybody sees it (`conserve`).
"""

import functools
import re
from collections.abc import Callable, Iterable
from typing import Self
from xml.etree.ElementTree import Element

from markdown import Markdown, __version_info__
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor as InlinePattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry

from generator.model.attachment import Attachment
from generator.model.entry import Reference
from generator.read import conserve, punctuation, textsums
from generator.read.draft import Draft
from generator.read.notes import Notes
from generator.read.page import Page
from generator.read.printer import printed
from generator.read.source import Source
from generator.read.targets import Files
from generator.read.tree import SPELLINGS, Tree
from generator.values.dataclass import dataclass
from generator.values.read import Read

MAX_CHARS = 400_000
TESTED = (3, 11)
"""The package's releases on which both ways to HTML are compared."""


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
    page = Page(draft, Files(source.path, own))
    html = _printed(page, text)
    if not notes.told():
        conserve.check(draft, page.links.led, html)
    told = notes.told()
    slips = (
        ()
        if told
        else (*punctuation.in_text(source, text, first_line), *textsums.told(source, draft))
    )
    links = page.links
    body = Body(html, tuple(links.inner), frozenset(links.files.used))
    return Read(None if told else body, (*told, *slips))


class _Rule(BlockProcessor):
    """Our one rule, in place of all that the package has: it takes the whole text."""

    page: Page
    tree: Tree

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - the package's signature
        """There is no text that it leaves to another."""
        return True

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Hang the page that is being read below the package's root."""
        blocks.clear()
        self.tree = Tree(self.page)
        self.tree.grow(parent, self.page.draft.blocks)


class _Sign(InlinePattern):
    """An element within a line, which our rule spelt out."""

    def __init__(self, tag: str, rule: _Rule) -> None:
        super().__init__(SPELLINGS[tag].form)
        self.tag = tag
        self.rule = rule

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the package's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the package's signature
    ) -> tuple[Element, int, int]:
        """The element with its attributes and words."""
        element = Element(self.tag, self.rule.tree.attributes[int(m[1])])
        element.text = m[2] or None
        return element, m.start(), m.end()


class _Office(Extension):
    """Our dialect the slow way: everything that could change a text is out, ours is in."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the package's name
        """Leave of the package what finds signs and what breaks the HTML into lines."""
        pretty = md.treeprocessors["prettify"]
        md.preprocessors, md.postprocessors = Registry(), Registry()
        md.inlinePatterns, md.treeprocessors = Registry(), Registry()
        md.parser.blockprocessors = Registry()
        rule = _Rule(md.parser)
        md.parser.blockprocessors.register(rule, "office", 10)
        for number, tag in enumerate(SPELLINGS):
            md.inlinePatterns.register(_Sign(tag, rule), tag, -number)
        md.treeprocessors.register(InlineProcessor(md), "inline", 20)
        md.treeprocessors.register(pretty, "prettify", 10)


class _Whole(_Rule):
    """Our rule the quick way: it leaves the package's tree empty, and writes the page at its end."""

    def run(self, parent: Element, blocks: list[str]) -> None:  # noqa: ARG002 - the package's
        """The page is whole already."""
        blocks.clear()

    def printed(self, root: Element) -> str:  # noqa: ARG002 - the package's signature
        """What the package takes for its tree as HTML."""
        return printed(self.page)


class _Bare(Markdown):
    """The package with our rule, and without what it would build to be thrown away."""

    def build_parser(self) -> Self:
        """Registers without a rule of the package's."""
        self.preprocessors, self.postprocessors = Registry(), Registry()
        self.inlinePatterns, self.treeprocessors = Registry(), Registry()
        self.parser = BlockParser(self)
        self.parser.blockprocessors.register(_Whole(self.parser), "office", 10)
        self.stripTopLevelTags = False
        return self


@functools.cache
def _slow() -> tuple[Markdown, _Rule]:
    """One instance a process, and our rule in it: making it costs more than most texts."""
    package = Markdown(extensions=[_Office()], output_format="html")
    rule = package.parser.blockprocessors["office"]
    assert isinstance(rule, _Rule)
    return package, rule


@functools.cache
def _quick() -> tuple[Markdown, _Whole]:
    """The same for the quick way."""
    package = _Bare(output_format="html")
    rule = package.parser.blockprocessors["office"]
    assert isinstance(rule, _Whole)
    package.serializer = rule.printed
    return package, rule


def slowly(page: Page, text: str) -> str:
    """The page as the package writes it."""
    package, rule = _slow()
    rule.page = page
    return package.convert(text)


def quickly(page: Page, text: str) -> str:
    """The page as our writer writes it within the package."""
    package, rule = _quick()
    rule.page = page
    return package.convert(text)


def way(version: tuple[object, ...]) -> Callable[[Page, str], str]:
    """How this release of the package is used: the quick way where both ways were compared."""
    return quickly if version[:2] == TESTED and hasattr(Markdown, "build_parser") else slowly


_printed = way(__version_info__)
