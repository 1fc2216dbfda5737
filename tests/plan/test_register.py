"""The register: every answer is what a slow count over the lines says, whatever the lines."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.address import address_of
from generator.model.entry import (
    Correction,
    Display,
    Entry,
    Named,
    Superseding,
    Withdrawal,
    newest_first,
)
from generator.plan.gist import Shard
from generator.plan.line import Line, Lines, in_order, line_of
from generator.plan.register import Register
from generator.plan.shards import filed
from generator.values.dates import Moment
from generator.values.place import Place
from tests.plan.test_plan import entry

CATEGORIES, UNITS, KINDS = ("land", "finance", "none"), ("town", "shiqiao"), ("notice", "ledger")
DAYS = ("2025-01-31", "2025-12-31", "2026-01-01", "2026-10-03", "2026-11-01", "2026-11-20")
MONTHS = sorted({day[:7] for day in DAYS})
YEARS = (2024, 2025, 2026)
SERIES = ("", "月报", "季报")
NAMES = ("a", "b", "old/one.html", "")
WRITTEN = (
    "a",
    "b",
    " ./land/2026/1.md ",
    "content\\land\\2026\\1.md",
    "finance/2026/2.html",
    "old/one.html",
    "c",
)
TODAYS = ("2025-06-01", "2026-11-01", "2026-11-21")


@st.composite
def lines(draw: st.DrawFn) -> Lines:
    """Up to fifty lines with few values each, so that they meet; in the order of a register."""
    found = []
    for number in range(draw(st.integers(0, 12)) * draw(st.integers(1, 4))):
        category = draw(st.sampled_from(CATEGORIES[:2]))
        source = f"content/{category}/2026/{number}.md"
        pinned = draw(st.sampled_from(("", "", "", f"p{number}")))
        changed = draw(st.lists(st.sampled_from(DAYS), max_size=2).map(tuple))
        ends = draw(st.sampled_from(("", "2026-11-20")))
        found.append(
            Line(
                address=address_of(source, category, pinned),
                source=source,
                category=category,
                kind=draw(st.sampled_from(KINDS)),
                unit=draw(st.sampled_from(UNITS)),
                day=draw(st.sampled_from(DAYS)),
                clock=draw(st.sampled_from(("09:00", "16:30"))),
                status=draw(st.sampled_from(("ready", "ready", "withdrawn", "superseded"))),
                series=draw(st.sampled_from(SERIES)),
                names=tuple(
                    dict.fromkeys((source[8:], draw(st.sampled_from(NAMES[:3])), pinned or "x"))
                ),
                by=draw(st.sampled_from(("", "", *WRITTEN))),
                start=ends and "2026-11-02",
                end=ends,
                changed=changed,
                period=draw(st.sampled_from(("", "2025-12", "2026-01", "2026-11", "2026-12"))),
                turnover=draw(st.sampled_from((("1.00", "2.5"), ("0", "2.5")))),
                index_no="",
            )
        )
    return tuple(sorted(found, key=in_order))


def listed(every: Lines, **wanted: str) -> Lines:
    """The listed ones that have these values."""
    return tuple(
        one
        for one in every
        if one.status == "ready" and all(getattr(one, key) == its for key, its in wanted.items())
    )


def counted(found: Iterable[Any], *, newest: bool = False) -> tuple[tuple[Any, int], ...]:
    """Each of them with how often it is there, in order."""
    return tuple(sorted(Counter(found).items(), reverse=newest))


def called(every: Lines, text: str, source: str) -> tuple[str, ...]:
    """Who answers to a name, or to what is left of it without the content folder's own."""
    plain = unicodedata.normalize("NFC", text.strip()).replace("\\", "/").removeprefix("./")
    for name in (plain, plain.removeprefix(source.split("/", maxsplit=1)[0] + "/")):
        if found := tuple(one.address for one in every if name in one.names):
            return found
    return ()


def last_update(every: Lines, name: str, hour: str, today: str) -> tuple[str, str]:
    """The last thing that happened."""
    mine = [one for one in every if name in {"", one.category}]
    changes = [(day, hour) for one in mine for day in one.changed if day <= today]
    return max([*((one.day, one.clock) for one in mine), *changes], default=("", ""))


def modified(every: Lines, name: str, today: str) -> str:
    """The last day that is not to come."""
    mine = [one for one in every if name in {"", one.category}]
    return max([day for one in mine for day in (one.day, *one.changed) if day <= today], default="")


def share(every: Lines, name: str, size: int, number: int) -> Lines:
    """Full pages from the oldest on, as long as a whole one more is left for the newest."""
    rest, pages = list(listed(every, category=name)), []
    while len(rest) >= 2 * size:
        pages.append(tuple(rest[-size:]))
        del rest[-size:]
    if number == 0:
        return tuple(rest)
    return pages[number - 1] if number <= len(pages) else ()


def full(every: Lines, name: str, size: int) -> int:
    """How many of them there are."""
    return next(n for n in range(99) if not share(every, name, size, n + 1))


def days(every: Lines, count: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The last days with what came on them."""
    mine = listed(every)
    last = sorted({one.day for one in mine}, reverse=True)[:count]
    return tuple((day, tuple(one.address for one in mine if one.day == day)) for day in last)


def accounts(every: Lines, unit: str, last: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A year of them, by counting months back."""
    year, month = map(int, last.split("-"))
    months = [
        f"{year - back:04d}-{number:02d}"
        for back in (0, 1)
        for number in range(1, 13)
        if (number <= month) == (back == 0)
    ]
    mine = listed(every, unit=unit)
    return tuple((one.period, one.turnover) for one in mine if one.period in months)


def beside(found: list[Any], at: int, none: Any) -> tuple[Any, Any]:
    """What stands before and after."""
    return (found[at - 1] if at else none, found[at + 1] if at + 1 < len(found) else none)


def neighbours(every: Lines, address: str) -> tuple[str, str]:
    """Within the list of its category."""
    own = next((one for one in every if one.address == address), None)
    if own is None or own.status != "ready":
        return "", ""
    found = [one.address for one in listed(every, category=own.category)]
    newer, older = beside(found, found.index(address), "")
    return newer, older


def years_beside(every: Lines, name: str, year: int) -> tuple[int, int]:
    """Also of a year in which nothing came."""
    found = {one.year for one in listed(every, category=name)} | {year}
    newer, older = beside(sorted(found, reverse=True), sorted(found, reverse=True).index(year), 0)
    return newer, older


def moved(every: Lines, address: str) -> str:
    """Where what would stand there by its source stands by its id."""
    own = (one for one in every if address_of(one.source, one.category) == address)
    return next((one.address for one in own if one.address != address), "")


def replaced(every: Lines, address: str) -> tuple[str, ...]:
    """Who named it, and meant nobody before it."""
    return tuple(
        one.address
        for one in every
        if one.by and called(every, one.by, one.source)[:1] == (address,)
    )


def month_update(every: Lines, month: str, hour: str, today: str) -> tuple[str, str]:
    """Of what was published in it, or changed in it."""
    mine = [(one.day, one.clock) for one in every if one.month == month]
    changes = [(one, day) for one in every for day in one.changed if day <= today]
    mine += [(day, hour) for one, day in changes if month in {one.month, day[:7]}]
    return max(mine, default=("", ""))


def unit_shares(every: Lines, name: str) -> tuple[tuple[int, str, int], ...]:
    """The newest year first, categories of a year by their names."""
    found = Counter((one.year, one.category) for one in listed(every, unit=name))
    return tuple(
        (year, its, found[year, its])
        for year, its in sorted(found, key=lambda one: (-one[0], one[1]))
    )


SLOW: dict[str, Callable[..., Any]] = {
    "shards": lambda every: tuple(
        (*key, count) for key, count in counted((one.category, one.year) for one in every)
    ),
    "shard": lambda every, name, year: tuple(
        one for one in every if (one.category, one.year) == (name, year)
    ),
    "update_in": lambda every, name, year, hour, today: last_update(
        tuple(one for one in every if (one.category, one.year) == (name, year)), "", hour, today
    ),
    "month_update": month_update,
    "last_update": last_update,
    "category": lambda every, name: listed(every, category=name),
    "category_count": lambda every, name: len(listed(every, category=name)),
    "is_longer": lambda every, name, limit: len(listed(every, category=name)) > limit,
    "newest": lambda every, name, count: tuple(
        one for one in listed(every) if name in {"", one.category}
    )[:count],
    "share": share,
    "full": full,
    "is_full": lambda every, name, size, number: number == full(every, name, size),
    "years": lambda every, name: counted(
        (one.year for one in listed(every, category=name)), newest=True
    ),
    "years_beside": years_beside,
    "year": lambda every, name, year: tuple(
        one for one in listed(every, category=name) if one.day.startswith(str(year))
    ),
    "year_count": lambda every, year: sum(one.year == year for one in listed(every)),
    "units": lambda every, name: counted(one.unit for one in listed(every, category=name)),
    "unit": lambda every, name: listed(every, unit=name),
    "unit_newest": lambda every, name, count: listed(every, unit=name)[:count],
    "is_unit_longer": lambda every, name, limit: len(listed(every, unit=name)) > limit,
    "unit_shares": unit_shares,
    "unit_year": lambda every, name, year: tuple(
        one for one in listed(every, unit=name) if one.year == year
    ),
    "unit_accounts": lambda every, name: tuple(
        (one.period, one.address) for one in listed(every, unit=name)[::-1] if one.period
    ),
    "unit_count": lambda every, name: len(listed(every, unit=name)),
    "months": lambda every: counted(one.month for one in listed(every)),
    "month_names": lambda every: tuple(sorted({one.month for one in listed(every)})),
    "month": lambda every, name: tuple(one for one in listed(every) if one.month == name)[::-1],
    "month_count": lambda every, name: sum(one.month == name for one in listed(every)),
    "series": lambda every, name: tuple(one for one in listed(every, series=name) if name),
    "displayed": lambda every, unit: tuple(
        one for one in listed(every) if one.end and unit in {"", one.unit}
    ),
    "changed": lambda every: tuple(one for one in every if one.changed),
    "changed_in": lambda every, month: tuple(
        one for one in every if month in {day[:7] for day in one.changed}
    ),
    "change_months": lambda every: tuple(sorted({d[:7] for one in every for d in one.changed})),
    "days": days,
    "accounts": accounts,
    "neighbours": neighbours,
    "called": called,
    "moved": moved,
    "status": lambda every, address: "".join(o.status for o in every if o.address == address),
    "replaced": replaced,
    "kinds": lambda every: tuple(sorted({one.kind for one in every})),
    "kind_count": lambda every, name: len(listed(every, kind=name)),
    "modified": modified,
}
"""By answer: the same, counted slowly."""
ABOUT: dict[str, tuple[Any, ...]] = {
    "address": (),
    "name": (*CATEGORIES, ""),
    "unit": (*UNITS, "none", ""),
    "limit": (0, 1, 5, 50),
    "count": (0, 1, 3, 50),
    "size": (1, 2, 5),
    "number": (0, 1, 2, 9),
    "year": (*YEARS, 2030),
    "month": (*MONTHS, "2030-01"),
    "last": ("2026-11", "2026-12", "2025-12", "2026-01"),
    "hour": ("08:00", "23:59"),
    "today": TODAYS,
    "text": WRITTEN,
    "source": ("content/land/2026/1.md", "./x.md"),
}
"""By the name of an argument: what is asked for."""
NAMED: dict[str, tuple[str, ...]] = {
    "unit": (*UNITS, "none"),
    "unit_count": (*UNITS, "none"),
    "unit_newest": (*UNITS, "none"),
    "is_unit_longer": (*UNITS, "none"),
    "unit_shares": (*UNITS, "none"),
    "unit_year": (*UNITS, "none"),
    "unit_accounts": (*UNITS, "none"),
    "month": (*MONTHS, "2030-01"),
    "month_count": (*MONTHS, "2030-01"),
    "series": (*SERIES, "none"),
    "kind_count": (*KINDS, "none"),
}
"""By answer: what its `name` may be where that is no category's."""


def answers() -> dict[str, tuple[str, ...]]:
    """What the register answers, each with the names of its arguments."""
    return {
        name: thing.__code__.co_varnames[1 : thing.__code__.co_argcount]
        for name, thing in vars(Register).items()
        if callable(thing) and not name.startswith("_")
    }


def test_every_answer_has_its_slow_count() -> None:
    """And every slow count its answer."""
    assert answers().keys() == SLOW.keys()


def asked(name: str, every: Lines, arguments: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """Everything that may be asked, as far as it makes a difference."""
    found: list[tuple[Any, ...]] = [()]
    for one in arguments:
        values: Iterable[Any] = ABOUT[one]
        if one == "name":
            values = NAMED.get(name, ABOUT[one])
        if one == "address":
            natural = (address_of(line.source, line.category) for line in every)
            values = {"none.html", *natural, *(line.address for line in every)}
        found = [(*before, value) for before in found for value in values]
    return found


@settings(max_examples=20)
@given(lines())
@pytest.mark.parametrize("name", SLOW)
def test_an_answer_is_what_a_slow_count_says(name: str, every: Lines) -> None:
    """For every question that may be asked of these lines."""
    register = Register(filed(every))
    for about in asked(name, every, answers()[name]):
        assert SLOW[name](every, *about) == getattr(register, name)(*about), about


@settings(max_examples=20)
@given(lines())
def test_an_answer_is_a_value_of_its_own(every: Lines) -> None:
    """So that it can be told whether it is still the same: of equal lines, in other objects."""
    one, other = Register(filed(every)), Register(filed(Line(*line) for line in every))
    for name, arguments in answers().items():
        for about in asked(name, every[:3], arguments)[:9]:
            assert repr(getattr(one, name)(*about)) == repr(getattr(other, name)(*about))


def test_only_the_first_and_the_last_of_a_year_look_into_another() -> None:
    """To bring a year's lines takes longer than to answer."""
    days = (date(2025, 5, 1), date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1))
    every = [line_of(entry(number, day)) for number, day in enumerate(days)]
    files, brought = filed(every[::-1]), list[int]()

    def bring(shard: Shard) -> Lines:
        brought.append(shard[1])
        return files.bring(shard)

    register = Register(files._replace(bring=bring))
    assert register.neighbours(every[2].address) == (every[3].address, every[1].address)
    assert brought == [2026]
    assert register.neighbours(every[1].address) == (every[2].address, every[0].address)
    assert brought == [2026, 2025]


@given(st.lists(st.tuples(st.sampled_from(DAYS), st.sampled_from(("", "09:00", "16:30")))))
def test_lines_are_in_the_order_of_their_entries(times: list[tuple[str, str]]) -> None:
    """The newest day and hour first, then by address."""
    entries = [
        entry(number, date.fromisoformat(day), published=Moment(date.fromisoformat(day), clock))
        for number, (day, clock) in enumerate(times)
    ]

    assert [one.address for one in sorted(entries, key=newest_first)] == [
        one.address for one in sorted(map(line_of, entries), key=in_order)
    ]


def full_entry() -> Entry:
    """An entry about which a register has everything to say."""
    here = Place("content/land/1.md", 4, 5)
    return entry(
        1,
        date(2026, 10, 3),
        id="one",
        series="月报",
        index_no="A-1",
        aliases=(Named("old/one.html", here), Named("one", here)),
        display=Display(date(2026, 10, 3), date(2026, 10, 9)),
        corrections=(Correction(date(2026, 10, 5), "甲", "乙"),),
        status="superseded",
        superseding=Superseding(date(2026, 11, 2), Named("land/2.md", here), "重新测量", here),
    )


def test_a_line_says_what_order_counts_and_relations_need() -> None:
    """Each thing once, days as texts."""
    assert Line(
        address="land/1.html",
        source="content/land/1.md",
        category="land",
        kind="notice",
        unit="town",
        day="2026-10-03",
        clock="09:00",
        status="superseded",
        series="月报",
        names=("land/1.md", "land/1.html", "one", "old/one.html"),
        by="land/2.md",
        start="2026-10-03",
        end="2026-10-09",
        changed=("2026-10-05", "2026-11-02"),
        period="",
        turnover=(),
        index_no="A-1",
    ) == line_of(full_entry())


def test_a_plain_entry_s_line_has_nothing_that_it_has_not() -> None:
    """Empty texts; and it is listed, in its month and year."""
    line = line_of(entry(1, date(2026, 10, 3)))

    assert ("", "", "", (), "", (), "") == (
        line.by,
        line.start,
        line.end,
        line.changed,
        line.period,
        line.turnover,
        line.index_no,
    )
    assert (True, "2026-10", 2026) == (line.listed, line.month, line.year)
    taken = replace(full_entry(), superseding=None, status="withdrawn")
    taken = replace(taken, withdrawal=Withdrawal(date(2026, 11, 3), "有误"))
    assert (False, "") == (line_of(taken).listed, line_of(taken).by)
