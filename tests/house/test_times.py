"""No test asserts a time: what it would say of a machine that is busy or slow is not about us."""

import re

import pytest
from hypothesis import HealthCheck, settings

from tests import growing
from tests.growing import NOTICED, TIMES, TOO_STEEP, steepness
from tests.house.house import ROOT, tree_files

ALLOWED = {"tests/growing.py", "tests/house/test_times.py", "tests/targets/wire.py"}
"""The one place that measures, for a ratio; this one, which names what no other may; a slow line."""
CLOCKS = re.compile(
    r"\b(process_time|thread_time|perf_counter|monotonic|timeit)(_ns)?\b"
    r"|\btime\.time(_ns)?\(|\bdeadline=(?!None\b)|\btime\.sleep\("
)
HANG = re.compile(r"\b(?:timeout=|alarm\()(\d[\d_]*)")
"""What ends a test that would never end by itself."""
FAR = 600
"""Seconds, at the least, after which a process counts as hanging."""


def _lines() -> list[tuple[str, str]]:
    found = []
    for path in tree_files():
        name = path.relative_to(ROOT).as_posix()
        if name.startswith("tests/") and name.endswith(".py") and name not in ALLOWED:
            lines = path.read_text("utf-8").splitlines()
            found += [(f"{name}:{number}", line) for number, line in enumerate(lines, 1)]
    return found


def test_no_test_looks_at_the_clock() -> None:
    """Growth is told by `tests/growing.py`, work by counting it; how fast, benchmarks say."""
    assert [] == [f"{at} {found[0]}" for at, line in _lines() if (found := CLOCKS.search(line))]


def test_what_hangs_is_ended_late() -> None:
    """A machine that is ten times slower comes to the end before."""
    guards = [(at, int(found[1])) for at, line in _lines() if (found := HANG.search(line))]

    assert guards
    assert [] == [(at, seconds) for at, seconds in guards if seconds < FAR]


def test_no_test_of_hypothesis_has_a_deadline() -> None:
    """By the profile of all tests; that none has one of its own, the test above says."""
    profile = settings()

    assert profile.deadline is None
    assert HealthCheck.too_slow in profile.suppress_health_check


@pytest.mark.parametrize(("power", "steep"), [(1, False), (2, True), (3, True)])
@pytest.mark.parametrize("slower", [1, 10])
def test_growth_with_the_square_is_told_from_growth(
    power: int, slower: int, *, steep: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On any machine; and a machine that was busy during most of the tries takes nothing from it."""
    spent, busy = [0.0], iter([3.0, 1.0, 2.0, 5.0, 2.0, 1.0] * 9)

    def work(size: int) -> None:
        spent[0] += slower * next(busy) * NOTICED * size**power

    monkeypatch.setattr(growing, "process_time", lambda: spent[0])

    assert steep == (steepness(work, 1, TIMES) >= TOO_STEEP)


def test_what_is_too_quick_to_tell_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its ratio would be chance."""
    monkeypatch.setattr(growing, "process_time", lambda: 0.0)

    assert 0.0 == steepness(len, "", "x")
