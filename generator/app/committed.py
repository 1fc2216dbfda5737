"""The site that the last build committed, file by file as it was, and still what the content yields."""

from collections.abc import Callable
from contextlib import closing
from functools import partial

from generator.app.note import Note
from generator.app.order import Order
from generator.edge.clock import Stopwatch
from generator.edge.foreign import standing, tolerated
from generator.edge.ourselves import version
from generator.edge.path import sound
from generator.edge.project import live_reader, read_some
from generator.edge.store import Store
from generator.exports import manifest
from generator.exports.manifest import DamagedError, Listing
from generator.model.settings import Settings
from generator.read.assemble import find_settings
from generator.values.digest import sha256
from generator.values.place import Place
from generator.values.problem import Problem, Stop
from generator.values.read import Read

REFUSED, GATE = 2, 3
NAMED = 5
"""So many paths are named in a message."""


def settings_of(order: Order) -> Settings:
    """The site's settings; a mistake in them stops, with its line."""
    found = _settings(order)
    if found.value is None:
        raise Stop(found.problems[0], 1)
    return found.value


def demand_own(order: Order) -> None:
    """Stop where settings still read as a new site's: no citizen is to call a number of zeros."""
    for one in _settings(order).problems:
        if one.code == "site/placeholder":
            problem = Problem("publish/placeholder", one.place, excerpt=one.excerpt)
            raise Stop(problem, GATE)


def _settings(order: Order) -> Read[Settings]:
    files = read_some(order.project, ("site.yaml",)) or ()
    return find_settings(files, order.project.folder)


def site_listing(read: Callable[[str], bytes | None]) -> Listing | None:
    """What the manifest there says; None where it is missing, damaged, or names what no site has."""
    try:
        found = manifest.read_listing(read)
    except DamagedError:
        return None
    return found if found and all(map(sound, found.files)) else None


def committed(store: Store) -> tuple[Listing, Callable[[str], bytes]]:
    """What stands in `output/`, every byte of it as its manifest says, and how it is read."""
    read = live_reader(store)
    place = Place(store.shown)
    if read(manifest.ROOT) is None:
        raise Stop(Problem("publish/no-site", place), REFUSED)
    found = site_listing(read)
    wrong = [manifest.ROOT] if found is None else _wrong(store, found, read)
    if found is None or wrong:
        facts = (("count", str(len(wrong))), ("names", named(wrong)))
        raise Stop(Problem("publish/output", place, facts), REFUSED)
    return found, partial(_body, read)


def demand_current(order: Order, listing: Listing) -> None:
    """Stop where a build would now write another site, or none."""
    note = Note(order, version())
    with closing(note):
        if note.report():
            return
    from generator.app.check import dry  # noqa: PLC0415 - a note that holds needs none

    ready = dry(order, Stopwatch())
    place = Place(order.project.folder)
    if ready.exit_code == 1:
        stops = sum(one.severity == "stop" for one in ready.problems)
        raise Stop(Problem("publish/content", place, (("count", str(stops)),)), 1)
    ours = {(one.path, one.sha256) for one in listing.files.values()}
    changed = sorted({path for path, _ in ours ^ {*ready.digests}})
    if changed:
        facts = (("count", str(len(changed))), ("names", named(changed)))
        raise Stop(Problem("publish/stale", place, facts), REFUSED)


def named(paths: list[str] | tuple[str, ...]) -> str:
    """The first few of these paths, as a message names them."""
    return "、".join(paths[:NAMED])


def _wrong(store: Store, listing: Listing, read: Callable[[str], bytes | None]) -> list[str]:
    """Files that are not what the manifest says, or that it does not name."""
    files = listing.files
    changed = [path for path, one in files.items() if sha256(read(path) or b"") != one.sha256]
    more = [path for path, kind in standing(store) if kind != "folder" and path not in files]
    return sorted((*changed, *(path for path in more if not tolerated(path))))


def _body(read: Callable[[str], bytes | None], path: str) -> bytes:
    return read(path) or b""
