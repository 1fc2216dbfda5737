"""A machine without a browser hears what it did not test; CI does not pass without."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

HOUSE = Path(__file__).parents[2]


@pytest.fixture
def bare(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run tests of this folder where no program can be found."""

    def run(*words: str, **extra: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if _kept(name)}
        return subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "tests/browser/test_walk.py", "-q"),
                *("-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:hypothesispytest"),
                *words,
            ],
            cwd=HOUSE,
            env={**kept, "PATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1", **extra},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


def test_a_machine_without_a_browser_says_at_the_end_what_did_not_run(
    bare: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    """With how many, and what to do about it; not as a skip among others, also with workers."""
    done = bare("-n", "1")

    assert re.search(r"^browser tests not run: [1-9]\d*, no Chromium \(", done.stdout, re.MULTILINE)
    assert "failed" not in done.stdout
    assert "skipped" not in done.stdout


def test_ci_does_not_pass_without_a_browser(
    bare: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    """Each test says why it failed."""
    done = bare("-n", "0", "--maxfail=1", CI="1")

    assert done.returncode == 1
    assert "no Chromium (install it, or set GONGKAI_CHROMIUM to its path)" in done.stdout


def _kept(name: str) -> bool:
    return name not in {"CI", "PATH", "GONGKAI_CHROMIUM"} and not name.startswith("PYTEST_")
