"""Entries' pages that look otherwise though they say what they said: drawn again, a lot at a time."""

from collections.abc import Container
from typing import NamedTuple

from generator.app.done import Done
from generator.app.lots import Kept, steps_in
from generator.app.past import Past
from generator.app.workshop import Bench
from generator.exports.manifest import Row
from generator.plan.pages import Page
from generator.plan.steps import Step, pages_again, pages_of, said_by
from generator.render import qr
from generator.values.digest import sha256
from generator.values.problem import Problem


class Redrawn(NamedTuple):
    """The pages of a lot's entries, drawn again: their rows by address, and what was wrong by step.

    `kept` is the pack of what they say; empty where it is as it was.
    """

    lot: str
    rows: dict[str, Row]
    problems: dict[Step, tuple[Problem, ...]]
    codes: qr.Codes
    kept: str


class Redrawing:
    """What it takes to draw entries' pages again that look otherwise, but for those of steps `taken` anew.

    A worker finds out for itself what stands in its lots: who shares them need not bring all first.
    """

    def __init__(self, bench: Bench, past: Past, taken: Container[Step]) -> None:
        self._bench, self._past, self._taken = bench, past, taken

    def standing(self, lot: str) -> dict[Step, Done]:
        """The steps of a lot whose pages are to be drawn again."""
        steps = steps_in(self._bench.frame.register, lot)
        known = ((step, self._past.done_last(step)) for step in steps if step not in self._taken)
        reason = self._past.dress.reason
        return {step: done for step, done in known if done and reason(done.drawn)}

    def draw(self, lot: str) -> Redrawn:
        """Draw the pages of these steps."""
        standing = self.standing(lot)
        known: dict[Step, Kept] = self._past.memory.passing(lot) if standing else {}
        now: dict[Step, Kept] = {}
        rows: dict[str, Row] = {}
        problems: dict[Step, tuple[Problem, ...]] = {}
        for step, before in standing.items():
            pages, now[step] = self._pages(step, before, known.get(step, (-1, ())))
            stand = {row.path: row for row in before.rows}
            for page in pages:
                read = self._bench.draw(page)
                if read.problems:  # also where a preview has a page that says so
                    problems[step] = (*problems.get(step, ()), *read.problems)
                if read.value is None:
                    continue
                was, digest = stand[page.path], sha256(read.value)
                if digest != was.sha256:
                    self._bench.put(page.path, read.value, is_new=True)
                rows[page.path] = was._replace(sha256=digest, size=len(read.value))
        is_known = all(known.get(step) == one for step, one in now.items())
        kept = "" if is_known else self._past.memory.lay_one(lot, {**known, **now})
        return Redrawn(lot, rows, problems, qr.fresh(), kept)

    def _pages(self, step: Step, before: Done, kept: Kept) -> tuple[tuple[Page, ...], Kept]:
        """What a step's pages say, as it is kept from the turn in which that was taken, or planned."""
        frame = self._bench.frame
        turn, said = kept
        if turn == before.turn:
            return pages_of(frame, said), kept
        address = str(step[1])
        stand = {row.path: (row.sha256, row.size) for row in before.rows}
        pages = pages_again(frame, address, stand)
        frame.release(address)
        return pages, (before.turn, said_by(pages))
