"""A step as it was taken, and as it is remembered."""

import pickle
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.exports import manifest
from generator.exports.manifest import Row
from generator.plan.questions import Question
from generator.plan.steps import Fact, Step


class Done(NamedTuple):
    """A step as it was taken: what it asked, the rows of its files, facts about them, how many pages.

    `why` is what made it necessary: a question that was answered otherwise than before, or
    `("new",)`, `("output", path)` for a file that was not as we left it, `("basis", part, ...)`,
    one of `DRESSES`. `drawn` names the templates of its pages. `turn` is the number of the build in
    which it was taken; to draw its pages again is not to take it, and changes nothing but `rows`.
    """

    asked: tuple[Question, ...]
    rows: tuple[Row, ...]
    packed: bytes
    pages: int
    why: Question
    drawn: tuple[str, ...] = ()
    turn: int = 0

    @property
    def facts(self) -> dict[Question, Fact]:
        """What others may ask about what it made, but for an entry's line in tables."""
        return unpacked(self.packed)


class Change(NamedTuple):
    """What steps taken anew change: files to write and to remove, shards to tell it; how many pages."""

    written: tuple[Row, ...]
    removed: tuple[str, ...]
    shards: frozenset[str]
    pages: int


def unpacked(packed: bytes) -> dict[Question, Fact]:
    """Facts as they were packed."""
    found: dict[Question, Fact] = pickle.loads(packed)  # noqa: S301 - ours, proven by its digest
    return found


def done_of(plain: tuple[Any, ...], rows: tuple[Any, ...]) -> Done:
    """A step of what was remembered of it and of its files."""
    asked, *rest = plain
    return Done(asked, tuple(map(Row._make, rows)), *rest)


def plain_of(done: Done) -> tuple[Any, ...]:
    """What is to be remembered of a step besides its files."""
    return done.asked, done.packed, done.pages, done.why, done.drawn, done.turn


def plain_all(steps: Mapping[Step, Done]) -> dict[Step, tuple[Any, ...]]:
    """The same of several."""
    return {step: plain_of(done) for step, done in steps.items()}


def rows_of(done: Done) -> tuple[Any, ...]:
    """What is to be remembered of its files."""
    return tuple(map(tuple, done.rows))


def beside(steps: Mapping[Step, Done]) -> Iterator[Row]:
    """The rows of entries' files that the site's own shard tells."""
    for step, done in steps.items():
        if step[0] == "entry":
            yield from (row for row in done.rows if row.shard == manifest.SITE)
