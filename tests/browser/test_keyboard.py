"""Without a mouse: every control is reached, in the order of the page, and is seen to be reached."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import PLAIN, SCRIPTED, Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser

ORDER = ("skip", "util", "mast", "nav", "crumbs", "main", "foot")
"""The parts of a page from top to bottom."""
MOST = 400
"""Tabs after which a page is given up."""
HERE = """
() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const part = at.closest(".skip, .util, .mast, .nav, .crumbs, main, .foot");
    const style = getComputedStyle(at);
    const label = at.closest("label");
    const ring = [at, label, at.querySelector("*")].some(one => one
        && getComputedStyle(one).outlineStyle !== "none"
        && parseFloat(getComputedStyle(one).outlineWidth) > 0);
    at.dataset.reached = (Number(at.dataset.reached) || 0) + 1;
    return {
        part: part ? (part.tagName === "MAIN" ? "main" : part.classList[0]) : at.outerHTML.slice(0, 80),
        seen: ring || style.boxShadow !== "none",
        name: at.outerHTML.slice(0, 120),
    };
}
"""
LEFT_OUT = """
() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.dataset.reached
        && one.tabIndex >= 0
        && !(one.type === "radio" && document.querySelector(`[name='${one.name}'][data-reached]`)))
    .map(one => one.outerHTML.slice(0, 120))
"""


@pytest.mark.parametrize("way", [PLAIN, SCRIPTED], ids=str)
def test_tab_goes_through_the_page_from_top_to_bottom(
    read: Callable[..., Reader], way: Way, path: str
) -> None:
    """Nothing is skipped, nothing is come back to, and the place is always seen."""
    reader = read(way)
    page = reader.open(path)
    stops: list[dict[str, Any]] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None or (stops and here["part"] == "skip"):  # round the window, or from its top
            break
        stops.append(here)
    parts = [part for part, _ in groupby(one["part"] for one in stops)]

    assert parts == [part for part in ORDER if part in parts]
    assert [one["name"] for one in stops if not one["seen"]] == []
    assert page.evaluate(LEFT_OUT) == []
