"""One entry that hangs or crashes its reader is named, and the others are read."""

import os
import re
from functools import partial
from pathlib import Path

import pytest

from generator.app.care import with_care
from generator.edge import guard
from generator.read.assemble import Job, read_job
from generator.read.effort import deadline, is_suspect
from generator.read.entry import Outcome
from generator.values.read import Read
from tests.laws.village import BASE, NOTICE, built, codes, job, write

ENTRY = NOTICE.format(title="甲", day="2026-06-12", body="乙\n\n" * 20_000).encode()


def hang(job: Job) -> Read[Outcome]:
    """A reader that a regular expression has caught, for minutes."""
    re.match(r"(a+)+$", "a" * 34 + "b")
    return read_job(job)


def crash(_: Job) -> Read[Outcome]:
    """A reader that overran its stack."""
    os._exit(139)


def test_a_crash_is_a_problem_of_the_file() -> None:
    """And not the end of the build."""
    read = with_care(crash, job("content/finance/a.md", ENTRY))

    assert (None, [("text/crashed", "content/finance/a.md")]) == (
        read.value,
        [(one.code, one.place.path) for one in read.problems],
    )


def test_a_reader_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time that such a file is given."""
    monkeypatch.setattr("generator.app.care.deadline", lambda _: 0.2)
    read = with_care(hang, job("content/finance/a.md", ENTRY))

    assert ["text/too-slow"] == [one.code for one in read.problems]
    assert (("seconds", "0"),) == read.problems[0].facts


def test_a_large_entry_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a process of its own, with the result that it would have had here."""
    monkeypatch.setattr("generator.app.care.deadline", lambda _: 600)
    one = job("content/finance/a.md", ENTRY)

    assert is_suspect(ENTRY)
    assert read_job(one) == with_care(read_job, one)


def test_an_ordinary_entry_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read here and now."""
    monkeypatch.delattr(guard, "run")
    body = NOTICE.format(title="甲", day="2026-06-12", body="乙").encode()
    one = job("content/finance/a.md", body)

    assert read_job(one) == partial(with_care, read_job)(one)


def crash_at_the_large(one: Job) -> Read[Outcome]:
    """A reader that one file ends."""
    return crash(one) if is_suspect(one.file.body) else read_job(one)


def test_a_build_goes_on_without_the_entry_that_crashed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every other mistake is told in the same run, and nothing is written."""
    monkeypatch.setattr("generator.read.assemble.read_job", crash_at_the_large)
    files = {
        **BASE,
        "content/affairs/2026/07-a.md": ENTRY.decode(),
        "content/affairs/2026/07-b.md": "---\n标题：乙\n---\n",
    }
    write(tmp_path, files)
    report = built(tmp_path, "out")

    assert {"text/crashed", "yaml/wide-colon"} == codes(report)
    assert 1 == report.exit_code


@pytest.mark.parametrize(
    ("body", "suspect"),
    [(b"", False), (b"a" * 64 * 1024, False), (b"a" * 70_000, True), (b"[" * 3001, True)],
)
def test_what_is_suspect_is_told_by_the_bytes(body: bytes, *, suspect: bool) -> None:
    """Size and signs; and a large file has more time."""
    assert suspect == is_suspect(body)
    assert deadline(body) >= 2
    assert deadline(body * 100) >= deadline(body)
