"""From the front page to an entry, to the issue that gathers it, and back: by clicks alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Reader, Way

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [360, 1280])
def test_a_reader_walks_from_the_front_page_to_an_issue_and_back(
    read: Callable[..., Reader], way: Way, width: int
) -> None:
    """Home, category, entry, issue; then entry, category, home."""
    reader = read(way, width)
    page = reader.open("index.html")

    page.get_by_role("navigation", name="栏目").get_by_text("财务公开").click()
    reader.arrives("finance/index.html")

    title = "石桥村2026年10月财务收支明细"
    page.get_by_role("main").get_by_role("link", name=title).click()
    reader.arrives("finance/2026/11-shiqiao-ledger.html")
    assert page.get_by_role("heading", level=1).inner_text() == title

    page.get_by_role("main").get_by_role("link", name="2026年第11期").click()
    reader.arrives("issues/2026-11.html")

    page.get_by_role("main").get_by_role("heading").get_by_role("link", name=title).first.click()
    reader.arrives("finance/2026/11-shiqiao-ledger.html")

    crumbs = page.get_by_role("navigation", name="所在位置")
    crumbs.get_by_role("link", name="财务公开").click()
    reader.arrives("finance/index.html")

    crumbs.get_by_role("link", name="首页").click()
    reader.arrives("index.html")
    assert reader.troubles == []


def test_a_reader_finds_a_section_of_the_latest_issue_from_its_contents(
    read: Callable[..., Reader], way: Way
) -> None:
    """A link into a page ends where the section stands."""
    reader = read(way)
    page = reader.open("index.html")

    page.get_by_role("main").locator("a[href*='#']").get_by_text("土地宅基地").click()
    reader.arrives("issues/2026-10.html#land")
    box = page.get_by_role("heading", name="土地宅基地", level=2).bounding_box()

    assert page.evaluate("scrollY") > 0
    assert box
    assert 0 <= box["y"] < 800


def test_a_reader_finds_a_withdrawn_entry_in_the_change_log(
    read: Callable[..., Reader], way: Way
) -> None:
    """Its page stays, and says first that it no longer holds."""
    reader = read(way)
    page = reader.open("index.html")

    page.get_by_role("navigation", name="栏目").get_by_text("更正与撤回").click()
    reader.arrives("changes.html")
    page.get_by_role("main").get_by_role("link", name="东岭村二组宅基地审批结果").click()
    reader.arrives("land/2026/10-dongling-approval.html")

    assert page.get_by_text("本条信息已撤回").is_visible()
    assert reader.troubles == []
