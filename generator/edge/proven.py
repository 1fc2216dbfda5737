"""Plain values as bytes that prove themselves: the digest stands before what it is of."""

import marshal

try:
    from _blake2 import blake2b  # what `hashlib` gives, which takes its time to load all the others
except ImportError:
    from hashlib import blake2b

TYPE_CHECKING = False  # `typing` is not loaded where nothing has changed
if TYPE_CHECKING:
    from typing import Any

_LENGTH = 16
_LAYOUT = 2
"""How marshal writes a value: without sharing, so that equal values make equal bytes."""


def sealed(value: "Any") -> tuple[str, bytes]:  # noqa: ANN401 - a plain value of any shape
    """The value's digest, 32 digits, and its bytes with the digest before them."""
    body = marshal.dumps(value, _LAYOUT)
    proof = blake2b(body, digest_size=_LENGTH).digest()
    return proof.hex(), proof + body


def opened(written: bytes, digest: str = "") -> "Any":  # noqa: ANN401 - a plain value of any shape
    """The value, whose digest may have to be a certain one; None when these are not its bytes."""
    proof, body = written[:_LENGTH], memoryview(written)[_LENGTH:]
    if not body or proof != blake2b(body, digest_size=_LENGTH).digest():
        return None
    if digest and proof.hex() != digest:
        return None
    try:
        return marshal.loads(body)  # noqa: S302 - we wrote it, and its digest says so
    except (EOFError, TypeError, ValueError):  # or somebody else did, digest and all
        return None
