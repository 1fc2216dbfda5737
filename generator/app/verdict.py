"""What stands at a place, file by file, against what we published; values and comparisons only."""

from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from functools import partial
from typing import Literal

from generator.app.committed import site_listing
from generator.edge import minisign
from generator.edge.fault import said
from generator.edge.foreign import tolerated
from generator.edge.hands import each
from generator.edge.minisign import Public
from generator.edge.releases import Release
from generator.exports import manifest
from generator.model.receipt import Receipt
from generator.values.dataclass import dataclass
from generator.values.digest import sha256
from generator.values.host import Filed

Standing = Literal["latest", "stale", "unknown", "never", "unpublished", "unrecorded"]
"""The release that a site shows, by our receipts: the last, an earlier one, none of ours; `never` at a
target that we have no receipt of, `unrecorded` where there is none at all."""
Signature = Literal["", "good", "wrong", "missing", "unchecked"]
"""Of the manifest, by the site's public key; unchecked where there is none, empty where none is wanted."""
Read = Callable[[str], bytes | None]
Demand = Callable[[OSError], object]


@dataclass(frozen=True, slots=True)
class Header:
    """A header that a host sends with some files, or does not: `key` names what is to be said of it.

    What is wrong spoils a page (its type, its charset); the rest is advice.
    """

    key: str
    path: str
    value: str = ""
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be had, and what its host said: a status, or the name of an error."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found at a place: files that are not what they were, and which release it is.

    Those that could not be had are among the `changed`, and `unread` says why. `is_part` says that a
    bundle holds no more than what has changed. `signer` is the name of the key that a signature says
    it is of. With `has_other_program` a bundle would run something else than ours.
    """

    place: str
    fingerprint: str
    standing: Standing
    checked: int
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    release: int = 0
    at: str = ""
    is_part: bool = False
    has_other_program: bool = False
    headers: tuple[Header, ...] = ()
    signature: Signature = ""
    signer: str = ""
    unread: tuple[Unread, ...] = ()

    @property
    def is_well(self) -> bool:
        """Whether everything is as we published it."""
        differs = self.changed or self.missing or self.added
        wrong = any(one.is_wrong for one in self.headers)
        wrong = wrong or self.signature in {"wrong", "missing"}
        return not differs and not wrong and self.standing not in {"stale", "unknown", "never"}


@dataclass(frozen=True, slots=True)
class Records:
    """What the project has noted of its deliveries; nothing, where there is no project.

    With its `public` key a site there has to be signed. `shown` are the targets that readers look at.
    """

    receipts: tuple[Receipt, ...]
    releases: tuple[Release, ...]
    public: Public | None = None
    shown: tuple[str, ...] = ()

    def of(self, target: str) -> tuple[Receipt, ...]:
        """The receipts of a target, or of all where none is named, the newest first."""
        return tuple(one for one in reversed(self.receipts) if target in {"", one.target})

    def last(self, target: str) -> Receipt | None:
        """The last receipt of a target; where none is named, of those that readers look at."""
        own = self.of(target)
        seen = (one for one in own if target or one.target in self.shown)
        return next(seen, next(iter(own), None))

    def kept(self, fingerprint: str) -> Release | None:
        """The kept release with that fingerprint."""
        return next((one for one in self.releases if one.fingerprint == fingerprint), None)


@dataclass(frozen=True, slots=True)
class Sight:
    """How a site is seen: read by paths, `width` at once, and which files are `there`.

    After an error `demand` raises one where it is not the file but the host that cannot be had.
    Those of `others`, by patterns, need not be told of.
    """

    read: Read
    demand: Demand
    there: Iterable[str]
    width: int = 1
    others: tuple[str, ...] = ()


def judge(place: str, target: str, records: Records, sight: Sight) -> Verdict:
    """The verdict on a site.

    It is compared with the release that it says it is, if we published that; else with the last that
    we published there; without any receipt, with its own manifest.
    """
    unread: dict[str, str] = {}
    read = partial(_tried, sight, unread)
    root = read(manifest.ROOT) or b""
    shown = sha256(root) if root else ""
    own = records.of(target)
    receipt = next((one for one in own if one.fingerprint == shown), None)
    files = _files(receipt or records.last(target), records, read)
    digests = dict(zip(files, each(sight.width, partial(_digest, read), files), strict=True))
    listed = {*files, manifest.SIGNATURE}
    added = (one for one in sight.there if one not in listed and not tolerated(one))
    signature = read(manifest.SIGNATURE)
    if records.public is None:
        unread.pop(manifest.SIGNATURE, None)  # some hosts forbid what is not there
    return Verdict(
        place=place,
        fingerprint=shown,
        standing=_standing(target, records, receipt),
        checked=len(files),
        changed=tuple(
            sorted(
                {path for path, now in digests.items() if now and now != files[path].sha256}
                | unread.keys()
            )
        ),
        missing=tuple(sorted(path for path in digests.keys() - unread if not digests[path])),
        added=tuple(sorted(one for one in added if not is_allowed(one, sight.others))),
        release=receipt.release if receipt else 0,
        at=receipt.at if receipt else "",
        signature=_signature(records.public, root, signature),
        signer=minisign.signer(signature or b""),
        unread=tuple(Unread(path, unread[path]) for path in sorted(unread)),
    )


def is_allowed(path: str, others: Iterable[str]) -> bool:
    """Whether a file is one that other people may put there.

    `*` stands for anything within a name; a folder is written with `/` behind it.
    """
    return any(
        path.startswith(one)
        if one.endswith("/")
        else one.count("/") == path.count("/")
        and all(map(fnmatchcase, path.split("/"), one.split("/")))
        for one in others
    )


def _signature(public: Public | None, root: bytes, signature: bytes | None) -> Signature:
    if signature is None:
        return "missing" if public else ""
    if public is None:
        return "unchecked"
    return "good" if minisign.is_signed(public, root, signature) else "wrong"


def _files(receipt: Receipt | None, records: Records, read: Read) -> Mapping[str, Filed]:
    """The files that should stand there, by the receipt; without one, by the manifest that does."""
    release = records.kept(receipt.fingerprint) if receipt else None
    if release:
        return release.files
    listing = site_listing(read)
    if listing:
        return listing.files
    return {manifest.ROOT: Filed(manifest.ROOT, "", 0)}  # it says nothing that could be believed


def _standing(target: str, records: Records, receipt: Receipt | None) -> Standing:
    last = records.last(target)
    if last is None:
        return "never" if records.receipts else "unrecorded"
    if receipt is None:
        return "unknown"
    return "latest" if receipt.fingerprint == last.fingerprint else "stale"


def _tried(sight: Sight, unread: dict[str, str], path: str) -> bytes | None:
    """A file's bytes; why there are none is noted, for one that hides must not hide the others."""
    try:
        return sight.read(path)
    except OSError as error:
        sight.demand(error)
        unread[path] = said(error)
        return None


def _digest(read: Read, path: str) -> str:
    body = read(path)
    return "" if body is None else sha256(body)
