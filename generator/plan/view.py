"""What a kind's room makes of an entry's detail, for its page and for lists."""

import functools
import importlib
from typing import Protocol

from generator.model.entry import Entry, Former
from generator.model.kind import Detail, room
from generator.model.ledger import Ledger
from generator.plan.language import Language
from generator.plan.pages.entry import Chart, Fact, Figure, Passage, Sheet
from generator.values.dataclass import dataclass
from generator.values.dates import Month
from generator.values.money import Money


@dataclass(frozen=True, slots=True)
class Turnover:
    """What came in and what went out in the month of an account."""

    period: Month
    income: Money
    expense: Money


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
    tables, charts, the amount in lists as shown and as it is, and the phone that takes objections
    where it names one.
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


def flow_of(entry: Entry) -> Flow | None:
    """What the entry comes to where it is the account of a month, without looking at its lines."""
    account = entry.detail
    if not isinstance(account, Ledger):
        return None
    return Flow(account.period, account.income, account.expense, account.closing)


class Room(Protocol):
    """What a kind's room offers on this floor."""

    def view(self, detail: Detail, language: Language, former: Former) -> View:
        """The detail as it is shown, with what stood in corrected cells."""


@functools.cache
def _room(kind: str) -> Room:
    its: Room = importlib.import_module(f"generator.plan.{room(kind)}")
    return its


def view_of(entry: Entry, language: Language) -> View:
    """The entry's detail, by its kind's room."""
    return _room(entry.kind).view(entry.detail, language, entry.former)
