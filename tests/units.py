"""Which tests a worker takes at a time: a file, or less where they are long, or more where they share.

A site that is built once serves all tests of a unit; the longest units come first, so that no
worker is left alone with one of them at the end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from xdist.workermanage import WorkerController  # type: ignore[import-untyped]

TOGETHER = re.compile(
    r"^tests/(crawl|exports)/(?!.*township)|(?<=[\[-])township(?=[\]-])|(?<=test_)township(?=\.py)"
)
"""Tests that look at the same site; what matches is the unit."""
APART = re.compile(
    r"^tests/(bootstrap|crash|promises)/"
    r"|^tests/browser/test_(access|validity|width|missing_tools)"
    r"|^tests/laws/test_(any_edits|readers_never_raise|today_sweep|masking|tables)"
    r"|^tests/laws/test_incremental\.py::test_after_any"
)
"""Folders and files of which every test is a unit."""
LONGEST = (
    re.compile(r"test_every_command_does_what_the_readme_says|any_edits|any_script|today_sweep"),
    re.compile(r"^township$|^tests/(browser|crash|promises|laws|problems|stories|exports)"),
    re.compile(
        r"^tests/(app|targets)|^tests/bootstrap/test_(real|aside|update)|test_lint|test_tidy"
    ),
)
"""Units to begin with, in this order; the others have the most tests first."""


class Units(LoadScopeScheduling):  # type: ignore[misc]
    """Hands out units of tests."""

    def _split_scope(self, nodeid: str) -> str:
        if found := TOGETHER.search(nodeid):
            return found[0]
        return nodeid if APART.search(nodeid) else nodeid.partition("::")[0]

    def _assign_work_unit(self, node: WorkerController) -> None:
        self.workqueue.move_to_end(min(self.workqueue, key=_rank), last=False)
        super()._assign_work_unit(node)


def _rank(unit: str) -> int:
    """The place in LONGEST; of those with the same the first one stays the first."""
    found = (rank for rank, pattern in enumerate(LONGEST) if pattern.search(unit))
    return next(found, len(LONGEST))
