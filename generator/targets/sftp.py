"""An account at a host that speaks SFTP: one connection, with many verbs on their way at once.

What is remembered of the host is touched in one thread only, in which asyncssh has its event loop.
"""

import asyncio
import os
import threading
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from secrets import token_hex
from typing import Any, TypeVar

import asyncssh

from generator.edge import ssh
from generator.edge.ssh import Entry, lost
from generator.model.target import Target
from generator.values.address import Address, address
from generator.values.host import Keys, Trace

T = TypeVar("T")
ANSWER, GOODBYE = 60.0, 5.0
"""Seconds to wait for a host that says nothing any more, and for it to hang up."""
_AHEAD = 16
"""So many pieces of one file are on their way at once."""
_SYNCED = 200
"""From here on a host takes half the time to wait for its disk; it does by itself before long."""
_BACK = 3
"""Seconds by which what we put is older than our claim: whoever writes there later is known by it."""
_FILE, _FOLDER = 1, 2


def host(place: str, target: Target, keys: Keys) -> "Sftp":
    """The folder of an account; what stands below `/~/` counts from the account's own."""
    at = address(place)
    return Sftp(at, keys, Entry(at, keys, target.fingerprint))


class Sftp:
    """The files below a folder that stands there already."""

    width = 64

    def __init__(self, at: Address, keys: Keys, entry: Entry) -> None:
        self.name = f"sftp {keys.user}@{at.host}:{at.port or 22}{at.path}"
        self._root = (f".{at.path[2:]}" if at.path.startswith("/~/") else at.path).rstrip("/")
        self._inside: dict[str, set[str]] = {}
        self._folders: dict[str, asyncio.Future[None]] = {}
        self._going: dict[str, asyncio.Future[None]] = {}
        self._closing: set[asyncio.Task[None]] = set()
        self._failed: BaseException | None = None
        self._echoes: dict[str, bytes] = {}
        self._written: set[str] = set()
        self._now, self._busy, self._heard = 0, 0, 0.0
        self._line: asyncssh.SSHClientConnection | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        try:
            self._line = entry.enter(self._loop)
            self._sftp = self._do(self._begin(self._line))
        except BaseException:
            self.close()
            raise

    def holds_part(self) -> bool:
        """An account has the whole site."""
        return False

    def list(self) -> Mapping[str, Trace]:
        """A stamp is a time in seconds; what may have been written in the last of them has none."""
        return self._do(self._list())

    def read(self, path: str) -> bytes:
        """In two round trips, unless it is long; in none, once, right after it was put and came back."""
        return self._do(self._read(path), path)

    def put(self, path: str, body: bytes) -> None:
        """In two round trips, in which it comes back, unless it is long; torn, where it is cut off."""
        self._do(self._put(path, body), path)

    def claim(self, path: str, body: bytes) -> bool:
        """Written beside, then linked: whoever is second finds it, and finds it whole."""
        return self._do(self._claim(path, body), path)

    def rename(self, path: str, target: str) -> None:
        """In one round trip; whoever has the old file open reads on in it."""
        self._do(self._rename(path, target), path)

    def remove(self, path: str) -> None:
        """Folders that hold something of others stay."""
        self._do(self._remove(path), path)

    def settle(self) -> None:
        """Files were brought to the disk when they were written; the last of them are closed here."""
        self._do(self._settle())

    def close(self) -> None:
        """Hang up."""
        if self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    # What stands there

    async def _list(self) -> dict[str, Trace]:
        """Of all folders, as many at once as a host bears to have open; what is closed is none of ours."""
        found: dict[str, asyncssh.SFTPAttrs] = {}
        folders: dict[str, set[str]] = {}
        turn = asyncio.Semaphore(self.width)

        async def walk(folder: str) -> None:
            inside = folders.setdefault(folder, set())
            below: set[asyncio.Future[None]] = set()
            try:
                async with turn:
                    async for one in self._sftp.scandir(self._at(folder)):
                        name = ssh.text_of(one.filename)
                        path = f"{folder}/{name}".lstrip("/")
                        if one.attrs.type != _FOLDER:
                            found[path] = one.attrs
                        elif name not in {".", ".."}:
                            below.add(asyncio.ensure_future(walk(path)))
                        inside.add(name)
                inside.difference_update((".", ".."))
                self._heard = self._loop.time()
            except ssh.CLOSED:
                if not folder:
                    raise
                del folders[folder]
                found[folder] = asyncssh.SFTPAttrs()
            finally:
                await asyncio.gather(*below)

        await walk("")
        there: asyncio.Future[None] = self._loop.create_future()
        there.set_result(None)
        self._inside, self._folders = folders, dict.fromkeys(folders, there)
        return {path: self._trace(one) for path, one in found.items()}

    def _trace(self, one: asyncssh.SFTPAttrs) -> Trace:
        """A time tells of whatever is written later, unless that may be the same second.

        What time it is by the host's clock is read off our claim; who has none and put nothing
        only compares.
        """
        if one.type != _FILE or one.size is None:
            return Trace(-1, "")
        latest = self._now - _BACK if self._now or self._written else one.mtime
        is_sure = one.mtime is not None and latest is not None and one.mtime <= latest
        return Trace(one.size, str(one.mtime) if is_sure else "")

    async def _read(self, path: str) -> bytes:
        if path in self._echoes:
            return self._echoes.pop(path)
        file = await self._sftp.open(self._at(path), "rb", block_size=0)
        try:
            step = self._sftp.limits.max_read_len
            attrs, first = await asyncio.gather(file.stat(), self._piece(file, step, 0))
            body, more = b"", [first]
            while more and more[0]:
                for piece in more:
                    body += piece
                    if len(piece) < step:
                        break
                starts = range(len(body), attrs.size or 0, step)[:_AHEAD]
                more = await asyncio.gather(*(self._piece(file, step, at) for at in starts))
            return body
        finally:
            self._later(file.close())

    # What is changed there

    async def _put(self, path: str, body: bytes) -> None:
        await self._enter(path)
        file = await self._new(path)
        try:
            step = self._sftp.limits.max_write_len
            starts = [*range(0, len(body), step)]
            while len(starts) > _AHEAD:
                await asyncio.gather(*(self._write(file, body, at) for at in starts[:_AHEAD]))
                del starts[:_AHEAD]
            some = (self._write(file, body, at) for at in starts)
            echo = self._piece(file, len(body) + 1 if len(body) < step else 1, 0)
            *_, back = await asyncio.gather(*some, self._date(file, path), self._sync(file), echo)
            if back == body:
                self._echoes[path] = back
            self._written.add(path)
        finally:
            self._later(file.close())

    async def _new(self, path: str) -> asyncssh.SFTPClientFile:
        """A file that is made now; a link that stood there is not written through."""
        try:
            return await self._sftp.open(self._at(path), "x+b", block_size=0)
        except ssh.EXISTS:
            if not await self._sftp.lexists(self._at(path)):
                raise
            await self._sftp.remove(self._at(path))
            return await self._sftp.open(self._at(path), "x+b", block_size=0)

    async def _date(self, file: asyncssh.SFTPClientFile, path: str) -> None:
        """Let everybody read a file, and give it a time that nobody gives it by writing it again.

        The time once only, for so may we.
        """
        is_dated = self._now and path not in self._written
        time = self._now - _BACK if is_dated else None
        with suppress(asyncssh.SFTPError):
            await file.setstat(
                asyncssh.SFTPAttrs(permissions=ssh.READ_BY_ALL, atime=time, mtime=time)
            )

    async def _sync(self, file: asyncssh.SFTPClientFile) -> None:
        """Bring a file to the disk, where a host can be asked for that; the first ones only."""
        if len(self._written) < _SYNCED:
            with suppress(asyncssh.SFTPOpUnsupported):
                await file.fsync()

    async def _claim(self, path: str, body: bytes) -> bool:
        draft = f"{path}.{token_hex(8)}"
        await self._put(draft, body)
        try:
            self._now = int((await self._sftp.stat(self._at(draft))).mtime or 0)
            await self._link(draft, path, body)
        except asyncssh.SFTPError:
            if not await self._sftp.lexists(self._at(path)):
                raise
            return False
        finally:
            self._later(self._remove(draft))
        return True

    async def _link(self, draft: str, path: str, body: bytes) -> None:
        """Where a host or its disk has no links, the file is made in one step and filled in another."""
        await self._enter(path)
        try:
            await self._sftp.link(self._at(draft), self._at(path))
        except (asyncssh.SFTPOpUnsupported, asyncssh.SFTPFailure):
            async with self._sftp.open(self._at(path), "xb", block_size=0) as file:
                await file.write(body, 0)

    async def _rename(self, path: str, target: str) -> None:
        self._forget(path, target)
        await self._enter(target)
        if target in self._inside:
            await self._clear(target)
        old, new = self._at(path), self._at(target)
        try:
            await self._sftp.posix_rename(old, new)
        except asyncssh.SFTPOpUnsupported:
            await self._replace(old, new)
        await self._leave(path)

    async def _clear(self, folder: str) -> None:
        """Where somebody was cut off, an empty folder may stand in the way of a file."""
        for one in sorted(self._inside, reverse=True):
            if f"{one}/".startswith(f"{folder}/"):
                with suppress(asyncssh.SFTPError):
                    await self._sftp.rmdir(self._at(one))

    async def _replace(self, old: bytes, new: bytes) -> None:
        """Where a host cannot put one file over another in one step, it is done in two."""
        try:
            await self._sftp.rename(old, new)
        except ssh.EXISTS:
            await self._sftp.lstat(old)
            await self._sftp.remove(new)
            await self._sftp.rename(old, new)

    async def _remove(self, path: str) -> None:
        self._forget(path)
        with suppress(*ssh.GONE):
            await self._sftp.remove(self._at(path))
        await self._leave(path)

    def _forget(self, *paths: str) -> None:
        for path in paths:
            self._echoes.pop(path, None)

    async def _settle(self) -> None:
        while self._closing:
            await asyncio.wait(self._closing)
        if self._failed:
            raise self._failed

    # The folders around

    async def _enter(self, path: str) -> None:
        """See that the folder of a path is there, and that it is not removed meanwhile."""
        folder, _, name = path.rpartition("/")
        self._inside.setdefault(folder, set()).add(name)
        if folder:
            if folder not in self._folders:
                self._folders[folder] = asyncio.ensure_future(self._make(folder))
            await self._folders[folder]

    async def _make(self, folder: str) -> None:
        await self._enter(folder)
        while folder in self._going:
            await self._going[folder]
        try:
            await self._sftp.mkdir(self._at(folder))
        except ssh.EXISTS:
            if not await self._sftp.isdir(self._at(folder)):
                raise
        else:
            with suppress(asyncssh.SFTPError):
                await self._sftp.chmod(self._at(folder), ssh.ENTERED_BY_ALL)

    async def _leave(self, path: str) -> None:
        """Remove the folders in which we know of nothing any more; the host knows if there is."""
        folder, _, name = path.rpartition("/")
        names = self._inside.setdefault(folder, set())
        names.discard(name)
        if names or not folder or folder in self._going:
            return
        self._folders.pop(folder, None)
        going = self._going[folder] = self._loop.create_future()
        try:
            await self._sftp.rmdir(self._at(folder))
        except asyncssh.SFTPError:
            return
        finally:
            del self._going[folder]
            going.set_result(None)
        if folder not in self._folders:
            await self._leave(folder)

    # The line

    def _at(self, path: str) -> bytes:
        return f"{self._root}/{path}".encode("utf-8", "surrogateescape")

    async def _piece(self, file: asyncssh.SFTPClientFile, size: int, at: int) -> bytes:
        piece: bytes = await file.read(size, at)
        self._heard = self._loop.time()
        return piece

    async def _write(self, file: asyncssh.SFTPClientFile, body: bytes, at: int) -> None:
        await file.write(body[at : at + self._sftp.limits.max_write_len], at)
        self._heard = self._loop.time()

    def _do(self, verb: Coroutine[Any, Any, T], path: str = "") -> T:
        return asyncio.run_coroutine_threadsafe(self._told(verb, path), self._loop).result()

    async def _told(self, verb: Coroutine[Any, Any, T], path: str) -> T:
        """What comes of it; a failure as everybody knows it."""
        self._busy += 1
        self._heard = self._loop.time()
        try:
            return await verb
        except (asyncssh.SFTPNoConnection, asyncssh.SFTPConnectionLost) as error:
            raise lost(error) from error
        except asyncssh.SFTPError as error:
            number = ssh.NUMBERS.get(type(error)) or await ssh.cause(self._sftp, self._at(""))
            raise OSError(number, os.strerror(number), path) from error
        except (asyncssh.Error, OSError) as error:
            raise lost(error) from error
        finally:
            self._busy -= 1
            self._heard = self._loop.time()

    def _later(self, verb: Coroutine[Any, Any, None]) -> None:
        """Begin what need not be waited for; `settle` does."""
        task = asyncio.ensure_future(verb)
        self._closing.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._closing.discard(task)
        if not task.cancelled() and (error := task.exception()):
            self._failed = error

    async def _begin(self, line: asyncssh.SSHClientConnection) -> asyncssh.SFTPClient:
        sftp = await line.start_sftp_client()
        self._watch(line)
        if not await sftp.isdir(self._at("")):
            raise asyncssh.SFTPNoSuchFile(self._root)
        return sftp

    def _watch(self, line: asyncssh.SSHClientConnection) -> None:
        """Give up a line on which nothing is heard any more."""
        if self._busy and self._loop.time() - self._heard > ANSWER:
            line.abort()
        self._loop.call_later(ANSWER / 4, self._watch, line)

    async def _end(self) -> None:
        if self._line:
            self._line.close()
            with suppress(TimeoutError, asyncssh.Error, OSError):
                await asyncio.wait_for(self._line.wait_closed(), GOODBYE)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*(one for one in others if one.cancel()), return_exceptions=True)
        await asyncio.sleep(0)
