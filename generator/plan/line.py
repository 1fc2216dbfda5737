"""An entry in the register: what order, counts and relations need of it, and nothing else.

A line holds plain values, so that many are brought and compared in no time; what a page says of
an entry comes from the entry itself.
"""

import functools
from datetime import date
from typing import NamedTuple

from generator.model.entry import Entry, rank
from generator.model.ledger import Ledger
from generator.plan.relations import inside


class Line(NamedTuple):
    """An entry in the register. Days and months are in ISO form, empty where there is none.

    `names` are what others may call it by, `by` is what it names as its replacement, `unit` the
    id of its unit; `start` and `end` bound its display period, `changed` are the days on which it
    was corrected, withdrawn or replaced, `period` is the month that it accounts for, `turnover` the
    income and the expense of that month as exact numbers of 元.
    """

    address: str
    source: str
    category: str
    kind: str
    unit: str
    day: str
    clock: str
    status: str
    series: str
    names: tuple[str, ...]
    by: str
    start: str
    end: str
    changed: tuple[str, ...]
    period: str
    turnover: tuple[str, ...]
    index_no: str

    @property
    def listed(self) -> bool:
        """Whether lists may show it."""
        return self.status == "ready"

    @property
    def month(self) -> str:
        """The month of its issue."""
        return self.day[:7]

    @property
    def year(self) -> int:
        """The year in which it was published."""
        return int(self.day[:4])


Lines = tuple[Line, ...]


def line_of(entry: Entry) -> Line:
    """The entry's line."""
    shown, account = entry.display, entry.detail if isinstance(entry.detail, Ledger) else None
    old = (one.text for one in entry.aliases)
    names = (inside(entry.source), entry.address, entry.id, *old)
    return Line(
        address=entry.address,
        source=entry.source,
        category=entry.category,
        kind=entry.kind,
        unit=entry.unit.id,
        day=entry.published.day.isoformat(),
        clock=entry.published.clock,
        status=entry.status,
        series=entry.series,
        names=tuple(dict.fromkeys(name for name in names if name)),
        by=entry.superseding.by.text if entry.superseding else "",
        start=shown.start.isoformat() if shown else "",
        end=shown.end.isoformat() if shown else "",
        changed=tuple(day.isoformat() for day in entry.changed),
        period=str(account.period) if account else "",
        turnover=(str(account.income.yuan), str(account.expense.yuan)) if account else (),
        index_no=entry.index_no,
    )


def in_order(line: Line) -> tuple[int, str, str]:
    """Sort key: as `newest_first` of its entry."""
    return (*_moment(line.day, line.clock), line.address)


@functools.lru_cache(maxsize=4096)
def _moment(day: str, clock: str) -> tuple[int, str]:
    """The part of the key that all lines of a minute have: worked out once, sorting takes half as long."""
    return rank(date.fromisoformat(day), clock, "")[:2]
