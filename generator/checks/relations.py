"""Every entry that another one names is there, is public, and does not lead back to where one came from."""

from collections.abc import Iterator

from generator.model.entry import Entry, Named, Superseding, newest_first
from generator.model.site import Withheld
from generator.plan.plan import Planned
from generator.plan.relations import Names, called, inside, names_of, plain
from generator.values.problem import Problem
from generator.values.text import mask, nearest

_SUGGESTIONS = 20
"""Problems that get one; comparing words is slow."""


def check(plan: Planned) -> tuple[Problem, ...]:
    """Every 替代 and 相关 that leads nowhere, to what is not public, or round in a circle.

    A replacement is looked at before its day, too; until then the new entry may itself wait.
    """
    naming = [one for one in plan.site.entries if one.related or _replacing(one)]
    if not naming:
        return ()
    names = names_of(plan.site.entries)
    waiting = {name: one for one in plan.site.withheld for name in (inside(one.source), *one.names)}
    known = [inside(one.source) for one in plan.site.entries]
    problems: list[Problem] = []
    met: dict[tuple[str, str], Named] = {}
    for entry in sorted(naming, key=lambda one: one.source):
        for key, named in _named(entry):
            found = called(names, named.text, entry.source)
            if len(found) == 1 and found[0] is not entry:
                problems += _doubts(entry, key, named, found[0], met)
                continue
            folder = entry.source.partition("/")[0]
            held = waiting.get(plain(named.text).removeprefix(f"{folder}/"))
            if held and not found:
                problems += _waits(entry, key, named, held)
                continue
            near = nearest(named.text, known) if len(problems) < _SUGGESTIONS else ""
            problems.append(_problem(entry, key, named, found, near))
        circle = _circle(names, entry)
        # told once, where it is to be broken
        end = _replacing(entry)
        if end and circle and entry is min(circle, key=newest_first):
            facts = (("value", mask(end.by.text)),)
            problems.append(Problem("superseded/circle", end.by.place, facts))
    return tuple(problems)


def _replacing(entry: Entry) -> Superseding | None:
    """Its replacement, come or to come."""
    return entry.end if isinstance(entry.end, Superseding) else None


def _named(entry: Entry) -> Iterator[tuple[str, Named]]:
    """The key and the name of everything that the entry refers to."""
    end = _replacing(entry)
    if end:
        yield "替代", end.by
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
    yield from _early(entry, found.published.day.isoformat())


def _early(entry: Entry, published: str) -> Iterator[Problem]:
    """That the old entry goes before the new one comes, on a day in ISO form."""
    end = _replacing(entry)
    if end and end.on.isoformat() < published:
        days = (("value", end.on.isoformat()), ("published", published))
        yield Problem("superseded/early", end.place, days, severity="warn")


def _waits(entry: Entry, key: str, named: Named, held: Withheld) -> Iterator[Problem]:
    """What is to be said of a name that leads to an entry which is not public."""
    facts = (("value", mask(named.text)),)
    if key == "相关":
        yield Problem("related/withheld", named.place, facts, severity="warn")
    elif entry.superseding or held.why not in {"draft", "future"}:
        yield Problem("superseded/withheld", named.place, facts)
    else:
        yield from _early(entry, held.until)


def _problem(entry: Entry, key: str, named: Named, found: tuple[Entry, ...], near: str) -> Problem:
    written = mask(named.text)
    facts = (("key", key), ("value", written))
    if found == (entry,):
        return Problem("relation/self", named.place, facts)
    if found:
        others = "、".join(mask(inside(one.source)) for one in found)
        told = (("key", key), ("value", written), ("others", others))
        return Problem("relation/several", named.place, told)
    shown = "" if mask(near) != near else near
    offered = (("key", key), ("value", written), ("near", shown))
    return Problem("relation/unknown", named.place, offered)


def _circle(names: Names, entry: Entry) -> list[Entry]:
    """The entries that whoever follows the replacements of this one meets before it comes back."""
    seen: list[Entry] = []
    at = entry
    while (end := _replacing(at)) and at not in seen:
        seen.append(at)
        found = called(names, end.by.text, at.source)
        if len(found) != 1:
            return []
        at = found[0]
    return seen if at is entry and len(seen) > 1 else []
