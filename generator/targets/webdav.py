"""A folder of a host that speaks WebDAV: a site's own space at a provider, a shared disk with an address."""

import errno
import os
import posixpath
import secrets
from collections.abc import Mapping
from contextlib import suppress
from email.utils import mktime_tz, parsedate_tz
from http import HTTPStatus
from threading import Lock
from urllib.parse import quote, unquote, urlsplit

from generator.edge.hands import each
from generator.edge.known import STAGE
from generator.edge.multistatus import StrangeError, Thing, things
from generator.edge.served import content_type
from generator.edge.talk import Talk
from generator.edge.tree import folders_of
from generator.edge.web import Answer
from generator.model.target import Target
from generator.values.address import address
from generator.values.host import HostFault, Keys, Trace

_ASK = b"""<?xml version="1.0" encoding="utf-8"?>
<propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/><getetag/><getlastmodified/></prop></propfind>
"""
_DEEPEST = 64
"""So many folders in one another are taken for a circle of links."""
_SURE = 2
"""Seconds after which a time that tells seconds can tell that a file was not written again."""
_AS_IT_IS = "surrogateescape"
"""A name in another charset goes back to the host byte for byte."""
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_NO_FOLDER = {HTTPStatus.CONFLICT, HTTPStatus.NOT_FOUND}
_NO_DAV = {HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED, HTTPStatus.BAD_REQUEST}
_NUMBERS = {
    **dict.fromkeys(_GONE, errno.ENOENT),
    HTTPStatus.FORBIDDEN: errno.EACCES,
    HTTPStatus.INSUFFICIENT_STORAGE: errno.ENOSPC,
}

Inside = tuple[dict[str, Trace], list[str]]
"""The files of a folder, with their traces, and the folders in it."""


def host(place: str, target: Target, keys: Keys) -> "Dav":
    """The folder at an address."""
    return Dav(place, target.fingerprint, keys)


class Dav:
    """The files below a folder that stands there already."""

    width = 8

    def __init__(self, place: str, fingerprint: str, keys: Keys) -> None:
        there = address(place)
        self.name, self._talk = f"webdav {there}", Talk(there, keys, fingerprint)
        self._root = there.path.rstrip("/")
        self._folders: set[str] = set()
        self._making = Lock()
        try:
            answer = self._look("", "0")
            if answer.status in _NO_DAV or answer.status == HTTPStatus.OK:
                raise HostFault("host/no-webdav", value=str(answer.status))
            _demand(answer, HTTPStatus.MULTI_STATUS)
        except OSError:
            self.close()
            raise

    def holds_part(self) -> bool:
        """A folder has the whole site."""
        return False

    def list(self) -> Mapping[str, Trace]:
        """Folder by folder, since few hosts tell of all at once."""
        found: dict[str, Trace] = {}
        level = [""]
        for _ in range(_DEEPEST):
            below: list[str] = []
            for files, folders in each(self.width, self._seen, level):
                found |= files
                below += folders
            self._folders.update(below)
            if not below:
                return found
            level = below
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), level[0])

    def read(self, path: str) -> bytes:
        """As it is stored there."""
        answer = self._talk.ask("GET", self._quoted(path), more={"Cache-Control": "no-cache"})
        return _demand(answer, HTTPStatus.OK).body

    def put(self, path: str, body: bytes) -> None:
        """Torn, where it is cut off."""
        self._enter(path)
        answer = self._put(path, body)
        if answer.status in _NO_FOLDER:
            self._folders.clear()  # somebody has removed one
            self._enter(path)
            answer = self._put(path, body)
        _demand(answer, HTTPStatus.CREATED, HTTPStatus.NO_CONTENT, HTTPStatus.OK)

    def claim(self, path: str, body: bytes) -> bool:
        """Laid beside, then moved where nothing may stand: every host has to heed that, not so on PUT."""
        beside = f"{path}.{secrets.token_hex(8)}"
        self.put(beside, body)
        answer = self._move(beside, path, over="F")
        if answer.status == HTTPStatus.PRECONDITION_FAILED:
            self.remove(beside)
            return False
        _demand(answer, HTTPStatus.CREATED, HTTPStatus.NO_CONTENT)
        return self.read(path) == body

    def rename(self, path: str, target: str) -> None:
        """In one step as far as the host makes it one: some remove what stands there first."""
        self._enter(target)
        _demand(self._move(path, target, over="T"), HTTPStatus.CREATED, HTTPStatus.NO_CONTENT)
        self._leave(path)

    def remove(self, path: str) -> None:
        """Folders that hold something of others stay, and so does the one in which files wait."""
        answer = self._talk.ask("DELETE", self._quoted(path))
        if answer.status not in _GONE:
            _demand(answer, HTTPStatus.NO_CONTENT, HTTPStatus.OK, HTTPStatus.ACCEPTED)
        self._leave(path)

    def settle(self) -> None:
        """A host keeps what it has said yes to; there is no way to ask for more."""

    def close(self) -> None:
        """Hang up."""
        self._talk.close()

    # Requests

    def _quoted(self, path: str) -> str:
        return quote(f"{self._root}/{path}", errors=_AS_IT_IS)

    def _look(self, folder: str, depth: str) -> Answer:
        more = {"Depth": depth, "Content-Type": 'application/xml; charset="utf-8"'}
        return self._talk.ask("PROPFIND", self._quoted(f"{folder}/" if folder else ""), _ASK, more)

    def _put(self, path: str, body: bytes) -> Answer:
        return self._talk.ask("PUT", self._quoted(path), body, {"Content-Type": content_type(path)})

    def _move(self, path: str, target: str, over: str) -> Answer:
        more = {"Destination": f"{self._talk.origin}{self._quoted(target)}", "Overwrite": over}
        return self._talk.ask("MOVE", self._quoted(path), more=more)

    # Folders

    def _seen(self, folder: str) -> Inside:
        """What stands in a folder; one that is closed to us, or just gone, is none of ours."""
        try:
            return self._inside(folder)
        except (PermissionError, FileNotFoundError):
            if not folder:
                raise
            return {folder: Trace(-1, "")}, []

    def _inside(self, folder: str) -> Inside:
        """What stands in a folder."""
        answer = _demand(self._look(folder, "1"), HTTPStatus.MULTI_STATUS)
        try:
            told = things(answer.body)
        except StrangeError as error:
            raise HostFault("host/io", "PROPFIND: XML") from error
        now = _seconds(answer.headers.get("date", ""))
        files: dict[str, Trace] = {}
        folders: list[str] = []
        for one in told:
            path = self._path(one.href, folder)
            if path and one.is_folder:
                folders.append(path)
            elif path:
                files[path] = Trace(one.size, _stamp(one, now))
        return files, folders

    def _path(self, href: str, folder: str) -> str:
        """Where a thing stands below our root; empty for the folder that was asked for."""
        parts = [
            unquote(part, errors=_AS_IT_IS) for part in urlsplit(href).path.strip("/").split("/")
        ]
        ours = [part for part in f"{self._root}/{folder}".split("/") if part]
        if [part for part in parts if part] == ours:
            return ""
        name = parts[-1]
        if parts[:-1] != ours or name in {"", ".", ".."} or "/" in name:
            raise HostFault("host/odd-name", value=href)
        return posixpath.join(folder, name)

    def _enter(self, path: str) -> None:
        """Make the folders around a path that is about to have a file; one thread at a time.

        A host that is asked twice at once for one folder may fail over it.
        """
        if folders_of((path,)) <= self._folders:
            return
        with self._making:
            for folder in sorted(folders_of((path,)) - self._folders):
                answer = self._talk.ask("MKCOL", self._quoted(f"{folder}/"))
                if answer.status != HTTPStatus.METHOD_NOT_ALLOWED:  # that is: it stands there
                    _demand(answer, HTTPStatus.CREATED)
                self._folders.add(folder)

    def _leave(self, path: str) -> None:
        """Remove the folders around a path that hold nothing any more."""
        for folder in sorted(folders_of((path,)), reverse=True):
            if f"{folder}/" == STAGE or not self._is_cleared(folder):
                return

    def _is_cleared(self, folder: str) -> bool:
        """Whether an empty folder is gone. A host would remove all that is in it: it is moved away first."""
        with suppress(FileNotFoundError):
            if any(self._inside(folder)):
                return False
        away = f"{STAGE}{secrets.token_hex(8)}"
        self._enter(away)
        moved = self._move(f"{folder}/", f"{away}/", over="F")
        if moved.status not in _GONE:
            if moved.status != HTTPStatus.CREATED:
                return False  # an empty folder does no harm
            if any(self._inside(away)):  # somebody has put a file there meanwhile
                _demand(self._move(f"{away}/", f"{folder}/", over="F"), HTTPStatus.CREATED)
                return False
            _demand(self._talk.ask("DELETE", self._quoted(f"{away}/")), HTTPStatus.NO_CONTENT)
        self._folders.discard(folder)
        return True


def _demand(answer: Answer, *good: HTTPStatus) -> Answer:
    """The answer, if it is one of those; else what it means, as an `OSError`."""
    if answer.status in good:
        return answer
    place = answer.headers.get("location", "")
    if HTTPStatus.MULTIPLE_CHOICES <= answer.status < HTTPStatus.BAD_REQUEST and place:
        raise HostFault("host/moved", value=place.partition("?")[0])
    if answer.status in _NUMBERS:
        number = _NUMBERS[HTTPStatus(answer.status)]
        raise OSError(number, os.strerror(number))
    raise HostFault("host/io", f"HTTP {answer.status}")


def _stamp(thing: Thing, now: float) -> str:
    """Empty where the file is so young that it could be written again in the same second."""
    written = _seconds(thing.modified)
    return f"{thing.etag} {thing.modified}" if written and now - written >= _SURE else ""


def _seconds(date: str) -> float:
    """A time of a header, in seconds; 0 where there is none."""
    told = parsedate_tz(date)
    return mktime_tz(told) if told else 0
