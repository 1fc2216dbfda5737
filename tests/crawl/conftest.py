"""Every file of a built site, read with the standard library alone.

The sample, the sample without open data, the township.
"""

from __future__ import annotations

import posixpath
import re
import shutil
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

import pytest

from tests.conftest import SAMPLE, TOWNSHIP, built

if TYPE_CHECKING:
    from pathlib import Path

DATA_BLOCK = "application/ld+json"
ADDRESSES = {
    "action", "background", "cite", "formaction", "href", "manifest", "ping", "poster", "src",
    "xlink:href",
}  # fmt: skip
ADDRESS_LISTS = {"srcset", "imagesrcset"}
VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
}  # fmt: skip
IN_CSS = re.compile(r"""url\(\s*["']?(.*?)["']?\s*\)|@import\s+["'](.*?)["']""")
IN_REFRESH = re.compile(r"url\s*=\s*(.*)", re.IGNORECASE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class Tag(NamedTuple):
    """An opening tag, where it stands, and what stands above it."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    line: int
    above: tuple[str, ...]

    def get(self, name: str) -> str:
        """Give an attribute's value; empty when it has none."""
        return dict(self.attributes).get(name, "")


class Link(NamedTuple):
    """A reference from one file of the site to something."""

    page: str
    line: int
    tag: str
    address: str

    @property
    def file(self) -> str:
        """The path it means, from the site's root; it may not exist."""
        path = unquote(urlsplit(self.address).path)
        whole = posixpath.join(posixpath.dirname(self.page), path) if path else self.page
        return posixpath.normpath(whole) + "/" * whole.endswith("/")

    @property
    def fragment(self) -> str:
        """The id it means in that file."""
        return unquote(urlsplit(self.address).fragment)

    @property
    def inside(self) -> bool:
        """Whether it is relative: it names no scheme and no host, and does not start at a root."""
        split = urlsplit(self.address)
        return not (split.scheme or split.netloc or split.path.startswith(("/", "\\")))

    def __str__(self) -> str:
        """Show where it stands and what it says."""
        return f"{self.page}:{self.line} <{self.tag}> {self.address!r}"


@dataclass(slots=True)
class Document:
    """An HTML or SVG file: its tags in order, the words of its head, its inline code."""

    path: str
    tags: list[Tag] = field(default_factory=list)
    title: str = ""
    inline: str = ""
    data: str = ""
    """What its data blocks hold: JSON-LD, which nothing runs."""

    def all(self, *names: str) -> list[Tag]:
        """Give the tags of these names."""
        return [tag for tag in self.tags if tag.name in names]

    @property
    def ids(self) -> list[str]:
        """Every id, in order, also those that stand twice."""
        return [value for tag in self.tags for name, value in tag.attributes if name == "id"]

    @property
    def links(self) -> list[Link]:
        """Every reference its tags make."""
        return [Link(self.path, tag.line, tag.name, one) for tag in self.tags for one in _of(tag)]


def _of(tag: Tag) -> list[str]:
    found = []
    for name, value in tag.attributes:
        if name in ADDRESSES or (name, tag.name) == ("data", "object"):
            found.append(value)
        elif name in ADDRESS_LISTS:
            found += [one.split()[0] for one in value.split(",")]
        elif name == "content" and tag.get("http-equiv").lower() == "refresh":
            found += IN_REFRESH.findall(value)
        elif "url(" in value:
            found += [one or other for one, other in IN_CSS.findall(value)]
    return found


class _Reader(HTMLParser):
    """Fills a document."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.document = Document(path)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pairs = tuple((name, value or "") for name, value in attrs)
        self.document.tags.append(Tag(tag, pairs, self.getpos()[0], tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["title"] and "svg" not in self.open:
            self.document.title += data
        if self.open[-1:] == ["script"] and self.document.tags[-1].get("type") == DATA_BLOCK:
            self.document.data += data
        elif self.open[-1:] in (["style"], ["script"]):
            self.document.inline += data.strip()


@dataclass(slots=True)
class Crawl:
    """A built site: what people wrote, its files by path, its pages and drawings read."""

    content: Path
    files: dict[str, bytes] = field(repr=False)
    documents: dict[str, Document] = field(repr=False)

    @property
    def pages(self) -> dict[str, Document]:
        """The HTML pages."""
        return {path: one for path, one in self.documents.items() if path.endswith(".html")}

    @property
    def links(self) -> list[Link]:
        """Every reference of every file."""
        made = [link for one in self.documents.values() for link in one.links]
        for path, body in self.files.items():
            if path.endswith(".css"):
                text = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), body.decode())
                made += [
                    Link(path, text.count("\n", 0, found.start()) + 1, "css", found[1] or found[2])
                    for found in IN_CSS.finditer(text)
                ]
        return made


@pytest.fixture(scope="session")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of the small site without open data."""
    folder = tmp_path_factory.mktemp("closed")
    shutil.copytree(SAMPLE, folder / "written")
    with (folder / "written/site.yaml").open("a", encoding="utf-8", newline="\n") as file:
        file.write("开放数据: 否\n")
    return built(folder / "written", folder)


@pytest.fixture(scope="session", params=["site", "closed", "township"])
def crawl(request: pytest.FixtureRequest) -> Crawl:
    """Read every file of the output; each test asks this of all three sites."""
    site: Path = request.getfixturevalue(request.param)
    content = TOWNSHIP if request.param == "township" else SAMPLE
    files = {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if not path.is_dir()
    }
    documents = {}
    for path, body in files.items():
        if path.endswith((".html", ".svg")):
            reader = _Reader(path)
            reader.feed(body.decode())
            reader.close()
            documents[path] = reader.document
    return Crawl(content, files, documents)
