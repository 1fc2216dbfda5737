"""The commit in one step: the retired tree becomes the site, the site becomes the retired tree."""

import errno
import os
from collections.abc import Collection, Iterable

from generator.edge import disk
from generator.edge.fault import faults
from generator.edge.store import Store
from generator.edge.tree import Fresh, Touched, bring_forward, date_alike, settle, whole
from generator.edge.tree import amend as amended

# How file systems and kernels say that they do not exchange these two folders.
_REFUSALS = frozenset(
    {
        errno.EBUSY,
        errno.EXDEV,
        errno.EINVAL,
        errno.ENOSYS,
        errno.ENOTSUP,
        errno.EOPNOTSUPP,
        errno.EPERM,
    }
)


def possible(store: Store) -> bool:
    """Whether it is worth trying: Windows cannot, and a mount point cannot change its name."""
    if os.name == "nt" or disk.is_mount(store.output):
        return False
    return disk.device(store.output) == disk.device(store.releases)


def by_exchange(
    store: Store,
    site: frozenset[str],
    fresh: Fresh,
    *,
    alike: frozenset[str],
    durable: bool,
) -> bool:
    """Commit a whole `site` in one step; False if these folders refuse to be exchanged.

    What is not `fresh` is kept from the live site; some of this is `alike` in both trees.
    """
    kept = site - fresh.files
    settled = _take_base(store)
    alike = alike if settled else frozenset()
    touched = bring_forward(store.staging, site, fresh, store.output, alike)
    date_alike(store.staging, store.output, kept - alike)
    if durable:
        settle(store.staging, touched if settled else whole(site), modes=not settled)
    disk.replace(store.staging, store.retired)
    return _exchange(store, durable=durable)


def bring(store: Store, fresh: Fresh, removed: Collection[str], lag: Iterable[str]) -> Touched:
    """Bring the retired tree forward, under work, where it differs from the site in `lag` only."""
    disk.clear(store.staging)
    disk.replace(store.retired, store.staging)
    return amended(store.staging, store.output, fresh, removed, lag)


def show(store: Store, touched: Touched) -> bool:
    """Commit in one step what was brought forward; False if these folders refuse."""
    if store.is_lasting:
        settle(store.staging, touched)
    disk.replace(store.staging, store.retired)
    return _exchange(store, durable=store.is_lasting)


def _take_base(store: Store) -> bool:
    """Put a tree under work; answer whether all that it holds has reached the disk."""
    if disk.kind(store.retired) is not None:
        disk.clear(store.staging)
        disk.replace(store.retired, store.staging)
        return True
    return disk.kind(store.staging) is None


def _exchange(store: Store, *, durable: bool) -> bool:
    from generator.edge import system  # noqa: PLC0415 - an unchanged build needs no ctypes

    try:
        system.exchange(store.retired, store.output)
    except OSError as error:
        if error.errno in _REFUSALS:
            return False
        raise
    try:
        if durable:
            disk.sync(os.path.dirname(store.output))
            disk.sync(store.releases)
    except OSError:
        # Nobody knows which site a power cut would leave: back to the one that was there.
        with faults(store, live="new"):
            system.exchange(store.retired, store.output)
        raise
    return True
