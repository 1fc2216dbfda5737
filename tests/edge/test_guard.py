"""A process of its own: it is ended in time, its death is no one else's, and it costs only who needs it."""

import faulthandler
import os
import re
import sys
from pathlib import Path

import pytest

from generator.edge import guard
from generator.edge.workers import Start

METHODS: list[Start] = ["spawn", "fork"] if sys.platform == "linux" else ["spawn"]
AMPLE = 600
"""Seconds that no machine needs for what is not to be ended."""


def double(number: int) -> int:
    """Honest work."""
    return number * 2


def backtrack(path: str) -> bool:
    """A loop inside the C library, which no signal handler of Python's interrupts.

    It goes on for minutes, and not for ever: a guard that sleeps fails, and does not hang.
    """
    Path(path).write_text(str(os.getpid()), "ascii")
    return bool(re.match(r"(a+)+$", "a" * 34 + "b"))


def die(_: None) -> None:
    """What a parser does that overruns its stack."""
    faulthandler.disable()
    os.abort()


def leave(code: int) -> int:
    """An end without an answer."""
    os._exit(code)


def fail(text: str) -> str:
    """A bug of ours."""
    raise ValueError(text)


def where(_: None) -> int:
    """The process that works."""
    return os.getpid()


def large(size: int) -> bytes:
    """An answer that fits no pipe at once."""
    return b"x" * size


@pytest.mark.parametrize("start", METHODS)
def test_honest_work_is_done_elsewhere(start: Start) -> None:
    """With the same result."""
    assert guard.Ended("done", 42) == guard.run(double, 21, AMPLE, start)
    assert guard.run(where, None, AMPLE, start).value not in {None, os.getpid()}
    assert guard.run(large, 3_000_000, AMPLE, start).value == b"x" * 3_000_000


@pytest.mark.parametrize("start", METHODS)
def test_a_loop_inside_a_c_library_is_ended(start: Start, tmp_path: Path) -> None:
    """At its deadline, and nothing of it stays behind; a slow machine is given time to begin."""
    note = tmp_path / "pid"
    for seconds in (0.3, 3, 30, AMPLE):
        assert guard.Ended("slow") == guard.run(backtrack, str(note), seconds, start)
        if note.exists() and note.read_text("ascii"):
            break
    with pytest.raises(OSError, match=r"process|parameter"):
        os.kill(int(note.read_text("ascii")), 0)


@pytest.mark.parametrize("start", METHODS)
def test_a_crash_is_an_answer(start: Start) -> None:
    """Whatever the process died of."""
    assert guard.Ended("crashed") == guard.run(die, None, AMPLE, start)
    assert guard.Ended("crashed") == guard.run(leave, 0, AMPLE, start)


def test_a_bug_of_ours_is_not_hidden() -> None:
    """It comes out as it would have here."""
    with pytest.raises(ValueError, match="甲"):
        guard.run(fail, "甲", AMPLE)
