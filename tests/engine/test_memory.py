"""What a build remembers of the one before: on a shelf that may keep, lose or spoil it."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.engine.memory import ForgottenError, Memory, Packs


class Shelf:
    """Keeps in memory what a folder would keep on the disk; the digest is a number that goes up."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Any] = {}
        self.last: Any = None
        self.written: list[str] = []
        self.held: list[str] = []
        self.there = False
        self.gone: list[str] = []
        self.refused = ""

    def root(self) -> Any:
        """What was kept last."""
        return self.last

    def is_there(self) -> bool:
        """Whether anything was kept, or something else stands there."""
        return self.there

    def pack(self, name: str, digest: str, *, is_held: bool = True) -> Any:
        """A pack, unless it was lost."""
        self.held += [name] if is_held else []
        return self.kept.get((name, digest))

    def lay(self, packs: Mapping[str, Any]) -> Packs:
        """Write them, and say under which digests."""
        now: Packs = {}
        for name, value in packs.items():
            if name == self.refused:
                continue
            self.written.append(name)
            now[name] = str(len(self.kept))
            self.kept[name, now[name]] = dict(value)
        return now

    def let_go(self, name: str) -> None:
        """Nothing is in hand here."""
        self.gone.append(name)

    def keep(self, packs: Mapping[str, Any], held: Packs, root: Callable[[Packs], Any]) -> Packs:
        """Keep them, and say under which digests."""
        now = held | self.lay(packs)
        self.last, self.there = root(now), True
        return now


@pytest.fixture(name="shelf")
def _shelf() -> Shelf:
    """A shelf with a memory of version 1 on it."""
    shelf = Shelf()
    memory = Memory(shelf, "1")
    memory.put("texts-a", {"甲": 1})
    memory.put("texts-b", {"乙": 2})
    memory.put("live", {"index.html": 3})
    memory.root["at"] = 7
    memory.keep()
    shelf.written.clear()
    return shelf


def test_what_one_process_laid_another_one_keeps(shelf: Shelf) -> None:
    """A family by itself, the rest by the other; what is no more is not there next time."""
    one, other = Memory(shelf, "1"), Memory(shelf, "1")
    one.put("texts-a", {"甲": 4})
    one.put("texts-b", {})
    one.put("live", {"index.html": 5})
    other.put("live", {"index.html": 6})
    laid = one.lay("texts")
    assert ["texts-a"] == shelf.written

    other.keep(lambda: laid)
    after = Memory(shelf, "1")
    assert ["texts-a", "live"] == shelf.written
    assert {"甲": 4} == after.pack("texts-a")
    assert {"index.html": 6} == after.pack("live")
    assert ["texts-a"] == after.names("texts")


def test_what_was_laid_here_is_not_written_twice(shelf: Shelf) -> None:
    """And a pack that is said to be no more is none."""
    memory = Memory(shelf, "1")
    memory.put("texts-a", {"甲": 4})
    laid = memory.lay("texts")
    memory.keep(lambda: laid | {"texts-b": ""})

    assert ["texts-a"] == shelf.written
    assert ["texts-a"] == Memory(shelf, "1").names("texts")


@pytest.mark.parametrize("refused", ["texts-a", "texts-c"])
def test_a_pack_that_the_disk_refused_is_not_taken_for_one_that_is_no_more(
    shelf: Shelf, refused: str
) -> None:
    """Of before or new: who lays the others learns it, and nothing is there next time."""
    shelf.refused = refused
    memory = Memory(shelf, "1")
    memory.put("texts-a", {"甲": 4})
    memory.put("texts-b", {})
    memory.put("texts-c", {"丙": 5})

    with pytest.raises(ForgottenError, match=refused):
        memory.lay("texts")

    memory.drop()
    after = Memory(shelf, "1")
    assert ([], {}, True) == (after.names("texts"), after.root, memory.is_dropped)


def test_a_copy_whose_pack_the_disk_refused_leaves_the_one_of_before(shelf: Shelf) -> None:
    """It says so, and there is nothing to hold."""
    shelf.refused = "texts-a"
    memory = Memory(shelf, "1")

    assert not memory.lay_one("texts-a", {"甲": 7})

    memory.keep()
    assert {"甲": 1} == Memory(shelf, "1").pack("texts-a")


def test_what_a_copy_wrote_is_held_where_it_is_kept(shelf: Shelf) -> None:
    """It takes the place of the pack of that name, and nobody writes it twice."""
    memory = Memory(shelf, "1")
    assert {"甲": 1} == memory.pack("texts-a")
    digest = Memory(shelf, "1").lay_one("texts-a", {"甲": 7})
    assert {"甲": 1} == Memory(shelf, "1").pack("texts-a")

    memory.hold("texts-a", digest)
    assert {"甲": 7} == memory.pack("texts-a")
    memory.keep()

    assert ["texts-a"] == shelf.written
    assert {"甲": 7} == Memory(shelf, "1").pack("texts-a")
    assert {"乙": 2} == Memory(shelf, "1").pack("texts-b")


def test_what_was_laid_by_itself_is_not_kept_in_hand(shelf: Shelf) -> None:
    """Neither by the memory nor by who wrote it."""
    Memory(shelf, "1").lay_one("texts-c", {"丙": 3})

    assert ["texts-c"] == shelf.gone


def test_what_is_asked_for_once_is_not_held(shelf: Shelf) -> None:
    """Each time it is brought; but what was put, or is at hand, is as it is here."""
    memory = Memory(shelf, "1")
    assert {"甲": 1} == memory.passing("texts-a") == memory.passing("texts-a")
    assert {} == memory.passing("texts-z")
    assert [] == shelf.held

    memory.put("texts-a", {"甲": 9})
    assert {"甲": 9} == memory.passing("texts-a")
    assert {"乙": 2} == memory.pack("texts-b") == memory.passing("texts-b")
    assert ["texts-b"] == shelf.held
    shelf.kept.clear()
    with pytest.raises(ForgottenError):
        Memory(shelf, "1").passing("texts-a")


def test_every_value_of_a_family_stands_in_its_pack(shelf: Shelf) -> None:
    """Packs that have none any more go; those that are the same are not written."""
    memory = Memory(shelf, "1")
    memory.renew_all(
        "texts", {"甲": 1, "丙": 5}, lambda key: f"texts-{'a' if key == '甲' else 'c'}"
    )
    memory.keep()

    assert ["texts-c"] == shelf.written
    after = Memory(shelf, "1")
    assert {"texts-a", "texts-c"} == {*after.names("texts")}
    assert {"丙": 5} == after.pack("texts-c")


def test_packs_are_told_in_one_order_in_every_process() -> None:
    """Who goes through them comes to the same end each time: also to the same reason, of several."""
    shelf = Shelf()
    memory = Memory(shelf, "1")
    named = [f"texts-{number:02}" for number in range(40)]
    for name in reversed(named):
        memory.put(name, {"甲": 1})
    memory.keep()

    assert named == memory.names("texts")
    assert named == Memory(shelf, "1").names("texts")


def test_what_was_put_and_kept_is_there_next_time(shelf: Shelf) -> None:
    """Packs by their names, and what the root holds."""
    memory = Memory(shelf, "1")

    assert {"甲": 1} == memory.pack("texts-a")
    assert {"at": 7} == memory.root
    assert {"texts-a", "texts-b"} == set(memory.names("texts"))
    assert not memory.is_dropped


def test_what_was_never_kept_is_empty(shelf: Shelf) -> None:
    """A pack of another name, and everything of a first build."""
    assert {} == Memory(shelf, "1").pack("steps-site")
    first = Memory(Shelf(), "1")
    assert ({}, {}, [], False) == (
        first.pack("live"),
        first.root,
        first.names("texts"),
        first.is_dropped,
    )


def test_what_was_put_is_had_at_once_and_lasts_only_when_kept(shelf: Shelf) -> None:
    """So that a build which comes to nothing has changed nothing."""
    memory = Memory(shelf, "1")
    memory.put("texts-a", {"甲": 9})
    memory.put("texts-c", {"丙": 4})

    assert {"甲": 9} == memory.pack("texts-a")
    assert {"texts-a", "texts-b", "texts-c"} == set(memory.names("texts"))
    assert {"甲": 1} == Memory(shelf, "1").pack("texts-a")
    memory.keep()
    assert {"甲": 9} == Memory(shelf, "1").pack("texts-a")


def test_what_was_not_put_is_neither_written_nor_lost(shelf: Shelf) -> None:
    """Not even when it was looked at; a second keeping writes nothing more."""
    memory = Memory(shelf, "1")
    assert {"乙": 2} == memory.pack("texts-b")
    memory.put("texts-a", {"甲": 9})
    memory.keep()
    memory.keep()

    assert ["texts-a"] == shelf.written
    assert {"乙": 2} == Memory(shelf, "1").pack("texts-b")


def test_an_empty_pack_is_none(shelf: Shelf) -> None:
    """It is not kept, and its name is gone from the next memory."""
    memory = Memory(shelf, "1")
    memory.put("texts-a", {})
    memory.keep()

    assert [] == shelf.written
    assert ["texts-b"] == Memory(shelf, "1").names("texts")


def test_another_version_remembers_nothing(shelf: Shelf) -> None:
    """That is as it should be: nobody is told that something was dropped."""
    memory = Memory(shelf, "2")

    assert ([], {}, {}) == (memory.names("texts"), memory.root, memory.pack("texts-a"))
    memory.put("texts-a", {"甲": 5})
    memory.keep()
    assert {"甲": 5} == Memory(shelf, "2").pack("texts-a")
    assert {} == Memory(shelf, "2").pack("texts-b")


@pytest.mark.parametrize("root", [None, 5, "1", (), ("1",), ("1", [], {}), (1, {}, {}), {"1": 1}])
def test_a_root_of_another_shape_is_nothing(shelf: Shelf, root: object) -> None:
    """Whatever was put there; it is dropped where it cannot be read at all."""
    shelf.last = root
    memory = Memory(shelf, "1")

    assert ({}, {}) == (memory.pack("texts-a"), memory.root)
    assert memory.is_dropped == (root is None)


def test_a_pack_that_is_lost_ends_the_belief(shelf: Shelf) -> None:
    """One that the root names and that is not there: with it goes everything."""
    shelf.kept = {key: value for key, value in shelf.kept.items() if key[0] != "texts-b"}
    memory = Memory(shelf, "1")
    assert {"甲": 1} == memory.pack("texts-a")

    with pytest.raises(ForgottenError):
        memory.pack("texts-b")

    blank = memory.blank()
    assert ({}, {}, {}) == (blank.pack("texts-a"), blank.pack("texts-b"), blank.root)
    assert blank.is_dropped


def test_what_a_blank_memory_keeps_is_all_there_is(shelf: Shelf) -> None:
    """Nothing of before is left beside it."""
    blank = Memory(shelf, "1").blank()
    blank.put("texts-a", {"甲": 6})
    blank.keep()
    memory = Memory(shelf, "1")

    assert ({"甲": 6}, {}, {}) == (memory.pack("texts-a"), memory.pack("live"), memory.root)
    assert not memory.is_dropped
