"""Plain values as bytes that prove themselves: the digest stands before what it is of."""

import marshal

try:
    from _blake2 import blake2b  # what `hashlib` gives, which takes its time to load all the others
except ImportError:
    from hashlib import blake2b

TYPE_CHECKING = False  # `typing` is not loaded where nothing has changed
if TYPE_CHECKING:
    from typing import Any

MARK = 16
"""So many bytes, the first ones, tell what was written from anything else."""


def sealed(value: "Any") -> tuple[str, bytes]:  # noqa: ANN401 - any plain value
    """The value's digest, 32 digits, and its bytes with the digest before them.

    What is one object in it is written once, and is one when it is brought: so equal values may have
    other bytes, which take half the time and less room.
    """
    body = marshal.dumps(value)
    proof = blake2b(body, digest_size=MARK).digest()
    return proof.hex(), proof + body


def opened(written: bytes, digest: str = "") -> "Any":  # noqa: ANN401 - a plain value of any shape
    """The value, whose digest may have to be a certain one; None when these are not its bytes."""
    proof, body = written[:MARK], memoryview(written)[MARK:]
    if not body or proof != blake2b(body, digest_size=MARK).digest():
        return None
    if digest and proof.hex() != digest:
        return None
    try:
        return marshal.loads(body)  # noqa: S302 - we wrote it, and its digest says so
    except (EOFError, TypeError, ValueError):  # or somebody else did, digest and all
        return None
