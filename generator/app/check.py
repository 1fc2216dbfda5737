"""Check: everything that a build would say, and nothing written."""

from generator.app.order import Order, Report
from generator.app.prepare import prepare
from generator.edge.clock import Stopwatch
from generator.edge.project import demand_places, live_reader, store_of


def check(order: Order) -> Report:
    """Read, plan, check and render; the answer is what a build would have said."""
    demand_places(order.project)
    watch = Stopwatch()
    ready = prepare(order, live_reader(store_of(order.project)), watch)
    return Report(
        exit_code=ready.exit_code,
        problems=ready.problems,
        tally=ready.tally,
        today_fixed=ready.today_fixed,
        pages=ready.pages,
        stages=tuple(watch.stages),
    )
