"""Atom as RFC 4287 wants it: read by an independent parser, and looked at element by element."""

import re
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]
import pytest

from tests.exports.conftest import Files

ATOM = "{http://www.w3.org/2005/Atom}"
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00")
FEEDS = ("feed.xml", "finance/feed.xml", "land/feed.xml", "personnel/feed.xml")
HREF = re.compile(r'<(?:a|img)\b[^>]*?\b(?:href|src)="([^"]*)"')


def _root(files: Files, path: str) -> ET.Element:
    return ET.fromstring(files[path])


def _text(parent: ET.Element, name: str) -> str:
    """The text of the one child of that name."""
    found = parent.findall(f"{ATOM}{name}")
    assert 1 == len(found), name
    return found[0].text or ""


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_has_what_the_rfc_requires(site: Files, path: str) -> None:
    """One id, title, updated and author each; ids are absolute and no two alike."""
    root = _root(site, path)
    entries = root.findall(f"{ATOM}entry")

    assert f"{ATOM}feed" == root.tag
    assert 0 < len(entries) <= 30
    for one in (root, *entries):
        assert _text(one, "title")
        assert STAMP.fullmatch(_text(one, "updated"))
        assert urlsplit(_text(one, "id")).scheme == "tag"
        assert 1 == len(one.findall(f"{ATOM}author/{ATOM}name"))
    ids = [_text(one, "id") for one in (root, *entries)]
    assert len(ids) == len(set(ids))
    assert _text(root, "updated") >= max(_text(one, "updated") for one in entries)


@pytest.mark.parametrize("path", FEEDS)
def test_an_independent_reader_understands_a_feed(site: Files, path: str) -> None:
    """No complaint; each entry has its text, its category, its unit."""
    feed = feedparser.parse(site[path])

    assert not feed.bozo
    for entry in feed.entries:
        assert entry.content[0].type == "text/html"
        assert len(entry.content[0].value) > 40
        assert entry.tags[0].label
        assert entry.author


def test_the_newest_come_first_and_the_withdrawn_not_at_all(site: Files) -> None:
    """As in the lists of the site."""
    entries = _root(site, "feed.xml").findall(f"{ATOM}entry")
    published = [_text(one, "published") for one in entries]
    shown = {_link(one).rpartition("gongkai/")[2] for one in entries}
    withdrawn = {
        path
        for path, body in site.items()
        if path.endswith(".html") and "本条信息已撤回" in body.decode()
    }

    assert published == sorted(published, reverse=True)
    assert withdrawn
    assert not shown & withdrawn


def test_a_corrected_entry_is_updated_on_the_day_of_its_correction(site: Files) -> None:
    """And its first publication stays what it was."""
    entries = _root(site, "feed.xml").findall(f"{ATOM}entry")
    later = [one for one in entries if _text(one, "updated") > _text(one, "published")]

    assert later
    for one in later:
        body = site[_link(one).rpartition("gongkai/")[2]].decode()
        day = re.escape(_text(one, "updated")[:10])
        assert re.search(rf'<li><b>第[2-9]版 <time datetime="{day}"', body)


@pytest.mark.parametrize("path", FEEDS)
def test_every_link_of_a_feed_leads_to_a_file(site: Files, path: str) -> None:
    """Whole addresses, in the folder that the site stands in, also inside the texts."""
    links = [*_links(_root(site, path)), *_inner(_root(site, path))]

    inside = [one for one in links if "qingxi.example" in one and not one.startswith("mailto:")]
    assert len(inside) > 5
    for one in links:
        assert urlsplit(one).scheme, one
    for one in inside:
        address = one.removeprefix("https://www.qingxi.example/gongkai/").partition("#")[0]
        assert (address or "index.html") in site, one


@pytest.mark.parametrize("path", FEEDS)
def test_without_an_address_links_are_seen_from_the_feed(bare: Files, path: str) -> None:
    """A reader that knows where it found the feed finds every page."""
    root = _root(bare, path)
    links = [*_links(root), *_inner(root)]

    assert len(links) > 5
    for one in links:
        if not urlsplit(one).scheme:
            found = urlsplit(urljoin(f"https://host.example/{path}", one)).path.lstrip("/")
            assert found in bare, one
    assert _text(root, "id").startswith("tag:gongkai@qingxi.example,")


def test_the_tables_of_an_account_stand_in_its_feed(site: Files) -> None:
    """A reader of the feed sees every voucher, the subtotals and the closing line."""
    entries = _root(site, "finance/feed.xml").findall(f"{ATOM}entry")
    account = next(one for one in entries if "10-shiqiao-ledger" in _link(one))
    content = _text(account, "content")

    for said in ("记-001", "21,200.00", "收入小计", "39,012.50", "期末结余", "86,421.35"):
        assert said in content


def _link(entry: ET.Element) -> str:
    return next(one.get("href", "") for one in entry.findall(f"{ATOM}link"))


def _links(root: ET.Element) -> list[str]:
    return [one.get("href", "") for one in root.iter(f"{ATOM}link")]


def _inner(root: ET.Element) -> list[str]:
    return [one for each in root.iter(f"{ATOM}content") for one in HREF.findall(each.text or "")]
