"""Which entry another one names: by its file, by an address, or by its id."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from generator.model.entry import Entry

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
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


def candidates(written: str, source: str) -> tuple[str, str]:
    """The names that a text in `source` may mean, the likeliest first.

    The content folder's own name may stand before a path, and a backslash for `/`.
    """
    text = plain(written)
    folder = source.partition("/")[0]
    return text, text.removeprefix(f"{folder}/")


class Known(Protocol[T_co]):
    """What is called by a name."""

    def get(self, name: str, /) -> tuple[T_co, ...] | None:
        """All of it."""


def called(names: Known[T], written: str, source: str) -> tuple[T, ...]:
    """What a text in `source` may mean: one if all is well."""
    first, second = candidates(written, source)
    return names.get(first) or names.get(second) or ()
