"""What an FTP server's refusals are to us: by their number and, where that says little, by their words."""

import errno
import ftplib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from generator.values.host import HostFault, Keys

LOST = {"421", "425", "426"}
"""Replies after which a line is of no use."""
MOST = 120
"""So many characters of a reply are told."""
_REFUSED = re.compile(r"[45]\d\d")
"""All else that is taken for an error is a reply that broke off."""
_FULL = re.compile(
    r"no space|disk.{0,9}full|not enough (?:disk )?space|quota|insufficient storage|空间不足|磁盘.?满|配额",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"denied|permission|privilege|not allowed|not permitted|forbidden|read.?only|拒绝|权限|不允许|只读",
    re.IGNORECASE,
)
_READONLY = re.compile(r"read.?only file.?system|只读文件系统", re.IGNORECASE)
_CROWDED = re.compile(
    r"too many|maximum|already (?:connected|logged)|太多|过多|上限", re.IGNORECASE
)
_SECRETIVE = re.compile(r"encrypt|\b(?:TLS|SSL|FTPS)\b|secure|加密", re.IGNORECASE)
_GONE = re.compile(
    r"no such|not found|cannot find|can't find|doesn.t exist|does not exist|not a directory"
    r"|找不到|不存在|没有该|没有那个",
    re.IGNORECASE,
)


@contextmanager
def faults(path: str = "", *, is_there: bool = True, is_in: bool = True) -> Iterator[None]:
    """The library's errors as those of the system.

    They are about `path`; `is_there` says how to take a refusal without a reason, and `is_in` whether
    we got as far as to lose a connection.
    """
    broken = "host/lost" if is_in else "host/unreachable"
    try:
        yield
    except HostFault:
        raise
    except ftplib.Error as error:
        raise _fault(str(error), broken, path, is_there=is_there) from error
    except (EOFError, OSError) as error:
        raise HostFault(broken, clean(str(error)) or type(error).__name__) from error


def shut_out(keys: Keys, reply: str) -> HostFault:
    """Why nobody is let in."""
    said = clean(reply)
    if _CROWDED.search(said):
        return HostFault("host/crowded", said)
    if _SECRETIVE.search(said):
        return HostFault("host/tls-only", said)
    return keys.refused(said)


def _fault(reply: str, broken: str, path: str, *, is_there: bool) -> OSError:
    """What a server's refusal is to us, by its number and, where that says little, by its words."""
    code, said = reply[:3], clean(reply)
    kinds = (
        ("host/full", code in {"452", "552"} or _FULL.search(said)),
        ("host/crowded", code == "421" and _CROWDED.search(said)),
        (broken, code in LOST or not _REFUSED.match(reply)),
        ("host/readonly", _READONLY.search(said)),
        ("host/denied", _DENIED.search(said)),
        ("", _GONE.search(said)),
        ("host/denied" if is_there else "", code in {"450", "550", "553"}),
    )
    kind = next((kind for kind, is_so in kinds if is_so), "host/io")
    if kind:
        return HostFault(kind, said)
    return FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)


def clean(reply: str) -> str:
    """A reply as one line of text, of whichever encoding."""
    for tongue in ("utf-8", "gb18030"):
        with suppress(UnicodeError):
            return " ".join(reply.encode("latin-1").decode(tongue).split())[:MOST]
    return " ".join(reply.split())[:MOST]
