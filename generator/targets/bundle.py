"""A zip that is carried to a host without a network, and applied there by a bare Python.

The same files give the same bytes on every machine: no times, no compression, one order.
"""

import errno
import os
from collections.abc import Mapping
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from generator.edge import apply, disk
from generator.model.target import Target
from generator.values.host import Keys, Trace

WHOLE, PART = b"gongkai whole", b"gongkai part"
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

    def holds_part(self) -> bool:
        """As it was marked when it was made."""
        with self._finished() as archive:
            return archive.comment == PART

    def list(self) -> Mapping[str, Trace]:
        """What the finished zip holds; nothing where there is none."""
        if disk.kind(self._place) is None:
            return {}
        with self._finished() as archive:
            return {
                one.filename.removeprefix(apply.SITE): Trace(one.file_size, str(one.CRC))
                for one in archive.infolist()
                if one.filename.startswith(apply.SITE)
            }

    def read(self, path: str) -> bytes:
        """From the one under work, else from the finished one."""
        try:
            if self._open:
                return self._open.read(apply.SITE + path)
            with self._finished() as archive:
                return archive.read(apply.SITE + path)
        except KeyError as error:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path) from error
        except BadZipFile as error:
            raise disk.damaged(path) from error

    def put(self, path: str, body: bytes) -> None:
        """Behind what was put before."""
        if self._open is None:
            disk.remove(self._part)
            self._open = ZipFile(self._part, "x", ZIP_STORED)
            self._open.comment = self._kind
            self._write("__main__.py", disk.read(apply.__file__))
            self._write("README.txt", b"\xef\xbb\xbf" + _READ_ME.encode())
        self._write(apply.SITE + path, body)

    def settle(self) -> None:
        """What was put is the bundle from now on."""
        if self._open:
            self._open.close()
            self._open = None
            disk.sync(self._part)
            disk.replace(self._part, self._place)
            disk.sync(os.path.dirname(self._place))

    def close(self) -> None:
        """Of a bundle that did not come to its end nothing stays."""
        if self._open:
            self._open.close()
            self._open = None
            disk.remove(self._part)

    def _finished(self) -> ZipFile:
        try:
            return ZipFile(self._place)
        except BadZipFile as error:
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), self._place) from error

    def _write(self, name: str, body: bytes) -> None:
        assert self._open
        info = ZipInfo(name, _EARLIEST)
        info.create_system = 3
        info.external_attr = 0o644 << 16
        self._open.writestr(info, body)
