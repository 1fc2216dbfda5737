"""Lists that a reader can narrow: which rows answer to which choice, without a script."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Literal

from generator.model.entry import Entry
from generator.plan.frame import Frame
from generator.plan.parts import Card, Choice, CountLink, Filter

By = Literal["unit", "category"]
MANY = 8
"""A list of fewer rows is read faster than it is narrowed."""
SLOTS = {"y": 4, "u": 14}
"""Choices that the style sheet has rules for, by filter; those with most rows get them."""


def narrowed(
    frame: Frame, entries: Sequence[Entry], by: By, *, years: bool = True
) -> tuple[tuple[Card, ...], tuple[Filter, ...]]:
    """The entries' cards with their marks, and the filters that these answer to: `by`, and by years.

    A filter of one choice is none. What has no choice of its own is still reached by the links
    to units and years.
    """
    cards = tuple(frame.cards[one.address] for one in entries)
    if len(entries) < MANY:
        return cards, ()
    say = frame.language.say
    key, label = (_unit, _unit_names) if by == "unit" else (_category, _category_names)
    found = [_filter(say(f"plan_filter_{by}"), "u", entries, label(frame), key)]
    if years:
        names = {
            str(year): frame.language.year(year)
            for year in sorted({one.published.day.year for one in entries}, reverse=True)
        }
        found.insert(0, _filter(say("plan_filter_year"), "y", entries, names, _year))
    filters = [one for one in found if len(one[0].choices) > 1]
    marked = tuple(
        replace(
            card, marks=" ".join(marks[of(one)] for _, marks, of in filters if of(one) in marks)
        )
        for card, one in zip(cards, entries, strict=True)
    )
    return marked, tuple(one for one, _, _ in filters)


def by_category(frame: Frame, entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries by category, in the site's order; only categories that have any."""
    groups: dict[str, list[Entry]] = {one.id: [] for one in frame.site.categories}
    for entry in entries:
        groups[entry.category].append(entry)
    return {name: found for name, found in groups.items() if found}


def counted(frame: Frame, text: str, href: str, count: int) -> CountLink:
    """A link to so many entries."""
    return CountLink(text, href, frame.language.say("plan_count", n=count))


_Key = Callable[[Entry], str]


def _filter(
    legend: str, name: str, entries: Sequence[Entry], names: dict[str, str], key: _Key
) -> tuple[Filter, dict[str, str], _Key]:
    counts = Counter(key(one) for one in entries)
    kept = {
        value
        for value, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[: SLOTS[name]]
    }
    values = [value for value in names if value in kept]
    marks = {value: f"{name}{number}" for number, value in enumerate(values, 1)}
    choices = tuple(Choice(mark, names[value]) for value, mark in marks.items())
    return Filter(legend, name, choices), marks, key


def _unit_names(frame: Frame) -> dict[str, str]:
    return {one.id: one.short for one in frame.site.settings.units}


def _category_names(frame: Frame) -> dict[str, str]:
    return {one.id: one.title for one in frame.site.categories}


def _category(entry: Entry) -> str:
    return entry.category


def _unit(entry: Entry) -> str:
    return entry.unit.id


def _year(entry: Entry) -> str:
    return str(entry.published.day.year)
