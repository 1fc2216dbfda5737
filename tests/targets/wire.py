"""A line between two ends of the tests' own: slow, or cut after so many bytes."""

import socket
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Self

ENDLESS = 1 << 60


class Wire:
    """Carries bytes between whoever connects to `port` and a server on loopback.

    Every byte takes `delay` seconds each way, however many are under way. After `life` bytes, both ways and
    all connections together, everything is cut off at once, and nobody gets through any more.
    """

    def __init__(self, to: int, delay: float = 0.0, life: int = ENDLESS) -> None:
        self._to, self._delay, self._life = to, delay, life
        self.carried = 0
        self._lock = threading.Lock()
        self._ends: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._door = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port: int = self._door.getsockname()[1]
        self.is_cut = False

    def __enter__(self) -> Self:
        self._begin(self._welcome)
        return self

    def __exit__(self, *_: object) -> None:
        self.cut()
        for one in self._threads:
            one.join()
        for end in self._ends:
            end.close()

    def cut(self) -> None:
        """Nobody hears anything any more."""
        self.is_cut = True
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        for end in list(self._ends):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _welcome(self) -> None:
        while not self.is_cut:
            try:
                near = self._door.accept()[0]
                far = socket.create_connection(("127.0.0.1", self._to))
            except OSError:
                return
            self._ends |= {near, far}
            for one, other in ((near, far), (far, near)):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._begin(self._carry, one, other)

    def _begin(self, work: Callable[..., None], *words: object) -> None:
        self._threads.append(threading.Thread(target=work, args=words, daemon=True))
        self._threads[-1].start()

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        with _later(other, self._delay) as send:
            while body := _heard(one):
                with self._lock:
                    left = self._life - self.carried
                    self.carried += len(body)
                send(body[: max(0, left)])
                if left <= len(body):
                    self.cut()
                    return
        with suppress(OSError):
            other.shutdown(socket.SHUT_WR)


def _heard(end: socket.socket) -> bytes:
    try:
        return end.recv(65536)
    except OSError:
        return b""


class _Later:
    """Sends what it is given, each a while after it came; the next may come meanwhile."""

    def __init__(self, end: socket.socket, delay: float) -> None:
        self._end, self._delay = end, delay
        self._waiting: deque[tuple[float, bytes]] = deque()
        self._come = threading.Condition()
        self._thread = threading.Thread(target=self._send, daemon=True)
        self._thread.start()

    def __call__(self, body: bytes) -> None:
        with self._come:
            self._waiting.append((monotonic() + self._delay, body))
            self._come.notify()

    def finish(self) -> None:
        """Wait until everything is sent."""
        with self._come:
            self._waiting.append((0.0, b""))
            self._come.notify()
        self._thread.join()

    def _send(self) -> None:
        while True:
            with self._come:
                self._come.wait_for(lambda: self._waiting)
                due, body = self._waiting.popleft()
            if not body:
                return
            pause = due - monotonic()
            if pause > 0:
                threading.Event().wait(pause)
            with suppress(OSError):
                self._end.sendall(body)


@contextmanager
def _later(end: socket.socket, delay: float) -> Iterator[_Later]:
    later = _Later(end, delay)
    try:
        yield later
    finally:
        later.finish()
