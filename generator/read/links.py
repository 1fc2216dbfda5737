"""Where the links and pictures of a text lead: the one place that decides what may be led where."""

import posixpath
import re
from collections.abc import Iterable

from generator.model.address import address_of
from generator.model.entry import INNER, Reference
from generator.read.anchors import anchor
from generator.read.blocks import Line
from generator.read.notes import Notes
from generator.read.spans import Mark
from generator.read.targets import Files
from generator.values.pattern import pattern
from generator.values.text import mask, nearest

_OUTSIDE = pattern(r"(?:https?://[^\s/]|mailto:|tel:)", re.IGNORECASE)
_SCHEME = pattern(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_ESCAPES = pattern(rb"%([0-9A-Fa-f]{2})")
_KNOWN_HEADINGS = 200
"""Headings that a link to none is compared with."""


class Links:
    """The links of one text; what is wrong with one goes to the notes.

    `inner` are those that stay inside the site, `led` says where every link and picture leads, by
    the line and column of its first mark. `names` are the ids of the text's headings.
    """

    def __init__(self, notes: Notes, files: Files, names: Iterable[str]) -> None:
        self.notes = notes
        self.files = files
        self.names = dict.fromkeys(names)
        self.inner: list[Reference] = []
        self.led: dict[tuple[int, int], str] = {}

    def attributes(self, sign: Mark, line: Line) -> dict[str, str]:
        """What the element of a link or a picture says."""
        if sign.kind == "image":
            return self._picture(sign, line)
        return {"href": self._link(sign, line)}

    def _link(self, sign: Mark, line: Line) -> str:
        written, column = sign.target, line.column + sign.at
        length = max(1, len(written))
        file = self.files.find(written)
        where = file.address if file else self._where(written)
        if file:
            where = f"{INNER}{where}"
        elif self.files.is_meant(written) and not _is_own(where):
            self.files.say_missing(written, self.notes, line.number, column)
        elif written.startswith("#"):
            where = f"#{anchor(_unquoted(written))}"
            if where[1:] not in self.names:
                known = () if self.notes.is_full else tuple(self.names)[:_KNOWN_HEADINGS]
                near = nearest(where[1:], known)
                self.notes.problem(
                    "link/anchor", line.number, column, length, target=written, near=near
                )
        elif not where:
            self.notes.problem("link/scheme", line.number, column, length, target=written)
        elif not _OUTSIDE.match(where):
            self._refer(where, written, line.number, column)
            where = f"{INNER}{where}"
        elif where.split() != [where]:
            self.notes.problem("link/form", line.number, column, length, target=written)
        self.led[line.number, line.column + sign.start] = where
        return where

    def _picture(self, sign: Mark, line: Line) -> dict[str, str]:
        """The attributes of an image: its size keeps the page from jumping while it loads."""
        column = line.column + sign.at
        found = self.files.show(sign.target, sign.text, self.notes, line.number, column)
        where = f"{INNER}{found.address}" if found else sign.target
        self.led[line.number, line.column + sign.start] = where
        shown = {"src": where, "alt": sign.text}
        if found is None:
            return shown
        width, height = str(found.file.width), str(found.file.height)
        return {**shown, "width": width, "height": height, "loading": "lazy"}

    def _where(self, written: str) -> str:
        """The address that a link means: outside as it is, inside from the site's root; or nothing."""
        if _OUTSIDE.match(written):
            return written
        path, _, words = written.partition("#")
        inner = _inner(self.notes.source.path, _unquoted(path))
        return f"{inner}#{anchor(_unquoted(words))}" if inner and words else inner

    def _refer(self, where: str, written: str, number: int, column: int) -> None:
        source = self.notes.source
        address, _, name = where.partition("#")
        place = source.place(number, column)
        self.inner.append(Reference(address, name, mask(written), place))


def _is_own(address: str) -> bool:
    """Whether a file would be the site's: open data, or one that an office puts at the root."""
    return bool(address) and ("/" not in address or address.startswith("data/"))


def _unquoted(target: str) -> str:
    """The target with `%E5` as the character that some editors wrote it for."""
    if "%" not in target:
        return target
    raw = _ESCAPES.sub(lambda one: bytes([int(one.group(1), 16)]), target.encode())
    return raw.decode(errors="replace")


def _inner(path: str, target: str) -> str:
    """The address that a relative link means, from the site's root; empty for any other link."""
    if not target or target.startswith(("/", "\\", "#")) or _SCHEME.match(target):
        return ""
    parts = path.split("/")[1:]
    joined = posixpath.normpath(posixpath.join(*parts[:-1], target))
    if joined.startswith(".."):
        return ""
    if joined.lower().endswith((".md", ".yaml", ".yml")) and "/" in joined:
        return address_of(f"content/{joined}", joined.split("/")[0])
    return joined
