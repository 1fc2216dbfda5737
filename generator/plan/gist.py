"""What the lines of a shard say together: counts, and which of the rarer things occur among them.

With the gists at hand, most questions are answered without a line; the others need a few shards'.
"""

import functools
from collections import Counter
from typing import NamedTuple

from generator.model.address import address_of
from generator.plan.line import Line, Lines, in_order
from generator.plan.relations import candidates

Shard = tuple[str, int]
"""What a category published in a year."""
_UNPINNED = 2
"""An entry that pins nothing has two names, its file and its address, which follows from the file."""
Account = tuple[str, tuple[str, ...], tuple[int, str, str]]
"""The month that an entry accounts for, its turnover, and the entry's place in order."""


class Gist(NamedTuple):
    """Of a shard: how many entries, how many `ended`, how many are `listed`; the rest by key.

    `months`: how many are listed and how many there are, when the last of them was published;
    `kinds`: how many are listed and how many there are; `units` and `shown` (with a display
    period): how many are listed; `series`: those of listed entries; `accounts`: by unit, month,
    turnover and rank of each that is listed; `changes`: the entry's month and the day of each change;
    `ends`: what an entry names as its replacement, and its source; `moved`: by a source's
    own address the pinned one.
    """

    size: int
    ended: int
    listed: int
    months: dict[str, tuple[int, int, tuple[str, str]]]
    kinds: dict[str, tuple[int, int]]
    units: dict[str, int]
    shown: dict[str, int]
    series: tuple[str, ...]
    accounts: dict[str, tuple[Account, ...]]
    changes: tuple[tuple[str, str], ...]
    ends: tuple[tuple[str, str], ...]
    moved: dict[str, str]

    @property
    def latest(self) -> tuple[str, str]:
        """The day and hour at which the last was published."""
        return max(last for _, _, last in self.months.values())


def shard_of(line: Line) -> Shard:
    """Where a line stands."""
    return line.category, line.year


def gist_of(lines: Lines) -> Gist:
    """The gist of a shard's lines; there is one at least."""
    listed = [one for one in lines if one.status == "ready"]
    all_months, all_kinds = Counter(one.day[:7] for one in lines), Counter(o.kind for o in lines)
    months, kinds = Counter(one.day[:7] for one in listed), Counter(one.kind for one in listed)
    last: dict[str, tuple[str, str]] = {}
    for one in lines:
        month, at = one.day[:7], (one.day, one.clock)
        last[month] = max(last.get(month, at), at)
    accounts: dict[str, list[Account]] = {}
    for one in listed:
        if one.period:
            account = one.period, one.turnover, in_order(one)
            accounts.setdefault(one.unit, []).append(account)
    named = (one for one in lines if one.names[_UNPINNED:])
    natural = ((address_of(one.source, one.category), one.address) for one in named)
    return Gist(
        size=len(lines),
        ended=len(lines) - len(listed),
        listed=len(listed),
        months={one: (months[one], count, last[one]) for one, count in all_months.items()},
        kinds={one: (kinds[one], count) for one, count in all_kinds.items()},
        units=dict(Counter(one.unit for one in listed)),
        shown=dict(Counter(one.unit for one in listed if one.end)),
        series=tuple(sorted({one.series for one in listed if one.series})),
        accounts={unit: tuple(its) for unit, its in accounts.items()},
        changes=tuple((one.day[:7], day) for one in lines for day in one.changed),
        ends=tuple((one.by, one.source) for one in lines if one.by),
        moved={was: now for was, now in natural if was != now},
    )


def keys_of(line: Line) -> list[str]:
    """What a line can be found by in an index, with a letter before it."""
    keys = [f"s{line.source}", *[f"n{name}" for name in line.names]]
    return [*keys, f"i{line.index_no}"] if line.index_no else keys


@functools.lru_cache(maxsize=1)  # planners look in it, and the memory keeps it
def index_of(lines: Lines) -> dict[str, tuple[str, ...]]:
    """The addresses of the entries by all that they can be found by, with a letter before it.

    Beside these, by `a` and an address the shard of the entry there, by `r` and an address those
    of the entries that it replaces.
    """
    found: dict[str, tuple[str, ...]] = {}
    several: dict[str, list[str]] = {}
    for one in lines:
        found[f"a{one.address}"] = one.category, one.day[:4]
        own = (one.address,)
        for key in keys_of(one):
            if found.setdefault(key, own) is not own:
                several.setdefault(key, [*found[key]]).append(one.address)
    for one in lines:
        names = candidates(one.by, one.source) if one.by else ()
        by = next((its[0] for name in names if (its := found.get(f"n{name}"))), "")
        if by:
            several.setdefault(f"r{by}", []).append(one.address)
    return found | {key: tuple(its) for key, its in several.items()}
