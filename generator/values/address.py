"""Where a host on a network stands: its address, as it is written in the settings."""

from urllib.parse import unquote, urlsplit

from generator.values.dataclass import dataclass
from generator.values.pattern import pattern

_FORM = pattern(r"[a-z0-9]+://[^\s/?#]+(?:/[^\s?#]*)?")

_LONGEST = 63
"""So many characters a part of a host's name may have."""


class NoAddressError(ValueError):
    """What is written is no address: no scheme, no host's name, a query, a port that is no number."""


@dataclass(frozen=True, slots=True)
class Address:
    """A host's name or number, who enters it, the port (0 for the usual one), and a path from its root.

    `has_secret` says that somebody wrote a password into it. The path is `/` at least, and is as it
    is on the host: nothing in it is quoted.
    """

    scheme: str
    user: str
    host: str
    port: int
    path: str
    has_secret: bool = False

    def __str__(self) -> str:
        """As it is shown, and tells one place from another; never with a password."""
        who = f"{self.user}@" if self.user else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        at = f":{self.port}" if self.port else ""
        return f"{self.scheme}://{who}{host}{at}{self.path}"


def address(written: str) -> Address:
    """The address that is written, e.g. `sftp://clerk@www.example.gov.cn:2222/var/www`.

    Raises `NoAddressError`.
    """
    plain = _plain(written)
    if not _FORM.fullmatch(plain):
        raise NoAddressError(written)
    try:
        parts = urlsplit(plain)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise NoAddressError(written) from error
    if not host or not all(0 < len(one) <= _LONGEST for one in host.removesuffix(".").split(".")):
        raise NoAddressError(written)  # the system's own names would throw what nobody expects
    return Address(
        scheme=parts.scheme,
        user=unquote(parts.username or ""),
        host=host,
        port=port or 0,
        path=unquote(parts.path) or "/",
        has_secret=parts.password is not None,
    )


def _plain(written: str) -> str:
    """Names in Chinese may stand in a path as they are; so may spaces."""
    return written.strip().replace(" ", "%20")
