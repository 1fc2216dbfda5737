"""Publish: the site in `output/`, or a release of before, brought to where citizens read it, and proven."""

import os
from collections.abc import Mapping
from contextlib import AbstractContextManager, closing
from datetime import timedelta
from functools import partial

from generator.app import bringing, wiring
from generator.app.bringing import Watch, nobody
from generator.app.cargo import Cargo, loaded, since
from generator.app.committed import GATE, REFUSED, committed, demand_current, demand_own, named
from generator.app.counter import Counter, counter_of, minute
from generator.app.delivery import Delivery, There, deliver
from generator.app.expecting import demand_allowed, demand_free, demand_ours, expected
from generator.app.order import Order
from generator.app.packages import Read
from generator.edge import receipts
from generator.edge.commit import recover
from generator.edge.fault import Live, faults, faults_there
from generator.edge.keys import Asking, nobody_knows
from generator.edge.known import Holder, Left, stamped
from generator.edge.lock import locked
from generator.edge.project import demand_places
from generator.edge.releases import Release
from generator.model.receipt import Receipt
from generator.model.target import Target
from generator.values.dataclass import dataclass, replace
from generator.values.dates import instant, now_in
from generator.values.host import Filed, Host, Package, Parcel, Trace
from generator.values.place import Place
from generator.values.problem import Problem, Stop

DISK, BUSY = 74, 75
AGREE = timedelta(minutes=5)
"""By so much the clocks of two computers may differ."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What a person asked for: which target (the only one, where empty), and how many files may go.

    With `is_rollback` a release of before is brought: that of the number, or for 0 the one before.
    """

    target: str = ""
    is_dry: bool = False
    allowed: int = 0
    is_rollback: bool = False
    release: int = 0
    watch: Watch = nobody
    ask: Asking = nobody_knows

    @property
    def is_forced(self) -> bool:
        """Whether a release was named, so that ours stands there whatever somebody did to it."""
        return self.is_rollback and self.release > 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: what was, or would be, brought to the target of the `cargo` that it shows.

    It is not `done` in a trial, and where nothing was to be done. `kept` can be brought back.
    """

    target: Target
    delivery: Delivery
    cargo: Cargo
    done: bool
    resumed: bool
    kept: tuple[Release, ...] = ()

    @property
    def release(self) -> Release:
        """What the target shows, or would show."""
        return self.cargo.release


def publish(order: Order, ask: Ask) -> Outcome:
    """Check the site, keep it as a release, look at the host, and bring what is not there."""
    demand_places(order.project)
    counter = counter_of(order, ask.target)
    _demand_place(counter)
    with faults(counter.store), counter.known.held() as is_free:
        if not is_free:
            raise Stop(Problem("publish/busy", counter.target.at), BUSY)
        counter = counter.again()
        _demand_clock(counter)
        cargo = _chosen(counter, ask)
        with _there(counter):
            host = wiring.host(counter.target, order.project, ask.ask)
        with closing(host):
            _demand_room(counter, host)
            cargo = loaded(counter, host, cargo, ask.ask, is_dry=ask.is_dry)
            if isinstance(host, Host):
                return _bring(counter, ask, host, cargo)
            return _pack(counter, ask, host, cargo)


def _chosen(counter: Counter, ask: Ask) -> Cargo:
    """The release that is to be brought; whoever holds the target keeps it from being let go of."""
    with locked(counter.store):
        recover(counter.store)
        if ask.is_rollback:
            return Cargo(_earlier(counter, ask.release), _reader(counter))
        return _newest(counter, ask)


def _let_go(counter: Counter, release: Release) -> None:
    """Drop old releases; while somebody builds, or publishes elsewhere, that is left to the next time."""
    try:
        with locked(counter.store):
            if counter.known.is_alone():
                counter.releases.prune(counter.again().standing | {release.number})
    except Stop as stop:
        if stop.exit_code != BUSY:
            raise


def _pack(counter: Counter, ask: Ask, parcel: Parcel, cargo: Cargo) -> Outcome:
    """All of the release, or what has changed since another one, into a parcel."""
    release, stands = cargo.release, _since(counter)
    delivery = deliver(release.files, {path: one.sha256 for path, one in stands.items()})
    done = bool(delivery.sent) and not ask.is_dry
    outcome = Outcome(counter.target, delivery, cargo, done, resumed=False)
    if outcome.done:
        with _there(counter):
            now = bringing.pack(parcel, delivery, cargo.read, ask.watch)
            bringing.arrived({one.path: one for one in delivery.sent}, now)
        receipts.add(counter.order.project.content, _receipt(counter, ask, outcome))
        counter.known.forget(release.fingerprint)
        _let_go(counter, release)
    return outcome


def _since(counter: Counter) -> Mapping[str, Filed]:
    """The files that stand where the parcel goes, by the release that it builds on."""
    if not counter.target.since:
        return {}
    release = _release(counter, counter.target.since)
    return since(counter, Cargo(release, _reader(counter))).files


def _demand_place(counter: Counter) -> None:
    """A site that is published into its own project would be taken for what people wrote."""
    if wiring.is_ours(counter.target, counter.order.project):
        raise Stop(Problem("publish/place", counter.target.at), REFUSED)


def _demand_room(counter: Counter, parcel: Parcel) -> None:
    """A bundle replaces a bundle, and no other file that bears its name."""
    with _there(counter):
        is_taken = isinstance(parcel, Package) and parcel.is_taken()
    if is_taken:
        facts = (("names", named((os.path.basename(counter.target.place),))),)
        raise Stop(Problem("publish/zip", counter.target.at, facts), REFUSED)


def _demand_clock(counter: Counter) -> None:
    """A clock that was set back would publish what is not due, and put receipts out of order.

    Two computers' clocks may differ by a little.
    """
    moments = [instant(one.at) for one in counter.receipts]
    last = max(moments, default=None)
    if last and instant(counter.now) < last - AGREE:
        number = moments.index(last) + 1
        told = now_in(counter.settings.zone, last)
        facts = (("now", minute(counter.now)), ("last", minute(told)))
        place = receipts.place_of(counter.order.project.content, number)
        raise Stop(Problem("publish/clock", place, facts), DISK)


def _newest(counter: Counter, ask: Ask) -> Cargo:
    """The site in `output/` as a release; it is kept, unless this is a trial."""
    if counter.settings.today is not None:
        raise Stop(
            Problem("publish/today", Place(f"{counter.order.project.folder}/site.yaml")), GATE
        )
    demand_own(counter.order)
    listing, read = committed(counter.store)
    demand_current(counter.order, listing)
    every = counter.releases.all()
    same = next((one for one in every if one.fingerprint == listing.fingerprint), None)
    if same is None:
        numbers = (*(one.number for one in every), *(one.release for one in counter.receipts), 0)
        same = Release(max(numbers) + 1, counter.now, listing.fingerprint, listing.files)
    if not ask.is_dry:
        counter.releases.keep(same, read)
        return Cargo(same, _reader(counter))
    paths = {one.sha256: path for path, one in listing.files.items()}
    return Cargo(same, lambda digest: read(paths[digest]))


def _earlier(counter: Counter, number: int) -> Release:
    """The kept release of that number, or the one before that which the target shows."""
    shown = counter.last.release if counter.last else 0
    before = [one.number for one in counter.releases.all() if one.number < shown]
    return _release(counter, number or max(before, default=max(0, shown - 1)))


def _release(counter: Counter, number: int) -> Release:
    """The kept release of that number."""
    every = counter.releases.all()
    found = next((one for one in every if one.number == number), None)
    if found is None:
        listed = "、".join(f"{one.number}（{minute(one.at)}）" for one in reversed(every))
        facts = (("value", str(number)), ("offered", listed or "—"))
        raise Stop(Problem("publish/no-release", counter.target.at, facts), REFUSED)
    return found


def _bring(counter: Counter, ask: Ask, host: Host, cargo: Cargo) -> Outcome:
    """Look, and bring what is not there; nobody else publishes to the host meanwhile."""
    if ask.is_dry:
        with _there(counter):
            return _look(counter, ask, host, cargo)[0]
    with _there(counter):
        holder = counter.known.claim(host, receipts.who())
    if holder:
        raise _held(counter, holder)
    try:
        with _there(counter):
            outcome, there = _look(counter, ask, host, cargo)
        if outcome.done:
            _send(counter, ask, host, outcome, there)
        elif there.read:
            _leave(counter, host, cargo.release, there.traces)
        return replace(outcome, kept=counter.releases.all())
    finally:
        counter.known.release(host)


def _there(counter: Counter, live: Live | None = None) -> AbstractContextManager[None]:
    """A host that fails is told by where it is declared, and the file by its path there."""
    root = wiring.place_of(counter.target, counter.order.project)
    return faults_there(counter.target.at, live or counter.live, root)


def _demand_claim(counter: Counter, host: Host) -> None:
    """Whoever slept so long that others took its place leaves it to them."""
    holder = counter.known.overtaken(host)
    if holder:
        facts = (("who", holder.who), ("host", holder.machine), ("since", holder.since))
        raise Stop(Problem("publish/overtaken", counter.target.at, facts), BUSY)


def _held(counter: Counter, holder: Holder) -> Stop:
    facts = (("who", holder.who), ("host", holder.machine), ("since", holder.since))
    return Stop(Problem("publish/held", counter.target.at, facts), BUSY)


def _look(counter: Counter, ask: Ask, host: Host, cargo: Cargo) -> tuple[Outcome, There]:
    """What would be done; stops where it must not be."""
    release = cargo.release
    should = expected(counter, host, release, forced=ask.is_forced)
    there = bringing.look(host, release.files, should, host.list())
    demand_free(counter, there)
    if not ask.is_forced:
        demand_ours(counter, there, should, release)
    delivery = deliver(release.files, there.ours)
    demand_allowed(counter, delivery, ask.allowed)
    resumed = counter.known.is_interrupted()
    done = not ask.is_dry and (resumed or not _is_on_record(counter, release, delivery))
    kept = counter.releases.all()
    return Outcome(counter.target, delivery, cargo, done, resumed, kept), there


def _is_on_record(counter: Counter, release: Release, delivery: Delivery) -> bool:
    """Whether the last receipt tells what stands there: it may have been written just before an end."""
    last = counter.last
    return last is not None and last.fingerprint == release.fingerprint and delivery.is_empty


def _send(counter: Counter, ask: Ask, host: Host, outcome: Outcome, there: There) -> None:
    """Promise, lay beside, switch, and write the receipt."""
    delivery, release, live = outcome.delivery, outcome.release, counter.live
    promised = _promise(counter, host, delivery, there)
    counter.known.promise(host.name, release.fingerprint, promised)
    with _there(counter, live):
        bringing.stage(host, delivery, outcome.cargo.read, there.traces, ask.watch)
    with _there(counter, "part"):
        bringing.switch(host, delivery, partial(_demand_claim, counter, host))
        now = host.list()
        bringing.arrived(release.files, now)
    if not _is_on_record(counter, release, delivery):
        receipts.add(counter.order.project.content, _receipt(counter, ask, outcome))
    _leave(counter, host, release, now)
    counter.known.forget(release.fingerprint)
    _let_go(counter, release)


def _leave(counter: Counter, host: Host, release: Release, traces: Mapping[str, Trace]) -> None:
    """Note how each file looks, so that it need not be read next time."""
    files = stamped(release.files, traces)
    counter.known.leave(Left(host.name, release.number, release.fingerprint, files))


def _promise(counter: Counter, host: Host, delivery: Delivery, there: There) -> dict[str, set[str]]:
    """What may be found on the host from now on, besides what stays: by path, the old and the new."""
    promised = counter.known.promised(host.name)
    touched = {*delivery.removed, *(one.path for one in delivery.sent)}
    for path in touched & there.ours.keys():
        promised.setdefault(path, set()).add(there.ours[path])
    for one in delivery.sent:
        promised.setdefault(one.path, set()).add(one.sha256)
    return promised


def _receipt(counter: Counter, ask: Ask, outcome: Outcome) -> Receipt:
    delivery, release = outcome.delivery, outcome.release
    return Receipt(
        act="rollback" if ask.is_rollback else "publish",
        at=counter.now,
        by=receipts.who(),
        target=counter.target.name,
        release=release.number,
        fingerprint=release.fingerprint,
        added=len(delivery.added),
        changed=len(delivery.changed),
        removed=len(delivery.removed),
        sent=delivery.bytes,
    )


def _reader(counter: Counter) -> Read:
    """Reads a file of a kept release; what fails there is our disk and not the host."""

    def read(digest: str) -> bytes:
        with faults(counter.store):
            return counter.releases.read(digest)

    return read
