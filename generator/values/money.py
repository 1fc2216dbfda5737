"""Amounts of money: exact, never a float, with the unit they were written in."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

MoneyUnit = Literal["元", "万元"]
_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
_LONGEST = 24
"""Beyond this an exact amount would leave the 28 digits that arithmetic keeps."""
_TIMES: dict[MoneyUnit, int] = {"元": 1, "万元": 10000}


class NotMoneyError(ValueError):
    """The text is not an amount; `index` is the first character that has no place in one."""

    def __init__(self, text: str, index: int) -> None:
        super().__init__(text)
        self.index = index


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
    """Read `1680`, `1,680.00`, full-width digits, `-100.00` or `（100.00）`, in `unit`.

    Raises NotMoneyError at the first character that cannot stand in an amount, TooFineError
    when it has parts of a cent.
    """
    plain = unicodedata.normalize("NFKC", text.strip())
    bracketed = plain.startswith("(") and plain.endswith(")")
    bare = plain[1:-1] if bracketed else plain
    if bracketed and bare[:1] in {"+", "-"}:
        raise NotMoneyError(text, 1)
    if not (_PLAIN.fullmatch(bare) or _GROUPED.fullmatch(bare)):
        raise NotMoneyError(text, _stray(plain))
    if len(bare) > _LONGEST:
        raise NotMoneyError(text, _LONGEST)
    value = Decimal(bare.replace(",", "")) * _TIMES[unit]
    if value != round(value, 2):
        raise TooFineError(text)
    value = round(-value if bracketed else value, 2)
    return Money(value + 0)  # there is no negative nothing


def _stray(text: str) -> int:
    """The index of the first character that has no place in an amount, or 0."""
    return next((i for i, char in enumerate(text) if char not in "0123456789.,+-()"), 0)
