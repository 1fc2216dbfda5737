"""The bar of the preview in English, whose words are longer than ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE
from tests.previewing import Office, previewed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser("chromium")
expect.set_options(timeout=PATIENCE)

BUDGET = "content/finance/2026/08-half-year-budget.md"
RIGHT, WRONG = "公布日期: 2026-08-14", "公布日期: 2026-08-34"
PAGES = {
    "finance/2026/08-half-year-budget.html": "Unreleased",
    "finance/2026/11-subsidy-batch4.html": "Draft",
    "land/2026/12-resettlement-plan.html": "Page: 1",
    "index.html": "Preview",
}
"""Pages, and how it stands with each of them."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office that reads English."""
    with previewed(tmp_path_factory.mktemp("bar"), "--lang", "en") as one:
        yield one


@pytest.mark.parametrize("is_wrong", [False, True])
def test_the_bar_is_one_line_on_a_phone(
    office: Office, chromium: Browser, *, is_wrong: bool
) -> None:
    """Whatever there is to say of a page and of the site; a line more would be taken from the page."""
    if is_wrong:
        office.edit(BUDGET, RIGHT, WRONG)
    high = {}
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    for path, state in PAGES.items():
        page.goto(office.url(path))
        line = page.locator("gongkai-preview .line")
        expect(line).to_contain_text("1 to correct" if is_wrong else "Nothing wrong")
        if not is_wrong:
            expect(line).to_contain_text(state)
        high[path] = line.evaluate("one => one.getBoundingClientRect().height")
    page.close()
    if is_wrong:
        office.edit(BUDGET, WRONG, RIGHT)

    assert [] == [path for path, height in high.items() if height > 3.2 * 16]
