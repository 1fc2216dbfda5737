"""A delivery that is cut off anywhere leaves whole pages, and the next one completes it."""

import errno
import os
import shutil
from collections.abc import Iterator
from itertools import cycle
from random import Random

import pytest

from generator.app import wiring
from generator.edge.keys import Asking
from generator.model.target import Target
from generator.targets.folder import Folder
from generator.values.host import Host
from generator.values.problem import Stop
from tests.targets.office import Cut, Faulty, Office, files_of, site, torn

TRIALS = int(os.environ.get("GONGKAI_CUTS", "100"))
"""So many cuts, over all steps of a delivery; with 300 there is hardly a step that is not cut."""
OLD = site("old", {"finance/2026/gone.html": "gone", "plan": "a file", "list/x.html": "x"})
NEW = site("new", {"land/2026/c.html": "c", "plan/index.html": "a folder", "list": "a file"})
HOW = ("before", "after", "torn")
THEIRS = {"favicon.ico": b"theirs", "finance/notes.txt": b"theirs"}


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


class Rehearsal:
    """An office that can be put back to the moment before a delivery."""

    def __init__(self, office: Office) -> None:
        self.office, self._copy = office, office.folder.with_name("before")
        for path, body in THEIRS.items():
            (office.www / path).parent.mkdir(exist_ok=True)
            (office.www / path).write_bytes(body)
        office.build(OLD)
        office.publish()
        office.build(NEW)
        shutil.copytree(office.folder, self._copy)

    def again(self) -> None:
        """Everything as it was before the delivery."""
        shutil.rmtree(self.office.folder)
        shutil.copytree(self._copy, self.office.folder)

    def points(self, patch: pytest.MonkeyPatch) -> Iterator[tuple[int, str]]:
        """Steps and ways to fail at them, spread over the whole delivery."""
        with patch.context() as once:
            hosts = through(once, 10**6, "", None)
            self.office.publish()
        assert hosts[0].steps > 100
        every = [(at, how) for at in range(1, hosts[0].steps + 1) for how in HOW]
        for point in Random(1).sample(every, min(TRIALS, len(every))):
            self.again()
            yield point


@pytest.fixture(name="rehearsal")
def _rehearsal(office: Office) -> Rehearsal:
    return Rehearsal(office)


def test_a_cut_leaves_whole_pages_and_the_next_delivery_completes_them(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever step is the last: each page is old or new, with its style; nobody else's file is touched."""
    office, count = rehearsal.office, 0
    for at, how in rehearsal.points(monkeypatch):
        cut(office, monkeypatch, at, how)
        there = files_of(office.www)

        assert ([], at, how) == (torn(office.www, OLD, NEW, THEIRS), at, how)
        assert {**there, **THEIRS} == there
        office.publish()
        assert {**NEW, **THEIRS} == files_of(office.www), (at, how)
        assert ["new"] == [one["act"].replace("publish", "new") for one in office.receipts()[1:]]
        count += 1
    assert count >= min(TRIALS, 100)


def test_a_cut_after_which_a_later_site_is_published(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the first one had sent is not taken for somebody else's."""
    office, later = rehearsal.office, site("later", {"plan/index.html": "still a folder"})
    for at, how in [*rehearsal.points(monkeypatch)][::12]:
        rehearsal.again()
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
    for at, how in [*rehearsal.points(monkeypatch)][::4]:
        rehearsal.again()
        number = next(numbers)
        with monkeypatch.context() as patch:
            (host,) = _fail(office, patch, at, how, number)
        if host is None:
            continue  # what failed was only to tidy up
        assert (76, codes[number]) == (host.exit_code, host.problem.code), (at, how)
        assert [] == torn(office.www, OLD, NEW, THEIRS)
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
    for at, how in [*rehearsal.points(monkeypatch)][::5]:
        rehearsal.again()
        first = cut(office, monkeypatch, at, how)
        with monkeypatch.context() as patch:
            second = through(patch, 10**6, "", None)
            office.publish()

        assert len({*first.sent} & {*second[0].sent}) <= 1, (at, how)
