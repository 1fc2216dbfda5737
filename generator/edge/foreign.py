"""Files in `output/` that we did not make: never removed, never published over."""

from collections.abc import Iterator

from generator.edge import disk
from generator.edge.fault import faults
from generator.edge.store import Store
from generator.values.place import Place
from generator.values.problem import Problem, Stop

# What Windows and macOS strew into every folder that somebody looks at.
_JUNK = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_NAMED = 5

Entries = tuple[tuple[str, disk.Kind], ...]


def tolerated(path: str) -> bool:
    """Whether a file may stand in `output/` although we did not make it."""
    return path == ".gitignore" or path.rpartition("/")[2].casefold() in _JUNK


def foreign(store: Store, owned: frozenset[str]) -> tuple[str, ...]:
    """List what in `output/` is neither `owned` nor tolerated, sorted; links never are."""
    with faults(store):
        return tuple(_foreign(standing(store), owned))


def standing(store: Store) -> Entries:
    """List what stands in `output/`, which must be a real folder if it is there at all."""
    kind = disk.kind(store.output)
    if kind == "other":
        raise Stop(Problem("disk/link", Place(store.shown)), 2)
    if kind == "file":
        raise _refusal(store, (store.shown,))
    return disk.read_tree(store.output)


def refuse_foreign(store: Store, entries: Entries, owned: frozenset[str]) -> None:
    """Stop before a tree that holds a stranger's files."""
    names = tuple(_foreign(entries, owned))
    if names:
        raise _refusal(store, names)


def _foreign(entries: Entries, owned: frozenset[str]) -> Iterator[str]:
    for path, kind in entries:
        if kind == "other" or (kind == "file" and path not in owned and not tolerated(path)):
            yield path


def _refusal(store: Store, names: tuple[str, ...]) -> Stop:
    facts = (("names", ", ".join(names[:_NAMED])), ("count", str(len(names))))
    return Stop(Problem("disk/foreign", Place(store.shown), facts), 2)
