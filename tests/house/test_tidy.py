"""Nothing half-done, nothing of a machine of ours, nothing too long to read at once; lint and types."""

import ast
import re
import subprocess
import sys

import pytest

from tests.house.house import ROOT, modules, tree_files

MINE = "tests/house/test_tidy.py"
"""This file has to name what no file may."""
OPEN_ENDS = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
MACHINES = re.compile(
    r"/work/|/root/|/home/\w+/|/Users/\w+/|pypi\.org|npmjs\.org|tuna\.tsinghua|pythonhosted"
)
BINARY = (".png", ".ico", ".woff2", ".docx", ".xlsx", ".pdf", ".zip", ".jpg", ".whl", ".gz")
TEMPORARY = "/tmp/"
LONGEST_FILE = 400
LONGEST_FUNCTION = 60


def _lines() -> list[tuple[str, int, str]]:
    found = []
    for path in tree_files():
        name = path.relative_to(ROOT).as_posix()
        if name != MINE and not name.endswith(BINARY) and ".lock" not in name:
            text = path.read_text("utf-8", errors="replace")
            found += [(name, number, line) for number, line in enumerate(text.splitlines(), 1)]
    return found


def test_nothing_is_left_to_do() -> None:
    """What is not done is an issue, not a word in a file."""
    left = [f"{name}:{n}" for name, n, line in _lines() if OPEN_ENDS.search(line)]

    assert [] == left


def test_no_file_names_a_machine_or_a_registry() -> None:
    """The tree works anywhere; where packages come from is the reader's own setting.

    A test may name a made-up home, to see that no message repeats it.
    """
    named = [
        f"{name}:{n} {found.group()}"
        for name, n, line in _lines()
        if (found := MACHINES.search(line))
        and not name.endswith("package-lock.json")
        and not (name.startswith("tests/") and "home" in found.group())
    ]

    assert [] == named


def test_only_tests_name_a_temporary_folder() -> None:
    """The product leaves nothing where it was not asked to."""
    named = [
        f"{name}:{n}"
        for name, n, line in _lines()
        if TEMPORARY in line and not name.startswith(("tests/", ".ci/"))
    ]

    assert [] == named


def test_no_file_is_too_long() -> None:
    """One noun a file."""
    long = {
        module.path.relative_to(ROOT).as_posix(): lines
        for module in modules()
        if (lines := module.text.count("\n")) > LONGEST_FILE
    }

    assert {} == long


def test_no_function_is_too_long() -> None:
    """A function fits on a screen."""
    long = [
        f"{module.at(node)} {node.name}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]

    assert [] == long


@pytest.mark.parametrize(
    "words",
    [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)],
    ids=" ".join,
)
def test_every_python_file_passes(words: tuple[str, ...]) -> None:
    """As `pyproject.toml` asks: all of ruff but what is named there, mypy strict."""
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
