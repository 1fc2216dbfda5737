"""Several lines to one FTP server, as many as it puts up with; whoever needs one waits for a free one."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from generator.edge.ftp import Line, Server


class Lines:
    """Lines that are opened when they are needed; a server that takes no more of them gets no more.

    `tongue` is the encoding of names on all of them.
    """

    def __init__(self, server: Server, most: int) -> None:
        self._server, self._most = server, most
        self._free: list[Line] = []
        self._open = 0
        self._change = Condition()
        self.tongue = "utf-8"

    @contextmanager
    def one(self) -> Iterator[Line]:
        """A line for one conversation; one that broke off is not used again."""
        line = self._take()
        line.tongue = self.tongue
        try:
            yield line
        finally:
            self._give(line)

    def close(self) -> None:
        """Hang up on all that nobody speaks on."""
        with self._change:
            free, self._free = self._free, []
            self._open -= len(free)
        for line in free:
            line.close()

    def _take(self) -> Line:
        while True:
            line = self._waited()
            if line is None:
                line = self._opened()
            elif not line.is_alive():
                self._give(line)
                continue
            if line:
                return line

    def _waited(self) -> Line | None:
        """A free line, or none where a new one may be opened."""
        with self._change:
            while not self._free and self._open >= self._most:
                self._change.wait()
            if self._free:
                return self._free.pop()
            self._open += 1
            return None

    def _opened(self) -> Line | None:
        """A new line; none where the server has enough of us, though it serves those that are open."""
        try:
            return Line(self._server)
        except BaseException as error:
            with self._change:
                self._open -= 1
                self._change.notify()
                if not self._open or not isinstance(error, OSError):
                    raise
                self._most = self._open
            return None

    def _give(self, line: Line) -> None:
        if not line.sound:
            line.close()
        with self._change:
            if line.sound:
                self._free.append(line)
            else:
                self._open -= 1
            self._change.notify()
