"""FTP servers with the manners of others: old ones, narrow ones, those of Windows; and a cable to cut."""

import errno
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

from tests.targets.servers.ftp import AbstractedFS, FTPHandler, FTPServer, IOLoop

ENDLESS = 1 << 60


def without(handler: type[FTPHandler], *commands: str) -> type[FTPHandler]:
    """A server that does not know these commands."""
    known = {name: one for name, one in handler.proto_cmds.items() if name not in commands}
    return type("Without", (handler,), {"proto_cmds": known})


def saying(command: str, reply: str) -> type[FTPHandler]:
    """A server that always says the same to a command."""

    def said(handler: Any, *_: object) -> None:
        handler.respond(reply)

    return type("Saying", (FTPHandler,), {f"ftp_{command}": said})


class WindowsFiles(AbstractedFS):  # type: ignore[misc]
    """Files as Windows lists and moves them: not over one that is there."""

    def rename(self, src: str, dst: str) -> None:
        """As MoveFile does."""
        if os.path.exists(dst):
            raise FileExistsError(
                errno.EEXIST, "Cannot create a file when that file already exists"
            )
        os.rename(src, dst)

    def format_list(
        self, basedir: str, listing: Iterable[str], *_: object, **__: object
    ) -> Iterator[bytes]:
        """As IIS shows a folder."""
        for name in listing:
            seen = os.stat(os.path.join(basedir, name))
            at = time.strftime("%m-%d-%y  %I:%M%p", time.localtime(seen.st_mtime))
            size = "<DIR>         " if os.path.isdir(os.path.join(basedir, name)) else seen.st_size
            yield f"{at} {size!s:>20} {name}\r\n".encode(self.cmd_channel.encoding)


class Windows(FTPHandler):  # type: ignore[misc]
    """A server of before UTF-8, MLSD and renames over what is there; names are in GBK."""

    abstracted_fs = WindowsFiles
    encoding = "gbk"
    proto_cmds = without(FTPHandler, "MLSD", "MLST").proto_cmds

    def ftp_SYST(self, line: str) -> None:  # noqa: N802, ARG002 - the library's name and parameter
        """What it runs on."""
        self.respond("215 Windows_NT")

    def ftp_OPTS(self, line: str) -> None:  # noqa: N802, ARG002
        """There are no options."""
        self.respond("501 OPTS: unknown")


class FullFiles(AbstractedFS):  # type: ignore[misc]
    """A disk on which there is room for names, and for nothing else."""

    def open(self, filename: str, mode: str) -> IO[Any]:
        """No new one."""
        if "w" in mode:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        found: IO[Any] = super().open(filename, mode)
        return found


class Full(FTPHandler):  # type: ignore[misc]
    """A server whose disk is full."""

    abstracted_fs = FullFiles


def walled(port: int) -> type[FTPHandler]:
    """A server behind a wall that has one door: data are sent to a port where nobody listens."""

    class Walled(FTPHandler):  # type: ignore[misc]
        def respond(self, resp: str, **more: object) -> None:
            """With the port that the wall has closed."""
            door = f"{port // 256},{port % 256})"
            super().respond(
                re.sub(r"(?<=,)\d+,\d+\)", door, resp) if resp[:3] == "227" else resp, **more
            )

    return Walled


class Cable:
    """What a server is reached by: after `life` bytes, to it and from it on all lines, it is cut.

    What had arrived is done; nobody hears of it, and nobody gets through before it is mended.
    """

    def __init__(self) -> None:
        self.carried, self.life = 0, ENDLESS

    def mend(self, life: int = ENDLESS) -> None:
        """From now on it carries so many bytes."""
        self.carried, self.life = 0, life

    @property
    def is_cut(self) -> bool:
        """Whether nothing gets through."""
        return self.carried >= self.life

    def hears(self, body: bytes) -> bytes:
        """What of it arrives."""
        body = body[: self.life - self.carried]
        self.carried += len(body)
        return body

    def says(self, body: bytes, send: Callable[[bytes], int]) -> int:
        """How much is off our hands, whether it gets through or is lost."""
        if not self.is_cut:
            sent = send(body[: self.life - self.carried])
            self.carried += sent
        return len(body) if self.is_cut else sent

    def tidy(self, loop: IOLoop) -> None:
        """Let go of all who were cut off."""
        for one in list(loop.socket_map.values()) if self.is_cut else ():
            if not isinstance(one, FTPServer):
                one.close()


def at_the_end_of(cable: Cable, kind: type[FTPHandler] = FTPHandler) -> type[FTPHandler]:
    """A server that is reached by this cable."""
    carrier: Any = kind.dtp_handler

    class Data(carrier):  # type: ignore[misc]
        def recv(self, size: int) -> bytes:
            """What is uploaded."""
            return cable.hears(super().recv(size))

        def send(self, data: bytes) -> int:
            """What is downloaded; counted by the library as well."""
            return cable.says(data, super().send)

    class Talk(kind):  # type: ignore[misc]
        dtp_handler = Data
        use_sendfile = False

        def recv(self, size: int) -> bytes:
            """Commands."""
            return cable.hears(super().recv(size))

        def send(self, data: bytes) -> int:
            """Replies."""
            return cable.says(data, super().send)

    return Talk
