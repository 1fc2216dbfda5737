"""What questions are about, and what a line may change the answers about.

Every question has one topic. A line that comes or goes leaves all answers as they were but those
about the topics that it touches: so one entry more is compared with a few questions, not with all.
"""

from collections.abc import Iterator
from types import MappingProxyType

from generator.model.address import address_of
from generator.plan.line import Line
from generator.plan.questions import Question
from generator.plan.register import YEAR, Register
from generator.values.dates import parse_month

Topic = tuple[str | int, ...]
_BLOCK = 20
"""Entries of a category that are one topic, counted from the oldest."""
_KINDS = (
    ("entry", 1, "entry card row neighbours moved status replaced"),
    ("category", 1, "last_update category category_count is_longer newest share full is_full"),
    ("category", 1, "years years_beside units modified"),
    ("year", 2, "year shard update_in"),
    ("unit", 1, "unit unit_newest unit_count is_unit_longer unit_shares unit_accounts"),
    ("unit_year", 2, "unit_year"),
    ("accounts", 2, "accounts"),
    ("series", 1, "series"),
    ("month", 1, "month month_count month_update issue"),
    ("table", 1, "table sizes rows part"),
    ("changes", 0, "changed changed_in change_months"),
    ("kind", 1, "kind_count"),
    ("called", 0, "called"),
    ("displayed", 0, "displayed"),
)
"""The kinds of topics, how many of a question's arguments say of which, the questions."""
_ABOUT = MappingProxyType(
    {name: ((kind,), count) for kind, count, names in _KINDS for name in names.split()}
)
_SITE = (("site",), 0)
"""What all others are about."""


def topic(name: str, *about: str | int) -> Topic:
    """What a question is about."""
    if name == "share" and about[2]:
        return "share", about[0], (int(about[1]) * int(about[2]) - 1) // _BLOCK
    kind, count = _ABOUT.get(name, _SITE)
    return kind + about[:count]


def topic_of(question: Question) -> Topic:
    """What a question is about."""
    name, *about = question
    return topic(str(name), *about)


def place_of(one: Topic) -> str:
    """Where what is known of a topic stands: with all that is about the same entry, category, unit."""
    return str(one[1] if one[1:] else one[0])


def place_for(question: Question) -> str:
    """The place of a question's topic, which is found without the topic."""
    (kind,), count = _ABOUT.get(str(question[0]), _SITE)
    return str(question[1]) if count else kind


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
