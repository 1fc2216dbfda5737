"""A release brought to a host: looked at first, laid beside, proven, put in place, tidied up."""

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from generator.app.delivery import Delivery, There, staged, strangers, turn
from generator.edge import disk
from generator.edge.hands import all_of, each
from generator.edge.known import CLAIM, STAGE
from generator.values.dataclass import dataclass
from generator.values.digest import sha256
from generator.values.host import Filed, Host, Parcel, Trace

Watch = Callable[[int, int, int, int], None]
"""Told how many files have arrived of how many, and how many bytes of how many."""


def nobody(files: int, all_files: int, size: int, whole: int) -> None:
    """Tells nobody."""
    del files, all_files, size, whole


@dataclass(frozen=True, slots=True)
class Expected:
    """What may stand on a host as ours: the digests by path, `stamps` of files that need not be read.

    What is `certain` was there when we left; all else may be there, or not yet, or not any more.
    """

    digests: Mapping[str, set[str]]
    certain: frozenset[str]
    stamps: Mapping[str, Trace]


def look(
    host: Host, wanted: Mapping[str, Filed], expected: Expected, traces: Mapping[str, Trace]
) -> There:
    """What stands there of ours; a file is read when its looks do not tell that it is as it was left."""
    every = sorted(wanted.keys() | expected.digests.keys())
    there = [path for path in every if path in traces]
    gone = [path for path in every if path not in traces and path in expected.certain]

    def is_as_left(path: str) -> bool:
        seen = traces[path]
        is_one = len(expected.digests.get(path, ())) == 1
        return bool(seen.stamp) and seen == expected.stamps.get(path) and is_one

    def digest_of(path: str) -> str:
        return sha256(host.read(path)) if traces[path].size >= 0 else ""

    digests = {path: next(iter(expected.digests[path])) for path in there if is_as_left(path)}
    unsure = [path for path in there if path not in digests]
    digests |= zip(unsure, each(host.width, digest_of, unsure), strict=True)
    ours: dict[str, str] = {}
    altered: list[str] = []
    taken: list[str] = []
    for path in there:
        digest, may = digests[path], expected.digests.get(path, set())
        if digest in may or (path in wanted and digest == wanted[path].sha256):
            ours[path] = digest
        else:
            (altered if may else taken).append(path)
    taken += strangers(wanted, traces, ours.keys() | {*altered, *taken})
    read = len(ours.keys() & {*unsure})
    return There(traces, ours, tuple(altered), tuple(gone), tuple(sorted({*taken})), read)


def stage(
    host: Host,
    delivery: Delivery,
    read: Callable[[str], bytes],
    traces: Mapping[str, Trace],
    watch: Watch,
) -> None:
    """Lay every file beside the site, and prove it by reading it back; what arrived before is kept.

    `read` gives a file by its digest.
    """
    size, whole, sent = 0, delivery.bytes, delivery.sent

    def lay(one: Filed) -> int:
        if not _is_there(host, one, traces):
            _put(host, staged(one), one, read)
        return one.size

    for number, more in enumerate(each(host.width, lay, sent), 1):
        size += more
        watch(number, len(sent), size, whole)
    host.settle()


def pack(
    parcel: Parcel, delivery: Delivery, read: Callable[[str], bytes], watch: Watch
) -> Mapping[str, Trace]:
    """Put every file into a parcel, prove it, and close it up; how the files look in it."""
    size, whole, sent = 0, delivery.bytes, delivery.sent
    for number, one in enumerate(sent, 1):
        _put(parcel, one.path, one, read)
        size += one.size
        watch(number, len(sent), size, whole)
    parcel.settle()
    return parcel.list()


def switch(host: Host, delivery: Delivery, demand: Callable[[], None]) -> None:
    """Put everything in its place, and remove what is left over.

    `demand` stops where somebody took our place there meanwhile: what waits would be theirs.
    """
    demand()
    _remove(host, delivery.clear)
    for _, rank in groupby(delivery.sent, lambda one: turn(one.path)[0]):
        all_of(host.width, lambda one: host.rename(staged(one), one.path), rank)
    host.settle()
    _remove(host, (path for path in delivery.removed if path not in delivery.clear))
    demand()
    _remove(host, (path for path in host.list() if path.startswith(STAGE) and path != CLAIM))
    host.settle()


def arrived(wanted: Mapping[str, Filed], traces: Mapping[str, Trace]) -> None:
    """See that everything stands there, as long as it is."""
    for path in sorted(wanted, key=turn):
        if path not in traces or traces[path].size != wanted[path].size:
            raise disk.damaged(path)


def _remove(host: Host, paths: Iterable[str]) -> None:
    """What leads to others goes before them; all that are of one rank may go at once."""
    for _, rank in groupby(paths, lambda path: turn(path)[0]):
        all_of(host.width, host.remove, rank)


def _put(parcel: Parcel, place: str, one: Filed, read: Callable[[str], bytes]) -> None:
    parcel.put(place, read(one.sha256))
    if sha256(parcel.read(place)) != one.sha256:
        raise disk.damaged(one.path)


def _is_there(host: Host, one: Filed, traces: Mapping[str, Trace]) -> bool:
    """Whether an earlier attempt has laid the file there, whole."""
    place = staged(one)
    found = traces.get(place)
    return found is not None and found.size == one.size and sha256(host.read(place)) == one.sha256
