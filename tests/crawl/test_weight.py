"""What a villager's phone must load before anything is seen stays small."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.crawl.conftest import Crawl

LIMIT = 60_000
"""Bytes of a first view: the page, its style sheet and its script, uncompressed."""
_PAGES = ("index.html", "page-*.html", "2*/*.html")
LOADED = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"')


def test_a_first_view_is_light(crawl: Crawl) -> None:
    """The front page, the lists page by page, the entries; a whole year is as long as it is."""
    heavy = {}
    for pattern in ("index.html", *_of_categories(crawl)):
        views = [path for path in crawl.pages if _matches(path, pattern)]
        assert views or "page-" in pattern, pattern
        for path in views:
            html = crawl.files[path].decode()
            if 'http-equiv="refresh"' in html:  # an old address: it leads on and loads nothing
                continue
            loaded = [normpath(join(dirname(path), one)) for one in LOADED.findall(html)]
            assert loaded
            weight = sum(len(crawl.files[one]) for one in (path, *loaded))
            if weight > LIMIT:
                heavy[path] = weight

    assert heavy == {}


def _of_categories(crawl: Crawl) -> list[str]:
    names = [path.parent.name for path in crawl.content.glob("*/category.yaml")]
    return [f"{name}/{pages}" for name in names for pages in _PAGES]


def _matches(path: str, pattern: str) -> bool:
    """As a shell does: a star stops at a slash."""
    return fnmatch(path, pattern) and path.count("/") == pattern.count("/")
