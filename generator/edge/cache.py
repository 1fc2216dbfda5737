"""The throw-away memory on the disk: packs of plain values, each proven by its digest, and a root.

A pack never changes: another one takes its place under another name, and the root, which is
replaced in one step, says which ones hold. So whatever is interrupted or damaged, what is read
back is either what was written together, or nothing.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from generator.edge import disk
from generator.edge.proven import opened, sealed

_ROOT = "root"
Packs = dict[str, str]
"""The digest of each pack, by its name."""
Loaded = dict[str, tuple[str, Any]]
"""Packs as they are in the memory of this process: each with its digest, by its name."""


class Cache:
    """A folder of packs. Nothing here raises for what is not there or not right: it is forgotten.

    A process that stays keeps in `loaded` what it has brought or written since it last wrote.
    """

    def __init__(self, folder: str, loaded: Loaded | None = None) -> None:
        self.folder = folder
        self._loaded = {} if loaded is None else loaded
        self._used: set[str] = set()

    def root(self) -> Any:  # noqa: ANN401 - a plain value of any shape
        """What was written last, whole; None where nothing can be believed."""
        return opened(self._read(_ROOT))

    def is_there(self) -> bool:
        """Whether something was kept, right or not."""
        return disk.kind(f"{self.folder}/{_ROOT}") is not None

    def pack(self, name: str, digest: str, *, is_held: bool = True) -> Any:  # noqa: ANN401 - a plain value of any shape
        """A pack; None where it is not what was written. One that is not to be held is read each time."""
        self._used.add(name)
        known, value = self._loaded.get(name, ("", None))
        if known != digest:
            value = opened(self._read(f"{name}.{digest}"), digest)
            # one that is wrong may be written right again, and by another process
            if is_held and value is not None:
                self._loaded[name] = digest, value
        return value

    def lay(self, packs: Mapping[str, Any]) -> Packs:
        """Write packs that the root will name, as far as the disk takes them."""
        laid: Packs = {}
        with suppress(OSError):
            disk.make_folder(self.folder)
            for name, value in packs.items():
                digest, body = sealed(value)
                _put(f"{self.folder}/{name}.{digest}", body)
                laid[name] = digest
                self._loaded[name] = digest, value
        return laid

    def let_go(self, name: str) -> None:
        """Do not keep a pack in hand."""
        self._loaded.pop(name, None)

    def keep(self, packs: Mapping[str, Any], held: Packs, root: Any) -> Packs | None:  # noqa: ANN401 - plain values of any shape
        """Write the packs that are new or changed and then `root(packs)`; remove what nothing names.

        `held` are packs of before that still hold. A disk that is full or closed is no reason to fail:
        the answer is None then, and the root of before may stay, which knows nothing of the site of now.
        """
        laid = self.lay(packs)
        now = held | laid
        if len(laid) < len(packs):  # what is missing would be taken for empty
            self.forget()
            return None
        try:
            disk.make_folder(self.folder)
            self._replace_root(sealed(root(now))[1])
        except OSError:
            self.forget()
            return None
        with suppress(OSError):  # what cannot be removed takes room, and is nothing that holds
            self._tidy(now)
        self._let_go(now)
        return now

    def forget(self) -> None:
        """Remove the root, without which nothing holds, as far as the disk lets go of it."""
        with suppress(OSError):
            disk.remove(f"{self.folder}/{_ROOT}")

    def _replace_root(self, body: bytes) -> None:
        """In one step: it is there whole, or the one of before; it need not outlive a power cut."""
        path = f"{self.folder}/{_ROOT}"
        part = path + ".part"
        disk.clear(part)
        disk.write(part, body)
        if disk.kind(path) == "folder":
            disk.clear(path)
        disk.replace(part, path)

    def _tidy(self, packs: Packs) -> None:
        for file in os.listdir(self.folder):
            name, dot, digest = file.rpartition(".")
            if dot and packs.get(name) != digest:
                disk.remove(f"{self.folder}/{file}")

    def _let_go(self, packs: Packs) -> None:
        """Keep in hand what was asked for this time: the next edit is likely to be beside this one."""
        for name, (digest, _) in [*self._loaded.items()]:
            if name not in self._used or packs.get(name) != digest:
                del self._loaded[name]

    def _read(self, name: str) -> bytes:
        try:
            return disk.read(f"{self.folder}/{name}")
        except OSError:
            return b""


class Closed(Cache):
    """The same for who only looks: nothing is written there."""

    def lay(self, packs: Mapping[str, Any]) -> Packs:
        """Nothing of it."""
        del packs
        return {}

    def keep(self, packs: Mapping[str, Any], held: Packs, root: Any) -> None:  # noqa: ANN401 - plain values of any shape
        """Nothing of it either; what stands there stays."""
        del packs, held, root

    def forget(self) -> None:
        """What stands there is somebody else's to forget."""


def _put(path: str, body: bytes) -> None:
    """Write a pack, unless it stands there; half of one is not what a root names by its digest."""
    try:
        disk.write(path, body)
    except FileExistsError:
        if not disk.same(path, body):
            disk.clear(path)
            disk.write(path, body)
