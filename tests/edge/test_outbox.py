"""Where files wait for the commit: put there by whoever makes them, gone when nothing comes of them."""

import errno
import multiprocessing
import os
import signal
import sys
from contextlib import nullcontext, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from generator.edge import disk, system
from generator.edge.commit import commit
from generator.edge.outbox import Flushing, Outbox
from generator.edge.store import Store
from generator.edge.tree import MANY
from generator.edge.workers import Start, Workers
from generator.values.problem import Stop
from tests.edge.conftest import Files, Publish

METHODS: list[Start] = ["spawn", "fork"] if sys.platform == "linux" else ["spawn"]
PAGES = {f"finance/{number % 7}/{number}.html": str(number) for number in range(40)}

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
"""The threads of pytest-xdist are nothing to the workers."""


def put(outbox: Outbox, path: str) -> int:
    """A page, put by whichever process this is."""
    outbox.put(path, PAGES[path].encode())
    return os.getpid()


def put_on_a_full_disk(outbox: Outbox, path: str) -> None:
    """The same where there is no room."""

    def write(path: str, body: bytes) -> None:
        del body
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)

    disk.write = write
    put(outbox, path)


@pytest.mark.parametrize("start", METHODS)
def test_every_worker_serves_the_same_outbox(start: Start, store: Store, files: Files) -> None:
    """What they made goes live together, and nobody had to be handed it."""
    with Outbox(store) as outbox:
        makers = {*Workers(2, start).each(partial(put, outbox), [*PAGES])}
        done = commit(store, [*PAGES], frozenset())

    assert os.getpid() not in makers
    assert tuple(sorted(PAGES)) == done.written
    assert files(store.output) == PAGES


def test_a_full_disk_is_told_by_a_worker_as_by_the_builder(store: Store) -> None:
    """One stop, that no site is there yet and no folder above it; and what was made is gone."""
    with Outbox(store) as outbox, pytest.raises(Stop) as stop:
        list(Workers(2, METHODS[-1]).each(partial(put_on_a_full_disk, outbox), [*PAGES]))

    problem = stop.value.problem
    assert ("disk/full", 74) == (problem.code, stop.value.exit_code)
    assert problem.place.path.startswith(".releases/fresh/finance/")
    assert ("live", "none") in problem.facts
    assert not os.path.lexists(store.fresh)


def test_what_the_live_site_has_is_not_written(store: Store, publish: Publish) -> None:
    """Compared byte for byte; one that is longer, or shorter, is another."""
    publish({"a.html": "a", "b.html": "b", "c/d.html": "d"})

    with Outbox(store) as outbox:
        for path, text in {"a.html": "a", "b.html": "bb", "c/d.html": "", "e.html": "e"}.items():
            outbox.put(path, text.encode())
        waiting = [path for path, kind in disk.read_tree(store.fresh) if kind == "file"]

    assert ["b.html", "c/d.html", "e.html"] == waiting


def test_what_is_not_committed_is_gone(store: Store, publish: Publish, files: Files) -> None:
    """Of a build that stopped, and of one that was killed."""
    publish({"a.html": "a"})
    with Outbox(store) as outbox:
        outbox.put("a.html", b"stopped")
    Path(store.fresh, "c").mkdir(parents=True)
    Path(store.fresh, "c/killed.html").write_text("k", "utf-8")

    publish({"a.html": "b"})

    assert files(store.output) == {"a.html": "b"}
    assert not os.path.lexists(store.fresh)


def test_a_file_that_is_nowhere_is_never_passed_over(store: Store, publish: Publish) -> None:
    """Neither made nor live, though planned: the old site stays, and somebody says so."""
    publish({"a.html": "a"})

    with pytest.raises(Stop) as stop:
        commit(store, ["a.html", "b.html"], frozenset({"a.html"}))

    assert stop.value.problem.code == "disk/io"
    assert {"a.html"} == {*os.listdir(store.output)}


def test_what_is_known_to_be_new_is_not_looked_for(store: Store, publish: Publish) -> None:
    """All else is, and lies here only where the live site does not have it byte for byte."""
    publish({"a.html": "one", "b.html": "two"})

    with Outbox(store) as outbox:
        outbox.put("a.html", b"one")
        outbox.put("b.html", b"two", is_new=True)

        assert [path for path, _ in disk.read_tree(store.fresh)] == ["b.html"]


@pytest.mark.parametrize("is_lasting", [True, False])
def test_what_lies_here_is_brought_to_the_disk_where_the_site_shall_last(
    store: Store, monkeypatch: pytest.MonkeyPatch, *, is_lasting: bool
) -> None:
    """And what the disk says of it is told."""
    asked: list[str] = []

    def refused(folder: str) -> bool:
        asked.append(folder)
        raise OSError(errno.EIO, "lost", folder)

    monkeypatch.setattr(system, "sync_all", refused)
    with Outbox(replace(store, is_lasting=is_lasting)) as outbox:
        outbox.put("a.html", b"one")
        told = pytest.raises(Stop) if is_lasting else nullcontext()

        outbox.clear()  # meanwhile, by another process
        with told:
            assert not outbox.flush()

    assert all(map(os.path.isdir, asked))
    assert len(asked) == is_lasting


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is copied")
def test_many_files_are_on_their_way_to_the_disk_while_others_are_made(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By another process; a few, or those of a site that need not last, are left to the commit."""
    note = tmp_path / "asked"

    def asked(folder: str) -> bool:
        note.write_text(f"{os.getpid()} {folder}", "utf-8")
        return True

    monkeypatch.setattr(system, "sync_all", asked)
    workers = Workers(2, "fork")
    for its, files in ((store, MANY - 1), (replace(store, is_lasting=False), MANY)):
        with Outbox(its) as outbox, Flushing(outbox, workers) as flushing:
            flushing.begin(files)
            assert [] == multiprocessing.active_children()
    with Outbox(store) as outbox, Flushing(outbox, workers) as flushing:
        outbox.put("a.html", b"one")
        flushing.begin(MANY)
        while not note.exists() or not note.read_text("utf-8"):
            os.sched_yield()
        outbox.put("b.html", b"two")

    who, _, where = note.read_text("utf-8").partition(" ")
    assert (who != str(os.getpid()), where) == (True, store.releases)
    assert [] == multiprocessing.active_children()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is copied")
def test_whatever_ends_a_build_ends_what_brings_files_to_the_disk(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However slow the disk is, and before the files go."""
    monkeypatch.setattr(system, "sync_all", lambda _: signal.pause())
    with suppress(KeyError), Outbox(store) as outbox, Flushing(outbox, Workers(2)) as flushing:
        outbox.put("a.html", b"one")
        flushing.begin(MANY)
        raise KeyError

    assert [] == multiprocessing.active_children()
    assert not os.path.lexists(store.fresh)


@pytest.mark.parametrize("start", METHODS)
def test_who_puts_more_meanwhile_may_begin_anew(start: Start, store: Store) -> None:
    """As workers do on Windows and macOS: what they are sent holds nothing of the process beside."""
    workers = Workers(2, start)
    disk.make_folder(store.releases)  # where a build has its lock
    with Outbox(store) as outbox, Flushing(outbox, workers) as flushing:
        flushing.begin(MANY)
        makers = {*workers.each(partial(put, outbox), [*PAGES])}
        flushing.end()

    assert os.getpid() not in makers


@pytest.mark.parametrize("start", METHODS)
def test_what_the_disk_says_meanwhile_is_told(
    start: Start, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk tells once that it could not take a file: whoever asks again hears that all is well."""

    def refused(folder: str) -> bool:
        raise OSError(errno.EIO, os.strerror(errno.EIO), folder)

    monkeypatch.setattr(system, "sync_all", refused)
    with Outbox(store) as outbox, Flushing(outbox, Workers(2, start)) as flushing:
        flushing.begin(MANY)
        with pytest.raises(Stop) as stop:
            flushing.end()

    assert stop.value.problem.code == "disk/io"
