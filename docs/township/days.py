"""Working days of the sample's calendars."""

import glob
import os
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

import yaml

FUNDS = {
    "2026-07": date(2026, 7, 6),
    "2026-08": date(2026, 8, 5),
    "2026-09": date(2026, 9, 8),
    "2026-10": date(2026, 10, 12),
}
"""When the township paid the villages, where hand-written ledgers already say so."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """The days of rest and the working weekends of all calendars in a folder."""

    rest: frozenset[date]
    work: frozenset[date]
    _known: dict[str, list[date]] = field(default_factory=dict)

    def working(self, day: date) -> bool:
        """Whether offices are open."""
        return day in self.work or (day.weekday() < 5 and day not in self.rest)

    def of(self, month: str) -> list[date]:
        """The working days of a month written 2026-03."""
        if month not in self._known:
            first = date.fromisoformat(f"{month}-01")
            all_days = (first + DAY * number for number in range(31))
            self._known[month] = [
                one for one in all_days if one.month == first.month and self.working(one)
            ]
        return self._known[month]

    def after(self, day: date, count: int) -> date:
        """The working day that is `count` working days later."""
        while count > 0:
            day += DAY
            count -= self.working(day)
        return day

    def funds(self, month: str) -> date:
        """When the township paid the villages for the month: on one day for all, by the 10th."""
        open_days = [one for one in self.of(month) if 4 <= one.day <= 10]
        drawn = open_days[int(Random(month).random() * len(open_days))]  # noqa: S311 - no secret
        return FUNDS.get(month, drawn)


def read_days(content: str) -> Days:
    """The calendars of a content folder."""
    rest, work = set(), set()
    for path in sorted(glob.glob(os.path.join(content, "calendar", "*.yaml"))):
        with open(path, encoding="utf-8") as file:
            said = yaml.safe_load(file)
        for one in said["放假"]:
            rest |= _holiday(one["起"], one.get("止", one["起"]))
        work |= set(said["上班"])
    return Days(frozenset(rest), frozenset(work))


def following(month: str) -> str:
    """The month after one written 2026-03."""
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12}-{number % 12 + 1:02}"


def months(first: str, last: str) -> list[str]:
    """The months from one to another, both included."""
    found = [first]
    while found[-1] < last:
        found.append(following(found[-1]))
    return found


def _holiday(first: date, last: date) -> set[date]:
    return {first + DAY * number for number in range((last - first).days + 1)}
