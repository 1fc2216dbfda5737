"""Lists that a reader can narrow: which rows answer to which choice, without a script."""

from collections import Counter
from collections.abc import Callable
from typing import Literal

from generator.plan.frame import Frame
from generator.plan.line import Line, Lines
from generator.plan.pages.frame import CountLink
from generator.plan.pages.lists import Card, Choice, Filter
from generator.values.dataclass import replace

By = Literal["year", "unit", "category"]
MANY = 8
"""A list of fewer rows is read faster than it is narrowed."""
SLOTS = {"y": 4, "u": 14}
"""Choices that the style sheet has rules for, by filter; those with most rows get them."""


def narrowed(
    frame: Frame, lines: Lines, by: tuple[By, ...]
) -> tuple[tuple[Card, ...], tuple[Filter, ...]]:
    """The entries' cards with their marks, and the filters that these answer to.

    A filter of one choice is none. What has no choice of its own is still reached by the links
    to units and years.
    """
    cards = tuple(frame.card(one.address) for one in lines)
    if len(lines) < MANY:
        return cards, ()
    found = [_filter(frame, one, lines) for one in by]
    filters = [one for one in found if len(one[0].choices) > 1]
    marked = tuple(
        replace(
            card, marks=" ".join(marks[of(one)] for _, marks, of in filters if of(one) in marks)
        )
        for card, one in zip(cards, lines, strict=True)
    )
    return marked, tuple(one for one, _, _ in filters)


def counted(frame: Frame, text: str, href: str, count: int) -> CountLink:
    """A link to so many entries."""
    return CountLink(text, href, frame.language.say("plan_count", n=count))


_Key = Callable[[Line], str]


def _filter(frame: Frame, by: By, lines: Lines) -> tuple[Filter, dict[str, str], _Key]:
    """A filter, the mark of each of its choices, and which choice an entry answers to."""
    key, name = _KEYS[by]
    counts = Counter(key(one) for one in lines)
    kept = {
        value
        for value, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[: SLOTS[name]]
    }
    names = _names(frame, by, lines)
    values = [value for value in names if value in kept]
    marks = {value: f"{name}{number}" for number, value in enumerate(values, 1)}
    choices = tuple(Choice(mark, names[value]) for value, mark in marks.items())
    return Filter(frame.language.say(f"plan_filter_{by}"), name, choices), marks, key


def _names(frame: Frame, by: By, lines: Lines) -> dict[str, str]:
    """What each choice is called, in order."""
    if by == "year":
        years = sorted({one.year for one in lines}, reverse=True)
        return {str(year): frame.language.year(year) for year in years}
    if by == "unit":
        return {one.id: one.short for one in frame.site.settings.units}
    return {one.id: one.title for one in frame.site.categories}


_KEYS: dict[By, tuple[_Key, str]] = {
    "year": (lambda one: str(one.year), "y"),
    "unit": (lambda one: one.unit, "u"),
    "category": (lambda one: one.category, "u"),
}
