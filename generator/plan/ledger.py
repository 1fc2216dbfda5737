"""The ledger's room on this floor: four figures, two groups of lines, the closing line."""

from operator import attrgetter

from generator.model.entry import Former
from generator.model.kind import Detail
from generator.model.ledger import Ledger
from generator.plan.charts import Item, bars, cents, spending
from generator.plan.language import Language
from generator.plan.pages.entry import Cell, Chart, Column, Figure, Group, Role, Sheet
from generator.plan.tables import Marks
from generator.plan.view import View
from generator.values.dataclass import dataclass, replace
from generator.values.money import Money

_EMPTY = Cell("", "")
_AMOUNTS = ("income", "expense", "balance")
_BENEATH = ("handler", "approver", "remark")
_ROLES: dict[str, Role] = {
    "date": "first",
    "voucher": "second",
    "summary": "main",
    **dict.fromkeys(_BENEATH, "under"),
    "income": "value",
    "expense": "value",
    "balance": "plain",
}
_TITLES = {"income": "in", "expense": "out"}
"""Columns that are not called like the figures of the same name."""
_INLINE = 8
"""Purposes up to so many characters stand in one line with the date on a phone."""


@dataclass(frozen=True, slots=True)
class _Writer:
    """An account with all that it takes to write its lines.

    `marks` is what stood in its cells; `names` are the fields of a line that have a column; `income`
    and `expense` are the sums, worked out once.
    """

    ledger: Ledger
    language: Language
    marks: Marks
    names: tuple[str, ...]
    income: Money
    expense: Money

    def show(self, money: Money) -> str:
        """The amount in the account's own unit."""
        return money.in_unit(self.ledger.unit)

    def say(self, name: str, **facts: object) -> str:
        """The sentence of this kind."""
        return self.language.say(f"plan_ledger_{name}", **facts)


def view(detail: Detail, language: Language, former: Former) -> View:
    """The account as a reader checks it: what was there, what came, what went, what is left."""
    assert isinstance(detail, Ledger)
    marks = Marks("rows", former)
    writer = _Writer(detail, language, marks, _names(detail, marks), detail.income, detail.expense)
    balances = {
        "opening": detail.opening,
        "income": writer.income,
        "expense": writer.expense,
        "closing": detail.closing,
    }
    chart = _chart(writer)
    return View(
        lede=writer.say(
            "lede",
            n=len(detail.rows),
            **{name: str(value) for name, value in balances.items()},
        ),
        figures=tuple(
            Figure(writer.say(name), writer.show(value)) for name, value in balances.items()
        ),
        sheets=(_sheet(writer),),
        charts=(chart,) if chart else (),
        amount=writer.say("amount", amount=str(writer.expense)),
        money=writer.expense,
    )


def _chart(writer: _Writer) -> Chart | None:
    """Where the money went, by purpose; lines without one stand together under their own name."""
    spent = [(row.purpose, row.expense) for row in writer.ledger.rows if row.expense is not None]
    if not any(purpose for purpose, _ in spent):
        return None
    sums = spending([(purpose or writer.say("no_purpose"), money) for purpose, money in spent])
    unit = writer.language.unit(writer.ledger.unit)
    items = [
        Item(
            label,
            cents(money),
            writer.language.say("plan_measured", n=writer.show(money), unit=unit),
        )
        for label, money in sums.items()
    ]
    total = writer.show(writer.expense)
    note = writer.say("chart_note", total=total, unit=unit)
    return bars(writer.say("chart"), note, items, writer.language)


def _sheet(writer: _Writer) -> Sheet:
    say, ledger = writer.say, writer.ledger
    return Sheet(
        caption=say("caption"),
        note=say("unit", unit=writer.language.unit(ledger.unit), note=ledger.note).strip(),
        columns=_columns(writer),
        groups=_as_written(writer) if "balance" in writer.names else _by_side(writer),
        total_label=say("total"),
        total=writer.show(ledger.closing),
    )


def _names(ledger: Ledger, marks: Marks) -> tuple[str, ...]:
    """The fields of a line that have a column, in order: of some, those that say or said anything."""
    rows = ledger.rows
    said = {
        name
        for name in (*_BENEATH, "purpose")
        if any(map(attrgetter(name), rows))
        or (marks.former and any(marks.was(n, (name,)) for n in range(len(rows))))
    }
    has_balances = any(row.balance is not None for row in rows)
    return (
        *("date", "voucher", "summary"),
        *(name for name in (*_BENEATH, "purpose") if name in said),
        *("income", "expense"),
        *(["balance"] if has_balances else []),
    )


def _columns(writer: _Writer) -> tuple[Column, ...]:
    longest = max((len(row.purpose) for row in writer.ledger.rows), default=0)
    roles = _ROLES | {"purpose": "second" if longest <= _INLINE else "plain"}
    return tuple(
        Column(writer.say(_TITLES.get(name, name)), numeric=name in _AMOUNTS, role=roles[name])
        for name in writer.names
    )


def _by_side(writer: _Writer) -> tuple[Group, ...]:
    """Income, then expense, each with its sum; within a side the order that was written."""
    sums = {"in": writer.income, "out": writer.expense}
    lines = tuple(zip(writer.ledger.rows, _rows(writer), strict=True))
    groups = []
    for side, total in sums.items():
        rows = tuple([cells for row, cells in lines if (row.income is not None) == (side == "in")])
        if rows:
            title = writer.say(f"group_{side}", n=len(rows))
            groups.append(_group(writer, side, title, rows, _sides(side, writer.show(total))))
    return tuple(groups)


def _as_written(writer: _Writer) -> tuple[Group, ...]:
    """All lines in one order, in which a balance follows from the one above; then the two sums."""
    income = (*_sides("in", writer.show(writer.income)), _EMPTY)
    expense = (*_sides("out", writer.show(writer.expense)), _EMPTY)
    return (
        _group(writer, "in", "", _rows(writer), income),
        _group(writer, "out", "", (), expense),
    )


def _group(
    writer: _Writer,
    side: str,
    title: str,
    rows: tuple[tuple[Cell, ...], ...],
    subtotal: tuple[Cell, ...],
) -> Group:
    return Group(
        title=title,
        rows=rows,
        subtotal_label=writer.say(f"sub_{side}"),
        subtotal=subtotal,
    )


def _sides(side: str, amount: str) -> tuple[Cell, Cell]:
    """The amount in the column of its side, nothing in the other."""
    cell = Cell(amount, "")
    return (cell, _EMPTY) if side == "in" else (_EMPTY, cell)


def _rows(writer: _Writer) -> tuple[tuple[Cell, ...], ...]:
    """The lines as cells, made column by column."""
    return tuple(zip(*[_column(writer, name) for name in writer.names], strict=True))


def _column(writer: _Writer, name: str) -> list[Cell]:
    """What all lines have in the column of that field."""
    held = map(attrgetter("day" if name == "date" else name), writer.ledger.rows)
    if name == "date":
        days = map(writer.language.short_day, held)
        cells = [Cell(day.text, day.iso) for day in days]
    elif name in _AMOUNTS:
        cells = [_EMPTY if money is None else Cell(writer.show(money), "") for money in held]
    else:
        cells = [Cell(text, "") for text in held]
    if not writer.marks.former:
        return cells
    return [
        replace(cell, was=writer.marks.was(number, (name,))) for number, cell in enumerate(cells)
    ]
