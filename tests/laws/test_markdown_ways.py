"""The quick way to HTML and the package's own write the same, byte for byte, whatever the text."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import markdown as package
import pytest
from hypothesis import example, given, settings

from benchmarks import corpus
from generator.model.attachment import Attachment, Beside
from generator.read import markdown
from generator.read.draft import Draft
from generator.read.notes import Notes
from generator.read.page import Page
from generator.read.source import Source
from generator.read.targets import Files
from tests.conftest import HOUSE, SAMPLE
from tests.growth.patterns import MARKDOWN
from tests.read.test_any_text import ANY, TEXTS

PROSE = HOUSE / "tests/read/prose.md"
SHOWN = Attachment(
    Beside("content/land/2026/a/图.png", "图.png", 1, 1200, 760),
    "",
    "land/2026/a/map.png",
    listed=False,
)
WRITTEN = [
    "",
    " \n",
    "甲 & 乙 <b> \"丙\" '丁' &amp; &lt;",
    "A&B1",
    "# a&b\n\n[甲](#ab)",
    '[甲<](https://a.example/?a&b="c")，乙**丙**丁\nEnglish\n中\n文 1',
    '![图 "甲" & 乙](a/图.png)\n![图](a/图.png)甲',
    "| 号 | a&b |\n| -- | -- |\n| 1 | A&B1 |\n| 2 | \\| |",
    "|甲|\n|--|",
    "1. 甲\n\n   乙\n2. - 丙\n   - 丁\n3. **戊**\n   > 己\n4. | 甲 |\n   | -- |\n   | 1 |",
    "- 甲\n  一、乙\n  - 丙\n",
    "> # 甲\n>\n> ***\n> - 乙",
    "> " * 14 + "甲",
    "- " * 14 + "甲",
]
"""Where the two might differ: in what is escaped, what has attributes, what stands in what."""


def everything(way: Callable[[Page, str], str], text: str) -> tuple[object, ...]:
    """What the way makes of the text, and what is noted on it."""
    draft = Draft(text, 1, Notes(Source("content/land/2026/a.md", text)))
    page = Page(draft, Files("content/land/2026/a.md", (SHOWN,)))
    html, links = way(page, text), page.links
    return html, links.inner, links.led, links.files.used, draft.notes.told()


def is_same(text: str) -> bool:
    """Whether both ways make the same of the text."""
    return everything(markdown.quickly, text) == everything(markdown.slowly, text)


def bodies(folder: Path) -> list[str]:
    """The texts below the heads of a folder's files."""
    read = (path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md")))
    return [text.split("\n---\n", 1)[-1] for text in read]


@settings(max_examples=600)
@given(TEXTS)
def test_of_any_mixture_of_signs(text: str) -> None:
    """Tables in lists, stars in links, links in cells, whatever comes together."""
    assert is_same(text)


@settings(max_examples=200)
@given(ANY)
@example("\u3000甲\n\u3000\u3000乙\xa0\n丙")
def test_of_any_characters(text: str) -> None:
    """Of any script, with any space and any sign."""
    assert is_same(text)


@pytest.mark.parametrize("text", WRITTEN)
def test_of_what_is_escaped_named_and_nested(text: str) -> None:
    """Each of these once."""
    assert is_same(text)


def test_of_texts_that_grow() -> None:
    """The hostile ones too, whose result nobody sees."""
    texts = [one.grow(size) for one in MARKDOWN for size in (40, 400)]

    assert [] == [text for text in texts if not is_same(text)]


@pytest.mark.parametrize("folder", [SAMPLE, HOUSE / "content", HOUSE / "docs/village"])
def test_of_the_samples(folder: Path) -> None:
    """All that the three sites say, and the long prose."""
    texts = [*bodies(folder), PROSE.read_text(encoding="utf-8")]

    assert len(texts) > 1
    assert [] == [text for text in texts if not is_same(text)]


def test_of_the_corpus() -> None:
    """What the benchmarks are taken with."""
    entries = (corpus.entry(number, 1) for number in range(300))
    texts = [text.split("\n---\n", 1)[1] for path, text in entries if path.endswith(".md")]

    assert 270 == len(texts)
    assert [] == [text for text in texts if not is_same(text)]


def test_the_quick_way_is_taken_on_the_tested_releases_only() -> None:
    """Another release may write otherwise; then it shall write by itself."""
    ours = markdown.TESTED

    assert markdown.quickly is markdown.way((*ours, 3, "final", 0))
    assert markdown.slowly is markdown.way((ours[0], ours[1] + 1, 0, "final", 0))
    assert markdown.slowly is markdown.way((ours[0] + 1, ours[1], 0, "final", 0))


def test_the_quick_way_is_not_taken_when_what_it_builds_on_is_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever the version says."""
    monkeypatch.delattr(package.Markdown, "build_parser")

    assert markdown.slowly is markdown.way(package.__version_info__)


def test_on_another_release_texts_are_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """The door as it would be with the package of tomorrow."""
    text = PROSE.read_text(encoding="utf-8")
    source = Source("content/land/2026/a.md", text)
    called: list[str] = []
    convert = package.Markdown.convert

    def noted(self: package.Markdown, text: str) -> str:
        called.append(type(self).__name__)
        return convert(self, text)

    monkeypatch.setattr(package, "__version_info__", (4, 0, 0, "final", 0))
    monkeypatch.setattr(package.Markdown, "convert", noted)
    tomorrow, today = door().render(source, text, 1), markdown.render(source, text, 1)

    assert ["Markdown", "_Bare"] == called
    assert tomorrow.value
    assert today.value
    assert (today.value.html, today.problems) == (tomorrow.value.html, tomorrow.problems)


def door() -> ModuleType:
    """The door's module, read anew."""
    spec = importlib.util.spec_from_file_location("door", markdown.__file__)
    assert spec
    assert spec.loader
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found
