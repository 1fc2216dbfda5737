"""A place where citizens read the site, as whoever brings it there sees it."""

import errno
from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol, runtime_checkable

from generator.values.dataclass import dataclass


class Filed(NamedTuple):
    """A file of a site: its path, the SHA-256 of its bytes, how many they are."""

    path: str
    sha256: str
    size: int


class Trace(NamedTuple):
    """How a file on a host looks: its length, -1 for what is no ordinary file, and a `stamp`.

    The stamp is another one after the file was written again; it is empty where a host cannot tell.
    """

    size: int
    stamp: str


@dataclass(frozen=True, slots=True)
class Unlike:
    """What of a zip's own files, and of the zip, is not as this version writes it.

    `has_other_program` tells that what would be run is among it.
    """

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]
    has_other_program: bool


class HostFault(OSError):  # noqa: N818 - one of the faults that become a `Stop`
    """What a host says that no number of the system's errors can, by the code of its sentence (`host/…`).

    `facts` are what the sentence needs besides the error. No secret stands in it.
    """

    def __init__(self, code: str, error: str = "", **facts: str) -> None:
        super().__init__(errno.EIO, error)
        self.code, self.error, self.facts = code, error, tuple(facts.items())


class NoPackageError(OSError):
    """What stands in a package's place is none, or is damaged."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Who enters the host of the target `name`, and with which password; "" for none known.

    It is looked up when a host wants one; the environment's `variable` could tell it.
    """

    name: str
    user: str
    variable: str
    password: Callable[[], str]

    def refused(self, error: str = "") -> HostFault:
        """That the host does not take them, or that nobody knows any."""
        facts = {"target": self.name, "variable": self.variable}
        if self.user and self.password():
            return HostFault("host/login", error, **facts)
        return HostFault("host/no-login", error, **facts)


@runtime_checkable
class Parcel(Protocol):
    """What every target offers. Paths have `/` between their parts; whatever fails is an `OSError`.

    `name` tells one host from another. So many verbs as `width` may be at work at once, each called
    from a thread of its own.
    """

    name: str
    width: int

    def holds_part(self) -> bool:
        """Whether what stands there is no more than what changed since a release."""

    def list(self) -> Mapping[str, Trace]:
        """Every file that stands there, ours and others'."""

    def read(self, path: str) -> bytes:
        """A file's bytes."""

    def put(self, path: str, body: bytes) -> None:
        """Make a file and its folders, in place of one that stands there."""

    def settle(self) -> None:
        """Wait until everything done so far would outlast a power cut."""

    def close(self) -> None:
        """Nothing more is to be done there."""


@runtime_checkable
class Package(Parcel, Protocol):
    """A parcel that is one file, which has more in it than the site."""

    def is_taken(self) -> bool:
        """Whether a file that we did not make stands in its place."""

    def unlike(self) -> Unlike:
        """What is not as we make it, besides the site."""


@runtime_checkable
class Host(Parcel, Protocol):
    """A target that readers look at while it is changed: what is put there is laid beside, then moved."""

    def claim(self, path: str, body: bytes) -> bool:
        """Make a file in one step; false where one stands there already."""

    def rename(self, path: str, target: str) -> None:
        """Move a file in one step, over one that stands at `target`."""

    def remove(self, path: str) -> None:
        """Remove a file and the folders that it leaves empty; what is gone is gone."""
