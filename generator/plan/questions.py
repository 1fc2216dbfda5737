"""What planners ask about entries: one question at a time, and every question is kept."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar, cast

from generator.model.entry import Entry
from generator.model.site import Site
from generator.plan.line import Lines, line_of
from generator.plan.register import Register
from generator.plan.shards import filed
from generator.values.dataclass import dataclass
from generator.values.dates import Month, month_of, parse_month

Question = tuple[str | int, ...]
"""What was asked: of which entry, or which answer of the register, with its arguments."""
_Answer = TypeVar("_Answer")


DAYS = frozenset({"today", "running"})
"""What only the calendar answers."""


def forget(question: Question) -> object:
    """Remember nothing."""
    del question
    return None


@dataclass(frozen=True, slots=True)
class Supply:
    """Where answers come from: the register, an entry by its address, a fact that was known before."""

    register: Register
    fetch: Callable[[str], Entry]
    recall: Callable[[Question], object] = forget


def supply_of(entries: Iterable[Entry], recall: Callable[[Question], object] = forget) -> Supply:
    """Answers from entries that are all at hand."""
    by_address = {one.address: one for one in entries}
    return Supply(
        Register(filed(map(line_of, by_address.values()))), by_address.__getitem__, recall
    )


def answer_of(register: Register, today: date, question: Question) -> object:
    """What is answered on a day to what is asked of it or of the register."""
    name, *about = question
    if name == "today":
        return today
    if name == "running":
        return month_of(today)
    return getattr(register, str(name))(*about)


class Questions:
    """The site's entries as planners may ask for them.

    `asked` is what has been asked since it was emptied last: what was planned meanwhile is the
    same as long as the answers are.
    """

    def __init__(self, site: Site, supply: Supply) -> None:
        self.site, self.register, self._supply = site, supply.register, supply
        self.asked: set[Question] = set()
        self._answers: dict[Question, Any] = {}
        self._facts: dict[Question, Any] = {}

    def _ask(self, answer: Callable[..., _Answer], *about: str | int) -> _Answer:
        question = (answer.__name__, *about)
        self.asked.add(question)
        if question not in self._answers:
            self._answers[question] = answer(*about)
        found: _Answer = self._answers[question]
        return found

    def entry(self, address: str) -> Entry:
        """The entry whose page stands there."""
        self.asked.add(("entry", address))
        return self._supply.fetch(address)

    @property
    def today(self) -> date:
        """The day as of which the site is planned."""
        self.asked.add(("today",))
        return self.site.today

    @property
    def running(self) -> Month:
        """The month that is not over."""
        self.asked.add(("running",))
        return month_of(self.site.today)

    def shards(self) -> tuple[tuple[str, int, int], ...]:
        """What there are entries of, listed or not: a category, a year, and how many."""
        return self._ask(self.register.shards)

    def shard(self, name: str, year: int) -> Lines:
        """All that a category published in a year, also what is not listed any more."""
        return self._ask(self.register.shard, name, year)

    def update_in(self, name: str, year: int, hour: str) -> tuple[str, str]:
        """When something last happened to any of that; what has no time takes `hour`."""
        return self._ask(self.register.update_in, name, year, hour, self.today.isoformat())

    def month_update(self, month: str, hour: str) -> tuple[str, str]:
        """When something last happened to an entry of a month, or to any in that month."""
        return self._ask(self.register.month_update, month, hour, self.today.isoformat())

    def category(self, name: str) -> Lines:
        """A category's listed entries, newest first."""
        return self._ask(self.register.category, name)

    def category_count(self, name: str) -> int:
        """How many entries a category lists."""
        return self._ask(self.register.category_count, name)

    def is_longer(self, name: str, limit: int) -> bool:
        """Whether a category lists more than so many entries."""
        return self._ask(self.register.is_longer, name, limit)

    def newest(self, name: str, count: int) -> Lines:
        """The newest listed entries of a category, or of the site (no name)."""
        return self._ask(self.register.newest, name, count)

    def share(self, name: str, size: int, number: int) -> Lines:
        """A full page of a category's list, counted from the oldest; 0 is what the newest page holds."""
        return self._ask(self.register.share, name, size, number)

    def full_pages(self, name: str, size: int) -> int:
        """How many full pages a category's list has."""
        return self._ask(self.register.full, name, size)

    def is_full(self, name: str, size: int, number: int) -> bool:
        """Whether that is the last of the full pages of a category's list."""
        return self._ask(self.register.is_full, name, size, number)

    def years(self, name: str) -> tuple[tuple[int, int], ...]:
        """A category's years, newest first, each with how many were published in it."""
        return self._ask(self.register.years, name)

    def years_beside(self, name: str, year: int) -> tuple[int, int]:
        """The next newer and the next older year of a category; 0 where there is none."""
        return self._ask(self.register.years_beside, name, year)

    def year(self, name: str, year: int) -> Lines:
        """What a category published in a year, newest first."""
        return self._ask(self.register.year, name, year)

    def year_count(self, year: int) -> int:
        """How many entries the site published in a year."""
        return self._ask(self.register.year_count, year)

    def units(self, name: str) -> dict[str, int]:
        """How many entries a category lists of each unit, by its id."""
        return dict(self._ask(self.register.units, name))

    def unit(self, name: str) -> Lines:
        """A unit's listed entries, newest first."""
        return self._ask(self.register.unit, name)

    def unit_newest(self, name: str, count: int) -> Lines:
        """The newest of them."""
        return self._ask(self.register.unit_newest, name, count)

    def is_unit_longer(self, name: str, limit: int) -> bool:
        """Whether more than so many entries of a unit are listed."""
        return self._ask(self.register.is_unit_longer, name, limit)

    def unit_shares(self, name: str) -> tuple[tuple[int, str, int], ...]:
        """The years and categories in which a unit lists entries, newest first, each with how many."""
        return self._ask(self.register.unit_shares, name)

    def unit_year(self, name: str, year: int) -> Lines:
        """What a unit published in a year, newest first."""
        return self._ask(self.register.unit_year, name, year)

    def unit_accounts(self, name: str) -> tuple[tuple[str, str], ...]:
        """The month and the address of each listed account of a unit, oldest first."""
        return self._ask(self.register.unit_accounts, name)

    def unit_count(self, name: str) -> int:
        """How many entries of a unit are listed."""
        return self._ask(self.register.unit_count, name)

    def months(self) -> dict[Month, int]:
        """The months with listed entries, oldest first, each with how many."""
        return {parse_month(name): count for name, count in self._ask(self.register.months)}

    def month_names(self) -> tuple[Month, ...]:
        """The months with listed entries, oldest first."""
        return tuple(map(parse_month, self._ask(self.register.month_names)))

    def month(self, month: Month) -> Lines:
        """The listed entries of a month's issue, oldest first."""
        return self._ask(self.register.month, str(month))

    def month_count(self, month: Month) -> int:
        """How many entries a month's issue has."""
        return self._ask(self.register.month_count, str(month))

    def series(self, name: str) -> Lines:
        """The listed entries of a series (系列), newest first."""
        return self._ask(self.register.series, name)

    def displayed(self, unit: str = "") -> tuple[Entry, ...]:
        """The listed entries with a display period, newest first, of a unit or of all."""
        return tuple(self.entry(one.address) for one in self._ask(self.register.displayed, unit))

    def accounts(self, unit: str, last: Month) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The months and the turnovers of a unit's accounts of the twelve months up to `last`."""
        return self._ask(self.register.accounts, unit, str(last))

    def days(self, count: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The last days on which something was published, each with the addresses of that."""
        return self._ask(self.register.days, count)

    def neighbours(self, address: str) -> tuple[str, str]:
        """The addresses of the next newer and the next older entry in the category's list, or empty."""
        return self._ask(self.register.neighbours, address)

    def replaced(self, address: str) -> tuple[str, ...]:
        """The addresses of the entries that the one there replaces."""
        return self._ask(self.register.replaced, address)

    def status(self, address: str) -> str:
        """The status of the entry there."""
        return self._ask(self.register.status, address)

    def learn(self, facts: Iterable[tuple[Question, object]]) -> None:
        """Take facts as they are now, whatever was known before."""
        self._facts.update(facts)

    def unlearn(self, facts: Iterable[Question]) -> None:
        """Ask anew for facts that are not any more what they were known to be."""
        for one in facts:
            self._facts.pop(one, None)

    def moved(self, address: str) -> str:
        """Where a link to a source's own address leads: there, or to the address that its entry pins."""
        return self._ask(self.register.moved, address) or address

    def kinds(self) -> tuple[str, ...]:
        """The kinds of which there are entries."""
        return self._ask(self.register.kinds)

    def kind_count(self, name: str) -> int:
        """How many entries of a kind are listed."""
        return self._ask(self.register.kind_count, name)

    def modified(self, name: str = "") -> str:
        """The last day on which one was published or changed, of a category or of all; ISO form."""
        return self._ask(self.register.modified, name, self.today.isoformat())

    def fact(self, question: Question, find: Callable[[], _Answer]) -> _Answer:
        """Something small about what another step makes: its size, its digest, its line in a table.

        Who asks for it depends on it alone, not on what it was found from.
        """
        if question not in self._facts:
            self._facts[question] = self._found(question, find)
        self.asked.add(question)
        known: _Answer = self._facts[question]
        return known

    def passing(self, question: Question, find: Callable[[], _Answer]) -> _Answer:
        """The same of something large that is asked for once: it is not held here."""
        self.asked.add(question)
        known = self._facts.get(question)
        return self._found(question, find) if known is None else cast("_Answer", known)

    def _found(self, question: Question, find: Callable[[], _Answer]) -> _Answer:
        before, self.asked = self.asked, set()
        try:
            known = self._supply.recall(question)
            return find() if known is None else cast("_Answer", known)
        finally:
            self.asked = before
