"""What a text may link and show of the entry's own files, and what is said of the others."""

import posixpath
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

from generator.model.attachment import IMAGES, TYPES, Attachment
from generator.read.notes import Notes
from generator.values.pattern import pattern
from generator.values.text import nearest

_SCHEME = pattern(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


class Files:
    """The files of one entry's folder; `used` are the addresses of those that its text uses."""

    def __init__(self, path: str, own: Iterable[Attachment]) -> None:
        self.folder = posixpath.splitext(path)[0]
        self.used: set[str] = set()
        self._own = {one.file.key: one for one in own}

    def find(self, target: str) -> Attachment | None:
        """The file that a relative target means, noted as used."""
        if not target or _SCHEME.match(target):
            return None
        inside = posixpath.normpath(unquote(target).replace("\\", "/"))
        folder, _, name = unicodedata.normalize("NFC", inside).partition("/")
        base = unicodedata.normalize("NFC", posixpath.basename(self.folder))
        found = self._own.get(name) if folder == base else None
        if found:
            self.used.add(found.address)
        return found

    def is_meant(self, target: str) -> bool:
        """Whether a target that was not found names a file to open rather than a page."""
        return not _SCHEME.match(target) and target.rpartition(".")[2].lower() in TYPES

    def say_missing(self, target: str, notes: Notes, line: int, column: int) -> None:
        """Name the file that is not there, with the one that was probably meant and so is not unused."""
        name = posixpath.basename(unquote(target)) or target
        near = "" if notes.is_full else nearest(name, self._own)
        shown = f"{posixpath.basename(self.folder)}/{near}" if near else ""
        if near:
            self.used.add(self._own[near].address)
        notes.problem(
            "attachment/missing",
            line,
            column,
            max(1, len(target)),
            name=name,
            folder=self.folder,
            near=shown,
        )

    def show(
        self, target: str, alt: str, notes: Notes, line: int, column: int
    ) -> Attachment | None:
        """The image that a target means; None, and a problem, where there is none to be shown."""
        found, length = self.find(target), max(1, len(target))
        if _SCHEME.match(target):
            notes.problem("image/outside", line, column, length, target=target, folder=self.folder)
        elif found is None:
            self.say_missing(target, notes, line, column)
        elif found.file.type not in IMAGES:
            notes.problem("image/type", line, column, length, target=target)
        elif not alt.strip():
            notes.problem("image/no-alt", line, column, length, target=target)
        return found
