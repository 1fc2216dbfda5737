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
    has_balances = _has_balances(ledger)
    groups = (
        _as_written(ledger, language, show) if has_balances else _by_side(ledger, language, show)
    )
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
            *(
                [Column(say("plan_ledger_balance"), numeric=True, role="plain")]
                if has_balances
                else []
            ),
        ),
        groups=groups,
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


def _has_balances(ledger: Ledger) -> bool:
    return any(row.balance is not None for row in ledger.rows)


def _by_side(ledger: Ledger, language: Language, show: Show) -> tuple[Group, ...]:
    """Income, then expense, each with its sum; within a side the order that was written."""
    sums = {"in": ledger.income, "out": ledger.expense}
    groups = []
    for side, total in sums.items():
        mine = tuple(row for row in ledger.rows if (row.income is not None) == (side == "in"))
        title = language.say(f"plan_ledger_group_{side}", n=len(mine))
        if mine:
            rows = _rows(ledger, mine, language, show)
            groups.append(_group(side, title, rows, _sides(side, show(total)), language))
    return tuple(groups)


def _as_written(ledger: Ledger, language: Language, show: Show) -> tuple[Group, ...]:
    """All lines in one order, in which a balance follows from the one above; then the two sums."""
    rows = _rows(ledger, ledger.rows, language, show)
    income = (*_sides("in", show(ledger.income)), _EMPTY)
    expense = (*_sides("out", show(ledger.expense)), _EMPTY)
    return (
        _group("in", "", rows, income, language),
        _group("out", "", (), expense, language),
    )


def _group(
    side: str,
    title: str,
    rows: tuple[tuple[Cell, ...], ...],
    subtotal: tuple[Cell, ...],
    language: Language,
) -> Group:
    return Group(
        title=title,
        rows=rows,
        subtotal_label=language.say(f"plan_ledger_sub_{side}"),
        subtotal=subtotal,
    )


def _sides(side: str, amount: str) -> tuple[Cell, Cell]:
    """The amount in the column of its side, nothing in the other."""
    cell = Cell(amount, "")
    return (cell, _EMPTY) if side == "in" else (_EMPTY, cell)


def _rows(
    ledger: Ledger, mine: tuple[Row, ...], language: Language, show: Show
) -> tuple[tuple[Cell, ...], ...]:
    more = _written(ledger.rows)
    rows = tuple(_cells(row, more, language, show) for row in mine)
    if not _has_balances(ledger):
        return rows
    balances = (_EMPTY if row.balance is None else Cell(show(row.balance), "") for row in mine)
    return tuple((*row, balance) for row, balance in zip(rows, balances, strict=True))


def _cells(row: Row, more: tuple[str, ...], language: Language, show: Show) -> tuple[Cell, ...]:
    day = language.short_day(row.day)
    sides = _sides("out" if row.income is None else "in", show(row.income or row.expense or ZERO))
    said = (row.voucher, row.summary, *(str(getattr(row, name)) for name in more))
    return (Cell(day.text, day.iso), *(Cell(text, "") for text in said), *sides)
