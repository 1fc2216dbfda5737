"""What is asked of ours: a share of another build, or seconds and bytes."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Goal:
    """A case at a size: the goal, and what counts as not done.

    `unit` is `hugo` (its time for the same), `memory` (its memory), `first` (our own first build a
    moment before), `growth`, `s`, `MB` or `files` (written although nothing in them changed).
    """

    name: str
    case: str
    size: int
    unit: str
    best: float
    least: float
    side: str = "gongkai"

    def knows(self, record: Record) -> bool:
        """Whether it can be said from this record."""
        sides = record["cases"].get(self.case, {})
        needs = {self.side, *(("hugo",) if self.unit in {"hugo", "memory"} else ())}
        own = self.unit != "first" or "first" in sides.get(self.side, {})
        return record["entries"] <= self.size and needs <= sides.keys() and own

    def value(self, record: Record) -> float:
        """What was measured."""
        cases = record["cases"]
        row = cases[self.case][self.side]
        if self.unit == "hugo":
            return median(ratios(row, cases[self.case]["hugo"], "wall"))
        if self.unit == "memory":
            return memory(row) / memory(cases[self.case]["hugo"])
        if self.unit == "first":
            return float(
                median(one / two for one, two in zip(row["wall"], row["first"], strict=True))
            )
        if self.unit == "MB":
            return memory(row) / 1e6
        return float(row["spare"] if self.unit == "files" else median(row["wall"]))

    def verdict(self, value: float, entries: int) -> str:
        """Whether that is enough; said of the size that the goal is for."""
        if entries < self.size:
            return f"the goal is for {self.size:,}"
        if value <= self.best:
            return "reached"
        return "not reached" if value <= self.least else "**not done**"

    def sign(self, number: float) -> str:
        """A value with its unit."""
        if self.unit in {"MB", "files"}:
            return f"{number:,.0f} {self.unit}"
        if self.unit == "s":
            return f"{number:.2f} s"
        return f"1/{1 / number:.0f}" if 0 < number < 0.2 else f"{number:.2f} ×"


def memory(row: Record) -> int:
    """The most that all processes held together, or the largest where that is not known."""
    return int(row["peak"] or row["largest"])


def ratios(row: Record, other: Record, measure: str) -> Sequence[float]:
    """Of two builds of the same round each."""
    return [one / two for one, two in zip(row[measure], other[measure], strict=True)]


_BOTH = [
    goal
    for side in ("gongkai", "default")
    for goal in (
        Goal("One text edited ÷ Hugo", "body", 10_000, "hugo", 1 / 30, 1 / 20, side),
        Goal("One title edited ÷ Hugo", "title", 10_000, "hugo", 1 / 20, 1 / 12, side),
        Goal("Nothing changed", "nothing", 10_000, "s", 0.12, 0.2, side),
        Goal("One entry added", "added", 100_000, "s", 1, 1.5, side),
        Goal("One entry added, memory", "added", 100_000, "MB", 200, 300, side),
        Goal("Template edited ÷ our first build", "template", 10_000, "first", 1 / 4, 1 / 3, side),
        Goal("Written without need, one text edited", "body", 100_000, "files", 0, 0, side),
    )
]
GOALS = (
    Goal("First build ÷ Hugo", "first", 10_000, "hugo", 1, 1.5),
    Goal("First build ÷ Hugo", "first", 10_000, "hugo", 1.5, 2.2, "default"),
    Goal("First build, memory ÷ Hugo", "first", 10_000, "memory", 1 / 2, 3 / 4),
    Goal("First build, memory ÷ Hugo", "first", 10_000, "memory", 1 / 2, 3 / 4, "default"),
    *sorted(_BOTH, key=lambda one: (one.size, one.unit != "hugo", one.name)),
)
