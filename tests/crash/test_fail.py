"""A disk that fails at every point in turn, once or for good: the exit code and the site agree."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

Drive = Callable[..., Any]

pytestmark = pytest.mark.skipif(
    sys.platform == "win32",
    reason="the sweep forks; on Windows the same code is tested in tests/edge",
)


@pytest.mark.parametrize(("before", "stays"), [("new", "none"), ("update", "old")])
def test_an_exchange_is_done_or_the_old_site_stays(before: str, stays: str, drive: Drive) -> None:
    """0 with exactly the new site, or 74 with exactly the old one, or none, and no staging left."""
    saw = drive("sweep", "fail", before, "exchange")

    assert saw.faults == []
    assert saw.seen["points"] >= 60
    assert saw.seen["exit 74"] == saw.seen[f"says {stays}"] + saw.seen["says new"]
    assert saw.seen["says new"] < 10  # only where the disk also refuses the way back


def test_by_files_the_old_site_stays_until_the_promise(drive: Drive) -> None:
    """From then on the message says that the site is mixed, and the next build makes it whole."""
    saw = drive("sweep", "fail", "update", "files")

    assert saw.faults == []
    assert saw.seen["points"] >= 60
    assert saw.seen["exit 74"] == saw.seen["says old"] + saw.seen["says part"]
    assert saw.seen["says old"] > saw.seen["says part"] > 0
