"""Requests to a host: where it is, how long it is waited for, and what is heard of one that hangs up."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest

from generator.edge import talk
from generator.edge.talk import Talk
from generator.values.address import address
from generator.values.host import HostFault, Keys

KEYS = Keys("far", "clerk", "GONGKAI_FAR_PASSWORD", lambda: "open sesame")
Answerer = Callable[[socket.socket], None]


def talking(place: str) -> Talk:
    """With whoever is at this address."""
    return Talk(address(place), KEYS, "")


@contextmanager
def answering(answer: Answerer) -> Iterator[str]:
    """Somebody who takes calls, one after the other; the address."""
    with socket.create_server(("127.0.0.1", 0)) as door:

        def welcome() -> None:
            while True:
                try:
                    line, _ = door.accept()
                except OSError:
                    return
                with line:
                    answer(line)

        thread = threading.Thread(target=welcome, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{door.getsockname()[1]}/"
        door.shutdown(socket.SHUT_RDWR)
        thread.join()


def _listened(line: socket.socket) -> None:
    """Hear all that is said, until the other side hangs up."""
    while line.recv(65536):
        pass


@pytest.mark.parametrize(
    ("place", "origin", "port"),
    [
        ("https://clerk@www.example/dav", "https://www.example", 443),
        ("https://www.example:443/dav", "https://www.example", 443),
        ("http://www.example:8080", "http://www.example:8080", 8080),
        ("http://[::1]:8080/", "http://[::1]:8080", 8080),
        ("https://www.清溪.example/", "https://www.xn--c5wsn.example", 443),
    ],
)
def test_a_host_is_named_as_the_net_knows_it(place: str, origin: str, port: int) -> None:
    """Without who asks, and without the port that everybody expects."""
    found = talking(place)

    assert (origin, port) == (found.origin, found.port)


def test_a_name_that_no_host_can_have_is_told() -> None:
    """A part of it is longer than the net knows."""
    with pytest.raises(HostFault) as caught:
        talking(f"http://{'长' * 63}.example/")

    assert "host/unreachable" == caught.value.code


def test_a_host_that_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while, and then it is told."""
    monkeypatch.setattr(talk, "ANSWER", 0.1)
    with answering(_listened) as place, pytest.raises(HostFault) as caught:
        talking(place).ask("GET", "/")

    assert ("host/lost", "timeout") == (caught.value.code, caught.value.error)


def test_a_host_that_has_heard_enough_is_understood() -> None:
    """It answers before it has all of a large file, and hangs up."""

    def full(line: socket.socket) -> None:
        line.recv(100)
        line.sendall(b"HTTP/1.1 507 Full\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        line.shutdown(socket.SHUT_WR)
        _listened(line)

    with answering(full) as place:
        assert 507 == talking(place).ask("PUT", "/a", b"x" * 5_000_000).status


def test_a_slow_line_is_not_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A large file takes longer than a host that says nothing is waited for."""
    body, heard = bytes(range(256)) * 8000, bytearray()

    def slow(line: socket.socket) -> None:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        while not heard.endswith(body):
            threading.Event().wait(0.01)
            heard.extend(line.recv(16384))
        line.sendall(b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")

    monkeypatch.setattr(talk, "ANSWER", 0.8)
    monkeypatch.setattr(talk, "_AHEAD", 65536)
    with answering(slow) as place, closing(talking(place)) as asked:
        assert 201 == asked.ask("PUT", "/a", body).status
    head = heard.removesuffix(body)

    assert f"Content-Length: {len(body)}".encode() in head.splitlines()
    assert b"Transfer-Encoding" not in head


def test_a_line_that_takes_nothing_more_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the midst of a large file."""
    over = threading.Event()

    def deaf(line: socket.socket) -> None:
        line.recv(100)
        over.wait()

    monkeypatch.setattr(talk, "ANSWER", 0.1)
    with answering(deaf) as place:
        try:
            with pytest.raises(HostFault) as caught:
                talking(place).ask("PUT", "/a", bytes(20_000_000))
        finally:
            over.set()

    assert ("host/lost", "timeout") == (caught.value.code, caught.value.error)


def test_half_an_answer_is_none() -> None:
    """A file that was cut off on the way is not taken for a short one."""

    def half(line: socket.socket) -> None:
        line.recv(10_000)
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")

    with answering(half) as place, pytest.raises(HostFault) as caught:
        talking(place).ask("GET", "/a")

    assert ("host/lost", "IncompleteRead") == (caught.value.code, caught.value.error)


def test_what_is_no_http_is_told() -> None:
    """Whoever answers there is somebody else."""

    def greet(line: socket.socket) -> None:
        line.sendall(b"220 FTP server ready\r\n")

    with answering(greet) as place, pytest.raises(HostFault) as caught:
        talking(place).ask("GET", "/a")

    assert "host/lost" == caught.value.code
