"""Entering a host over ssh: it shows its key, then we show ours, or a password."""

import asyncio
import errno
import logging
from collections.abc import Mapping
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import asyncssh

from generator.values.address import Address
from generator.values.host import HostFault, Keys

logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # says of a line that is cut what we say
CONNECT = 15.0
"""Seconds to wait for a connection."""
_CIPHERS = "aes128-gcm@openssh.com,aes256-gcm@openssh.com"
"""What is asked for first: a processor does most of it by itself."""
_ALGORITHMS = (
    "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,rsa-sha2-512,rsa-sha2-256,ssh-rsa"
)
"""Kinds of host keys that are asked for, after those that are known of a host."""
NUMBERS: Mapping[type[asyncssh.SFTPError], int] = {
    asyncssh.SFTPNoSuchFile: errno.ENOENT,
    asyncssh.SFTPNoSuchPath: errno.ENOENT,
    asyncssh.SFTPPermissionDenied: errno.EACCES,
    asyncssh.SFTPWriteProtect: errno.EROFS,
    asyncssh.SFTPNoSpaceOnFilesystem: errno.ENOSPC,
    asyncssh.SFTPQuotaExceeded: errno.ENOSPC,
}
"""What SFTP says, in the numbers of the system."""
_READ_ONLY = 1
"""The flag of a disk that nobody may write to."""
EXISTS = (asyncssh.SFTPFailure, asyncssh.SFTPFileAlreadyExists)
"""What a host says, among other things, where something stands already; it has to be looked at."""
GONE = (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath)
CLOSED = (asyncssh.SFTPPermissionDenied, *GONE)
"""What a host says of a folder that we may not look into, or that somebody has just removed."""
READ_BY_ALL, ENTERED_BY_ALL = 0o644, 0o755
"""Who may do what, whatever a host does by itself: the web server is often another user there."""


class Entry(asyncssh.SSHClient):
    """One way in; with a `fingerprint`, the host has to have that one and no other."""

    _patience: asyncio.Timeout

    def __init__(self, at: Address, keys: Keys, fingerprint: str) -> None:
        self._at, self._keys = at, keys
        self._fingerprint = fingerprint.strip().rstrip("=")
        self._known: list[str] = []
        self._seen = ""
        self._asked = False
        self._wishes: SimpleQueue[asyncio.Future[str] | None] = SimpleQueue()

    def enter(self, loop: asyncio.AbstractEventLoop) -> asyncssh.SSHClientConnection:
        """The connection, made in the loop; a password is asked for in the thread that calls."""
        if not self._keys.user:
            raise self._keys.refused()
        line = asyncio.run_coroutine_threadsafe(self._connect(), loop)
        line.add_done_callback(lambda _: self._wishes.put(None))
        while wish := self._wishes.get():
            loop.call_soon_threadsafe(wish.set_result, self._keys.password())
        try:
            return line.result()
        except asyncssh.PermissionDenied as error:
            raise self._refused() from error
        except asyncssh.HostKeyNotVerifiable as error:
            raise self._stranger() from error
        except (asyncssh.Error, OSError, ValueError) as error:
            raise HostFault("host/unreachable", named(error)) from error

    def validate_host_public_key(
        self, host: str, addr: str, port: int, key: asyncssh.SSHKey
    ) -> bool:
        """A key that this person has not met."""
        del host, addr, port
        self._seen = key.get_fingerprint()
        return self._seen == self._fingerprint

    async def _connect(self) -> asyncssh.SSHClientConnection:
        async with asyncio.timeout(CONNECT) as self._patience:
            return await asyncssh.connect(
                self._at.host,
                self._at.port or (),
                username=self._keys.user,
                password=self._password,
                client_factory=lambda: self,
                known_hosts=self._trusted,
                server_host_key_algs=f"+{_ALGORITHMS}",
                encryption_algs=f"^{_CIPHERS}",
                login_timeout=0,
            )

    async def _password(self) -> str | None:
        """Whoever types it may take his time."""
        self._asked = True
        loop = asyncio.get_running_loop()
        wish: asyncio.Future[str] = loop.create_future()
        self._patience.reschedule(None)
        self._wishes.put(wish)
        secret = await wish
        self._patience.reschedule(loop.time() + CONNECT)
        return secret or None

    def _trusted(self, host: str, addr: str, port: int | None) -> tuple[Any, Any, Any]:
        """The keys by which this person knows the host; none, where the settings name one."""
        path = Path("~/.ssh/known_hosts").expanduser()
        if self._fingerprint or not path.is_file():
            return (), (), ()
        keys, authorities, revoked, *_ = asyncssh.match_known_hosts(str(path), host, addr, port)
        self._known = [*dict.fromkeys(key.get_fingerprint() for key in keys)]
        return keys, authorities, revoked

    def _stranger(self) -> HostFault:
        known = self._fingerprint or "、".join(self._known)
        if known:
            return HostFault("host/key-changed", value=self._seen, known=known)
        return HostFault("host/key-new", value=self._seen)

    def _refused(self) -> HostFault:
        if self._asked:
            return self._keys.refused()
        return HostFault("host/login", target=self._keys.name, variable=self._keys.variable)


async def cause(sftp: asyncssh.SFTPClient, folder: bytes) -> int:
    """Why something failed for which SFTP has no word: the disk is asked."""
    try:
        disk = await sftp.statvfs(folder)
    except asyncssh.Error:
        return errno.EIO
    if disk.flags & _READ_ONLY:
        return errno.EROFS
    return errno.EIO if disk.bavail and (disk.favail or not disk.files) else errno.ENOSPC


def named(error: BaseException) -> str:
    """What failed, in the fewest words."""
    number = getattr(error, "errno", None)
    return errno.errorcode.get(number or 0, "") or str(error) or type(error).__name__


def lost(error: BaseException) -> HostFault:
    """That a line which was there is cut."""
    return HostFault("host/lost", named(error))


def text_of(name: str | bytes) -> str:
    """A name that a host tells, also where it is none in UTF-8."""
    return name if isinstance(name, str) else name.decode("utf-8", "surrogateescape")
