"""The preview: the site at a local address, kept as people's files are while they edit."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from generator.app.order import Order, Report, View
from generator.app.stay import Stay
from generator.edge.clock import now, ticks
from generator.edge.lock import locked
from generator.edge.ourselves import version
from generator.edge.project import HOME, Project, demand_places, preview_of
from generator.edge.resident import Resident
from generator.edge.store import Store
from generator.edge.watch import Watch
from generator.read.litter import is_litter
from generator.values.dataclass import dataclass
from generator.values.dates import today_in
from generator.values.place import Place
from generator.values.problem import Problem, Stop

PORT, TRIES = 8000, 20
"""The usual port, and how many are tried from there on."""
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

    def opened(self, url: str, *, moved: bool) -> None:
        """The preview is there; `moved` when the usual port was taken."""

    def built(self, one: Built) -> None:
        """A build has ended."""

    def browsers(self, one: Built | None) -> Mapping[str, object]:
        """The same for browsers, as plain values; None before the first build."""

    def waiting(self) -> bytes:
        """The page that stands in for a site that was never built."""

    def broken(self, error: Exception) -> Mapping[str, object]:
        """What browsers are told of a mistake of ours; it is said here too."""


class Day:
    """The day that the site was last built for, in its own zone; no other than was ordered comes."""

    def __init__(self, order: Order, now: Callable[[], datetime] = now) -> None:
        self._is_fixed, self._now = order.today is not None, now
        self._zone = self._day = ""

    def learn(self, report: Report | None) -> None:
        """For which day a build was, and in which zone, if it came so far."""
        if report and report.tally:
            self._zone, self._day = report.tally.zone, report.tally.today
            if self._is_fixed or report.today_fixed:
                self._zone = ""

    def has_changed(self) -> bool:
        """Whether it is another day than when this was last asked or the site built."""
        before, zone = self._day, self._zone
        if zone:
            self._day = today_in(zone, self._now()).isoformat()
        return self._day != before


def preview(order: Order, desk: Desk, teller: Teller) -> None:
    """Build, serve, and build again whenever something was saved, until somebody ends it."""
    order = replace(order, project=preview_of(order.project))
    demand_places(order.project)
    with _alone(order.project):
        builder = Resident(
            build_here
        )  # before any thread runs: the quickest way to begin a process
        try:
            _serve(order, desk, teller, builder)
        finally:
            builder.close()


def _serve(
    order: Order, desk: Desk, teller: Teller, builder: "Resident[Order, Built | None]"
) -> None:
    """Answer browsers here, and keep the site as the files are in a thread."""
    try:
        from generator.edge import serve  # noqa: PLC0415 - the building process does without
    except ModuleNotFoundError as error:
        raise Stop(
            Problem("preview/library", Place("build.py"), (("name", str(error.name)),)), 2
        ) from error
    site = order.project.output
    at = (
        serve.post(desk.host, PORT, TRIES)
        if desk.port is None
        else serve.post(desk.host, desk.port)
    )
    watch = Watch(_folders(order.project), is_litter)
    station = serve.Station(site, at, teller.waiting())

    def show(told: Mapping[str, object]) -> None:
        station.show({**told, "build": serve.standing(site)})

    day = Day(order)

    def ask() -> Built:
        seen = replace(order, view=View(station.viewed), touched=watch.touched())
        one = builder.ask(seen, station.show_ahead)
        if one is None:
            builder.renew()
            one = builder.ask(seen, station.show_ahead) or Built(None)
        day.learn(one.report)
        return one

    def build() -> None:
        show(_built(ask, watch, teller))

    def keep() -> None:
        show(teller.browsers(None))
        build()
        if desk.is_opened:
            serve.open_browser(at.url)
        for _ in watch.changes(day.has_changed):
            build()

    teller.opened(at.url, moved=desk.port is None and at.port != PORT)
    try:
        station.run(keep)
    finally:
        watch.end()
        if not station.wait(PATIENCE):
            builder.kill()
            station.wait()


def _built(ask: Callable[[], Built], watch: Watch, teller: Teller) -> Mapping[str, object]:
    """Have it built once, say what came of it here, and what browsers are to be told."""
    try:
        one = ask()
    except Stop as stop:
        one = Built(None, stop.problem)
    except Exception as error:  # noqa: BLE001 - a mistake of ours is told, and the site still shown
        return teller.broken(error)
    if not watch.has_ended:
        teller.built(one)
    return teller.browsers(one)


def build_here(order: Order, show: Callable[[Mapping[str, bytes]], None]) -> Built | None:
    """In the building process: one build; None when the program is no longer the one that began."""
    from generator.app.build import build  # noqa: PLC0415 - nobody else builds

    program = version()
    if not _begun:
        _begun[program] = Stay(program)
    if program not in _begun:
        return None
    began = ticks()
    try:
        seen = replace(order, view=replace(order.view, show=show))
        report = build(seen, stay=_begun[program])
    except Stop as stop:
        return Built(None, stop.problem)
    return Built(report, seconds=ticks() - began)


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
    store = Store(project.output, os.path.dirname(project.output), "preview")
    with ExitStack() as held:
        try:
            held.enter_context(locked(store))
        except Stop as stop:
            if stop.problem.code != "disk/busy":
                raise
            who = dict(stop.problem.facts)
            facts = (("pid", who["pid"]), ("host", who["host"]), ("since", who["since"]))
            busy = Problem("preview/open", stop.problem.place, facts)
            raise Stop(busy, stop.exit_code) from stop
        yield
