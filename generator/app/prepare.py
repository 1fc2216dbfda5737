"""Everything up to the commit: files → drafts → Site → Frame → Pages → Artifacts, writing nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pickle import dumps

from generator.app import wiring
from generator.app.dress import Dress
from generator.app.ground import Ground, Told
from generator.app.look import Look
from generator.app.making import Making, make_all, shards
from generator.app.order import Order, exit_code
from generator.app.past import Past
from generator.app.texts import Keys, read_text
from generator.app.wardrobe import done, look, ready
from generator.app.workshop import Bench, Put, nowhere
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
from generator.plan.questions import supply_of
from generator.read.assemble import STRAYS, Job, assemble, find_settings, is_like_a_copy
from generator.read.entry import Outcome
from generator.read.source import quoted
from generator.render.pointing import told_once
from generator.values.artifact import Artifact
from generator.values.dataclass import dataclass
from generator.values.dates import today_in
from generator.values.digest import of_value, sha256
from generator.values.place import Place
from generator.values.problem import Problem, Stop, by_place
from generator.values.read import Read
from generator.values.source_file import SourceFile


def nothing() -> None:
    """Of a site that is not finished nothing is remembered but its texts."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The finished site, not yet live. Nothing is told of its files unless `exit_code` is 0 or 4.

    `kept` are those that stand in the live site as the last build left them, and as they should;
    `digests` are those of all. `remember` puts into memory what it was made of.
    """

    exit_code: int
    problems: tuple[Problem, ...]
    tally: Tally | None
    today_fixed: bool
    public: Public
    pages: int = 0
    kept: frozenset[str] = frozenset()
    digests: tuple[tuple[str, str], ...] = ()
    remember: Callable[[], None] = nothing


@dataclass(frozen=True, slots=True)
class Live:
    """The site of before: `read` gives a file by its path, `intact` are digests of those as we left them.

    `put` takes the files of the one that comes after it.
    """

    read: Callable[[str], bytes | None]
    intact: Mapping[str, str]
    put: Put = nowhere


def prepare(order: Order, live: Live, past: Past, watch: clock.Stopwatch) -> Prepared:
    """Read, plan, check and render; what `past` remembers is not done again."""
    folder, workers = order.project.folder, Workers(order.jobs)
    public = manifest.read_public(live.read, folder)
    content = read_content(order.project)
    problems = list(content.problems)
    files = content.value or ()
    settings = find_settings(files, folder)
    problems += settings.problems
    if settings.value is None:
        unread = (("count", str(max(0, len(files) - 1))),)
        problems.append(Problem("site/unread", Place(folder), unread))
        return _ended(problems, None, public, order)
    site = _read(order, files, settings.value, workers, past)
    problems += site.problems
    watch.lap("read")
    bodies = {one.path: one.body for one in files}
    theme = _look(order, settings.value, bodies, past)
    problems += theme.problems
    if site.value is None or theme.value is None:
        return _ended(problems, site.value, public, order)
    supply = supply_of(site.value.entries, past.fact)
    frame = Frame(site.value, theme.value.language, theme.value.addresses, supply)
    stops = [one for one in (*content.problems, *site.problems) if one.severity == "stop"]
    found = wiring.check(outline(frame), whole=not stops)
    if all(one.code in STRAYS for one in stops):
        found += gone.check(site.value, dict(public.entries))
    problems += (quoted(one, bodies.get(one.place.path, b"")) for one in found)
    watch.lap("check")
    if exit_code(tuple(problems), tally_of(site.value), strict=order.strict) == 1:
        return _ended(problems, site.value, public, order)
    past.dress = Dress(past.memory, theme.value.drawn)
    past.compare(frame, _basis(site.value, theme.value, bodies))
    ready(theme.value.theme, past.memory)
    making = Making(past, bodies.__getitem__, live.intact, live.put)
    bench = Bench(frame, theme.value.theme, folder, live.put)
    make_all(making, bench, workers, order.progress)
    done(making.codes, past.memory)
    problems += told_once(making.problems)
    if making.problems:  # what was drawn will not be live, and is not remembered as if it were
        return _ended(problems, site.value, public, order)
    more = [*assets.hashed(theme.value.files)]
    apart = [*map(_row, more)]
    told = [*shards((*making.rows, *apart))]
    digests = {manifest.name_of(one.path): sha256(one.body) for one in told[:-1]}
    more += told
    for one in more:
        live.put(one.path, one.body)
    watch.lap("render")
    basis = site.value, theme.value

    def remember() -> None:
        past.put_steps(frame, making, apart, digests)
        _put_ground(past, *basis, order, problems)

    return _ended(problems, site.value, public, order, _Made(making, more, remember))


@dataclass(frozen=True, slots=True)
class _Made:
    """All files of the site: those of the steps, and those that are made at every build."""

    making: Making
    more: list[Artifact]
    remember: Callable[[], None]

    def prepared(self, ready: Prepared) -> Prepared:
        """The finished site."""
        intact = self.making.intact
        rows = (*self.making.rows, *map(_row, self.more))
        return replace(
            ready,
            pages=self.making.pages,
            remember=self.remember,
            kept=frozenset(one.path for one in rows if intact.get(one.path) == one.sha256),
            digests=tuple((one.path, one.sha256) for one in rows),
        )


def _put_ground(past: Past, site: Site, theme: Look, order: Order, problems: list[Problem]) -> None:
    """What the next build may start from; nothing when more is to be told than of single texts."""
    of_texts = past.problems()
    single = sorted((one for its in of_texts.values() for one in its), key=by_place)
    if single != sorted(problems, key=by_place):
        past.put_ground(b"")
        return
    fixed = order.today is None and site.settings.today is not None
    copies = any(is_like_a_copy(one.source) for one in site.entries)
    ground = Ground(replace(site, entries=(), withheld=()), theme, fixed, copies)
    past.put_ground(dumps(ground, 5))
    past.put_told(dumps(Told(tally_of(site), tuple(of_texts.items())), 5))


def _row(file: Artifact) -> Row:
    """The row of a file that belongs to no entry."""
    return Row(file.path, sha256(file.body), len(file.body))


def _basis(site: Site, theme: Look, bodies: Mapping[str, bytes]) -> dict[str, str]:
    """Digests of everything that steps rest on but entries, the day, and how pages look."""
    parts = {
        "settings": (replace(site.settings, today=None, publish=()), site.categories),
        "calendar": site.calendar,
        "letters": site.letters,
        "standing": site.standing,
        "files": [(one.address, one.source, sha256(bodies[one.source])) for one in site.files],
        "words": theme.said,
    }
    return {name: of_value(part) for name, part in parts.items()}


def _read(
    order: Order,
    files: tuple[SourceFile, ...],
    settings: Settings,
    workers: Workers,
    past: Past,
) -> Read[Site]:
    """The site; a text whose bytes were read before is not read again."""
    today = order.today or settings.today or today_in(settings.zone, clock.now())

    def each(work: Callable[[Job], Read[Outcome]], jobs: Sequence[Job]) -> Iterator[Read[Outcome]]:
        every = Keys()
        keys = {job.file.path: every.of(job) for job in jobs}
        texts = {path: past.fitting(path, key, today) for path, key in keys.items()}
        unread = [(keys[path], job) for job in jobs if texts[path := job.file.path] is None]
        fresh = workers.each(partial(read_text, work), unread)
        for number, job in enumerate(jobs, 1):
            text = texts[job.file.path] or next(fresh)
            read = text.read
            past.learn(job.file.path, text, read.problems)
            order.progress("read", number, len(jobs))
            yield read

    return assemble(files, order.project.folder, settings, today, each)


def _look(order: Order, settings: Settings, bodies: Mapping[str, bytes], past: Past) -> Read[Look]:
    """The theme; one that cannot be read is told with everything else that is wrong."""
    try:
        return look(order.project, settings, past.memory)
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
    ended = Prepared(code, ordered, tally, fixed, public)
    return made.prepared(ended) if made and code != 1 else ended
