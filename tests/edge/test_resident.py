"""A process that does one piece of work after another."""

import os
import signal
import sys

import pytest

from generator.edge.resident import Resident
from generator.values.problem import Stop


def work(item: int) -> tuple[int, int]:
    """Twice as much, and who says so; nobody survives 13, and 0 is refused."""
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
