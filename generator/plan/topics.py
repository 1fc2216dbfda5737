"""What questions to the register are about, and what a line may change the answers about.

Every question has one topic. A line that comes or goes leaves all answers as they were but those
about the topics that it touches: so one entry more is compared with a few questions, not with all.
"""

from collections.abc import Iterator

from generator.model.address import address_of
from generator.plan.line import Line
from generator.plan.register import YEAR, Register
from generator.values.dates import parse_month

Topic = tuple[str | int, ...]
_BLOCK = 20
"""Entries of a category that are one topic, counted from the oldest."""
_OF_ENTRY = frozenset({"neighbours", "moved", "status", "replaced"})
_OF_CATEGORY = frozenset(
    {
        "last_update",
        "category",
        "category_count",
        "is_longer",
        "newest",
        "full",
        "is_full",
        "years",
        "years_beside",
        "units",
        "modified",
    }
)
_OF_YEAR = frozenset({"year", "shard", "update_in"})
_OF_UNIT = frozenset(
    {"unit", "unit_newest", "unit_count", "is_unit_longer", "unit_shares", "unit_accounts"}
)
_OF_MONTH = frozenset({"month", "month_count", "month_update"})
_OF_CHANGES = frozenset({"changed", "changed_in", "change_months"})
_ITSELF = frozenset({"called", "displayed"})
"""All questions of these kinds are one topic: few are asked."""


def topic(name: str, *about: str | int) -> Topic:
    """What a question is about."""
    if name == "share" and about[2]:
        return "share", about[0], (int(about[1]) * int(about[2]) - 1) // _BLOCK
    groups = {
        _OF_ENTRY: ("entry", *about),
        _OF_CATEGORY | {"share"}: ("category", *about[:1]),
        _OF_YEAR: ("year", *about[:2]),
        _OF_UNIT: ("unit", *about[:1]),
        frozenset({"unit_year", "accounts", "series"}): (name, *about),
        _OF_MONTH: ("month", *about[:1]),
        _OF_CHANGES: ("changes",),
        frozenset({"kind_count"}): ("kind", *about),
        _ITSELF: (name,),
    }
    return next((its for names, its in groups.items() if name in names), ("site",))


def touched(register: Register, line: Line) -> Iterator[Topic]:
    """What a line of the register may change the answers about, by standing in it or by leaving it."""
    yield from (("site",), ("called",), ("category", ""), ("category", line.category))
    yield from (("year", line.category, line.year), ("kind", line.kind), ("unit", line.unit))
    yield ("unit_year", line.unit, line.year)
    yield from (("month", one) for one in {line.month, *(day[:7] for day in line.changed)})
    beside = (line.address, *register.neighbours(line.address))
    yield from (("entry", one) for one in (*beside, address_of(line.source, line.category)))
    if line.series:
        yield ("series", line.series)
    if line.end:
        yield ("displayed",)
    if line.changed:
        yield ("changes",)
    if line.period:
        yield from (("accounts", line.unit, last) for last in _year_from(line.period))
    if line.by:
        yield from (("entry", one) for one in register.called(line.by, line.source))
    if line.listed:
        yield from _shares(register, line)


def _year_from(period: str) -> Iterator[str]:
    """The months whose comparisons go back to that one."""
    month = parse_month(period)
    for _ in range(YEAR):
        yield str(month)
        month = month.next()


def _shares(register: Register, line: Line) -> Iterator[Topic]:
    """What stands in the category's list from the line on, counted from the oldest."""
    older = sum(count for year, count in register.years(line.category) if year < line.year)
    mine = register.year(line.category, line.year)
    rank = older + len(mine) - 1 - mine.index(line)
    count = register.category_count(line.category)
    first = max(0, min(rank, count - 2 * _BLOCK))  # with one entry more, a page may become full
    yield from (("share", line.category, at) for at in range(first // _BLOCK, count // _BLOCK + 1))
