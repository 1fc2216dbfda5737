"""The live site against what was left there: what is believed to be as it was has to be."""

import os
import sys
from pathlib import Path

import pytest

from generator.edge import disk
from generator.edge.scan import MOMENT
from generator.edge.standing import Left, intact, seen
from generator.values.digest import sha256

PAGES = {"index.html": b"front", "finance/a.html": b"page a", "finance/b.html": b"page b"}
DIGESTS = {path: sha256(body) for path, body in PAGES.items()}
LATER = 2 * MOMENT


@pytest.fixture(name="output")
def _output(tmp_path: Path) -> Path:
    """A site as it was left."""
    for path, body in PAGES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(body)
    return tmp_path


def left(output: Path) -> tuple[dict[str, Left], int]:
    """How its files were left, and a time at which none of them was young any more."""
    found = seen(str(output), DIGESTS)
    return found, max(max(one[:2]) for one in found.values()) + LATER


def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read from now on."""
    noted: list[str] = []
    read = disk.read

    def noting(path: str) -> bytes:
        noted.append(Path(path).name)
        return read(path)

    monkeypatch.setattr(disk, "read", noting)
    return noted


def test_a_site_as_it_was_left_is_intact_and_no_file_is_read(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looks tell, once time has passed."""
    known, at = left(output)
    noted = reads(monkeypatch)

    assert (DIGESTS, []) == (intact(str(output), known, at), noted)


def test_files_too_young_to_tell_are_read(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of a site that was just built; the others are believed."""
    known, at = left(output)
    os.utime(output / "finance/a.html", ns=(at, at))
    known = seen(str(output), DIGESTS)
    noted = reads(monkeypatch)

    assert DIGESTS == intact(str(output), known, at)
    assert ["a.html"] == noted
    noted.clear()
    assert DIGESTS == intact(str(output), known, at - LATER)
    assert {"index.html", "a.html", "b.html"} == set(noted)


def test_a_young_file_that_is_another_is_not_intact(output: Path) -> None:
    """Its looks are the same: it was changed in the moment in which it was left."""
    known, at = left(output)
    forged = {**known, "index.html": (*known["index.html"][:3], sha256(b"tnorf"))}

    assert DIGESTS.keys() - {"index.html"} == intact(str(output), forged, at - LATER).keys()


@pytest.mark.parametrize("body", [b"", b"fron", b"tnorf", b"front\n"])
def test_a_file_that_was_written_over_is_not_intact(output: Path, body: bytes) -> None:
    """Of whatever length, at another time."""
    known, at = left(output)
    (output / "index.html").write_bytes(body)
    os.utime(output / "index.html", ns=(at, at))

    assert DIGESTS.keys() - {"index.html"} == intact(str(output), known, at).keys()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells when a file was made instead")
def test_a_change_in_place_is_noticed_though_size_and_time_are_put_back(output: Path) -> None:
    """An editor, a sync tool or a virus that restores times."""
    known, at = left(output)
    path = output / "index.html"
    before = path.stat()
    while path.stat().st_ctime_ns == before.st_ctime_ns:
        with path.open("r+b") as file:
            file.write(b"tnorf")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert (before.st_mtime_ns, before.st_size) == (path.stat().st_mtime_ns, path.stat().st_size)
    assert DIGESTS.keys() - {"index.html"} == intact(str(output), known, at).keys()


def test_a_file_that_is_gone_or_something_else_is_not_intact(output: Path) -> None:
    """Nor one of a folder that is gone; what is not known is nobody's."""
    known, at = left(output)
    (output / "index.html").unlink()
    (output / "index.html").mkdir()
    (output / "finance/a.html").rename(output / "finance/c.html")

    assert ["finance/b.html"] == list(intact(str(output), known, at))


def test_a_young_file_that_cannot_be_read_is_not_intact(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is made again, and whoever writes it says what is wrong with it."""
    known, at = left(output)

    def closed(path: str) -> bytes:
        raise PermissionError(path)

    monkeypatch.setattr(disk, "read", closed)

    assert {} == intact(str(output), known, at - LATER)


def test_nothing_is_intact_where_nothing_was_left(output: Path, tmp_path: Path) -> None:
    """A first build; and a site that somebody threw away."""
    known, at = left(output)

    assert ({}, {}) == (intact(str(output), {}, at), intact(str(tmp_path / "gone"), known, at))


def test_only_files_that_stand_there_were_left(output: Path) -> None:
    """Each with its look and the digest that it is said to have."""
    found = seen(str(output), {**DIGESTS, "gone.html": "0"})
    status = (output / "index.html").stat()

    assert DIGESTS.keys() == found.keys()
    look = (status.st_mtime_ns, status.st_ctime_ns, 5)
    assert (*look, DIGESTS["index.html"]) == found["index.html"]
