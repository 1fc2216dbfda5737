"""`serve` as whoever asks it something sees it: what it answers, whom it refuses, how it ends."""

import argparse
import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.load import load
from tests.previewing import Office, previewed

PAGE = "finance/2026/08-half-year-budget.html"
BUDGET = "content/finance/2026/08-half-year-budget.md"
PAGE_JSON = f"/_gongkai/page.json?path=/{PAGE}"


class Answer(NamedTuple):
    """What came back: the status, the head in lower case, the body."""

    status: int
    head: str
    body: bytes


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office whose preview runs while the tests of this file do."""
    with previewed(tmp_path_factory.mktemp("serve")) as one:
        yield one


def ask(office: Office, address: str, *head: str, method: str = "GET", host: str = "") -> Answer:
    """Send exactly this, as no browser would, and read to the end."""
    host = host or f"127.0.0.1:{office.port}"
    lines = (f"{method} {address} HTTP/1.1", f"Host: {host}", "Connection: close", *head, "", "")
    with socket.create_connection(("127.0.0.1", office.port)) as connection:
        connection.sendall("\r\n".join(lines).encode())
        came = b"".join(iter(lambda: connection.recv(65536), b""))
    top, _, body = came.partition(b"\r\n\r\n")
    return Answer(int(top.split()[1]) if top else 0, top.decode("latin-1").lower(), body)


def call(office: Office, *, origin: str, host: str = "") -> int:
    """Ask for the websocket, as a page from there would; the status of the answer."""
    host = host or f"127.0.0.1:{office.port}"
    lines = (
        "GET /_gongkai/socket HTTP/1.1",
        f"Host: {host}",
        *("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"),
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        *([f"Origin: {origin}"] if origin else []),
        *("", ""),
    )
    with socket.create_connection(("127.0.0.1", office.port)) as connection:
        connection.sendall("\r\n".join(lines).encode())
        return int(connection.recv(4096).split()[1])


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/finance/", "text/html; charset=utf-8"),
        (f"/{PAGE}?from=list", "text/html; charset=utf-8"),
        ("/manifest.json", "application/json; charset=utf-8"),
        ("/feed.xml", "application/xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/_gongkai/client.js", "text/javascript; charset=utf-8"),
    ],
)
def test_what_is_there_comes_with_its_kind(office: Office, address: str, kind: str) -> None:
    """And is asked for anew each time."""
    got = ask(office, address)

    assert 200 == got.status
    assert f"content-type: {kind}" in got.head
    assert "cache-control: no-store" in got.head
    assert "x-content-type-options: nosniff" in got.head


def test_a_head_is_an_answer_without_its_body(office: Office) -> None:
    """With the length that it would have."""
    whole, head = ask(office, f"/{PAGE}"), ask(office, f"/{PAGE}", method="HEAD")

    assert (200, b"") == (head.status, head.body)
    assert f"content-length: {len(whole.body)}" in head.head


def test_a_page_that_is_known_is_not_sent_again(office: Office) -> None:
    """Its tag is a digest of what the build made."""
    tag = re.search(r'etag: ("\w+")', ask(office, f"/{PAGE}").head)
    assert tag

    assert 304 == ask(office, f"/{PAGE}", f"If-None-Match: {tag[1]}").status


@pytest.mark.parametrize("folder", ["/finance", "/_desk"])
def test_a_folder_leads_to_its_index(office: Office, folder: str) -> None:
    """As on a host of files."""
    got = ask(office, folder)

    assert 302 == got.status
    assert f"location: {folder}/" in got.head


@pytest.mark.parametrize(
    "address", ["/nothing.html", "/forcereload", "/livereload", "/livereload.js"]
)
def test_what_is_not_there_is_the_sites_own_page(office: Office, address: str) -> None:
    """With the status of one that is not there; what livereload would answer is not there either."""
    got = ask(office, address)
    own = (office.folder / ".cache/preview/site/404.html").read_text("utf-8")
    title = re.search("<title>(.*)</title>", own)

    assert title
    assert 404 == got.status
    assert title[0] in got.body.decode()


def test_a_page_is_told_where_it_comes_from(office: Office) -> None:
    """Which file somebody would edit; nothing of a page that is none, nor of one above the site."""
    got = ask(office, PAGE_JSON)
    assert 200 == got.status
    assert "content-type: application/json" in got.head
    assert "cache-control: no-store" in got.head
    assert BUDGET == json.loads(got.body)["source"]

    for other in ("/nothing.html", "/../site.html", "//etc/passwd", ""):
        assert "source" not in json.loads(ask(office, f"/_gongkai/page.json?path={other}").body)


@pytest.mark.parametrize(
    "address",
    [
        *("/_desk/nothing", "/_desk/../x", "/_desk/%2e%2e/%2e%2e/x"),
        *("/_desk/before/../content/site.yaml", "/_desk/before/%2e%2e/content/site.yaml"),
        *("/_desk/before//etc/passwd", "/_desk/before/%2fetc%2fpasswd", "/_desk/before/..%5cx"),
        *("/_desk/after/today/../../memory/root", "/_desk/after/%2e%2e/memory/root"),
        *("/_desk/after/../today/index.html", "/_desk/after/2026-13-01/index.html"),
    ],
)
def test_the_desk_has_no_other_pages(office: Office, address: str) -> None:
    """What is below its address is answered by it alone."""
    assert 404 == ask(office, address).status


def test_a_page_may_speak_to_where_it_came_from_alone(office: Office) -> None:
    """All else that its policy forbids stays forbidden, and what is built knows nothing of it."""
    page = ask(office, f"/{PAGE}").body.decode()
    built = (office.folder / ".cache/preview/site" / PAGE).read_text("utf-8")

    assert "default-src 'none'; style-src 'self'; script-src 'self'" in page
    assert f"connect-src 'self' ws://127.0.0.1:{office.port}" in page
    assert "connect-src" not in built
    assert "_gongkai" not in built


@pytest.mark.parametrize(
    "address",
    [
        "/../secret.txt",
        "/finance/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e/secret.txt",
        "//secret.txt",
        "/./index.html",
        "/index.html%00",
        "/index.html%00.css",
        "/index.html.",
        "/index.html::$DATA",
        "/C:/secret.txt",
        "/C%3A%5Csecret.txt",
        "/%5c%5chost%5cshare",
        "/%ff%fe",
        "/link.txt",
        "/linked/secret.txt",
    ],
)
def test_no_path_leads_out_of_the_site(office: Office, address: str) -> None:
    """Neither upwards, however it is written, nor along a link, nor by a name that means two things."""
    preview = office.folder / ".cache/preview"
    secret = preview / "secret.txt"
    secret.write_text("SECRET", "utf-8")
    link, linked = preview / "site/link.txt", preview / "site/linked"
    link.symlink_to(secret)
    linked.symlink_to(preview, target_is_directory=True)
    try:
        got = ask(office, address)
    finally:
        for one in (link, linked, secret):
            one.unlink()

    assert 404 == got.status
    assert b"SECRET" not in got.body


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "10.0.0.1:{port}", " "],
)
def test_a_foreign_host_is_refused(office: Office, host: str) -> None:
    """A name that somebody else has made to lead here gets nothing, by any way."""
    named = host.format(port=office.port)

    for address in ("/", "/manifest.json", "/_gongkai/client.js", PAGE_JSON, "/_desk/"):
        got = ask(office, address, host=named)
        assert got.status in {400, 421}
        assert b"<html" not in got.body
    assert call(office, origin=f"http://{named}", host=named) in {400, 421}


@pytest.mark.parametrize(
    "origin", ["", "null", "http://evil.example", "http://127.0.0.1:1", "https://127.0.0.1:{port}"]
)
def test_a_foreign_page_may_not_listen(office: Office, origin: str) -> None:
    """Only a page of the preview hears what is wrong with a text."""
    assert 403 == call(office, origin=origin.format(port=office.port))
    assert 101 == call(office, origin=f"http://127.0.0.1:{office.port}")


def test_this_machine_has_another_name(office: Office) -> None:
    """`localhost` is as good as a number."""
    host = f"localhost:{office.port}"

    assert 200 == ask(office, "/", host=host).status
    assert 101 == call(office, origin=f"http://{host}", host=host)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_written(office: Office, method: str) -> None:
    """There is nothing to write to."""
    for address in ("/", f"/{PAGE}", "/_gongkai/client.js", "/_gongkai/socket", PAGE_JSON):
        assert 405 == ask(office, address, "Content-Length: 0", method=method).status


def test_while_it_builds_every_page_is_there_and_whole(office: Office) -> None:
    """Requests without a pause while one save follows another: no error, no torn page."""
    wrong: list[Answer] = []
    asked: list[int] = []
    ended = threading.Event()

    def read() -> None:
        while not ended.is_set():
            got = ask(office, f"/{PAGE}")
            asked.append(got.status)
            if got.status != 200 or not got.body.rstrip().endswith(b"</html>"):
                wrong.append(got)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for one in readers:
        one.start()
    try:
        for number in range(5):
            office.add(BUDGET, f"第 {number} 次。")
            office.hear("网页更新了")
    finally:
        ended.set()
        for one in readers:
            one.join()

    assert [] == wrong
    assert len(asked) > 20
    assert "第 4 次。" in ask(office, f"/{PAGE}").body.decode()


def test_under_load_there_is_no_error_and_no_torn_page(tmp_path: Path) -> None:
    """Eight ask without a pause while somebody saves; no version is followed by an older one."""
    other = Office(tmp_path)
    other.start()
    text = other.path(BUDGET)
    asked = argparse.Namespace(requests=500, readers=8, every=0.1)
    paths = (PAGE, "finance/index.html", PAGE, "data/finance.json")
    try:
        saved = text, text.read_text("utf-8")
        with ThreadPoolExecutor() as apart:  # this thread may have a loop of its own already
            found = apart.submit(
                lambda: asyncio.run(load(other.url(), paths, saved, asked))
            ).result()
    finally:
        other.stop()

    assert {200: 500} == found.statuses
    assert [] == found.torn
    assert found.newest


def test_a_release_check_keeps_no_bar_waiting(office: Office) -> None:
    """However long it takes: it has a process of its own, which is held up here."""
    pid = office.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    os.kill(int(children[-1]), signal.SIGSTOP)
    try:
        with ThreadPoolExecutor() as apart:
            check = apart.submit(ask, office, "/_desk/")
            bars = [apart.submit(ask, office, PAGE_JSON) for _ in range(3)]
            told = wait(bars, timeout=600).done
            is_waiting = not check.done()
            os.kill(int(children[-1]), signal.SIGCONT)
            answered = check.result().status
    finally:
        os.kill(int(children[-1]), signal.SIGCONT)

    assert is_waiting
    assert 200 == answered
    assert [BUDGET] * 3 == [json.loads(one.result().body)["source"] for one in told]


def serve(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run a preview that is expected to end by itself."""
    return subprocess.run(
        [sys.executable, Path(__file__).parents[2] / "build.py", "serve", "--no-open", *words],
        cwd=folder,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_second_preview_of_a_project_says_that_there_is_one(office: Office) -> None:
    """Two would build into one site; whoever wanted to see it is told by which address."""
    done = serve(office.folder)

    assert 75 == done.returncode
    assert "preview/open" in done.stderr
    assert str(office.process.pid) in done.stderr
    assert office.url() in done.stderr


@pytest.mark.parametrize("words", [("--port", "x"), ("--port", "65536"), ("--port=-1",)])
def test_a_port_is_a_number(words: tuple[str, ...], tmp_path: Path) -> None:
    """Of five digits at the most."""
    done = serve(tmp_path, *words)

    assert 2 == done.returncode
    assert "usage/value" in done.stderr


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    """When it was asked for, no other one will do; and nothing is left."""
    other = Office(tmp_path)
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        done = serve(other.folder, "--port", str(taken.getsockname()[1]))

    assert 2 == done.returncode
    assert "preview/port" in done.stderr
    assert f"{taken}" not in done.stderr
    assert not list((other.folder / ".cache").rglob("holder"))


def test_an_address_that_this_machine_does_not_have_is_named(tmp_path: Path) -> None:
    """192.0.2.0 is nobody's."""
    done = serve(Office(tmp_path).folder, "--host", "192.0.2.1", "--port", "0")

    assert 2 == done.returncode
    assert "preview/host" in done.stderr


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_the_end_leaves_nothing_behind(sign: signal.Signals, tmp_path: Path) -> None:
    """No process, no lock, no file that was half written, and no day that was only simulated."""
    other = Office(tmp_path)
    other.start()
    children = Path(f"/proc/{other.process.pid}/task/{other.process.pid}/children")
    begun = children.read_text().split() if children.exists() else []
    days = other.folder / ".cache/preview/release"
    assert [200, 200] == [ask(other, f"/_desk/{day}").status for day in ("", "?today=2026-12-01")]
    assert {"2026-12-01", "today"} == {one.name for one in days.iterdir()}

    assert 0 == other.stop(sign)
    assert "预览已结束" in other.told[-1]
    assert [] == [one for one in begun if Path(f"/proc/{one}").exists()]
    left = {one.name for one in (other.folder / ".cache").rglob("*")}
    assert not left & {"holder", "journal.json"}
    assert not any(name.endswith(".part") for name in left)
    assert ["today"] == [one.name for one in days.iterdir()]
