"""The ledger's room on this floor: an account adds up to the cent, and stays in its month."""

from generator.model.ledger import Ledger
from generator.plan.plan import Plan
from generator.values.dates import month_of
from generator.values.problem import Problem


def check(plan: Plan) -> tuple[Problem, ...]:
    """Every account whose opening + income − expense is not its closing, every line of another month."""
    problems: list[Problem] = []
    for entry in plan.site.entries:
        if isinstance(entry.detail, Ledger):
            problems += _one(entry.detail)
    return tuple(problems)


def _one(ledger: Ledger) -> list[Problem]:
    problems = [
        Problem(
            "ledger/other-month",
            row.place,
            (
                ("day", row.day.isoformat()),
                ("period", str(ledger.period)),
                ("voucher", row.voucher),
            ),
        )
        for row in ledger.rows
        if month_of(row.day) != ledger.period
    ]
    expected = ledger.opening + ledger.income - ledger.expense
    if expected != ledger.closing:
        facts = (
            ("opening", str(ledger.opening)),
            ("income", str(ledger.income)),
            ("expense", str(ledger.expense)),
            ("expected", str(expected)),
            ("written", str(ledger.closing)),
            ("difference", str(ledger.closing - expected)),
        )
        problems.append(Problem("ledger/closing", ledger.closing_place, facts))
    return problems
