"""What stands in a folder by its looks, and which looks may not be believed."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edge import looks as module
from generator.edge.looks import FOLDER, MOMENT, Look, Looks, look, scan, updated

Seen = tuple[str, os.stat_result]
Plain = dict[str, Look]
"""Looks as anybody would write them: by path, that of a folder with `/` behind it."""


def plain(looks: Looks) -> Plain:
    """Every one of them."""
    return dict(looks.items())


def looks_of(tree: Plain) -> Looks:
    """Looks of a tree that is nowhere, every folder of a path being there."""
    return Looks().replaced(grown(tree))


def grown(tree: Plain) -> Plain:
    """A tree with all the folders that its paths stand in."""
    paths = [path.removesuffix("/") for path in tree]
    parts = [path.split("/")[:number] for path in paths for number in range(1, path.count("/") + 1)]
    return {**{"/".join(one) + "/": FOLDER for one in parts}, **tree}


def put(path: Path, body: bytes) -> None:
    """Write over a file in place, and give it the time that it had."""
    before = path.stat()
    with path.open("r+b") as file:
        file.write(body)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.fixture(params=[True, False], ids=["by handle", "by entry"], autouse=True)
def _both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows looks at files in another way; both ways see the same."""
    monkeypatch.setattr(module, "_BY_HANDLE", request.param and os.name != "nt")


def test_every_file_is_seen_once_and_every_folder(tmp_path: Path) -> None:
    """By relative path, empty folders too; the length is in bytes."""
    (tmp_path / "finance/2026").mkdir(parents=True)
    (tmp_path / "空").mkdir()
    (tmp_path / "finance/2026/一 号.md").write_text("甲", encoding="utf-8")
    (tmp_path / ".hidden").write_bytes(b"")

    found = plain(scan(str(tmp_path)))

    assert {"finance/", "finance/2026/", "空/", "finance/2026/一 号.md", ".hidden"} == found.keys()
    assert (3, 0) == (found["finance/2026/一 号.md"][2], found[".hidden"][2])
    status = (tmp_path / ".hidden").stat()
    assert (status.st_mtime_ns, status.st_ctime_ns, 0) == found[".hidden"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    """Nor does a file in its place."""
    (tmp_path / "file").write_bytes(b"x")

    assert Looks() == scan(str(tmp_path / "gone")) == scan(str(tmp_path / "file"))


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

    def guarded(way: Callable[..., object]) -> Callable[..., object]:
        def go(path: str, *rest: object) -> object:
            if path.endswith("shut/"):
                raise PermissionError(path)
            return way(path, *rest)

        return go

    for name in ("open", "scandir"):
        monkeypatch.setattr(os, name, guarded(getattr(os, name)))

    assert {"open/", "open/file", "shut/"} == plain(scan(str(tmp_path))).keys()


def test_a_file_that_goes_while_its_folder_is_looked_at_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else is: an editor's own file came and went, that is all."""
    for name in ("1", "2", "3"):
        (tmp_path / name).write_bytes(b"x")
    lists, scans = os.listdir, os.scandir

    def listed(folder: int) -> list[str]:
        names = lists(folder)
        (tmp_path / "2").unlink()
        return names

    @contextmanager
    def scanned(folder: str) -> Iterator[list["os.DirEntry[str]"]]:
        with scans(folder) as entries:
            found = [*entries]
        (tmp_path / "2").unlink()
        yield found

    monkeypatch.setattr(os, "listdir", listed)
    monkeypatch.setattr(os, "scandir", scanned)

    assert {"1", "3"} == plain(scan(str(tmp_path))).keys()


def test_a_file_that_the_disk_will_not_tell_of_ends_its_folder_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was seen before it is told, and the other folders."""
    for name in ("a/1", "a/2", "a/3", "b/1"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    names = ("_by_handle", "_by_entry")

    def going(way: Callable[[str], Iterator[Seen]]) -> Callable[[str], Iterator[Seen]]:
        def go(path: str) -> Iterator[Seen]:
            for name, status in way(path):
                if path.endswith("a/") and name == "2":
                    raise OSError(errno.EIO, "", path)
                yield name, status

        return go

    for name in names:
        monkeypatch.setattr(module, name, going(getattr(module, name)))

    assert {"a/", "a/1", "b/", "b/1"} == plain(scan(str(tmp_path))).keys()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells when a file was made instead")
def test_a_change_in_place_is_seen_though_size_and_time_are_put_back(tmp_path: Path) -> None:
    """Nobody can put back when anything of a file changed last."""
    path = tmp_path / "index.html"
    path.write_bytes(b"one")
    before = plain(scan(str(tmp_path)))["index.html"]
    while path.stat().st_ctime_ns == before[1]:
        put(path, b"two")
    after = plain(scan(str(tmp_path)))["index.html"]

    assert (before[0], before[2]) == (after[0], after[2])
    assert before != after


def test_what_is_younger_than_a_moment_is_young() -> None:
    """By either of its times, and also what comes from the future of a wrong clock; a link has no bytes."""
    at = 100 * MOMENT
    old, edge, new = at - 2 * MOMENT, at - MOMENT, at - MOMENT + 1
    looks = looks_of(
        {
            "a/old": (old, old, 1),
            "a/just old": (edge, edge, 1),
            "b/written": (new, old, 1),
            "b/touched": (old, new, 1),
            "b/old": (old, old, 1),
            "now": (at, at, 0),
            "future": (at + 9 * MOMENT, old, 1),
            "link": (new, new, -1),
        }
    )

    assert {"b/written", "b/touched", "now", "future"} == looks.young(at)


def test_the_last_files_are_those_than_which_the_disk_knows_none_younger() -> None:
    """By either of their times; what is younger, and not asked about, says nothing of them."""
    looks = looks_of(
        {
            "a/first": (1, 2, 1),
            "a/last": (1, 5, 1),
            "b/last": (5, 3, 1),
            "b/other": (9, 9, 1),
            "b/late": (4, 4, 1),
        }
    )
    asked = ["a/first", "a/last", "b/last", "b/late", "c/gone"]

    assert {"a/last", "b/last"} == looks.last(asked)
    assert {"a/first"} == looks.last(["a/first"])
    assert set() == looks.last([])


def test_looks_beside_some_files_are_those_in_their_folders(tmp_path: Path) -> None:
    """Of each folder all, of its own folders nothing."""
    for path in ("a.md", "b/c.md", "b/d.md", "b/e/f.md", "g/h.md"):
        (tmp_path / path).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / path).write_text(path, "utf-8")
    every = scan(str(tmp_path))

    beside = every.beside(["b/c.md", "g/gone.md"])

    assert sorted(beside.paths()) == ["b/c.md", "b/d.md", "b/e/", "g/h.md"]
    assert {*every.beside([]).paths()} == set()


def test_a_moment_is_as_long_as_the_coarsest_clock() -> None:
    """FAT counts in twos of seconds."""
    assert MOMENT >= 2_000_000_000


def test_a_file_from_a_far_future_is_always_young(tmp_path: Path) -> None:
    """Its time has no room in the looks, and is the latest that has."""
    late = 2**63 + 10**9
    path = tmp_path / "late"
    path.write_bytes(b"x")
    os.utime(path, ns=(late, late))
    if path.stat().st_mtime_ns < 2**63:
        pytest.skip("this disk does not reach so far")

    assert {"late"} == scan(str(tmp_path)).young(2**62)
    assert scan(str(tmp_path)).look("late") == look(str(path))


def test_one_file_is_looked_at_as_all_are(tmp_path: Path) -> None:
    """A folder is asked for with `/` behind it, and what is not there is nothing."""
    (tmp_path / "land").mkdir()
    (tmp_path / "land/1.md").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "none")
    looks = scan(str(tmp_path))

    for path in ("land/", "land/1.md", "link"):
        assert looks.look(path) == look(f"{tmp_path}/{path}") is not None
        assert path in looks
    for path in ("land", "land/1.md/", "land/1.m", "and/", "md", "none", "land/1.md/x", ""):
        assert (None, None) == (looks.look(path), look(f"{tmp_path}/{path}")) or path == ""
        assert path not in looks


names = st.sampled_from(["a", "b", "ab", "a.b", "空", "\udc80", " "])
times = st.integers(-1, 3) | st.integers(-(2**63), 2**63 - 1)
files = st.tuples(times, times, st.integers(-1, 2**50))
trees = st.recursive(files, lambda inner: st.dictionaries(names, inner, max_size=4), max_leaves=12)


def flat(tree: object, path: str = "") -> Plain:
    """A tree of trees as looks by path."""
    if not isinstance(tree, dict):
        assert isinstance(tree, tuple)
        return {path or "file": tree}
    found: Plain = {path: FOLDER} if path else {}
    for name, inner in tree.items():
        found |= flat(inner, f"{path}{name}/" if isinstance(inner, dict) else path + name)
    return found


@given(trees.map(flat), trees.map(flat))
def test_packed_looks_are_what_plain_ones_are(one: Plain, other: Plain) -> None:
    """Whatever is asked of them: what stands there, how it looks, in what two trees differ."""
    first, second = looks_of(one), looks_of(other)

    assert one == plain(first)
    assert one.keys() == {*first.paths()}
    assert len(one) == len(first)
    assert [one.get(path) for path in other] == [first.look(path) for path in other]
    differing = {path for path in one | other if one.get(path) != other.get(path)}
    assert differing == first.differing(second) == second.differing(first)
    assert (not differing) == (first == second)
    changes = {path: other.get(path) for path in differing}
    assert first.replaced(changes) == second
    assert one == plain(first)


@given(trees.map(flat))
def test_what_stands_in_a_folder_is_told(tree: Plain) -> None:
    """By name, folders with `/` behind it."""
    looks = looks_of(tree)

    for folder in {"", *(path for path in tree if path.endswith("/"))}:
        inside = {path.removeprefix(folder) for path in tree if path.startswith(folder)}
        assert {one for one in inside if one and "/" not in one[:-1]} == {*looks.names(folder)}


def test_a_scan_is_what_its_changes_make_of_another(tmp_path: Path) -> None:
    """Names are in one order, however the looks came about."""
    for name in ("b/2", "b/1", "a", "b.c/1", "空/x", "b-/1"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    looks = scan(str(tmp_path))

    assert looks == looks_of(plain(looks))


@pytest.mark.parametrize("hand", ["", "more", "gone", "folder", "other"])
def test_a_folder_of_which_all_changed_is_looked_at_as_its_files_are(
    tmp_path: Path, hand: str
) -> None:
    """What somebody else does there meanwhile is not taken for known: the next look tells."""
    paths = [f"b/{number}" for number in range(9)]
    for path in (*paths, "c"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(b"x")
    before = scan(str(tmp_path))
    for path in paths:
        (tmp_path / path).write_bytes(b"xy")
    expected = before.replaced({path: look(f"{tmp_path}/{path}") for path in paths})
    if hand == "more":
        (tmp_path / "b/new").write_bytes(b"x")
    elif hand == "gone":
        (tmp_path / "b/4").unlink()
        expected = expected.replaced({"b/4": None})
    elif hand == "folder":
        (tmp_path / "b/4").unlink()
        (tmp_path / "b/4").mkdir()
        expected = expected.replaced({"b/4": None})
    elif hand == "other":
        (tmp_path / "c").write_bytes(b"xyz")

    now = updated(before, str(tmp_path), paths)

    assert expected == now
    assert (scan(str(tmp_path)) == now) == (hand in {"", "gone"})
