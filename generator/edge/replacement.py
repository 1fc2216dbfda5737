"""The commit by files, for folders that cannot be exchanged: staged whole, promised, then done."""

import errno
import os

from generator.edge import disk, journal
from generator.edge.difference import Difference
from generator.edge.fault import faults
from generator.edge.foreign import Entries
from generator.edge.journal import Journal
from generator.edge.store import Store
from generator.edge.tree import Fresh, bring_forward, folders_of, settle, whole

_MANIFEST = "manifest.json"
_LISTS = (".json", ".xml")


def by_files(store: Store, fresh: Fresh, source: str, live: Entries, change: Difference) -> None:
    """Stage what changes, see that nothing holds it up, promise, and keep the promise.

    What is not `fresh` any more is to be had from the tree `source`.
    """
    changed = frozenset(change.written)
    bring_forward(store.staging, changed, fresh, source)
    settle(store.staging, whole(changed), modes=True)
    _check_room(store, changed)
    for path in (*change.written, *change.removed):
        disk.lets_go(f"{store.output}/{path}")
    promise = _promise(live, change)
    journal.write(store, promise)
    with faults(store, live="part"):
        journal.keep(store, promise)


def _check_room(store: Store, changed: frozenset[str]) -> None:
    """Another disk than the staging's gets copies: it must have room before the first goes."""
    if disk.device(store.output) == disk.device(store.releases):
        return
    if disk.room(store.output) < sum(disk.size(f"{store.staging}/{path}") for path in changed):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), store.output)


def _promise(live: Entries, change: Difference) -> Journal:
    """Order the steps for readers: what pages need, pages, lists of them, manifest, removals."""
    gone = {*change.removed, *change.left}
    clear = _in_the_way(live, gone, frozenset(change.written))
    standing = {path for path, kind in live if kind == "folder"} - clear
    return Journal(
        clear=tuple(sorted(clear, reverse=True)),
        folders=tuple(sorted(folders_of(change.written) - standing)),
        placed=tuple(sorted(change.written, key=_turn)),
        removed=tuple(sorted(gone - clear, reverse=True)),
    )


def _in_the_way(live: Entries, gone: set[str], written: frozenset[str]) -> set[str]:
    """Find files where folders come, folders where files come, names that differ only in case."""
    needed = folders_of(written)
    coming = written | needed
    folded = {path.casefold() for path in coming}
    found = set()
    for path, kind in live:
        steps = {path, *folders_of((path,))}
        turns = (path in needed and kind == "file") or bool(
            written & (steps if kind == "folder" else steps - {path})
        )
        shadows = path in gone and any(step.casefold() in folded for step in steps - coming)
        if turns or shadows:
            found.add(path)
    return found


def _turn(path: str) -> tuple[int, int, str]:
    """Sort key: a file before those that point to it, deep lists before the front page."""
    name = path.rpartition("/")[2]
    if path == _MANIFEST:
        rank = 3
    elif name == "index.html" or name.endswith(_LISTS):
        rank = 2
    else:
        rank = 1 if name.endswith(".html") else 0
    return (rank, -path.count("/"), path)
