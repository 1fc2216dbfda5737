"""No text hangs or fells the program: each is read, or refused with its place. How fast, benchmarks say."""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.words import zh
from tests.growth.patterns import MARKDOWN, YAML

ROOT = Path(__file__).parents[2]
LIMIT = 60.0
"""Seconds after which a text counts as hanging; the slowest takes a few tenths of one."""
SIZE = 100_000
ASKED = [
    *((f"MARKDOWN {index} {SIZE}", one.name) for index, one in enumerate(MARKDOWN)),
    *((f"YAML {index} {SIZE}", one.name) for index, one in enumerate(YAML)),
]


class Reader:
    """A process that reads texts and may be killed; the next question starts another."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None
        self.answers: queue.Queue[str] = queue.Queue()

    def ask(self, question: str) -> str:
        """What came of a text, or how the process ended over it."""
        process = self.process or self._started()
        assert process.stdin
        process.stdin.write(question + "\n")
        process.stdin.flush()
        try:
            answer = self.answers.get(timeout=LIMIT)
        except queue.Empty:
            self.end()
            return f"hung for more than {LIMIT:.0f} seconds"
        if not answer:
            code = process.wait()
            self.end()
            return f"fell with exit code {code}"
        return answer.rstrip("\n")

    def end(self) -> None:
        """Stop the process, whatever it does."""
        if self.process:
            self.process.kill()
            self.process.communicate()
        self.process = None

    def _started(self) -> subprocess.Popen[str]:
        self.answers = queue.Queue()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.growth.child"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        threading.Thread(target=_listen, args=(self.process, self.answers), daemon=True).start()
        return self.process


def _listen(process: "subprocess.Popen[str]", answers: "queue.Queue[str]") -> None:
    """Hand over every line, and an empty one when there are no more."""
    assert process.stdout
    try:
        for line in process.stdout:
            answers.put(line)
    except ValueError:
        pass  # the pipe was closed because the process was stopped
    answers.put("")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """One process for all texts that behave."""
    one = Reader()
    yield one
    one.end()


def test_there_are_enough_of_them() -> None:
    """And no two are the same."""
    assert (92, 20) <= (len(MARKDOWN), len(YAML))
    assert len(ASKED) == len({(question.split()[0], name) for question, name in ASKED})


@pytest.mark.parametrize("question", [pytest.param(one, id=f"{one} {name}") for one, name in ASKED])
def test_a_text_that_grows_is_read_or_refused_at_its_place(question: str, reader: Reader) -> None:
    """A value, or a problem that has its sentence and its line."""
    answer = reader.ask(question)
    code, _, place = answer.partition(" ")

    assert answer == "value" or (code in zh.PROBLEMS and ":" in place), answer


def test_a_process_that_hangs_or_falls_is_noticed(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guard is awake: a question that it cannot answer ends it, and the next one is answered."""
    assert "fell with exit code 1" == reader.ask("MARKDOWN 100000 1")
    monkeypatch.setattr("tests.growth.test_growth.LIMIT", 0.0)
    assert reader.ask(f"MARKDOWN 0 {SIZE}").startswith("hung")
    monkeypatch.undo()

    assert "value" == reader.ask(f"MARKDOWN 0 {SIZE}")
