"""What a text links and shows: the world, the site's own pages, the entry's own files."""

import posixpath
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

from generator.model.address import address_of
from generator.model.attachment import IMAGES, TYPES, Attachment
from generator.model.entry import INNER
from generator.read.source import Source
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.text import nearest

_OUTSIDE = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_DESCRIBED = re.compile(r'\balt="[^"]*[^"\s]')


class Leader:
    """Leads the targets of one text; gathers where they lead, and what is wrong with them.

    `links` are inner addresses that a page must have, `files` those of the entry's own files.
    """

    def __init__(self, source: Source, own: Iterable[Attachment]) -> None:
        self._source = source
        self._folder = posixpath.splitext(source.path)[0]
        self._own = {one.file.key: one for one in own}
        self.links: list[tuple[str, Place]] = []
        self.files: set[str] = set()
        self.problems: list[Problem] = []

    def link(self, target: str, place: Place) -> str:
        """What `href=` says: the target itself when it leads outside or is wrong."""
        escaped = target.replace("&", "&amp;")
        if _OUTSIDE.match(target):
            return escaped
        file = self._file(target)
        if file:
            self.files.add(file.address)
            return f"{INNER}{file.address}"
        if target.rpartition(".")[2].lower() in TYPES:
            self._absent(target, place)
            return escaped
        inner = _inner(self._source.path, target)
        if not inner:
            self._say("link/scheme", place, target=target)
            return escaped
        self.links.append((inner, place))
        return f"{INNER}{inner}"

    def image(self, tag: str, target: str, place: Place) -> str:
        """The `<img` tag up to the end of `src=`, with its size; `tag` is it up to its beginning."""
        file = self._file(target)
        if _SCHEME.match(target):
            self._say("image/outside", place, target=target, folder=self._folder)
        elif file is None:
            self._absent(target, place)
        elif file.file.type not in IMAGES:
            self._say("image/type", place, target=target)
        elif not _DESCRIBED.search(tag):
            self._say("image/no-alt", place, target=target)
        if file is None:
            return tag
        self.files.add(file.address)
        size = f'<img width="{file.file.width}" height="{file.file.height}" loading="lazy"'
        return f"{tag.replace('<img', size, 1)}{INNER}{file.address}"

    def _file(self, target: str) -> Attachment | None:
        """The file of the entry's folder that a relative target means."""
        if not target or _SCHEME.match(target):
            return None
        inside = posixpath.normpath(unquote(target).replace("\\", "/"))
        folder, _, name = unicodedata.normalize("NFC", inside).partition("/")
        base = unicodedata.normalize("NFC", posixpath.basename(self._folder))
        return self._own.get(name) if folder == base else None

    def _absent(self, target: str, place: Place) -> None:
        name = posixpath.basename(unquote(target)) or target
        near = nearest(name, self._own)
        shown = f"{posixpath.basename(self._folder)}/{near}" if near else ""
        self._say("attachment/missing", place, name=name, folder=self._folder, near=shown)

    def _say(self, code: str, place: Place, **facts: str) -> None:
        length = len(facts.get("target", facts.get("name", "")))
        self.problems.append(
            self._source.problem(code, place.line, place.column, length, "stop", **facts)
        )


def _inner(path: str, target: str) -> str:
    """The address that a relative link means, from the site's root; empty for any other link."""
    if not target or target.startswith(("/", "\\", "#")) or _SCHEME.match(target):
        return ""
    parts = path.split("/")[1:]
    joined = posixpath.normpath(posixpath.join(*parts[:-1], target))
    if joined.startswith(".."):
        return ""
    if joined.endswith((".md", ".yaml", ".yml")) and "/" in joined:
        return address_of(f"content/{joined}", joined.split("/")[0])
    return joined
