"""A built site goes live: all of it or nothing, and nothing is touched when nothing changed."""

import os
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from typing import Literal

from generator.edge import disk, exchange, journal
from generator.edge.difference import Difference, difference
from generator.edge.fault import faults
from generator.edge.foreign import Entries, refuse_foreign, standing
from generator.edge.looks import Looks, updated
from generator.edge.path import planned
from generator.edge.replacement import by_files
from generator.edge.store import Store
from generator.edge.tree import Fresh, Touched
from generator.values.dataclass import dataclass

Way = Literal["exchange", "files", "nothing"]


@dataclass(frozen=True, slots=True)
class Committed:
    """What a commit did to the live site, by sorted path, and the `way` it went."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    way: Way


def recover(store: Store) -> bool:
    """Finish the commit that an interrupted command has promised; true if there was one.

    The next command calls it under the lock, before it reads anything. Without a promise the
    live site is whole, and what lies under `.releases/staging` is only the next build's base.
    """
    with faults(store):
        disk.remove(store.journal + ".part")
        if disk.kind(store.journal) is None:
            return False
    with faults(store, live="part"):
        promise = journal.read(store)
        if promise:
            journal.keep(store, promise)
        else:
            journal.forget(store)
        return True


def commit(
    store: Store,
    paths: Collection[str],
    owned: frozenset[str],
    *,
    same: frozenset[str] = frozenset(),
    durable: bool = True,
) -> Committed:
    """Make these files the live site, under the lock, replacing only what we `owned`.

    Each of them waits in the outbox, or stands in the live site as it shall. The `same` are files
    that do, and of which the tree of before is known to have the same.

    With `durable` false it is left to the system when the bytes reach the disk.
    """
    site = planned(paths)
    recover(store)
    with faults(store):
        live = standing(store)
        refuse_foreign(store, live, owned)
        lying = _files(store.fresh)
        fresh = Fresh(store.fresh, site & lying, alone=lying <= site)
        change = difference(live, site, fresh.files, same)
        if not change.written and not change.removed:
            disk.clear(store.staging)
            return Committed((), change.kept, (), "nothing")
        try:
            way = _go(store, fresh, live, change, durable=durable and store.is_lasting)
        except OSError:
            with suppress(OSError):
                journal.forget(store)
            raise
        return Committed(change.written, change.kept, change.removed, way)


@dataclass(frozen=True, slots=True)
class Amended:
    """What an amendment does to the live site, and how the sites look then: the live one, the one before.

    `is_shared` tells whether what it brought from the one to the other is the same file in both.
    """

    written: tuple[str, ...]
    removed: tuple[str, ...]
    live: Looks
    retired: Looks
    is_shared: bool


@dataclass(frozen=True, slots=True)
class Brought:
    """An amendment that has only to go live: its files, and those that are gone.

    `looks` are those of the live site and of the retired one before it, which differed in the files of
    `lag`; what was `touched` may still be on its way to the disk.
    """

    written: frozenset[str]
    removed: frozenset[str]
    looks: tuple[Looks, Looks]
    lag: frozenset[str]
    touched: Touched


def bring(
    store: Store,
    paths: Sequence[str],
    removed: Collection[str],
    looks: tuple[Looks, Looks],
    lag: Collection[str],
) -> Brought | None:
    """Prepare to change a few files of the live site, under the lock; None where it takes more than a step.

    The files at `paths` wait in the outbox. `looks` are those of the live site and of the retired
    one, which differ in the files of `lag` only. What lies in the outbox afterwards is of no use.
    """
    fresh = Fresh(store.fresh, planned(paths))
    with faults(store):
        if not exchange.possible(store) or disk.kind(store.retired) != "folder":
            return None
        touched = exchange.bring(store, fresh, removed, lag)
    return Brought(fresh.files, frozenset(removed), looks, frozenset(lag), touched)


def show(store: Store, brought: Brought, settled: Callable[[], object] = int) -> Amended | None:
    """Let it go live in one step, when all of it is on the disk; None where these folders refuse.

    `settled` comes back when what lay in the outbox is, if somebody brings it there meanwhile.
    """
    with faults(store):
        amended = _amended(store, brought)
        settled()
        return amended if exchange.show(store, brought.touched) else None


def _amended(store: Store, brought: Brought) -> Amended:
    """What an amendment does, looked at before anybody else has it."""
    live, retired = brought.looks
    changed = brought.written | brought.removed
    now = updated(retired, store.staging, changed | brought.lag)
    # a file that stands in both trees was touched in both: not what only one of them lost or had otherwise
    before = updated(live, store.output, changed ^ brought.lag)
    files = tuple(sorted(brought.written)), tuple(sorted(brought.removed))
    return Amended(*files, now, before, brought.touched.is_shared)


def _go(
    store: Store,
    fresh: Fresh,
    live: Entries,
    change: Difference,
    *,
    durable: bool,
) -> Way:
    for folder in (store.releases, store.output):
        if disk.kind(folder) is None:
            disk.make_folder(folder)
            disk.sync(os.path.dirname(folder))
    source = store.output
    if exchange.possible(store):
        site = frozenset((*change.written, *change.kept, *change.junk))
        if exchange.by_exchange(store, site, fresh, alike=change.alike, durable=durable):
            return "exchange"
        fresh, source = Fresh(store.fresh), store.retired  # where the refused site stands whole
    by_files(store, fresh, source, live, change)
    return "files"


def _files(root: str) -> frozenset[str]:
    """The files of a tree, by relative path."""
    return frozenset(path for path, kind in disk.read_tree(root) if kind == "file")
