"""A clerk's desk: the project folder that edits are made in, and the files in it that people write."""

import os
import shutil
from pathlib import Path

from tests.laws.seed import CATEGORIES, SEED, TODAY, Files

COARSE = 2
"""Seconds between two times that the coarsest of file systems can tell apart."""


class Desk:
    """A project folder, what people wrote into it, and the day. Edits change `files`, or the disk.

    On a coarse disk whatever is written within the same two seconds has the same time.
    """

    def __init__(self, folder: Path, *, coarse: bool) -> None:
        self.folder = folder
        self.today = TODAY
        self.files: Files = dict(SEED)
        self._coarse = coarse
        self._standing: Files = {}
        self.write()

    @property
    def output(self) -> Path:
        """Where the site is built; not there before the first build."""
        return self.folder / "output"

    @property
    def memory(self) -> Path:
        """What the program may remember; anything may happen to it."""
        return self.folder / ".cache"

    def write(self) -> None:
        """Bring the folder to what `files` say, touching nothing else."""
        for path in self._standing.keys() - self.files.keys():
            (self.folder / path).unlink()
        for path, body in self.files.items():
            if self._standing.get(path) != body:
                self._put(self.folder / path, body)
        self._standing = dict(self.files)

    def _put(self, target: Path, body: bytes) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
        if self._coarse:
            second = int(target.stat().st_mtime) // COARSE * COARSE
            os.utime(target, (second, second))

    def entries(self, ending: str = "") -> list[str]:
        """The entries, by path."""
        return sorted(
            path
            for path in self.files
            if path.split("/")[1] in CATEGORIES
            and path.endswith((".md", ".yaml"))
            and path.endswith(ending)
            and not path.endswith("/category.yaml")
        )

    def entry(self, pick: int, ending: str = "") -> str:
        """One of the entries, whatever the number."""
        found = self.entries(ending)
        return found[pick % len(found)]

    def text(self, path: str) -> str:
        """What is written there, as far as it can be read."""
        return self.files[path].decode(errors="replace")

    def put(self, path: str, text: str | None) -> None:
        """Write a file anew, or throw it away."""
        self.files.pop(path, None)
        if text is not None:
            self.files[path] = text.encode()

    def built(self) -> list[Path]:
        """Every file of the built site."""
        return files_of(self.output)

    def remembered(self) -> list[Path]:
        """Every file of the memory."""
        return files_of(self.memory)


def files_of(folder: Path) -> list[Path]:
    """Every file under a folder, sorted; none where there is no folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def forget(folder: Path) -> None:
    """Throw away a folder and all that is in it."""
    shutil.rmtree(folder, ignore_errors=True)


def address(path: str) -> str:
    """Where the entry of this file is published, if its name is plain and it has no id of its own."""
    return path.removeprefix("content/").rpartition(".")[0] + ".html"
