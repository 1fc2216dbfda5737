"""Everything up to the commit: files → drafts → Site → Plan → Pages → Artifacts, writing nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.app import wiring
from generator.app.care import with_care
from generator.app.look import Look, look
from generator.app.order import Order, exit_code
from generator.checks import gone
from generator.edge import clock
from generator.edge.project import read_content
from generator.edge.workers import Workers
from generator.exports import assets, manifest
from generator.exports.manifest import Public
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.tally import Tally, tally_of
from generator.plan.plan import Plan, plan_site
from generator.read.assemble import STRAYS, Job, assemble, find_settings
from generator.read.entry import Outcome
from generator.read.source import quoted
from generator.render.templates import render_share, shares
from generator.values.artifact import Artifact
from generator.values.dates import today_in
from generator.values.place import Place
from generator.values.problem import Problem, Stop, by_place
from generator.values.read import Read
from generator.values.source_file import SourceFile

SHARE = 20
"""Pages rendered between two steps of the progress bar."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The finished site, not yet written. `artifacts` is empty unless `exit_code` is 0 or 4."""

    exit_code: int
    problems: tuple[Problem, ...]
    tally: Tally | None
    today_fixed: bool
    pages: int
    artifacts: tuple[Artifact, ...]
    public: Public


def prepare(
    order: Order, read_output: Callable[[str], bytes | None], watch: clock.Stopwatch
) -> Prepared:
    """Read, plan, check and render. `read_output` gives a file of the last build, by path."""
    folder, workers = order.project.folder, Workers(order.jobs)
    public = manifest.read_public(read_output, folder)
    content = read_content(order.project)
    problems = list(content.problems)
    files = content.value or ()
    settings = find_settings(files, folder)
    problems += settings.problems
    if settings.value is None:
        unread = (("count", str(max(0, len(files) - 1))),)
        problems.append(Problem("site/unread", Place(folder), unread))
        return _ended(problems, None, public, order)
    site = _read(order, files, settings.value, workers)
    problems += site.problems
    watch.lap("read")
    bodies = {one.path: one.body for one in files}
    theme = _look(order, settings.value, bodies)
    problems += theme.problems
    if site.value is None or theme.value is None:
        return _ended(problems, site.value, public, order)
    plan = plan_site(site.value, theme.value.language, theme.value.addresses)
    stops = [one for one in (*content.problems, *site.problems) if one.severity == "stop"]
    found = wiring.check(plan, whole=not stops)
    if all(one.code in STRAYS for one in stops):
        found += gone.check(plan, dict(public.entries))
    problems += (quoted(one, bodies.get(one.place.path, b"")) for one in found)
    watch.lap("check")
    if exit_code(tuple(problems), tally_of(site.value), strict=order.strict) == 1:
        return _ended(problems, site.value, public, order)
    pages = _render(order, plan, theme.value, workers)
    problems += pages.problems
    files_made = (
        *(pages.value or ()),
        *assets.hashed(theme.value.files),
        *wiring.export(plan, bodies),
    )
    done = (*files_made, *manifest.export(plan.site, files_made, folder))
    watch.lap("render")
    return _ended(problems, site.value, public, order, done, len(plan.pages))


def _read(
    order: Order, files: tuple[SourceFile, ...], settings: Settings, workers: Workers
) -> Read[Site]:
    today = order.today or settings.today or today_in(settings.zone, clock.now())

    def each(work: Callable[[Job], Read[Outcome]], jobs: Sequence[Job]) -> Iterator[Read[Outcome]]:
        for number, outcome in enumerate(workers.each(partial(with_care, work), jobs), 1):
            order.progress("read", number, len(jobs))
            yield outcome

    return assemble(files, order.project.folder, settings, today, each)


def _look(order: Order, settings: Settings, bodies: Mapping[str, bytes]) -> Read[Look]:
    """The theme; one that cannot be read is told with everything else that is wrong."""
    try:
        return look(order.project, settings)
    except Stop as stop:
        problem = stop.problem
        return Read(None, (quoted(problem, bodies.get(problem.place.path, b"")),))


def _render(order: Order, plan: Plan, theme: Look, workers: Workers) -> Read[tuple[Artifact, ...]]:
    """Pages in shares of a few, so that the bar moves and every process has enough to do."""
    dealt = shares(theme.theme, plan.pages, SHARE)
    done: list[Artifact] = []
    problems: list[Problem] = []
    for share in workers.each(render_share, dealt, SHARE):
        done += share.value or ()
        problems += share.problems
        order.progress("render", len(done), len(plan.pages))
    return Read(tuple(sorted(done, key=lambda one: one.path)), tuple(dict.fromkeys(problems)))


def _ended(  # noqa: PLR0913, PLR0917 - the parts of what was prepared
    problems: list[Problem],
    site: Site | None,
    public: Public,
    order: Order,
    artifacts: tuple[Artifact, ...] = (),
    pages: int = 0,
) -> Prepared:
    ordered = tuple(sorted(problems, key=by_place))
    tally = tally_of(site) if site else None
    code = exit_code(ordered, tally, strict=order.strict)
    fixed = site is not None and order.today is None and site.settings.today is not None
    return Prepared(code, ordered, tally, fixed, pages, () if code == 1 else artifacts, public)
