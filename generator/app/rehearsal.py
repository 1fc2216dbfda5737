"""A release rehearsed: a build up to the commit, and what would be published otherwise in a folder of ours.

It goes by what the last build remembers, which is only read. Where that knows of no site, because
nobody has built yet or another program did, a rehearsal remembers the one before.
"""

import os
from collections.abc import Sequence
from datetime import date
from functools import partial

from generator.app.changes import Change, changes
from generator.app.days import beside_preview, clear, folder_of, home
from generator.app.order import Order
from generator.app.past import Past
from generator.app.prepare import Live, Prepared, prepare
from generator.edge import clock, disk
from generator.edge.cache import Cache, Closed
from generator.edge.fault import faults
from generator.edge.foreign import refuse_foreign, standing
from generator.edge.looks import Looks, scan, written
from generator.edge.ourselves import version
from generator.edge.outbox import Outbox
from generator.edge.project import Project
from generator.edge.served import read_inside
from generator.edge.store import Store
from generator.engine.memory import ForgottenError, Memory
from generator.exports.manifest import Row
from generator.values.dataclass import dataclass, replace
from generator.values.problem import Problem, Stop, by_place

_STANDS = "stands"
"""What of the memory's root says how the files were left."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a build would say, what is wrong with the release, and what it would change.

    Where it would write nothing, the changes are those of all that can be read; None where there can
    be no site at all. If the site `is_whole`, because it is known of each text how it is or last was
    right, `problems` are all that there are; else a build may find more when these are gone.
    """

    ready: Prepared
    problems: tuple[Problem, ...]
    is_whole: bool
    changes: tuple[Change, ...] | None


def rehearse(order: Order, today: str, rows: Sequence[Row]) -> Rehearsed:
    """A release of that day (ISO form), or of the order's own, after the one that left these `rows`."""
    memory = Memory(Closed(order.project.cache), version())
    keeps, own = "basis" not in memory.root, beside_preview(order.project, "rehearsal")
    if keeps:
        memory = Memory(Cache(own), version())
    else:
        clear(own)
    try:
        return _Stage(order, today, rows, memory, keeps=keeps).play()
    except ForgottenError:
        return _Stage(order, today, rows, memory.blank(), keeps=keeps).play()


def bodies(project: Project, path: str, today: str) -> tuple[bytes | None, bytes | None]:
    """A file as it is published, and as it would be by the last rehearsal; no link is followed.

    The path must be one that can stand in a site.
    """
    before = read_inside(project.output, path)
    made = read_inside(folder_of(project, today), path)
    return before, before if made is None else made


class _Stage:
    """One rehearsal, by a memory that `keeps` what it is told."""

    def __init__(
        self, order: Order, today: str, rows: Sequence[Row], memory: Memory, *, keeps: bool
    ) -> None:
        project = order.project
        self._order = replace(order, today=date.fromisoformat(today)) if today else order
        self._today, self._rows, self._memory, self._keeps = today, rows, memory, keeps
        self._published = {row.path: row.sha256 for row in rows}
        self._folder, self._left = folder_of(project, today), folder_of(project, "")
        name = os.path.basename(project.output)
        self._store = Store(project.output, home(project), name, is_lasting=False)
        with faults(self._store):
            disk.make_folder(self._store.releases)

    def play(self) -> Rehearsed:
        """Prepare the release, and what can be had of it where something stops it."""
        ready, past = self._prepared(self._order)
        drawn = ready
        if not ready.is_finished and _is_well_dressed(ready):
            drawn, past = self._prepared(replace(self._order, is_trial=True))
        if self._keeps and not self._today:
            self._remember(past, drawn)
        is_whole = drawn.is_finished and _has_all_texts(ready, drawn)
        more = drawn.problems if is_whole else ()
        every = (*ready.problems, *(one for one in more if one not in ready.problems))
        problems = (*sorted(every, key=by_place), *self._foreign(ready))
        return Rehearsed(ready, problems, is_whole, self._changes(ready, drawn))

    def _prepared(self, order: Order) -> tuple[Prepared, Past]:
        past = Past(self._memory)
        with Outbox(self._store) as outbox:
            read = partial(read_inside, order.project.output)
            live = Live(read, self._intact(past), partial(_put, outbox))
            ready = prepare(order, live, past, clock.Stopwatch())
            if ready.is_finished:
                with faults(self._store):
                    self._lay(ready)
        return ready, past

    def _intact(self, past: Past) -> dict[str, str]:
        """The files that stand as they were made: published, or left by the rehearsal before."""
        was = dict(Looks(self._memory.root.get(_STANDS)).items())
        now = dict(scan(self._left).items()) if was else {}
        left = {path for path in was if written(was[path]) == written(now.get(path))}
        return {
            path: digest
            for path, digest in past.digests().items()
            if self._published.get(path) == digest or path in left
        }

    def _lay(self, ready: Prepared) -> None:
        """Put what was made, and what stands from before, in the place of the folder."""
        fresh = self._store.fresh
        disk.make_folder(fresh)
        digests = dict(ready.digests)
        for path in ready.kept if self._keeps else ():
            target, source = f"{fresh}/{path}", f"{self._left}/{path}"
            is_there = self._published.get(path) == digests[path] or disk.kind(target)
            if not is_there and disk.kind(source) == "file":
                disk.make_folder(os.path.dirname(target))
                disk.alike(source, target)
        disk.clear(self._folder)
        disk.replace(fresh, self._folder)

    def _remember(self, past: Past, drawn: Prepared) -> None:
        past.put_texts()
        drawn.keep_said()
        drawn.remember()
        if drawn.is_finished:
            self._memory.root[_STANDS] = scan(self._folder).folders
        self._memory.keep()

    def _foreign(self, ready: Prepared) -> tuple[Problem, ...]:
        """That somebody else's files stand where the site is to be written; a build would refuse."""
        try:
            with faults(self._store):
                refuse_foreign(self._store, standing(self._store), ready.public.paths)
        except Stop as stop:
            return (stop.problem,)
        return ()

    def _changes(self, ready: Prepared, drawn: Prepared) -> tuple[Change, ...] | None:
        site, project = drawn.site, self._order.project
        if not drawn.is_finished or site is None:
            return None

        def after(path: str) -> bytes | None:
            return bodies(project, path, self._today)[1]

        before, names = partial(read_inside, project.output), (project.folder, site.settings.name)
        found = changes(self._rows, before, after, names)
        unread = _unread(ready, self._rows, project.folder)
        return tuple(one for one in found if one.how != "gone" or not _is_of(one.path, unread))


def _put(outbox: Outbox, path: str, body: bytes, *, is_new: bool = False) -> None:
    """Always with a look at the live file: what is new after the last rehearsal may be published already."""
    del is_new
    outbox.put(path, body)


def _is_well_dressed(ready: Prepared) -> bool:
    """Whether nothing is wrong with the theme, without which nothing can be drawn."""
    stops = (one.code for one in ready.problems if one.severity == "stop")
    return not any(code.startswith("theme/") for code in stops)


def _has_all_texts(ready: Prepared, drawn: Prepared) -> bool:
    """Whether every text that is wrong stands in the site that was drawn, or is withheld there."""
    site = drawn.site
    stops = (one for one in ready.problems if one.severity == "stop" and one not in ready.found)
    its = (*site.texts, *site.withheld) if site else ()
    known = {one.source.rpartition(".")[0] for one in its}
    return all(one.place.path.rpartition(".")[0] in known for one in stops)


def _unread(ready: Prepared, rows: Sequence[Row], folder: str) -> frozenset[str]:
    """The published pages, without their ending, of files that are wrong now, or that stand beside such."""
    wrong = {one.place.path for one in ready.problems if one.severity == "stop"}
    stems = {path.rpartition(sign)[0] for path in wrong for sign in "./"}
    return frozenset(
        one.path.removesuffix(".html")
        for one in rows
        if one.source and f"{folder}/{one.source}".rpartition(".")[0] in stems
    )


def _is_of(path: str, pages: frozenset[str]) -> bool:
    """Whether a file is one of these pages, or of what belongs to them."""
    stem = path.partition(".")[0]
    return stem in pages or any(stem.startswith(f"{one}/") for one in pages)
