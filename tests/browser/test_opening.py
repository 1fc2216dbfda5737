"""Every kind of page opens without complaint, dressed, however it is opened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Reader, Way

pytestmark = pytest.mark.browser

# A link answers where it is seen: neither covered by something else nor without any surface.
COVERED = """
() => [...document.links].filter(link => {
    if (!link.checkVisibility() || link.closest("[aria-hidden]") || link.matches(".skip")) return false;
    link.scrollIntoView({block: "center", behavior: "instant"});
    const box = link.getClientRects()[0];
    const hit = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return !(hit && (link.contains(hit) || hit.closest("a") === link));
}).map(link => link.textContent.trim())
"""


def test_a_page_opens_without_a_complaint(read: Callable[..., Reader], way: Way, path: str) -> None:
    """No error, no warning, no breach of the policy, nothing missing, nothing from elsewhere."""
    reader = read(way)
    reader.open(path)

    assert reader.at == path
    assert reader.troubles == []


def test_a_page_wears_its_style_sheet(
    read: Callable[..., Reader], way: Way, path: str, site: Path
) -> None:
    """Paper and ink are those of the theme's tokens."""
    (sheet,) = (site / "assets").glob("*.css")
    reader = read(way)
    reader.open(path)

    for name, token in (("background-color", "paper"), ("color", "ink")):
        of = "html" if token == "paper" else "body"
        assert reader.style(name, of) == _rgb(sheet.read_text("utf-8"), token)


@pytest.mark.parametrize("width", [360, 1280])
def test_every_link_answers_where_it_is_seen(
    read: Callable[..., Reader], width: int, path: str, way: Way
) -> None:
    """Nothing lies over a link, on a phone or at a desk."""
    reader = read(way, width)

    assert reader.open(path).evaluate("document.links.length") > 0
    assert reader.page.evaluate(COVERED) == []


def _rgb(sheet: str, token: str) -> str:
    """The first value of a token, as a browser writes it."""
    found = re.search(rf"--{token}: #([0-9a-f]+);", sheet)
    assert found
    digits = found[1] if len(found[1]) == 6 else "".join(2 * one for one in found[1])
    return f"rgb({', '.join(str(int(digits[at : at + 2], 16)) for at in (0, 2, 4))})"
