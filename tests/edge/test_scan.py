"""What stands in a folder by its looks, and which looks may not be believed."""

import os
import sys
from pathlib import Path

import pytest

from generator.edge.scan import MOMENT, scan, young


def put(path: Path, body: bytes) -> None:
    """Write over a file in place, and give it the time that it had."""
    before = path.stat()
    with path.open("r+b") as file:
        file.write(body)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_every_file_is_seen_once_and_every_folder(tmp_path: Path) -> None:
    """By relative path, empty folders too; the length is in bytes."""
    (tmp_path / "finance/2026").mkdir(parents=True)
    (tmp_path / "空").mkdir()
    (tmp_path / "finance/2026/一 号.md").write_text("甲", encoding="utf-8")
    (tmp_path / ".hidden").write_bytes(b"")

    found = scan(str(tmp_path))

    assert {"finance/", "finance/2026/", "空/", "finance/2026/一 号.md", ".hidden"} == found.keys()
    assert (3, 0) == (found["finance/2026/一 号.md"][2], found[".hidden"][2])
    status = (tmp_path / ".hidden").stat()
    assert (status.st_mtime_ns, status.st_ctime_ns, 0) == found[".hidden"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    """Nor does a file in its place."""
    (tmp_path / "file").write_bytes(b"x")

    assert ({}, {}) == (scan(str(tmp_path / "gone")), scan(str(tmp_path / "file")))


def test_a_folder_looks_the_same_whatever_its_times_are(tmp_path: Path) -> None:
    """What happens in it is seen at its files: a swap file that came and went is nothing."""
    (tmp_path / "land").mkdir()
    (tmp_path / "land/1.md").write_bytes(b"x")
    before = scan(str(tmp_path))
    (tmp_path / "land/.1.swp").write_bytes(b"x")
    (tmp_path / "land/.1.swp").unlink()
    os.utime(tmp_path / "land", ns=(1, 1))

    assert before == scan(str(tmp_path))


def test_a_link_is_looked_at_and_not_followed(tmp_path: Path) -> None:
    """It has no length that a file could have, to whatever it leads."""
    away = tmp_path / "away"
    away.mkdir()
    (away / "inside").write_bytes(b"x")
    seen = tmp_path / "seen"
    seen.mkdir()
    for name, target in (("folder", away), ("file", away / "inside"), ("nowhere", away / "none")):
        (seen / name).symlink_to(target)

    found = scan(str(seen))

    assert {"folder": -1, "file": -1, "nowhere": -1} == {
        name: one[2] for name, one in found.items()
    }


def test_a_link_to_a_folder_is_a_folder_where_one_begins(tmp_path: Path) -> None:
    """A project may lie behind a link."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real/site.yaml").write_bytes(b"x")
    (tmp_path / "content").symlink_to(tmp_path / "real")

    assert scan(str(tmp_path / "real")) == scan(str(tmp_path / "content"))


def test_a_folder_that_is_closed_to_us_holds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest is seen; who reads or writes there says what is wrong."""
    for name in ("open", "shut"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_bytes(b"x")
    scandir = os.scandir

    def guarded(path: str) -> object:
        if path.endswith("shut/"):
            raise PermissionError(path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)

    assert {"open/", "open/file", "shut/"} == scan(str(tmp_path)).keys()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells when a file was made instead")
def test_a_change_in_place_is_seen_though_size_and_time_are_put_back(tmp_path: Path) -> None:
    """Nobody can put back when anything of a file changed last."""
    path = tmp_path / "index.html"
    path.write_bytes(b"one")
    before = scan(str(tmp_path))["index.html"]
    while path.stat().st_ctime_ns == before[1]:
        put(path, b"two")
    after = scan(str(tmp_path))["index.html"]

    assert (before[0], before[2]) == (after[0], after[2])
    assert before != after


def test_what_is_younger_than_a_moment_is_young() -> None:
    """By either of its times, and also what comes from the future of a wrong clock."""
    at = 100 * MOMENT
    old, edge, new = at - 2 * MOMENT, at - MOMENT, at - MOMENT + 1
    looks = {
        "old": (old, old, 1),
        "just old": (edge, edge, 1),
        "written": (new, old, 1),
        "touched": (old, new, 1),
        "now": (at, at, 1),
        "future": (at + 9 * MOMENT, old, 1),
    }

    assert {"written", "touched", "now", "future"} == young(looks, at)


def test_a_moment_is_as_long_as_the_coarsest_clock() -> None:
    """FAT counts in twos of seconds."""
    assert MOMENT >= 2_000_000_000
