"""The one place where an error of the operating system becomes a `Stop`."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Literal

from generator.edge import disk
from generator.edge.store import Store
from generator.values.dataclass import replace
from generator.values.host import HostFault
from generator.values.place import Place
from generator.values.problem import Problem, Stop
from generator.values.text import mask_path

# No site yet, the one before the commit, the one after it, or some files of each.
Live = Literal["none", "old", "part", "new"]

_AWAY = {
    errno.ENOENT,
    errno.ENOTDIR,
    errno.ENODEV,
    errno.ENXIO,
    *(getattr(errno, name, errno.ENOENT) for name in ("ESTALE", "EHOSTDOWN", "EHOSTUNREACH")),
}
_KINDS = {
    errno.ENOSPC: "full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "full",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "readonly",
}


def said(error: OSError) -> str:
    """What a host said, or the name of the system's error."""
    if isinstance(error, HostFault):
        return error.error or dict(error.facts).get("value", error.code)
    number = error.errno or errno.EIO
    return errno.errorcode.get(number, str(number))


def is_away(error: OSError) -> bool:
    """Whether it may be the host that is gone, and not one file of it."""
    return isinstance(error, HostFault | ConnectionError | TimeoutError) or error.errno in _AWAY


@contextmanager
def faults(store: Store, live: Live = "old") -> Iterator[None]:
    """Turn a failing disk into a `Stop` that says which site is `live` now."""
    try:
        yield
    except OSError as error:
        raise Stop(_problem(store, error, live), 74) from error


@contextmanager
def as_it_stands(store: Store) -> Iterator[None]:
    """Let a `Stop` of work that knows no site speak of the one of before only where there is one."""
    try:
        yield
    except Stop as stop:
        problem, old = stop.problem, ("live", "old")
        if old not in problem.facts or not is_first(store):
            raise
        facts = tuple(("live", "none") if one == old else one for one in problem.facts)
        raise Stop(replace(problem, facts=facts), stop.exit_code) from stop


@contextmanager
def faults_there(place: Place, live: Live = "old", root: str = "") -> Iterator[None]:
    """Turn a failing host into a `Stop` that says which site is `live` there; `place` declares it.

    A file below its `root` is named from there on: no folder above the site's is ever told.
    """
    try:
        yield
    except HostFault as fault:
        facts = (("error", fault.error), ("live", live), *fault.facts)
        raise Stop(Problem(fault.code, place, facts), 76) from fault
    except OSError as error:
        number = error.errno or errno.EIO
        kind = "away" if number in _AWAY else _KINDS.get(number, "io")
        path = mask_path(_below(root, error.filename))
        facts = (("error", f"{said(error)} {path}".rstrip()), ("live", live))
        raise Stop(Problem(f"host/{kind}", place, facts), 76) from error


def _below(root: str, path: object) -> str:
    """The path of a file from the root on; empty for what is not below it."""
    if not isinstance(path, str):
        return ""
    if root and path.startswith(f"{root}/"):
        return path[len(root) :].strip("/")
    return "" if os.path.isabs(path) else path


def _problem(store: Store, error: OSError, live: Live) -> Problem:
    number = error.errno or errno.EIO
    if live == "old" and is_first(store):
        live = "none"
    facts = (("error", errno.errorcode.get(number, str(number))), ("live", live))
    return Problem(f"disk/{_KINDS.get(number, 'io')}", Place(shown(store, error.filename)), facts)


def is_first(store: Store) -> bool:
    """Whether no site of ours stands there yet; where nobody can look, one may."""
    with suppress(OSError):
        return disk.kind(f"{store.output}/manifest.json") is None
    return False


def shown(store: Store, path: object) -> str:
    """Name `path` as a message may: no folder above the site's is ever told."""
    names = ((store.output, store.shown), (store.releases, os.path.basename(store.releases)))
    for root, name in names:
        if isinstance(path, str) and (path + "/").startswith(root + "/"):
            return name + path[len(root) :]
    return store.shown
