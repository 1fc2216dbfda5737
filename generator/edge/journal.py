"""The promise to finish a commit by files: once it is on the disk, every command keeps it."""

import errno
from dataclasses import asdict

from generator.edge import disk
from generator.edge.path import sound
from generator.edge.store import Store
from generator.values.dataclass import dataclass

_PART = ".gongkai-part"


@dataclass(frozen=True, slots=True)
class Journal:
    """What is to be done to the live tree, in this order; a run that was cut off is done again.

    `clear` stands in the way of what comes; `placed` files wait under `.releases/staging`.
    """

    clear: tuple[str, ...]
    folders: tuple[str, ...]
    placed: tuple[str, ...]
    removed: tuple[str, ...]


def write(store: Store, journal: Journal) -> None:
    """Promise: from here on the commit is rolled forward, whatever happens."""
    import json  # noqa: PLC0415 - the fast path exchanges trees and promises nothing

    disk.put(store.journal, json.dumps(asdict(journal), ensure_ascii=True).encode())


def read(store: Store) -> Journal | None:
    """Find the open promise, if there is one; one that makes no sense was none of ours."""
    if disk.kind(store.journal) != "file":
        return None
    import json  # noqa: PLC0415 - read only after an interrupted commit

    try:
        promised = json.loads(disk.read(store.journal))
        journal = Journal(**{part: tuple(paths) for part, paths in promised.items()})
        paths = (*journal.clear, *journal.folders, *journal.placed, *journal.removed)
        return journal if all(map(sound, paths)) else None
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def keep(store: Store, journal: Journal) -> None:
    """Do what was promised, or the rest of it, and forget the promise."""
    # Once a placed file has left, what stood in its way is gone, and its name may be the new one's.
    if all(disk.kind(f"{store.staging}/{path}") for path in journal.placed):
        for path in journal.clear:
            disk.remove(f"{store.output}/{path}")
    for path in journal.folders:
        disk.make_folder(f"{store.output}/{path}")
    for path in journal.placed:
        _place(f"{store.staging}/{path}", f"{store.output}/{path}")
    for path in journal.removed:
        disk.remove(f"{store.output}/{path}")
    _settle(store.output, journal)
    forget(store)


def _place(staged: str, target: str) -> None:
    if disk.kind(staged) is None:
        return  # an interrupted run was here already
    try:
        disk.replace(staged, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # Another file system: beside the target first, under a name as short as any page's.
        part = target.rpartition("/")[0] + "/" + _PART
        disk.remove(part)
        disk.write(part, disk.read(staged))
        disk.sync(part)
        disk.replace(part, target)


def _settle(output: str, journal: Journal) -> None:
    changed = {
        path.rpartition("/")[0] for path in (*journal.clear, *journal.placed, *journal.removed)
    }
    changed |= {"", *journal.folders, *(path.rpartition("/")[0] for path in journal.folders)}
    for folder in sorted(changed, reverse=True):
        path = f"{output}/{folder}".rstrip("/")
        if disk.kind(path) == "folder":
            disk.sync(path)


def forget(store: Store) -> None:
    """Remove the promise for good, and only then the files that it would place."""
    disk.remove(store.journal)
    disk.sync(store.releases)
    disk.clear(store.staging)
