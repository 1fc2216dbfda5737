"""Check: everything that a build would say, and nothing written."""

from generator.app.order import Order, Report
from generator.app.past import Past
from generator.app.prepare import Live, Prepared, prepare
from generator.edge.cache import Closed
from generator.edge.clock import Stopwatch
from generator.edge.fault import as_it_stands, is_first
from generator.edge.ourselves import version
from generator.edge.project import demand_places, live_reader, store_of
from generator.engine.memory import ForgottenError, Memory


def check(order: Order) -> Report:
    """Read, plan, check and render; the answer is what a build would have said."""
    demand_places(order.project)
    watch = Stopwatch()
    ready = dry(order, watch)
    return Report(
        exit_code=ready.exit_code,
        problems=ready.problems,
        tally=ready.tally,
        today_fixed=ready.today_fixed,
        pages=ready.pages,
        stages=tuple(watch.stages),
        is_first=is_first(store_of(order.project)),
    )


def dry(order: Order, watch: Stopwatch) -> Prepared:
    """The site that a build would write."""
    memory = Memory(Closed(order.project.cache), version())
    try:
        return _check(order, watch, memory)
    except ForgottenError:
        return _check(order, watch, memory.blank())


def _check(order: Order, watch: Stopwatch, memory: Memory) -> Prepared:
    """What is remembered of the live site is taken for granted: nothing is written over it."""
    past = Past(memory)
    store = store_of(order.project)
    with as_it_stands(store):
        return prepare(order, Live(live_reader(store), past.digests()), past, watch)
