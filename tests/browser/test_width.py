"""No page of the site asks its reader to scroll sideways, in large type neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Way

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser

EXCESS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1440])
def test_no_page_is_wider_than_its_window(
    read: Callable[..., Reader], site: Path, width: int
) -> None:
    """Every page of the site, in both sizes of type."""
    reader = read(Way("file", scripts=False), width)
    wide = []
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        page = reader.open(path)
        for size in ("usual", "large"):
            if size == "large":
                page.get_by_label("大字版").check()
            excess = page.evaluate(EXCESS)
            if excess > 0:
                wide.append(f"{path} in {size} type: {excess} px")

    assert wide == []
