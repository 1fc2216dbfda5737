"""What a villager's phone must load before anything is seen stays small."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 60_000
"""Bytes of a first view: the page, its style sheet and its script, as they are on the disk."""
LOADED = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"')
VIEWS = ("index.html", "*/index.html", "finance/2026/*.html", "land/2026/*.html")


@pytest.mark.parametrize("pattern", VIEWS)
def test_a_first_view_is_light(site: Path, pattern: str) -> None:
    """The front page, the lists and the entries of the sample."""
    heavy = {}
    pages = sorted(site.glob(pattern))
    for page in pages:
        html = page.read_text("utf-8")
        loaded = [(page.parent / one).resolve() for one in LOADED.findall(html)]
        assert loaded
        weight = sum(one.stat().st_size for one in (page, *loaded))
        if weight > LIMIT:
            heavy[page.relative_to(site).as_posix()] = weight

    assert pages
    assert heavy == {}
