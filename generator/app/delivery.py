"""What has to be done on a host so that it shows a release, and in which order; nothing is done here."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from posixpath import splitext

from generator.edge.known import STAGE
from generator.exports import importlist, manifest
from generator.values.dataclass import dataclass
from generator.values.digest import sha256
from generator.values.host import Filed, Trace

FEW = 20
"""So many files may always go, and a tenth of all."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The files that are added, changed and removed, in the order that suits readers, and how many stay.

    What is removed stands on the host now. Of that, `clear` is in the way of what comes.
    """

    added: tuple[Filed, ...]
    changed: tuple[Filed, ...]
    removed: tuple[str, ...]
    kept: int
    clear: tuple[str, ...] = ()

    @property
    def sent(self) -> tuple[Filed, ...]:
        """All that is sent: a file before those that lead to it, the manifest at the end."""
        return tuple(sorted((*self.added, *self.changed), key=lambda one: turn(one.path)))

    @property
    def bytes(self) -> int:
        """How much is sent."""
        return sum(one.size for one in self.sent)

    @property
    def most(self) -> int:
        """How many files may be removed unasked."""
        return max(FEW, (len(self.changed) + len(self.removed) + self.kept) // 10)

    @property
    def is_empty(self) -> bool:
        """Whether the host shows the release already."""
        return not (self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class There:
    """What stands on a host: `traces` of everything, the digests of `ours`, and what is not as we left it.

    `altered` and `gone` were ours, `taken` are files of others where ours shall stand. Of ours so many
    had to be `read`, since their looks did not tell.
    """

    traces: Mapping[str, Trace]
    ours: Mapping[str, str]
    altered: tuple[str, ...]
    gone: tuple[str, ...]
    taken: tuple[str, ...]
    read: int = 0


def deliver(wanted: Mapping[str, Filed], ours: Mapping[str, str]) -> Delivery:
    """What makes `wanted` of the files of `ours`, which stand there with these digests."""
    removed = tuple(sorted(ours.keys() - wanted.keys(), key=turn, reverse=True))
    folders, coming = around(wanted), folded(wanted)
    clear = tuple(
        one
        for one in removed
        if one in folders or one.casefold() in coming or not around((one,)).isdisjoint(wanted)
    )
    return Delivery(
        added=tuple(one for path, one in sorted(wanted.items()) if path not in ours),
        changed=tuple(
            one for path, one in sorted(wanted.items()) if path in ours and ours[path] != one.sha256
        ),
        removed=removed,
        kept=sum(ours.get(path) == one.sha256 for path, one in wanted.items()),
        clear=clear,
    )


def turn(path: str) -> tuple[int, int, str]:
    """Sort key: style and pictures, what is downloaded, pages, lists of them, the manifest."""
    name = path.rpartition("/")[2]
    if path in {manifest.ROOT, manifest.SIGNATURE}:
        rank = 5
    elif path.startswith(manifest.FOLDER) or path == importlist.SHEET:
        rank = 4
    elif name == "index.html" or name.endswith((".json", ".xml")):
        rank = 3
    elif name.endswith(".html"):
        rank = 2
    else:
        rank = 0 if path.startswith("assets/") else 1
    return rank, -path.count("/"), path


def staged(one: Filed) -> str:
    """Where a file waits on the host until all have arrived; the same in the next attempt.

    Its ending tells a host that keeps what a file is beside it.
    """
    return f"{STAGE}{sha256(f'{one.path} {one.sha256}'.encode())[:32]}{splitext(one.path)[1]}"


def around(paths: Iterable[str]) -> frozenset[str]:
    """Every folder that these files stand in."""
    return frozenset(folder for path in paths for folder in _folders(path))


def strangers(
    wanted: Mapping[str, Filed], traces: Mapping[str, Trace], ours: AbstractSet[str]
) -> set[str]:
    """Files that are not ours and stand where ours, or their folders, shall stand.

    A host that does not tell `a` from `A` has one place for both.
    """
    needed = around(wanted)
    theirs = {path for path in traces if path not in ours and not path.startswith(STAGE)}
    found = theirs & needed
    found |= {path for path in theirs if not around((path,)).isdisjoint(wanted)}
    coming = folded({*wanted, *needed} - traces.keys())
    return found | {path for path in theirs if path.casefold() in coming}


def folded(paths: Iterable[str]) -> frozenset[str]:
    """What a host that does not tell `a` from `A` takes these paths for."""
    return frozenset(path.casefold() for path in paths)


def _folders(path: str) -> Iterator[str]:
    folder = path.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]
