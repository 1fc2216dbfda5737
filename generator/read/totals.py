"""Totals that somebody wrote beside their parts: compared exactly, told where they differ, never mended."""

from collections.abc import Iterable
from decimal import Decimal

from generator.model.fields import Field
from generator.read.fields import Reader
from generator.read.got import Got
from generator.values.money import Money
from generator.values.quantity import Quantity, grouped


def column(reader: Reader, got: Got, rows: tuple[Got, ...], part: Field, total: Field) -> None:
    """The `total` that `got` writes is the sum of `part` over `rows`; a row without it is told."""
    if total.key not in got.values:
        return
    for row in rows:
        if part.key not in row.spots and not part.required:
            reader.problems.append(row.problem("total/gap", key=total.zh, part=part.zh))
    compare(reader, got, total, [row.values.get(part.key) for row in rows])


def compare(reader: Reader, got: Got, total: Field, parts: Iterable[object]) -> None:
    """The `total` that `got` writes is the sum of `parts`; None among them was told before."""
    written = got.values.get(total.key)
    numbers = [None if part is None else _number(part) for part in parts]
    known = [number for number in numbers if number is not None]
    if written is None or len(known) < len(numbers):
        return
    computed, stated = sum(known, Decimal(0)), _number(written)
    if computed != stated:
        reader.problems.append(
            got.problem(
                "total/differs",
                total.key,
                key=total.zh,
                written=_shown(reader, stated, written),
                computed=_shown(reader, computed, written),
                difference=_shown(reader, stated - computed, written),
            )
        )


def _number(value: object) -> Decimal:
    match value:
        case Money(yuan):
            return yuan
        case Quantity(number, _):
            return number
        case int(count):
            return Decimal(count)
        case _:
            raise AssertionError(value)


def _shown(reader: Reader, number: Decimal, like: object) -> str:
    """The number as a page shows one of its sort."""
    return Money(number).in_unit(reader.unit) if isinstance(like, Money) else grouped(number)
