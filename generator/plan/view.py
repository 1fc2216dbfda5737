"""What a kind's room makes of an entry's detail, for its page and for lists."""

import importlib
from dataclasses import dataclass
from typing import Protocol

from generator.model.entry import Entry
from generator.model.kind import Detail
from generator.plan.language import Language
from generator.plan.parts import Figure, Sheet


@dataclass(frozen=True, slots=True)
class View:
    """An entry's detail as it is shown: the account in a sentence, key figures, tables, list amount."""

    lede: str = ""
    figures: tuple[Figure, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    amount: str = ""


class Room(Protocol):
    """What a kind's room offers on this floor."""

    def view(self, detail: Detail, language: Language) -> View:
        """The detail as it is shown."""


def view_of(entry: Entry, language: Language) -> View:
    """The entry's detail, by its kind's room."""
    room: Room = importlib.import_module(f"generator.plan.{entry.kind}")
    return room.view(entry.detail, language)
