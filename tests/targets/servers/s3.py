"""Moto on loopback: one server for as long as the tests run, and a bucket of its own for each."""

import functools
import http.client
import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from unittest import mock

from werkzeug.serving import make_server

SIGNED = (
    "AWS4-HMAC-SHA256 Credential=clerk/20260101/us-east-1/s3/aws4_request, "
    "SignedHeaders=host, Signature=0"
)
_NUMBERS = count(1)


@functools.cache
def port() -> int:
    """Where the server listens; it ends with the tests."""
    from moto.server import ThreadedMotoServer  # noqa: PLC0415 - who tests no store waits for none

    logging.getLogger("werkzeug").disabled = True
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    found: int = server.get_host_and_port()[1]
    return found


def asked(verb: str, path: str, **headers: str) -> int:
    """What the server answers to somebody whose signature it does not check."""
    line = http.client.HTTPConnection("127.0.0.1", port())
    try:
        line.request(verb, path, headers={"Authorization": SIGNED, **headers})
        return line.getresponse().status
    finally:
        line.close()


@contextmanager
def listening(served: Callable[..., Any], certificate: str) -> Iterator[int]:
    """A server at a port of its own that speaks TLS, with a certificate and its key in one file."""
    tls = (certificate, certificate)
    server = make_server("127.0.0.1", 0, served, threaded=True, ssl_context=tls)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def bucket() -> str:
    """A new one."""
    name = f"place-{next(_NUMBERS)}"
    assert 200 == asked("PUT", f"/{name}")
    return name


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A prefix of a new bucket; the store is found by the variable that other programs use."""
    del folder
    with mock.patch.dict(os.environ, {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{port()}"}):
        yield f"s3://clerk@{bucket()}/site"
