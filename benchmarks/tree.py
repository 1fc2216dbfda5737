"""What a command costs with all the processes that it starts: time, processor time, memory.

python benchmarks/tree.py python3 build.py
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

PAUSE = 0.005
"""Seconds between two looks at the memory, or as long as the last look took."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the clock, of all processors, and bytes of the largest process."""

    wall: float
    cpu: float
    largest: int


class FailedError(Exception):
    """A command that did not end well, with what it said."""


def cost(command: list[str], folder: Path) -> Cost:
    """Run it to its end as a whole process; nothing looks on meanwhile."""
    with tempfile.TemporaryFile() as said:
        before = time.perf_counter()
        process = _start(command, folder, said.fileno())
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        _demand(process, said)
    largest = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Cost(wall, used.ru_utime + used.ru_stime, largest)


def peak(command: list[str], folder: Path) -> int:
    """The most bytes that its processes held at the same time, what they share counted once.

    Looking slows the command down, so such a run is not timed. 0 where the system does not say.
    """
    most = 0
    with tempfile.TemporaryFile() as said:
        process = _start(command, folder, said.fileno())
        while process.poll() is None:
            before = time.perf_counter()
            most = max(most, sum(_held(one) for one in _tree(process.pid)))
            time.sleep(max(PAUSE, time.perf_counter() - before))
        _demand(process, said)
    return most


def _start(command: list[str], folder: Path, said: int) -> "subprocess.Popen[bytes]":
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=folder, stdin=quiet, stdout=quiet, stderr=said)


def _demand(process: "subprocess.Popen[bytes]", said: IO[bytes]) -> None:
    if process.returncode:
        said.seek(0)
        told = said.read().decode(errors="replace")[-2000:]
        raise FailedError(f"{process.args!r} ended with {process.returncode}\n{told}")


def _tree(root: int) -> Iterator[int]:
    """The process and those that came from it, while they live."""
    yield root
    with suppress(OSError):
        for task in os.listdir(f"/proc/{root}/task"):
            for child in _text(f"/proc/{root}/task/{task}/children").split():
                yield from _tree(int(child))


def _held(process: int) -> int:
    """Its memory in bytes; a page that several have counts in parts."""
    for line in _text(f"/proc/{process}/smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _text(path: str) -> str:
    """A file of the system; empty when its process has ended."""
    try:
        with open(path, encoding="utf-8") as stream:
            return stream.read()
    except OSError:
        return ""


def main(words: list[str]) -> int:
    """Run the command twice, to time it and to look at its memory."""
    spent, held = cost(words, Path()), peak(words, Path())
    print(f"{spent.wall:.3f} s, {spent.cpu:.3f} s of all processors")
    print(f"{held / 1e6:.0f} MB at most, {spent.largest / 1e6:.0f} MB the largest process")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
