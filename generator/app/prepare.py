"""Everything up to the commit: files → drafts → Site → Frame → Pages → Artifacts, writing nothing."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from generator.app import wiring
from generator.app.care import with_care
from generator.app.look import Look, look
from generator.app.order import Order, exit_code
from generator.app.workshop import Bench, Taken
from generator.checks import gone
from generator.edge import clock
from generator.edge.project import read_content
from generator.edge.workers import Workers
from generator.exports import assets, manifest
from generator.exports.manifest import Public, Row
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.tally import Tally, tally_of
from generator.plan.frame import Frame
from generator.plan.plan import outline
from generator.read.assemble import STRAYS, Job, assemble, find_settings
from generator.read.entry import Outcome
from generator.read.source import quoted
from generator.render.pointing import told_once
from generator.values.artifact import Artifact
from generator.values.dates import today_in
from generator.values.digest import sha256
from generator.values.place import Place
from generator.values.problem import Problem, Stop, by_place
from generator.values.read import Read
from generator.values.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class Prepared:
    """The finished site, not yet written. `artifacts` is empty unless `exit_code` is 0 or 4.

    `kept` are files of the live site that need not be made again.
    """

    exit_code: int
    problems: tuple[Problem, ...]
    tally: Tally | None
    today_fixed: bool
    public: Public
    pages: int = 0
    artifacts: tuple[Artifact, ...] = ()
    kept: Collection[str] = ()


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
    frame = Frame(site.value, theme.value.language, theme.value.addresses)
    stops = [one for one in (*content.problems, *site.problems) if one.severity == "stop"]
    plan = outline(frame)
    found = wiring.check(plan, whole=not stops)
    if all(one.code in STRAYS for one in stops):
        found += gone.check(plan, dict(public.entries))
    problems += (quoted(one, bodies.get(one.place.path, b"")) for one in found)
    watch.lap("check")
    if exit_code(tuple(problems), tally_of(site.value), strict=order.strict) == 1:
        return _ended(problems, site.value, public, order)
    made = _make(order, Bench(frame, theme.value.theme, folder), workers)
    made.add_all(assets.hashed(theme.value.files))
    made.bring(bodies)
    made.add_all(_manifest(made.rows))
    problems += told_once(made.problems)
    watch.lap("render")
    return _ended(problems, site.value, public, order, made)


@dataclass(slots=True)
class _Made:
    """What has been made so far."""

    rows: list[Row] = field(default_factory=list)
    artifacts: list[Artifact] = field(default_factory=list)
    brought: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    pages: int = 0

    def take(self, taken: Taken) -> None:
        """A step's rows and files."""
        self.rows += taken.rows
        self.artifacts += (Artifact(path, body) for path, body in taken.bodies.items())
        self.brought += taken.brought
        self.problems += taken.problems
        self.pages += taken.pages

    def bring(self, bodies: Mapping[str, bytes]) -> None:
        """The files that people brought along; `bodies` are those of the content folder, by path."""
        self.add_all(Artifact(path, bodies[source]) for path, source in self.brought)

    def add_all(self, artifacts: Iterable[Artifact]) -> None:
        """Files that belong to no entry."""
        for one in artifacts:
            self.rows.append(Row(one.path, sha256(one.body), len(one.body)))
            self.artifacts.append(one)


def _make(order: Order, bench: Bench, workers: Workers) -> _Made:
    """Every step taken, its pages drawn."""
    made = _Made()
    steps = tuple(wiring.all_steps(bench.frame))
    for number, taken in enumerate(workers.each(bench.take, steps), 1):
        made.take(taken)
        order.progress("render", number, len(steps))
    return made


def _manifest(rows: Iterable[Row]) -> Iterator[Artifact]:
    """The shards of the manifest and, last, its root."""
    shards: dict[str, list[Row]] = {manifest.SITE: []}
    for row in rows:
        shards.setdefault(row.shard, []).append(row)
    digests = {}
    for name, held in shards.items():
        shard = manifest.shard(name, held)
        digests[name] = sha256(shard.body)
        yield shard
    yield manifest.root(digests)


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


def _ended(
    problems: list[Problem],
    site: Site | None,
    public: Public,
    order: Order,
    made: _Made | None = None,
) -> Prepared:
    ordered = tuple(sorted(problems, key=by_place))
    tally = tally_of(site) if site else None
    code = exit_code(ordered, tally, strict=order.strict)
    fixed = site is not None and order.today is None and site.settings.today is not None
    if made is None or code == 1:
        return Prepared(code, ordered, tally, fixed, public)
    return Prepared(code, ordered, tally, fixed, public, made.pages, tuple(made.artifacts))
