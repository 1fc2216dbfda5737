"""Which tests a worker takes at a time: a file, or less where they are long, or more where they share.

A site that is built once serves all tests of a unit; the units that take longest come first,
so that no worker is left alone with one of them at the end.
"""

import re

from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

TOGETHER = re.compile(
    r"^tests/(crawl|exports)/(?!.*township)|(?<=[\[-])township(?=[\]-])|(?<=test_)township(?=\.py)"
)
"""Tests that look at the same site; what matches is the unit."""
APART = re.compile(r"^tests/(bootstrap|browser|crash|laws|promises|app)/|test_tidy\.py")
"""Folders and files of which every test is a unit."""


class Units(LoadScopeScheduling):  # type: ignore[misc]
    """Hands out units of tests."""

    def _split_scope(self, nodeid: str) -> str:
        if found := TOGETHER.search(nodeid):
            return found[0]
        return nodeid if APART.search(nodeid) else nodeid.partition("::")[0]
