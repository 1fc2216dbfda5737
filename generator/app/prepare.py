"""Everything up to the commit: files → drafts → Site → Frame → Pages → Artifacts, writing nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pickle import dumps

from generator.app import wiring
from generator.app.dress import Dress
from generator.app.findings import findings, is_impossible
from generator.app.ground import THEME, Ground, Told
from generator.app.look import Look
from generator.app.making import Making, make_all, shards, unsettled
from generator.app.marks import Mark, beyond, is_told, joined, marks_of
from generator.app.order import CONTENT, Order, exit_code
from generator.app.past import Past
from generator.app.texts import Keys, Text, read_text, settled
from generator.app.wardrobe import ahead, done, look, ready
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
from generator.plan.plan import Outline
from generator.plan.questions import supply_of
from generator.read.assemble import STRAYS, Job, assemble, find_settings, is_like_a_copy
from generator.read.entry import Outcome
from generator.read.source import quoted
from generator.render.pointing import told_once
from generator.values.artifact import Artifact
from generator.values.dataclass import dataclass, replace
from generator.values.dates import today_in
from generator.values.digest import of_value, sha256
from generator.values.place import Place
from generator.values.problem import Problem, Stop, by_place
from generator.values.read import Read
from generator.values.source_file import SourceFile


def nothing() -> None:
    """Of a site that is not finished nothing is remembered but its texts."""


def as_it_is(ready: "Prepared") -> "Prepared":
    """A site that is not finished gets no manifest."""
    return ready


def nobody(path: str) -> bytes | None:
    """The files of a site that there is not."""
    del path
    return None


@dataclass(frozen=True, slots=True)
class Prepared:
    """The finished site, not yet live. Nothing is told of its files unless it `is_finished`.

    `site` is what was read, as far as it could be; `found` are the problems of no text alone, `desk`
    is what a preview says of single texts.
    `kept` are those that stand in the live site as the last build left them, and as they should;
    `digests` are those of all. `keep_said` puts into memory what was made, `remember` of what.
    One that was only drawn lacks its manifest, `kept` and `digests`; `finish` gives the whole.
    """

    exit_code: int
    problems: tuple[Problem, ...]
    tally: Tally | None
    today_fixed: bool
    public: Public
    is_finished: bool = False
    found: tuple[Problem, ...] = ()
    desk: tuple[Mark, ...] = ()
    site: Site | None = None
    pages: int = 0
    kept: frozenset[str] = frozenset()
    digests: tuple[tuple[str, str], ...] = ()
    keep_said: Callable[[], None] = nothing
    remember: Callable[[], None] = nothing
    finish: Callable[["Prepared"], "Prepared"] = as_it_is


@dataclass(frozen=True, slots=True)
class Live:
    """The site of before: `read` gives a file by its path, `intact` are digests of those as we left them.

    `put` takes the files of the one that comes after it, `settle` is told when the pages of so many
    entries are among them. For a preview, `released` gives those of the site that is public.
    """

    read: Callable[[str], bytes | None]
    intact: Mapping[str, str]
    put: Put = nowhere
    settle: Callable[[int], None] = unsettled
    released: Callable[[str], bytes | None] = nobody


def prepare(order: Order, live: Live, past: Past, watch: clock.Stopwatch) -> Prepared:
    """Read, plan, check and render; what `past` remembers is not done again."""
    drawn = draw(order, live, past, watch)
    return drawn.finish(drawn)


def draw(order: Order, live: Live, past: Past, watch: clock.Stopwatch) -> Prepared:
    """The same without the manifest: who keeps what was drawn can begin before it is made."""
    folder, workers = order.project.folder, Workers(order.jobs)
    with ahead(order.project, past.memory, workers) as dress:
        public = manifest.read_public(live.read, folder)
        content = read_content(order.project)
        files, problems = content.value or (), list(content.problems)
        settings = find_settings(files, folder)
        problems += settings.problems
        if settings.value is None:
            ended = _ended(problems, None, past, public, order)
            return replace(ended, problems=(*ended.problems, *_unread(files, folder)))
        bodies = {one.path: one.body for one in files}
        dressed = cache(partial(_look, order, settings.value, bodies, past, dress))
        site = _read(order, files, settings.value, partial(workers.each, meanwhile=dressed), past)
        problems += _not_told(site.problems, content.problems)
        watch.lap("read")
        theme = dressed()
    problems += theme.problems
    if site.value is None or theme.value is None or _is_wrong(theme, order):
        return _ended(problems, site.value, past, public, order)
    supply = supply_of(site.value.entries, past.fact)
    frame = Frame(site.value, theme.value.language, theme.value.addresses, supply)
    if order.is_preview:
        found = findings(frame, dict(manifest.read_public(live.released, folder).entries))
    else:
        found = _found(order, frame, (*content.problems, *site.problems), public)
    problems += (quoted(one, bodies.get(one.place.path, b"")) for one in found)
    watch.lap("check")
    if _is_over(problems, site.value, order):
        return _ended(problems, site.value, past, public, order)
    past.dress = Dress(past.memory, theme.value.drawn)
    past.compare(frame, _basis(site.value, theme.value, bodies))
    more = [*assets.hashed(theme.value.files)]
    apart = [*map(_row, more)]
    order.view.give({one.path: one.body for one in more if one.path not in live.intact})
    making = Making(past, bodies.__getitem__, live.intact, live.put, live.settle, order.view)
    bench = Bench(frame, theme.value.theme, folder, live.put, is_preview=order.is_preview)
    make_all(making, bench, workers, order.progress)
    done(making.codes, past.memory)
    problems += _beside(theme.problems, making.problems)
    ended = _ended(problems, site.value, past, public, order)
    if making.problems and not order.is_preview:
        return ended  # what was drawn will not be live, and is not remembered as if it were
    for one in more:
        live.put(one.path, one.body)
    copies = any(is_like_a_copy(one.source) for one in site.value.entries)
    is_whole = not making.failed
    ground = Ground(site.value, theme.value, ended.today_fixed, copies, is_whole)

    def remember() -> None:
        past.put_steps(frame, making, apart)
        _put_ground(past, ground, order, ended, _alone(past, content.problems, theme.problems))

    return _Drawn(making, apart, watch).prepared(ended, remember)


def _unread(files: Iterable[SourceFile], folder: str) -> Iterator[Problem]:
    """What was not looked at for want of settings: told last, and nothing to correct itself."""
    count = sum(one.path != f"{folder}/site.yaml" for one in files)
    if count:
        yield Problem("site/unread", Place(folder), (("count", str(count)),), "note")


def _is_wrong(theme: Read[Look], order: Order) -> bool:
    """Whether a theme's mistakes keep the site as it was; in a preview only pages that meet them show it."""
    return not order.is_preview and any(one.severity == "stop" for one in theme.problems)


def _beside(known: Iterable[Problem], met: Iterable[Problem]) -> Iterator[Problem]:
    """What pages met in templates, but for lines of which something is told already."""
    lines = {(one.place.path, one.place.line) for one in known}
    return (one for one in told_once(met) if (one.place.path, one.place.line) not in lines)


def _found(
    order: Order, frame: Frame, problems: Iterable[Problem], public: Public
) -> tuple[Problem, ...]:
    """What is found in the site as a whole, as far as it can be told with what is wrong already."""
    if order.is_trial:
        return findings(frame, dict(public.entries))
    stops = [one for one in problems if one.severity == "stop"]
    found = wiring.check(Outline(frame), whole=not stops)
    if all(one.code in STRAYS for one in stops):
        found += gone.check(frame.site, dict(public.entries))
    return found


@dataclass(frozen=True, slots=True)
class _Drawn:
    """All files of a site but its manifest: those of the steps, and those that are made at every build."""

    making: Making
    apart: list[Row]
    watch: clock.Stopwatch

    def prepared(self, ready: Prepared, remember: Callable[[], None]) -> Prepared:
        """The site as far as it is drawn."""
        return replace(
            ready,
            is_finished=True,
            pages=self.making.pages,
            keep_said=partial(self.making.past.put_said, self.making),
            remember=remember,
            finish=self.finish,
        )

    def finish(self, ready: Prepared) -> Prepared:
        """The finished site."""
        making, intact = self.making, self.making.intact
        drawn = (*making.rows, *self.apart)
        told = [*shards(drawn)]
        for one in told:
            making.put(one.path, one.body)
        rows = (*drawn, *map(_row, told))
        making.past.shards = {
            manifest.name_of(row.path): row.sha256 for row in rows[len(drawn) : -1]
        }
        self.watch.lap("render")
        return replace(
            ready,
            kept=frozenset(one.path for one in rows if intact.get(one.path) == one.sha256),
            digests=tuple((one.path, one.sha256) for one in rows),
        )


def _put_ground(
    past: Past, ground: Ground, order: Order, ended: Prepared, told: dict[str, tuple[Problem, ...]]
) -> None:
    """What the next build may start from; nothing when more is to tell than is `told` of texts and the theme.

    A preview may start from there, too: it knows what was found in the site as a whole.
    """
    site = ground.site
    found = beyond({THEME: told[THEME]}, ended.found)
    single = tuple((path, its) for path, its in told.items() if its)
    past.put_told(dumps(Told(tally_of(site), single, found, ended.desk), 5))
    if found and not order.is_preview:
        past.put_ground(b"")
        return
    bare = replace(site, entries=(), withheld=(), shown=())
    past.put_ground(dumps(replace(ground, site=bare), 5))


def _alone(
    past: Past, refused: Sequence[Problem], of_theme: tuple[Problem, ...]
) -> dict[str, tuple[Problem, ...]]:
    """What there is to tell of each text, by its path, where files were `refused`; and of the theme."""
    told = {path: (*_not_told(its, refused),) for path, its in past.problems().items()}
    return told | {THEME: of_theme}


def _not_told(met: Iterable[Problem], refused: Iterable[Problem]) -> Iterator[Problem]:
    """Without files that texts miss: one that stands there and was refused is told of for that."""
    known = {one.place.path for one in refused}
    for one in met:
        facts = dict(one.facts)
        if one.code != "attachment/missing" or f"{facts['folder']}/{facts['name']}" not in known:
            yield one


def _is_over(problems: list[Problem], site: Site, order: Order) -> bool:
    """Whether what was found keeps the site as it was."""
    if order.is_preview or order.is_trial:
        return is_impossible(problems, site)
    return exit_code(tuple(problems), tally_of(site), strict=order.strict) == CONTENT


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
    shared: Callable[..., Iterator[Text]],
    past: Past,
) -> Read[Site]:
    """The site; a text whose bytes were read before is not read again. Work may be `shared`.

    Where a text that is wrong stops nothing, it is taken as it last was right; a build takes none so.
    """
    today = order.today or settings.today or today_in(settings.zone, clock.now())
    may_settle = order.is_preview or order.is_trial

    def fitting(job: Job, keys: Keys) -> Text | None:
        path = job.file.path
        known = past.text(path)  # what nobody has read before gets its key from whoever reads it
        text = past.fitting(path, keys.of(job), today) if known else None
        return None if text and text.instead and not may_settle else text

    def each(work: Callable[[Job], Read[Outcome]], jobs: Sequence[Job]) -> Iterator[Read[Outcome]]:
        keys = Keys()
        has_texts = past.has_texts  # a first build looks for no reading of before
        texts = {one.file.path: fitting(one, keys) if has_texts else None for one in jobs}
        unread = [job for job in jobs if texts[job.file.path] is None]
        fresh = shared(partial(read_text, work, Keys()), unread)
        for number, job in enumerate(jobs, 1):
            path = job.file.path
            text = texts[path] or next(fresh)
            if may_settle:
                text = settled(text, job, past.text(path))
            read = text.read
            past.learn(path, text, read.problems)
            order.progress("read", number, len(jobs))
            yield read

    folder = order.project.folder
    return assemble(files, folder, settings, today, each, is_preview=order.is_preview)


def _look(
    order: Order,
    settings: Settings,
    bodies: Mapping[str, bytes],
    past: Past,
    dress: Callable[[], None],
) -> Read[Look]:
    """The theme, ready to draw; one that cannot be read is told with everything else that is wrong."""
    dress()
    try:
        found = look(order.project, settings, past.memory)
    except Stop as stop:
        problem = stop.problem
        return Read(None, (quoted(problem, bodies.get(problem.place.path, b"")),))
    if found.value:
        ready(found.value.theme, past.memory)
    return found


def _ended(
    problems: list[Problem],
    site: Site | None,
    past: Past,
    public: Public,
    order: Order,
) -> Prepared:
    """What there is to say of a site that is not finished, or not yet."""
    found = beyond(past.problems(), problems)
    ordered = tuple(sorted(filter(is_told, problems), key=by_place))
    tally = tally_of(site) if site else None
    code = exit_code(ordered, tally, strict=order.strict)
    fixed = site is not None and order.today is None and site.settings.today is not None
    desk: tuple[Mark, ...] = ()
    if site and order.is_preview:
        desk = marks_of(site, joined(past.problems(), found))
    return Prepared(code, ordered, tally, fixed, public, found=found, desk=desk, site=site)
