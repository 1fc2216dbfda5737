"""Days, counts and lists as the site's language writes them, from the theme's words."""

import functools
from collections.abc import Mapping
from datetime import date

from generator.plan.pages.frame import Stamp
from generator.values.dataclass import dataclass
from generator.values.dates import Month, weekday
from generator.values.money import MoneyUnit
from generator.values.quantity import Unit

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_UNITS: dict[MoneyUnit | Unit, str] = {
    "元": "yuan",
    "万元": "wan",
    "㎡": "sqm",
    "亩": "mu",
    "公顷": "hectare",
    "米": "metre",
}
_DIGITS = "一二三四五六七八九十"


_told = functools.cache(str.format)
"""A sentence without blanks: a theme has some hundreds of them, and planners say them for every entry."""


@functools.lru_cache(maxsize=8192)
def _day(form: str, day: date) -> Stamp:
    """A day in that form: entries by the dozen share one, and each says it in several places."""
    name = _MONTHS[day.month - 1][:3]
    return Stamp(form.format(y=day.year, m=day.month, d=day.day, name=name), day.isoformat())


@functools.lru_cache(maxsize=2048)
def _month(form: str, month: Month) -> Stamp:
    """A month in that form."""
    name = _MONTHS[month.number - 1]
    return Stamp(form.format(y=month.year, m=month.number, name=name), str(month))


@functools.cache
def _short_month(form: str, number: int) -> str:
    """A month of any year in that form."""
    return form.format(m=number, name=_MONTHS[number - 1][:3])


@dataclass(frozen=True, slots=True)
class Language:
    """The words of a site in one language, with the few rules of grammar that a list of words lacks."""

    words: Mapping[str, str]

    def say(self, key: str, **facts: object) -> str:
        """The sentence under `key` with its blanks filled."""
        return self.words[key].format(**facts) if facts else _told(self.words[key])

    def day(self, day: date) -> Stamp:
        """`2026年11月5日`."""
        return _day(self.words["plan_day"], day)

    def short_day(self, day: date) -> Stamp:
        """`11月5日`."""
        return _day(self.words["plan_short_day"], day)

    def month(self, month: Month) -> Stamp:
        """`2026年10月`."""
        return _month(self.words["plan_month"], month)

    def short_month(self, month: Month) -> str:
        """`10月`."""
        return _short_month(self.words["plan_short_month"], month.number)

    def year(self, year: int) -> str:
        """`2026年`."""
        return self.say("plan_year", y=year)

    def weekday(self, day: date) -> str:
        """`周五`."""
        return self.say("plan_weekday", zh=weekday(day), name=_WEEKDAYS[day.weekday()])

    def part(self, index: int) -> str:
        """`第一部分` for 0."""
        numeral = _DIGITS[index] if index < len(_DIGITS) else str(index + 1)
        return self.say("plan_part", zh=numeral, n=index + 1)

    def unit(self, unit: MoneyUnit | Unit) -> str:
        """`平方米` for `㎡`."""
        return self.say(f"plan_unit_{_UNITS[unit]}")

    def size(self, count: int) -> str:
        """`2 KB` or `1.2 MB` for a number of bytes; nothing is smaller than one KB."""
        kilobytes = max(1, round(count / 1024))
        return f"{kilobytes} KB" if kilobytes < 1024 else f"{count / (1 << 20):.1f} MB"
