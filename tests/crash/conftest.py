"""Run a sweep or a race in a process of its own, on a disk that flushes fast where there is one."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import generator

ROOT = os.path.dirname(os.path.dirname(generator.__file__))
MEMORY = "/dev/shm"


@dataclass(frozen=True, slots=True)
class Saw:
    """What a driver counted, and what did not hold."""

    seen: dict[str, int]
    faults: list[str]


Drive = Callable[..., Saw]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[str]:
    """Make a folder in memory: kills lose nothing that was written, flushed or not."""
    if not os.path.isdir(MEMORY):
        yield str(tmp_path)
        return
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="gongkai-crash-") as name:
        yield name


@pytest.fixture
def drive(folder: str) -> Drive:
    """Start `python -m tests.crash.NAME WORDS… FOLDER` and read what it prints."""

    def go(name: str, *words: str) -> Saw:
        done = subprocess.run(
            [sys.executable, "-m", f"tests.crash.{name}", *words, folder],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        return Saw(**json.loads(done.stdout))

    return go
