"""What a host should show of ours before anything is brought there, and where that must stop us."""

from collections.abc import Callable
from functools import partial

from generator.app.bringing import Expected
from generator.app.committed import REFUSED, named, site_listing
from generator.app.counter import Counter
from generator.app.delivery import Delivery, There
from generator.edge.releases import Release
from generator.exports import manifest
from generator.values.digest import sha256
from generator.values.host import Host, Trace
from generator.values.problem import Problem, Stop

HOST = 76


def expected(counter: Counter, host: Host, release: Release, *, forced: bool) -> Expected:
    """What may be there: as we left it, else by our manifest that stands there, and what was under way.

    A site that was published from elsewhere stops us, unless it is `forced` out of the way.
    """
    last, left = counter.last, counter.known.left(host.name)
    promised = counter.known.promised(host.name)
    digests: dict[str, set[str]] = {}
    stamps: dict[str, Trace] = {}
    if left and last and left.fingerprint == last.fingerprint:
        digests = {path: {one.sha256} for path, (one, _) in left.files.items()}
        stamps = {path: Trace(one.size, stamp) for path, (one, stamp) in left.files.items()}
    elif last:
        listing = site_listing(partial(_read, host.read))
        shown = listing.fingerprint if listing else ""
        if listing and shown == last.fingerprint:
            digests = {path: {one.sha256} for path, one in listing.files.items()}
            signature = _read(host.read, manifest.SIGNATURE)
            if signature is not None:
                digests[manifest.SIGNATURE] = {sha256(signature)}
        elif shown not in {"", release.fingerprint} and not promised and not forced:
            raise Stop(Problem("publish/other", counter.target.at), REFUSED)
    certain = frozenset(digests) - promised.keys()
    for path, more in promised.items():
        digests[path] = digests.get(path, set()) | more
    return Expected(digests, certain, stamps)


def demand_ours(counter: Counter, there: There, all_of: Expected, release: Release) -> None:
    """Stop before files of ours that somebody touched."""
    number = _known(counter, release)
    if all_of.certain and len(there.gone) == len(all_of.certain):
        back = (("target", counter.target.name), ("release", number))
        raise Stop(Problem("host/empty", counter.target.at, back), HOST)
    touched = (*there.altered, *there.gone)
    if touched:
        facts = (
            ("altered", str(len(there.altered))),
            ("gone", str(len(there.gone))),
            ("names", named(touched)),
            ("target", counter.target.name),
            ("release", number),
        )
        raise Stop(Problem("publish/touched", counter.target.at, facts), REFUSED)


def demand_free(counter: Counter, there: There) -> None:
    """Stop before files of others."""
    if there.taken:
        facts = (("count", str(len(there.taken))), ("names", named(there.taken)))
        raise Stop(Problem("publish/taken", counter.target.at, facts), REFUSED)


def demand_allowed(counter: Counter, delivery: Delivery, allowed: int) -> None:
    """Stop before more is removed than a slip may remove."""
    count = len(delivery.removed)
    if count > max(delivery.most, allowed):
        facts = (
            ("count", str(count)),
            ("most", str(delivery.most)),
            ("names", named(delivery.removed)),
        )
        raise Stop(Problem("publish/deletions", counter.target.at, facts), REFUSED)


def _known(counter: Counter, release: Release) -> str:
    """The number of the release that puts the host back: the one that it showed, if it is kept."""
    kept = {one.number for one in counter.releases.all()}
    last = counter.last
    return str(last.release if last and last.release in kept else release.number)


def _read(read: Callable[[str], bytes], path: str) -> bytes | None:
    try:
        return read(path)
    except FileNotFoundError:
        return None
