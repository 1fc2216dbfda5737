"""SFTP: whole sites over a real server, whatever is cut, and one clear message for whatever is wrong."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from random import Random
from stat import S_IFDIR, S_IFREG
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import asyncssh
import pytest

from generator.app import wiring
from generator.edge import keys, ssh
from generator.edge.hands import all_of
from generator.model.target import Target
from generator.targets import sftp
from generator.targets.sftp import Sftp
from generator.values.host import Host
from generator.values.place import Place
from generator.values.problem import Stop
from tests.targets.cuts import NEW, OLD, THEIRS, Rehearsal, cuts
from tests.targets.office import ROOT, Office, files_of, fill, site, torn
from tests.targets.servers.sftp import PASSWORD, knows, serving, serving_oddly
from tests.targets.wire import ENDLESS, Wire

Make = Callable[..., asyncssh.SFTPServer]


def declare(office: Office, place: str, fingerprint: str = "") -> None:
    """Let the target `far` be at that address, and nowhere else."""
    settings = office.folder / "content/site.yaml"
    text = settings.read_text("utf-8").partition("  - 名称: far")[0]
    far = f"  - 名称: far\n    方式: SFTP\n    位置: {place}\n"
    known = f"    指纹: {fingerprint}\n" if fingerprint else ""
    settings.write_text(f"{text}{far}{known}", "utf-8")


def stopped(office: Office) -> tuple[str, int, dict[str, str]]:
    """The code of what stops a delivery, the exit code, and the facts."""
    with pytest.raises(Stop) as caught:
        office.publish(target="far")
    stop = caught.value
    return stop.problem.code, stop.exit_code, dict(stop.problem.facts)


class Far(SimpleNamespace):
    """A server, and the office that publishes there; `place` is what the server serves."""

    office: Office
    place: Path
    address: str

    @property
    def port(self) -> int:
        """Where the server is."""
        return urlsplit(self.address).port or 0


@contextmanager
def _far(office: Office, serve: Callable[..., Any], *more: Any) -> Iterator[Far]:
    """A server of this kind with the old site on it, and the new one ready to be sent."""
    folder = office.folder.with_name("far")
    fill(folder / "place", THEIRS)
    with serve(folder, *more) as address:
        declare(office, address)
        yield Far(office=office, place=folder / "place", address=address)


@pytest.fixture(name="far")
def _published(office: Office) -> Iterator[Far]:
    """OpenSSH."""
    with _far(office, serving) as far:
        office.build(OLD)
        office.publish(target="far")
        office.build(NEW)
        yield far


@pytest.fixture(autouse=True)
def _nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system of whoever runs the tests keeps no password for them."""
    monkeypatch.setattr(keys, "kept", lambda _: "")


@contextmanager
def odd(office: Office, monkeypatch: pytest.MonkeyPatch, make: Make) -> Iterator[Far]:
    """A server of another make, on which the old site stands."""
    monkeypatch.setenv("GONGKAI_FAR_PASSWORD", PASSWORD)
    with _far(office, serving_oddly, make) as far:
        office.build(OLD)
        office.publish(target="far")
        office.build(NEW)
        yield far


def opened(address: str) -> Host:
    """The host itself."""
    host = wiring.opened(address, Target("far", "sftp", address, 0, Place("site.yaml")))
    assert isinstance(host, Host)
    return host


@pytest.fixture(name="noted")
def _noted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Every verb that names a file, with its path."""
    noted: list[tuple[str, str]] = []
    for name in ("read", "put", "rename", "remove"):
        usual = getattr(Sftp, name)

        def verb(host: Sftp, path: str, *words: Any, usual: Any = usual, name: str = name) -> Any:
            noted.append((name, path))
            return usual(host, path, *words)

        monkeypatch.setattr(Sftp, name, verb)
    return noted


# Deliveries


def test_a_site_arrives_beside_files_of_others(far: Far) -> None:
    """The old one, then the new one, with what is no longer wanted gone, and its folders."""
    assert {**OLD, **THEIRS} == files_of(far.place)
    far.office.publish(target="far")

    assert {**NEW, **THEIRS} == files_of(far.place)
    assert not (far.place / ".gongkai").exists()


def test_an_unchanged_site_is_neither_sent_nor_read(far: Far, noted: list[tuple[str, str]]) -> None:
    """Not even right after it was sent, when times of the same second tell little."""
    far.office.publish(target="far")
    del noted[:]
    outcome = far.office.publish(target="far")

    assert not outcome.done
    assert [("read", ".gongkai/lock"), ("remove", ".gongkai/lock")] == noted
    assert not far.office.publish(target="far", is_dry=True).delivery.sent
    assert [("read", ".gongkai/lock"), ("remove", ".gongkai/lock")] == noted


def test_what_somebody_wrote_in_the_same_second_is_noticed(far: Far) -> None:
    """With as many bytes, right after the delivery."""
    far.office.publish(target="far")
    page = far.place / "index.html"
    page.write_bytes(page.read_bytes().swapcase())

    code, _, facts = stopped(far.office)
    assert ("publish/touched", "1", "index.html") == (code, facts["altered"], facts["names"])


def test_a_file_that_was_cut_short_is_noticed_whatever_its_time(far: Far) -> None:
    """Programs that copy files give them the time that they had."""
    far.office.publish(target="far")
    page = far.place / "index.html"
    time = page.stat().st_mtime_ns
    page.write_bytes(page.read_bytes()[:9])
    os.utime(page, ns=(time, time))

    code, _, facts = stopped(far.office)
    assert ("publish/touched", "1", "index.html") == (code, facts["altered"], facts["names"])


@contextmanager
def led(far: Far, monkeypatch: pytest.MonkeyPatch, life: int = ENDLESS) -> Iterator[Wire]:
    """The line to the host is a wire of ours, which is cut after so many bytes."""
    connect = asyncssh.connect
    key = asyncssh.read_private_key(str(far.place.with_name("hostkey")))
    declare(far.office, far.address, key.get_fingerprint())
    with Wire(far.port, life=life) as wire, monkeypatch.context() as patch:

        def to_wire(host: str, port: int, **words: Any) -> Any:
            del port
            return connect(host, wire.port, **words)

        patch.setattr(asyncssh, "connect", to_wire)
        yield wire


def test_a_cut_leaves_whole_pages_and_the_next_delivery_completes_them(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After any byte: each page is old or new, with its style; nobody else's file is touched."""
    with _far(office, serving) as far:
        rehearsal = Rehearsal(office, far.place, partial(office.publish, target="far"))
        with led(far, monkeypatch) as wire:
            rehearsal.publish()

        def cut(life: int) -> None:
            with led(far, monkeypatch, life), suppress(Stop):
                rehearsal.publish()

        for life in Random(3).sample(range(1, wire.carried), cuts(10)):
            rehearsal.trial(life, partial(cut, life))


def test_at_every_moment_the_site_is_whole(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looked at after every call by which the server changes its disk."""
    monkeypatch.setenv("GONGKAI_FAR_PASSWORD", PASSWORD)
    with _far(office, serving_oddly) as far:
        rehearsal = Rehearsal(office, far.place, partial(office.publish, target="far"))
        with rehearsal.watched() as saw:
            rehearsal.publish()
        assert [] == saw
        rehearsal.demand_complete("watched")


@pytest.mark.parametrize(("life", "wanted"), [(20_000, "host/lost"), (10, "host/unreachable")])
def test_a_line_that_is_cut_is_told(
    far: Far,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    life: int,
    wanted: str,
) -> None:
    """In the midst of the delivery; or somebody takes the call and is gone. Once, and by us."""
    with led(far, monkeypatch, life):
        assert (wanted, 76) == stopped(far.office)[:2]
    assert [] == caplog.messages


# What is wrong


def test_a_password_that_is_wrong_or_missing_is_told(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By two messages; it stands in neither."""
    office.build(NEW)
    with _far(office, serving_oddly) as far:
        code, exit_code, facts = stopped(office)
        assert ("host/no-login", 76, "GONGKAI_FAR_PASSWORD") == (code, exit_code, facts["variable"])
        monkeypatch.setenv("GONGKAI_FAR_PASSWORD", "open barley")
        code, exit_code, facts = stopped(office)
        assert ("host/login", 76) == (code, exit_code)
        assert "barley" not in str(facts)
        assert THEIRS == files_of(far.place)
        monkeypatch.setenv("GONGKAI_FAR_PASSWORD", PASSWORD)
        office.publish(target="far")
        assert {**NEW, **THEIRS} == files_of(far.place)


def test_a_key_that_is_not_taken_is_told(far: Far) -> None:
    """A host that wants no password is asked for none."""
    far.place.with_name("keys").write_bytes(b"")

    assert ("host/login", 76) == stopped(far.office)[:2]
    assert {**OLD, **THEIRS} == files_of(far.place)


def test_a_host_that_nobody_has_met_is_told_with_its_fingerprint(far: Far) -> None:
    """Which makes it known, when it is written into the settings."""
    (far.place.parent / "home/.ssh/known_hosts").unlink()
    code, exit_code, facts = stopped(far.office)
    assert ("host/key-new", 76) == (code, exit_code)
    assert facts["value"].startswith("SHA256:")
    assert {**OLD, **THEIRS} == files_of(far.place)

    declare(far.office, far.address, facts["value"])
    far.office.publish(target="far")
    assert {**NEW, **THEIRS} == files_of(far.place)


@pytest.mark.parametrize("kind", ["ssh-ed25519", "ecdsa-sha2-nistp256"])
def test_a_host_that_shows_another_key_is_told(far: Far, kind: str) -> None:
    """Both fingerprints are named; also where the settings name the old one, or it was of another kind."""
    other = asyncssh.generate_private_key(kind)
    knows(far.place.parent / "home", far.port, other)
    first = stopped(far.office)
    declare(far.office, far.address, other.get_fingerprint())

    assert ("host/key-changed", 76) == first[:2]
    assert other.get_fingerprint() == first[2]["known"] != first[2]["value"]
    assert first == stopped(far.office)
    assert {**OLD, **THEIRS} == files_of(far.place)


def test_a_host_that_is_not_there_is_told(far: Far) -> None:
    """Nobody listens on the port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    declare(far.office, f"sftp://clerk@127.0.0.1:{port}/place")
    code, exit_code, facts = stopped(far.office)

    assert ("host/unreachable", 76, "ECONNREFUSED") == (code, exit_code, facts["error"])


def test_a_host_that_does_not_answer_is_told(far: Far, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody takes the call and says nothing."""
    monkeypatch.setattr(ssh, "CONNECT", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        declare(far.office, f"sftp://clerk@127.0.0.1:{mute.getsockname()[1]}/place")

        assert ("host/unreachable", 76) == stopped(far.office)[:2]


def test_an_account_without_the_folder_is_told(far: Far) -> None:
    """It is not made: a slip of the hand would begin a second site."""
    declare(far.office, f"{far.address}/nowhere")

    assert ("host/away", 76) == stopped(far.office)[:2]
    assert not (far.place / "nowhere").exists()


def test_an_account_that_may_not_write_is_told(office: Office) -> None:
    """Before anything is touched."""
    office.build(NEW)
    with _far(office, serving, "-R") as far:
        assert ("host/denied", 76) == stopped(office)[:2]
        assert THEIRS == files_of(far.place)


class Full(asyncssh.SFTPServer):
    """Its disk is full; like OpenSSH it says no more than that something failed."""

    room = 1 << 20

    def write(self, file_obj: Any, offset: int, data: bytes) -> int:
        """As long as there is room."""
        Full.room -= len(data)
        if Full.room < 0:
            raise asyncssh.SFTPFailure("Failure")
        return super().write(file_obj, offset, data)  # type: ignore[return-value]

    def statvfs(self, path: bytes) -> Any:
        """What is left."""
        del path
        return asyncssh.SFTPVFSAttrs(bavail=max(0, Full.room), files=9, favail=9)


def test_a_full_disk_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old site stands as it was; when there is room again, the delivery goes on."""
    monkeypatch.setattr(Full, "room", 1 << 20)
    with odd(office, monkeypatch, Full) as far:
        Full.room = 1000
        code, exit_code, facts = stopped(office)
        pages = {
            path: one
            for path, one in files_of(far.place).items()
            if not path.startswith(".gongkai/")
        }

        assert ("host/full", 76) == (code, exit_code)
        assert "old" == facts["live"]
        assert {**OLD, **THEIRS} == pages
        Full.room = 1 << 20
        office.publish(target="far")
        assert {**NEW, **THEIRS} == files_of(far.place)


class Lossy(asyncssh.SFTPServer):
    """It says that all went well, and loses a byte on the way."""

    loses = False

    def write(self, file_obj: Any, offset: int, data: bytes) -> int:
        """Of one page only."""
        lost = self.loses and b"new index.html" in data
        return super().write(file_obj, offset, data[:-1] if lost else data)  # type: ignore[return-value]


def test_what_arrives_otherwise_than_it_was_sent_never_goes_live(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file comes back before any is put in place."""
    with odd(office, monkeypatch, Lossy) as far:
        monkeypatch.setattr(Lossy, "loses", True)
        assert ("host/io", 76) == stopped(office)[:2]
        assert {**OLD, **THEIRS} == {
            path: one
            for path, one in files_of(far.place).items()
            if not path.startswith(".gongkai/")
        }
        monkeypatch.setattr(Lossy, "loses", False)
        office.publish(target="far")
        assert {**NEW, **THEIRS} == files_of(far.place)


class Frozen(asyncssh.SFTPServer):
    """It stops answering; the line stays."""

    is_frozen = False

    async def posix_rename(self, oldpath: bytes, newpath: bytes) -> None:
        """Or never."""
        if Frozen.is_frozen:
            await asyncio.Event().wait()
        super().posix_rename(oldpath, newpath)


def test_a_host_that_stops_answering_is_given_up(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Like a line that was cut."""
    monkeypatch.setattr(Frozen, "is_frozen", False)
    with odd(office, monkeypatch, Frozen) as far:
        Frozen.is_frozen = True
        monkeypatch.setattr(sftp, "ANSWER", 0.2)
        code, exit_code, _ = stopped(office)

        assert ("host/lost", 76) == (code, exit_code)
        assert [] == torn(far.place, OLD, THEIRS)


class Slow(asyncssh.SFTPServer):
    """It takes its time over every piece, one after the other."""

    turn = asyncio.Lock()

    async def write(self, file_obj: Any, offset: int, data: bytes) -> Any:
        """In the end."""
        async with self.turn:
            await asyncio.sleep(0.1)
            return super().write(file_obj, offset, data)


def test_a_host_that_is_slow_is_not_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though a file takes longer than a host that says nothing is waited for."""
    monkeypatch.setenv("GONGKAI_FAR_PASSWORD", PASSWORD)
    monkeypatch.setattr(asyncssh.sftp, "MAX_SFTP_WRITE_LEN", 100_000)
    monkeypatch.setattr(sftp, "ANSWER", 0.8)
    body = Random(1).randbytes(1_500_000)
    (tmp_path / "place").mkdir()
    with serving_oddly(tmp_path, Slow) as address:
        host = opened(address)
        host.put("films/council.mp4", body)
        host.settle()  # it closes the file meanwhile
        host.close()

    assert body == (tmp_path / "place/films/council.mp4").read_bytes()


class Closed(asyncssh.SFTPServer):
    """Some folders are for others only, and one is gone when it is looked into."""

    async def scandir(self, path: bytes) -> AsyncIterator[asyncssh.SFTPName]:
        """Of the others."""
        if path.endswith((b"/private", b"/lost+found")):
            raise asyncssh.SFTPPermissionDenied("Permission denied")
        if path.endswith(b"/gone"):
            raise asyncssh.SFTPNoSuchFile("No such file")
        async for one in super().scandir(path):
            yield one


def test_a_folder_that_is_closed_to_us_is_none_of_ours(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not stop a delivery, unless something of ours shall stand there."""
    with odd(office, monkeypatch, Closed) as far:
        for path in ("lost+found", "private", "finance/gone"):
            (far.place / path).mkdir()
        far.office.publish(target="far")
        host = opened(far.address)
        there = {path: one.size for path, one in host.list().items()}
        host.close()

        assert {**NEW, **THEIRS} == files_of(far.place)
        assert {*there} - {*NEW, *THEIRS} == {"lost+found", "private", "finance/gone"}
        assert there["lost+found"] == there["private"] == there["finance/gone"] == -1
        far.office.build(site("new", {"private/a.html": "ours"}))
        assert "publish/taken" == stopped(far.office)[0]


class Late(asyncssh.SFTPServer):
    """Its clock is nine days behind."""

    behind = 9 * 86400

    def stat(self, path: bytes) -> Any:
        """By that clock."""
        return self._seen(super().stat(path))

    def lstat(self, path: bytes) -> Any:
        """By that clock."""
        return self._seen(super().lstat(path))

    def fstat(self, file_obj: Any) -> Any:
        """By that clock."""
        return self._seen(super().fstat(file_obj))

    async def scandir(self, path: bytes) -> AsyncIterator[asyncssh.SFTPName]:
        """By that clock."""
        async for one in super().scandir(path):
            one.attrs.mtime = (one.attrs.mtime or 0) - self.behind
            yield one

    def _seen(self, looks: Any) -> asyncssh.SFTPAttrs:
        attrs = asyncssh.SFTPAttrs.from_local(looks)
        attrs.mtime = (attrs.mtime or 0) - self.behind
        return attrs

    def fsetstat(self, file_obj: Any, attrs: asyncssh.SFTPAttrs) -> Any:
        """By that clock."""
        if attrs.mtime is not None:
            attrs.mtime += self.behind
        return super().fsetstat(file_obj, attrs)


def test_a_host_whose_clock_is_wrong_is_no_matter(
    office: Office, monkeypatch: pytest.MonkeyPatch, noted: list[tuple[str, str]]
) -> None:
    """Its times are compared with nobody else's: what is unchanged is not read, what is changed is seen."""
    with odd(office, monkeypatch, Late) as far:
        office.publish(target="far")
        del noted[:]
        assert not office.publish(target="far").done
        assert [("read", ".gongkai/lock"), ("remove", ".gongkai/lock")] == noted
        page = far.place / "index.html"
        page.write_bytes(page.read_bytes().swapcase())
        assert "publish/touched" == stopped(office)[0]


class Plain(asyncssh.SFTPServer):
    """It has neither links nor a rename that replaces, nor times that can be set, nor room to tell of."""

    def posix_rename(self, oldpath: bytes, newpath: bytes) -> None:
        """Unheard of."""
        raise asyncssh.SFTPOpUnsupported(f"{oldpath!r} {newpath!r}")

    def link(self, oldpath: bytes, newpath: bytes) -> None:
        """Unheard of."""
        raise asyncssh.SFTPOpUnsupported(f"{oldpath!r} {newpath!r}")

    def fsync(self, file_obj: object) -> None:
        """Unheard of."""
        raise asyncssh.SFTPOpUnsupported(str(file_obj))

    def fsetstat(self, file_obj: object, attrs: asyncssh.SFTPAttrs) -> None:
        """Unheard of."""
        raise asyncssh.SFTPOpUnsupported(f"{file_obj} {attrs}")


def test_a_host_that_can_do_little_shows_the_site_all_the_same(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file replaces another in two steps there; a claim keeps others out; a touched file is seen."""
    with odd(office, monkeypatch, Plain) as far:
        host = opened(far.address)
        assert host.claim(".gongkai/lock", b"somebody")
        assert not host.claim(".gongkai/lock", b"somebody else")
        assert ("publish/held", 75) == stopped(office)[:2]
        host.remove(".gongkai/lock")
        host.close()
        office.publish(target="far")
        assert {**NEW, **THEIRS} == files_of(far.place)
        page = far.place / "index.html"
        page.write_bytes(page.read_bytes().swapcase())
        assert "publish/touched" == stopped(office)[0]


# The host itself


@pytest.fixture(name="host")
def _host(tmp_path: Path) -> Iterator[Host]:
    """An account with an empty folder."""
    (tmp_path / "place").mkdir()
    with serving(tmp_path) as address:
        host = opened(address)
        yield host
        host.close()


def test_what_measures_a_delivery_still_does() -> None:
    """It stands outside of what types are checked in, and goes through the same steps."""
    words = ["--files", "9", "--peers", "1", "--unchanged", "9", "--trip", "1"]
    told = subprocess.run(
        [sys.executable, ROOT / "benchmarks/delivering.py", *words],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (0, 4) == (told.returncode, told.stdout.count("| ours") + told.stdout.count("| `sftp"))


def test_many_verbs_at_once_do_what_one_after_the_other_does(host: Host, tmp_path: Path) -> None:
    """In folders that all of them need and some of them leave."""
    bodies = {f"{n % 7}/{n % 3}/{n}.html": str(n).encode() * n for n in range(400)}

    def bring(path: str) -> None:
        host.put(f".gongkai/{path}", bodies[path])
        assert bodies[path] == host.read(f".gongkai/{path}")
        host.rename(f".gongkai/{path}", path)

    all_of(host.width, bring, bodies)
    host.settle()
    assert bodies == files_of(tmp_path / "place")
    gone = [path for path in bodies if not path.startswith("3/")]
    all_of(host.width, host.remove, gone)
    assert ["3"] == [one.name for one in (tmp_path / "place").iterdir()]


def test_a_long_file_goes_in_many_pieces(host: Host, tmp_path: Path) -> None:
    """And comes back in the same order."""
    body = Random(1).randbytes(9_000_001)
    host.put("films/council.mp4", body)

    assert body == (tmp_path / "place/films/council.mp4").read_bytes()
    assert body == host.read("films/council.mp4")


def test_everybody_may_read_what_was_put(tmp_path: Path) -> None:
    """Though the host makes files for their owner only; a folder that stood there is let be."""
    old = tmp_path / "place/old"
    old.mkdir(parents=True, mode=0o711)
    with serving(tmp_path, "-u", "077") as address:
        host = opened(address)
        host.claim(".gongkai/lock", b"somebody")
        for path in ("old/a.html", "land/2026/b.html", "land/2026/b.html"):
            host.put(path, b"ours")
        host.close()
    modes = {str(one.relative_to(old.parent)): one.stat().st_mode for one in old.parent.rglob("*")}

    assert {
        ".gongkai": S_IFDIR | 0o755,
        ".gongkai/lock": S_IFREG | 0o644,
        "land": S_IFDIR | 0o755,
        "land/2026": S_IFDIR | 0o755,
        "land/2026/b.html": S_IFREG | 0o644,
        "old": S_IFDIR | 0o711,
        "old/a.html": S_IFREG | 0o644,
    } == modes


def test_a_link_is_no_file_of_ours_and_is_not_written_through(host: Host, tmp_path: Path) -> None:
    """Whatever it leads to."""
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "place/index.html").symlink_to(tmp_path / "secret")
    (tmp_path / "place/folder").symlink_to(tmp_path)

    assert {"index.html": -1, "folder": -1} == {path: one.size for path, one in host.list().items()}
    host.put("index.html", b"ours")
    assert (b"secret", b"ours") == (
        (tmp_path / "secret").read_bytes(),
        (tmp_path / "place/index.html").read_bytes(),
    )


def test_names_that_are_no_text_are_listed_and_removed(host: Host, tmp_path: Path) -> None:
    """Somebody's files in another charset."""
    (tmp_path / "place").joinpath(os.fsdecode("公示.html".encode("gb18030"))).write_bytes(b"x")
    (path,) = host.list()
    host.remove(path)

    assert {} == host.list()


def test_an_address_may_begin_at_home(host: Host, tmp_path: Path) -> None:
    """Wherever the account's own folder is."""
    host.put("index.html", b"home")
    port = urlsplit(host.name.replace("sftp ", "sftp://")).port
    user = host.name.split()[1].partition("@")[0]
    other = opened(f"sftp://{user}@127.0.0.1:{port}/~/place")

    assert b"home" == other.read("index.html")
    assert files_of(tmp_path / "place") == {"index.html": b"home"}
    other.close()
