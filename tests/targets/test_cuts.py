"""A delivery that is cut off anywhere leaves whole pages, and the next one completes it."""

import errno
import os
import sys
from functools import partial
from itertools import cycle
from random import Random

import pytest

from generator.app import wiring
from generator.edge.keys import Asking
from generator.model.target import Target
from generator.targets.folder import Folder
from generator.values.host import Host
from generator.values.problem import Stop
from tests.targets.cuts import NEW, OLD, THEIRS, Meter, Rehearsal, cuts, faults, killed
from tests.targets.office import Cut, Faulty, Office, files_of, site

HOW = ("before", "after", "torn")
Point = tuple[int, str]


def through(patch: pytest.MonkeyPatch, at: int, how: str, error: OSError | None) -> list[Faulty]:
    """Let the next delivery go over a host that fails; the host is found in the list."""
    found: list[Faulty] = []
    usual = wiring.opened

    def opened(place: str, target: Target, ask: Asking) -> Faulty:
        host = usual(place, target, ask)
        assert isinstance(host, Host)
        found.append(Faulty(host, at, how, error))
        return found[-1]

    patch.setattr(wiring, "opened", opened)
    return found


def cut(office: Office, monkeypatch: pytest.MonkeyPatch, at: int, how: str) -> Faulty:
    """A delivery that is cut off at a step; the host as it saw it."""
    with monkeypatch.context() as patch:
        hosts = through(patch, at, how, None)
        with pytest.raises(Cut):
            office.publish()
    return hosts[0]


def points(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch, share: int = 1) -> list[Point]:
    """Steps and ways to fail at them, spread over the whole delivery; a `share` of those to be tried."""
    with monkeypatch.context() as patch:
        hosts = through(patch, 10**6, "", None)
        rehearsal.publish()
    steps = hosts[0].steps
    assert steps > 100
    every = [(at, how) for at in range(1, steps + 1) for how in HOW]
    return Random(1).sample(every, min(cuts(100), len(every)))[::share]


@pytest.fixture(name="rehearsal")
def _rehearsal(office: Office) -> Rehearsal:
    return Rehearsal(office, office.www, office.publish)


def test_a_cut_leaves_whole_pages_and_the_next_delivery_completes_them(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever step is the last: each page is old or new, with its style; nobody else's file is touched."""
    tried = points(rehearsal, monkeypatch)
    assert len(tried) >= 100
    for at, how in tried:
        rehearsal.trial((at, how), partial(cut, rehearsal.office, monkeypatch, at, how))


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_delivery_that_is_killed_after_any_byte_is_completed_by_the_next(
    rehearsal: Rehearsal,
) -> None:
    """In the midst of a file, of our notes, of the receipt, or between two files; it tidies nothing up."""
    with pytest.MonkeyPatch.context() as patch:
        whole = Meter(patch)
        rehearsal.publish()
    for life in Random(4).sample(range(1, whole.spent), cuts(20)):
        rehearsal.trial(life, partial(killed, life, rehearsal.publish))


def test_at_every_moment_the_site_is_whole(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looked at after every call that changes the disk, also while the next delivery goes on."""
    steps = max(at for at, _ in points(rehearsal, monkeypatch))
    for at in (0, steps // 2, 3 * steps // 4):
        rehearsal.back()
        with rehearsal.watched() as saw:
            if at:
                cut(rehearsal.office, monkeypatch, at, "torn")
            rehearsal.publish()
        assert [] == saw
        rehearsal.demand_complete(at)


def test_a_cut_after_which_a_later_site_is_published(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the first one had sent is not taken for somebody else's."""
    office, later = rehearsal.office, site("later", {"plan/index.html": "still a folder"})
    for at, how in points(rehearsal, monkeypatch, share=12):
        rehearsal.back()
        cut(office, monkeypatch, at, how)
        office.build(later)
        office.publish()

        assert {**later, **THEIRS} == files_of(office.www), (at, how)


def test_a_failure_is_told_and_the_next_delivery_completes_it(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, a host that lets nobody write, a share that goes away: exit code 76, whole pages."""
    office = rehearsal.office
    codes = {
        errno.ENOSPC: "host/full",
        errno.EACCES: "host/denied",
        errno.EROFS: "host/readonly",
        errno.ESTALE: "host/away",
        errno.EIO: "host/io",
    }
    numbers = cycle(codes)
    for at, how in points(rehearsal, monkeypatch, share=4):
        rehearsal.back()
        number = next(numbers)
        with monkeypatch.context() as patch:
            (host,) = _fail(office, patch, at, how, number)
        if host is None:
            continue  # what failed was only to tidy up
        assert (76, codes[number]) == (host.exit_code, host.problem.code), (at, how)
        assert [] == faults(office.www)
        live = dict(host.problem.facts)["live"]
        if live == "old":
            pages = {path: body for path, body in files_of(office.www).items() if path in OLD}
            assert OLD == pages, (at, how)
        office.publish()
        assert {**NEW, **THEIRS} == files_of(office.www), (at, how)


def _fail(
    office: Office, patch: pytest.MonkeyPatch, at: int, how: str, number: int
) -> tuple[Stop | None]:
    """Publish over a host that fails once; what stopped it."""
    through(patch, at, how, OSError(number, os.strerror(number)))
    try:
        office.publish()
    except Stop as stop:
        return (stop,)
    return (None,)


def test_what_arrives_otherwise_than_it_was_sent_never_goes_live(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A host that says that all went well, and lost a byte on the way."""
    office = rehearsal.office
    put = Folder.put

    def lossy(host: Folder, path: str, body: bytes) -> None:
        put(host, path, body[:-1] if b"new index.html" in body else body)

    with monkeypatch.context() as patch:
        patch.setattr(Folder, "put", lossy)
        with pytest.raises(Stop) as caught:
            office.publish()
    pages = {path: body for path, body in files_of(office.www).items() if path in OLD}

    assert ("host/io", 76) == (caught.value.problem.code, caught.value.exit_code)
    assert OLD == pages
    office.publish()
    assert {**NEW, **THEIRS} == files_of(office.www)


def test_at_most_the_file_in_flight_is_sent_again(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was laid beside the site, whole, is kept."""
    office = rehearsal.office
    for at, how in points(rehearsal, monkeypatch, share=5):
        rehearsal.back()
        first = cut(office, monkeypatch, at, how)
        with monkeypatch.context() as patch:
            second = through(patch, 10**6, "", None)
            office.publish()

        assert len({*first.sent} & {*second[0].sent}) <= 1, (at, how)
