"""The ledger's room on this floor: its lines, each either an income or an expense."""

from generator.model.kind import Detail
from generator.model.ledger import Ledger, Row
from generator.read.fields import Got, Reader
from generator.values.dates import Month
from generator.values.money import Money


def read(reader: Reader, got: Got) -> Detail | None:
    """The account as written; None when a part of it is missing or unreadable."""
    period = got.one("period", Month)
    opening, closing = got.one("opening", Money), got.one("closing", Money)
    rows = tuple(_row(reader, one) for one in got.groups("rows"))
    if period is None or opening is None or closing is None or None in rows:
        return None
    return Ledger(
        period=period,
        unit=reader.unit,
        opening=opening,
        rows=tuple(row for row in rows if row is not None),
        closing=closing,
        note=got.text("note"),
        closing_place=got.at("closing"),
    )


def _row(reader: Reader, got: Got) -> Row | None:
    day = got.day("date")
    income, expense = got.one("income", Money), got.one("expense", Money)
    if ("income" in got.places) == ("expense" in got.places):
        code = "ledger/both-sides" if "income" in got.places else "ledger/no-amount"
        reader.problems.append(
            reader.source.problem(
                code, got.place.line, got.place.column, voucher=got.text("voucher")
            )
        )
        return None
    if day is None or (income is None and expense is None):
        return None
    return Row(day, got.text("voucher"), got.text("summary"), income, expense, got.place)
