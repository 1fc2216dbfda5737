"""Verify: is what stands there what we published? A folder, a bundle, an address, or a fingerprint."""

import os
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from typing import Literal

from generator.app import wiring
from generator.app.cargo import public_key
from generator.app.committed import REFUSED, settings_of, site_listing
from generator.app.headers import advice, odd
from generator.app.order import Order
from generator.app.verdict import Header, Records, Sight, Verdict, judge
from generator.edge import disk, receipts
from generator.edge.fault import faults, faults_there, is_away
from generator.edge.keys import Asking, nobody_knows
from generator.edge.project import live_reader, store_of
from generator.edge.releases import Release, Releases
from generator.edge.web import Answer, Web, plain
from generator.exports import manifest
from generator.exports.manifest import Listing
from generator.model.target import Target, Way
from generator.values.dataclass import dataclass, replace
from generator.values.host import Filed, HostFault, NoPackageError, Package, Parcel
from generator.values.pattern import pattern
from generator.values.place import Place
from generator.values.problem import Problem, Stop

UNLIKE = 1
_MISSING = {404, 410}
_FOUND = 200
_FINGERPRINT = pattern("[0-9a-f]{8,64}")
_BETWEEN = pattern("[ :-]")


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who bears a fingerprint: an entry's page, another file, or a whole release.

    `release` and `at` say in which release it was public; 0 where it stands in `output/` only.
    """

    what: Literal["entry", "file", "release"]
    path: str
    title: str
    fingerprint: str
    release: int = 0
    at: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A target of several that could not be looked at, and the exit code of that."""

    place: str
    problem: Problem
    exit_code: int


Found = Verdict | Bearer | Fault


def verify(order: Order, what: str, here: str, ask: Asking = nobody_knows) -> tuple[Found, ...]:
    """The verdict on what was named, or on every host that the site is published to."""
    records = _records(order)
    if not what:
        targets = [one for one in settings_of(order).publish if one.way != "bundle"]
        if len(targets) > 1:
            return tuple(_tried(order, one, records, ask) for one in targets)
        found = tuple(_of_target(order, one, records, ask) for one in targets)
        return found or (_of_path(order, order.project.output, "output", records),)
    if what.lower().startswith(("http://", "https://")):
        return (_of_web(plain(what), records),)
    path = os.path.normpath(os.path.join(here, what))
    digits = _BETWEEN.sub("", what).lower()
    if _stands(path):
        return (_of_path(order, path, what, records),)
    if not _FINGERPRINT.fullmatch(digits):
        raise Stop(Problem("usage/verify", Place("build.py"), (("value", what),)), REFUSED)
    bearers = tuple(_bearers(order, digits, records))
    if not bearers:
        raise Stop(Problem("verify/nobody", Place(order.project.folder)), UNLIKE)
    return bearers


def _stands(path: str) -> bool:
    """Whether something stands there; what no system takes for a path does not."""
    try:
        return disk.kind(path) is not None
    except (OSError, ValueError):
        return False


def _records(order: Order) -> Records:
    store = store_of(order.project)
    settings = settings_of(order) if _has_site(order) else None
    public = public_key(settings.public_key) if settings else None
    shown = _shown(settings.publish) if settings else ()
    with faults(store):
        releases = Releases(f"{store.releases}/publish").all()
        return Records(receipts.read(order.project.content), releases, public, shown)


def _shown(targets: Iterable[Target]) -> tuple[str, ...]:
    """The targets that readers look at; where there are none, all."""
    sites = tuple(one.name for one in targets if one.way != "bundle" and one.form == "site")
    return sites or tuple(one.name for one in targets)


def _has_site(order: Order) -> bool:
    return disk.kind(f"{order.project.content}/site.yaml") == "file"


def _tried(order: Order, target: Target, records: Records, ask: Asking) -> Verdict | Fault:
    """One that is out of reach does not keep us from looking at the others."""
    try:
        return _of_target(order, target, records, ask)
    except Stop as stop:
        return Fault(target.name, stop.problem, stop.exit_code)


def _of_target(order: Order, target: Target, records: Records, ask: Asking) -> Verdict:
    root = wiring.place_of(target, order.project)
    with (
        faults_there(target.at, root=root),
        closing(wiring.host(target, order.project, ask)) as host,
    ):
        return _of_parcel(host, target.name, target.name, records, target.others)


def _of_path(order: Order, path: str, typed: str, records: Records) -> Verdict:
    """A folder or a zip; where a target stands, by the receipts of that target."""
    way: Way = "bundle" if disk.kind(path) == "file" else "folder"
    targets = settings_of(order).publish if _has_site(order) else ()
    named = [one for one in targets if wiring.place_of(one, order.project) == path]
    others = tuple(other for one in named for other in one.others)
    is_output = path == order.project.output
    if is_output:
        records = replace(records, public=None)  # a site is signed on its way out
    place = Place(os.path.basename(path) or typed)
    with (
        faults_there(place, root=path),
        closing(wiring.opened(path, Target("", way, path, 0, place))) as host,
    ):
        name = named[0].name if named else ""
        try:
            found = _of_parcel(host, typed, name, records, others)
        except NoPackageError as error:
            raise Stop(Problem("verify/no-bundle", place), UNLIKE) from error
        if is_output and found.standing == "unknown":
            own = _of_parcel(host, typed, "", Records((), ()))
            return replace(own, standing="unpublished")
    return found


def _of_parcel(
    host: Parcel, place: str, target: str, records: Records, others: tuple[str, ...] = ()
) -> Verdict:
    """What is in it, against what should be; of a part of a site nothing is missing."""
    traces = host.list()

    def read(path: str) -> bytes | None:
        return host.read(path) if path in traces and traces[path].size >= 0 else None

    def demand(error: OSError) -> None:
        if is_away(error) and not host.list():
            raise error

    found = judge(place, target, records, Sight(read, demand, traces, host.width, others))
    if host.holds_part():
        checked = found.checked - len(found.missing)
        found = replace(found, is_part=True, missing=(), checked=checked)
    return _of_package(host, found) if isinstance(host, Package) else found


def _of_package(package: Package, found: Verdict) -> Verdict:
    """The same, with what goes along: whoever carries it there runs that."""
    unlike = package.unlike()
    return replace(
        found,
        changed=(*unlike.changed, *found.changed),
        missing=(*unlike.missing, *found.missing),
        added=(*unlike.added, *found.added),
        has_other_program=unlike.has_other_program,
    )


def _of_web(url: str, records: Records) -> Verdict:
    """A site on the web, asked for file by file; what stands there besides nobody can tell."""
    headers: list[Header] = []
    with faults_there(Place(url)), closing(Web(url)) as web:
        fronts: list[Answer] = []

        def read(path: str) -> bytes | None:
            answer = _asked(web, path)
            if answer.status in _MISSING:
                return None
            told = odd(path, answer.headers)
            if told:
                headers.append(told)
            if path == "index.html":
                fronts.append(answer)
            return answer.body

        def demand(error: OSError) -> None:
            del error
            web.close()  # a connection that broke off takes no more questions
            _asked(web, manifest.ROOT)

        found = judge(url, "", records, Sight(read, demand, ()))
    once = tuple(dict.fromkeys(headers))
    more = (told for front in fronts for told in advice(url.lower(), front.headers))
    return replace(found, headers=(*once, *more))


def _asked(web: Web, path: str) -> Answer:
    answer = web.get(path)
    if answer.status != _FOUND and answer.status not in _MISSING:
        raise HostFault("host/status", value=str(answer.status))
    return answer


def _bearers(order: Order, digits: str, records: Records) -> Iterator[Bearer]:
    """Whoever bears a fingerprint that begins like that: in releases, in `output/`, among receipts."""
    store = store_of(order.project)
    kept = Releases(f"{store.releases}/publish")
    sites = [(_listing(kept, one), one.number, one.at) for one in reversed(records.releases)]
    seen: set[tuple[str, str]] = set()
    for listing, number, at in (*sites, (site_listing(live_reader(store)), 0, "")):
        if listing is None:
            continue
        for one in listing.files.values():
            if one.sha256.startswith(digits) and (one.path, one.sha256) not in seen:
                seen.add((one.path, one.sha256))
                yield _bearer(one, listing, number, at)
    for receipt in reversed(records.receipts):
        known = (manifest.ROOT, receipt.fingerprint)
        if receipt.fingerprint.startswith(digits) and known not in seen:
            seen.add(known)
            yield Bearer("release", "", "", receipt.fingerprint, receipt.release, receipt.at)


def _listing(kept: Releases, release: Release) -> Listing | None:
    """What the manifest of a kept release says; nothing where it can no longer be read."""

    def read(path: str) -> bytes | None:
        one = release.files.get(path)
        with suppress(OSError):
            return kept.read(one.sha256) if one else None
        return None

    return site_listing(read)


def _bearer(one: Filed, listing: Listing, number: int, at: str) -> Bearer:
    page = one.path.removesuffix(".json") + ".html"
    if one.path == manifest.ROOT:
        return Bearer("release", "", "", one.sha256, number, at)
    if page != one.path and page in listing.titles:
        return Bearer("entry", page, listing.titles[page], one.sha256, number, at)
    return Bearer("file", one.path, listing.titles.get(one.path, ""), one.sha256, number, at)
