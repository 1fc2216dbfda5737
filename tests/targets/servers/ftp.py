"""pyftpdlib on loopback: as it comes, or with the ways of other servers."""

import logging
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

with warnings.catch_warnings():
    warnings.simplefilter(
        "ignore", DeprecationWarning
    )  # it is built on modules that Python gave up
    from pyftpdlib.authorizers import DummyAuthorizer  # type: ignore[import-untyped]
    from pyftpdlib.filesystems import AbstractedFS  # type: ignore[import-untyped]
    from pyftpdlib.handlers import DTPHandler, FTPHandler  # type: ignore[import-untyped]
    from pyftpdlib.ioloop import IOLoop  # type: ignore[import-untyped]
    from pyftpdlib.servers import FTPServer  # type: ignore[import-untyped]

__all__ = ["AbstractedFS", "DTPHandler", "FTPHandler", "FTPServer", "IOLoop"]
logging.getLogger("pyftpdlib").addHandler(logging.NullHandler())
logging.getLogger("pyftpdlib").propagate = False
MAY = "elradfmwMT"
"""What the account may do: look, read, write, rename, remove."""


Tidy = Callable[[IOLoop], None]


@contextmanager
def running(
    handler: type[FTPHandler],
    folder: Path,
    may: str = MAY,
    most: int = 0,
    tidy: Tidy | None = None,
) -> Iterator[int]:
    """A server with such a handler, at a port of its own.

    It lets in `most` lines, or any number; `tidy` is called again and again between commands.
    """
    authorizer = DummyAuthorizer()
    authorizer.add_user("clerk", "open sesame", str(folder), perm=may)
    told = {"authorizer": authorizer, "banner": "ready", "auth_failed_timeout": 0}
    kind = type("Handler", (handler,), told)
    loop = IOLoop()
    server = FTPServer(("127.0.0.1", 0), kind, ioloop=loop)
    server.max_cons_per_ip = most
    over = threading.Event()

    def serve() -> None:
        while not over.is_set():
            loop.loop(0.01, blocking=False)
            if tidy:
                tidy(loop)
        server.close_all()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield server.socket.getsockname()[1]
    finally:
        over.set()
        thread.join()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """As it comes; the place is the folder `place`."""
    with running(FTPHandler, folder) as port:
        yield f"ftp://clerk@127.0.0.1:{port}/place"
