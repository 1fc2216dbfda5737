"""Every kind of page opens without complaint, dressed, however it is opened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import KINDS, PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Reader, Way

pytestmark = pytest.mark.browser

COVERED = """
() => [...document.links].filter(link => {
    if (!link.checkVisibility() || link.matches("[aria-hidden], .skip")) return false;
    link.scrollIntoView({block: "center", behavior: "instant"});
    const box = link.getClientRects()[0];
    const hit = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return !hit || hit.closest("a") !== link;
}).map(link => link.textContent.trim())
"""
"""The links that are seen and do not answer there: something lies over them."""


def test_a_page_opens_dressed_and_without_a_complaint(
    read: Callable[..., Reader], way: Way, path: str, tokens: dict[str, str]
) -> None:
    """No error, no breach of the policy, nothing missing or from elsewhere; paper and ink."""
    reader = read(way)
    page = reader.open(path)

    assert reader.place(page.url) == path
    assert reader.style("background-color") == tokens["paper"]
    assert reader.style("color", "body") == tokens["ink"]
    assert reader.troubles == []


def test_every_link_answers_where_it_is_seen(read: Callable[..., Reader], path: str) -> None:
    """Nothing lies over a link, on a phone or at a desk."""
    for width in (360, 1280):
        page = read(PLAIN, width).open(path)

        assert page.evaluate("document.links.length") > 0
        assert page.evaluate(COVERED) == []


@pytest.fixture(scope="session")
def tokens(site: Path) -> dict[str, str]:
    """Give the first value of each colour in the style sheet, as a browser writes it."""
    (sheet,) = (site / "assets").glob("bulletin-*.css")
    colours: dict[str, str] = {}
    for name, short in re.findall(r"--([\w-]+):#([0-9a-f]+);", sheet.read_text("utf-8")):
        digits = short if len(short) == 6 else "".join(2 * digit for digit in short)
        parts = (str(int(digits[at : at + 2], 16)) for at in (0, 2, 4))
        colours.setdefault(name, f"rgb({', '.join(parts)})")
    return colours


def test_every_image_is_seen_at_its_size(read: Callable[..., Reader], way: Way) -> None:
    """However the page is opened: not blocked, not missing, its sides as the page announced them."""
    page = read(way).open(KINDS["image"])
    image = page.locator("main img").first
    image.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('main img').complete")

    sides = image.evaluate("one => [one.naturalWidth, one.naturalHeight]")

    assert [int(image.get_attribute(side) or 0) for side in ("width", "height")] == sides
    assert image.get_attribute("alt")


def test_an_old_address_leads_on(read: Callable[..., Reader], way: Way) -> None:
    """Whoever kept it arrives where the entry stands now, without a click and without a script."""
    reader = read(way)
    page = reader.page
    reader.open("index.html")
    page.goto(page.url.replace("index.html", "land/homestead-steps.html"), wait_until="commit")
    page.wait_for_url("**/land/2026/09-homestead-guide.html")

    assert "宅基地" in page.get_by_role("heading", level=1).inner_text()
