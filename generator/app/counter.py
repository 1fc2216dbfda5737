"""The counter at which a project is published: its settings, its target, and what is noted about it."""

from generator.app.committed import REFUSED, settings_of
from generator.app.order import Order
from generator.edge import clock, receipts
from generator.edge.fault import Live, faults
from generator.edge.known import Known
from generator.edge.project import store_of
from generator.edge.releases import Releases
from generator.edge.store import Store
from generator.model.receipt import Receipt
from generator.model.settings import Settings
from generator.model.target import Target
from generator.values.dataclass import dataclass, replace
from generator.values.dates import now_in
from generator.values.place import Place
from generator.values.problem import Problem, Stop


@dataclass(frozen=True, slots=True)
class Counter:
    """Where a project notes what it publishes: receipts, releases, and what is known of a target."""

    order: Order
    settings: Settings
    target: Target
    store: Store
    releases: Releases
    known: Known
    receipts: tuple[Receipt, ...]

    @property
    def last(self) -> Receipt | None:
        """The last receipt of the target."""
        return next(
            (one for one in reversed(self.receipts) if one.target == self.target.name), None
        )

    @property
    def live(self) -> Live:
        """Which site the target shows before anything is sent there: none, where none was ever sent."""
        return "old" if self.last or self.known.is_interrupted() else "none"

    @property
    def standing(self) -> set[int]:
        """The releases that the targets show, and those that bundles build on, by number."""
        shown = {one.target: one.release for one in self.receipts}
        return {*shown.values(), *(one.since for one in self.settings.publish)}

    @property
    def now(self) -> str:
        """This moment, in the site's zone."""
        return now_in(self.settings.zone, clock.now())

    def again(self) -> "Counter":
        """With the receipts that others may have written by now."""
        return replace(self, receipts=receipts.read(self.order.project.content))


def counter_of(order: Order, name: str) -> Counter:
    """The counter of the target with that name, or of the only one."""
    settings = settings_of(order)
    target = _chosen(settings, name, order.project.folder)
    store = store_of(order.project)
    folder = f"{store.releases}/publish"
    with faults(store):
        noted = receipts.read(order.project.content)
    known = Known(f"{folder}/targets/{target.name}")
    return Counter(order, settings, target, store, Releases(folder), known, noted)


def _chosen(settings: Settings, name: str, folder: str) -> Target:
    targets = settings.publish
    place = Place(f"{folder}/site.yaml")
    names = "、".join(one.name for one in targets)
    if not targets:
        raise Stop(Problem("publish/no-target", place), REFUSED)
    if not name and len(targets) > 1:
        facts = (("offered", names), ("first", targets[0].name))
        raise Stop(Problem("publish/which", place, facts), REFUSED)
    found = next((one for one in targets if name in {"", one.name}), None)
    if found is None:
        told = (("value", name), ("offered", names))
        raise Stop(Problem("publish/unknown", place, told), REFUSED)
    return found


def minute(at: str) -> str:
    """A moment as it is told to people: `2026-10-12 09:30`."""
    return at[:16].replace("T", " ")
