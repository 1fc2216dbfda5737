"""Counts and measures: exact, never a float, never rounded, in the unit they were written in."""

import unicodedata
from decimal import Decimal
from typing import Literal

from generator.values.dataclass import dataclass
from generator.values.pattern import pattern

Unit = Literal["㎡", "亩", "公顷", "米"]
_SPELLINGS: dict[str, Unit] = {
    "m2": "㎡",
    "平方米": "㎡",
    "平米": "㎡",
    "亩": "亩",
    "公顷": "公顷",
    "hm2": "公顷",
    "米": "米",
    "m": "米",
}
"""The units we know, by the way they are written once full-width and squared signs are made plain."""
_HALF = str.maketrans("０１２３４５６７８９，．\u3000", "0123456789,. ")
"""Full-width digits and marks; nothing else is taken for a digit, so that `5²` is never 52."""
_PARTS = pattern(r"(?P<number>[0-9.,]+) *(?P<unit>[^0-9.,].*)?")
_NUMBER = pattern(r"(?P<whole>[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\.(?P<rest>[0-9]{1,6}))?")
"""Twelve digits and six behind the point: sums of a million of them keep every digit."""


class NotAQuantityError(ValueError):
    """The text is not a number from 0 up; `index` is the first character that has no place in one."""

    def __init__(self, text: str, index: int) -> None:
        super().__init__(text)
        self.index = index


class OtherUnitError(ValueError):
    """The number is in another unit than the one that was asked for."""

    def __init__(self, text: str, unit: str) -> None:
        super().__init__(text)
        self.unit = unit


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measure in its unit; it keeps the decimal places it was written with."""

    value: Decimal
    unit: Unit

    def __str__(self) -> str:
        """`1,234.50`: thousands commas, places as written, no unit."""
        return grouped(self.value)


def grouped(number: Decimal | int) -> str:
    """The number with thousands commas and all its places."""
    return f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"


def total(quantities: tuple[Quantity, ...]) -> Decimal:
    """The exact sum of measures in one unit, with as many places as the finest of them."""
    return sum((one.value for one in quantities), Decimal(0))


def parse_quantity(text: str, unit: Unit) -> Quantity:
    """Read `120`, `1,214.5`, full-width digits, `120平方米` or `120 ㎡`, in `unit`.

    Raises OtherUnitError when another unit stands behind the number, NotAQuantityError at the
    first character that cannot stand in such a number. Nothing is ever converted.
    """
    plain = text.strip().translate(_HALF)
    found = _PARTS.fullmatch(plain)
    if not found:
        raise NotAQuantityError(text, _stray(plain))
    number = found["number"]
    written = unicodedata.normalize("NFKC", found["unit"] or "").strip()
    if not _NUMBER.fullmatch(number):
        raise NotAQuantityError(text, 0)
    if written and written not in _SPELLINGS:
        raise NotAQuantityError(text, found.start("unit"))
    if written and _SPELLINGS[written] != unit:
        raise OtherUnitError(text, _SPELLINGS[written])
    return Quantity(Decimal(number.replace(",", "")), unit)


def spelt(unit: str) -> Unit | None:
    """The unit that is written so; None for none of ours."""
    return _SPELLINGS.get(unicodedata.normalize("NFKC", unit).strip())


def parse_tally(text: str) -> int:
    """Read `0`, `47`, `1,416` or full-width digits: a count of persons, households or cases.

    Raises NotAQuantityError at the first character that cannot stand in one.
    """
    plain = text.strip().translate(_HALF)
    found = _NUMBER.fullmatch(plain)
    if not found:
        raise NotAQuantityError(text, _stray(plain))
    if found["rest"] is not None:
        raise NotAQuantityError(text, found.end("whole"))
    return int(plain.replace(",", ""))


def _stray(text: str) -> int:
    """The index of the first character that has no place in a number, or 0."""
    return next((i for i, char in enumerate(text) if char not in "0123456789.,"), 0)
