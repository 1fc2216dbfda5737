"""Which entry another one names: by its file, by an address, or by its id."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeVar

from generator.model.entry import Entry

T = TypeVar("T")
Names = Mapping[str, tuple[Entry, ...]]


def names_of(entries: Iterable[Entry]) -> Names:
    """The entries by every name that they answer to; an id may be that of several."""
    found: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        old = (one.text for one in entry.aliases)
        for name in (inside(entry.source), entry.address, entry.id, *old):
            if name:
                found.setdefault(name, {})[entry.source] = entry
    return {name: tuple(known.values()) for name, known in found.items()}


def inside(source: str) -> str:
    """The path of a source within the content folder, in one form of Unicode."""
    return unicodedata.normalize("NFC", source.partition("/")[2])


def plain(written: str) -> str:
    """A name as it was written, in the form that names have here."""
    return unicodedata.normalize("NFC", written.strip()).replace("\\", "/").removeprefix("./")


def called(names: Mapping[str, tuple[T, ...]], written: str, source: str) -> tuple[T, ...]:
    """The entries that a text in `source` may mean: one if all is well.

    The content folder's own name may stand before a path, and a backslash for `/`.
    """
    text = plain(written)
    folder = source.partition("/")[0]
    return names.get(text) or names.get(text.removeprefix(f"{folder}/")) or ()
