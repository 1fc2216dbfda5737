"""What has to be made again, made; everything else is taken as it stands."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pickle import dumps

from generator.app import wiring
from generator.app.done import Done
from generator.app.dress import DRESSES
from generator.app.lots import Lots, forget_others, lots_of, sizes, year_of
from generator.app.order import NOBODY, View
from generator.app.past import Past
from generator.app.patches import Patches
from generator.app.redraw import Redrawing, Redrawn
from generator.app.workshop import Bench, Put, Taken, nowhere
from generator.edge.workers import Workers
from generator.exports import manifest
from generator.exports.manifest import Row
from generator.plan.frame import Frame
from generator.plan.questions import Question
from generator.plan.steps import STAGES, Step, path_of, stage
from generator.render.qr import Codes
from generator.values.artifact import Artifact
from generator.values.dataclass import dataclass, field
from generator.values.digest import sha256
from generator.values.problem import Problem

GATHERED = 5
"""A record or a table takes as long as so many pages."""
PATCHED = 200
"""To find out what changed in a template takes as long as to draw so many entries' pages whole."""
Progress = Callable[[str, int, int], None]


def unsettled(count: int) -> None:
    """Of files that nobody waits for on their way to the disk."""
    del count


@dataclass(slots=True)
class Making:
    """A build's steps: those of before that still hold, and those that were taken anew.

    `read` gives a file of the content folder by its path, `put` takes one of the site, `settle` is
    told when the pages of so many entries are there; `intact` are the digests of the files of the
    live site that are as the last build left them; `failed` are steps whose pages met a problem. What
    is in `view` is made first; entries' pages are made by `patches` where there are any. Rows of
    pages that were drawn again, of steps of which all else holds, are in `redrawn` by their paths.
    """

    past: Past
    read: Callable[[str], bytes]
    intact: Mapping[str, str]
    put: Put = nowhere
    settle: Callable[[int], None] = unsettled
    view: View = NOBODY
    patches: Patches | None = None
    steps: dict[Step, Done] = field(default_factory=dict)
    redrawn: dict[str, Row] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    failed: set[Step] = field(default_factory=set)
    every: frozenset[Step] = frozenset()
    codes: Codes = field(default_factory=dict)

    def may_take(self, step: Step) -> bool:
        """Whether a step is one of the site's (any, where `every` is empty) and was not taken yet."""
        return step not in self.steps and (not self.every or step in self.every)

    @property
    def sound(self) -> dict[Step, Done]:
        """What may be remembered: a page at which something was told has to be drawn and told again."""
        return {step: done for step, done in self.steps.items() if step not in self.failed}

    @property
    def pages(self) -> int:
        """How many pages the site has."""
        return sum(one.pages for one in self.steps.values())

    @property
    def rows(self) -> list[Row]:
        """The rows of all files."""
        return [row for one in self.steps.values() for row in one.rows]

    def take(self, taken: Taken, why: Question) -> None:
        """A step that was taken anew, and what made it necessary."""
        self.codes |= taken.codes
        self._tell(taken.step, taken.problems)
        rows = (*taken.rows, *(self._bring(path, source) for path, source in taken.brought))
        facts = dumps(dict(taken.facts), 5)
        self.steps[taken.step] = Done(
            taken.asked, rows, facts, taken.pages, why, taken.drawn, self.past.turn
        )

    def redraw(self, drawn: Redrawn) -> None:
        """Pages of a lot that were drawn again."""
        self.codes |= drawn.codes
        for step, problems in drawn.problems.items():
            self._tell(step, problems)
        if drawn.kept:
            self.past.memory.hold(drawn.lot, drawn.kept)
        self.redrawn |= {row.path: row for row in drawn.rows}

    def still(self, done: Done) -> Done:
        """A step of before that holds, but for pages that were drawn again."""
        if not self.redrawn:
            return done
        return done._replace(rows=tuple(self.redrawn.get(row.path, row) for row in done.rows))

    def _tell(self, step: Step, problems: Sequence[Problem]) -> None:
        self.problems += problems
        if problems:
            self.failed.add(step)

    def _bring(self, path: str, source: str) -> Row:
        """A file that stays as people brought it, and its row."""
        body = self.read(source)
        self.put(path, body)
        return Row(path, sha256(body), len(body))


def make_all(making: Making, bench: Bench, workers: Workers, progress: Progress) -> None:
    """Every step of the site: those anew that asked what has changed, or whose files are not intact."""
    past, frame = making.past, bench.frame
    every = tuple(wiring.all_steps(frame))
    before = past.done()
    waiting = dict(past.users((*past.stale, *_changed_cards(frame, past))))
    for one in every:
        if one not in waiting and (why := _wanting(before.get(one), making)):
            waiting[one] = why
    _let_wait(waiting, making, before)
    making.every = frozenset(every)
    make(making, bench, {one: waiting[one] for one in every if one in waiting}, workers, progress)
    redraw(making, bench, workers, progress)
    made, still = making.steps, making.still
    making.steps = {one: made[one] if one in made else still(before[one]) for one in every}
    forget_others(past.memory, frame.register)


def make_some(
    making: Making, bench: Bench, steps: Iterable[Step], workers: Workers, progress: Progress
) -> None:
    """The steps that asked what has changed or look otherwise, and the new ones of these `steps`."""
    past, frame = making.past, bench.frame
    waiting = dict(past.users((*past.stale, *_changed_cards(frame, past))))
    waiting = {one: ("new",) for one in steps if past.is_new(one)} | waiting
    _let_wait(waiting, making, past.others() if past.dress.changed else {})
    make(making, bench, waiting, workers, progress)
    redraw(making, bench, workers, progress)


def _let_wait(waiting: dict[Step, Question], making: Making, before: Mapping[Step, Done]) -> None:
    """Let steps of `before` wait that look otherwise: those of no entry, and those that are in view.

    All other entries' pages are drawn again by the lot.
    """
    past = making.past
    viewed = [("entry", path) for path in making.view.pages]
    for step in (*(one for one in before if one[0] != "entry"), *viewed):
        done = before.get(step) or past.done_last(step)
        why = past.dress.reason(done.drawn) if done else ()
        if why and step not in waiting:
            waiting[step] = why


def redraw(making: Making, bench: Bench, workers: Workers, progress: Progress) -> None:
    """The pages of entries that look otherwise, the largest years first so that all end together.

    Of a year something is brought from memory, once where its lots come one after the other.
    """
    past, register = making.past, bench.frame.register
    if past.moved or not past.dress.changed:
        return
    lots = sizes(register)
    whole = sum(lots.values())
    patches = making.patches if whole >= PATCHED else None
    redrawing = Redrawing(bench, past, frozenset(making.steps), patches)
    years = Counter[str]()
    for name, size in lots.items():
        years[year_of(name)] += size
    names = sorted(lots, key=lambda name: (-years[year_of(name)], name))
    number = 0
    for drawn in workers.each(redrawing.draw, names, -(-whole // max(len(names), 1))):
        number += lots[drawn.lot]
        if drawn.steps:
            progress("render", number, whole)
        making.redraw(drawn)


def make(
    making: Making,
    bench: Bench,
    waiting: Mapping[Step, Question],
    workers: Workers,
    progress: Progress,
) -> None:
    """The `waiting` steps, each with what made it necessary, and whatever asks for a fact that changes."""
    past = making.past
    rest = dict(waiting)
    number = 0
    while rest:
        for taken in _turn(making, bench, rest, workers):
            number += 1
            progress("render", number, max(number, len(waiting)))
            why = rest.pop(taken.step)
            making.take(taken, why)
            changed = [one for one, fact in taken.facts if past.fact(one) != fact]
            changed += (one for one, told in taken.apart if past.kept_apart(one) != told)
            bench.frame.unlearn(changed)
            bench.frame.learn(taken.facts)
            past.apart.update(taken.apart)
            rest |= {
                step: question
                for step, question in past.users(changed)
                if making.may_take(step) and step not in rest
            }


def _turn(
    making: Making, bench: Bench, rest: Mapping[Step, Question], workers: Workers
) -> Iterator[Taken]:
    """What is taken next: a page in view as soon as its turn has come, else all of a stage.

    Where no more changes than how pages look, what one step makes is nothing to another, and so its
    turn has come.
    """
    turn = min(stage(one) for one in rest)
    due = [one for one in rest if stage(one) == turn]
    viewed = making.view.pages
    is_free = bool(viewed) and all(why[0] in DRESSES for why in rest.values())
    for one in rest if is_free else due:
        if viewed and path_of(one) in viewed:
            with _shown(making, bench):
                taken = bench.take(one)
                yield taken
            return
    if turn == 0:
        yield from _in_lots(making, bench, due, workers)
    else:
        yield from workers.each(bench.take, due, GATHERED if turn < len(STAGES) else 1)


def _in_lots(
    making: Making, bench: Bench, due: Sequence[Step], workers: Workers
) -> Iterator[Taken]:
    """The steps of entries, taken in lots."""
    past = making.past
    lots = lots_of(bench.frame.register, due, making.steps)
    for done in workers.each(Lots(bench, past).take, lots, -(-len(due) // len(lots))):
        if done.kept:
            past.memory.hold(done.name, done.kept)
        yield from done.taken
    making.settle(len(due))


@contextmanager
def _shown(making: Making, bench: Bench) -> Iterator[None]:
    """Show what is put meanwhile, when all of it is there."""
    put, files = making.put, dict[str, bytes]()

    def both(path: str, body: bytes, *, is_new: bool = False) -> None:
        put(path, body, is_new=is_new)
        files[path] = body

    making.put = bench.put = both
    try:
        yield
    finally:
        making.put = bench.put = put
    making.view.give(files)


def _wanting(done: Done | None, making: Making) -> Question:
    """Why a step has to be taken whatever it asks: it is new, or a file of it is not as it made it."""
    if done is None:
        return ("basis", *making.past.moved) if making.past.moved else ("new",)
    intact = making.intact
    lost = next((row.path for row in done.rows if intact.get(row.path) != row.sha256), "")
    return ("output", lost) if lost else ()


def _changed_cards(frame: Frame, past: Past) -> Iterator[Question]:
    """The cards that changed, learnt before any step asks for them: a card is made of its entry alone."""
    for kind, *about in past.stale:
        address = str(about[0]) if about else ""
        if kind == "entry" and frame.register.line(address):
            question = ("card", address)
            card = frame.card_of(frame.entry(address))
            frame.learn([(question, card)])
            if past.fact(question) not in {None, card}:
                yield question


def by_shard(steps: Mapping[Step, Done]) -> dict[str, dict[Step, Done]]:
    """The steps by the shards that tell of their files; an entry's are in two as a rule."""
    found: dict[str, dict[Step, Done]] = {}
    for step, done in steps.items():
        for name in {row.shard for row in done.rows}:
            found.setdefault(name, {})[step] = done
    return found


def shard_rows(making: Making, name: str, its: Mapping[Step, Done]) -> list[Row]:
    """The rows of a shard, of steps taken just now (`its` are told there) and of those of before."""
    past, steps = making.past, making.steps
    before = past.rows_of_shard(name).items()
    held = {step: steps[step].rows if step in steps else rows for step, rows in before}
    held |= {step: done.rows for step, done in its.items()}
    rows = [row for its_rows in held.values() for row in its_rows if row.shard == name]
    if name == manifest.SITE:
        known = {row.path for row in rows}
        known.update(row.path for one in steps.values() for row in one.rows)
        rows += (row for row in past.extra() if row.path not in known)
    return [making.redrawn.get(row.path, row) for row in rows]


def shards(rows: Iterable[Row]) -> Iterable[Artifact]:
    """The shards of the manifest and, last, its root."""
    held: dict[str, list[Row]] = {manifest.SITE: []}
    for row in rows:
        held.setdefault(row.shard, []).append(row)
    digests = {}
    for name, its in held.items():
        made = manifest.shard(name, its)
        digests[name] = sha256(made.body)
        yield made
    yield manifest.root(digests)
