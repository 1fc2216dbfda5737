"""Build: everything that people wrote, checked, drawn, and brought into `output/` in one step."""

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
from generator.edge.outbox import Outbox
from generator.edge.project import demand_places, live_reader, store_of
from generator.edge.store import Store
from generator.engine.memory import ForgottenError, Memory

CONTENT_PROBLEMS = 1


def build(order: Order) -> Report:
    """Files → drafts → Site → Frame → Pages → Artifacts → one commit, or nothing at all."""
    demand_places(order.project)
    store = store_of(order.project)
    with locked(store):
        watch = Stopwatch()
        recovered = recover(store)
        note = Note(order, version())
        known = None if recovered else note.report()
        if known:
            return known
        memory = Memory(Cache(order.project.cache), version(), is_blank=order.is_clean)
        brief = None if recovered else _briefly(order, store, note, memory)
        if brief:
            return brief
        try:
            report, digests, way = _build(order, store, memory, watch, note)
        except ForgottenError:
            memory = memory.blank()
            report, digests, way = _build(order, store, memory, Stopwatch(), note)
        memory.keep()
        note.leave(report, digests, store.retired, way)
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
    done = None
    with Outbox(store) as outbox:
        live = Live(live_reader(store), note.intact(past.digests()), outbox.put)
        ready = prepare(order, live, past, watch)
        digests = dict(ready.digests)
        if ready.exit_code != CONTENT_PROBLEMS:
            same = ready.kept & note.same(store.retired)
            done = commit(store, [*digests], ready.public.paths, same=same)
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
    return report, digests, done.way if done else ""
