"""The memory of a build: values in packs, brought when they are asked for, kept when all went well."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

Packs = dict[str, str]
"""The digest of each pack, by its name."""


class Shelf(Protocol):
    """Where packs lie between builds."""

    def root(self) -> Any:  # noqa: ANN401 - a plain value of any shape
        """What was kept last; None where nothing can be believed."""

    def is_there(self) -> bool:
        """Whether something was kept, right or not."""

    def pack(self, name: str, digest: str, *, is_held: bool = True) -> Any:  # noqa: ANN401 - a plain value of any shape
        """A pack; None where it is not what was kept. It may be `is_held` at hand for later."""

    def lay(self, packs: Mapping[str, Any]) -> Packs:
        """Write packs that a root may name; those that the disk did not take are not among the digests."""

    def let_go(self, name: str) -> None:
        """Do not keep in hand what was brought or laid under that name."""

    def keep(self, packs: Mapping[str, Any], held: Packs, root: Any) -> Packs | None:  # noqa: ANN401
        """Keep packs that are new or changed, those of before that still hold, and then the root.

        None where that was not possible; what was kept before may stay then.
        """


class ForgottenError(Exception):
    """A pack is not what was kept, or could not be: nothing that is remembered can be believed."""


class Memory:
    """What an earlier build left, and what this one leaves.

    A value that was put can be had again at once; nothing lasts before it is kept. What was kept
    by another version is as good as nothing.
    """

    def __init__(self, shelf: Shelf, version: str, *, is_blank: bool = False) -> None:
        self._shelf = shelf
        found = None if is_blank else shelf.root()
        self.is_dropped = not is_blank and found is None and shelf.is_there()
        self.is_unkept = False
        self._version = version
        self._held: Packs = {}
        self.root: dict[str, Any] = {}
        match found:
            case (str(its), dict(held), dict(root)) if its == version:
                self._held, self.root = {**held}, {**root}
        self._packs: dict[str, dict[Any, Any]] = {}
        self._changed: set[str] = set()

    def blank(self) -> "Memory":
        """The same without anything that was kept, because it could not be believed."""
        blank = Memory(self._shelf, self._version, is_blank=True)
        blank.is_dropped = True
        return blank

    def pack(self, name: str) -> dict[Any, Any]:
        """The values of a pack by their keys; not to be changed."""
        if name not in self._packs:
            self._packs[name] = self._brought(name, is_held=True)
        return self._packs[name]

    def passing(self, name: str) -> dict[Any, Any]:
        """The same of a large pack that is asked for once: it is not held."""
        known = self._packs.get(name)
        return self._brought(name, is_held=False) if known is None else known

    def _brought(self, name: str, *, is_held: bool) -> dict[Any, Any]:
        if name not in self._held:
            return {}
        found: dict[Any, Any] | None = self._shelf.pack(name, self._held[name], is_held=is_held)
        if found is None:
            raise ForgottenError(name)
        return found

    def put(self, name: str, values: dict[Any, Any]) -> None:
        """A whole pack in place of the one of that name; an empty one is none."""
        self._packs[name] = values
        self._changed.add(name)

    def lay_one(self, name: str, values: dict[Any, Any]) -> str:
        """Write a whole pack from any process that has a copy of this memory; `hold` it where that is kept.

        Its digest; empty where the disk did not take it: the one of before holds, or none does, and
        whoever asks has to do without what is new in it.
        """
        digest = self._shelf.lay({name: values}).get(name, "")
        self._shelf.let_go(name)
        return digest

    def hold(self, name: str, digest: str) -> None:
        """A pack that was laid there is the one of that name."""
        self._packs.pop(name, None)
        self._changed.discard(name)
        self._held[name] = digest

    def drop(self) -> None:
        """Leave nothing that the next build could believe; it `is_unkept` where not even that can be."""
        self.is_unkept = not Memory(self._shelf, self._version, is_blank=True).keep()
        self.is_dropped = not self.is_unkept

    def renew(self, name: str, values: dict[Any, Any]) -> None:
        """The same where anything in it is new."""
        if values != self.pack(name):
            self.put(name, values)

    def renew_all(
        self, family: str, values: Mapping[Any, Any], named: Callable[[Any], str]
    ) -> None:
        """All values of a family, each in the pack that its key is `named` after."""
        packs: dict[str, dict[Any, Any]] = {}
        for key, value in values.items():
            packs.setdefault(named(key), {})[key] = value
        for name in {*self.names(family), *packs}:
            self.renew(name, packs.get(name, {}))

    def names(self, family: str) -> list[str]:
        """The packs whose names begin with the family's; in order, which is the same in every process."""
        return sorted(name for name in {*self._held, *self._packs} if name.startswith(f"{family}-"))

    def lay(self, *families: str) -> Packs:
        """Write the packs of some families; the digests are for `keep` in whichever process has the rest.

        The digest of a pack that is no more is empty. One that the disk did not take would be taken
        for such a one: nothing may be believed then.
        """
        starts = tuple(f"{family}-" for family in families)
        names = [name for name in self._changed if name.startswith(starts)]
        full = {name: its for name in names if (its := self._packs[name])}
        laid = self._shelf.lay(full)
        for missing in full.keys() - laid.keys():
            raise ForgottenError(missing)
        self._changed -= {*names}
        return {name: laid.get(name, "") for name in names}

    def keep(self, wait: Callable[[], Packs] = dict) -> bool:
        """Make it last; what was kept before holds until `wait` comes back, when all is written.

        It brings the digests of what was laid elsewhere. Where the disk refuses it is not kept, and what
        was kept before may stay: whoever looks has to compare that with the site.
        """

        def root(held_now: Packs) -> Any:  # noqa: ANN401 - a plain value
            held_now |= wait()
            for name in [name for name, digest in held_now.items() if not digest]:
                del held_now[name]
            return self._version, held_now, self.root

        packs = {name: self._packs[name] for name in self._changed if self._packs[name]}
        held = {name: digest for name, digest in self._held.items() if name not in self._changed}
        kept = self._shelf.keep(packs, held, root)
        if kept is None:
            return False
        self._held, self._changed = kept, set()
        return True
