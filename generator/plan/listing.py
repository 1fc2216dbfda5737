"""Lists that a reader can narrow: which rows answer to which choice, without a script."""

from collections import Counter
from collections.abc import Callable, Iterable
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
    if not filters:
        return cards, ()
    marks = (" ".join(filter(None, its)) for its in zip(*(its for _, its in filters), strict=True))
    marked = tuple(replace(card, marks=its) for card, its in zip(cards, marks, strict=True))
    return marked, tuple(one for one, _ in filters)


def counted(frame: Frame, text: str, href: str, count: int) -> CountLink:
    """A link to so many entries."""
    return CountLink(text, href, frame.language.say("plan_count", n=count))


_Key = Callable[[Line], str]


def _filter(frame: Frame, by: By, lines: Lines) -> tuple[Filter, list[str]]:
    """A filter, and for each line the mark of the choice that it answers to, empty for none."""
    key, name = _KEYS[by]
    answers = [*map(key, lines)]
    counts = Counter(answers)
    kept = {
        value
        for value, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[: SLOTS[name]]
    }
    names = _names(frame, by, counts)
    values = [value for value in names if value in kept]
    marks = {value: f"{name}{number}" for number, value in enumerate(values, 1)}
    choices = tuple(Choice(mark, names[value]) for value, mark in marks.items())
    found = Filter(frame.language.say(f"plan_filter_{by}"), name, choices)
    return found, [marks.get(one, "") for one in answers]


def _names(frame: Frame, by: By, values: Iterable[str]) -> dict[str, str]:
    """What each choice is called, in order; a year that one of the `values` is."""
    if by == "year":
        return {year: frame.language.year(int(year)) for year in sorted(values, reverse=True)}
    if by == "unit":
        return {one.id: one.short for one in frame.site.settings.units}
    return {one.id: one.title for one in frame.site.categories}


_KEYS: dict[By, tuple[_Key, str]] = {
    "year": (lambda one: one.day[:4], "y"),
    "unit": (lambda one: one.unit, "u"),
    "category": (lambda one: one.category, "u"),
}
