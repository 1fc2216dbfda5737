"""A built site goes live: all of it or nothing, and nothing is touched when nothing changed."""

import os
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from generator.edge import disk, exchange, journal
from generator.edge.difference import Difference, difference
from generator.edge.fault import faults
from generator.edge.foreign import Entries, refuse_foreign, standing
from generator.edge.path import Site, planned
from generator.edge.replacement import by_files
from generator.edge.scan import FOLDER, Looks, look
from generator.edge.store import Store
from generator.edge.tree import folders_of
from generator.values.artifact import Artifact
from generator.values.dataclass import dataclass

NOTHING: Mapping[str, bool] = MappingProxyType({})
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
    artifacts: Sequence[Artifact],
    owned: frozenset[str],
    *,
    kept: Mapping[str, bool] = NOTHING,
    durable: bool = True,
) -> Committed:
    """Make `artifacts` and what is `kept` the live site, under the lock, replacing only what we `owned`.

    `kept` are files of the live site that were seen to be as they shall be, each with whether the
    tree of before is known to have the same.

    With `durable` false it is left to the system when the bytes reach the disk.
    """
    site = planned(artifacts, kept.keys())
    recover(store)
    with faults(store):
        live = standing(store)
        refuse_foreign(store, live, owned)
        alike = frozenset(path for path, is_alike in kept.items() if is_alike)
        change = replace(difference(store.output, live, site), alike=alike)
        if not change.written and not change.removed:
            disk.clear(store.staging)
            return Committed((), change.kept, (), "nothing")
        try:
            way = _go(store, site, live, change, durable=durable and store.is_lasting)
        except OSError:
            with suppress(OSError):
                journal.forget(store)
            raise
        return Committed(change.written, change.kept, change.removed, way)


@dataclass(frozen=True, slots=True)
class Amended:
    """What an amendment did to the live site, and how the sites look now: the live one, the one before."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    live: Looks
    retired: Looks


def amend(
    store: Store,
    artifacts: Sequence[Artifact],
    removed: Collection[str],
    looks: tuple[Looks, Looks],
    lag: Collection[str],
) -> Amended | None:
    """Change a few files of the live site, under the lock; None where that cannot be done in one step.

    `looks` are those of the live site and of the retired one, which differ in the files of `lag` only.
    """
    live, retired = looks
    bodies = {artifact.path: artifact.body for artifact in artifacts}
    planned(artifacts)
    with faults(store):
        if not exchange.possible(store) or disk.kind(store.retired) != "folder":
            return None
        if not exchange.amend(store, bodies, removed, lag):
            return None
    changed = {*lag, *bodies, *removed}
    now = _updated(retired, store.output, changed)
    # a file that stands in both trees was touched in both
    return Amended(
        tuple(sorted(bodies)), tuple(sorted(removed)), now, _updated(live, store.retired, changed)
    )


def _updated(looks: Looks, root: str, changed: Collection[str]) -> Looks:
    """The looks of a tree in which these files and their folders may have changed."""
    folders = {f"{one}/" for one in folders_of(changed)}
    now = {path: one for path, one in looks.items() if path not in changed and path not in folders}
    now |= {path: found for path in changed if (found := look(f"{root}/{path}"))}
    return now | {one: FOLDER for one in folders if disk.kind(f"{root}/{one}".rstrip("/"))}


def _go(
    store: Store,
    site: Site,
    live: Entries,
    change: Difference,
    *,
    durable: bool,
) -> Way:
    for folder in (store.releases, store.output):
        if disk.kind(folder) is None:
            disk.make_folder(folder)
            disk.sync(os.path.dirname(folder))
    if exchange.possible(store):
        junk: Site = dict.fromkeys(change.junk)
        kept = frozenset((*change.kept, *change.junk))
        if exchange.by_exchange(store, {**site, **junk}, kept, same=change.alike, durable=durable):
            return "exchange"
    by_files(store, site, live, change)
    return "files"
