from __future__ import annotations

import os
import runpy
import signal
import sys
import time
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]


def test_a_child_is_waited_for_and_its_exit_code_returned() -> None:
    """On Windows exec returns to the shell at once, so build.py waits instead."""
    wait_for = runpy.run_path(str(HOUSE / "build.py"))["wait_for"]
    before = signal.getsignal(signal.SIGINT)
    try:
        assert wait_for([sys.executable, "-c", "raise SystemExit(3)"]) == 3
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_windows_waits_where_others_exec(monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code of the second Python becomes that of the first."""
    build = runpy.run_path(str(HOUSE / "build.py"))
    inside = build["hand_over"].__globals__
    monkeypatch.setitem(inside, "WINDOWS", value=True)
    monkeypatch.setitem(inside, "wait_for", lambda command: 5 if command[0] == "python" else 1)
    monkeypatch.setenv("GONGKAI_HANDED_OVER", "")

    with pytest.raises(SystemExit) as end:
        build["hand_over"]("python")

    assert end.value.code == 5


def test_on_windows_the_python_of_an_environment_has_its_own_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`Scripts`, not `bin`."""
    build = runpy.run_path(str(HOUSE / "build.py"))
    monkeypatch.setitem(build["python_of"].__globals__, "WINDOWS", value=True)

    assert Path(build["python_of"]("x")) == Path("x", "Scripts", "python.exe")


def test_renaming_is_patient_with_virus_scanners(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What was just written may be held for a moment; elsewhere a refusal is final."""
    build = runpy.run_path(str(HOUSE / "build.py"))
    rename, tries = os.rename, iter([PermissionError, PermissionError, None])

    def held(source: Path, target: Path) -> None:
        refusal = next(tries)
        if refusal:
            raise refusal
        rename(source, target)

    monkeypatch.setitem(build["rename"].__globals__, "WINDOWS", value=True)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    monkeypatch.setattr(os, "rename", held)
    (tmp_path / "aside").mkdir()
    build["rename"](tmp_path / "aside", tmp_path / "place")

    assert (tmp_path / "place").is_dir()


def test_the_launcher_has_the_line_ends_that_cmd_needs() -> None:
    """A batch file with bare line feeds loses its labels."""
    text = (HOUSE / "gongkai.cmd").read_bytes()

    assert text.count(b"\n") == text.count(b"\r\n")


def test_the_launcher_speaks_chinese_only_after_it_said_in_which_encoding() -> None:
    """Until then cmd reads it in the code page of the machine, GBK in our offices."""
    before, _, _ = (HOUSE / "gongkai.cmd").read_text("utf-8").partition("chcp 65001")

    assert before.isascii()
