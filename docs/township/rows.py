"""A village's lines (docs/township/README.md) as the rows of its months."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

from docs.township.days import Days

SEED = "清溪镇"
NUMERALS = "一 二 三 四 五 六 七 八 九 十 十一 十二".split()
WAGES = {"2023": 1050, "2024": 1100, "2025": 1150, "2026": 1200}
"""A cleaner's wage for a month, in yuan, by year."""
LIGHT = (1.11, 1.06, 1.0, 0.97, 0.93, 0.91, 0.93, 0.97, 1.0, 1.02, 1.06, 1.1)
"""How long lamps burn, by month: 1 is the mean."""
HEAT = (1.16, 1.12, 0.98, 0.88, 0.9, 1.04, 1.2, 1.24, 1.06, 0.88, 0.92, 1.08)
"""What a village hall uses, by month: 1 is the mean."""
SUN = (0.62, 0.7, 0.86, 1.0, 1.1, 1.12, 1.3, 1.28, 1.12, 0.98, 0.8, 0.68)
"""What the solar plant gives, by month: 1 is the mean."""
_AMOUNT = re.compile(r"([+-])([\d.]+)(?:~([\d.]+))?(?:(x|/)([\d.]+))?")


@dataclass(frozen=True, slots=True)
class Row:
    """One receipt or payment in cents; exactly one of `income` and `expense` is not 0."""

    on: date
    text: str
    purpose: str
    income: int
    expense: int

    @property
    def interest(self) -> bool:
        """Whether its amount is known only when the balance is."""
        return self.text.startswith("银行存款利息")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a village's file: in which months, on which day, what, for what, how much."""

    when: str
    day: str
    text: str
    purpose: str
    amount: str

    def due(self, month: str) -> bool:
        """Whether it has a row in the month, written 2026-03."""
        named, _, span = self.when.partition("@")
        if ".." in named:
            named, span = "every", named
        first, _, last = span.partition("..")
        inside = first <= month and (not last or month[: len(last)] <= last)
        return inside and any(_meets(one, month) for one in named.split(","))

    def day_in(self, month: str) -> str:
        """The day as written, or the one that stands with the month itself."""
        dated = (one for one in self.when.split(",") if one.startswith(month))
        return next((one[8:] for one in dated if len(one) == 10), self.day)


def lines(written: Iterable[str]) -> list[Line]:
    """The lines of a list of a village's file."""
    return [Line(*(part.strip() for part in one.split("|"))) for one in written]


def _meets(one: str, month: str) -> bool:
    return one == "every" or one[:7] == month or one == str(int(month[5:]))


@dataclass(frozen=True, slots=True)
class Desk:
    """What a month's rows are made with: the village, the month, its chances and its days."""

    village: Mapping[str, Any]
    month: str
    chance: Random
    days: Days

    def between(self, low: float, high: float) -> float:
        """A number from low up to high."""
        return low + (high - low) * self.chance.random()

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.chance.random() * (high - low + 1))

    def row(self, line: Line) -> Row:
        """The line's row in the month."""
        cents, heads = self.amount(line.amount)
        number = int(self.month[5:])
        text = line.text.format(
            y=self.month[:4],
            m=number,
            pm=(number + 10) % 12 + 1,
            q="一二三四"[(number - 1) // 3],
            n=heads,
            g=NUMERALS[self.whole(0, self.village["组数"] - 1)],
        )
        gain = line.amount.startswith("+")
        income, expense = (cents, 0) if gain else (0, cents)
        return Row(self.day(line.day_in(self.month)), text, line.purpose, income, expense)

    def day(self, written: str) -> date:
        """The working day that a line asks for."""
        working = self.days.of(self.month)
        if written == "L":
            return working[-1]
        if written == "fund":
            return self.days.funds(self.month)
        low, _, high = written.partition("-")
        near = [one for one in working if int(low) <= one.day <= int(high or low)]
        later = [one for one in working if one.day >= int(low)] or working[-1:]
        return near[self.whole(0, len(near) - 1)] if near else later[0]

    def amount(self, written: str) -> tuple[int, str]:
        """Cents, and the number of heads, days or pieces that the text names."""
        word, *rest = written[1:].split(" ")
        if word in _WORDS:
            return _WORDS[word](self, [int(one) for one in rest])
        found = _AMOUNT.fullmatch(written)
        if not found:
            raise ValueError(written)
        low, high, sign, step = found[2], found[3] or found[2], found[4], found[5] or "1"
        if sign == "x":
            heads = self.whole(int(low), int(high))
            return round(heads * float(step) * 100), f"{heads:,}" if heads > 999 else str(heads)
        if low == high:
            return round(float(low) * 100), ""
        steps = self.between(float(low), float(high)) // float(step)
        return round(steps * float(step) * 100), ""


def _fund(desk: Desk, _: Sequence[int]) -> tuple[int, str]:
    less = {"2023": 1000, "2024": 500, "2025": 500}.get(desk.month[:4], 0)
    return (desk.village["运转经费"] - less) * 100, ""


def _wage(desk: Desk, heads: Sequence[int]) -> tuple[int, str]:
    return heads[0] * WAGES[desk.month[:4]] * 100, str(heads[0])


def _watch(desk: Desk, heads: Sequence[int]) -> tuple[int, str]:
    return heads[0] * (250 if desk.month < "2025" else 300) * 100, ""


def _metered(desk: Desk, base: int, year: Sequence[float]) -> int:
    """A bill in cents, of whole jiao, that follows the month before and grows a little by year."""
    growth = 1 + 0.02 * (int(desk.month[:4]) - 2026)
    part = year[(int(desk.month[5:]) + 10) % 12] * growth * desk.between(0.97, 1.03)
    return round(base * 10 * part) * 10


def _lamp(desk: Desk, base: Sequence[int]) -> tuple[int, str]:
    return _metered(desk, base[0], LIGHT), str(base[-1])


def _power(desk: Desk, base: Sequence[int]) -> tuple[int, str]:
    return _metered(desk, base[0], HEAT), ""


def _solar(desk: Desk, _: Sequence[int]) -> tuple[int, str]:
    """Kilowatt hours of the month before at 0.94 yuan; the plant is larger from March 2026."""
    mean = 12600 if desk.month > "2026-03" else 7300
    sun = SUN[(int(desk.month[5:]) + 10) % 12] * desk.between(0.94, 1.06)
    hours = round(mean * sun / 10) * 10
    return hours * 94, f"{hours:,}"


def _interest(desk: Desk, _: Sequence[int]) -> tuple[int, str]:
    return round(desk.between(4, 7)), ""


_WORDS = {
    "fund": _fund,
    "wage": _wage,
    "watch": _watch,
    "lamp": _lamp,
    "power": _power,
    "solar": _solar,
    "interest": _interest,
}


@dataclass(slots=True)
class Spare:
    """The lines of which a month gets a few, and when each had its last turn."""

    lines: list[Line]
    turns: dict[str, int]

    def some(self, desk: Desk, count: int, number: int) -> Iterator[Row]:
        """Up to `count` rows for the month of that number; a line rests eight months."""
        free = [one for one in self.lines if one.due(desk.month) and self._rested(one, number)]
        while count > 0 and free:
            line = free.pop(desk.whole(0, len(free) - 1))
            self.turns[line.text] = number
            count -= 1
            yield desk.row(line)

    def _rested(self, line: Line, number: int) -> bool:
        return number - self.turns.get(line.text, -99) > 8


def settled(months: Sequence[Sequence[Row]], closing: int) -> list[tuple[int, list[Row], int]]:
    """Each month's opening, rows and closing, counted back from the last closing, interest filled in."""
    found = []
    for rows in reversed(months):
        net = sum(one.income - one.expense for one in rows if not one.interest)
        least = min(closing, closing - net)
        filled = [_filled(one, least) for one in rows]
        opening = closing - sum(one.income - one.expense for one in filled)
        found.append((opening, filled, closing))
        closing = opening
    return found[::-1]


def _filled(row: Row, balance: int) -> Row:
    """The row of interest with its amount: hundred-thousandths of the balance stand in it till then."""
    return replace(row, income=balance * (40 + row.income * 3) // 100_000) if row.interest else row
