"""Amounts of money: exact, never a float, with the unit they were written in."""

import re
from decimal import Decimal
from typing import Literal

from generator.values.dataclass import dataclass
from generator.values.pattern import pattern

MoneyUnit = Literal["元", "万元"]
Why = Literal["form", "grouping", "scientific"]
_NARROW = str.maketrans(
    {0xFF01 + i: 0x21 + i for i in range(94)} | {"\u3000": " ", "￥": "¥", "−": "-"}
)
"""Full-width forms and the minus of mathematics, one character for one, so that places stay."""
_AMOUNT = pattern(
    r"(?P<sign>[+-]?)(?: *(?P<mark>¥))? *(?P<inner>[+-]?)(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)"
    r" *(?P<unit>(?:万?元)?)"
)
_USUAL = pattern(r"[0-9]{1,15}(?:\.[0-9]{1,2})?")
"""Most amounts: nothing in them needs to be looked for."""
_PLAIN = pattern(r"[0-9]+(\.[0-9]+)?")
_GROUPED = pattern(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_COMMAS = pattern(r"[+-]?[0-9][0-9.,]*,[0-9.,]*")
_SCIENTIFIC = pattern(r"[+-]?[0-9](?:\.[0-9]+)?[Ee][+-]?[0-9]+")
_LONGEST = 24
"""Beyond this an exact amount would leave the 28 digits that arithmetic keeps."""
_TIMES: dict[MoneyUnit, int] = {"元": 1, "万元": 10000}


class NotMoneyError(ValueError):
    """The text is not an amount; `index` is the first character that has no place in one.

    `why` is `grouping` for digits that commas part wrongly (1,68), `scientific` for 1.68E+03.
    """

    def __init__(self, text: str, index: int, why: Why = "form") -> None:
        super().__init__(text)
        self.index = index
        self.why = why


class OtherUnitError(ValueError):
    """The amount names a unit that is not the declared one; `money` is what was written."""

    def __init__(self, text: str, written: MoneyUnit, money: "Money") -> None:
        super().__init__(text)
        self.written: MoneyUnit = written
        self.money = money


class TooFineError(ValueError):
    """The amount has parts of a cent, which no ledger can pay."""


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An exact amount in 元. Adding and subtracting never rounds."""

    yuan: Decimal

    def __add__(self, other: "Money") -> "Money":
        return Money(self.yuan + other.yuan)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.yuan - other.yuan)

    def __str__(self) -> str:
        """`1,234.50`: thousands commas, always two places."""
        return f"{self.yuan:,.2f}"

    @property
    def plain(self) -> str:
        """`1234.50`, for machines."""
        return f"{self.yuan:.2f}"

    def in_unit(self, unit: MoneyUnit) -> str:
        """The amount as printed under a heading that says 元 (two places) or 万元 (as many as needed)."""
        if unit == "元":
            return str(self)
        value = (self.yuan / _TIMES[unit]).normalize()
        places = max(2, -int(value.as_tuple().exponent))
        return f"{value:,.{places}f}"


ZERO = Money(Decimal(0))


def total(amounts: "tuple[Money, ...]") -> Money:
    """The exact sum."""
    return Money(sum((amount.yuan for amount in amounts), Decimal(0)))


def parse_money(text: str, unit: MoneyUnit = "元") -> Money:
    """Read `1680`, `1,680.00`, full-width digits, `-100.00`, `（100.00）` or `¥100元`, in `unit`.

    Raises NotMoneyError at the first character that cannot stand in an amount, TooFineError
    when it has parts of a cent, OtherUnitError when it names another unit (`5万元` under 元).
    """
    if unit == "元" and _USUAL.fullmatch(text):
        return Money(round(Decimal(text), 2))
    plain = text.translate(_NARROW).strip()
    found = _AMOUNT.fullmatch(plain) or _bracketed(plain)
    if not found or (found["sign"] and found["inner"]):
        raise _refused(text, plain)
    number = found["number"]
    if not (_PLAIN.fullmatch(number) or _GROUPED.fullmatch(number)):
        raise NotMoneyError(text, plain.index(","), "grouping")
    if len(number) > _LONGEST:
        raise NotMoneyError(text, _LONGEST)
    named = _named(found)
    value = Decimal(number.replace(",", "")) * _TIMES[named or unit]
    if value != round(value, 2):
        raise TooFineError(text)
    is_negative = plain.startswith("(") or "-" in (found["sign"], found["inner"])
    money = Money(round(-value if is_negative else value, 2) + 0)  # there is no negative nothing
    if named and named != unit:
        raise OtherUnitError(text, named, money)
    return money


def _bracketed(plain: str) -> re.Match[str] | None:
    """What an accountant's brackets hold; a sign inside them would say the opposite."""
    if not (plain.startswith("(") and plain.endswith(")")):
        return None
    found = _AMOUNT.fullmatch(plain[1:-1])
    return found if found and not found["sign"] and not found["inner"] else None


def _named(found: re.Match[str]) -> MoneyUnit | None:
    """The unit that the amount itself names; ¥ says 元, and ¥5万元 says 万元."""
    if found["unit"]:
        return "万元" if found["unit"] == "万元" else "元"
    return "元" if found["mark"] else None


def _refused(text: str, plain: str) -> NotMoneyError:
    if _SCIENTIFIC.fullmatch(plain):
        return NotMoneyError(text, plain.upper().index("E"), "scientific")
    if _COMMAS.fullmatch(plain):
        return NotMoneyError(text, plain.index(","), "grouping")
    return NotMoneyError(text, _stray(plain))


def _stray(text: str) -> int:
    """The index of the first character that has no place in an amount, or 0."""
    return next((i for i, char in enumerate(text) if char not in "0123456789.,+-()¥"), 0)
