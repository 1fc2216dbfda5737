"""No page of the site asks its reader to scroll sideways, in large type neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import BARE, PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 640, 768, 880, 1056, 1088, 1280, 1440)
"""From a phone to a wide desk, and where columns have just come beside each other: there is least room."""
EXCESS = """
() => [false, true].map(large => {
    const option = document.getElementById("pref-large");
    if (option) option.checked = large;
    const {scrollWidth, clientWidth} = document.documentElement;
    return scrollWidth - clientWidth;
})
"""
"""How far a page is wider than its window, in usual and in large type."""


@pytest.mark.parametrize("part", range(4))
def test_no_page_is_wider_than_its_window(
    read: Callable[..., Reader], site: Path, part: int
) -> None:
    """Every page of the site, from a phone to a wide desk, in both sizes of type."""
    reader = read(PLAIN)
    wide = []
    for file in sorted(site.rglob("*.html"))[part::4]:
        path = file.relative_to(site).as_posix()
        if path == BARE["moved"]:  # it leads on at once
            continue
        page = reader.open(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            usual, large = page.evaluate(EXCESS)
            if usual > 0 or large > 0:
                wide.append(f"{path} at {width} px: +{usual}, in large type +{large}")

    assert wide == []
