"""Every entry that another one names is there, is public, and does not lead back to where one came from."""

from collections.abc import Iterator

from generator.model.entry import Entry, Named, newest_first
from generator.plan.plan import Plan
from generator.plan.relations import Names, called, inside, names_of, plain
from generator.values.problem import Problem
from generator.values.text import mask, nearest

_SUGGESTIONS = 20
"""Problems that get one; comparing words is slow."""


def check(plan: Plan) -> tuple[Problem, ...]:
    """Every 替代 and 相关 that leads nowhere, to what is not public, or round in a circle."""
    names = names_of(plan.site.entries)
    waiting = {name for one in plan.site.withheld for name in (inside(one.source), *one.names)}
    known = [inside(one.source) for one in plan.site.entries]
    problems: list[Problem] = []
    met: dict[tuple[str, str], Named] = {}
    for entry in sorted(plan.site.entries, key=lambda one: one.source):
        for key, named in _named(entry):
            found = called(names, named.text, entry.source)
            if len(found) == 1 and found[0] is not entry:
                problems += _doubts(entry, key, named, found[0], met)
                continue
            near = nearest(named.text, known) if len(problems) < _SUGGESTIONS else ""
            problems.append(_problem(entry, key, named, found, near, waiting))
        circle = _circle(names, entry)
        # told once, where it is to be broken
        if circle and entry is min(circle, key=newest_first) and entry.superseding:
            facts = (("value", mask(entry.superseding.by.text)),)
            problems.append(Problem("superseded/circle", entry.superseding.by.place, facts))
    return tuple(problems)


def _named(entry: Entry) -> Iterator[tuple[str, Named]]:
    """The key and the name of everything that the entry refers to."""
    if entry.superseding:
        yield "替代", entry.superseding.by
    for one in entry.related:
        yield "相关", one


def _doubts(
    entry: Entry, key: str, named: Named, found: Entry, met: dict[tuple[str, str], Named]
) -> Iterator[Problem]:
    """Warnings of a name that leads to an entry: one met before, taken back, or later than it should be.

    `met` is how related entries were named first, by both addresses.
    """
    facts = (("value", mask(named.text)),)
    if key == "相关":
        first = met.setdefault((entry.address, found.address), named)
        if first is not named:
            told = (("value", mask(named.text)), ("other", mask(first.text)))
            yield Problem("related/twice", named.place, told, severity="warn")
        return
    if found.status == "withdrawn":
        yield Problem("superseded/withdrawn", named.place, facts, severity="warn")
    if entry.superseding and entry.superseding.on < found.published.day:
        days = (
            ("value", entry.superseding.on.isoformat()),
            ("published", found.published.day.isoformat()),
        )
        yield Problem("superseded/early", named.place, days, severity="warn")


def _problem(  # noqa: PLR0913, PLR0917 - a name, and what it was compared with
    entry: Entry, key: str, named: Named, found: tuple[Entry, ...], near: str, waiting: set[str]
) -> Problem:
    written = mask(named.text)
    facts = (("key", key), ("value", written))
    if found == (entry,):
        return Problem("relation/self", named.place, facts)
    if found:
        others = "、".join(mask(inside(one.source)) for one in found)
        told = (("key", key), ("value", written), ("others", others))
        return Problem("relation/several", named.place, told)
    folder = entry.source.partition("/")[0]
    if plain(named.text).removeprefix(f"{folder}/") in waiting:
        if key == "替代":
            return Problem("superseded/withheld", named.place, (("value", written),))
        return Problem("related/withheld", named.place, (("value", written),), severity="warn")
    shown = "" if mask(near) != near else near
    offered = (("key", key), ("value", written), ("near", shown))
    return Problem("relation/unknown", named.place, offered)


def _circle(names: Names, entry: Entry) -> list[Entry]:
    """The entries that whoever follows the replacements of this one meets before it comes back."""
    seen: list[Entry] = []
    at = entry
    while at.superseding and at not in seen:
        seen.append(at)
        found = called(names, at.superseding.by.text, at.source)
        if len(found) != 1:
            return []
        at = found[0]
    return seen if at is entry and len(seen) > 1 else []
