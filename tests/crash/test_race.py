"""Several builds at once: each goes live whole or says that another is at work."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

Drive = Callable[..., Any]

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the race forks; on Windows the lock is tested in tests/edge"
)


@pytest.mark.parametrize(("way", "rounds"), [("exchange", 20), ("files", 10)])
def test_no_build_is_lost_and_no_site_is_mixed(way: str, rounds: int, drive: Drive) -> None:
    """The live site is always that of the last build that ended with 0; the others ended with 75."""
    saw = drive("race", way, str(rounds))

    assert saw.faults == []
    assert saw.seen["exit 0"] >= rounds
    assert set(saw.seen) <= {"exit 0", "exit 75"}
