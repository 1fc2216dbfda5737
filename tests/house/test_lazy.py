"""A start pays only for what it uses: law 11, seen in `sys.modules` of a fresh process."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SAMPLE
from tests.house.house import ROOT

HEAVY = (
    "asyncio",
    "concurrent.futures",
    "difflib",
    "jinja2",
    "markdown",
    "multiprocessing",
    "rich",
    "yaml",
)
RUN = "import sys; sys.argv = ['build.py', *{words!r}]; from generator.cli.main import run; run()"


def _loaded(script: str, cwd: Path = ROOT) -> set[str]:
    """Which heavy modules a fresh interpreter has loaded when it ends."""
    heavy = f"{set(HEAVY)!r} & sys.modules.keys()"
    told = f"import atexit, sys; atexit.register(lambda: print('\\n', *({heavy})))"
    done = subprocess.run(
        [sys.executable, "-c", f"{told}\n{script}"],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )

    assert "Traceback" not in done.stderr, done.stderr
    return set(done.stdout.splitlines()[-1].split())


def test_the_command_line_loads_no_library() -> None:
    """Not even to find out what was asked."""
    assert set() == _loaded("import generator.cli.main")


@pytest.mark.parametrize("words", [("--help",), ("check", "--help"), ("--help", "--lang", "en")])
def test_help_loads_no_library(words: tuple[str, ...]) -> None:
    """Help is there at once."""
    assert set() == _loaded(RUN.format(words=list(words)))


def test_a_mistake_in_the_command_pays_for_its_suggestion_only() -> None:
    """`difflib` finds the near name, and nothing else is loaded."""
    assert {"difflib"} >= _loaded(RUN.format(words=["biuld"]))


@pytest.mark.parametrize("command", ["check", "build"])
def test_nobody_sees_a_bar_and_nobody_pays_for_it(command: str, tmp_path: Path) -> None:
    """Without a terminal no `rich`; with one process no pool; without a mistake no `difflib`."""
    shutil.copytree(SAMPLE, tmp_path / "content")

    loaded = _loaded(RUN.format(words=[command, "--jobs", "1"]), tmp_path)

    assert {"jinja2", "markdown", "yaml"} == loaded
