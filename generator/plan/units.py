"""The units (公开单位) as lists name them."""

from collections.abc import Mapping
from typing import get_args

from generator.model.unit import Level, Unit
from generator.plan import routes
from generator.plan.frame import Frame
from generator.plan.listing import counted as counted_link
from generator.plan.pages.frame import CountLink
from generator.plan.pages.site import UnitLevel


def levels(frame: Frame, *, counted: bool) -> tuple[UnitLevel, ...]:
    """The site's units by level; without counts the list stays as it is when an entry is added."""
    say = frame.language.say

    def link(unit: Unit) -> CountLink:
        count = frame.unit_count(unit.id) if counted else 0
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


def unit_links(frame: Frame, counts: Mapping[str, int]) -> tuple[CountLink, ...]:
    """The way to each unit that is counted there, with its number."""
    return tuple(
        counted_link(frame, one.short, routes.unit(one.id), counts[one.id])
        for one in frame.site.settings.units
        if one.id in counts
    )
