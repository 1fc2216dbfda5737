"""Build: everything that people wrote, checked, drawn, and brought into `output/` in one step."""

from contextlib import closing
from dataclasses import replace

from generator.app.note import Note
from generator.app.order import Order, Report
from generator.app.past import Past
from generator.app.quick import Quick
from generator.edge.cache import Cache
from generator.edge.clock import Stopwatch
from generator.edge.commit import commit, recover
from generator.edge.lock import locked
from generator.edge.ourselves import version
from generator.edge.project import demand_places, live_reader, store_of
from generator.edge.store import Store
from generator.edge.survey import Begun
from generator.engine.memory import ForgottenError, Memory

CONTENT_PROBLEMS = 1


def build(order: Order, begun: Begun | None = None) -> Report:
    """Files → drafts → Site → Frame → Pages → Artifacts → one commit, or nothing at all.

    One that has `begun` goes on under its lock and from what it found out.
    """
    demand_places(order.project)
    store = store_of(order.project)
    with locked(store, begun.held if begun else None):
        watch = Stopwatch()
        recovered = recover(store)
        program = begun.version if begun else version()
        note = Note(order, program, begun.survey if begun else None)
        with closing(note):
            known = None if recovered else note.report()
            if known:
                return known
            memory = Memory(Cache(order.project.cache), program, is_blank=order.is_clean)
            brief = None if recovered else _briefly(order, store, note, memory)
            if brief:
                return brief
            try:
                report, digests, way = _build(order, store, memory, watch, note)
            except ForgottenError:
                memory = memory.blank()
                report, digests, way = _build(order, store, memory, Stopwatch(), note)
            memory.keep()
            note.leave(report, digests, way)
    return replace(report, recovered=recovered, forgot=memory.is_dropped)


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
) -> tuple[Report, dict[str, str], str]:
    """What came of it, the digests of all files of the site if it was written, and in which way it was."""
    from generator.app.prepare import Live, prepare  # noqa: PLC0415 - the short way needs neither

    past = Past(memory)
    live = Live(live_reader(store), note.intact(past.digests()))
    ready = prepare(order, live, past, watch)
    done = None
    if ready.exit_code != CONTENT_PROBLEMS:
        kept = note.alike(ready.kept)
        done = commit(store, ready.artifacts, ready.public.paths, kept=kept)
        watch.lap("commit")
    past.put_texts()
    report = Report(
        exit_code=ready.exit_code,
        problems=ready.problems,
        tally=ready.tally,
        today_fixed=ready.today_fixed,
        pages=ready.pages,
        written=done.written if done else None,
        removed=done.removed if done else (),
        kept=len(done.kept) if done else 0,
        stages=tuple(watch.stages),
    )
    return report, dict(ready.digests), done.way if done else ""
