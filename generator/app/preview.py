"""The preview: the site at a local address, kept as people's files are while they edit."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol

from generator.app.clerk import Ask, Clerks
from generator.app.days import no_day_left
from generator.app.order import Order, Progress, Report, View
from generator.app.stay import Stay
from generator.edge.clock import now, ticks
from generator.edge.lock import locked, sign
from generator.edge.ourselves import version
from generator.edge.post import open_browser
from generator.edge.project import HOME, Project, demand_places, preview_of
from generator.edge.resident import Resident
from generator.edge.served import Asked, Pages, Reply, standing
from generator.edge.store import Store
from generator.edge.watch import Watch
from generator.read.litter import is_litter
from generator.values.dataclass import dataclass, replace
from generator.values.dates import today_in
from generator.values.place import Place
from generator.values.problem import Problem, Stop

if TYPE_CHECKING:
    from generator.edge.serve import Station

PORT, TRIES = 8000, 20
"""The usual port, and how many are tried from there on."""
BETWEEN = 0.4
"""Seconds of a build after which it is told how far it is, and again after as many."""
Said = Mapping[str, bytes] | tuple[str, int, int]
"""What is heard of a build while it lasts: files that are in view, or the stage and how far it is."""
AGAIN = timedelta(minutes=1)
"""After so long a build of a new day is tried again, if it failed."""
PATIENCE = 2.0
"""Seconds that a build may take to end by itself once nobody wants it any more."""
_begun: dict[str, Stay] = {}
"""In the building process: which program it is, and what it has in hand."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the preview stands: the address we listen at; no `port` for the first that is free.

    `is_opened` says whether a browser is wanted.
    """

    host: str
    port: int | None
    is_opened: bool


@dataclass(frozen=True, slots=True)
class Built:
    """What came of one build: its report, or the problem that stopped it, and the seconds it took."""

    report: Report | None
    stopped: Problem | None = None
    seconds: float = 0.0

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that there is to say."""
        return (self.stopped,) if self.stopped else self.report.problems if self.report else ()

    @property
    def is_shown(self) -> bool:
        """Whether the site is now as the files are."""
        return self.report is not None and self.report.written is not None


class Teller(Protocol):
    """Says to people how things stand."""

    def opened(self, url: str, phone: str, *, moved: bool) -> None:
        """The preview is there; `moved` when the usual port was taken.

        `phone` is the address for one other machine, empty where none may come.
        """

    def built(self, one: Built) -> None:
        """A build has ended."""

    def browsers(self, one: Built | None) -> Mapping[str, object]:
        """The same for browsers, as plain values; None before the first build."""

    def progress(self, stage: str, done: int, whole: int) -> Mapping[str, object]:
        """How far a build is, for browsers."""

    def waiting(self) -> bytes:
        """The page that stands in for a site that was never built."""

    def refused(self) -> bytes:
        """The page for a machine that was not shown in."""

    def answer(self, asked: Asked, ask: Ask) -> Reply | None:
        """A page of the desk, with what a clerk says when it is asked."""

    def broken(self, error: Exception) -> Mapping[str, object]:
        """What browsers are told of a mistake of ours; it is said here too."""


class Day:
    """The day that the site was last built for, in its own zone; no other than was ordered comes."""

    def __init__(self, order: Order, now: Callable[[], datetime] = now) -> None:
        self._is_fixed, self._now = order.today is not None, now
        self._zone = self._day = ""
        self._asked: datetime | None = None

    def learn(self, report: Report | None) -> None:
        """For which day a build was, and in which zone, if it came so far."""
        if report and report.tally:
            self._zone, self._day = report.tally.zone, report.tally.today
            self._asked = None
            if self._is_fixed or report.today_fixed:
                self._zone = ""

    def has_changed(self) -> bool:
        """Whether it is another day than the site was built for; after a build that failed, now and then."""
        at = self._now()
        if not self._zone or today_in(self._zone, at).isoformat() == self._day:
            return False
        if self._asked and at - self._asked < AGAIN:
            return False
        self._asked = at
        return True


class Release:
    """The site that stands where releases go; it may be made or fetched in another window."""

    def __init__(self, project: Project) -> None:
        self._output = project.output
        self._name = standing(self._output)

    def has_changed(self) -> bool:
        """Whether another one stands there than when this was last asked."""
        before, self._name = self._name, standing(self._output)
        return before != self._name


def preview(order: Order, desk: Desk, teller: Teller) -> None:
    """Build, serve, and build again whenever something was saved, until somebody ends it."""
    real, order = order, preview_order(order)
    demand_places(order.project)
    # all processes before any thread runs: the quickest way to begin one
    with (
        _alone(order.project),
        no_day_left(real.project),
        closing(Resident(build_here)) as builder,
        closing(Clerks(real)) as clerks,
    ):
        _serve(order, desk, teller, builder, clerks.ask)


def preview_order(order: Order) -> Order:
    """The order of a preview of what was ordered."""
    return replace(
        order, project=preview_of(order.project), is_preview=True, released=order.project
    )


def _serve(
    order: Order, desk: Desk, teller: Teller, builder: "Resident[Order, Built | None]", ask: Ask
) -> None:
    """Answer browsers here, and keep the site as the files are in a thread."""
    try:
        from generator.edge import serve  # noqa: PLC0415 - the building process does without
    except ModuleNotFoundError as error:
        raise Stop(
            Problem("preview/library", Place("build.py"), (("name", str(error.name)),)), 2
        ) from error
    at = (
        serve.post(desk.host, PORT, TRIES)
        if desk.port is None
        else serve.post(desk.host, desk.port)
    )
    watch = Watch(_folders(order.project), is_litter)
    pages = Pages(teller.waiting(), teller.refused())
    station = serve.Station(
        order.project.output, at, pages, lambda asked: teller.answer(asked, ask)
    )
    keeper = _Keeper(order, builder, watch, teller, station)
    opened = partial(open_browser, at.url) if desk.is_opened else _nothing
    moved = desk.port is None and at.port != PORT
    sign(_held(order.project), at.url)
    teller.opened(at.url, station.invitation(), moved=moved)
    try:
        station.run(partial(keeper.keep, opened))
    finally:
        watch.end()
        if not station.wait(PATIENCE):
            builder.kill()
            station.wait()


def _nothing() -> None:
    """No browser is wanted."""


@dataclass(slots=True)
class _Keeper:
    """Keeps the site as the files are, in a thread beside the one that answers browsers."""

    order: Order
    builder: "Resident[Order, Built | None]"
    watch: Watch
    teller: Teller
    station: "Station"

    def keep(self, opened: Callable[[], None]) -> None:
        """Build, do what is to be done when the site is `opened`, and build at every change."""
        day, release = Day(self.order), Release(self.order.released or self.order.project)
        self._show(self.teller.browsers(None))
        self._show(self._built(day))
        opened()
        for _ in self.watch.changes(lambda: day.has_changed() or release.has_changed()):
            self._show(self._built(day))

    def _show(self, told: Mapping[str, object]) -> None:
        self.station.show({**told, "build": standing(self.order.project.output)})

    def _built(self, day: Day) -> Mapping[str, object]:
        """Have it built once, say what came of it here, and what browsers are to be told."""
        try:
            one = self._ask()
        except Stop as stop:
            one = Built(None, stop.problem)
        except Exception as error:  # noqa: BLE001 - a mistake of ours is told, and the site still shown
            return self.teller.broken(error)
        day.learn(one.report)
        if not self.watch.has_ended:
            self.teller.built(one)
        return self.teller.browsers(one)

    def _ask(self) -> Built:
        seen = View(self.station.viewed)
        order = replace(self.order, view=seen, touched=self.watch.touched())
        one = self.builder.ask(order, self._hear)
        if one is None:
            self.builder.renew()
            one = self.builder.ask(order, self._hear) or Built(None)
        return one

    def _hear(self, said: Said) -> None:
        """What is in view is heard of as soon as it is made, and how far a build is that takes long."""
        if isinstance(said, tuple):
            self.station.tell(progress=self.teller.progress(*said))
        else:
            self.station.show_ahead(said)


def build_here(order: Order, say: Callable[[Said], None]) -> Built | None:
    """In the building process: one build; None when the program is no longer the one that began."""
    from generator.app.build import build  # noqa: PLC0415 - nobody else builds

    program = version()
    if not _begun:
        _begun[program] = Stay(program)
    if program not in _begun:
        return None
    began = ticks()
    seen = replace(order, view=replace(order.view, show=say), progress=_paced(say))
    try:
        report = build(seen, stay=_begun[program])
    except Stop as stop:
        return Built(None, stop.problem)
    return Built(report, seconds=ticks() - began)


def _paced(say: Callable[[Said], None]) -> Progress:
    """Tells how far a build is, now and then; of one that is soon over, nothing."""
    said = ticks()

    def tell(stage: str, done: int, whole: int) -> None:
        nonlocal said
        if ticks() - said > BETWEEN:
            said = ticks()
            say((stage, done, whole))

    return tell


def _folders(project: Project) -> tuple[str, ...]:
    """Where people write what a site is made of: its content, its themes and ours."""
    return (
        project.content,
        project.themes,
        f"{HOME}/themes",
        f"{HOME}/generator/themes",
    )


@contextmanager
def _alone(project: Project) -> Iterator[None]:
    """Hold the preview's folder: two previews of one project would build into one site."""
    with ExitStack() as held:
        try:
            held.enter_context(locked(_held(project)))
        except Stop as stop:
            if stop.problem.code != "disk/busy":
                raise
            who = {"at": "?", **dict(stop.problem.facts)}  # one that just begins is nowhere yet
            facts = (
                ("pid", who["pid"]),
                ("host", who["host"]),
                ("since", who["since"]),
                ("at", who["at"]),
            )
            busy = Problem("preview/open", stop.problem.place, facts)
            raise Stop(busy, stop.exit_code) from stop
        yield


def _held(project: Project) -> Store:
    """What a preview holds of its project."""
    return Store(project.output, os.path.dirname(project.output), "preview")
