"""A site on the web, as whoever reads it gets it: files by path, with the headers that come along."""

import errno
import http.client
import socket
import ssl
from collections.abc import Mapping
from urllib.parse import quote, urljoin, urlsplit

from generator.values.dataclass import dataclass
from generator.values.host import HostFault

PATIENCE = 20
"""Seconds after which a host that does not answer is out of reach."""
_MOVED = {301, 302, 303, 307, 308}
_MOST = 5
_AS_WRITTEN = "/%:@!$&'()*+,;=~"
"""What stands in a path as it is; all else is quoted, as browsers do."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered: its status, its headers in lower case, the bytes."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Web:
    """A site below an address, over one connection as long as it lasts; what fails is an `OSError`."""

    def __init__(self, url: str) -> None:
        self.url = url if url.endswith("/") else f"{url}/"
        self._connection: http.client.HTTPConnection | None = None
        self._to = ("", "")

    def get(self, path: str) -> Answer:
        """The file at a path of the site, wherever the host sends us for it."""
        try:
            return self._followed(urljoin(self.url, quote(path)))
        except (OSError, ValueError, http.client.HTTPException) as error:
            self.close()
            raise HostFault("host/unreachable", _name(error)) from error

    def _followed(self, url: str) -> Answer:
        for _ in range(_MOST):
            answer = self._asked(url)
            place = answer.headers.get("location", "")
            if answer.status not in _MOVED or not place:
                break
            url = urljoin(url, place)
        return answer

    def close(self) -> None:
        """Nothing more is asked."""
        if self._connection:
            self._connection.close()
            self._connection = None

    def _asked(self, url: str) -> Answer:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise ValueError(f"no address of the web: {parts.scheme}")
        path = quote(parts.path, _AS_WRITTEN) + (f"?{parts.query}" if parts.query else "")
        try:
            return self._exchanged(parts.scheme, parts.netloc, path)
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            self.close()  # the host does not keep connections
            return self._exchanged(parts.scheme, parts.netloc, path)

    def _exchanged(self, scheme: str, netloc: str, path: str) -> Answer:
        if self._connection is None or self._to != (scheme, netloc):
            self.close()
            self._to = (scheme, netloc)
            if scheme == "https":
                context = ssl.create_default_context()
                self._connection = http.client.HTTPSConnection(
                    netloc, timeout=PATIENCE, context=context
                )
            else:
                self._connection = http.client.HTTPConnection(netloc, timeout=PATIENCE)
        self._connection.request("GET", path or "/", headers={"Accept-Encoding": "identity"})
        found = self._connection.getresponse()
        headers = {name.lower(): value for name, value in found.getheaders()}
        return Answer(found.status, headers, found.read())


def plain(url: str) -> str:
    """An address without the name and password that somebody put into it: it is shown, and mailed."""
    scheme, mark, rest = url.partition("://")
    netloc, slash, path = rest.partition("/")
    return f"{scheme}{mark}{netloc.rpartition('@')[2]}{slash}{path}"


def _name(error: Exception) -> str:
    """What failed, in the system's words for it."""
    if isinstance(error, http.client.HTTPException):
        return type(error).__name__
    if isinstance(error, TimeoutError):
        return "timeout"
    if isinstance(error, ssl.SSLError):
        return getattr(error, "verify_message", "") or error.reason or "TLS"
    if isinstance(error, socket.gaierror):
        return error.strerror or "DNS"
    number = error.errno if isinstance(error, OSError) else None
    return errno.errorcode.get(number or 0) or str(error) or type(error).__name__
