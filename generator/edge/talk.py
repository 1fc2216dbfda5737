"""Requests to one host of the web, over lines that are kept; as many at once as are asked from threads."""

import errno
import http.client
import select
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress

from generator.edge import certificate
from generator.edge.logins import Login
from generator.edge.web import Answer
from generator.values.address import Address
from generator.values.host import HostFault, Keys

ANSWER = 60
"""Seconds after which a host that takes nothing more, or does not answer, is given up."""
_PIECE, _AHEAD = 1 << 16, 1 << 18
"""Bytes of a body that are handed over at once; and those that may wait in the system for the line."""
_REFUSED = 401
_TRIES = 3
_ONCE = frozenset({"MOVE"})
"""Verbs that are not said a second time when nobody knows whether they were heard."""


class Talk:
    """What can be asked of a host, by verb and path; whatever fails on the way is a `HostFault`.

    Its `origin` is what stands before a path in the address of a file; it listens at the `port`.
    """

    def __init__(self, there: Address, keys: Keys, fingerprint: str) -> None:
        self._login, self._host = Login(keys), _plain(there.host)
        self._fingerprint = fingerprint
        usual = 443 if there.scheme == "https" else 80
        self.port = there.port or usual
        told = 0 if self.port == usual else self.port
        self.origin = str(Address(there.scheme, "", self._host, told, ""))
        self._has_answered = False
        self._context = certificate.context(fingerprint) if there.scheme == "https" else None
        self._idle: list[http.client.HTTPConnection] = []
        self._lock = threading.Lock()

    def ask(
        self, verb: str, target: str, body: bytes = b"", more: Mapping[str, str] | None = None
    ) -> Answer:
        """The answer, after the host was told who asks if it wants to know; `target` is quoted."""
        name = self.origin.partition("//")[2]
        headers = {"Host": name, "Accept-Encoding": "identity", **(more or {})}
        for _ in range(_TRIES):
            said, how = self._login.said(verb, target)
            answer, wanted = self._exchanged(verb, target, body, {**headers, **said})
            if answer.status != _REFUSED:
                self._login.is_taken = True
                return answer
            self._login.learn(wanted, how)
        raise self._login.refused()

    def close(self) -> None:
        """Nothing more is asked."""
        with self._lock:
            while self._idle:
                self._idle.pop().close()

    def _exchanged(
        self, verb: str, target: str, body: bytes, headers: Mapping[str, str]
    ) -> tuple[Answer, list[str]]:
        """The answer, and how the host wants to be told who asks; over a kept line if there is one."""
        line = self._kept()
        try:
            if line:
                try:
                    return self._heard(line, verb, target, body, headers)
                except ConnectionError:  # the host does not keep lines for long
                    if verb in _ONCE:
                        raise
            return self._heard(self._connected(), verb, target, body, headers)
        except HostFault:
            raise
        except (OSError, http.client.HTTPException) as error:
            raise HostFault("host/lost", _name(error)) from error

    def _heard(
        self,
        line: http.client.HTTPConnection,
        verb: str,
        target: str,
        body: bytes,
        headers: Mapping[str, str],
    ) -> tuple[Answer, list[str]]:
        is_whole = False
        try:
            with suppress(BrokenPipeError):  # a host that has heard enough has answered already
                _say(line, verb, target, body, headers)
                is_whole = True
            found = line.getresponse()
            told = {name.lower(): value for name, value in found.getheaders()}
            answer = Answer(found.status, told, found.read())
        except BaseException:
            line.close()
            raise
        self._has_answered = True
        if is_whole and not found.will_close:
            with self._lock:
                self._idle.append(line)
        else:
            line.close()
        return answer, found.headers.get_all("www-authenticate", [])

    def _kept(self) -> http.client.HTTPConnection | None:
        """A line that the host has not hung up on, as far as is known here."""
        with self._lock:
            while self._idle:
                line = self._idle.pop()
                if line.sock and not select.select([line.sock], [], [], 0)[0]:
                    return line
                line.close()
        return None

    def _connected(self) -> http.client.HTTPConnection:
        host, port = self._host, self.port
        line: http.client.HTTPConnection
        if self._context:
            line = http.client.HTTPSConnection(
                host, port, timeout=certificate.PATIENCE, context=self._context
            )
        else:
            line = http.client.HTTPConnection(host, port, timeout=certificate.PATIENCE)
        try:
            line.connect()
            if isinstance(line.sock, ssl.SSLSocket):
                certificate.demand(line.sock.getpeercert(binary_form=True), self._fingerprint)
        except ssl.SSLCertVerificationError as error:
            line.close()
            raise certificate.unknown(host, port, error.verify_message) from error
        except HostFault:
            line.close()
            raise
        except OSError as error:
            line.close()
            if self._has_answered:
                raise HostFault("host/lost", _name(error)) from error
            raise HostFault("host/unreachable", _name(error)) from error
        line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _AHEAD)
        line.sock.settimeout(ANSWER)
        return line


def _say(
    line: http.client.HTTPConnection,
    verb: str,
    target: str,
    body: bytes,
    headers: Mapping[str, str],
) -> None:
    """A body goes piece by piece, since a line has to take each in time, however slow it is."""
    if not body:
        line.request(verb, target, headers=dict(headers))
        return
    pieces = (body[at : at + _PIECE] for at in range(0, len(body), _PIECE))
    line.request(verb, target, pieces, {**headers, "Content-Length": str(len(body))})


def _plain(host: str) -> str:
    """A name as the net knows it, also of one in Chinese."""
    try:
        return host.encode("idna").decode()
    except UnicodeError as error:
        raise HostFault("host/unreachable", host) from error


def _name(error: Exception) -> str:
    """What failed, in the system's words for it."""
    if isinstance(error, TimeoutError):
        return "timeout"
    if isinstance(error, ssl.SSLError):
        return error.reason or type(error).__name__
    if isinstance(error, OSError) and error.errno:
        return errno.errorcode.get(error.errno) or error.strerror or str(error.errno)
    return type(error).__name__
