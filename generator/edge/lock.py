"""One build at a time: a lock that the kernel takes away from whoever dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from generator.edge import clock, disk
from generator.edge.fault import faults, shown
from generator.edge.holding import take
from generator.edge.store import Store
from generator.values.place import Place
from generator.values.problem import Problem, Stop

_FACTS = ("pid", "host", "since", "at")


@contextmanager
def locked(store: Store, held: int | None = None) -> Iterator[None]:
    """Hold the site for one build; while another holds it, stop with 75 and say who.

    `held` is the lock's open file, if we have it already: another one would let go of both.
    """
    file = _open(store) if held is None else held
    try:
        with faults(store):
            if held is None and not take(file):
                raise _busy(store)
            sign(store)
        try:
            yield
        finally:
            with suppress(OSError):
                disk.remove(store.holder)
    finally:
        os.close(file)


def _open(store: Store) -> int:
    with faults(store):
        if disk.kind(store.releases) is None:
            disk.make_folder(store.releases)
        return disk.open_lock(store.lock)


def sign(store: Store, at: str = "") -> None:
    """Leave word of who builds, and `at` which address that is found, if at any.

    A full disk is no reason not to build, the lock itself holds.
    """
    since = clock.wall()
    with suppress(OSError):
        disk.remove(store.holder)
        disk.write(store.holder, f"{os.getpid()}\n{machine()}\n{since}\n{at}".encode())


def machine() -> str:
    """What this machine is called."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "?")
    return os.uname().nodename


def _busy(store: Store) -> Stop:
    words: list[str] = []
    with suppress(OSError):
        words = disk.read(store.holder).decode(errors="replace").splitlines()
    facts = zip(_FACTS, (*words, *"???"[len(words) :]), strict=False)
    return Stop(Problem("disk/busy", Place(shown(store, store.lock)), tuple(facts)), 75)
