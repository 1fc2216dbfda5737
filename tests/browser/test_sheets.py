"""What is sent to readers says what the theme's author wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.render.small import small
from tests.browser.conftest import SCRIPTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser("chromium")

ASSETS = Path(__file__).parents[2] / "themes/default/assets"
RULES = """
text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map(rule => rule.cssText.replace(/,\\s+/g, ","));
}
"""
"""The rules of a sheet; what a custom property holds is kept to the letter, so commas are evened out."""


@pytest.mark.parametrize(
    "name", ["bulletin.css", "home.css", "list.css", "journal.css", "print.css"]
)
def test_a_small_sheet_has_the_same_rules(read: Callable[..., Reader], name: str) -> None:
    """Chromium reads the same rules out of both, in the same order."""
    page = read(SCRIPTED).open("index.html")
    written = (ASSETS / name).read_text("utf-8")

    assert page.evaluate(RULES, small(name, written)) == page.evaluate(RULES, written)
