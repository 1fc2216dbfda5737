"""Who may see a preview that listens to the network: this machine, and whoever was shown a code here."""

import secrets
from ipaddress import IPv6Address, ip_address
from threading import Lock

from generator.edge.clock import ticks

MINUTES = 10
"""How long a token is good for."""
_MOST = 8
"""As many tokens at a time: who asks for another makes the oldest worthless."""


class Admission:
    """Knows the tokens that were given away, and the cookie that one is exchanged for: once.

    Both are of this run of the program; what another one gave opens nothing.
    """

    def __init__(self, port: int) -> None:
        self.name = f"gongkai-{port}"
        self.cookie = secrets.token_urlsafe(32)
        self._tokens: dict[str, float] = {}
        self._lock = Lock()

    def token(self) -> str:
        """A new one, for one device; any thread may ask."""
        with self._lock:
            while len(self._tokens) >= _MOST:
                del self._tokens[next(iter(self._tokens))]
            one = secrets.token_urlsafe(24)
            self._tokens[one] = ticks() + MINUTES * 60
            return one

    def takes(self, token: str) -> bool:
        """Whether this is a token that was given away and neither used nor grown old; it is used now."""
        with self._lock:
            found = [one for one in self._tokens if _is_same(one, token)]
            return bool(found) and self._tokens.pop(found[0]) > ticks()

    def admits(self, peer: str, cookie: str) -> bool:
        """Whether a request from there, with this cookie or none, gets an answer."""
        return is_here(peer) or _is_same(self.cookie, cookie)


def is_here(peer: str) -> bool:
    """Whether who asks from that address is on this machine."""
    try:
        address = ip_address(peer.partition("%")[0])
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback


def _is_same(one: str, other: str) -> bool:
    """Compared in a time that tells nothing of where they differ."""
    return secrets.compare_digest(one.encode(), other.encode(errors="replace"))
