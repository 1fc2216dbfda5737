"""What a kind's room makes of an entry's detail, for its page and for lists."""

import importlib
from dataclasses import dataclass
from typing import Protocol

from generator.model.entry import Entry
from generator.model.kind import Detail, room
from generator.plan.language import Language
from generator.plan.parts import Fact, Figure, Passage, Sheet


@dataclass(frozen=True, slots=True)
class View:
    """An entry's detail as it is shown.

    The account in a sentence, lines for the information block, its own texts, key figures,
    tables, the amount in lists, and the phone that takes objections where it names one.
    """

    lede: str = ""
    facts: tuple[Fact, ...] = ()
    passages: tuple[Passage, ...] = ()
    figures: tuple[Figure, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    amount: str = ""
    phone: str = ""


class Room(Protocol):
    """What a kind's room offers on this floor."""

    def view(self, detail: Detail, language: Language) -> View:
        """The detail as it is shown."""


def view_of(entry: Entry, language: Language) -> View:
    """The entry's detail, by its kind's room."""
    its: Room = importlib.import_module(f"generator.plan.{room(entry.kind)}")
    return its.view(entry.detail, language)
