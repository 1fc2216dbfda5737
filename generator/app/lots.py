"""Entries in lots, a month of a category each: taken as one piece of work, and what their pages say kept.

Whoever works at a template draws the same pages over and over; to plan them would be half of that.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from generator.app.past import Past
from generator.app.workshop import Bench, Taken
from generator.engine.memory import Memory
from generator.plan.gist import shard_of
from generator.plan.line import Line
from generator.plan.register import Register
from generator.plan.steps import Said, Step

_FAMILY = "pages"
"""The packs of what pages say, one for each lot."""
Kept = tuple[int, Any]
"""The turn in which a step was taken, and what its pages said then."""


class Lot(NamedTuple):
    """Steps of entries, and the name of the pack of what their pages say.

    It `is_whole` when all entries of that month are in it: only then it is kept.
    """

    name: str
    steps: tuple[Step, ...]
    is_whole: bool


class Lotted(NamedTuple):
    """What came of a lot's steps, and the digest of the pack; empty where none was written."""

    name: str
    taken: tuple[Taken, ...]
    kept: str


def sizes(register: Register) -> dict[str, int]:
    """All lots of the site, by their names: how many entries there are in each."""
    return {
        _named(category, month): count
        for (category, _), gist in register.gists.items()
        for month, (_, count, _) in gist.months.items()
    }


def year_of(name: str) -> str:
    """What the lots of a category's year have in common, by the name of one."""
    return name[: -len("-01")]


def steps_beside(register: Register, name: str) -> dict[str, list[Step]]:
    """The steps of all entries of a lot, and of the others of its year."""
    category, year = year_of(name).removeprefix(f"{_FAMILY}-").rsplit("-", 1)
    found: dict[str, list[Step]] = {}
    for one in register.held(category, int(year)):
        found.setdefault(_named(category, one.month), []).append(("entry", one.address))
    return found


def lots_of(register: Register, steps: Iterable[Step], besides: Iterable[Step]) -> list[Lot]:
    """The steps of entries in lots; those `besides` were taken already."""
    lots: dict[str, list[Step]] = {}
    for step in steps:
        lots.setdefault(_lot_of(register, step), []).append(step)
    taken = Counter(_lot_of(register, one) for one in besides if one[0] == "entry")
    return [
        Lot(name, (*its,), len(its) + taken[name] == _size(_line(register, its[0]), register))
        for name, its in lots.items()
    ]


def forget_others(memory: Memory, register: Register) -> None:
    """Forget what pages said in months of which nothing is published any more."""
    for name in {*memory.names(_FAMILY)} - sizes(register).keys():
        memory.put(name, {})


def _named(category: str, month: str) -> str:
    return f"{_FAMILY}-{category}-{month}"


def _lot_of(register: Register, step: Step) -> str:
    line = _line(register, step)
    return _named(line.category, line.month)


def _line(register: Register, step: Step) -> Line:
    line = register.line(str(step[1]))
    assert line
    return line


def _size(line: Line, register: Register) -> int:
    """How many entries there are in a line's month of its category."""
    return register.gists[shard_of(line)].months[line.month][1]


class Lots:
    """What it takes to take lots of steps."""

    def __init__(self, bench: Bench, past: Past) -> None:
        self._bench, self._past = bench, past

    def take(self, lot: Lot) -> Lotted:
        """Take the steps of a lot."""
        if not lot.is_whole:
            return Lotted(lot.name, (*map(self._bench.take, lot.steps),), "")
        said: dict[Step, Said] = {}
        self._bench.said = said
        taken = (*map(self._bench.take, lot.steps),)
        self._bench.said = None
        turn = self._past.turn
        kept = {step: (turn, its) for step, its in said.items()}
        return Lotted(lot.name, taken, self._past.memory.lay_one(lot.name, kept))
