"""Build: everything that people wrote, checked, drawn, and brought into `output/` in one step."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from generator.app.note import Note
from generator.app.order import Order, Report
from generator.app.past import Past
from generator.app.quick import Quick
from generator.app.stay import Stay
from generator.edge.cache import Cache
from generator.edge.clock import Stopwatch, instant
from generator.edge.commit import Committed, commit, recover
from generator.edge.fault import as_it_stands, is_first
from generator.edge.lock import locked
from generator.edge.ourselves import version
from generator.edge.outbox import Flushing, Outbox
from generator.edge.project import demand_places, live_reader, store_of
from generator.edge.store import Store
from generator.edge.survey import Begun
from generator.edge.sweep import leave, sweep_no_more
from generator.edge.workers import Workers
from generator.engine.memory import ForgottenError, Memory, Packs
from generator.values.dataclass import replace
from generator.values.place import Place
from generator.values.problem import Problem

if TYPE_CHECKING:
    from generator.app.prepare import Prepared

WORTH_KEEPING = 5
"""So many pages are remembered in the time in which one is made."""


def build(
    order: Order,
    begun: Begun | None = None,
    stay: Stay | None = None,
    *,
    is_last: bool = False,
) -> Report:
    """Files → drafts → Site → Frame → Pages → Artifacts → one commit, or nothing at all.

    One that has `begun` goes on under its lock and from what it found out; a process that stays
    from what it has in hand. After one that `is_last` the process ends: nothing is tidied up.
    """
    if is_last:
        sweep_no_more()
    stay = stay or Stay()
    stay.hear(order.touched)
    demand_places(order.project)
    store = store_of(order.project)
    with locked(store, begun.held if begun else None), as_it_stands(store):
        watch = Stopwatch()
        recovered = recover(store)
        program = begun.version if begun else stay.program or version()
        note = Note(order, program, begun.survey if begun else None, stay.since)
        with closing(note):
            known = None if recovered else note.report()
            if known:
                stay.rest(note.left)
                return known
            shelf = Cache(order.project.cache, stay.packs)
            memory = Memory(shelf, program, is_blank=order.is_clean)
            brief = None if recovered else _briefly(order, store, note, memory)
            if brief:
                stay.rest(note.left)
                return replace(brief, problems=(*brief.problems, *_unkept(memory)))
            try:
                report, made = _build(order, store, memory, watch, note)
            except ForgottenError:
                memory = memory.blank()
                report, made = _build(order, store, memory, Stopwatch(), note)
        if is_last:
            leave(made)
        stay.rest(note.left)
    problems = (*report.problems, *_unkept(memory))
    return replace(report, problems=problems, recovered=recovered, forgot=memory.is_dropped)


def _briefly(order: Order, store: Store, note: Note, memory: Memory) -> Report | None:
    """The short way, where it can be gone."""
    past = Past(memory)
    try:
        if note.seen is None or not past.ground:
            return None
        return Quick(order, store, note, past).attempt()
    except ForgottenError:
        return None


def _build(
    order: Order, store: Store, memory: Memory, watch: Stopwatch, note: Note
) -> tuple[Report, object]:
    """What came of the long way, which is right for everything, and what it was made of."""
    from generator.app.prepare import Live, draw  # noqa: PLC0415 - the short way needs neither

    past = Past(memory)
    done, sites = None, None
    workers = Workers(order.jobs)
    with Outbox(store) as outbox, Flushing(outbox, workers) as flushing:
        intact = note.intact(past.digests())
        live = Live(live_reader(store), intact, outbox.put, flushing.begin)
        if order.released:
            live = replace(live, released=live_reader(store_of(order.released)))
        ready = draw(order, live, past, watch)
        remember, weight = partial(_remember, ready, past), ready.pages // WORTH_KEEPING
        with (
            workers.beside(partial(_lay, ready, past), weight) as lay,
            workers.beside(remember, weight) as let_go,
        ):
            ready = ready.finish(ready)
            digests = dict(ready.digests)
            at = instant()
            if ready.is_finished:
                same = note.alike(ready.kept)
                flushing.end()
                done = commit(store, [*digests], ready.public.paths, same=same)
                sites = note.sites()  # while the others are still at work
            laid = lay()
            is_kept = bool(laid is not None and let_go((laid, past.memory.root.get("shards"))))
            watch.lap("commit")
            report = _report(ready, done, watch, store)
            if not is_kept:
                memory.drop()
            elif done and sites:  # while the others end: a large process takes its time
                note.leave(report, digests, sites, done.way, at)
    return report, (ready, past)


def _unkept(memory: Memory) -> tuple[Problem, ...]:
    """That the disk keeps nothing of what this build knows."""
    return (Problem("disk/memory", Place(".cache"), (), "warn"),) if memory.is_unkept else ()


def _report(ready: "Prepared", done: Committed | None, watch: Stopwatch, store: Store) -> Report:
    """What there is to say of a build."""
    return Report(
        exit_code=ready.exit_code,
        problems=ready.problems,
        tally=ready.tally,
        today_fixed=ready.today_fixed,
        pages=ready.pages,
        written=done.written if done else None,
        removed=done.removed if done else (),
        kept=len(done.kept) if done else 0,
        stages=tuple(watch.stages),
        desk=ready.desk,
        is_first=done is None and is_first(store),
    )


def _lay(ready: "Prepared", past: Past, wait: Callable[[], object]) -> Packs | None:
    """What was read and what was made of it, written; the digests of the packs."""
    try:
        past.put_texts()
        ready.keep_said()
        laid = past.lay_said()
    except (ForgottenError, MemoryError):
        return None
    wait()
    return laid


def _remember(
    ready: "Prepared", past: Past, wait: Callable[[], tuple[Packs, dict[str, str]]]
) -> bool:
    """Keep what the next build may go by; believed only when the site is live, which is waited for.

    With the site's coming live it is told where all that lies which was laid meanwhile, and of the
    shards of the manifest, which was not made before.
    """

    def told() -> Packs:
        laid, shards = wait()
        if ready.is_finished:
            past.shards = shards
        return laid

    try:
        ready.remember()
        return past.memory.keep(told)
    except (ForgottenError, MemoryError):
        return False
