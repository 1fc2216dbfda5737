"""Digests of bytes: the one way this house says "the same"."""

import hashlib
import unicodedata


def sha256(body: bytes) -> str:
    """SHA-256 of the bytes, 64 hexadecimal digits."""
    return hashlib.sha256(body).hexdigest()


def of_value(value: object) -> str:
    """A digest of a value by what it holds, whichever parts of it are one object; 32 digits."""
    import pickle  # noqa: PLC0415 - a build without changes digests no value
    from types import SimpleNamespace  # noqa: PLC0415

    digest = hashlib.blake2b(digest_size=16)
    pickler = pickle.Pickler(SimpleNamespace(write=digest.update), 5)
    pickler.fast = True
    pickler.dump(value)
    return digest.hexdigest()


def short_name(path: str) -> str:
    """Eight base-32 characters that stand for a name which is not ASCII, from its NFC form."""
    import base64  # noqa: PLC0415 - few names need it

    raw = hashlib.sha256(unicodedata.normalize("NFC", path).encode()).digest()
    return base64.b32encode(raw).decode().lower()[:8]
