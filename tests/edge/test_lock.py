"""One build at a time, and a dead builder holds nobody up."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import generator
from generator.edge.lock import locked
from generator.edge.store import Store
from generator.edge.untouched import hold
from generator.values.problem import Stop

ROOT = os.path.dirname(os.path.dirname(generator.__file__))

HOLD = """
import sys
from generator.edge.lock import locked
from generator.edge.store import Store
from generator.edge.untouched import hold

with locked(Store(sys.argv[1], sys.argv[2], "output")):
    print("held", flush=True)
    sys.stdin.read()
"""

HOLD_WITH_A_CHILD = """
import os, sys
from generator.edge.lock import locked
from generator.edge.store import Store
from generator.edge.untouched import hold

with locked(Store(sys.argv[1], sys.argv[2], "output")):
    if os.fork():
        print("held", flush=True)
    sys.stdin.read()
"""

Holder = subprocess.Popen[str]


@contextmanager
def _holder(store: Store, script: str = HOLD) -> Iterator[Holder]:
    command = [sys.executable, "-c", script, store.output, store.releases]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": ROOT},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_second_build_stops_and_says_who_builds(store: Store) -> None:
    """With 75, the code that scripts try again on."""
    with _holder(store) as holder, pytest.raises(Stop) as stop, locked(store):
        pass

    facts = dict(stop.value.problem.facts)
    assert stop.value.exit_code == 75
    assert stop.value.problem.code == "disk/busy"
    assert str(stop.value.problem.place) == ".releases/lock"
    assert str(holder.pid) == facts["pid"]
    assert facts["host"] not in {"", "?"}
    assert len(facts["since"]) == 19


def test_a_holder_without_a_word_is_busy_all_the_same(store: Store) -> None:
    """The word is a courtesy, the lock is the kernel's."""
    with _holder(store):
        os.remove(store.holder)
        with pytest.raises(Stop) as stop, locked(store):
            pass

    assert dict(stop.value.problem.facts) == {"pid": "?", "host": "?", "since": "?"}


def test_a_finished_build_leaves_the_lock_free(store: Store) -> None:
    """Twice in a row, and no word of who held it stays."""
    for _ in range(2):
        with locked(store):
            assert Path(store.holder).read_text("utf-8").startswith(f"{os.getpid()}\n")

        assert os.listdir(store.releases) == ["lock"]


def test_a_failed_build_leaves_the_lock_free(store: Store) -> None:
    """Whatever it failed of."""
    with pytest.raises(RuntimeError), locked(store):
        raise RuntimeError

    assert os.listdir(store.releases) == ["lock"]
    with locked(store), _refused(store):
        pass


@contextmanager
def _refused(store: Store) -> Iterator[None]:
    command = [sys.executable, "-c", HOLD, store.output, store.releases]
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": ROOT},
    )
    assert "disk/busy" in done.stderr
    yield


def test_the_lock_of_a_killed_builder_is_free_at_once(store: Store) -> None:
    """Nobody has to know of a file to delete."""
    with _holder(store) as holder:
        holder.kill()
        holder.wait()
        with locked(store):
            assert Path(store.holder).read_text("utf-8").startswith(f"{os.getpid()}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
def test_a_killed_builders_workers_do_not_hold_its_lock(store: Store) -> None:
    """They may live on for a while, waiting for work."""
    with _holder(store, HOLD_WITH_A_CHILD) as holder:
        holder.kill()
        holder.wait()
        with locked(store):
            pass


def test_a_lock_that_cannot_be_made_is_the_disks_fault(store: Store) -> None:
    """A file where `.releases/` should be: 74, and it is named."""
    Path(store.releases).write_text("x", "utf-8")

    with pytest.raises(Stop) as stop, locked(store):
        pass

    assert stop.value.exit_code == 74
    assert str(stop.value.problem.place) == ".releases/lock"


def test_what_fails_under_the_lock_is_not_the_locks_fault(store: Store) -> None:
    """An error of the build itself passes through as it is."""
    with pytest.raises(FileNotFoundError), locked(store):
        Path(store.output, "nothing").read_bytes()


def test_who_holds_the_lock_already_goes_on_under_it(store: Store) -> None:
    """Another file of it would let go of both when it is closed."""
    with locked(store):
        pass
    file = hold(store.releases)
    assert file is not None
    with locked(store, file):
        assert Path(store.holder).read_text("utf-8").startswith(f"{os.getpid()}\n")
        with _refused(store):
            pass
    again = hold(store.releases)
    assert again is not None
    os.close(again)


def test_what_another_builder_holds_is_not_held(store: Store) -> None:
    """Nor is there anything to hold where nobody has built yet."""
    assert hold(store.releases) is None
    with _holder(store):
        assert hold(store.releases) is None
