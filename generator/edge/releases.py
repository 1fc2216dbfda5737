"""The releases that are kept beside the site, so that each can be brought to a host again.

A file is kept once, under the digest of its bytes, whichever releases have it. It is a copy: a link
would change how the file in `output/` looks to the next build, and whoever wrote into that file would
write into every release that has it.
"""

import json
import os
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress

from generator.edge import disk
from generator.values.dataclass import dataclass
from generator.values.digest import sha256
from generator.values.host import Filed

LASTING = 5
"""So many releases are kept, the newest, and those that a target stands at."""
_DIGITS = 64
"""Of a digest; what is not whole yet has a longer name."""


@dataclass(frozen=True, slots=True)
class Release:
    """A site as it was published: its number, when it was first, its fingerprint, its files by path."""

    number: int
    at: str
    fingerprint: str
    files: Mapping[str, Filed]


class Releases:
    """The releases in a folder: a list for each, and the files of all."""

    def __init__(self, folder: str) -> None:
        self._lists, self._files = f"{folder}/releases", f"{folder}/files"
        self._every: tuple[Release, ...] | None = None

    def all(self) -> tuple[Release, ...]:
        """Every release that is kept, by number; a list that makes no sense is none."""
        if self._every is not None:
            return self._every
        paths = (path for path, kind in disk.read_tree(self._lists) if kind == "file")
        found = (_opened(f"{self._lists}/{path}") for path in paths if path.endswith(".json"))
        self._every = tuple(sorted((one for one in found if one), key=lambda one: one.number))
        return self._every

    def keep(self, release: Release, read: Callable[[str], bytes]) -> None:
        """Keep a release whose files are read by their paths; it is there when all of them are."""
        for folder in (self._lists, self._files):
            disk.make_folder(folder)
        for one in release.files.values():
            target = self._at(one.sha256)
            if disk.kind(target) == "file" and disk.size(target) == one.size:
                continue
            body = read(one.path)
            if sha256(body) != one.sha256:
                raise disk.damaged(one.path)
            disk.make_folder(os.path.dirname(target))
            part = f"{target}.part"
            disk.remove(part)
            disk.write(part, body)
            disk.replace(part, target)
        if release not in self.all():
            disk.put(f"{self._lists}/{release.number:04}.json", _packed(release))
            self._every = None

    def read(self, digest: str) -> bytes:
        """A kept file by the digest of its bytes.

        One that is no longer what it was cannot be read, and is let go of with all that are like it:
        whoever keeps such a file again would take it for a good one.
        """
        path = self._at(digest)
        body = disk.read(path)
        if sha256(body) != digest:
            self._weed()
            raise disk.damaged(path)
        return body

    def prune(self, standing: Collection[int]) -> None:
        """Let go of old releases, but for those numbers, and of the files that no other has.

        Nobody may keep or read a release meanwhile; what others kept since we looked is seen.
        """
        self._every = None
        every = self.all()
        kept = {*standing, *(one.number for one in every[-LASTING:])}
        for one in every:
            if one.number not in kept:
                disk.remove(f"{self._lists}/{one.number:04}.json")
        self._every = None
        known = {
            self._at(file.sha256)
            for one in every
            if one.number in kept
            for file in one.files.values()
        }
        for path, kind in reversed(disk.read_tree(self._files)):
            if kind == "folder" or f"{self._files}/{path}" not in known:
                disk.remove(f"{self._files}/{path}")

    def _weed(self) -> None:
        """Let go of every file that is not what its name says; a power cut damages more than one."""
        for path, kind in disk.read_tree(self._files):
            digest = path.rpartition("/")[2]
            if kind == "file" and len(digest) == _DIGITS:
                with suppress(OSError):
                    if sha256(disk.read(self._at(digest))) != digest:
                        disk.remove(self._at(digest))

    def _at(self, digest: str) -> str:
        return f"{self._files}/{digest[:2]}/{digest}"


def _packed(release: Release) -> bytes:
    said = {
        "number": release.number,
        "at": release.at,
        "fingerprint": release.fingerprint,
        "files": [*release.files.values()],
    }
    return json.dumps(said, ensure_ascii=False).encode()


def _opened(path: str) -> Release | None:
    try:
        said = json.loads(disk.read(path))
        files = {row[0]: Filed(str(row[0]), str(row[1]), int(row[2])) for row in said["files"]}
        return Release(int(said["number"]), str(said["at"]), str(said["fingerprint"]), files)
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None
