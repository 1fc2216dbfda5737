"""A reading comes back from its bytes as it was, whatever was read."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from generator.app.texts import Keys, read_text, text_of
from generator.edge.project import Project, read_content
from generator.model.entry import Entry
from generator.model.kind import ROOMS
from generator.read.assemble import Job, assemble, find_settings, read_job
from generator.read.entry import Outcome
from generator.values.dataclass import replace
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read
from tests.conftest import HOUSE, SAMPLE
from tests.laws.village import NOTICE, job

TODAY = date(2026, 11, 21)
RARE = """\
---
标题: 甲
公布日期: 2026-06-12
公开单位: 村委会
编号: pinned
事项: 财务
---

见[账](10-b.md#乙)。
"""
"""What no text of the two sites has."""
FOLDERS = (SAMPLE, HOUSE / "docs/village/content")


def jobs(folder: Path) -> list[Job]:
    """One of every text of a site."""
    files = read_content(Project(str(folder), "", "", "", "")).value or ()
    settings = find_settings(files, "content").value
    assert settings
    found: list[Job] = []

    def each(_: object, of: Iterable[Job]) -> Iterable[Read[Outcome]]:
        found.extend(of)
        return [Read(None)] * len(found)

    assemble(files, "content", settings, TODAY, each)
    return found


@pytest.fixture(scope="module")
def every() -> list[tuple[Job, Read[Outcome]]]:
    """Every text of two sites, and a rare one, with what is read of it."""
    rare = job("content/finance/2026/06-a.md", RARE.encode())
    asked = [rare, *(one for folder in FOLDERS for one in jobs(folder))]
    return [(one, read_job(one)) for one in asked]


def test_every_text_comes_back_as_it_was_read(every: list[tuple[Job, Read[Outcome]]]) -> None:
    """Equal, and of the same classes all through."""
    keys = Keys()
    for one, read in every:
        back = read_text(read_job, keys, one).read
        assert (read, repr(read)) == (back, repr(back))


def test_these_texts_hold_everything_that_a_text_can(
    every: list[tuple[Job, Read[Outcome]]],
) -> None:
    """Every kind, and a value in every field of an entry: else the test above would say less."""
    entries = [read.value for _, read in every if isinstance(read.value, Entry)]
    ahead = [one.on(date(2000, 1, 1)).ahead for one in entries]
    never = {
        name
        for name in Entry.__slots__
        if not any(getattr(one, name) for one in entries) and not (name == "ahead" and any(ahead))
    }

    assert set(ROOMS) == {one.kind for one in entries}
    assert set() == never


def test_an_end_that_is_ahead_comes_back_as_what_it_is(
    every: list[tuple[Job, Read[Outcome]]],
) -> None:
    """A withdrawal and a replacement are of different classes, and share one field."""
    asked = every[0][0]
    told = {}
    for _, read in every:
        if isinstance(read.value, Entry) and read.value.end:
            early = Read[Outcome](read.value.on(date(2000, 1, 1)))
            back = text_of("", asked, early).read
            assert (early, repr(early)) == (back, repr(back))
            told[type(read.value.end).__name__] = back

    assert {"Withdrawal", "Superseding"} == {*told}


def test_what_is_said_of_an_entry_comes_back_with_it() -> None:
    """A warning, and a text that is wrong."""
    asked = job(
        "content/finance/a.md", NOTICE.format(title="甲", day="2026-06-12", body="乙").encode()
    )
    read = read_job(asked)
    warning = Problem("text/half-width", Place("content/finance/a.md", 3, 1), severity="warn")

    for one in (read, replace(read, problems=(warning,)), Read[Outcome](None, (warning,))):
        assert text_of("", asked, one).read == one
