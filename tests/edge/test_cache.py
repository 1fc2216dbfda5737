"""The throw-away memory on the disk: what is read back is what was written together, or nothing."""

import errno
import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest

from generator.edge import disk
from generator.edge.cache import Cache, Closed, Loaded

PACKS: dict[str, Any] = {
    "texts-a": {"甲": ("k", 1, b"\x00\xff"), "乙": None},
    "steps-b": {("entry", "land/1.html"): [1.5, True, "\udce9"]},
}
OTHER = {"another": "value"}


def becomes_a_folder(path: Path) -> None:
    """Something stands in it, too."""
    path.unlink()
    (path / "in it").mkdir(parents=True)


def becomes_a_link(path: Path) -> None:
    """To what it was: whoever follows it could be led anywhere."""
    away = path.rename(f"{path}.away")
    path.symlink_to(away)


def proven(body: bytes) -> bytes:
    """Whatever it is, with its digest before it."""
    return blake2b(body, digest_size=16).digest() + body


Damage = Callable[[Path], object]
DAMAGES: dict[str, Damage] = {
    "missing": Path.unlink,
    "empty": lambda path: path.write_bytes(b""),
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "of a proof alone": lambda path: path.write_bytes(path.read_bytes()[:16]),
    "longer": lambda path: path.write_bytes(path.read_bytes() + b"\0"),
    "foreign": lambda path: path.write_bytes(b"<!doctype html>" * 9),
    "foreign with a proof": lambda path: path.write_bytes(proven(b"no value at all")),
    "a value cut off with a proof": lambda path: path.write_bytes(proven(b"(\x02\0\0\0i")),
    "a folder": becomes_a_folder,
    "a link": becomes_a_link,
}


def root(packs: dict[str, str]) -> Any:
    """A root that names its packs."""
    return ("one", packs)


def kept(cache: Cache, packs: dict[str, Any], held: dict[str, str] | None = None) -> dict[str, str]:
    """The digests of packs that the disk took."""
    now = cache.keep(packs, held or {}, root)
    assert now is not None
    return now


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return tmp_path / ".cache/memory"


@pytest.fixture(name="cache")
def _cache(folder: Path) -> Cache:
    """A cache in which the packs were kept."""
    cache = Cache(str(folder))
    cache.keep(PACKS, {}, root)
    return cache


def test_what_was_kept_is_read_back(cache: Cache) -> None:
    """By another cache of the folder too; bytes, lone surrogates and all."""
    _, packs = Cache(cache.folder).root()

    assert packs.keys() == PACKS.keys()
    assert PACKS == {name: cache.pack(name, digest) for name, digest in packs.items()}


def test_nothing_is_read_where_nothing_was_kept(folder: Path) -> None:
    """That is no reason to fail, and not to say that something was lost."""
    cache = Cache(str(folder))

    assert (None, False) == (cache.root(), cache.is_there())
    assert cache.pack("texts-a", "00" * 16) is None


@pytest.mark.parametrize("how", DAMAGES)
def test_a_root_that_is_damaged_is_none(cache: Cache, how: str) -> None:
    """In whichever way; it is known that one was there, unless it is gone."""
    path = Path(cache.folder, "root")
    DAMAGES[how](path)

    assert (None, how != "missing") == (cache.root(), cache.is_there())


@pytest.mark.parametrize("how", DAMAGES)
def test_a_pack_that_is_damaged_is_none_and_is_made_whole(cache: Cache, how: str) -> None:
    """The next to keep the same value writes it anew: it would be missed for ever otherwise."""
    _, packs = cache.root()
    (path,) = Path(cache.folder).glob("texts-a.*")
    DAMAGES[how](path)

    assert cache.pack("texts-a", packs["texts-a"]) is None
    assert PACKS["steps-b"] == cache.pack("steps-b", packs["steps-b"])
    cache.keep({"texts-a": PACKS["texts-a"]}, {"steps-b": packs["steps-b"]}, root)
    _, again = cache.root()
    assert packs == again
    assert PACKS["texts-a"] == cache.pack("texts-a", packs["texts-a"])


def test_who_stays_sees_a_pack_that_another_one_made_whole(cache: Cache) -> None:
    """The same value has the same name, damaged or not."""
    _, packs = cache.root()
    (path,) = Path(cache.folder).glob("texts-a.*")
    path.write_bytes(b"")
    stays = Cache(cache.folder, {})
    assert stays.pack("texts-a", packs["texts-a"]) is None

    Cache(cache.folder).lay({"texts-a": PACKS["texts-a"]})

    assert PACKS["texts-a"] == stays.pack("texts-a", packs["texts-a"])


def test_who_stays_does_not_hold_what_passes(folder: Path) -> None:
    """It is read each time, and is none when it is damaged meanwhile."""
    loaded: Loaded = {}
    cache = Cache(str(folder), loaded)
    digest = kept(Cache(str(folder)), PACKS)["texts-a"]

    assert PACKS["texts-a"] == cache.pack("texts-a", digest, is_held=False)
    assert {} == loaded
    (folder / f"texts-a.{digest}").write_bytes(b"")
    assert cache.pack("texts-a", digest, is_held=False) is None


def test_no_bit_can_flip(cache: Cache) -> None:
    """Any one of a root, any one of a pack."""
    _, packs = cache.root()
    (path,) = Path(cache.folder).glob("steps-b.*")
    seen: list[Any] = []
    ways: dict[Path, Callable[[], Any]] = {
        path: lambda: cache.pack("steps-b", packs["steps-b"]),
        Path(cache.folder, "root"): cache.root,
    }
    for target, read in ways.items():
        body = target.read_bytes()
        for bit in range(len(body) * 8):
            flipped = bytearray(body)
            flipped[bit // 8] ^= 1 << bit % 8
            target.write_bytes(flipped)
            seen.append(read())
        target.write_bytes(body)

    assert {None} == set(seen)
    assert cache.root() is not None


def test_a_pack_in_the_place_of_another_is_none(cache: Cache) -> None:
    """Whole and proven, it is not the one that was meant."""
    _, packs = cache.root()
    (mine,) = Path(cache.folder).glob("texts-a.*")
    (other,) = Path(cache.folder).glob("steps-b.*")
    mine.write_bytes(other.read_bytes())

    assert cache.pack("texts-a", packs["texts-a"]) is None


def test_a_root_of_before_does_not_name_packs_of_now(cache: Cache) -> None:
    """A root that came back from a backup finds nothing under the digests that it names."""
    path = Path(cache.folder, "root")
    before, (_, packs) = path.read_bytes(), cache.root()
    cache.keep({"texts-a": OTHER}, {}, root)
    path.write_bytes(before)

    assert (("one", packs), None) == (cache.root(), cache.pack("texts-a", packs["texts-a"]))


def test_packs_that_hold_stay_and_others_go(cache: Cache) -> None:
    """A pack that was not touched is not written again, and nothing is left behind."""
    _, packs = cache.root()
    (held,) = Path(cache.folder).glob("steps-b.*")
    before = held.stat()
    Path(cache.folder, "stray.part").write_bytes(b"x")

    now = kept(cache, {"texts-a": OTHER}, {"steps-b": packs["steps-b"]})

    assert {"root", *(f"{name}.{digest}" for name, digest in now.items())} == {
        path.name for path in Path(cache.folder).iterdir()
    }
    assert (before.st_ino, before.st_mtime_ns) == (held.stat().st_ino, held.stat().st_mtime_ns)
    assert cache.pack("texts-a", now["texts-a"]) == OTHER


@pytest.mark.parametrize("packs", [{}, {"texts-a": "另一份"}])
def test_who_only_looks_changes_nothing(cache: Cache, packs: dict[str, Any]) -> None:
    """Neither by keeping something or nothing, nor by forgetting."""
    files = {path.name: path.read_bytes() for path in Path(cache.folder).iterdir()}
    closed = Closed(cache.folder)
    closed.keep(packs, {}, root)
    closed.forget()

    assert files == {path.name: path.read_bytes() for path in Path(cache.folder).iterdir()}


def test_what_is_one_is_one_when_it_is_brought(cache: Cache) -> None:
    """And is written once: thousands of steps have asked the same."""
    question = ("month", "2026-08" * 99)
    now = kept(cache, {"p": {"a": (question,), "b": (question,)}})
    (path,) = Path(cache.folder).glob("p.*")
    found = Cache(cache.folder).pack("p", now["p"])

    assert found == {"a": (question,), "b": (question,)}
    assert found["a"][0] is found["b"][0]
    assert path.stat().st_size < 2 * len(question[1])


@pytest.mark.parametrize("verb", ["make_folder", "write", "replace"])
def test_a_full_disk_is_no_reason_to_fail(
    cache: Cache, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever step it fails at: from then on nothing is remembered, and nothing wrong."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(disk, verb, full)
    assert cache.keep({"texts-a": OTHER}, {}, root) is None
    monkeypatch.undo()

    assert (None, False) == (cache.root(), cache.is_there())
    cache.keep(PACKS, {}, root)
    _, packs = cache.root()
    assert PACKS == {name: cache.pack(name, digest) for name, digest in packs.items()}


def test_it_is_told_that_nothing_is_kept_where_the_old_root_stays(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can neither be replaced nor removed: whoever believed it would believe what is no more."""

    def refused(*_: object) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(disk, "replace", refused)
    monkeypatch.setattr(disk, "remove", refused)

    assert cache.keep({"texts-a": OTHER}, {}, root) is None


def test_packs_that_cannot_be_removed_are_in_nobodys_way(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing names them any more: what is kept now holds, and they go when the disk lets go."""

    def refused(path: str) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), path)

    monkeypatch.setattr(os, "remove", refused)
    cache.keep({"texts-a": OTHER}, {}, root)
    monkeypatch.undo()
    _, packs = cache.root()
    left = len(list(Path(cache.folder).iterdir()))
    cache.keep({"texts-a": OTHER}, {}, root)

    assert ({"texts-a"}, OTHER) == (packs.keys(), cache.pack("texts-a", packs["texts-a"]))
    assert (4, 2) == (left, len(list(Path(cache.folder).iterdir())))


def test_a_disk_that_fails_at_any_write_leaves_all_or_nothing(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The root is written last and in one step."""
    write, left = disk.write, 0
    seen: list[Any] = []

    def failing(path: str, body: bytes) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            write(path, body[: len(body) // 2])
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        write(path, body)

    monkeypatch.setattr(disk, "write", failing)
    for left in range(4):
        cache.keep({name: {**value, "": left} for name, value in PACKS.items()}, {}, root)
        seen.append(cache.root())

    assert [None, None, None] == seen[:3]
    _, packs = seen[3]
    assert [3, 3] == [cache.pack(name, digest)[""] for name, digest in packs.items()]


def test_a_pack_that_the_disk_refused_is_not_among_those_laid(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who lays them knows which ones a root may name."""
    write = disk.write

    def failing(path: str, body: bytes) -> None:
        if "steps-b" in path:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
        write(path, body)

    monkeypatch.setattr(disk, "write", failing)

    assert {"texts-a"} == Cache(str(folder)).lay(PACKS).keys()


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail(tmp_path: Path) -> None:
    """A file stands where it would be."""
    (tmp_path / ".cache").write_bytes(b"mine")
    cache = Cache(str(tmp_path / ".cache/memory"))

    cache.keep(PACKS, {}, root)

    assert (None, False) == (cache.root(), cache.is_there())
    assert (tmp_path / ".cache").read_bytes() == b"mine"
