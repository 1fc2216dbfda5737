"""A zip that is carried to a host without a network, and applied there by a bare Python.

The same files give the same bytes on every machine: no times, no compression, one order.
"""

import errno
import io
import os
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from generator.edge import apply, disk
from generator.model.target import Target
from generator.values.host import Keys, NoPackageError, Trace, Unlike

PROGRAM, README = "__main__.py", "README.txt"
WHOLE, PART = b"gongkai whole", b"gongkai part"
_UNREADABLE = (BadZipFile, EOFError, RuntimeError, ValueError)
"""What the library says of an archive that is damaged, encrypted or made to confuse."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_READ_ME = (
    "把这个压缩包拷到网站所在的电脑上，不用解开，运行\r\n"
    "    python3 site.zip 网站的文件夹\r\n"
    "（site.zip 换成这个文件的名字；Windows 上写 py）。只要有 Python 3.8 以上，不用装别的。\r\n"
    "It is applied as it is: python3 site.zip FOLDER\r\n"
)


def host(place: str, target: Target, keys: Keys) -> "Bundle":
    """The bundle at an absolute path."""
    del keys
    return Bundle(place, PART if target.since else WHOLE)


class Bundle:
    """A zip that is there when all of it is; one that stood there is replaced."""

    width = 1

    def __init__(self, place: str, kind: bytes = WHOLE) -> None:
        self.name, self._place, self._kind = f"bundle {place}", place, kind
        self._part = f"{place}.part"
        self._open: ZipFile | None = None
        self._shown: ZipFile | None = None

    def holds_part(self) -> bool:
        """As it was marked when it was made."""
        return self._finished().comment == PART

    def is_taken(self) -> bool:
        """Whether what stands there is no bundle: it has not the mark of one."""
        try:
            there = disk.kind(self._place)
            return bool(there) and (
                there != "file" or self._finished().comment not in {WHOLE, PART}
            )
        except NoPackageError:
            return True

    def unlike(self) -> Unlike:
        """What is not as this version writes a bundle, of the files that go along and of the zip itself."""
        archive, along = self._finished(), _along()
        count = Counter(archive.namelist())
        changed = {name for name in along.keys() & count if not _holds(archive, name, along[name])}
        changed |= {name for name in count if count[name] > 1}
        missing = along.keys() - count
        added = {name for name in count.keys() - along if not name.startswith(apply.SITE)}
        if not (changed or missing or added) and not self._is_as_made(archive):
            changed = {os.path.basename(self._place)}
        return Unlike(
            tuple(sorted(changed)), tuple(sorted(missing)), tuple(sorted(added)), PROGRAM in changed
        )

    def list(self) -> Mapping[str, Trace]:
        """What the finished zip holds; nothing where there is none."""
        if disk.kind(self._place) is None:
            return {}
        return {
            one.filename.removeprefix(apply.SITE): Trace(one.file_size, str(one.CRC))
            for one in self._finished().infolist()
            if one.filename.startswith(apply.SITE)
        }

    def read(self, path: str) -> bytes:
        """From the one under work, else from the finished one."""
        try:
            return _body(self._open or self._finished(), apply.SITE + path)
        except KeyError as error:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path) from error
        except _UNREADABLE as error:
            raise disk.damaged(path) from error

    def put(self, path: str, body: bytes) -> None:
        """Behind what was put before."""
        if self._open is None:
            disk.remove(self._part)
            self._open = ZipFile(self._part, "x", ZIP_STORED)
            self._open.comment = self._kind
            for name, along in _along().items():
                _write(self._open, name, along)
        _write(self._open, apply.SITE + path, body)

    def settle(self) -> None:
        """What was put is the bundle from now on."""
        if self._open:
            self._open.close()
            self._open = None
            self._let_go()
            disk.sync(self._part)
            disk.replace(self._part, self._place)
            disk.sync(f"{os.path.dirname(self._place)}/.")  # which may be a link

    def close(self) -> None:
        """Of a bundle that did not come to its end nothing stays."""
        self._let_go()
        if self._open:
            with suppress(OSError):  # a full disk has no room for its end either
                self._open.close()
            self._open = None
            disk.remove(self._part)

    def _finished(self) -> ZipFile:
        """The bundle that stands there, open; its list of files is read once."""
        if self._shown is None:
            try:
                self._shown = ZipFile(self._place)
            except _UNREADABLE as error:
                text = os.strerror(errno.EINVAL)
                raise NoPackageError(errno.EINVAL, text, self._place) from error
        return self._shown

    def _let_go(self) -> None:
        if self._shown:
            self._shown.close()
            self._shown = None

    def _is_as_made(self, archive: ZipFile) -> bool:
        """Whether the zip has the bytes that it has when these files are put into it, and no others."""
        members = archive.infolist()
        if [one.filename for one in members[:2]] != list(_along()):
            return False
        again = _Passing()
        with open(self._place, "rb") as file, ZipFile(again, "w", ZIP_STORED) as copy:
            copy.comment = PART if archive.comment == PART else WHOLE
            for one in members:
                try:
                    _write(copy, one.filename, _body(archive, one))
                except _UNREADABLE:
                    return False
                if not again.is_next_of(file):
                    return False
            copy.close()
            return again.is_next_of(file) and not file.read(1)


class _Passing(io.BytesIO):
    """What is written, as far as it was not compared yet: a zip goes back over its last file only."""

    _before = 0

    def tell(self) -> int:
        """Counted from the beginning of all that was written."""
        return self._before + super().tell()

    def seek(self, at: int, whence: int = os.SEEK_SET, /) -> int:
        """Counted in the same way; nobody seeks otherwise than from the beginning."""
        return self._before + super().seek(at - self._before, whence)

    def is_next_of(self, file: io.BufferedReader) -> bool:
        """Whether a file goes on like that; it is let go of."""
        body = self.getvalue()
        self._before += len(body)
        super().seek(0)
        self.truncate()
        return file.read(len(body)) == body


def _along() -> dict[str, bytes]:
    """What goes along in every bundle, before the site."""
    return {PROGRAM: disk.read(apply.__file__), README: b"\xef\xbb\xbf" + _READ_ME.encode()}


def _holds(archive: ZipFile, name: str, body: bytes) -> bool:
    try:
        return archive.getinfo(name).file_size == len(body) and _body(archive, name) == body
    except _UNREADABLE:
        return False


def _body(archive: ZipFile, name: str | ZipInfo) -> bytes:
    """A file's bytes; a bundle compresses none."""
    info = archive.getinfo(name) if isinstance(name, str) else name
    if info.compress_type != ZIP_STORED:
        raise BadZipFile(info.filename)
    return archive.read(info)


def _write(archive: ZipFile, name: str, body: bytes) -> None:
    info = ZipInfo(name, _EARLIEST)
    info.create_system = 3
    info.external_attr = 0o644 << 16
    archive.writestr(info, body)
