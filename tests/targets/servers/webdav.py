"""WsgiDAV behind Cheroot, on loopback."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cheroot import wsgi
from cheroot.ssl.builtin import BuiltinSSLAdapter
from wsgidav.wsgidav_app import WsgiDAVApp  # type: ignore[import-untyped]

App = Callable[..., Any]


def app(
    folder: Path, *, read_only: bool = False, digest: bool = True, anybody: bool = False
) -> App:
    """What answers for a folder, to the clerk only if not to `anybody`."""
    found: App = WsgiDAVApp(
        {
            "provider_mapping": {"/": {"root": str(folder), "readonly": read_only}},
            "http_authenticator": {
                "accept_basic": not digest,
                "accept_digest": digest,
                "default_to_digest": digest,
            },
            "simple_dc": {"user_mapping": {"*": anybody or {"clerk": {"password": "open sesame"}}}},
            "logging": {"enable": False},
            "verbose": 0,
            "property_manager": None,
            "lock_storage": False,
            "dir_browser": {"enable": False},
        }
    )
    return found


class _Quiet(wsgi.Server):
    def error_log(self, msg: str = "", level: int = 20, traceback: bool = False) -> None:  # noqa: FBT001, FBT002
        """Nobody reads it."""


@contextmanager
def listening(served: App, certificate: str = "") -> Iterator[int]:
    """A server at a port of its own; with a certificate (and its key, in one file) it speaks TLS."""
    server = _Quiet(("127.0.0.1", 0), served, numthreads=10, request_queue_size=100)
    server.shutdown_timeout = 1
    server.expiration_interval = 0.05
    if certificate:
        server.ssl_adapter = BuiltinSSLAdapter(certificate, certificate)
    server.prepare()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield server.bind_addr[1]
    finally:
        server.stop()
        thread.join()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The folder `place`, for the clerk."""
    with listening(app(folder)) as port:
        yield f"http://clerk@127.0.0.1:{port}/place"
