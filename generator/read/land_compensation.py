"""The land compensation's room on this floor: fees that make the total, shares that make the payments."""

from generator.model.kind import Detail
from generator.model.land_compensation import (
    AMOUNT,
    HOUSEHOLDS,
    PAID,
    PAID_HOUSEHOLDS,
    PARTS,
    TOTAL,
    LandCompensation,
    Part,
    Share,
)
from generator.read import totals
from generator.read.fields import Reader
from generator.read.got import Got
from generator.values.money import ZERO, Money
from generator.values.quantity import Quantity


def read(reader: Reader, got: Got) -> Detail | None:
    """The account as written; None when an amount that it needs is missing or unreadable."""
    rows = got.groups("distribution")
    _check_sums(reader, got, rows)
    total, shares = got.one("total", Money), tuple(_share(one) for one in rows)
    if total is None or None in shares:
        return None
    return LandCompensation(
        project=got.text("project"),
        approval_no=got.text("approval_no"),
        owner=got.text("owner"),
        area=got.one("area", Quantity),
        land=got.text("land"),
        standard=got.text("standard"),
        parts=tuple(
            Part(field.key, amount)
            for field in PARTS
            if (amount := got.one(field.key, Money)) is not None
        ),
        total=total,
        unit=reader.unit,
        shares=tuple(one for one in shares if one is not None),
        paid_households=got.one("paid_households", int),
        paid=got.one("paid", Money),
        note=got.text("note"),
    )


def _check_sums(reader: Reader, got: Got, rows: tuple[Got, ...]) -> None:
    fees = [got.values.get(field.key) for field in PARTS if field.key in got.spots]
    if fees:
        totals.compare(reader, got, TOTAL, fees)
    if got.one("distribution", tuple) is None:
        return
    totals.column(reader, got, rows, AMOUNT, PAID)
    _check_whole(reader, got, [row.one(AMOUNT.key, Money) for row in rows])
    if any(HOUSEHOLDS.key in row.spots for row in rows):
        totals.column(reader, got, rows, HOUSEHOLDS, PAID_HOUSEHOLDS)
    else:  # a row without the count is one household
        totals.compare(reader, got, PAID_HOUSEHOLDS, [1 for _ in rows])


def _check_whole(reader: Reader, got: Got, amounts: list[Money | None]) -> None:
    """No more is shared out than came in; where less is, what was paid says so.

    Shares that do not make what was paid are told as that alone.
    """
    total, paid = got.one(TOTAL.key, Money), got.one(PAID.key, Money)
    known = [one for one in amounts if one is not None]
    if total is None or not known or len(known) < len(amounts):
        return
    shared = max(sum(known, ZERO), paid or ZERO)
    if shared > total:
        over = got.problem(
            "land-compensation/over",
            TOTAL.key,
            shared=shared.in_unit(reader.unit),
            total=total.in_unit(reader.unit),
            difference=(shared - total).in_unit(reader.unit),
        )
        reader.problems.append(over)
    elif shared < total and PAID.key not in got.spots:
        kept = got.problem(
            "land-compensation/kept",
            TOTAL.key,
            "warn",
            shared=shared.in_unit(reader.unit),
            total=total.in_unit(reader.unit),
            difference=(total - shared).in_unit(reader.unit),
        )
        reader.problems.append(kept)


def _share(got: Got) -> Share | None:
    amount = got.one("amount", Money)
    if amount is None:
        return None
    return Share(
        recipient=got.text("recipient"),
        use=got.text("use"),
        households=got.one("households", int),
        area=got.one("area", Quantity),
        amount=amount,
    )
