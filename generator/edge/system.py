"""The calls of the kernel that Python has no name for; loaded only when a tree really changes."""

import ctypes
import errno
import functools
import os
import sys
from collections.abc import Callable

_EXCHANGE = 2  # RENAME_EXCHANGE of Linux; RENAME_SWAP of macOS has the same number
_HERE = -100  # AT_FDCWD: paths are absolute anyway
_NUMBERS = {"x86_64": 316, "aarch64": 276}
_SYNCFS_TELLS = (5, 8)  # older kernels lose the error of a write that failed on its way to the disk


def exchange(one: str, other: str) -> None:
    """Let two files or folders change names in one step; no reader ever sees either name missing."""
    sys.audit("gongkai.exchange", one, other)
    ctypes.set_errno(0)
    if _exchanger()(os.fsencode(one), os.fsencode(other)) != 0:
        number = ctypes.get_errno() or errno.ENOSYS
        raise OSError(number, os.strerror(number), one, None, other)


@functools.cache
def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


@functools.cache
def _exchanger() -> Callable[[bytes, bytes], int]:
    """The call under the name that it has here: to look for one takes a third of an exchange."""
    libc = _library()
    if hasattr(libc, "renamex_np"):
        return lambda one, other: int(libc.renamex_np(one, other, _EXCHANGE))
    if hasattr(libc, "renameat2"):
        return lambda one, other: int(libc.renameat2(_HERE, one, _HERE, other, _EXCHANGE))
    # An old C library on a kernel that can: by number, where it is known.
    number = _NUMBERS.get(os.uname().machine)
    if not number:
        return lambda _one, _other: -1
    return lambda one, other: int(libc.syscall(number, _HERE, one, _HERE, other, _EXCHANGE))


def sync_all(folder: str) -> bool:
    """Flush the folder's whole disk; False where only file by file can be trusted."""
    if sys.platform != "linux" or not _tells(os.uname().release):
        return False
    file = os.open(folder, os.O_RDONLY)
    try:
        sys.audit("gongkai.fsync", folder)
        ctypes.set_errno(0)
        if _library().syncfs(file) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), folder)
    finally:
        os.close(file)
    return True


def _tells(release: str) -> bool:
    major, minor, *_ = (*release.replace("-", ".").split("."), "0", "0")
    return major.isdigit() and minor.isdigit() and (int(major), int(minor)) >= _SYNCFS_TELLS
