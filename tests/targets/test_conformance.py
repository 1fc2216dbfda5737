"""What every target does alike; one suite, run against each of them."""

import importlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from generator.app import wiring
from generator.app.wiring import TARGETS
from generator.edge import clock
from generator.edge.known import CLAIM, HELD, Known
from generator.model.target import LOCAL, Target, Way
from generator.values.host import Host, Parcel
from generator.values.place import Place

PATH = "finance/2026/中文 名.html"
PARCELS: tuple[Way, ...] = ("bundle",)
"""Targets that are packed, closed and carried."""
PASSWORD = "open sesame"
Opened = Callable[[], Parcel]


@contextmanager
def place_of(way: Way, folder: Path) -> Iterator[str]:
    """A place of that way that holds nothing: below the folder, or a server that serves it."""
    (folder / "place").mkdir()
    if way in LOCAL:
        yield str(folder / ("place/site.zip" if way in PARCELS else "place"))
        return
    with importlib.import_module(f"tests.targets.servers.{way}").serving(folder) as place:
        yield place


@contextmanager
def opening(way: Way, folder: Path) -> Iterator[Opened]:
    """Opens the same target again and again, and closes all of them."""
    with place_of(way, folder) as place, ExitStack() as stack:

        def opened() -> Parcel:
            found = wiring.opened(place, Target("one", way, place, 0, Place("site.yaml")))
            stack.callback(found.close)
            return found

        yield opened


@pytest.fixture(params=TARGETS)
def parcel(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Opened]:
    """Every target."""
    monkeypatch.setenv("GONGKAI_ONE_PASSWORD", PASSWORD)
    with opening(request.param, tmp_path) as opened:
        yield opened


@pytest.fixture(params=[way for way in TARGETS if way not in PARCELS])
def host(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Host]:
    """Every target that readers look at while it is changed."""
    monkeypatch.setenv("GONGKAI_ONE_PASSWORD", PASSWORD)
    with opening(request.param, tmp_path) as opened:
        found = opened()
        assert isinstance(found, Host)
        yield found


@pytest.mark.parametrize("way", PARCELS)
def test_a_parcel_is_no_host(way: Way, tmp_path: Path) -> None:
    """Nobody looks into it while it is packed."""
    with opening(way, tmp_path) as opened:
        assert not isinstance(opened(), Host)


def test_a_new_target_is_empty(parcel: Opened) -> None:
    """And says so."""
    assert {} == parcel().list()


@pytest.mark.parametrize("body", [b"", b"\0\xff\r\n", b"x" * 300_000])
def test_what_is_put_is_read_back(parcel: Opened, body: bytes) -> None:
    """Byte for byte, at once and by whoever comes next."""
    one = parcel()
    one.put(PATH, body)
    at_once = one.read(PATH)
    one.settle()
    one.close()

    assert body == at_once == parcel().read(PATH)
    assert {PATH: len(body)} == {path: trace.size for path, trace in parcel().list().items()}


def test_what_is_not_there_is_an_error_of_the_system(parcel: Opened) -> None:
    """Of the one kind that everybody expects."""
    one = parcel()
    one.put("a", b"a")
    one.settle()

    with pytest.raises(FileNotFoundError):
        one.read("b")


def test_it_is_known_again(parcel: Opened) -> None:
    """By its name."""
    assert parcel().name == parcel().name


def test_a_room_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    """Whatever the way: a share that is not mounted, a stick that is not plugged in."""
    for way in LOCAL:
        target = Target("one", way, "", 0, Place("site.yaml"))
        with pytest.raises(OSError, match="No such file"):
            wiring.opened(str(tmp_path / "gone" / "place.zip"), target).put("a", b"a")


def test_a_put_replaces(host: Host) -> None:
    """A later one is the one that stands."""
    host.put(PATH, b"one")
    host.put(PATH, b"the other")

    assert b"the other" == host.read(PATH)


def test_a_stamp_changes_with_the_file(host: Host) -> None:
    """Though it has as many bytes; a host that cannot tell has none."""
    host.put(PATH, b"one")
    before = host.list()[PATH]
    host.put(PATH, b"two")
    after = host.list()[PATH]

    assert before.size == after.size
    assert not after.stamp or before.stamp != after.stamp
    assert host.list() == host.list()


def test_a_rename_replaces_and_leaves_nothing_behind(host: Host) -> None:
    """Neither the old name nor the folder that only it stood in; folders are made where it goes."""
    host.put(".part/1", b"new")
    host.put("finance/a.html", b"old")
    host.rename(".part/1", "finance/a.html")
    host.put(".part/2", b"deep")
    host.rename(".part/2", "land/2026/08/b.html")

    assert {"finance/a.html", "land/2026/08/b.html"} == {*host.list()}
    assert (b"new", b"deep") == (host.read("finance/a.html"), host.read("land/2026/08/b.html"))


def test_a_file_can_make_way_for_a_folder_and_a_folder_for_a_file(host: Host) -> None:
    """One after the other, under the same name."""
    host.put("plan", b"a file")
    host.remove("plan")
    host.put("plan/index.html", b"a page")
    host.remove("plan/index.html")
    host.put("plan", b"a file again")

    assert ["plan"] == [*host.list()]


def test_an_empty_folder_is_in_nobodys_way(host: Host, tmp_path: Path) -> None:
    """One is left where somebody was cut off between a file and the folder around it."""
    (tmp_path / "place/plan/2026").mkdir(parents=True)
    host.list()
    host.put(".part/1.html", b"a file")
    host.rename(".part/1.html", "plan")

    assert b"a file" == host.read("plan")
    assert ["plan"] == [*host.list()]


@pytest.mark.parametrize("way", ["folder", "sftp"])
def test_a_folder_that_holds_something_does_not_make_way(way: Way, tmp_path: Path) -> None:
    """Somebody may have put it there since we looked."""
    with opening(way, tmp_path) as opened:
        host = opened()
        assert isinstance(host, Host)
        host.put("plan/2026/theirs.txt", b"theirs")
        host.put(".part/1.html", b"a file")
        host.list()
        with pytest.raises(OSError, match=r"Is a directory|Input/output"):
            host.rename(".part/1.html", "plan")

        assert b"theirs" == host.read("plan/2026/theirs.txt")


def test_what_is_removed_is_gone_with_its_empty_folders(host: Host) -> None:
    """And removing it again is no mistake."""
    host.put("finance/2026/a.html", b"a")
    host.put("finance/b.html", b"b")
    host.remove("finance/2026/a.html")
    host.remove("finance/2026/a.html")

    assert ["finance/b.html"] == [*host.list()]


def test_one_of_two_has_the_claim(host: Host) -> None:
    """Until it is removed."""
    assert host.claim(".gongkai/lock", b"one")
    assert not host.claim(".gongkai/lock", b"two")
    assert b"one" == host.read(".gongkai/lock")
    host.remove(".gongkai/lock")
    assert host.claim(".gongkai/lock", b"two")
    assert [".gongkai/lock"] == [*host.list()]


def test_a_claim_that_others_took_over_is_left_to_them(host: Host, tmp_path: Path) -> None:
    """They deleted ours, and made theirs; only ours is given back."""
    (tmp_path / "known").mkdir()
    known, theirs = Known(str(tmp_path / "known")), b'{"who": "li"}'

    assert known.claim(host, "wang") is None
    assert known.overtaken(host) is None
    host.remove(CLAIM)
    assert known.overtaken(host)
    assert host.claim(CLAIM, theirs)
    assert known.overtaken(host)
    known.release(host)
    assert theirs == host.read(CLAIM)
    host.remove(CLAIM)
    assert known.claim(host, "wang") is None
    known.release(host)
    assert [] == [*host.list()]


@pytest.mark.parametrize("place", [CLAIM, HELD])
def test_a_claim_that_was_made_another_way_is_one(host: Host, tmp_path: Path, place: str) -> None:
    """By FTP it is a folder: whoever changes the way is told of others, and goes on with its own."""
    if place == HELD and host.name.startswith("s3"):
        return  # a store has no folders, and is reached in no other way
    folder = tmp_path / "known"
    folder.mkdir()
    known, theirs = Known(str(folder)), b'{"who": "li", "machine": "desk", "since": "now"}'
    host.put(place, theirs)

    assert "li" == getattr(known.claim(host, "wang"), "who", "")
    (folder / "claim").write_bytes(theirs)
    assert known.claim(host, "wang") is None
    known.release(host)
    assert [] == [*host.list()]


def test_a_copy_of_the_project_has_claims_of_its_own(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when cron starts both in the same second: neither takes the other's for one of its own."""
    monkeypatch.setattr(clock, "wall", lambda: "2026-11-21 09:30:00")
    one, two = (Known(str(tmp_path / name)) for name in ("one", "two"))
    for name in ("one", "two"):
        (tmp_path / name).mkdir()

    assert one.claim(host, "wang") is None
    assert two.claim(host, "wang")
    assert two.claim(host, "wang")
    assert one.overtaken(host) is None
    one.release(host)


def test_a_claim_that_is_given_back_just_now_is_no_fault(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody was at work when we looked: nothing is said of folders that are missing."""
    (tmp_path / "known").mkdir()
    monkeypatch.setattr(type(host), "claim", lambda *_: False)

    assert Known(str(tmp_path / "known")).claim(host, "wang")
