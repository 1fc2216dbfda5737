"""The register as a build remembers it: what is asked of the one before brings a few of its lines."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator.engine.memory import Memory
from generator.engine.spread import Spread
from generator.exports import manifest
from generator.plan.gist import Gist, Shard, index_of, shard_of
from generator.plan.line import Line, Lines
from generator.plan.questions import Question
from generator.plan.register import Register
from generator.plan.shards import Files

_LINES, _GISTS = "register", "gists"
"""The packs of lines, one for each shard; the pack of the gists of all."""
Marked = tuple[Any, ...]
"""A line with the mark of the reading that it is of."""


class KeptRegister:
    """The lines of the last build and of this one, each with the mark of its reading."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._register: Register | None = None
        self._index = Spread(memory, "index", _about)

    def register(self) -> Register:
        """The register of before, of which only what is asked for is brought."""
        if self._register is None:
            gists = {one: Gist(*its) for one, its in self._memory.pack(_GISTS).items()}
            self._register = Register(Files(gists, self._bring, self._find))
        return self._register

    def _bring(self, shard: Shard) -> Lines:
        return tuple(Line(*one[:-1]) for one in self._memory.pack(_named(shard)).values())

    def _find(self, key: str) -> tuple[str, ...]:
        return self._index.get(key) or ()

    def mark(self, line: Line) -> str:
        """The mark of the reading that the line of before is of."""
        return str(self._memory.pack(_named(shard_of(line)))[line.address][-1])

    def lines(self) -> dict[str, Marked]:
        """All lines of before, by address."""
        packs = (self._memory.pack(name) for name in self._memory.names(_LINES))
        return {address: one for pack in packs for address, one in pack.items()}

    def put(self, register: Register, mark: Callable[[Line], str]) -> None:
        """All lines of this build in place of those of before."""
        for name in self._memory.names(_LINES):
            if name not in map(_named, register.gists):
                self._memory.renew(name, {})
        for shard in register.gists:
            self._memory.renew(_named(shard), marked(register.shard(*shard), mark))
        self._memory.renew(_GISTS, {one: (*gist,) for one, gist in register.gists.items()})
        self._index.put_all(index_of(register.lines))
        self._register = None

    def put_some(self, register: Register, marks: Mapping[Line, str]) -> None:
        """Lines of a register that came, or took the place of others, each with its mark."""
        known = self.register()
        fresh = {line.address: mark for line, mark in marks.items()}
        was = [line for one in marks if (line := known.line(one.address))]
        if {*marks} != {*was}:
            self._memory.renew(_GISTS, {one: (*gist,) for one, gist in register.gists.items()})
            self._index.put({key: register.find(key) for key in index_of((*marks,))})

        def mark(line: Line) -> str:
            return fresh.get(line.address) or self.mark(line)

        now = {
            shard: marked(register.shard(*shard), mark)
            for shard in {shard_of(one) for one in (*was, *marks)}
        }
        for shard, lines in now.items():
            self._memory.renew(_named(shard), lines)
        self._register = None


def marked(lines: Iterable[Line], mark: Callable[[Line], str]) -> dict[str, Marked]:
    """The lines by address, each with the mark of its reading."""
    return {one.address: (*one, mark(one)) for one in lines}


def _about(key: str) -> str:
    """What replaces what is asked of many entries and said of few: it stands together."""
    return key[:1] if key.startswith("r") else key


def _named(shard: Shard) -> str:
    return f"{_LINES}-{manifest.shard_of(shard[0], str(shard[1]))}"


def other_entries(
    before: Mapping[str, tuple[Any, ...]], now: Mapping[str, tuple[Any, ...]]
) -> list[Question]:
    """The entries of which another reading is public, or none was, or none is; in an order that stays."""
    return [
        ("entry", one)
        for one in dict.fromkeys((*before, *now))
        if one not in before or one not in now or before[one][-1] != now[one][-1]
    ]
