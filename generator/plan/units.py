"""The units (公开单位) as lists name them."""

from typing import get_args

from generator.model.entry import Entry
from generator.model.unit import Level, Unit
from generator.plan import routes
from generator.plan.frame import Frame
from generator.plan.listing import counted as counted_link
from generator.plan.parts import CountLink, UnitLevel


def levels(frame: Frame, *, counted: bool) -> tuple[UnitLevel, ...]:
    """The site's units by level; without counts the list stays as it is when an entry is added."""
    say = frame.language.say

    def link(unit: Unit) -> CountLink:
        count = len(frame.by_unit[unit.id])
        text = say("plan_count", n=count) if counted else ""
        return CountLink(unit.short, routes.unit(unit.id), text)

    found = (
        UnitLevel(
            say(f"plan_level_{level}"),
            tuple(link(one) for one in frame.site.settings.units if one.level == level),
        )
        for level in get_args(Level)
    )
    return tuple(one for one in found if one.units)


def unit_links(frame: Frame, entries: tuple[Entry, ...]) -> tuple[CountLink, ...]:
    """The way to each unit among the entries, with how many of them are its own."""
    counts: dict[str, int] = {}
    for entry in entries:
        counts[entry.unit.id] = counts.get(entry.unit.id, 0) + 1
    return tuple(
        counted_link(frame, one.short, routes.unit(one.id), counts[one.id])
        for one in frame.site.settings.units
        if one.id in counts
    )
