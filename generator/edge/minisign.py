"""Signatures as minisign makes and checks them: Ed25519, the file hashed with BLAKE2b before.

The keys are minisign's own files, locked with a password or not. Nothing of a secret key is ever in
an exception's text.
"""

import base64
import hashlib
from collections.abc import Callable
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

_PLAIN, _HASHED = b"Ed", b"ED"
"""Of the file itself, as early versions signed; of its digest."""
_OPEN, _LOCKED, _SUM = b"\0\0", b"Sc", b"B2"
_ID, _PUBLIC, _SIGNATURE, _SECRET = 8, 42, 74, 158
_UNTRUSTED, _TRUSTED = "untrusted comment: ", "trusted comment: "
_BLOCK = 8
_LEAST = 32768


class UnreadableError(ValueError):
    """What should be a key, or opened with that password, is not."""


class LockedError(UnreadableError):
    """The password does not open the key."""


class Public(NamedTuple):
    """A public key, and the number by which minisign calls it."""

    name: str
    key: bytes


class Secret(NamedTuple):
    """A secret key with its number; `public` belongs to it."""

    number: bytes
    seed: bytes
    public: Public


def read_public(text: str) -> Public:
    """A public key as it stands in its file, or the line of it alone."""
    raw = _decoded(_line(text), _PUBLIC)
    if raw[:2] != _PLAIN:
        raise UnreadableError
    return Public(_name(raw[2:10]), raw[10:])


def read_secret(text: str, password: Callable[[], str]) -> Secret:
    """A secret key as it stands in its file; the password is asked for where it is locked."""
    raw = _decoded(_line(text), _SECRET)
    kind, lock, checked = raw[:2], raw[2:4], raw[4:6]
    if (kind, checked) != (_PLAIN, _SUM) or lock not in {_OPEN, _LOCKED}:
        raise UnreadableError
    held = raw[54:]
    if lock == _LOCKED:
        work, memory = (int.from_bytes(raw[at : at + 8], "little") for at in (38, 46))
        stream = _stretched(password(), raw[6:38], work, memory)
        held = bytes(one ^ two for one, two in zip(held, stream, strict=True))
    number, seed, key, told = held[:8], held[8:40], held[40:72], held[72:]
    digest = hashlib.blake2b(kind + held[:72], digest_size=32).digest()
    if told != digest and (lock == _LOCKED or told != bytes(32)):
        raise LockedError if lock == _LOCKED else UnreadableError
    if Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw() != key:
        raise UnreadableError
    return Secret(number, seed, Public(_name(number), key))


def sign(secret: Secret, body: bytes, comment: str) -> bytes:
    """The signature of a file; the comment is signed along with it."""
    key = Ed25519PrivateKey.from_private_bytes(secret.seed)
    signature = key.sign(hashlib.blake2b(body).digest())
    whole = key.sign(signature + comment.encode())
    lines = (
        f"{_UNTRUSTED}signature from minisign secret key {secret.public.name}",
        base64.b64encode(_HASHED + secret.number + signature).decode(),
        _TRUSTED + comment,
        base64.b64encode(whole).decode(),
    )
    return ("\n".join(lines) + "\n").encode()


def signer(signature: bytes) -> str:
    """The number of the key that a signature says it is of; empty where it is none."""
    try:
        return _name(_decoded(_line(signature.decode()), _SIGNATURE)[2:10])
    except (UnreadableError, UnicodeDecodeError):
        return ""


def is_signed(public: Public, body: bytes, signature: bytes) -> bool:
    """Whether a file, and the comment beside its signature, are as the key's owner signed them."""
    try:
        lines = signature.decode().splitlines()
        raw = _decoded(lines[1], _SIGNATURE)
        whole = _decoded(lines[3], _SIGNATURE - 10)
        if _name(raw[2:10]) != public.name or not lines[2].startswith(_TRUSTED):
            return False
        signed = hashlib.blake2b(body).digest() if raw[:2] == _HASHED else body
        key = Ed25519PublicKey.from_public_bytes(public.key)
        key.verify(raw[10:], signed)
        key.verify(whole, raw[10:] + lines[2].removeprefix(_TRUSTED).encode())
    except (UnreadableError, UnicodeDecodeError, IndexError, InvalidSignature):
        return False
    return raw[:2] in {_PLAIN, _HASHED}


def _line(text: str) -> str:
    """The line that is no comment."""
    lines = [one.strip() for one in text.splitlines() if one.strip()]
    lines = [one for one in lines if not one.startswith((_UNTRUSTED, _TRUSTED))]
    if not lines:
        raise UnreadableError
    return lines[0]


def _decoded(line: str, length: int) -> bytes:
    try:
        raw = base64.b64decode(line, validate=True)
    except ValueError as error:
        raise UnreadableError from error
    if len(raw) != length:
        raise UnreadableError
    return raw


def _name(number: bytes) -> str:
    """`A0106AFFE1F18DE9`, as minisign prints it."""
    return f"{int.from_bytes(number, 'little'):016X}"


def _stretched(password: str, salt: bytes, work: int, memory: int) -> bytes:
    """What a locked key is covered with; the costs are reckoned as libsodium does."""
    work = max(work, _LEAST)
    if work < memory // 32:
        most, lanes = work // (_BLOCK * 4), 1
    else:
        most, lanes = memory // (_BLOCK * 128), 0
    rounds = next((n for n in range(1, 63) if 1 << n > most // 2), 63)
    lanes = lanes or (work // 4 // (1 << rounds)) // _BLOCK
    try:
        made = Scrypt(salt, length=104, n=1 << rounds, r=_BLOCK, p=max(lanes, 1))
        return made.derive(password.encode())
    except (ValueError, MemoryError, OverflowError) as error:
        raise UnreadableError from error
