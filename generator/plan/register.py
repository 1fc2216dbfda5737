"""The register: a line for each entry, with what order, counts and relations need, and nothing else.

A line holds plain values, so that those of a whole site are brought and compared in no time; what
a page says of an entry comes from the entry itself. Every answer is a value of its own, so that
it can be told whether it is still the same.
"""

import functools
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TypeVar

from generator.model.address import address_of
from generator.model.entry import Entry, rank
from generator.model.ledger import Ledger
from generator.plan.relations import called, inside
from generator.values.dates import parse_month

K = TypeVar("K")
V = TypeVar("V")
YEAR = 12
"""Months that a comparison of accounts goes back over, the account's own among them."""


class Line(NamedTuple):
    """An entry in the register. Days and months are in ISO form, empty where there is none.

    `names` are what others may call it by, `by` is what it names as its replacement, `unit` the
    id of its unit; `start` and `end` bound its display period, `changed` are the days on which it
    was corrected, withdrawn or replaced, `period` is the month that it accounts for.
    """

    address: str
    source: str
    category: str
    kind: str
    unit: str
    day: str
    clock: str
    status: str
    series: str
    names: tuple[str, ...]
    by: str
    start: str
    end: str
    changed: tuple[str, ...]
    period: str
    index_no: str

    @property
    def listed(self) -> bool:
        """Whether lists may show it."""
        return self.status == "ready"

    @property
    def month(self) -> str:
        """The month of its issue."""
        return self.day[:7]

    @property
    def year(self) -> int:
        """The year in which it was published."""
        return int(self.day[:4])


Lines = tuple[Line, ...]


def line_of(entry: Entry) -> Line:
    """The entry's line."""
    shown = entry.display
    old = (one.text for one in entry.aliases)
    names = (inside(entry.source), entry.address, entry.id, *old)
    return Line(
        address=entry.address,
        source=entry.source,
        category=entry.category,
        kind=entry.kind,
        unit=entry.unit.id,
        day=entry.published.day.isoformat(),
        clock=entry.published.clock,
        status=entry.status,
        series=entry.series,
        names=tuple(dict.fromkeys(name for name in names if name)),
        by=entry.superseding.by.text if entry.superseding else "",
        start=shown.start.isoformat() if shown else "",
        end=shown.end.isoformat() if shown else "",
        changed=tuple(day.isoformat() for day in entry.changed),
        period=str(entry.detail.period) if isinstance(entry.detail, Ledger) else "",
        index_no=entry.index_no,
    )


def in_order(line: Line) -> tuple[int, str, str]:
    """Sort key: as `newest_first` of its entry."""
    return rank(date.fromisoformat(line.day), line.clock, line.address)


class Register:
    """The lines of a site, newest first, and what is asked of them; each grouping is made once."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines: Lines = tuple(lines)

    # Groupings

    @functools.cached_property
    def _listed(self) -> Lines:
        return tuple(one for one in self.lines if one.status == "ready")

    @functools.cached_property
    def _categories(self) -> dict[str, list[Line]]:
        return _grouped((one.category, one) for one in self._listed)

    @functools.cached_property
    def _units(self) -> dict[str, list[Line]]:
        return _grouped((one.unit, one) for one in self._listed)

    @functools.cached_property
    def _months(self) -> dict[str, list[Line]]:
        return _grouped((one.day[:7], one) for one in reversed(self._listed))

    @functools.cached_property
    def _years(self) -> dict[tuple[str, int], list[Line]]:
        return _grouped(((one.category, one.year), one) for one in self._listed)

    @functools.cached_property
    def _series(self) -> dict[str, list[Line]]:
        return _grouped((one.series, one) for one in self._listed if one.series)

    @functools.cached_property
    def _accounts(self) -> dict[str, list[Line]]:
        return _grouped((one.unit, one) for one in self._listed if one.period)

    @functools.cached_property
    def _kinds(self) -> dict[str, list[Line]]:
        return _grouped((one.kind, one) for one in self.lines)

    @functools.cached_property
    def _shown(self) -> Lines:
        return tuple(one for one in self._listed if one.end)

    @functools.cached_property
    def _places(self) -> dict[str, int]:
        """Where each listed entry stands in its category, by address; 0 is the newest."""
        return {
            one.address: index
            for lines in self._categories.values()
            for index, one in enumerate(lines)
        }

    @functools.cached_property
    def by_address(self) -> dict[str, Line]:
        """The lines by the addresses of their entries."""
        return {one.address: one for one in self.lines}

    @functools.cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """The addresses of the entries by every name that they answer to; an id may be several's."""
        found: dict[str, list[str]] = {}
        for one in self.lines:
            for name in one.names:
                found.setdefault(name, []).append(one.address)
        return {name: tuple(addresses) for name, addresses in found.items()}

    @functools.cached_property
    def _moved(self) -> dict[str, str]:
        return {
            natural: one.address
            for one in self.lines
            if (natural := address_of(one.source, one.category)) != one.address
        }

    @functools.cached_property
    def _replaced(self) -> dict[str, list[str]]:
        found = ((one, self.called(one.by, one.source)) for one in self.lines if one.by)
        return _grouped((by[0], one.address) for one, by in found if by)

    # Answers

    def whole(self) -> Lines:
        """All of it."""
        return self.lines

    def last_update(self, name: str, hour: str, today: str) -> tuple[str, str]:
        """When something last happened up to `today`, of a category or of all: day and time.

        What has no time takes `hour`.
        """
        times = (
            at
            for one in self.lines
            if not name or one.category == name
            for at in ((one.day, one.clock), *((d, hour) for d in one.changed if d <= today))
        )
        return max(times, default=("", ""))

    def category(self, name: str) -> Lines:
        """The category's listed entries, newest first."""
        return tuple(self._categories.get(name, ()))

    def category_count(self, name: str) -> int:
        """How many the category lists."""
        return len(self._categories.get(name, ()))

    def is_longer(self, name: str, limit: int) -> bool:
        """Whether a category lists more than so many entries."""
        return len(self._categories.get(name, ())) > limit

    def newest(self, name: str, count: int) -> Lines:
        """The newest listed entries of a category, or of the site (no name)."""
        return tuple((self._categories.get(name, []) if name else self._listed)[:count])

    def share(self, name: str, size: int, number: int) -> Lines:
        """The full list page `number` of a category, counted from the oldest entry; 0 is the rest.

        The rest is the newest page, which holds `size` to twice that less one while there are so many.
        """
        lines = self._categories.get(name, [])
        whole, full = len(lines), self.full(name, size)
        if number > full:
            return ()
        if number:
            return tuple(lines[whole - number * size : whole - (number - 1) * size])
        return tuple(lines[: whole - full * size])

    def full(self, name: str, size: int) -> int:
        """How many full list pages a category has."""
        return max(0, len(self._categories.get(name, ())) // size - 1)

    def is_full(self, name: str, size: int, number: int) -> bool:
        """Whether that is the last of a category's full list pages."""
        return number == self.full(name, size)

    def years(self, name: str) -> tuple[tuple[int, int], ...]:
        """The category's years, newest first, each with how many were published in it."""
        found = ((year, len(lines)) for (one, year), lines in self._years.items() if one == name)
        return tuple(sorted(found, reverse=True))

    def years_beside(self, name: str, year: int) -> tuple[int, int]:
        """The next newer and the next older year of a category; 0 where there is none."""
        years = [one for one, _ in self.years(name)]
        newer = min((one for one in years if one > year), default=0)
        return newer, max((one for one in years if one < year), default=0)

    def year(self, name: str, year: int) -> Lines:
        """What a category published in a year, newest first."""
        return tuple(self._years.get((name, year), ()))

    def year_count(self, year: int) -> int:
        """How many the site published in a year."""
        return sum(len(lines) for (_, its), lines in self._years.items() if its == year)

    def units(self, name: str) -> tuple[tuple[str, int], ...]:
        """The ids of the units that a category lists entries of, each with how many."""
        counts: dict[str, int] = {}
        for one in self._categories.get(name, ()):
            counts[one.unit] = counts.get(one.unit, 0) + 1
        return tuple(sorted(counts.items()))

    def unit(self, name: str) -> Lines:
        """A unit's listed entries, newest first."""
        return tuple(self._units.get(name, ()))

    def unit_count(self, name: str) -> int:
        """How many entries of a unit are listed."""
        return len(self._units.get(name, ()))

    def months(self) -> tuple[tuple[str, int], ...]:
        """The months with listed entries, oldest first, each with how many."""
        return tuple(sorted((month, len(lines)) for month, lines in self._months.items()))

    def month_names(self) -> tuple[str, ...]:
        """The months with listed entries, oldest first: most entries join one that is there."""
        return tuple(sorted(self._months))

    def month(self, name: str) -> Lines:
        """The listed entries of a month's issue, oldest first."""
        return tuple(self._months.get(name, ()))

    def month_count(self, name: str) -> int:
        """How many entries a month's issue has."""
        return len(self._months.get(name, ()))

    def series(self, name: str) -> Lines:
        """The listed entries of a series (系列), newest first."""
        return tuple(self._series.get(name, ()))

    def displayed(self, unit: str) -> Lines:
        """The listed entries with a display period (公示期), newest first; of a unit, or of all (no id)."""
        return tuple(one for one in self._shown if not unit or one.unit == unit)

    def changed(self) -> Lines:
        """The entries that were corrected, withdrawn or replaced, newest first."""
        return tuple(one for one in self.lines if one.changed)

    def changed_in(self, month: str) -> Lines:
        """Those of them to which something happened in a month."""
        return tuple(
            one for one in self.lines if one.changed and any(d[:7] == month for d in one.changed)
        )

    def change_months(self) -> tuple[str, ...]:
        """The months in which something was corrected, withdrawn or replaced."""
        return tuple(sorted({day[:7] for one in self.lines for day in one.changed}))

    def days(self, count: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The last days on which something was published, each with the addresses of that."""
        found: dict[str, list[str]] = {}
        for one in self._listed:
            if one.day not in found and len(found) == count:
                break
            found.setdefault(one.day, []).append(one.address)
        return tuple((day, tuple(addresses)) for day, addresses in found.items())

    def accounts(self, unit: str, last: str) -> Lines:
        """A unit's accounts of the twelve months up to `last`, newest first."""
        first = str(parse_month(last).before(YEAR - 1))
        return tuple(one for one in self._accounts.get(unit, ()) if first <= one.period <= last)

    def neighbours(self, address: str) -> tuple[str, str]:
        """The addresses of the next newer and the next older entry in the category's list."""
        place = self._places.get(address)
        if place is None:
            return "", ""
        lines = self._categories[self.by_address[address].category]
        newer = lines[place - 1].address if place else ""
        return newer, lines[place + 1].address if place + 1 < len(lines) else ""

    def called(self, text: str, source: str) -> tuple[str, ...]:
        """The addresses of the entries that a text in `source` may mean."""
        return called(self.names, text, source)

    def moved(self, address: str) -> str:
        """Where a link to a source's own address leads whose entry pins another; else empty."""
        return self._moved.get(address, "")

    def status(self, address: str) -> str:
        """The status of the entry there."""
        return self.by_address[address].status if address in self.by_address else ""

    def replaced(self, address: str) -> tuple[str, ...]:
        """The addresses of the entries that the one there replaces."""
        return tuple(self._replaced.get(address, ()))

    def kinds(self) -> tuple[str, ...]:
        """The kinds of which there are entries."""
        return tuple(sorted(self._kinds))

    def kind_count(self, name: str) -> int:
        """How many entries of a kind are listed."""
        return sum(one.listed for one in self._kinds.get(name, ()))

    def modified(self, name: str, today: str) -> str:
        """The last day up to `today` on which one was published or changed, of a category or of all."""
        days = (
            day
            for one in self.lines
            if not name or one.category == name
            for day in (one.day, *one.changed)
        )
        return max((day for day in days if day <= today), default="")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
