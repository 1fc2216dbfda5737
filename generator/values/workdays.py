"""Working days: which days offices work, as far as the yearly notices say. Nothing here knows today.

A working day is a Monday to Friday that is no day of rest, or a weekend that is worked to make up
for one. A year without its notice is counted Monday to Friday, and `unknown` says so.
"""

from datetime import date, timedelta

from generator.values.dataclass import dataclass

_SATURDAY = 5
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkYear:
    """A year's notice: weekdays and weekends of rest (放假), weekends that are worked (上班)."""

    year: int
    rest: tuple[date, ...]
    work: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The notices that are known, a year each."""

    years: tuple[WorkYear, ...] = ()

    def of(self, year: int) -> WorkYear | None:
        """The year's notice; None where it is not known."""
        return next((one for one in self.years if one.year == year), None)

    def is_working(self, day: date) -> bool:
        """Whether offices work on the day; Monday to Friday in a year without its notice."""
        known = self.of(day.year)
        if known and day in known.work:
            return True
        return day.weekday() < _SATURDAY and not (known and day in known.rest)

    def count(self, first: date, last: date) -> int:
        """How many working days lie from `first` to `last`, both included; 0 where last is earlier."""
        days = range((last - first).days + 1)
        return sum(self.is_working(first + timedelta(days=one)) for one in days)

    def last_day(self, first: date, count: int) -> date:
        """The day on which a period of `count` (from 1) working days ends that begins on `first`.

        `first` is day one when it is a working day itself; else the next working day is.
        """
        day = first - _ONE
        for _ in range(count):
            day = self._next(day)
        return day

    def add_working_days(self, event: date, count: int) -> date:
        """The day on which a statutory clock of `count` (from 0) working days after `event` runs out.

        Day one is the first working day after the event.
        """
        day = event
        for _ in range(count):
            day = self._next(day)
        return day

    def unknown(self, first: date, last: date) -> tuple[int, ...]:
        """The years between the two days, both included, whose notice is not known."""
        years = range(first.year, last.year + 1)
        return tuple(year for year in years if self.of(year) is None)

    def _next(self, day: date) -> date:
        """The first working day after the day."""
        day += _ONE
        while not self.is_working(day):
            day += _ONE
        return day


WEEKDAYS = WorkCalendar()
"""No notice at all: Monday to Friday."""
