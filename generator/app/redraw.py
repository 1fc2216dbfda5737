"""Entries' pages that look otherwise though they say what they said: drawn again, a shard at a time.

What they say is kept between such builds: whoever works at a template draws the same pages over and
over. A first build keeps nothing of it, and who never touches a theme pays nothing for it.
"""

import pickle
from collections.abc import Mapping
from typing import NamedTuple

from generator.app.done import Done
from generator.app.past import Past
from generator.app.workshop import Bench
from generator.exports.manifest import Row
from generator.plan.pages import Page
from generator.plan.steps import Step, bare, framed, pages_again
from generator.render import qr
from generator.values.digest import sha256
from generator.values.problem import Problem

FAMILY = "pages"
"""The packs of what pages say, one for each shard."""
_Kept = tuple[int, bytes]
"""The turn in which a step was taken, and what its pages said then."""


class Redrawn(NamedTuple):
    """The pages of a shard's entries, drawn again: their rows by address, and what was wrong by step.

    `kept` is the pack of what they say; empty where it is as it was.
    """

    shard: str
    rows: dict[str, Row]
    problems: dict[Step, tuple[Problem, ...]]
    codes: qr.Codes
    kept: str


class Redrawing:
    """What it takes to draw the `standing` steps' pages again, which are given by their shards."""

    def __init__(
        self, bench: Bench, past: Past, standing: Mapping[str, Mapping[Step, Done]]
    ) -> None:
        self._bench, self._past, self.standing = bench, past, standing

    def draw(self, shard: str) -> Redrawn:
        """Draw the pages of a shard's steps."""
        name = f"{FAMILY}-{shard}"
        known: dict[Step, _Kept] = self._past.memory.pack(name)
        now: dict[Step, _Kept] = {}
        rows: dict[str, Row] = {}
        problems: dict[Step, tuple[Problem, ...]] = {}
        for step, before in self.standing[shard].items():
            pages, now[step] = self._pages(step, before, known.get(step, (-1, b"")))
            stand = {row.path: row for row in before.rows}
            for page in pages:
                read = self._bench.draw(page)
                if read.value is None:
                    problems[step] = (*problems.get(step, ()), *read.problems)
                    continue
                was, digest = stand[page.path], sha256(read.value)
                if digest != was.sha256:
                    self._bench.put(page.path, read.value)
                rows[page.path] = was._replace(sha256=digest, size=len(read.value))
        is_known = all(known.get(step) == one for step, one in now.items())
        kept = "" if is_known else self._past.memory.lay_one(name, {**known, **now})
        return Redrawn(shard, rows, problems, qr.fresh(), kept)

    def _pages(self, step: Step, before: Done, kept: _Kept) -> tuple[tuple[Page, ...], _Kept]:
        """What a step's pages say, as it is kept from the turn in which that was taken, or planned."""
        frame = self._bench.frame
        turn, packed = kept
        if turn == before.turn:
            pages: tuple[Page, ...] = pickle.loads(packed)  # noqa: S301 - ours, proven by its digest
            return framed(frame, pages), kept
        address = str(step[1])
        stand = {row.path: (row.sha256, row.size) for row in before.rows}
        pages = pages_again(frame, address, stand)
        frame.release(address)
        return pages, (before.turn, pickle.dumps(bare(pages), 5))
