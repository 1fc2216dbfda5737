"""The ledger's room on this floor: four figures, two groups of lines, the closing line."""

from collections.abc import Callable

from generator.model.kind import Detail
from generator.model.ledger import Ledger, Row
from generator.plan.language import Language
from generator.plan.parts import Cell, Column, Figure, Group, Sheet
from generator.plan.view import View
from generator.values.money import ZERO, Money

_EMPTY = Cell("", "")
Show = Callable[[Money], str]


def view(detail: Detail, language: Language) -> View:
    """The account as a reader checks it: what was there, what came, what went, what is left."""
    assert isinstance(detail, Ledger)

    def show(money: Money) -> str:
        return money.in_unit(detail.unit)

    say = language.say
    balances = {
        "opening": detail.opening,
        "income": detail.income,
        "expense": detail.expense,
        "closing": detail.closing,
    }
    return View(
        lede=say(
            "plan_ledger_lede",
            n=len(detail.rows),
            **{name: str(value) for name, value in balances.items()},
        ),
        figures=tuple(
            Figure(say(f"plan_ledger_{name}"), show(value)) for name, value in balances.items()
        ),
        sheets=(_sheet(detail, language, show),),
        amount=say("plan_ledger_amount", amount=str(detail.expense)),
    )


def _sheet(ledger: Ledger, language: Language, show: Show) -> Sheet:
    say = language.say
    unit = language.unit(ledger.unit)
    more = _written(ledger.rows)
    return Sheet(
        caption=say("plan_ledger_caption"),
        note=say("plan_ledger_unit", unit=unit, note=ledger.note).strip(),
        columns=(
            Column(say("plan_ledger_date"), numeric=False, role="first"),
            Column(say("plan_ledger_voucher"), numeric=False, role="second"),
            Column(say("plan_ledger_summary"), numeric=False, role="main"),
            *(Column(say(f"plan_ledger_{one}"), numeric=False, role="under") for one in more),
            Column(say("plan_ledger_in"), numeric=True, role="value"),
            Column(say("plan_ledger_out"), numeric=True, role="value"),
        ),
        groups=tuple(
            group
            for group in (
                _group(ledger, "in", ledger.income, language, show),
                _group(ledger, "out", ledger.expense, language, show),
            )
            if group.rows
        ),
        total_label=say("plan_ledger_total"),
        total=show(ledger.closing),
    )


def _written(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """What at least one line says beyond the account itself."""
    return tuple(
        name
        for name in ("handler", "approver", "remark")
        if any(getattr(row, name) for row in rows)
    )


def _group(ledger: Ledger, side: str, total: Money, language: Language, show: Show) -> Group:
    mine = tuple(row for row in ledger.rows if (row.income is not None) == (side == "in"))
    more = _written(ledger.rows)
    subtotal = Cell(show(total), "")
    return Group(
        title=language.say(f"plan_ledger_group_{side}", n=len(mine)),
        rows=tuple(_cells(row, more, language, show) for row in mine),
        subtotal_label=language.say(f"plan_ledger_sub_{side}"),
        subtotal=(subtotal, _EMPTY) if side == "in" else (_EMPTY, subtotal),
    )


def _cells(row: Row, more: tuple[str, ...], language: Language, show: Show) -> tuple[Cell, ...]:
    day = language.short_day(row.day)
    amount = Cell(show(row.income or row.expense or ZERO), "")
    sides = (amount, _EMPTY) if row.income is not None else (_EMPTY, amount)
    said = (row.voucher, row.summary, *(str(getattr(row, name)) for name in more))
    return (Cell(day.text, day.iso), *(Cell(text, "") for text in said), *sides)
