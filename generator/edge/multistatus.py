"""What a WebDAV host says of its files: the answer to PROPFIND (RFC 4918), read with the standard parser.

A document type, and with it every entity, is refused.
"""

from collections.abc import Mapping
from xml.parsers import expat

from generator.values.dataclass import dataclass

_DAV = "DAV: "
_FOUND = "200"


class StrangeError(Exception):
    """This is no such answer."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A file or folder: its address as the host wrote it, its length (-1 where that is not told).

    `etag` and `modified` are as in the headers of those names, empty where they are not told.
    """

    href: str
    is_folder: bool
    size: int
    etag: str
    modified: str


def things(body: bytes) -> tuple[Thing, ...]:
    """Everything that the answer tells of; of a property that the host does not tell, nothing."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = reader.refuse
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.hear
    try:
        parser.Parse(body, True)  # noqa: FBT003 - the parser has no names for its arguments
    except (expat.ExpatError, ValueError) as error:
        raise StrangeError from error
    if reader.root != "multistatus":
        raise StrangeError
    return tuple(reader.found)


class _Reader:
    """Gathers one `response` after the other, and in it one `propstat` after the other."""

    def __init__(self) -> None:
        self.found: list[Thing] = []
        self.root = ""
        self._text = ""
        self._told: dict[str, str] = {}
        self._part: dict[str, str] = {}

    def refuse(self, *_: object) -> None:
        """No answer of a host has a document type."""
        raise StrangeError

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element of the protocol; others' stay empty."""
        del attributes
        local, self._text = _local(name), ""
        self.root = self.root or local
        if local == "response":
            self._told = {}
        elif local == "propstat":
            self._part = {}
        elif local == "collection":
            self._part[local] = "yes"

    def hear(self, text: str) -> None:
        """Text, of whatever it is that is open."""
        self._text += text

    def end(self, name: str) -> None:
        """What was told is kept where it belongs."""
        local, text = _local(name), self._text.strip()
        if local == "href":
            self._told.setdefault(local, text)
        elif local in {"getcontentlength", "getetag", "getlastmodified", "status"}:
            self._part[local] = text
        elif local == "propstat":
            if _FOUND in self._part.pop("status", "").split():
                self._told |= self._part
        elif local == "response":
            self.found.append(_thing(self._told))


def _local(name: str) -> str:
    """The name of an element of the protocol; empty for one of others'."""
    return name.removeprefix(_DAV) if name.startswith(_DAV) else ""


def _thing(told: Mapping[str, str]) -> Thing:
    size = told.get("getcontentlength", "")
    return Thing(
        href=told.get("href", ""),
        is_folder="collection" in told,
        size=int(size) if size.isdecimal() else -1,
        etag=told.get("getetag", ""),
        modified=told.get("getlastmodified", ""),
    )
