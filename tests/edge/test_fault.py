"""How a failing disk is told, and the calls of the kernel."""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from generator.edge import disk, system, tree
from generator.edge.fault import as_it_stands, faults, faults_there
from generator.edge.store import Store
from generator.values.place import Place
from generator.values.problem import Problem, Stop
from tests.edge.conftest import Publish
from tests.edge.live import OLD

Telling = Callable[[Store], AbstractContextManager[None]]
STORE = Store("/home/李/site/output", "/home/李/site/.releases", "output")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk/full"),
        (errno.EDQUOT, "disk/full"),
        (errno.EACCES, "disk/denied"),
        (errno.EPERM, "disk/denied"),
        (errno.EROFS, "disk/readonly"),
        (errno.EIO, "disk/io"),
        (errno.ENAMETOOLONG, "disk/io"),
    ],
)
def test_every_fault_of_the_disk_has_a_code(number: int, code: str) -> None:
    """And the exit code is 74."""
    with pytest.raises(Stop) as stop, faults(STORE):
        raise OSError(number, "in English")

    assert (code, 74) == (stop.value.problem.code, stop.value.exit_code)
    assert (("error", errno.errorcode[number]), ("live", "none")) == stop.value.problem.facts


@pytest.mark.parametrize(
    ("told_by", "fault"),
    [
        (faults, OSError(errno.ENOSPC, "in English")),
        (as_it_stands, Stop(Problem("workers/died", Place("build.py"), (("live", "old"),)), 74)),
    ],
)
def test_a_site_is_spoken_of_where_one_stands(
    store: Store, publish: Publish, told_by: Telling, fault: Exception
) -> None:
    """After a first build that failed there is none that is as it was."""
    told = []
    for _ in range(2):
        with pytest.raises(Stop) as stop, told_by(store):
            raise fault
        told.append(dict(stop.value.problem.facts)["live"])
        publish(OLD)

    assert ["none", "old"] == told


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/李/site/output", "output"),
        ("/home/李/site/output/a.html", "output/a.html"),
        ("/home/李/site/.releases/staging/a.html", ".releases/staging/a.html"),
        ("/home/李/site", "output"),
        ("/home/李/site/output2/x", "output"),
        (None, "output"),
    ],
)
def test_a_message_names_no_folder_above_the_site(path: str | None, name: str) -> None:
    """Paths tell who sits where; they travel in screenshots."""
    with pytest.raises(Stop) as stop, faults(STORE):
        raise OSError(errno.EIO, "x", path)

    assert name == str(stop.value.problem.place)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/srv/李/www/finance/a.html", "EACCES finance/a.html"),
        ("/srv/李/www//finance/", "EACCES finance"),
        ("finance/a.html", "EACCES finance/a.html"),
        ("/srv/李/www", "EACCES"),
        ("/srv/李/www2/a.html", "EACCES"),
        (None, "EACCES"),
    ],
)
def test_a_host_that_fails_names_the_file_there(path: str | None, told: str) -> None:
    """Not the folders above the site."""
    with pytest.raises(Stop) as stop, faults_there(Place("site.yaml"), root="/srv/李/www"):
        raise OSError(errno.EACCES, "x", path)

    assert ("host/denied", told) == (
        stop.value.problem.code,
        dict(stop.value.problem.facts)["error"],
    )


def test_what_is_not_the_disks_fault_passes_through() -> None:
    """A bug of ours stays one."""
    with pytest.raises(ZeroDivisionError), faults(STORE):
        raise ZeroDivisionError


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot exchange folders")
def test_two_folders_change_names(tmp_path: Path) -> None:
    """Each with all that it holds."""
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()

    system.exchange(f"{tmp_path}/a", f"{tmp_path}/b")

    assert os.listdir(tmp_path / "a") == ["b"]
    assert os.listdir(tmp_path / "b") == ["a"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot exchange folders")
def test_an_exchange_that_fails_says_why(tmp_path: Path) -> None:
    """With the error of the system, not with a number of ours."""
    (tmp_path / "a").mkdir()

    with pytest.raises(FileNotFoundError):
        system.exchange(f"{tmp_path}/a", f"{tmp_path}/b")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux flushes one disk by name")
@pytest.mark.parametrize(
    ("release", "tells"),
    [
        ("6.18.44-generic", True),
        ("5.8.0", True),
        ("4.19.90-ky10", False),
        ("5.4", False),
        ("", False),
    ],
)
def test_one_flush_for_all_needs_a_kernel_that_tells_of_errors(
    release: str,
    tells: bool,  # noqa: FBT001 - pytest passes it by name
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Kernels before 5.8 say that all is well whatever the disk says."""
    uname = os.uname()
    changed = os.uname_result((uname.sysname, uname.nodename, release, "", uname.machine))
    monkeypatch.setattr(os, "uname", lambda: changed)

    assert tells == system.sync_all(str(tmp_path))


@pytest.mark.parametrize("whole_disk", [True, False])
def test_many_files_are_flushed_at_once_where_that_can_be_trusted(
    whole_disk: bool,  # noqa: FBT001 - pytest passes it by name
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And one by one where not."""
    seen: list[str] = []
    monkeypatch.setattr(disk, "sync", seen.append)
    monkeypatch.setattr(system, "sync_all", lambda _: whole_disk)
    files = frozenset(f"{number}.html" for number in range(tree.MANY))

    tree.settle(str(tmp_path), tree.Touched(files, frozenset({""})))

    assert (0 if whole_disk else tree.MANY + 1) == len(seen)


def test_a_share_that_cannot_flush_folders_is_let_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can do more there; a file that cannot be flushed is fatal."""
    (tmp_path / "file").touch()

    def refuse(_: int) -> None:
        raise OSError(errno.EINVAL, "x")

    monkeypatch.setattr(os, "fsync", refuse)

    disk.sync(str(tmp_path))
    with pytest.raises(OSError, match="x"):
        disk.sync(str(tmp_path / "file"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_a_disk_without_modes_is_let_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A USB stick (vfat) refuses them; the site is written all the same."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "x")

    monkeypatch.setattr(os, "chmod", refuse)

    disk.write(f"{tmp_path}/a", b"x")

    assert disk.same(f"{tmp_path}/a", b"x")
