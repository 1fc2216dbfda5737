"""Lists are narrowed without a script; with one they are searched, counted and sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import PLAIN, SCRIPTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Reader, Way

pytestmark = pytest.mark.browser

LIST = "finance/index.html"
YEAR = "finance/year-2026.html"


def test_a_list_is_narrowed_to_a_unit_and_back(read: Callable[..., Reader], way: Way) -> None:
    """However the page is opened; months without their entries are not shown."""
    page = read(way).open(YEAR)
    everything = _rows(page)

    page.get_by_role("radio", name="石桥村").check(force=True)
    left = _rows(page)
    assert 0 < len(left) < len(everything)
    assert all("石桥村" in row for row in left)
    assert page.locator(".grp:visible").count() == 0

    page.get_by_role("radio", name="全部").check(force=True)
    assert _rows(page) == everything


def test_what_needs_a_script_is_not_offered_without_one(read: Callable[..., Reader]) -> None:
    """No search that does nothing, no arrow that does not sort."""
    page = read(PLAIN).open(LIST)

    assert not page.get_by_role("searchbox").is_visible()
    assert page.locator("th button, [aria-sort]").count() == 0


def test_a_title_is_searched_and_the_rest_counted(read: Callable[..., Reader]) -> None:
    """The count is said aloud; where nothing is left the sentence says what to do."""
    reader = read(SCRIPTED)
    page = reader.open(YEAR)
    box, status = page.get_by_role("searchbox", name="标题含"), page.get_by_role("status")
    usual = status.inner_text()

    box.fill("收支")
    assert status.inner_text() == f"本页列出{len(_rows(page))}条"
    assert all("收支" in row for row in _rows(page))

    page.get_by_role("radio", name="石桥村").check(force=True)
    assert all("收支" in row and "石桥村" in row for row in _rows(page))
    assert status.inner_text() == f"本页列出{len(_rows(page))}条"

    box.fill("没有这样的标题")
    assert _rows(page) == []
    assert status.inner_text().startswith("本页没有符合的条目")

    box.fill("")
    page.get_by_role("radio", name="全部").check(force=True)
    assert status.inner_text() == usual
    assert reader.troubles == []


def test_a_list_is_sorted_by_its_heads_with_the_keyboard(read: Callable[..., Reader]) -> None:
    """One column at a time says its order; amounts go by their value, not by their digits."""
    page = read(SCRIPTED).open(LIST)
    sort = "() => [...document.querySelectorAll('[aria-sort]')].map(one => one.ariaSort)"
    assert page.evaluate(sort) == ["descending"]
    dates = [row.split("\t")[0] for row in _rows(page)]

    page.get_by_role("button", name="涉及金额").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.evaluate(sort) == ["descending"]
    shown = page.locator(".row td.num").all_inner_texts()
    sums = [float(text.strip("支出元").replace(",", "")) for text in shown if text]
    assert sums == sorted(sums, reverse=True)
    assert len(sums) > 1

    page.get_by_role("button", name="公布日期").press("Enter")
    assert [row.split("\t")[0] for row in _rows(page)] == dates[::-1]


def test_the_page_for_missing_ones_needs_nothing_from_elsewhere(
    read: Callable[..., Reader],
) -> None:
    """A host shows it at any depth, where a relative address would mean something else."""
    reader = read(PLAIN, 360)
    page = reader.open("404.html")

    assert page.locator("link, script, img, a:not([href^='tel:'])").count() == 0
    assert page.get_by_role("heading", level=1).is_visible()
    assert reader.troubles == []


def _rows(page: Page) -> list[str]:
    return [text for text in page.locator(".row:visible").all_inner_texts() if text]
