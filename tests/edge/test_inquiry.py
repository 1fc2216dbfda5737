"""Questions are answered, however many processes there are to share them."""

import errno
import os
import sys

import pytest

from generator.edge.inquiry import Inquiry

forks = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
@pytest.mark.parametrize("error", [errno.EAGAIN, errno.ENOMEM])
@pytest.mark.parametrize("copies", [0, pytest.param(1, marks=forks)])
def test_what_no_process_can_be_copied_for_is_answered_by_who_asks(
    copies: int, error: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it, or with those processes that there are."""
    able = [os.fork] * copies if copies else []

    def fork() -> int:
        if not able:
            raise OSError(error, os.strerror(error))
        return able.pop()()

    monkeypatch.setattr(os, "fork", fork, raising=False)
    first = [lambda number=number: number != 3 for number in range(9)]
    inquiry = Inquiry([lambda: True] * 9, 3, first)
    inquiry.ask(0, 9)
    inquiry.ask_no_more()

    assert copies == len(inquiry.helpers)
    assert {*range(9)} - {3} == inquiry.agreed()
    assert inquiry.answer()
