"""Accounts of FTP, as hosts of many years offer them: what works all the same, and what is said if not."""

import io
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from generator.app import wiring
from generator.cli.main import main
from generator.edge import ftp
from generator.edge.ftp import Line
from generator.model.target import Target
from generator.targets.ftp import Account
from generator.values.host import HostFault
from generator.values.place import Place
from generator.values.problem import Stop
from tests.targets.ftpoffice import Clerk, clerk
from tests.targets.office import Office, files_of, fill, site
from tests.targets.servers.ftp import FTPHandler, running
from tests.targets.servers.ftps import behind, certificate, fingerprint
from tests.targets.servers.manners import (
    Cable,
    Full,
    Windows,
    WindowsFiles,
    at_the_end_of,
    saying,
    walled,
    without,
)

ONE, TWO = site("one"), site("two", {"finance/2026/新 的.html": "new"})
ALL = "elradfmwMT"


@pytest.fixture(name="password", autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_ONE_PASSWORD", "open sesame")


def account(port: int, path: str = "/", way: str = "ftp", **more: str) -> Account:
    """The account at a server of ours."""
    place = f"{way}://clerk@127.0.0.1:{port}{path}"
    found = wiring.opened(place, Target("one", way, place, 0, Place("site.yaml"), **more))  # type: ignore[arg-type]
    assert isinstance(found, Account)
    return found


@contextmanager
def opened(handler: type[FTPHandler], folder: Path, path: str = "/") -> Iterator[Account]:
    """An account at a server with such manners."""
    with running(handler, folder) as port:
        found = account(port, path)
        yield found
        found.close()


MANNERS = {
    "as it comes": FTPHandler,
    "without MLSD": without(FTPHandler, "MLSD", "MLST"),
    "without FEAT": without(FTPHandler, "FEAT", "OPTS", "MLSD", "MLST", "SIZE", "EPSV"),
    "without PASV": without(FTPHandler, "PASV"),
    "behind another address": type("Nat", (FTPHandler,), {"masquerade_address": "192.0.2.9"}),
    "of Windows": Windows,
}


@pytest.mark.parametrize("manners", MANNERS)
def test_a_site_is_published_twice(office: Office, manners: str) -> None:
    """Every byte of it arrives, beside the files of others; an unchanged one sends nothing."""
    theirs = {"favicon.ico": b"theirs", "finance/notes.txt": b"theirs"}
    with clerk(office, MANNERS[manners]):
        for path, body in theirs.items():
            (office.www / path).parent.mkdir(exist_ok=True)
            (office.www / path).write_bytes(body)
        for files in (ONE, TWO):
            office.build(files)
            assert office.publish().done
            assert {**files, **theirs} == files_of(office.www)
            again = office.publish()

            assert (False, 0) == (again.done, len(again.delivery.sent))


def test_a_site_is_published_with_tls(office: Office, tmp_path: Path) -> None:
    """To a server that takes nothing else, known by its fingerprint."""
    path = certificate(tmp_path)
    with clerk(office, behind(path)) as one:
        one.heads_for("FTPS", more=f"    指纹: {fingerprint(path)}\n")
        for files in (ONE, TWO):
            office.build(files)
            office.publish()
            assert files == files_of(office.www)


@pytest.mark.parametrize("most", [1, 2])
def test_a_server_that_lets_in_few(office: Office, most: int) -> None:
    """As many lines as it lets in are enough."""
    with clerk(office, most=most):
        for files in (ONE, TWO):
            office.build(files)
            office.publish()
            assert files == files_of(office.www)


def test_names_are_those_of_the_server(tmp_path: Path) -> None:
    """In GBK, and what GBK has no letter for is said."""
    (tmp_path / "网站").mkdir()
    (tmp_path / "网站/别人的.txt").write_bytes(b"theirs")
    with opened(Windows, tmp_path, "/网站") as one:
        one.put("财务/八月.html", b"page")

        assert b"page" == (tmp_path / "网站/财务/八月.html").read_bytes()
        assert {"别人的.txt", "财务/八月.html"} == {*one.list()}
        with pytest.raises(HostFault) as caught:
            one.put("财务/ܐ.html", b"page")
    assert ("host/name", "ܐ") == (caught.value.code, caught.value.error)


def test_names_tell_what_they_are_made_of(tmp_path: Path) -> None:
    """On a server that does not say; what it shows already is no UTF-8."""
    silent = without(FTPHandler, "FEAT", "OPTS", "MLSD", "MLST")
    (tmp_path / "别人的.txt").write_bytes(b"theirs")
    for encoding in ("utf-8", "gbk"):
        with opened(type("Silent", (silent,), {"encoding": encoding}), tmp_path) as one:
            one.put(f"{encoding}.页", b"page")
            assert b"page" == (tmp_path / f"{encoding}.页").read_bytes()
            assert "别人的.txt" in one.list()


def test_a_list_that_nobody_can_read_stops(tmp_path: Path) -> None:
    """Before anything is taken for gone."""

    def vms(*_: object, **__: object) -> Iterator[bytes]:
        yield b"INDEX.HTM;3   12/13  22-NOV-2026 09:14\r\n"

    odd = type("Files", (FTPHandler.abstracted_fs,), {"format_list": vms})
    with (
        running(type("Odd", (MANNERS["without MLSD"],), {"abstracted_fs": odd}), tmp_path) as port,
        pytest.raises(HostFault) as caught,
    ):
        account(port)
    assert ("host/list", True) == (caught.value.code, caught.value.error.startswith("INDEX.HTM;3"))


def test_a_list_that_was_cut_short_stops(tmp_path: Path) -> None:
    """What is not on it would be taken for gone; what waits is only sent again."""

    class Brief(FTPHandler):  # type: ignore[misc]
        def respond(self, resp: str, **more: object) -> None:
            """As one server says it."""
            super().respond(resp.replace("226 Tr", "226 Output truncated to 1 matches. Tr"), **more)

    (tmp_path / ".gongkai").mkdir()
    with opened(Brief, tmp_path) as one, pytest.raises(HostFault) as caught:
        one.list()
    assert "host/list" == caught.value.code


def test_a_file_that_was_not_changed_just_now_has_a_stamp(tmp_path: Path) -> None:
    """Of one that was, the same second could hide another change."""
    for name, age in (("old", 100), ("new", 0)):
        (tmp_path / name).write_bytes(b"x")
        now = (tmp_path / name).stat().st_mtime
        os.utime(tmp_path / name, (now - age, now - age))
    with opened(FTPHandler, tmp_path) as one:
        found = one.list()
        assert (True, "") == (bool(found["old"].stamp), found["new"].stamp)
        (tmp_path / "old").write_bytes(b"y")
        assert found["old"].stamp != one.list()["old"].stamp


def test_what_is_closed_to_us_is_no_folder_of_ours(tmp_path: Path) -> None:
    """It is seen, and stops only what shall stand there."""

    class Closed(FTPHandler):  # type: ignore[misc]
        def ftp_MLSD(self, path: str) -> object:  # noqa: N802 - the library's
            """One folder is private."""
            if path.endswith("private"):
                return self.respond("550 Permission denied.")
            return super().ftp_MLSD(path)

    (tmp_path / "private").mkdir()
    (tmp_path / "a").write_bytes(b"a")
    with opened(Closed, tmp_path) as one:
        assert {"private": -1, "a": 1} == {path: trace.size for path, trace in one.list().items()}


def test_a_link_that_leads_back_is_not_followed(tmp_path: Path) -> None:
    """Servers show it as a folder: two of them would be endless, or a million lists."""
    place = tmp_path / "place"
    fill(place, {"index.html": b"x", "finance/index.html": b"y", "finance/2026/a.html": b"z"})
    (place / "finance/2026/up").symlink_to(place)
    (place / "finance/again").symlink_to(place / "finance")
    with opened(FTPHandler, tmp_path, "/place") as host:
        there = {path: one.size for path, one in host.list().items()}

    assert {"index.html", "finance/index.html", "finance/2026/a.html"} < there.keys()
    assert {"finance/2026/up", "finance/again"} == {
        path for path, size in there.items() if size < 0
    }
    assert 5 == len(there)


class MixedFiles(WindowsFiles):
    """Somebody has made names in another charset than the server's."""

    def format_list(self, *words: Any, **more: Any) -> Iterator[bytes]:
        """As they are."""
        for line in super().format_list(*words, **more):
            yield line.decode("gbk").encode("utf-8")


def test_a_folder_whose_name_is_none_in_the_servers_tongue_is_none_of_ours(tmp_path: Path) -> None:
    """It is seen, and cannot be asked for."""
    (tmp_path / "公示栏").mkdir()
    (tmp_path / "a").write_bytes(b"a")
    with opened(type("Mixed", (Windows,), {"abstracted_fs": MixedFiles}), tmp_path) as one:
        (other,) = {*one.list()} - {"a"}
        assert "\N{REPLACEMENT CHARACTER}" in other
        assert -1 == one.list()[other].size


def test_a_claim_that_was_given_back_by_halves_is_none(tmp_path: Path) -> None:
    """Whoever removed it died between the file and its folder; not every server moves over that."""
    for handler in (FTPHandler, Windows):
        (tmp_path / ".gongkai/lock").mkdir(parents=True)
        with opened(handler, tmp_path) as one:
            assert one.claim(".gongkai/lock", b"one")
            assert not one.claim(".gongkai/lock", b"two")
            one.remove(".gongkai/lock")
        assert [] == [*tmp_path.iterdir()]


def test_a_line_that_nobody_used_for_a_while_is_tried_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server hangs up on who is silent."""
    monkeypatch.setattr(ftp, "STALE", -1)
    cable = Cable()
    with running(at_the_end_of(cable), tmp_path, tidy=cable.tidy) as port:
        one = account(port)
        cable.mend(0)
        with pytest.raises(HostFault):
            one.put("a", b"a")
        cable.mend()
        one.put("a", b"a")
        one.close()

    assert {"a": b"a"} == files_of(tmp_path)


def test_a_page_stays_where_a_server_moves_nothing(tmp_path: Path) -> None:
    """The old page is put back when the new one cannot be moved to its place."""
    (tmp_path / "index.html").write_bytes(b"old")
    usual = Line.move

    def stubborn(line: Line, path: str, target: str) -> None:
        if target.endswith("index.html") and not path.endswith(".old"):
            raise FileExistsError from HostFault("host/denied", "550")
        usual(line, path, target)

    with opened(FTPHandler, tmp_path) as one, mock.patch.object(Line, "move", stubborn):
        one.put(".gongkai/1", b"new")
        with pytest.raises(HostFault, match="550"):
            one.rename(".gongkai/1", "index.html")

    assert b"old" == (tmp_path / "index.html").read_bytes()


# What is said


def stopped(office: Office) -> tuple[str, int, str]:
    """The code of what stops a delivery, the exit code, and which site is live; nothing is torn."""
    before = files_of(office.www)
    office.build(TWO)
    with pytest.raises(Stop) as caught:
        office.publish()
    stop = caught.value
    after = files_of(office.www)

    assert before == {path: body for path, body in after.items() if ".gongkai/" not in path}
    assert "sesame" not in repr(stop.problem)
    return stop.problem.code, stop.exit_code, dict(stop.problem.facts)["live"]


@contextmanager
def published(office: Office, **more: Any) -> Iterator[Clerk]:
    """The first site is there, and nothing wrong with the server."""
    with clerk(office):
        office.build(ONE)
        office.publish()
    with clerk(office, **more) as one:
        yield one


FAULTS: dict[str, tuple[dict[str, Any], str]] = {
    "the disk is full": ({"handler": Full}, "host/full"),
    "the quota is used up": ({"handler": saying("STOR", "552 Quota exceeded.")}, "host/full"),
    "the disk fills up": (
        {"handler": saying("STOR", "426 No space left on device; transfer aborted.")},
        "host/full",
    ),
    "too little room": ({"handler": saying("STOR", "452 Insufficient storage.")}, "host/full"),
    "may only read": ({"may": "elr"}, "host/denied"),
    "a disk for reading": (
        {"handler": saying("MKD", "550 Read-only file system.")},
        "host/readonly",
    ),
    "data are let in nowhere": ({"handler": walled(9)}, "host/passive"),
    "too many": ({"handler": saying("USER", "530 Too many users, sorry.")}, "host/crowded"),
    "only TLS": ({"handler": saying("USER", "530 Must use encryption.")}, "host/tls-only"),
    "hangs up": ({"handler": saying("MLSD", "421 Service shutting down.")}, "host/lost"),
    "data break off": ({"handler": saying("STOR", "426 Connection closed.")}, "host/lost"),
    "whatever": ({"handler": saying("STOR", "451 Local error.")}, "host/io"),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_refusal_is_told_and_the_site_stays(office: Office, what: str) -> None:
    """One message with the remedy, exit code 76; the next delivery goes well."""
    more, code = FAULTS[what]
    with published(office, **more):
        assert (code, 76, "old") == stopped(office)
    with clerk(office):
        office.publish()
    assert TWO == files_of(office.www)


def test_who_may_not_enter(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong password, none, no name; no message repeats one."""
    with published(office) as one:
        monkeypatch.setenv("GONGKAI_WEB_PASSWORD", "sesame, open")
        assert ("host/login", 76, "old") == stopped(office)
        monkeypatch.setenv("GONGKAI_WEB_PASSWORD", "two\r\nlines")
        assert ("host/login", 76, "old") == stopped(office)
        monkeypatch.setenv("GONGKAI_WEB_PASSWORD", "")
        monkeypatch.setattr("generator.edge.keys.kept", lambda _: "")
        assert ("host/no-login", 76, "old") == stopped(office)
        one.heads_for(user="")
        assert ("host/no-login", 76, "old") == stopped(office)


def test_where_there_is_nothing(office: Office) -> None:
    """No server at the port, no folder on the server."""
    with published(office) as one:
        one.heads_for(path="/wwww")
        assert ("host/away", 76, "old") == stopped(office)
        with socket.create_server(("127.0.0.1", 0)) as taken:
            one.port = taken.getsockname()[1]
        one.heads_for()
        assert ("host/unreachable", 76, "old") == stopped(office)


def test_a_certificate_that_nobody_vouches_for(office: Office, tmp_path: Path) -> None:
    """Its fingerprint is told; written down it is enough, and another one is none."""
    path = certificate(tmp_path)
    shown = fingerprint(path)
    with published(office, handler=behind(path)) as one:
        one.heads_for("FTPS")
        office.build(TWO)
        with pytest.raises(Stop) as caught:
            office.publish()
        assert ("host/certificate", 76) == (caught.value.problem.code, caught.value.exit_code)
        assert shown == dict(caught.value.problem.facts)["value"]

        one.heads_for("FTPS", more=f"    指纹: {fingerprint(certificate(tmp_path))}\n")
        assert ("host/key-changed", 76, "old") == stopped(office)
        one.heads_for("FTPS", more=f"    指纹: SHA256:{shown.replace(':', '').lower()}\n")
        office.publish()
    assert TWO == files_of(office.www)


def test_what_a_clerk_reads(office: Office, tmp_path: Path) -> None:
    """A fingerprint to be copied is told in full; of FTP, that everybody on the way can look in."""
    path = certificate(tmp_path)
    with published(office) as one:
        assert (0, True) == said(office, "注意：FTP 不加密")
        with running(behind(path), office.folder) as one.port:
            one.heads_for("FTPS")
            assert (76, True) == said(office, f"指纹: {fingerprint(path)}”")


def said(office: Office, words: str) -> tuple[int, bool]:
    """The exit code of the command, and whether it says these words."""
    out = io.StringIO()
    with redirect_stderr(out):
        code = main(("publish", "web"), {}, str(office.folder), "python3 build.py")
    return code, words in out.getvalue()


def test_a_server_that_cannot_encrypt(office: Office) -> None:
    """Nothing is said to it, above all no password."""
    with published(office) as one:
        one.heads_for("FTPS")
        assert ("host/no-tls", 76, "old") == stopped(office)


def test_a_file_that_arrives_short_was_cut_off(tmp_path: Path) -> None:
    """Though the server is content: the list, or the server when it is asked, knows how long it is."""
    (tmp_path / "a").write_bytes(b"abc")
    usual = Line.fetch

    def short(line: Line, command: str, path: str) -> bytes:
        body = usual(line, command, path)
        return body[:-1] if command.startswith("RETR") else body

    with opened(FTPHandler, tmp_path) as one, mock.patch.object(Line, "fetch", short):
        for _ in range(2):
            with pytest.raises(HostFault) as caught:
                one.read("a")
            assert "host/lost" == caught.value.code
            one.list()
