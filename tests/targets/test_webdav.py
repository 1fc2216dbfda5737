"""WebDAV: how a host is entered, what no host may talk us into, and whose files stay."""

import errno
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.app import wiring
from generator.edge.hands import all_of
from generator.model.target import Target
from generator.targets.webdav import Dav
from generator.values.host import HostFault
from generator.values.place import Place
from tests.targets.office import Office, site
from tests.targets.servers.moody import Moody
from tests.targets.servers.webdav import app, listening
from tests.targets.webhosts import PASSWORD, Far, far

ONE = site("one")
ANSWER = """<?xml version="1.0"?><m:multistatus xmlns:m="DAV:"><m:response><m:href>{href}</m:href>
<m:propstat><m:prop><m:resourcetype/><m:getcontentlength>3</m:getcontentlength></m:prop>
<m:status>HTTP/1.1 200 OK</m:status></m:propstat></m:response></m:multistatus>"""


@pytest.fixture(name="there")
def _there(office: Office) -> Iterator[Far]:
    """An empty host; a site is built."""
    office.build(ONE)
    with far(office, "webdav") as found:
        yield found


def test_a_host_that_takes_basic_is_entered(office: Office) -> None:
    """A password may be said to it, since that is all it understands."""
    office.build(ONE)
    with far(office, "webdav", digest=False) as there:
        there.publish()
        assert there.served.environ["HTTP_AUTHORIZATION"].startswith("Basic ")
        assert ONE == there.files()


@pytest.mark.parametrize("digest", [True, False])
def test_a_wrong_password_is_told(office: Office, *, digest: bool) -> None:
    """And stands nowhere in what is told; nothing was asked for more often than needed."""
    office.build(ONE)
    with far(office, "webdav", digest=digest) as there, pytest.MonkeyPatch.context() as patch:
        patch.setenv("GONGKAI_FAR_PASSWORD", "melon")
        code, exit_code, facts = there.stopped()

        assert ("host/login", 76) == (code, exit_code)
        assert "melon" not in str(facts)
        assert 2 == sum(there.served.heard.values())


def test_a_host_that_wants_another_login_is_told(there: Far) -> None:
    """With the name of what it wants."""
    there.served.says("PROPFIND", "401 Unauthorized", www_authenticate="Negotiate")

    assert ("host/login-kind", "negotiate") == (
        there.stopped()[0],
        there.stopped()[2]["value"],
    )


def test_the_password_is_not_carried_elsewhere(there: Far) -> None:
    """A host that sends us away is told of; where it sends us, nobody is asked."""
    elsewhere = Moody(app(there.folder))
    with listening(elsewhere) as port:
        place = f"http://127.0.0.1:{port}/place/"
        there.served.says("PROPFIND", "301 Moved Permanently", location=f"{place}?session=1")
        code, exit_code, facts = there.stopped()

    assert ("host/moved", 76, place) == (code, exit_code, facts["value"])
    assert {} == elsewhere.heard


@pytest.mark.parametrize("status", ["405 Method Not Allowed", "501 Not Implemented", "200 OK"])
def test_a_host_that_speaks_no_webdav_is_told(there: Far, status: str) -> None:
    """Before anything is sent."""
    there.served.says("PROPFIND", status, b"<html></html>")

    assert ("host/no-webdav", status[:3]) == (there.stopped()[0], there.stopped()[2]["value"])
    assert 0 == there.served.heard["PUT"]


def test_a_folder_that_is_not_there_is_not_made(there: Far) -> None:
    """A slip of the hand would begin a second site."""
    (there.folder / "place").rmdir()

    assert ("host/away", 76) == there.stopped()[:2]
    assert 0 == there.served.heard["MKCOL"]


def test_a_folder_is_asked_for_once(there: Far) -> None:
    """Though many files need it while the host makes it: some fail over two such wishes."""
    behind = there.served.behind

    def slowly(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] == "MKCOL":
            threading.Event().wait(0.05)
        return behind(environ, start)

    there.served.behind = slowly
    host = there.host()
    all_of(host.width, lambda number: host.put(f"finance/2026/{number}", b"x"), range(16))
    host.close()

    assert 2 == there.served.heard["MKCOL"]
    assert 16 == len(there.files())


def test_an_account_that_may_only_read_is_told(office: Office) -> None:
    """As the server itself says it."""
    office.build(ONE)
    with far(office, "webdav", read_only=True) as there:
        assert ("host/denied", 76) == there.stopped()[:2]
        assert {} == there.files()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]>', "host/io"),
        ("<html>", "host/io"),
        (ANSWER.format(href="/elsewhere/a.html"), "host/odd-name"),
        (ANSWER.format(href="/place/%2e%2e"), "host/odd-name"),
        (ANSWER.format(href="/place/a%2Fb"), "host/odd-name"),
    ],
)
def test_a_strange_answer_is_told(there: Far, body: str, code: str) -> None:
    """One that is none, and one that leads out of the folder."""
    there.served.says("PROPFIND", "207 Multi-Status", body.encode(), after=2)

    assert (code, 76) == there.stopped()[:2]


@pytest.mark.parametrize("before", ["", "http://other.example:8080"])
def test_names_are_read_as_the_host_writes_them(there: Far, before: str) -> None:
    """Quoted or not, with the host's own name before them or without."""
    host = there.host()
    href = f"{before}/place/%E4%B8%AD%e6%96%87%20%23%25.html"
    there.served.says("PROPFIND", "207 Multi-Status", ANSWER.format(href=href).encode())

    assert {"中文 #%.html": 3} == {path: one.size for path, one in host.list().items()}
    host.close()


def test_lines_are_kept(there: Far) -> None:
    """No more are opened than can be at work at once."""
    there.publish()

    assert Dav.width >= len(there.served.lines)
    assert 100 < sum(there.served.heard.values())


def test_a_line_that_the_host_hung_up_is_no_fault(there: Far) -> None:
    """Nor is a host that keeps none."""
    there.served.hangs_up = True
    there.publish()

    assert ONE == there.files()
    assert 100 < len(there.served.lines)


def test_a_folder_in_which_somebody_puts_a_file_meanwhile_stays(
    there: Far, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A host would remove it with all that is in it: it is looked into again when nobody can reach it."""
    host, theirs = there.host(), there.folder / "place/notes/theirs.txt"
    host.put("notes/ours.html", b"ours")
    seen: list[str] = []
    look = Dav._inside  # noqa: SLF001 - the moment at which it happens

    def then_theirs(self: Dav, folder: str) -> Any:
        found = look(self, folder)
        if not seen:
            theirs.write_bytes(b"theirs")
        seen.append(folder)
        return found

    monkeypatch.setattr(Dav, "_inside", then_theirs)
    host.remove("notes/ours.html")

    assert {"notes/theirs.txt": b"theirs"} == there.files()
    assert 2 == len(seen)
    host.close()


def test_a_time_that_is_too_young_tells_nothing(there: Far) -> None:
    """A file can be written again in the same second; an hour later it cannot."""
    host = there.host()
    host.put("a.html", b"a")
    assert "" == host.list()["a.html"].stamp
    there.grow_older()
    assert host.list()["a.html"].stamp
    host.close()


def test_a_circle_of_links_has_an_end(there: Far, monkeypatch: pytest.MonkeyPatch) -> None:
    """The host shows a folder in itself, for ever."""
    host = there.host()
    monkeypatch.setattr(Dav, "_inside", lambda _, folder: ({}, [f"{folder}/round".strip("/")]))
    with pytest.raises(OSError, match="symbolic links") as caught:
        host.list()

    assert errno.ELOOP == caught.value.errno
    host.close()


@pytest.mark.parametrize("status", ["403 Forbidden", "404 Not Found"])
def test_a_folder_that_is_closed_to_us_is_none_of_ours(there: Far, status: str) -> None:
    """Or that is gone when it is looked into: it stops only what shall stand there."""
    behind = there.served.behind

    def closed(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if not environ["PATH_INFO"].startswith("/place/private"):
            return behind(environ, start)
        start(status, [("Content-Length", "0")])
        return []

    (there.folder / "place/private").mkdir()
    there.served.behind = closed
    there.office.build(ONE)
    there.publish()
    host = there.host()

    assert ONE == there.files()
    assert -1 == host.list()["private"].size
    host.close()
    there.office.build(site("two", {"private/a.html": "ours"}))
    assert "publish/taken" == there.stopped()[0]


def test_a_folder_that_somebody_removed_is_made_again(there: Far) -> None:
    """Though it is known that it stood there."""
    host = there.host()
    host.put("finance/a.html", b"a")
    (there.folder / "place/finance/a.html").unlink()
    (there.folder / "place/finance").rmdir()
    host.put("finance/b.html", b"b")

    assert {"finance/b.html": b"b"} == there.files()
    host.close()


@pytest.mark.parametrize(
    "place", ["http://clerk@no.such.name.invalid/", "http://clerk@127.0.0.1:9/"]
)
def test_a_host_that_is_not_there_is_told(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that nobody has, a door that nobody opens."""
    monkeypatch.setenv("GONGKAI_ONE_PASSWORD", PASSWORD)
    with pytest.raises(HostFault) as caught:
        wiring.opened(place, Target("one", "webdav", place, 0, Place("site.yaml")))

    assert "host/unreachable" == caught.value.code


def test_a_site_may_stand_at_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a host that is all its own."""
    monkeypatch.setenv("GONGKAI_ONE_PASSWORD", PASSWORD)
    with listening(app(tmp_path)) as port:
        place = f"http://clerk@127.0.0.1:{port}"
        host = wiring.opened(place, Target("one", "webdav", place, 0, Place("site.yaml")))
        host.put("finance/中文.html", b"a")
        assert ["finance/中文.html"] == [*host.list()]
        host.close()
    assert b"a" == (tmp_path / "finance/中文.html").read_bytes()
