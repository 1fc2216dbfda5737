"""Entries' pages that look otherwise though they say what they said: drawn again, a lot at a time."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from generator.app.done import Done
from generator.app.lots import Kept, steps_beside
from generator.app.past import Past
from generator.app.patches import Patches
from generator.app.workshop import Bench
from generator.exports.manifest import Row
from generator.plan.frame import Frame
from generator.plan.pages import Page
from generator.plan.pages.entry import EntryPage
from generator.plan.steps import Step, pages_again, pages_of, said_by
from generator.render import qr
from generator.render.templates import TEMPLATE_OF
from generator.values.digest import sha256
from generator.values.problem import Problem
from generator.values.read import Read


class Redrawn(NamedTuple):
    """Pages of so many `steps` of a lot, drawn again: rows of those that changed, what was wrong by step.

    `kept` is the pack of what they say; empty where it is as it was.
    """

    lot: str
    steps: int
    rows: tuple[Row, ...]
    problems: dict[Step, tuple[Problem, ...]]
    codes: qr.Codes
    kept: str


class Redrawing:
    """What it takes to draw entries' pages again that look otherwise, but for those of steps `taken` anew.

    A worker finds out for itself what stands in its lots: who shares them need not bring all first.
    Where only parts of a template changed, `patches` make its pages from those that stand.
    """

    def __init__(
        self, bench: Bench, past: Past, taken: Container[Step], patches: Patches | None = None
    ) -> None:
        self._bench, self._past, self._taken, self._patches = bench, past, taken, patches
        self._steps: dict[str, list[Step]] = {}
        """Those of the year at hand, by lot."""
        if patches:  # found before this process is copied
            patches.of(TEMPLATE_OF[EntryPage])

    def _standing(self, lot: str) -> dict[Step, Done]:
        """The steps of a lot whose pages are to be drawn again."""
        if lot not in self._steps:
            self._steps = steps_beside(self._bench.frame.register, lot)
        steps = (step for step in self._steps.get(lot, ()) if step not in self._taken)
        known = ((step, self._past.done_last(step)) for step in steps)
        reason = self._past.dress.reason
        return {step: done for step, done in known if done and reason(done.drawn)}

    def draw(self, lot: str) -> Redrawn:
        """Draw the pages of these steps."""
        saying = _Saying(self._bench.frame, self._past, lot)
        rows: list[Row] = []
        problems: dict[Step, tuple[Problem, ...]] = {}
        standing = self._standing(lot)
        for step, before in standing.items():
            stand = {row.path: row for row in before.rows}
            for path, read in self._bodies(step, before, saying):
                if read.problems:  # also where a preview has a page that says so
                    problems[step] = (*problems.get(step, ()), *read.problems)
                if read.value is None:
                    continue
                was, digest = stand[path], sha256(read.value)
                if digest != was.sha256:
                    self._bench.put(path, read.value, is_new=True)
                    rows.append(was._replace(sha256=digest, size=len(read.value)))
        return Redrawn(lot, len(standing), (*rows,), problems, qr.fresh(), saying.kept())

    def _bodies(
        self, step: Step, before: Done, saying: "_Saying"
    ) -> Iterator[tuple[str, Read[bytes]]]:
        """The pages of a step by their addresses, patched or drawn whole."""
        address = str(step[1])

        def plan() -> Page:
            return next(one for one in saying.pages(step, before) if one.path == address)

        patched = self._patches.page(address, before, plan) if self._patches else None
        if patched is not None:
            yield address, Read(patched)
            return
        for page in saying.pages(step, before):
            yield page.path, self._bench.draw(page)


class _Saying:
    """What the pages of a lot's steps say, looked up when it is asked."""

    def __init__(self, frame: Frame, past: Past, lot: str) -> None:
        self._frame, self._past, self._lot = frame, past, lot
        self._known: dict[Step, Kept] | None = None
        self._now: dict[Step, Kept] = {}

    def pages(self, step: Step, before: Done) -> tuple[Page, ...]:
        """What a step's pages say, as it is kept from the turn in which that was taken, or planned."""
        if self._known is None:
            self._known = self._past.memory.passing(self._lot)
        found: Kept = self._now.get(step) or self._known.get(step) or (-1, ())
        turn, said = found
        if turn != before.turn:
            address = str(step[1])
            stand = {row.path: (row.sha256, row.size) for row in before.rows}
            turn, said = before.turn, said_by(pages_again(self._frame, address, stand))
            self._frame.release(address)
        self._now[step] = turn, said
        return pages_of(self._frame, said)

    def kept(self) -> str:
        """The pack of what they say; empty where it is as it was."""
        known = self._known or {}
        if all(known.get(step) == one for step, one in self._now.items()):
            return ""
        return self._past.memory.lay_one(self._lot, {**known, **self._now})
