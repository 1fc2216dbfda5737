"""The lines of a register in shards, one for what a category published in a year.

A shard is brought when its lines are needed; its gist tells when they are not.
"""

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from generator.plan.gist import Gist, Shard, gist_of, index_of, shard_of
from generator.plan.line import Line, Lines, in_order
from generator.plan.relations import candidates

K = TypeVar("K")
V = TypeVar("V")


class Files(NamedTuple):
    """A register as it was kept: the gists of its shards, how to bring one, how to look in the index."""

    gists: Mapping[Shard, Gist]
    bring: Callable[[Shard], Lines]
    find: Callable[[str], tuple[str, ...]]


class _AtHand:
    """Lines that are all at hand, newest first. A worker that begins anew is given it as it is."""

    def __init__(self, lines: Lines) -> None:
        self.shards = {name: tuple(its) for name, its in _by_shard(lines).items()}
        self._index = index_of(lines)

    def bring(self, shard: Shard) -> Lines:
        """The lines of a shard."""
        return self.shards[shard]

    def find(self, key: str) -> tuple[str, ...]:
        """What stands in the index there."""
        return self._index.get(key, ())


def filed(lines: Iterable[Line]) -> Files:
    """A register of lines that are all at hand, newest first."""
    held = _AtHand(tuple(lines))
    gists = {name: gist_of(its) for name, its in held.shards.items()}
    return Files(gists, held.bring, held.find)


class Shards:
    """The lines of a site by shard, those of a register of before and those that are new alike."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.gists = files.gists
        self._lines: dict[Shard, Lines] = {}
        self._known: dict[str, Line] = {}
        self._ready: dict[Shard, Lines] = {}

    def joined(self, lines: Iterable[Line]) -> Files:
        """All of it with lines that are new, or take the place of those at their addresses.

        They are called as before, or what nobody else is called, and replace nothing.
        """
        fresh = {one.address: one for one in lines}
        was = {shard_of(one) for address in fresh if (one := self.line(address))}
        now = _by_shard(fresh.values())
        shards = {
            name: tuple(
                sorted(
                    (*(o for o in self.held(*name) if o.address not in fresh), *now.get(name, ())),
                    key=in_order,
                )
            )
            for name in was | now.keys()
        }
        gists = dict(self.gists) | {name: gist_of(its) for name, its in shards.items() if its}
        kept = {name: one for name, one in gists.items() if shards.get(name, True)}
        joined = _Joined(self, shards, index_of((*fresh.values(),)))
        return Files(kept, joined.bring, joined.find)

    def wants(self, names: Iterable[str]) -> bool:
        """Whether one of these is what some entry calls its replacement."""
        ends = (one for gist in self.gists.values() for one in gist.ends)
        return not {*names}.isdisjoint(name for one in ends for name in candidates(*one))

    def held(self, name: str, year: int) -> Lines:
        """All that a category published in a year, newest first, also what is not listed any more."""
        if (name, year) not in self.gists:
            return ()
        if (name, year) not in self._lines:
            lines = self._lines[name, year] = self._files.bring((name, year))
            self._known.update((one.address, one) for one in lines)
        return self._lines[name, year]

    def hold(self) -> None:
        """Bring all shards: who is going to ask for most lines finds each of them without the index."""
        for shard in self.gists:
            self.held(*shard)

    def ready(self, name: str, year: int) -> Lines:
        """What of it is listed."""
        if (name, year) not in self._ready:
            lines = self.held(name, year)
            self._ready[name, year] = tuple(one for one in lines if one.status == "ready")
        return self._ready[name, year]

    def line(self, address: str) -> Line | None:
        """The line of the entry there."""
        if address not in self._known:
            match self.find(f"a{address}"):
                case (name, year):
                    self.held(name, int(year))
        return self._known.get(address)

    def find(self, key: str) -> tuple[str, ...]:
        """The addresses that stand in the index there."""
        return self._files.find(key)

    def get(self, name: str) -> tuple[str, ...]:
        """The addresses of the entries that answer to a name; an id may be several's."""
        return self.find(f"n{name}")

    @functools.cached_property
    def lines(self) -> Lines:
        """All of them, newest first."""
        return self.of(self.gists)

    def of(self, shards: Iterable[Shard]) -> Lines:
        """The lines of some shards, newest first."""
        return merged((year, self.held(name, year)) for name, year in shards)

    def listed(self, shards: Iterable[Shard]) -> Lines:
        """The listed lines of some shards, newest first."""
        return merged((year, self.ready(name, year)) for name, year in shards)

    def some(self, shards: Iterable[Shard], wanted: Callable[[Line], bool]) -> Lines:
        """Those of them that are wanted."""
        return merged(
            (year, tuple(filter(wanted, self.ready(name, year)))) for name, year in shards
        )


def _by_shard(lines: Iterable[Line]) -> dict[Shard, list[Line]]:
    return grouped((shard_of(one), one) for one in lines)


def merged(parts: Iterable[tuple[int, Lines]]) -> Lines:
    """Lines by year as one, newest first."""
    years = grouped((year, its) for year, its in parts if its)
    found: list[Line] = []
    for _, its in sorted(years.items(), reverse=True):
        found += sorted((o for one in its for o in one), key=in_order) if its[1:] else its[0]
    return tuple(found)


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """The values by their keys, each list in order."""
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


class _Joined:
    """Lines of before and those that are new: the shards that have some, what the index says of them."""

    def __init__(
        self, before: Shards, fresh: dict[Shard, Lines], index: dict[str, tuple[str, ...]]
    ) -> None:
        self._before, self._fresh, self._index = before, fresh, index

    def bring(self, shard: Shard) -> Lines:
        """The lines of a shard."""
        return self._fresh[shard] if shard in self._fresh else self._before.held(*shard)

    def find(self, key: str) -> tuple[str, ...]:
        """What stands in the index there."""
        return self._index.get(key) or self._before.find(key)
