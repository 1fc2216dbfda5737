"""The packages of the shipped site: every figure of every page, and nothing of the site around it."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

from generator.values.digest import sha256
from tests.targets.office import files_of
from tests.targets.test_packages import Tags, packed_of

KEPT = {
    *("class id href src alt width height download colspan rowspan scope align".split()),
    *("border cellspacing cellpadding".split()),
}


class Cells(HTMLParser):
    """The text of every cell in an article's tables, but for what is for narrow screens."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._spans: list[bool] = []
        self._is_cell = False
        self.feed(page[page.index("<article") : page.index("</article>")])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A cell, or a span in it."""
        if tag == "span":
            self._spans.append(any(self._spans) or ("class", "under") in attrs)
        elif tag in {"td", "th"}:
            self._is_cell = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        """The end of either."""
        if tag == "span":
            self._spans.pop()
        elif tag in {"td", "th"}:
            self._is_cell = False

    def handle_data(self, data: str) -> None:
        """Without its blanks."""
        if self._is_cell and not any(self._spans):
            self.found[-1] += re.sub(r"\s", "", data)


def test_every_entry_is_a_package(township: Path) -> None:
    """With all its figures, nothing of the site around it, and only files that stand beside it."""
    made, files = packed_of(files_of(township))
    records = [
        path for path in files_of(township) if re.fullmatch(r"\w[\w-]*/\d+/[^/]+\.json", path)
    ]
    cards = {path: json.loads(body) for path, body in files.items() if path.endswith("meta.json")}

    assert len(records) == len(cards) == len(made.memory.rows) > 500
    for path, said in cards.items():
        folder = path.removesuffix("meta.json")
        text = files[f"{folder}fragment.html"].decode()
        tags = Tags(text)
        assert [] == tags.open
        assert not tags.used & {"script", "style", "nav", "button", "svg", "span", "h1", "article"}
        assert tags.attributes <= KEPT
        assert 1 == text.count("class=")
        beside = {one["name"] for one in said["files"]}
        for link in tags.links:
            far = link.startswith(("#gongkai-", "http", "tel:", "mailto:"))
            assert far or link in beside, (path, link)
        assert beside == {
            one.removeprefix(folder) for one in files if one.startswith(folder)
        } - {"fragment.html", "meta.json", "meta.xml"}  # fmt: skip
        page = (township / said["address"]).read_text("utf-8")
        there = re.sub(r"\s", "", "".join(tags.text))
        assert [] == [one for one in Cells(page).found if one not in there]


def test_the_card_says_the_same_in_both_forms(township: Path) -> None:
    """Field by field, under the same names."""
    _, files = packed_of(files_of(township))
    folder = "finance/2026/03-bridge-final/"
    said = json.loads(files[f"{folder}meta.json"])
    tree = ET.fromstring(files[f"{folder}meta.xml"])

    assert [one.tag for one in tree] == [*said]
    assert "QX-CW-2026-0005" == said["index_no"] == tree.findtext("index_no")
    assert said["unit"]["name"] == tree.findtext("unit/name")
    assert said["keywords"] == [one.text for one in tree.findall("keywords/item")]
    assert said["tags"]["PubDate"] == tree.findtext("tags/PubDate") == "2026-03-12 09:00"
    assert not any(key.startswith("Site") for key in said["tags"])
    assert said["fingerprint"] == sha256(files[f"{folder}data/03-bridge-final.json"])
    for one in said["files"]:
        assert one["sha256"] == sha256(files[folder + one["name"]])
