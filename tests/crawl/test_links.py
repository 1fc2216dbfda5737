"""Every reference of every file leads to a file of the site, or out of it on purpose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.crawl.conftest import Crawl, Document, Link

READ = {".html", ".svg", ".css"}
"""Files whose references are read."""
CLOSED = {".js", ".json", ".png", ".xlsx", ".csv", ".pdf", ".docx"}
"""Files that hold none."""
WHOLE = {".xml", ".txt"}
"""Files that name whole addresses, as their readers want them: tests/exports looks at these."""
RECORDS = ("https://beian.miit.gov.cn/", "https://beian.mps.gov.cn/#/query/webSearch?code=")
"""Where the record numbers of site.yaml have to lead."""
ASKED_FOR = {"404.html", "robots.txt", "manifest.json"}
"""Files that machines know by name; shards are named by them."""
OUTWARD = {"http", "https", "mailto", "tel"}
"""Schemes a hyperlink may lead out with."""
HOSTS = re.compile(r"(?<![\w-])(?:https?|wss?|data|blob):\S*")


def test_every_kind_of_file_is_read_or_known_to_hold_no_links(crawl: Crawl) -> None:
    """A new kind of file cannot slip past the tests of this folder."""
    kinds = {f".{path.rpartition('.')[2]}" for path in crawl.files}

    assert not kinds - READ - CLOSED - WHOLE


def test_every_link_names_a_file_that_exists(crawl: Crawl) -> None:
    """A folder's address needs a server to find its page, so links name the file itself."""
    inside = [link for link in crawl.links if link.inside]
    dead = [str(link) for link in inside if link.file not in crawl.files]

    assert len(inside) > len(crawl.pages), "the crawl found nothing to follow"
    assert not dead


def test_every_fragment_exists_in_its_target(crawl: Crawl) -> None:
    """A link into a page leads to an id of that page."""
    into = [link for link in crawl.links if link.inside and "#" in link.address]
    dead = [
        str(link)
        for link in into
        if link.file not in crawl.documents or link.fragment not in crawl.documents[link.file].ids
    ]

    assert into, "the crawl found no fragment to follow"
    assert not dead


def test_nothing_starts_at_a_root_or_at_a_host(crawl: Crawl) -> None:
    """The same bytes work in any folder of any host; only hyperlinks may lead out."""
    outside = [link for link in crawl.links if not link.inside]
    wrong = [
        str(link)
        for link in outside
        if link.tag not in {"a", "area"} or urlsplit(link.address).scheme not in OUTWARD
    ]

    assert not wrong


def test_hyperlinks_lead_out_only_where_the_office_wrote_them(crawl: Crawl) -> None:
    """Each outward address stands in the content or in site.yaml."""
    written = _written(crawl.content)
    outward = [link for link in crawl.links if urlsplit(link.address).scheme in OUTWARD]
    foreign = [
        str(link)
        for link in outward
        if _wanted(link) not in written and not link.address.startswith(RECORDS)
    ]

    assert outward, "the crawl found no outward link to look up"
    assert not foreign


@pytest.mark.parametrize("ending", [".css", ".js"])
def test_style_and_script_name_no_other_host(crawl: Crawl, ending: str) -> None:
    """Neither knows a scheme; not even as data."""
    texts = {path: body.decode() for path, body in crawl.files.items() if path.endswith(ending)}
    wrong = {path: HOSTS.findall(text) for path, text in texts.items()}

    assert texts
    assert not any(wrong.values()), wrong


def test_every_file_is_reached_from_the_front_page(crawl: Crawl) -> None:
    """A page by hyperlinks, its parts by reference; the manifest is for machines, 404.html for hosts.

    A page at an old address is for those who kept it, and leads on.
    """
    ways: dict[str, set[str]] = {}
    for link in crawl.links:
        if link.inside and (link.tag in {"a", "area"} or not link.file.endswith(".html")):
            ways.setdefault(link.page, set()).add(link.file)
    reached, ahead = set[str](), {"index.html"}
    while ahead:
        reached |= ahead
        ahead = {to for page in ahead for to in ways.get(page, ())} - reached
    by_name = ("data/manifest/", "sitemap")
    hidden = {one for one in crawl.files if one not in ASKED_FOR and not one.startswith(by_name)}
    moved = {path for path, page in crawl.pages.items() if _leads_on(page)}

    assert moved
    hidden -= moved
    assert hidden <= reached, sorted(hidden - reached)


def _leads_on(page: Document) -> bool:
    """Whether the page sends its reader on to another one of the site."""
    return any(tag.get("http-equiv") == "refresh" for tag in page.all("meta"))


def _wanted(link: Link) -> str:
    """What the office must have written for a link to lead out."""
    split = urlsplit(link.address)
    return link.address if split.scheme.startswith("http") else unquote(split.path)


def _written(content: Path) -> str:
    """Everything that people wrote of a site."""
    kinds = {".md", ".yaml", ".csv"}
    return "\n".join(
        path.read_text("utf-8") for path in sorted(content.rglob("*")) if path.suffix in kinds
    )
