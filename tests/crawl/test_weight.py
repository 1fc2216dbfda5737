"""What a villager's phone must load before anything is seen stays small."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 60_000
"""Bytes of a first view: the page, its style sheet and its script, uncompressed."""
LOADED = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"')
CATEGORIES = ("finance", "personnel", "family-planning", "land")
VIEWS = (
    "index.html",
    *(f"{one}/{path}" for one in CATEGORIES for path in ("index.html", "page-*.html", "*/*.html")),
)


@pytest.mark.parametrize("pattern", VIEWS)
def test_a_first_view_is_light(site: Path, pattern: str) -> None:
    """The front page, the lists page by page, the entries; a whole year is as long as it is."""
    heavy = {}
    pages = sorted(site.glob(pattern))
    for page in pages:
        html = page.read_text("utf-8")
        if 'http-equiv="refresh"' in html:  # an old address: it leads on and loads nothing
            continue
        loaded = [(page.parent / one).resolve() for one in LOADED.findall(html)]
        assert loaded
        weight = sum(one.stat().st_size for one in (page, *loaded))
        if weight > LIMIT:
            heavy[page.relative_to(site).as_posix()] = weight

    assert pages or "page-" in pattern
    assert heavy == {}
