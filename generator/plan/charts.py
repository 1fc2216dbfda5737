"""Charts as finished values: how long each bar is, and its number beside it.

Nothing here is measured in pixels, so that a theme's drawing stretches to any width; whatever
is computed is computed in whole numbers, so that no share is ever off by a float's grain.
"""

import functools
from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.plan.language import Language
from generator.plan.pages.entry import Bar, Chart, MonthChart, MonthPair, Pole
from generator.plan.view import Turnover
from generator.values.dataclass import dataclass
from generator.values.dates import Month
from generator.values.money import ZERO, Money

YEAR = 12
"""So many months are shown, the last one included."""
_WHOLE = 1000
"""Tenths of a percent in the whole."""
_LINES = 4
"""Most lines of a month chart above nothing, and below it."""
_ROOMY = 6
"""So many month labels stand beside each other on the smallest phone."""
_FILL = 36
"""How much of a month's width each of its two bars takes at most, in percent."""
_WIDEST = 6
"""How much of the drawing's width a bar takes at most, in percent."""
_GRAIN = 10_000
"""Positions are whole hundredths of a percent."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a bar stands for: its label, its size in any whole unit, the size as it is written."""

    label: str
    size: int
    text: str


def cents(money: Money) -> int:
    """The amount as a whole number."""
    return int(money.yuan.scaleb(2))


def bars(title: str, note: str, items: Sequence[Item], language: Language) -> Chart | None:
    """The items, the largest first, as parts of their sum; None when there is nothing to compare.

    Where one of them is below nothing they are no parts of a whole, and no part is said.
    """
    if len(items) < 2 or not any(one.size for one in items):
        return None
    ordered = sorted(items, key=lambda one: -one.size)
    longest = max(1, ordered[0].size)
    parts = shares(tuple(one.size for one in ordered))
    return Chart(
        title,
        note,
        tuple(
            Bar(one.label, one.text, _share(part, one.size, language), _percent(one.size, longest))
            for one, part in zip(ordered, parts, strict=True)
        ),
    )


def shares(sizes: Sequence[int]) -> tuple[int | None, ...]:
    """Each size's part of their sum in tenths of a percent, which together make exactly 1000.

    The tenths that are left after rounding down go to those that lost most by it. Sizes below
    nothing, or a sum of nothing, have no parts.
    """
    whole = sum(sizes)
    if whole <= 0 or min(sizes) < 0:
        return (None,) * len(sizes)
    tenths = [size * _WHOLE // whole for size in sizes]
    lost = sorted(range(len(sizes)), key=lambda index: (-(sizes[index] * _WHOLE % whole), index))
    for index in lost[: _WHOLE - sum(tenths)]:
        tenths[index] += 1
    return tuple(tenths)


def months(
    unit: str, turnovers: Iterable[Turnover], last: Month, language: Language
) -> MonthChart | None:
    """The unit's accounts of a year up to `last`; None when fewer than two months are known.

    A month of which two accounts were published is no number that can be compared with another,
    so that nothing is drawn; a month without one stays empty.
    """
    known: dict[Month, list[Turnover]] = {}
    for one in turnovers:
        if 0 <= last.since(one.period) < YEAR:
            known.setdefault(one.period, []).append(one)
    if len(known) < 2 or any(len(one) > 1 for one in known.values()):
        return None
    shown = _months(min(known), last)
    amounts = [money for (one,) in known.values() for money in (one.income, one.expense)]
    scale = _Scale.of(amounts)
    say = language.say
    return MonthChart(
        title=say("plan_months_title"),
        note=say("plan_months_note", step=f"{scale.step // 100:,}"),
        label=say(
            "plan_months_label",
            unit=unit,
            start=language.month(shown[0]).text,
            end=language.month(last).text,
        ),
        months=tuple(
            _pair(index, shown, known.get(month, ()), scale, language)
            for index, month in enumerate(shown)
        ),
        width=_percent(_fill(len(shown)), 100 * len(shown)),
        lines=scale.lines,
        base=scale.base,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """From `low` (nothing or below) to `high` (nothing or above), in cents, with a line every `step`."""

    low: int
    high: int
    step: int

    @classmethod
    def of(cls, amounts: Sequence[Money]) -> "_Scale":
        sizes = [cents(one) for one in amounts]
        low, high = min(0, *sizes), max(0, *sizes)
        step = _step(max(high, -low, 1))
        below, above = low // step * step, -(-high // step) * step
        return cls(below, above if above or below else step, step)

    def y(self, size: int) -> int:
        """How far from the top a size stands, in hundredths of a percent."""
        return (self.high - size) * _GRAIN // (self.high - self.low)

    @property
    def base(self) -> str:
        """Where nothing stands."""
        return _hundredths(self.y(0))

    @property
    def lines(self) -> tuple[str, ...]:
        """Every step but nothing."""
        sizes = range(self.low, self.high + 1, self.step)
        return tuple(_hundredths(self.y(size)) for size in sizes if size)

    def pole(self, x: str, money: Money) -> Pole:
        """The bar of an amount: up from nothing, or down."""
        size = cents(money)
        top, foot = self.y(max(size, 0)), self.y(min(size, 0))
        return Pole(x, _hundredths(top), _hundredths(foot - top))


def _step(most: int) -> int:
    """The smallest of 1, 2 and 5 times a power of ten, in whole 元, that needs no more than four lines."""
    step = 100
    factors = (2, Decimal("2.5"), 2)
    index = 0
    while step * _LINES < most:
        step = int(step * factors[index % 3])
        index += 1
    return step


def _months(first: Month, last: Month) -> tuple[Month, ...]:
    count = last.since(first) + 1
    index = first.year * 12 + first.number - 1
    return tuple(Month((index + n) // 12, (index + n) % 12 + 1) for n in range(count))


def _fill(count: int) -> int:
    """How much of its month's width a bar takes, in percent, when there are so many months."""
    return min(_FILL, _WIDEST * count)


def _pair(
    index: int,
    shown: tuple[Month, ...],
    turnovers: Sequence[Turnover],
    scale: _Scale,
    language: Language,
) -> MonthPair:
    count, month = len(shown), shown[index]
    own = turnovers[0] if turnovers else None
    left, middle = _places(index, count)
    return MonthPair(
        month=language.short_month(month),
        name=language.month(month),
        year=language.year(month.year) if index == 0 or month.number == 1 else "",
        left=left,
        middle=middle,
        minor=count > _ROOMY and (count - 1 - index) % 2 == 1,
        income=str(own.income) if own else "",
        expense=str(own.expense) if own else "",
        income_pole=scale.pole(left, own.income) if own else None,
        expense_pole=scale.pole(middle, own.expense) if own else None,
    )


@functools.cache
def _places(index: int, count: int) -> tuple[str, str]:
    """Where a month among so many begins, and its middle, where the second bar does."""
    first = index * 100
    return _percent(first + 50 - _fill(count), 100 * count), _percent(first + 50, 100 * count)


def _share(tenths: int | None, size: int, language: Language) -> str:
    if tenths is None:
        return ""
    if size and not tenths:
        return language.say("plan_share_least")
    return f"{tenths // 10}.{tenths % 10}%"


def _percent(part: int, whole: int) -> str:
    return _hundredths(max(0, part) * _GRAIN // whole)


def _hundredths(count: int) -> str:
    """`12.5%` for 1250."""
    return f"{count // 100}.{count % 100:02d}".rstrip("0").rstrip(".") + "%"


def spending(pairs: Sequence[tuple[str, Money]]) -> dict[str, Money]:
    """The sum of each label's amounts, in the order in which the labels come."""
    sums: dict[str, Money] = {}
    for label, money in pairs:
        sums[label] = sums.get(label, ZERO) + money
    return sums
