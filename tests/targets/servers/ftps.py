"""pyftpdlib on loopback behind a certificate of its own making, which OpenSSL is told to trust."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from tests.targets.servers import tls
from tests.targets.servers.ftp import running

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # as for the one without TLS
    from OpenSSL import SSL
    from pyftpdlib.handlers import TLS_DTPHandler, TLS_FTPHandler  # type: ignore[import-untyped]


def certificate(folder: Path) -> Path:
    """A file with a new certificate for this machine, which vouches for itself, and its key."""
    return Path(tls.certificate(folder, is_authority=True)[0])


def fingerprint(path: Path) -> str:
    """The SHA-256 of a certificate, in pairs of hex."""
    found = x509.load_pem_x509_certificate(path.read_bytes()).fingerprint(hashes.SHA256())
    return found.hex(":").upper()


class Proof(TLS_DTPHandler):  # type: ignore[misc]
    """Data of whoever has the session of the line, and of nobody else."""

    def handle_ssl_established(self) -> None:
        """As vsftpd demands it."""
        if not SSL._lib.SSL_session_reused(self.socket._ssl):  # type: ignore[attr-defined]  # noqa: SLF001
            self.cmd_channel.respond("522 SSL connection failed: session reuse required")
            self.close()


class Secret(TLS_FTPHandler):  # type: ignore[misc]
    """Nothing is said in the clear, neither on the line nor of the data."""

    tls_control_required = tls_data_required = True
    dtp_handler = Proof


def behind(path: Path) -> type[Secret]:
    """A handler with that certificate."""
    return type("Behind", (Secret,), {"certfile": str(path), "ssl_context": None})


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """As it comes; the place is the folder `place`."""
    with tempfile.TemporaryDirectory() as beside:
        path = certificate(Path(beside))
        with (
            mock.patch.dict(os.environ, {"SSL_CERT_FILE": str(path)}),
            running(behind(path), folder) as port,
        ):
            yield f"ftps://clerk@127.0.0.1:{port}/place"
