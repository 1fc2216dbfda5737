"""A process that does one piece of work after another."""

import gc
import os
import signal
import sys
import weakref

import pytest

from generator.edge.resident import SWEPT, Resident, Say
from generator.values.problem import Stop


def work(item: int, say: Say) -> tuple[int, int]:
    """Twice as much, and who says so; nobody survives 13, and 0 is refused."""
    say(f"{item} is at work")
    if item == 13:
        os._exit(1)
    return 2 * item // (item != 0), os.getpid()


def test_the_same_process_answers_again() -> None:
    """What it has loaded stays loaded, and it is none of ours."""
    resident = Resident(work)
    try:
        (one, first), (two, second) = resident.ask(1), resident.ask(2)
    finally:
        resident.close()

    assert (2, 4) == (one, two)
    assert first == second != os.getpid()


def test_what_the_work_raises_is_raised_here() -> None:
    """With its traceback; the process goes on."""
    resident = Resident(work)
    try:
        with pytest.raises(ZeroDivisionError) as raised:
            resident.ask(0)
        assert "in work" in "".join(raised.value.__notes__)
        assert 2 == resident.ask(1)[0]
    finally:
        resident.close()


def test_one_that_dies_is_told_and_another_takes_its_place() -> None:
    """The next piece of work finds somebody."""
    resident = Resident(work)
    try:
        with pytest.raises(Stop) as stop:
            resident.ask(13)
        assert "workers/died" == stop.value.problem.code
        assert 2 == resident.ask(1)[0]
    finally:
        resident.close()


def test_one_that_is_renewed_is_another() -> None:
    """As after the program itself has changed."""
    resident = Resident(work)
    try:
        first = resident.ask(1)[1]
        resident.renew()
        second = resident.ask(1)[1]
    finally:
        resident.close()

    assert first != second


@pytest.mark.skipif(sys.platform == "win32", reason="nobody sends this signal there")
def test_ctrl_c_is_not_for_it() -> None:
    """Who asked decides when it ends."""
    resident = Resident(work)
    try:
        os.kill(resident.ask(1)[1], signal.SIGINT)
        assert 4 == resident.ask(2)[0]
    finally:
        resident.close()


def test_what_it_says_before_its_end_is_heard() -> None:
    """In the order in which it is said; who does not ask for it misses nothing else."""
    resident = Resident(work)
    heard: list[str] = []
    try:
        resident.ask(1, heard.append)
        resident.ask(2)
        answer = resident.ask(3, heard.append)
    finally:
        resident.close()

    assert ["1 is at work", "3 is at work"] == heard
    assert 6 == answer[0]


def test_who_fails_to_hear_gets_no_answer_of_before() -> None:
    """A process that has not come to its end is not asked again."""
    resident = Resident(work)
    try:
        with pytest.raises(ZeroDivisionError):
            resident.ask(1, lambda _: 1 / 0)  # type: ignore[arg-type]
        assert 4 == resident.ask(2)[0]
    finally:
        resident.close()


class Knot:
    """What no counting of references gets rid of."""

    def __init__(self) -> None:
        self.own = self


_KNOTS: "weakref.WeakSet[Knot]" = weakref.WeakSet()


def tie(number: int, say: Say) -> int:
    """Leave a knot that has outlived every look at the young; how many there are."""
    del number, say
    knot = Knot()
    _KNOTS.add(knot)
    for generation in (0, 1):
        gc.collect(generation)
    return len(_KNOTS)


def test_a_process_that_stays_does_not_grow() -> None:
    """Garbage that has grown old is looked for, too."""
    resident = Resident(tie)
    try:
        most = max(resident.ask(number) for number in range(500))
    finally:
        resident.close()

    assert most <= SWEPT + 1
