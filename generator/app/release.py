"""The release check: what a build would say and change now, or on another day, and nothing written.

Everything is done as a build does it, with what the last one remembers. What would be published
otherwise than it is goes into a folder of our own, so that before and after can be looked at.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial

from generator.app.changes import Change, changes
from generator.app.order import Order, Report
from generator.app.past import Past
from generator.app.prepare import Live, Prepared, prepare
from generator.app.redline import Redline, redline
from generator.app.seen import blocks, parted
from generator.edge import clock, disk
from generator.edge.cache import Closed
from generator.edge.fault import faults
from generator.edge.foreign import refuse_foreign, standing
from generator.edge.looks import Looks, scan
from generator.edge.ourselves import version
from generator.edge.outbox import Outbox
from generator.edge.project import Project, demand_places, preview_of
from generator.edge.served import read_inside
from generator.edge.store import Store
from generator.edge.survey import trees
from generator.engine.memory import ForgottenError, Memory
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

    Where there is something to stop it, nothing is known of `changes`; `stopped` is what kept us
    from looking at all. `site` and `organ` are whose it is, `issue` the number of the month's issue
    and which in the series it is, `addresses` the pages of sources; `is_first` where nothing was ever
    released.
    """

    report: Report
    today: str = ""
    usual: str = ""
    site: str = ""
    organ: str = ""
    issue: tuple[int, int] = (0, 0)
    changes: tuple[Change, ...] | None = None
    is_first: bool = False
    notices: tuple[Notice, ...] = ()
    addresses: tuple[tuple[str, str], ...] = ()
    stopped: Problem | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """A page before and after: what its own text, and that around it, say otherwise.

    No `change` where there is no such page, or it is as it was.
    """

    change: Change | None
    text: Redline = ()
    frame: Redline = ()
    sides: tuple[str, str] = ("", "")
    is_known: bool = True


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
        _forget(_home(project))
    known = days.pop(today, None)
    if known is None or known.sight != sight or known.day != _day(known.check):
        result = _checked(order, today)
        is_sure = bool(_day(result)) and not any(one.young(began) for one in sight)
        known = _Known(result, sight if is_sure else (), _day(result))
    days[today] = known
    for one in [*days][:-_KEPT]:
        del days[one]
        _forget(_folder(project, one))
    return known.check


def _forget(folder: str) -> None:
    """Remove files that nobody looks at any more; what cannot be removed is in nobody's way."""
    with suppress(OSError):
        disk.clear(folder)


def compare(order: Order, path: str, today: str = "") -> Compared:
    """A page of the release beside the one that is published."""
    changes = check(order, today).changes
    change = next((one for one in changes or () if one.path == path), None)
    if change is None:
        return Compared(change, is_known=changes is not None)
    before, after = bodies(order.project, path, today)
    sides = sha256(before or b""), sha256(after or b"")
    if change.of == "file":
        return Compared(change, sides=sides)
    old, old_frame = parted(before or b"")
    new, new_frame = parted((after if change.how != "gone" else b"") or b"")
    text = redline(blocks(old), blocks(new))
    is_both = change.how == "changed"
    around = redline(blocks(old_frame), blocks(new_frame)) if is_both else ()
    return Compared(change, text, around, sides)


def bodies(project: Project, path: str, today: str) -> tuple[bytes | None, bytes | None]:
    """A file as it is published, and as it would be by the last check; no link is followed.

    The path must be one that can stand in a site.
    """
    before = read_inside(project.output, path)
    made = read_inside(_folder(project, today), path)
    return before, before if made is None else made


def _day(check_: ReleaseCheck) -> str:
    """The day it is where the site's calendar counts; empty where nobody could say."""
    tally = check_.report.tally
    return clock.day_in(tally.zone) if tally else ""


def _checked(order: Order, today: str) -> ReleaseCheck:
    """The check as it is now, whatever was known; what keeps us from it is an answer, too."""
    try:
        demand_places(order.project)
        rows = _published(order.project)
        result = _tried(order, today, rows)
        for _ in range(_TRIES):
            again = _published(order.project)
            if again == rows:
                return result
            rows = again
            result = _tried(order, today, rows)
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


def _tried(order: Order, today: str, rows: tuple[Row, ...]) -> ReleaseCheck:
    memory = Memory(Closed(order.project.cache), version())
    try:
        return _dry(order, today, rows, memory)
    except ForgottenError:
        return _dry(order, today, rows, memory.blank())


def _dry(order: Order, today: str, rows: tuple[Row, ...], memory: Memory) -> ReleaseCheck:
    """A build up to the commit; what it makes and is not published so goes into the folder of its day."""
    project, past = order.project, Past(memory)
    digests = {row.path: row.sha256 for row in rows}
    intact = {path: one for path, one in past.digests().items() if digests.get(path) == one}
    name, own = os.path.basename(project.output), _home(project)
    store = Store(project.output, own, name, is_lasting=False)
    dated = replace(order, today=date.fromisoformat(today)) if today else order
    with faults(store):
        disk.make_folder(own)
    with Outbox(store) as outbox:
        live = Live(partial(read_inside, project.output), intact, outbox.put)
        ready = prepare(dated, live, past, clock.Stopwatch())
        foreign = _foreign(store, ready)
        with faults(store):
            disk.make_folder(store.fresh)
            disk.clear(_folder(project, today))
            disk.replace(store.fresh, _folder(project, today))
    found = None
    if ready.is_finished and ready.site:

        def after(path: str) -> bytes | None:
            return bodies(project, path, today)[1]

        found = tuple(changes(rows, live.read, after, (project.folder, ready.site.settings.name)))
    return _told(order, ready, foreign, found, is_first=not rows)


def _foreign(store: Store, ready: Prepared) -> tuple[Problem, ...]:
    """That somebody else's files stand where the site is to be written; a build would refuse."""
    try:
        with faults(store):
            refuse_foreign(store, standing(store), ready.public.paths)
    except Stop as stop:
        return (stop.problem,)
    return ()


def _home(project: Project) -> str:
    return os.path.join(os.path.dirname(preview_of(project).output), "release")


def _folder(project: Project, today: str) -> str:
    """Where the files stand that a release of that day would change."""
    return os.path.join(_home(project), today or "today")


# What else there is to know


def _told(
    order: Order,
    ready: Prepared,
    foreign: tuple[Problem, ...],
    found: tuple[Change, ...] | None,
    *,
    is_first: bool,
) -> ReleaseCheck:
    report = Report(
        exit_code=CONTENT_PROBLEMS if foreign else ready.exit_code,
        problems=(*ready.problems, *foreign),
        tally=ready.tally,
        today_fixed=ready.today_fixed,
        pages=ready.pages,
    )
    site = ready.site
    if site is None:
        return ReleaseCheck(report, changes=found, is_first=is_first)
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
