"""The ledger's room on this floor: each line an income or an expense, and all of it adds up."""

from generator.model.kind import Detail
from generator.model.ledger import Ledger, Row
from generator.read.fields import Reader
from generator.read.got import Got
from generator.values.dates import Month, month_of
from generator.values.money import ZERO, Money


def read(reader: Reader, got: Got) -> Detail | None:
    """The account as written; None when a part of it is missing, unreadable, or does not add up."""
    period = got.one("period", Month)
    opening, closing = got.one("opening", Money), got.one("closing", Money)
    lines = got.groups("rows")
    rows = tuple(_row(reader, one) for one in lines)
    if period is None or opening is None or closing is None or got.one("rows", tuple) is None:
        return None
    whole = tuple(row for row in rows if row is not None)
    if len(whole) < len(rows):
        return None
    ledger = Ledger(
        period=period,
        unit=reader.unit,
        opening=opening,
        rows=whole,
        closing=closing,
        note=got.text("note"),
    )
    _check_months(reader, ledger, lines)
    _check_balances(reader, ledger, lines)
    _check_closing(reader, ledger, got)
    return ledger


def _row(reader: Reader, got: Got) -> Row | None:
    day = got.day("date")
    sides = _sides(got)
    if len(sides) > 1:
        told = got.problem("ledger/both-sides", "expense", voucher=_named(got))
        reader.problems.append(told)
        return None
    if not sides:
        if got.meant.isdisjoint({"income", "expense"}):
            reader.problems.append(got.problem("ledger/no-amount", voucher=_named(got)))
        return None
    amount = got.one(sides[0], Money)
    if day is None or amount is None:
        return None
    income, expense = (amount, None) if sides == ["income"] else (None, amount)
    return Row(
        day,
        got.text("voucher"),
        got.text("summary"),
        income,
        expense,
        got.text("handler"),
        got.text("approver"),
        got.text("remark"),
        got.one("balance", Money),
        got.text("purpose"),
    )


def _named(line: Got) -> str:
    """The voucher's number as a message names it; that it is missing is told, too."""
    return line.text("voucher", "—")


def _sides(got: Got) -> list[str]:
    """The sides that are written; of two, 0.00 is how a spreadsheet says that there is none."""
    written: list[str] = [side for side in ("income", "expense") if side in got.spots]
    if len(written) > 1:
        return [side for side in written if got.values.get(side) != ZERO]
    return written


def _check_months(reader: Reader, ledger: Ledger, lines: tuple[Got, ...]) -> None:
    """A line of another month belongs to that month's account."""
    for row, line in zip(ledger.rows, lines, strict=True):
        if month_of(row.day) != ledger.period:
            reader.problems.append(
                line.problem(
                    "ledger/other-month",
                    "date",
                    day=row.day.isoformat(),
                    period=str(ledger.period),
                    voucher=_named(line),
                )
            )


def _check_balances(reader: Reader, ledger: Ledger, lines: tuple[Got, ...]) -> None:
    """A balance that is written is what is there after its line; only the first wrong one is told."""
    if not any("balance" in line.values for line in lines):
        return
    expected = ledger.opening
    for row, line in zip(ledger.rows, lines, strict=True):
        expected = expected + (row.income or ZERO) - (row.expense or ZERO)
        written = line.one("balance", Money)
        if written is not None and written != expected:
            reader.problems.append(
                line.problem(
                    "ledger/balance",
                    "balance",
                    voucher=_named(line),
                    written=written.in_unit(ledger.unit),
                    expected=expected.in_unit(ledger.unit),
                    difference=(written - expected).in_unit(ledger.unit),
                )
            )
            return


def _check_closing(reader: Reader, ledger: Ledger, got: Got) -> None:
    """Opening, income and expense give the closing that is written."""
    expected = ledger.opening + ledger.income - ledger.expense
    if expected != ledger.closing:
        reader.problems.append(
            got.problem(
                "ledger/closing",
                "closing",
                opening=ledger.opening.in_unit(ledger.unit),
                income=ledger.income.in_unit(ledger.unit),
                expense=ledger.expense.in_unit(ledger.unit),
                expected=expected.in_unit(ledger.unit),
                written=ledger.closing.in_unit(ledger.unit),
                difference=(ledger.closing - expected).in_unit(ledger.unit),
            )
        )
