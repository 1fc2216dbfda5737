"""No reader is shut out: axe finds nothing on any kind of page, in any dress, at any width."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import BARE, SCRIPTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser("chromium", "axe")

WIDTHS = (360, 1280)
DRESSES: dict[str, tuple[str, ...]] = {
    "usual": (),
    "large": ("pref-large",),
    "high-contrast": ("pref-hc",),
    "dark": (),
}
RUN = """
() => axe.run({resultTypes: ["violations", "incomplete"]}).then(found => found.violations.map(
    one => `${one.id} ${one.nodes.map(node => node.target.join(" ")).slice(0, 3).join(" | ")}`))
"""
BROKEN = (
    """() => { document.querySelector("main").insertAdjacentHTML("beforeend", "<img src='x'>") }"""
)


def test_axe_finds_nothing(
    read: Callable[..., Reader], tool: Callable[[str], str], path: str
) -> None:
    """Every kind of page, opened once: on a phone and on a desk, in each dress in turn."""
    page = read(SCRIPTED).open(path)
    page.evaluate(Path(tool("axe")).read_text("utf-8"))
    found: dict[tuple[int, str], Any] = {}
    for width, dress in product(WIDTHS, DRESSES):
        reader = read(SCRIPTED, width=width, scheme="dark" if dress == "dark" else "light")
        _put_on(reader, DRESSES[dress])
        if wrong := page.evaluate(RUN):
            found[width, dress] = wrong

    assert found == {}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", BARE)
def test_axe_finds_nothing_on_a_bare_page(
    read: Callable[..., Reader], site: Path, tool: Callable[[str], str], kind: str, width: int
) -> None:
    """What a lost reader sees; the page that leads on is held still."""
    page = read(SCRIPTED, width=width).open(BARE["missing"])
    page.set_content((site / BARE[kind]).read_text("utf-8").replace('http-equiv="refresh"', ""))
    page.evaluate(Path(tool("axe")).read_text("utf-8"))

    assert page.evaluate(RUN) == []


def test_axe_is_awake(read: Callable[..., Reader], tool: Callable[[str], str]) -> None:
    """An image without a word for those who cannot see it is found."""
    page = read(SCRIPTED).open("index.html")
    page.evaluate(BROKEN)
    page.evaluate(Path(tool("axe")).read_text("utf-8"))

    assert any(one.startswith("image-alt") for one in page.evaluate(RUN))


def _put_on(reader: Reader, boxes: tuple[str, ...]) -> None:
    """Choose the reading options, and take back those that were remembered."""
    for box in ("pref-large", "pref-hc"):
        reader.page.locator(f"#{box}").set_checked(box in boxes)
