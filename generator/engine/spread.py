"""A table of the memory that is too large for one pack: spread over many, of which a build brings few."""

from binascii import crc32
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator.engine.memory import Memory

FULL = 300
"""Values of a pack, about: fewer make more files, more make a change dear."""
_SIZES = "sizes"


class Spread:
    """A table under one name. `about` is the text of a key by which it finds its pack."""

    def __init__(
        self, memory: Memory, name: str, about: Callable[[Any], str], full: int = FULL
    ) -> None:
        """`full` are the values of a pack, about."""
        self._memory, self._name, self._about, self._full = memory, name, about, full

    def get(self, key: Any) -> Any:  # noqa: ANN401 - plain values of any shape
        """The value; None where there is none."""
        return self._memory.pack(self._pack(key)).get(key)

    def beside(self, about: str) -> Mapping[Any, Any]:
        """The pack in which everything about that stands, and more."""
        return self._memory.pack(self._named(about))

    def every(self) -> dict[Any, Any]:
        """All of it."""
        found: dict[Any, Any] = {}
        for name in self._memory.names(self._name):
            found |= self._memory.pack(name)
        return found

    def put_all(self, values: Mapping[Any, Any]) -> None:
        """All of it anew, in as many packs as it takes."""
        before = {*self._memory.names(self._name)}
        size = 1 << (len(values) // self._full).bit_length()
        self._memory.root[_SIZES] = {**self._memory.root.get(_SIZES, {}), self._name: size}
        parts: list[dict[Any, Any]] = [{} for _ in range(size)]
        about = self._about
        for key, value in values.items():
            parts[_number(about(key), size)][key] = value
        packs = {f"{self._name}-{number:x}": its for number, its in enumerate(parts)}
        for name in before | packs.keys():
            self._memory.renew(name, packs.get(name, {}))

    def put(self, values: Mapping[Any, Any], gone: Iterable[Any] = ()) -> None:
        """Some values in place of those of before, and without those that are `gone`."""
        packs: dict[str, dict[Any, Any]] = {}
        for key in gone:
            packs.setdefault(name := self._pack(key), dict(self._memory.pack(name))).pop(key, None)
        for key, value in values.items():
            name = self._pack(key)
            packs.setdefault(name, dict(self._memory.pack(name)))[key] = value
        for name, its in packs.items():
            self._memory.renew(name, its)

    def _pack(self, key: Any) -> str:  # noqa: ANN401 - a plain value of any shape
        return self._named(self._about(key))

    def _named(self, about: str) -> str:
        size = self._memory.root.get(_SIZES, {}).get(self._name, 1)
        return f"{self._name}-{_number(about, size):x}"


def _number(about: str, size: int) -> int:
    """The pack of so many in which that stands."""
    return crc32(about.encode("utf-8", "surrogateescape")) % size
