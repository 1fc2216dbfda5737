"""What every page says of itself, to readers and to machines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.crawl.conftest import Crawl


def test_every_page_has_exactly_one_first_heading(crawl: Crawl) -> None:
    """It is what a page is about."""
    counts = {path: len(page.all("h1")) for path, page in crawl.pages.items()}

    assert counts
    assert {path: count for path, count in counts.items() if count != 1} == {}


def test_headings_step_down_one_at_a_time(crawl: Crawl) -> None:
    """Readers who go by headings miss nothing between two of them."""
    wrong = []
    for path, page in crawl.pages.items():
        main = [tag for tag in page.all("h1", "h2", "h3", "h4", "h5", "h6") if "main" in tag.above]
        levels = [int(tag.name[1]) for tag in main]
        wrong += [
            f"{path}:{tag.line} h{before} h{after}"
            for tag, before, after in zip(main[1:], levels, levels[1:], strict=False)
            if after > before + 1
        ]

    assert not wrong


def test_every_page_says_its_language(crawl: Crawl) -> None:
    """Both sites are in Chinese."""
    said = {path: page.all("html")[0].get("lang") for path, page in crawl.pages.items()}

    assert set(said.values()) == {"zh-CN"}, said


def test_every_title_is_the_only_one_of_its_words(crawl: Crawl) -> None:
    """No title is empty, and no two pages of the site share one."""
    counts = Counter(" ".join(page.title.split()) for page in crawl.pages.values())

    assert not counts[""]
    assert [title for title, count in counts.items() if count > 1] == []


def test_every_id_stands_once_in_its_page(crawl: Crawl) -> None:
    """A link into a page means one place."""
    counts = {path: Counter(one.ids) for path, one in crawl.documents.items()}
    twice = [f"{path} #{name}" for path, ids in counts.items() for name, n in ids.items() if n > 1]

    assert any(counts.values())
    assert not twice
