"""The register: what is asked of the entries' order, counts and relations, and how it is answered.

Most answers are sums of gists; the others need the lines of a few shards. Every answer is a value
of its own, so that it can be told whether it is still the same.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice, takewhile

from generator.plan.gist import Gist, Shard, shard_of
from generator.plan.line import Lines
from generator.plan.relations import called
from generator.plan.shards import Files, Shards, grouped, merged
from generator.values.dates import parse_month

YEAR = 12
"""Months that a comparison of accounts goes back over, the account's own among them."""
Time = tuple[str, str]
"""A day in ISO form and the time of day; both empty where there is none."""
NEVER = ("", "")


class Register(Shards):
    """What the lines of a site answer."""

    def __init__(self, files: Files) -> None:
        super().__init__(files)
        self._shards: dict[str, list[Shard]] = {}
        self._neighbours: dict[Shard, dict[str, tuple[str, str]]] = {}

    def _category(self, name: str) -> list[Shard]:
        """The shards of a category, or of the site (no name), in which something is listed: newest first."""
        if name not in self._shards:
            found = [it for it, gist in self.gists.items() if name in {"", it[0]} and gist.listed]
            self._shards[name] = sorted(found, key=lambda one: (-one[1], one[0]))
        return self._shards[name]

    def _newest(self, shards: Iterable[Shard], count: int, unit: str = "") -> Lines:
        """The newest listed ones of shards that stand newest first, of a unit or of all."""
        found: Lines = ()
        for year, its in sorted(grouped((one[1], one) for one in shards).items(), reverse=True):
            if len(found) >= count:
                break
            parts = ((one for one in self.ready(*name) if unit in {"", one.unit}) for name in its)
            found += merged((year, tuple(islice(part, count))) for part in parts)
        return found[:count]

    def _in_year(self, month: str) -> list[Shard]:
        """The shards that have something of a month."""
        return [name for name, gist in self.gists.items() if month in gist.months]

    # Answers

    def shards(self) -> tuple[tuple[str, int, int], ...]:
        """What there are entries of: a category, a year, and how many."""
        return tuple(sorted((*name, gist.size) for name, gist in self.gists.items()))

    def last_update(self, name: str, hour: str, today: str) -> Time:
        """When something last happened up to `today`, of a category or of all: day and time.

        What has no time takes `hour`.
        """
        gists = [gist for one, gist in self.gists.items() if name in {"", one[0]}]
        return max(map(_last(hour, today), gists), default=NEVER)

    def update_in(self, name: str, year: int, hour: str, today: str) -> Time:
        """The same of what a category published in a year."""
        gist = self.gists.get((name, year))
        return _last(hour, today)(gist) if gist else NEVER

    def month_update(self, month: str, hour: str, today: str) -> Time:
        """When something last happened to an entry of a month, or to any in that month."""
        times = [gist.months[month][2] for gist in self.gists.values() if month in gist.months]
        times += (
            (day, hour)
            for gist in self.gists.values()
            for its, day in gist.changes
            if day <= today and month in {its, day[:7]}
        )
        return max(times, default=NEVER)

    def category(self, name: str) -> Lines:
        """The category's listed entries, newest first."""
        return self.listed(self._category(name)) if name else ()

    def category_count(self, name: str) -> int:
        """How many the category lists."""
        return sum(self.gists[one].listed for one in self._category(name)) if name else 0

    def is_longer(self, name: str, limit: int) -> bool:
        """Whether a category lists more than so many entries."""
        return self.category_count(name) > limit

    def newest(self, name: str, count: int) -> Lines:
        """The newest listed entries of a category, or of the site (no name)."""
        return self._newest(self._category(name), count)

    def share(self, name: str, size: int, number: int) -> Lines:
        """The full list page `number` of a category, counted from the oldest entry; 0 is the rest.

        The rest is the newest page, which holds `size` to twice that less one while there are so many.
        """
        whole, full = self.category_count(name), self.full(name, size)
        if number > full:
            return ()
        if number:
            return self._span(name, whole - number * size, whole - (number - 1) * size)
        return self._span(name, 0, whole - full * size)

    def _span(self, name: str, start: int, end: int) -> Lines:
        """The listed entries of a category from one place in its order to before another."""
        found: Lines = ()
        at = 0
        for one in self._category(name) if name else ():
            count = self.gists[one].listed
            if at < end and start < at + count:
                found += self.listed([one])[max(0, start - at) : end - at]
            at += count
        return found

    def full(self, name: str, size: int) -> int:
        """How many full list pages a category has."""
        return max(0, self.category_count(name) // size - 1)

    def is_full(self, name: str, size: int, number: int) -> bool:
        """Whether that is the last of a category's full list pages."""
        return number == self.full(name, size)

    def years(self, name: str) -> tuple[tuple[int, int], ...]:
        """The category's years, newest first, each with how many were published in it."""
        return tuple((one[1], self.gists[one].listed) for one in self._category(name) if name)

    def years_beside(self, name: str, year: int) -> tuple[int, int]:
        """The next newer and the next older year of a category; 0 where there is none."""
        years = [one for one, _ in self.years(name)]
        newer = min((one for one in years if one > year), default=0)
        return newer, max((one for one in years if one < year), default=0)

    def shard(self, name: str, year: int) -> Lines:
        """All that a category published in a year, newest first, also what is not listed any more."""
        return self.held(name, year)

    def year(self, name: str, year: int) -> Lines:
        """What a category published in a year, newest first."""
        return self.ready(name, year)

    def year_count(self, year: int) -> int:
        """How many the site published in a year."""
        return sum(gist.listed for (_, its), gist in self.gists.items() if its == year)

    def units(self, name: str) -> tuple[tuple[str, int], ...]:
        """The ids of the units that a category lists entries of, each with how many."""
        return _summed(self.gists[one].units for one in self._category(name) if name)

    def unit(self, name: str) -> Lines:
        """A unit's listed entries, newest first."""
        return self.some(self._unit(name), lambda one: one.unit == name)

    def _unit(self, name: str) -> list[Shard]:
        return [one for one in self._category("") if name in self.gists[one].units]

    def unit_newest(self, name: str, count: int) -> Lines:
        """The newest of them."""
        return self._newest(self._unit(name), count, name) if name else ()

    def unit_count(self, name: str) -> int:
        """How many entries of a unit are listed."""
        return sum(gist.units.get(name, 0) for gist in self.gists.values())

    def is_unit_longer(self, name: str, limit: int) -> bool:
        """Whether more than so many entries of a unit are listed."""
        return self.unit_count(name) > limit

    def unit_shares(self, name: str) -> tuple[tuple[int, str, int], ...]:
        """The years and categories in which a unit lists entries, newest first, each with how many."""
        return tuple(
            (year, one, self.gists[one, year].units[name]) for one, year in self._unit(name)
        )

    def unit_year(self, name: str, year: int) -> Lines:
        """What a unit published in a year, newest first."""
        shards = [one for one in self._unit(name) if one[1] == year]
        return self.some(shards, lambda one: one.unit == name)

    def unit_accounts(self, name: str) -> tuple[tuple[str, str], ...]:
        """The month and the address of each listed account of a unit, oldest first."""
        found = [one for gist in self.gists.values() for one in gist.accounts.get(name, ())]
        found.sort(key=lambda one: one[2], reverse=True)
        return tuple((period, address) for period, _, (_, _, address) in found)

    def months(self) -> tuple[tuple[str, int], ...]:
        """The months with listed entries, oldest first, each with how many."""
        counts = (
            {one: n for one, (n, _, _) in its.months.items() if n} for its in self.gists.values()
        )
        return _summed(counts)

    def month_names(self) -> tuple[str, ...]:
        """The months with listed entries, oldest first: most entries join one that is there."""
        return tuple(month for month, _ in self.months())

    def month(self, name: str) -> Lines:
        """The listed entries of a month's issue, oldest first."""
        return self.some(self._in_year(name), lambda one: one.day[:7] == name)[::-1]

    def month_count(self, name: str) -> int:
        """How many entries a month's issue has."""
        return sum(self.gists[one].months[name][0] for one in self._in_year(name))

    def series(self, name: str) -> Lines:
        """The listed entries of a series (系列), newest first."""
        shards = [one for one, gist in self.gists.items() if name in gist.series]
        return self.some(shards, lambda one: one.series == name)

    def displayed(self, unit: str) -> Lines:
        """The listed entries with a display period (公示期), newest first; of a unit, or of all (no id)."""
        shards = [
            one
            for one, gist in self.gists.items()
            if gist.shown and (not unit or unit in gist.shown)
        ]
        return self.some(shards, lambda one: bool(one.end) and unit in {"", one.unit})

    def changed(self) -> Lines:
        """The entries that were corrected, withdrawn or replaced, newest first."""
        shards = [one for one, gist in self.gists.items() if gist.changes]
        return tuple(one for one in self.of(shards) if one.changed)

    def changed_in(self, month: str) -> Lines:
        """Those of them to which something happened in a month."""
        shards = [
            one
            for one, gist in self.gists.items()
            if any(day[:7] == month for _, day in gist.changes)
        ]
        return tuple(o for o in self.of(shards) if any(d[:7] == month for d in o.changed))

    def change_months(self) -> tuple[str, ...]:
        """The months in which something was corrected, withdrawn or replaced."""
        return tuple(sorted({day[:7] for gist in self.gists.values() for _, day in gist.changes}))

    def days(self, count: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The last days on which something was published, each with the addresses of that."""
        found: dict[str, list[str]] = {}
        years = grouped((one[1], one) for one in self._category(""))
        for year, its in sorted(years.items(), reverse=True):
            if len(found) >= count:
                break
            for one in merged((year, _of_days(self.ready(*name), count)) for name in its):
                found.setdefault(one.day, []).append(one.address)
        return tuple((day, tuple(its)) for day, its in [*found.items()][:count])

    def accounts(self, unit: str, last: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The months and the turnovers of a unit's accounts of the year up to `last`, newest first."""
        first = str(parse_month(last).before(YEAR - 1))
        near = [
            one
            for gist in self.gists.values()
            for one in gist.accounts.get(unit, ())
            if first <= one[0] <= last
        ]
        near.sort(key=lambda one: one[2])
        return tuple((period, turnover) for period, turnover, _ in near)

    def neighbours(self, address: str) -> tuple[str, str]:
        """The addresses of the next newer and the next older entry in the category's list."""
        own = self.line(address)
        if own is None or own.status != "ready":
            return "", ""
        newer, older = self._beside(*shard_of(own))[address]
        if newer and older:
            return newer, older
        shards = self._category(own.category)
        at = shards.index(shard_of(own))
        if at and not newer:
            newer = self.ready(*shards[at - 1])[-1].address
        if at + 1 < len(shards) and not older:
            older = self.ready(*shards[at + 1])[0].address
        return newer, older

    def _beside(self, name: str, year: int) -> dict[str, tuple[str, str]]:
        """What stands beside each that a shard lists, within it: most pages there are made together."""
        if (name, year) not in self._neighbours:
            own = [one.address for one in self.ready(name, year)]
            beside = zip(["", *own[:-1]], [*own[1:], ""], strict=True)
            self._neighbours[name, year] = dict(zip(own, beside, strict=True))
        return self._neighbours[name, year]

    def called(self, text: str, source: str) -> tuple[str, ...]:
        """The addresses of the entries that a text in `source` may mean."""
        return called(self, text, source)

    def moved(self, address: str) -> str:
        """Where a link to a source's own address leads whose entry pins another; else empty."""
        found = (its.moved[address] for its in self.gists.values() if address in its.moved)
        return next(found, "")

    def status(self, address: str) -> str:
        """The status of the entry there."""
        line = self.line(address)
        return line.status if line else ""

    def replaced(self, address: str) -> tuple[str, ...]:
        """The addresses of the entries that the one there replaces."""
        return self.find(f"r{address}")

    def kinds(self) -> tuple[str, ...]:
        """The kinds of which there are entries."""
        return tuple(sorted({kind for gist in self.gists.values() for kind in gist.kinds}))

    def kind_count(self, name: str) -> int:
        """How many entries of a kind are listed."""
        return sum(gist.kinds.get(name, (0, 0))[0] for gist in self.gists.values())

    def modified(self, name: str, today: str) -> str:
        """The last day up to `today` on which one was published or changed, of a category or of all."""
        gists = {one: gist for one, gist in self.gists.items() if name in {"", one[0]}}
        days = [day for gist in gists.values() for _, day in gist.changes]
        for one, gist in gists.items():
            late = gist.latest[0] > today
            days += [line.day for line in self.shard(*one)] if late else [gist.latest[0]]
        return max((day for day in days if day <= today), default="")


def _last(hour: str, today: str) -> Callable[[Gist], Time]:
    """When something last happened to the entries of a shard up to `today`; changes take `hour`."""

    def find(gist: Gist) -> Time:
        return max((gist.latest, *((day, hour) for _, day in gist.changes if day <= today)))

    return find


def _of_days(lines: Lines, count: int) -> Lines:
    """Those of lines that stand newest first that are of the last so many days."""
    days = [*islice(dict.fromkeys(one.day for one in lines), count)]
    return tuple(takewhile(lambda one: one.day >= days[-1], lines)) if days else ()


def _summed(counts: Iterable[Mapping[str, int]]) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for its in counts:
        for key, count in its.items():
            found[key] = found.get(key, 0) + count
    return tuple(sorted(found.items()))
