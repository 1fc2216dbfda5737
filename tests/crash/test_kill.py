"""A build killed at every point where it touches the disk: readers see one whole site or the other."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

Drive = Callable[..., Any]

pytestmark = pytest.mark.skipif(
    sys.platform == "win32",
    reason="the sweep forks; on Windows the same journal is tested in tests/edge",
)


@pytest.mark.parametrize("before", ["new", "update"])
def test_an_exchange_shows_the_old_site_or_the_new_one(before: str, drive: Drive) -> None:
    """With no help from any later command, whatever point it is."""
    saw = drive("sweep", "kill", before, "exchange")

    assert saw.faults == []
    assert saw.seen["points"] >= 60
    assert "left mixed" not in saw.seen
    assert saw.seen["left old"] > 0
    assert saw.seen["left new"] > 0


@pytest.mark.parametrize(
    ("before", "way"), [("new", "files"), ("update", "files"), ("update", "refused")]
)
def test_by_files_the_next_command_makes_the_site_whole(
    before: str, way: str, drive: Drive
) -> None:
    """It may lie there mixed until then, which is why that command recovers before it reads."""
    saw = drive("sweep", "kill", before, way)

    assert saw.faults == []
    assert saw.seen["points"] >= 60
    assert saw.seen["left mixed"] > 0
    assert saw.seen["recovered old"] > 0
    assert saw.seen["recovered new"] > saw.seen["left new"]


@pytest.mark.parametrize("way", ["exchange", "files"])
def test_the_build_after_a_killed_one_may_be_killed_too(way: str, drive: Drive) -> None:
    """Recovering is cut off like anything else, at each of its points."""
    saw = drive("sweep", "twice", "update", way)

    assert saw.faults == []
    assert saw.seen["killed before"] >= 200
