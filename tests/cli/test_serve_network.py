"""The preview with `--host`: another machine sees nothing until it was shown in here.

This machine stands for the other one, by its own number in the network.
"""

import http.client
import json
import re
import socket
from collections.abc import Iterator
from contextlib import closing
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

import pytest

from tests.previewing import Office, previewed

PAGE = "/finance/2026/08-half-year-budget.html"
ALL = (
    *("/", PAGE, "/manifest.json", "/nothing.html", "/finance"),
    *(f"/_gongkai/page.json?path={PAGE}", "/_gongkai/phone.json", "/_desk/", "/forcereload"),
    *("/../secret.txt", "/%2e%2e%2fsecret.txt"),
)
"""What there is to ask for, and what there is not."""


class Answer(NamedTuple):
    """What came back: the status, the cookie that was set, the body."""

    status: int
    cookie: str
    body: bytes


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office whose preview listens to the network."""
    with previewed(tmp_path_factory.mktemp("network"), "--host", "0.0.0.0") as one:
        yield one


def beyond(office: Office) -> str:
    """The number under which this machine is no longer itself."""
    host = urlsplit(office.invitation).hostname
    assert host
    assert not host.startswith("127.")
    return host


def ask(office: Office, address: str, cookie: str = "", near: str = "", **head: str) -> Answer:
    """Ask from beyond, or from this machine by the number given as `near`."""
    host = near or beyond(office)
    with closing(http.client.HTTPConnection(host, office.port)) as connection:
        named = {name.replace("_", "-"): value for name, value in head.items()}
        connection.request(
            "GET", address, headers={**({"Cookie": cookie} if cookie else {}), **named}
        )
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers.get("Set-Cookie", ""), answer.read())


def call(office: Office, cookie: str, origin: str = "") -> int:
    """Ask for the websocket from beyond, as our own page there would; the status of the answer."""
    host = f"{beyond(office)}:{office.port}"
    lines = (
        "GET /_gongkai/socket HTTP/1.1",
        f"Host: {host}",
        *("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"),
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        f"Origin: {origin or f'http://{host}'}",
        *([f"Cookie: {cookie}"] if cookie else []),
        *("", ""),
    )
    with socket.create_connection((beyond(office), office.port)) as connection:
        connection.sendall("\r\n".join(lines).encode())
        return int(connection.recv(4096).split()[1])


def token(office: Office) -> str:
    """A new token, as a code holds it that is shown on this machine."""
    shown = json.loads(ask(office, "/_gongkai/phone.json", near="127.0.0.1").body)
    assert "<svg" in shown["svg"]
    found = re.search(r"token=([\w-]+)", shown["url"])
    assert found
    return found[1]


def enter(office: Office, **asked: str) -> Answer:
    """Come in by that address."""
    return ask(office, f"/_gongkai/enter?{urlencode(asked)}")


def held(answer: Answer) -> str:
    """The cookie as a browser sends it back."""
    return answer.cookie.partition(";")[0]


def test_this_machine_is_answered_as_ever(office: Office) -> None:
    """It needs no cookie."""
    assert 200 == ask(office, "/", near="127.0.0.1").status


@pytest.mark.parametrize("address", ALL)
def test_nothing_is_shown_to_whoever_was_not_let_in(office: Office, address: str) -> None:
    """Neither a page nor whether there is one; what it says of itself changes nothing."""
    for head in (
        {},
        {"X_Forwarded_For": "127.0.0.1", "X_Real_IP": "127.0.0.1", "Forwarded": "for=127.0.0.1"},
    ):
        got = ask(office, address, **head)

        assert 403 == got.status
        assert "手机看" in got.body.decode()
        assert "清溪" not in got.body.decode()
    assert 403 == call(office, "")


def test_a_token_opens_the_preview_once(office: Office) -> None:
    """To the page that it was shown on; with a cookie that no script and no other site can use."""
    one = token(office)
    got = enter(office, token=one, to=PAGE)
    parts = {part.strip().lower() for part in got.cookie.split(";")}

    assert 200 == got.status
    assert {"httponly", "samesite=strict", "path=/"} <= parts
    assert f"0;url={PAGE}".encode() in got.body
    assert 200 == ask(office, PAGE, held(got)).status
    assert 101 == call(office, held(got))
    again = enter(office, token=one, to=PAGE)
    assert (403, "") == (again.status, again.cookie)


def test_what_the_terminal_says_opens_it_too(office: Office) -> None:
    """For who has no screen beside it."""
    parts = urlsplit(office.invitation)
    got = ask(office, f"{parts.path}?{parts.query}")

    assert 200 == got.status
    assert 200 == ask(office, "/", held(got)).status


@pytest.mark.parametrize("wrong", ["", "x", "x" * 43, "é", "%00"])
def test_a_wrong_token_or_cookie_opens_nothing(office: Office, wrong: str) -> None:
    """However long it is."""
    name = next(iter(SimpleCookie(enter(office, token=token(office)).cookie)))

    assert 403 == enter(office, token=wrong).status
    assert 403 == ask(office, "/", f"{name}={wrong}".encode().decode("latin-1")).status
    assert 403 == call(office, f"{name}=x")


def test_to_look_at_an_invitation_does_not_use_it(office: Office) -> None:
    """A HEAD, as some programs send to learn of a link, is none."""
    one = token(office)
    with closing(http.client.HTTPConnection(beyond(office), office.port)) as connection:
        connection.request("HEAD", f"/_gongkai/enter?token={one}")
        assert 405 == connection.getresponse().status

    assert 200 == enter(office, token=one).status


@pytest.mark.parametrize(
    "to",
    [
        "//evil.example/",
        "https://evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        '/"><b>',
    ],
)
def test_nobody_is_led_elsewhere(office: Office, to: str) -> None:
    """An address that is none of the site is its front page."""
    got = enter(office, token=token(office), to=to)

    assert 200 == got.status
    assert b'content="0;url=/"' in got.body
    assert b"evil" not in got.body


def test_another_machine_shows_nobody_in(office: Office) -> None:
    """Nor does it see the code, though it was let in itself; other hosts and pages stay refused."""
    cookie = held(enter(office, token=token(office)))

    assert 403 == ask(office, "/_gongkai/phone.json", cookie).status
    assert 404 == ask(office, "/forcereload", cookie).status
    assert 404 == ask(office, "/%2e%2e%2fsecret.txt", cookie).status
    assert 421 == ask(office, "/", cookie, Host=f"evil.example:{office.port}").status
    assert 403 == call(office, cookie, "http://evil.example")


def test_another_run_has_other_cookies(office: Office) -> None:
    """Who was let in yesterday is not let in today."""
    cookie = held(enter(office, token=token(office)))
    assert 200 == ask(office, "/", cookie).status

    office.stop()
    office.start("--host", beyond(office))

    assert 403 == ask(office, "/", cookie).status
    assert 403 == call(office, cookie)
    assert 200 == ask(office, "/", held(enter(office, token=token(office)))).status
