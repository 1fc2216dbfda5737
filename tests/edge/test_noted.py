"""The note on the disk: what is read is what was written last, or nothing."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TREES = ("content", "output")
FOLDERS = [f"{name}/" for name in "abcdefghijklmnop"]


def process() -> ModuleType:
    """The module as another process has it: nothing was read or written there."""
    spec = importlib.util.find_spec("generator.edge.noted")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def note(number: int = 0, **changed: dict[str, Any]) -> dict[str, Any]:
    """A note of sixteen folders of some size a tree, but for those of a tree that are `changed`."""
    every = {one: (f"{one}1/{one}2", bytes(400)) for one in FOLDERS}
    trees = {name: every | changed.get(name, {}) for name in (*TREES, "retired")}
    trees = {name: {one: it for one, it in its.items() if it} for name, its in trees.items()}
    retired = trees.pop("retired")
    return {"id": str(number), "looks": trees, "retired": retired, "doubtful": {}}


ONE = {"a/": ("x", bytes(24))}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.dictionaries(
                st.sampled_from((*TREES, "retired")),
                st.dictionaries(
                    st.sampled_from((*FOLDERS, "new/")),
                    st.sampled_from((None, ("y", bytes(24)), ("z", bytes(2400)))),
                ),
            ),
            st.booleans(),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_what_is_read_is_what_was_written_last(
    tmp_path: Path, script: list[tuple[dict[str, Any], bool]]
) -> None:
    """Folders that come, change and go; by the process that wrote and by one that begins."""
    here = process()
    for number, (changed, is_new) in enumerate(script):
        here = process() if is_new else here
        here.read(str(tmp_path))
        here.write(str(tmp_path), note(number, **changed))

        assert note(number, **changed) == here.read(str(tmp_path))
        assert note(number, **changed) == process().read(str(tmp_path))


def test_a_small_change_leaves_the_whole_as_it_is(tmp_path: Path) -> None:
    """Or every edit would write how all files of a large site look."""
    here = process()
    here.write(str(tmp_path), note(1))
    whole = (tmp_path / "seen").read_bytes()

    here.write(str(tmp_path), note(2, content=ONE))
    small = len((tmp_path / "later").read_bytes())
    here.write(str(tmp_path), note(3))

    assert whole == (tmp_path / "seen").read_bytes()
    assert small < len(whole) / 4
    here.write(str(tmp_path), note(4, content=dict.fromkeys(FOLDERS, ("z", bytes(2400)))))
    assert whole != (tmp_path / "seen").read_bytes()


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 400])
def test_a_damaged_part_is_no_note(tmp_path: Path, damage: bytes) -> None:
    """Nor is the whole one believed, which is older than what it says is otherwise."""
    here = process()
    here.write(str(tmp_path), note(1))
    here.write(str(tmp_path), note(2, output=ONE))
    later = tmp_path / "later"
    later.write_bytes(damage + later.read_bytes()[len(damage) + 1 :])

    assert process().read(str(tmp_path)) is None
    assert here.read(str(tmp_path)) is None


def test_what_is_otherwise_than_in_another_note_is_not_added_to_this_one(tmp_path: Path) -> None:
    """It may lie there still when a whole one was written."""
    here = process()
    here.write(str(tmp_path), note(1))
    here.write(str(tmp_path), note(2, output=ONE))
    process().write(str(tmp_path), note(3))

    assert note(3) == process().read(str(tmp_path))


def test_another_process_is_heard(tmp_path: Path) -> None:
    """One that stays reads again what it did not write itself."""
    here = process()
    here.write(str(tmp_path), note(1))
    other = process()
    other.read(str(tmp_path))
    other.write(str(tmp_path), note(2, output=ONE))

    assert here.read(str(tmp_path))["id"] == "2"
    process().write(str(tmp_path), note(3))
    assert here.read(str(tmp_path))["id"] == "3"


def test_a_disk_that_takes_nothing_is_no_reason_to_fail(tmp_path: Path) -> None:
    """What stands there stays, and is read."""
    here = process()
    here.write(str(tmp_path), note(1))
    (tmp_path / "later.part").mkdir()
    (tmp_path / "seen.part").mkdir()
    here.write(str(tmp_path), note(2, output=ONE))

    assert here.read(str(tmp_path))["id"] == "1"
    here.write(str(tmp_path), note(3, content=dict.fromkeys(FOLDERS)))
    assert here.read(str(tmp_path))["id"] == "1"
