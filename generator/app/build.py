"""Build: everything that people wrote, checked, drawn, and brought into `output/` in one step."""

from generator.app.order import Order, Report
from generator.app.prepare import prepare
from generator.edge.clock import Stopwatch
from generator.edge.commit import commit, recover
from generator.edge.lock import locked
from generator.edge.project import demand_places, live_reader, store_of

CONTENT_PROBLEMS = 1


def build(order: Order) -> Report:
    """Files → drafts → Site → Plan → Pages → Artifacts → one commit, or nothing at all."""
    demand_places(order.project)
    store = store_of(order.project)
    with locked(store):
        watch = Stopwatch()
        recovered = recover(store)
        ready = prepare(order, live_reader(store), watch)
        done = None
        if ready.exit_code != CONTENT_PROBLEMS:
            done = commit(store, ready.artifacts, ready.public.paths, kept=ready.kept)
            watch.lap("commit")
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
        recovered=recovered,
    )
