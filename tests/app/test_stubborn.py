"""A disk that keeps nothing of what a build knows, and perhaps what the one before knew."""

import errno
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.app.build import build
from generator.app.order import Order
from generator.edge import disk, outbox, system, workers
from generator.edge.project import project_at
from generator.values.problem import Stop
from tests.laws.village import BASE, codes, tree, write

TEXT = "content/affairs/2026/11-meeting.md"
EDITS = {
    "something to be seen": {**BASE, TEXT: f"{BASE[TEXT]}\n\n又一段。\n"},
    "nothing to be seen": {**BASE, TEXT: BASE[TEXT].replace("\n---\n", "\n# 备注\n---\n", 1)},
}


def order(folder: Path, *, is_clean: bool = False, jobs: int = 1) -> Order:
    """The site in this folder; one that is clean goes the long way."""
    project = project_at("content", None, str(folder))
    return Order(project, date(2026, 11, 21), jobs, is_clean=is_clean)


def refuse(patch: pytest.MonkeyPatch) -> None:
    """As Windows does while another program has the file open."""
    replace, remove = disk.replace, disk.remove

    def refused(path: str) -> None:
        if path.endswith("/root"):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), path)

    def replaced(path: str, target: str) -> None:
        refused(target)
        replace(path, target)

    def removed(path: str) -> None:
        refused(path)
        remove(path)

    patch.setattr(disk, "replace", replaced)
    patch.setattr(disk, "remove", removed)


@pytest.mark.parametrize("jobs", [1, 2])
def test_where_nothing_can_be_remembered_the_site_is_made_and_that_is_told(
    tmp_path: Path, jobs: int
) -> None:
    """At every build; nothing was damaged, so nobody is told that something was."""
    write(tmp_path, BASE)
    (tmp_path / ".cache").write_bytes(b"mine")

    first, second = (build(order(tmp_path, jobs=jobs)) for _ in "12")

    assert ([0, 0], [["disk/memory"]] * 2) == (
        [one.exit_code for one in (first, second)],
        [[*codes(one)] for one in (first, second)],
    )
    assert (False, False, ()) == (first.forgot, second.forgot, second.written)
    assert b"mine" == (tmp_path / ".cache").read_bytes()


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("is_clean", [False, True])
@pytest.mark.parametrize("way", EDITS)
def test_an_edit_that_is_taken_back_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str, jobs: int, *, is_clean: bool
) -> None:
    """The old memory knows nothing of the edit: what it takes for done is not, and somebody is told."""
    write(tmp_path, BASE)
    build(order(tmp_path))
    first = tree(tmp_path / "output")
    write(tmp_path, EDITS[way])
    with monkeypatch.context() as patch:
        refuse(patch)
        edited = build(order(tmp_path, is_clean=is_clean, jobs=jobs))
    write(tmp_path, BASE)

    again = build(order(tmp_path))

    assert first == tree(tmp_path / "output")
    assert ({"disk/memory"}, set()) == (codes(edited), codes(again))
    assert (False, False) == (edited.forgot, again.forgot)


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is copied")
def test_what_a_disk_loses_while_pages_are_made_never_goes_live(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so once, and to the process beside: a commit that asks afterwards hears of nothing."""
    builder = os.getpid()

    def once(folder: str) -> bool:
        if os.getpid() != builder:
            raise OSError(errno.EIO, os.strerror(errno.EIO), folder)
        return True

    monkeypatch.setattr(outbox, "MANY", 1)
    monkeypatch.setattr(system, "sync_all", once)
    monkeypatch.setattr(workers, "method", lambda: "fork")  # whatever threads the tests have
    write(tmp_path, BASE)

    with pytest.raises(Stop) as stop:
        build(order(tmp_path, jobs=2))

    assert (stop.value.problem.code, stop.value.exit_code) == ("disk/io", 74)
    assert not (tmp_path / "output").exists()
