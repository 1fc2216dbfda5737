"""The release check: what a build would say and change now, or on another day, and nothing written."""

import os
from collections.abc import Iterator
from datetime import date
from functools import partial

from generator.app.changes import Change
from generator.app.days import forget, forget_days
from generator.app.order import Order, Report
from generator.app.redline import Redline, redline
from generator.app.rehearsal import Rehearsed, bodies, rehearse
from generator.app.seen import blocks, parted
from generator.edge import clock
from generator.edge.looks import Looks, scan
from generator.edge.project import Project, demand_places, preview_of
from generator.edge.served import read_inside
from generator.edge.survey import trees
from generator.exports import manifest
from generator.exports.manifest import Row
from generator.model.address import address_of
from generator.model.issue import issue_of
from generator.model.site import Site
from generator.values.dataclass import dataclass
from generator.values.dates import month_of, today_in
from generator.values.digest import sha256
from generator.values.place import Place
from generator.values.problem import Problem, Stop

_TRIES = 3
"""So often we begin anew when the published site has changed meanwhile."""
_KEPT = 3
"""So many days are remembered, with the files of each."""
CONTENT_PROBLEMS = 1


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice whose display period runs, or has ended since the order's own day; days in ISO form.

    `left` are the days left after that day, `working` the working days, -1 where it is not counted
    in them; below zero it is over.
    """

    title: str
    source: str
    address: str
    start: str
    end: str
    left: int
    working: int


@dataclass(frozen=True, slots=True)
class ReleaseCheck:
    """What stands between now and a release as of `today`; `usual` is the day without a simulation.

    Where something stops it, `changes` are those of all that can be read, or None where there can be no
    site at all; `stopped` is what kept us from looking. `site` and `organ` are whose it is, `issue` the
    number of the month's issue and which in the series it is, `addresses` the pages of sources;
    `is_first` where nothing was ever released, `is_whole` if nothing more can be found when this is right.
    """

    report: Report
    today: str = ""
    usual: str = ""
    site: str = ""
    organ: str = ""
    issue: tuple[int, int] = (0, 0)
    changes: tuple[Change, ...] | None = None
    is_first: bool = False
    is_whole: bool = False
    notices: tuple[Notice, ...] = ()
    addresses: tuple[tuple[str, str], ...] = ()
    stopped: Problem | None = None

    @property
    def stops(self) -> int:
        """How many things stand in the way of the release."""
        every = (*([self.stopped] if self.stopped else ()), *self.report.problems)
        return sum(one.severity == "stop" for one in every)


@dataclass(frozen=True, slots=True)
class Compared:
    """A page before and after: what its own text, and that around it, say otherwise.

    No `change` where there is no such page, or it is as it was. `stops` are how many things elsewhere
    or here keep it from being released.
    """

    change: Change | None
    text: Redline = ()
    frame: Redline = ()
    sides: tuple[str, str] = ("", "")
    is_known: bool = True
    stops: int = 0


@dataclass(frozen=True, slots=True)
class _Known:
    """A check and what it was made of: how everything looked, and the day it was in the site's zone."""

    check: ReleaseCheck
    sight: tuple[Looks, ...]
    day: str


_known: dict[str, dict[str, _Known]] = {}
"""What was checked in this process, by content folder and the day asked for, the latest last."""


def check(order: Order, today: str = "") -> ReleaseCheck:
    """What a release would be, on the day asked for in ISO form, or on the order's own.

    The same is not worked out twice.
    """
    project = order.project
    began = clock.instant()
    sight = tuple(map(scan, trees(project.content, project.themes, project.output).values()))
    days = _known.setdefault(project.content, {})
    if not days:
        forget_days(project)
    known = days.pop(today, None)
    if known is None or known.sight != sight or known.day != _day(known.check):
        result = _checked(order, today)
        is_sure = bool(_day(result)) and not any(one.young(began) for one in sight)
        known = _Known(result, sight if is_sure else (), _day(result))
    days[today] = known
    for one in [*days][:-_KEPT]:
        del days[one]
        forget(project, one)
    return known.check


def compare(order: Order, path: str, today: str = "") -> Compared:
    """A page of the release beside the one that is published."""
    found = check(order, today)
    change = next((one for one in found.changes or () if one.path == path), None)
    if change is None:
        return Compared(change, is_known=found.changes is not None, stops=found.stops)
    before, after = bodies(order.project, path, today)
    sides = sha256(before or b""), sha256(after or b"")
    if change.of == "file":
        return Compared(change, sides=sides, stops=found.stops)
    old, old_frame = parted(before or b"")
    new, new_frame = parted((after if change.how != "gone" else b"") or b"")
    text = redline(blocks(old), blocks(new))
    is_both = change.how == "changed"
    around = redline(blocks(old_frame), blocks(new_frame)) if is_both else ()
    return Compared(change, text, around, sides, stops=found.stops)


def _day(check_: ReleaseCheck) -> str:
    """The day it is where the site's calendar counts; empty where nobody could say."""
    tally = check_.report.tally
    return clock.day_in(tally.zone) if tally else ""


def _checked(order: Order, today: str) -> ReleaseCheck:
    """The check as it is now, whatever was known; what keeps us from it is an answer, too."""
    try:
        demand_places(order.project)
        rows = _published(order.project)
        result = _told(order, rehearse(order, today, rows), is_first=not rows)
        for _ in range(_TRIES):
            again = _published(order.project)
            if again == rows:
                return result
            rows = again
            result = _told(order, rehearse(order, today, rows), is_first=not rows)
        raise _torn(order.project)
    except Stop as stop:
        return ReleaseCheck(Report(stop.exit_code, ()), today, stopped=stop.problem)


def _published(project: Project) -> tuple[Row, ...]:
    """What the last release left, by its manifest."""
    rows = manifest.read_rows(partial(read_inside, project.output))
    if rows is None:
        raise _torn(project)
    return rows


def _torn(project: Project) -> Stop:
    name = os.path.basename(project.output)
    return Stop(Problem("preview/unsettled", Place(name), (("name", name),)), 75)


# What else there is to know


def _told(order: Order, rehearsed: Rehearsed, *, is_first: bool) -> ReleaseCheck:
    ready, found = rehearsed.ready, rehearsed.changes
    stops = any(one.severity == "stop" for one in rehearsed.problems)
    report = Report(
        exit_code=CONTENT_PROBLEMS if stops else ready.exit_code,
        problems=rehearsed.problems,
        tally=ready.tally,
        today_fixed=ready.today_fixed,
        pages=ready.pages,
    )
    site = ready.site
    if site is None:
        return ReleaseCheck(report, changes=found, is_first=is_first, is_whole=rehearsed.is_whole)
    settings = site.settings
    usual = order.today or settings.today or today_in(settings.zone, clock.now())
    month = month_of(site.today)
    issue = issue_of(month, settings.series.start)
    return ReleaseCheck(
        report,
        today=site.today.isoformat(),
        usual=usual.isoformat(),
        site=settings.name,
        organ=settings.organ,
        issue=(issue.number, issue.total) if month >= settings.series.start else (0, 0),
        changes=found,
        is_first=is_first,
        is_whole=rehearsed.is_whole,
        notices=tuple(_notices(site, usual)),
        addresses=tuple(_addresses(order.project, site, report)),
    )


def _notices(site: Site, usual: date) -> list[Notice]:
    """Those that run, and those that have ended since the usual day, by their end."""
    found = [
        Notice(
            one.title,
            one.source,
            one.address,
            shown.start.isoformat(),
            shown.end.isoformat(),
            shown.days_left(site.today),
            shown.working_left(site.today, site.calendar) if shown.working else -1,
        )
        for one in site.entries
        if (shown := one.display) and one.listed and shown.start <= site.today
        if shown.end >= min(usual, site.today)
    ]
    return sorted(found, key=lambda one: (one.end, one.address))


def _addresses(project: Project, site: Site, report: Report) -> Iterator[tuple[str, str]]:
    """Where that stands which something is said of: a text, or a table beside it.

    What cannot be read has a page in the preview alone.
    """
    tally = report.tally
    wanted = {one.place.path for one in report.problems}
    wanted |= {one.source for one in tally.ahead} if tally else set()
    pages = {text.source.rpartition(".")[0]: text.address for text in site.texts}
    for path in sorted(wanted):
        address = pages.get(path.rpartition(".")[0]) or pages.get(path.rpartition("/")[0])
        parts = path.split("/")
        if address is None and len(parts) > 2:
            usual = address_of(path, parts[1])
            stand_in = read_inside(preview_of(project).output, usual)
            address = usual if stand_in is not None else None
        if address:
            yield path, address
