"""Moto on loopback: one server for as long as the tests run, and a bucket of its own for each."""

import functools
import http.client
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from unittest import mock

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


def asked(verb: str, path: str, body: bytes = b"") -> int:
    """What the server answers to somebody whose keys it does not look at."""
    line = http.client.HTTPConnection("127.0.0.1", port())
    try:
        line.request(verb, path, body)
        return line.getresponse().status
    finally:
        line.close()


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
