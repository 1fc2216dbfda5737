"""Many at work at once: all of it, in order, no more than so many, and nothing begun after a failure."""

import threading

import pytest

from generator.edge.hands import all_of, each


@pytest.mark.parametrize("width", [1, 4])
def test_what_comes_is_in_the_order_of_what_went(width: int) -> None:
    """Whoever is ready first."""
    assert [one * 2 for one in range(50)] == list(each(width, lambda one: one * 2, range(50)))


def test_so_many_are_at_work_at_once_and_no_more() -> None:
    """All of them wait until four are there, which would never be with three."""
    four = threading.Barrier(4, timeout=600)
    busy, most, lock = 0, 0, threading.Lock()

    def work(one: int) -> int:
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
        four.wait()
        with lock:
            busy -= 1
        return one

    all_of(4, work, range(16))

    assert most == 4


@pytest.mark.parametrize("width", [1, 4])
def test_after_a_failure_nothing_more_is_begun(width: int) -> None:
    """What had begun comes to its end, and the failure is told."""
    begun: list[int] = []

    def work(one: int) -> None:
        begun.append(one)
        if one == 3:
            raise OSError(one)

    with pytest.raises(OSError, match="3"):
        all_of(width, work, range(1000))

    assert len(begun) < 30
