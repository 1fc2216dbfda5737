"""A line to an FTP server: one connection, logged in. Whatever goes wrong on it is an `OSError`.

The library is spoken to in Latin-1, which any bytes go through; what the server's names are made of
is our own business.
"""

import errno
import ftplib
import os
import select
import socket
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

from generator.edge import certificate, clock
from generator.edge.ftpreply import LOST, clean, faults, shut_out
from generator.values.dataclass import dataclass
from generator.values.host import HostFault, Keys

CONNECT, ANSWER, STALE, SIGN = 15, 60, 20, 30
"""Seconds: to get through, to be answered, until an unused line is tried first, between signs of life."""
PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Server:
    """Where an account is, and how it is reached: `secure` is TLS from the start.

    `fingerprint` is the SHA-256 of the certificate in hex; where it is empty, the system's
    authorities decide.
    """

    host: str
    port: int
    keys: Keys
    secure: bool
    fingerprint: str


class Line:
    """A connection that waits for commands; it is `sound` while what was said on it came to its end."""

    def __init__(self, server: Server) -> None:
        self._ftp = _Ftp(server)
        self.sound, self._used = True, clock.ticks()
        self.tongue = "utf-8"
        try:
            self._open(server)
        except BaseException:
            self._ftp.close()
            raise

    def _open(self, server: Server) -> None:
        self._ftp.reach()
        self._enter(server.keys)
        self.features = self._features()
        self.knows_utf8 = self._tried("OPTS UTF8 ON") or "UTF8" in self.features
        if "MLST" in self.features:
            self._tried("OPTS MLST type;size;modify;unique;")
        with faults():
            self._ftp.voidcmd("TYPE I")
            if server.secure:
                self._ftp.protect()

    def _enter(self, keys: Keys) -> None:
        """Say who we are, and prove it if the server wants that."""
        if not keys.user:
            raise keys.refused()
        with faults(is_in=False):
            try:
                reply = self._ftp.sendcmd(f"USER {_through(keys.user)}")
                if reply[:1] == "3" and keys.password():
                    reply = self._ftp.sendcmd(f"PASS {_through(keys.password())}")
            except ftplib.error_perm as error:
                raise shut_out(keys, str(error)) from error
            except ValueError as error:  # what no line can carry
                raise keys.refused() from error
        if reply[:1] != "2":
            raise keys.refused(clean(reply))

    # Questions and orders

    def say(self, command: str, path: str = "", *, is_there: bool = True) -> str:
        """An order without data; the reply.

        An error is about `path`; `is_there` says how to take it where the server gives no reason.
        """
        with self._talk(path, is_there=is_there):
            return self._ftp.voidcmd(self._named(command))

    def move(self, path: str, target: str) -> None:
        """Rename; `FileExistsError` where the server does not want it at the target."""
        with self._talk(path, is_there=False):
            self._ftp.sendcmd(self._named(f"RNFR {path}"))
        try:
            self.say(f"RNTO {target}", target)
        except (FileNotFoundError, HostFault) as refused:
            if isinstance(refused, HostFault) and refused.code not in {"host/denied", "host/io"}:
                raise
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), target) from refused

    def size(self, path: str) -> int:
        """How many bytes a file has; -1 where the server does not say."""
        try:
            words = self.say(f"SIZE {path}", path).split()
        except OSError:
            if not self.sound:
                raise
            return -1
        return int(words[1]) if len(words) == 2 and words[1].isdecimal() else -1

    def fetch(self, command: str, path: str) -> bytes:
        """What a command sends."""
        parts = []
        with (
            self._talk(path, is_there=False),
            self._ftp.data(self._named(command)) as data,
        ):
            while part := data.recv(PIECE):
                parts.append(part)
        return b"".join(parts)

    @property
    def left_out(self) -> str:
        """What the server has just said of lines that it did not send; nothing where those were all."""
        return clean(self._ftp.said) if "truncated" in self._ftp.said.lower() else ""

    def listed(self, command: str, path: str) -> bytes:
        """What LIST sends of the folder that we are in; some servers complain of an empty one."""
        with suppress(FileNotFoundError):
            return self.fetch(command, path)
        return b""

    def store(self, path: str, body: bytes) -> None:
        """Make a file of these bytes."""
        with self._talk(path), self._ftp.data(self._named(f"STOR {path}")) as data:
            for start in range(0, len(body), PIECE):
                data.sendall(memoryview(body)[start : start + PIECE])

    # The line itself

    def is_alive(self) -> bool:
        """Whether it can be used: one that nobody used for a while may have been closed by the server."""
        if self.sound and clock.ticks() - self._used > STALE:
            with suppress(OSError):
                self.say("NOOP")
        return self.sound

    def close(self) -> None:
        """Hang up, with a word where the line is sound."""
        if self.sound:
            with suppress(ftplib.Error, OSError, EOFError):
                self._ftp.putcmd("QUIT")
        self._ftp.close()

    @contextmanager
    def _talk(self, path: str, *, is_there: bool = True) -> Iterator[None]:
        """What is said within; after a refusal the line is as good as before, after all else it is not."""
        self.sound = False
        with faults(path, is_there=is_there):
            try:
                yield
            except ftplib.Error as error:
                self.sound = str(error)[:3] not in LOST
                raise
        self.sound, self._used = True, clock.ticks()

    def _tried(self, command: str) -> bool:
        """Whether the server does what it need not know."""
        with faults():
            try:
                return self._ftp.sendcmd(command)[:1] == "2"
            except ftplib.error_perm:
                return False

    def _features(self) -> frozenset[str]:
        with faults():
            try:
                lines = self._ftp.sendcmd("FEAT").upper().splitlines()[1:-1]
            except ftplib.error_perm:
                return frozenset()
        return frozenset(words[0] for line in lines if (words := line.split()))

    def system(self) -> str:
        """What the server says that it runs on; nothing where it keeps it to itself."""
        with suppress(OSError):
            return self.say("SYST")
        return ""

    def _named(self, command: str) -> str:
        try:
            return command.encode(self.tongue).decode("latin-1")
        except UnicodeEncodeError as error:
            raise HostFault("host/name", command[error.start : error.end], value=command) from error


class _Ftp(ftplib.FTP):
    """The library's, with TLS by our rules, and data that is handed over with manners."""

    def __init__(self, server: Server) -> None:
        super().__init__(timeout=CONNECT, encoding="latin-1")
        self._server, self.said = server, ""
        self._context: ssl.SSLContext | None = None

    def reach(self) -> None:
        """Get through, and behind closed doors where that is wanted."""
        server = self._server
        with faults(is_in=False):
            self.connect(server.host, server.port)
        self._patient()
        if server.secure:
            with faults(is_in=False):
                secret = self._whisper(certificate.context(server.fingerprint))
            certificate.demand(secret.getpeercert(binary_form=True), server.fingerprint)

    def protect(self) -> None:
        """Data are encrypted as well."""
        self.voidcmd("PBSZ 0")
        self.voidcmd("PROT P")

    @contextmanager
    def data(self, command: str) -> Iterator[socket.socket]:
        """A connection for the data of a command; at the end the server has said that it has them all.

        If it breaks, what the server has to say about it is the reason.
        """
        with closing(self._reached()) as plain:
            if self.sendcmd(command)[:1] == "2":  # some say that all went well before they begin
                self.getresp()
            data: socket.socket | None = None
            try:
                data = self._like_control(plain)
                yield data
                _finish(data)
            except HostFault:
                raise
            except OSError:
                plain.close()
                self.voidresp()
                raise
            finally:
                if data:
                    data.close()
        self.said = self.voidresp()

    def _reached(self) -> socket.socket:
        """A way for data; servers behind a wall are often reached for commands only."""
        place = self.makepasv()
        try:
            data = socket.create_connection(place, CONNECT)
        except OSError as error:
            raise HostFault("host/passive", clean(str(error)), value=str(place[1])) from error
        data.settimeout(ANSWER)
        return data

    def makepasv(self) -> tuple[str, int]:
        """Where data go: to the server that we talk to, whatever it takes its own address for."""
        try:
            return super().makepasv()
        except ftplib.error_perm:
            if self.af != socket.AF_INET:
                raise
        peer = self.line().getpeername()
        return ftplib.parse229(self.sendcmd("EPSV"), peer)  # noqa: S321 - the owner chose FTP

    def _whisper(self, context: ssl.SSLContext) -> ssl.SSLSocket:
        try:
            self.voidcmd("AUTH TLS")
            secret = context.wrap_socket(self.line(), server_hostname=self.host)
        except ssl.SSLCertVerificationError as error:
            raise HostFault(
                "host/certificate", error.verify_message, value=_seen(self._server)
            ) from error
        except ssl.SSLEOFError:
            raise  # broken off, which says nothing of what the server can do
        except (ftplib.error_perm, ssl.SSLError) as error:
            raise HostFault("host/no-tls", clean(str(error))) from error
        self.sock = secret
        self.file = secret.makefile("r", encoding=self.encoding)
        self._context = context
        return secret

    def _like_control(self, data: socket.socket) -> socket.socket:
        """As safe as the line itself, and of the same session: some servers demand it as a proof."""
        if self._context is None:
            return data
        assert isinstance(self.sock, ssl.SSLSocket)
        session = self.sock.session
        secret = self._context.wrap_socket(data, server_hostname=self.host, session=session)
        certificate.demand(secret.getpeercert(binary_form=True), self._server.fingerprint)
        return secret

    def line(self) -> socket.socket:
        """What commands go over."""
        assert self.sock
        return self.sock

    def _patient(self) -> None:
        """Answers may take a while, and walls on the way forget whom they do not hear of."""
        self.line().settimeout(ANSWER)
        self.line().setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name in ("TCP_KEEPIDLE", "TCP_KEEPINTVL"):
            if hasattr(socket, name):
                self.line().setsockopt(socket.IPPROTO_TCP, getattr(socket, name), SIGN)


def _seen(server: Server) -> str:
    """The fingerprint of the certificate that nobody vouches for; nothing secret is said to find it out."""
    ftp = _Ftp(server)
    with suppress(ftplib.Error, OSError, EOFError):
        ftp.connect(server.host, server.port)
        ftp.voidcmd("AUTH TLS")
        with certificate.context("any").wrap_socket(
            ftp.line(), server_hostname=server.host
        ) as secret:
            return certificate.told(secret.getpeercert(binary_form=True))
    ftp.close()
    return certificate.told(None)


def _finish(data: socket.socket) -> None:
    """Say that this was all, and let the other side hang up, so that nothing of it is lost on the way."""
    if isinstance(data, ssl.SSLSocket):
        data.settimeout(0)
        with suppress(OSError):
            while not _said_goodbye(data):
                select.select([], [data], [], ANSWER)
        data.settimeout(ANSWER)
    with suppress(OSError):
        data.shutdown(socket.SHUT_WR)
        while data.recv(PIECE):
            pass


def _said_goodbye(data: ssl.SSLSocket) -> bool:
    """Whether it is out; the other side's is not waited for."""
    try:
        data.unwrap()
    except ssl.SSLWantWriteError:
        return False
    except OSError:
        return True
    return True


def _through(text: str) -> str:
    return text.encode().decode("latin-1")
