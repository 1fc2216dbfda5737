"""What a kind's room makes of an entry's detail, for its page and for lists."""

import importlib
from typing import Protocol

from generator.model.entry import Entry, Former
from generator.model.kind import Detail, room
from generator.plan.language import Language
from generator.plan.parts import Chart, Fact, Figure, Passage, Sheet
from generator.values.dataclass import dataclass
from generator.values.dates import Month
from generator.values.money import Money


@dataclass(frozen=True, slots=True)
class Flow:
    """What an account of a month comes to."""

    period: Month
    income: Money
    expense: Money
    closing: Money


@dataclass(frozen=True, slots=True)
class View:
    """An entry's detail as it is shown.

    The account in a sentence, lines for the information block, its own texts, key figures,
    tables, charts, the amount in lists as shown and as it is, the phone that takes objections where
    it names one, and what it comes to where it is the account of a month.
    """

    lede: str = ""
    facts: tuple[Fact, ...] = ()
    passages: tuple[Passage, ...] = ()
    figures: tuple[Figure, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    charts: tuple[Chart, ...] = ()
    amount: str = ""
    money: Money | None = None
    phone: str = ""
    flow: Flow | None = None


class Room(Protocol):
    """What a kind's room offers on this floor."""

    def view(self, detail: Detail, language: Language, former: Former) -> View:
        """The detail as it is shown, with what stood in corrected cells."""


def view_of(entry: Entry, language: Language) -> View:
    """The entry's detail, by its kind's room."""
    its: Room = importlib.import_module(f"generator.plan.{room(entry.kind)}")
    return its.view(entry.detail, language, entry.former)
