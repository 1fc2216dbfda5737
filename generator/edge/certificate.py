"""Certificates of hosts: the system vouches for them, or their fingerprint was written down.

A fingerprint is the SHA-256 of the certificate, in hexadecimal digits; it is told in pairs, as OpenSSL
shows it, so that no message takes its digits for somebody's number and masks them.
"""

import re
import socket
import ssl
from contextlib import suppress

from generator.values.digest import sha256
from generator.values.host import HostFault

PATIENCE = 15
"""Seconds after which a host that does not answer is out of reach."""


def context(fingerprint: str) -> ssl.SSLContext:
    """How to speak with a host: with a fingerprint, whoever answers is looked at by `demand` first."""
    found = ssl.create_default_context()
    if fingerprint:
        found.check_hostname = False
        found.verify_mode = ssl.CERT_NONE
    return found


def demand(shown: bytes | None, fingerprint: str) -> None:
    """Stop before a certificate that is another one than was written down."""
    value = told(shown)
    if fingerprint and _plain(value) != _plain(fingerprint):
        raise HostFault("host/key-changed", "SHA-256", value=value, known=fingerprint)


def told(shown: bytes | None) -> str:
    """The fingerprint of a certificate that a host shows; "?" where it shows none."""
    pairs = re.findall("..", sha256(shown)) if shown else ["?"]
    return ":".join(pairs).upper()


def seen(host: str, port: int) -> bytes | None:
    """The certificate that a host shows, whoever vouches for it; None where it shows none."""
    with (
        suppress(OSError),
        socket.create_connection((host, port), PATIENCE) as line,
        context("any").wrap_socket(line, server_hostname=host) as secret,
    ):
        return secret.getpeercert(binary_form=True)
    return None


def unknown(host: str, port: int, error: str) -> HostFault:
    """That nobody vouches for a host's certificate, with its fingerprint."""
    return HostFault("host/certificate", error, value=told(seen(host, port)))


def _plain(fingerprint: str) -> str:
    """In hex and nothing else, however it was written down."""
    digits = "".join(one for one in fingerprint.lower() if one not in ": ")
    return digits.removeprefix("sha256")
