"""Days, months and moments as an office writes them. Nothing here knows what day it is."""

import functools
import re
from datetime import UTC, date, datetime, timedelta

from generator.values.dataclass import dataclass
from generator.values.pattern import pattern

_DIGIT, _GAP = "[0-9０-９]", "[ \u00a0\u3000]*"
_YEAR, _PART = f"{_DIGIT}{{4}}", f"{_DIGIT}{{1,2}}"
MONTH_FORM = rf"(?:{_YEAR}[-/－—–／]{_PART}|{_YEAR}{_GAP}年{_GAP}{_PART}{_GAP}月)"
"""How a month may be written, as a pattern that editors understand, too."""
DAY_FORM = (
    "(?:"
    + "".join(f"{_YEAR}{sign}{_PART}{sign}{_PART}|" for sign in ("-", "/", r"\.", *"－—–／．"))
    + f"{_YEAR}{_GAP}年{_GAP}{_PART}{_GAP}月{_GAP}{_PART}{_GAP}日)"
)
"""How a day may be written: one sign twice, or 年, 月 and 日."""
CLOCK_FORM = f"{_PART}[:：]{_DIGIT}{{2}}"
MOMENT_FORM = f"{DAY_FORM}(?:(?:T|[ \u00a0\u3000]+){CLOCK_FORM})?"
_DAY, _MONTH, _CLOCK = (pattern(form) for form in (DAY_FORM, MONTH_FORM, CLOCK_FORM))
_TIMED = pattern(r"(.*?)(?:T|\s+)(\S*[:：]\S*)")
_NUMBER = pattern(f"{_DIGIT}+")
_FIRST, _LAST = 1900, 2999
_WEEKDAYS = "一二三四五六日"


class NotADateError(ValueError):
    """The text is not written as a date: nobody may guess what it meant."""


class NoSuchDayError(ValueError):
    """The text is written as a date, but the calendar has no such day."""


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, the span of one issue."""

    year: int
    number: int

    def __str__(self) -> str:
        """`2026-10`."""
        return f"{self.year:04d}-{self.number:02d}"

    def next(self) -> "Month":
        """The month after this one."""
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    def before(self, count: int) -> "Month":
        """The month so many months before this one."""
        months = self.year * 12 + self.number - 1 - count
        return Month(months // 12, months % 12 + 1)

    def since(self, start: "Month") -> int:
        """How many months lie between `start` and this one; 0 for the same month."""
        return (self.year - start.year) * 12 + self.number - start.number


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A day in the site's own zone, with the time of day (`HH:MM`) where one was written."""

    day: date
    clock: str = ""

    @property
    def month(self) -> Month:
        """The month it falls in, which decides the issue."""
        return month_of(self.day)


def month_of(day: date) -> Month:
    """The month that a day falls in."""
    return Month(day.year, day.month)


@functools.lru_cache(maxsize=4096)
def parse_day(text: str) -> date:
    """Read `2026-3-5`, `2026/3/5`, `2026.3.5` or `2026年3月5日`; nothing else is a day.

    Digits and signs may be full-width, and spaces may stand around 年, 月 and 日.
    """
    year, month, day = _numbers(_DAY, text)
    if not _FIRST <= year <= _LAST:
        raise NoSuchDayError(text)
    try:
        return date(year, month, day)
    except ValueError as impossible:
        raise NoSuchDayError(text) from impossible


@functools.lru_cache(maxsize=1024)
def parse_month(text: str) -> Month:
    """Read `2026-10`, `2026/10` or `2026年10月`. `2026.10` is refused: it may be a number."""
    year, number = _numbers(_MONTH, text)
    if not 1 <= number <= 12 or not _FIRST <= year <= _LAST:
        raise NoSuchDayError(text)
    return Month(year, number)


def parse_clock(text: str) -> str:
    """Read a time of day such as `9:30`; returns `09:30`."""
    hour, minute = _numbers(_CLOCK, text)
    if hour > 23 or minute > 59:
        raise NoSuchDayError(text)
    return f"{hour:02d}:{minute:02d}"


def parse_moment(text: str) -> Moment:
    """Read a day, with or without a time of day behind a space (or `T`)."""
    timed = _TIMED.fullmatch(text.strip())
    return Moment(parse_day(timed[1]), parse_clock(timed[2])) if timed else Moment(parse_day(text))


def _numbers(form: re.Pattern[str], text: str) -> list[int]:
    """The numbers of a text that is written in the form; `NotADateError` when it is not."""
    if not form.fullmatch(text.strip()):
        raise NotADateError(text)
    return [int(part) for part in _NUMBER.findall(text)]


def add_days(day: date, count: int) -> date:
    """The day `count` calendar days later."""
    return day + timedelta(days=count)


def weekday(day: date) -> str:
    """`一` for Monday to `日` for Sunday."""
    return _WEEKDAYS[day.weekday()]


def today_in(zone: str, now: datetime) -> date:
    """The day it is in `zone` (an offset such as `+08:00`) at the instant `now` (aware, UTC)."""
    return (now + _ahead(zone)).date()


def now_in(zone: str, now: datetime) -> str:
    """That instant as it is written there: `2026-10-12T09:30:00+08:00`."""
    return f"{now + _ahead(zone):%Y-%m-%dT%H:%M:%S}{zone}"


def instant(at: str) -> datetime:
    """The instant, in UTC, that `now_in` has written; a `ValueError` for what has no zone or is none."""
    found = datetime.fromisoformat(at)
    if found.tzinfo is None:
        raise ValueError(at)
    return found.astimezone(UTC)


def _ahead(zone: str) -> timedelta:
    sign = -1 if zone.startswith("-") else 1
    hours, minutes = (int(part) for part in zone[1:].split(":"))
    return sign * timedelta(hours=hours, minutes=minutes)
