"""What is brought to a target: a release as it is, or as packages; signed, where somebody has a key."""

from contextlib import suppress

from generator.app.committed import REFUSED, site_listing
from generator.app.counter import Counter
from generator.app.packages import Memory, Read, packed, remembered
from generator.edge import minisign, signing
from generator.edge.fault import faults_there
from generator.edge.keys import Asking
from generator.edge.minisign import LockedError, Public, Secret, UnreadableError
from generator.edge.ourselves import version
from generator.edge.releases import Release
from generator.exports import importlist, manifest
from generator.values.dataclass import dataclass, replace
from generator.values.digest import sha256
from generator.values.host import Filed, Parcel
from generator.values.place import Place
from generator.values.problem import Problem, Stop


@dataclass(frozen=True, slots=True)
class Cargo:
    """A release as it is brought: `read` gives a file by its digest.

    Of packages there is a `memory` that the next ones have to follow; `signer` is the name of the
    key that it is signed with, empty where it is not.
    """

    release: Release
    read: Read
    memory: Memory | None = None
    signer: str = ""


def loaded(counter: Counter, parcel: Parcel, cargo: Cargo, ask: Asking, *, is_dry: bool) -> Cargo:
    """A release in the form that the target wants, with its signature; in a trial nothing is noted."""
    if counter.target.form == "cms":
        cargo = _packed(counter, cargo, _before(counter, parcel))
        if cargo.memory and not is_dry:
            counter.known.remember(cargo.release.fingerprint, cargo.memory.body())
    return _signed(counter, cargo, ask, is_dry=is_dry)


def since(counter: Counter, cargo: Cargo) -> Release:
    """A release of before in the form that the target wants: what need not be brought again."""
    if counter.target.form == "site":
        return cargo.release
    return _packed(counter, cargo, Memory("")).release


def _packed(counter: Counter, cargo: Cargo, before: Memory) -> Cargo:
    found = packed(cargo.release, cargo.read, before, version(), counter.target.at)
    return Cargo(found.release, found.read, found.memory)


def _before(counter: Counter, parcel: Parcel) -> Memory:
    """What the target was brought last: by our notes, else by the list there, if it is ours as it was.

    What was under way there when it was cut off counts: some of it may have been taken over already.
    """
    last = counter.last
    begun = counter.known.begun(parcel.name)
    body = counter.known.remembered(begun) if begun else None
    if last and body is None:
        body = counter.known.remembered(last.fingerprint)
    if last is None or body:
        return remembered(body)

    def read(path: str) -> bytes | None:
        with faults_there(counter.target.at), suppress(FileNotFoundError):
            return parcel.read(path)
        return None

    listing = site_listing(read)
    if listing is None or listing.fingerprint != last.fingerprint:
        return Memory("")
    found, known = read(importlist.LIST) or b"", listing.files.get(importlist.LIST)
    return remembered(found if known and known.sha256 == sha256(found) else None)


def _signed(counter: Counter, cargo: Cargo, ask: Asking, *, is_dry: bool) -> Cargo:
    """With the signature of its manifest, the one that was made already where that is good."""
    release = cargo.release
    body = cargo.read(release.files[manifest.ROOT].sha256)
    public = public_key(counter.settings.public_key)
    signature = counter.known.signature()
    if not (public and minisign.is_signed(public, body, signature)):
        secret = _secret(counter, public, ask)
        if secret is None:
            return cargo
        signature = minisign.sign(secret, body, _comment(release))
        if not is_dry:
            counter.known.sign(signature)
    filed = Filed(manifest.SIGNATURE, sha256(signature), len(signature))

    def read(digest: str) -> bytes:
        return signature if digest == filed.sha256 else cargo.read(digest)

    files = {**release.files, filed.path: filed}
    signer = minisign.signer(signature)
    return replace(cargo, release=replace(release, files=files), read=read, signer=signer)


def public_key(line: str) -> Public | None:
    """The public key of the settings; None where none is written."""
    return minisign.read_public(line) if line else None


def _secret(counter: Counter, public: Public | None, ask: Asking) -> Secret | None:
    """The secret key that belongs to the public one; stops where there should be one and is not."""
    place = Place(f"{counter.order.project.folder}/site.yaml")
    facts = (("variable", signing.KEY),)
    try:
        found = signing.secret(ask)
    except LockedError as error:
        raise Stop(Problem("sign/password", place), REFUSED) from error
    except (UnreadableError, OSError) as error:
        raise Stop(Problem("sign/key", place, facts), REFUSED) from error
    if public and found is None:
        raise Stop(Problem("sign/no-key", place, facts), REFUSED)
    if public and found and found.public != public:
        told = (("value", found.public.name), ("wanted", public.name))
        raise Stop(Problem("sign/other-key", place, told), REFUSED)
    return found


def _comment(release: Release) -> str:
    """What is signed along: the file, the release, when it was first published."""
    return f"file:{manifest.ROOT}\trelease:{release.number}\tat:{release.at}"
