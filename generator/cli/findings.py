"""What a release check has found, sorted into what it looks for, the worst first."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from generator.app.release import ReleaseCheck
from generator.values.problem import Problem

State = Literal["stop", "warn", "ok", "left"]
"""How a sort of checks went; `left` is one that was not come to, because something else stops."""
SORTS: Mapping[str, frozenset[str]] = {
    "private": frozenset({"private"}),
    "days": frozenset("date display calendar issues status superseded gone".split()),
    "sums": frozenset(
        "sum total money measure ledger table csv xlsx land-compensation resolution benefit".split()
    ),
    "fields": frozenset(
        "site category unit head key value kind index address appointment land-approval"
        " correction body list".split()
    ),
    "links": frozenset("link relation related attachment image file".split()),
    "words": frozenset("text yaml".split()),
    "theme": frozenset({"theme"}),
    "place": frozenset("disk workers usage preview new-site publish sign host verify".split()),
}
"""What is looked for, in the order in which it is told, and the families of problems that belong to it."""
_LATE = ("days", "links", "theme")
"""What is looked at in full only where there can be a whole site."""


class Finding(NamedTuple):
    """A sort of checks: how it went, and what was found, the stops first."""

    sort: str
    state: State
    problems: tuple[Problem, ...]


def findings(check: ReleaseCheck) -> tuple[Finding, ...]:
    """Every sort: those that stop a release, those with something to look at, then the others."""
    every = (*([check.stopped] if check.stopped else ()), *check.report.problems)
    is_cut = not check.is_whole and any(one.severity == "stop" for one in every)
    found = [_finding(sort, every, is_cut=is_cut) for sort in SORTS]
    order = ("stop", "warn", "left", "ok")
    told = [one for one in found if one.sort != "place" or one.problems]
    return tuple(sorted(told, key=lambda one: order.index(one.state)))


def sort_of(code: str) -> str:
    """What a problem belongs to, by its code."""
    family = code.partition("/")[0]
    return next((sort for sort, families in SORTS.items() if family in families), "fields")


def _finding(sort: str, every: tuple[Problem, ...], *, is_cut: bool) -> Finding:
    its = tuple(one for one in every if sort_of(one.code) == sort)
    stops = tuple(one for one in its if one.severity == "stop")
    others = tuple(one for one in its if one.severity != "stop")
    state: State = "stop" if stops else "warn" if its else "ok"
    if not its and is_cut and sort in _LATE:
        state = "left"
    return Finding(sort, state, (*stops, *others))
