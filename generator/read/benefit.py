"""The benefit's room on this floor: standards, totals by place, and the sums written below them."""

from generator.model.benefit import SUMS, Benefit, Row, Standard
from generator.model.kind import Detail
from generator.read import totals
from generator.read.fields import Reader
from generator.read.got import Got
from generator.values.money import Money, total


def read(reader: Reader, got: Got) -> Detail | None:
    """What the entry says of the benefit; whatever is wrong with it goes to the reader."""
    if (
        not {"policy", "standards", "totals", *(sum_of.key for _, sum_of in SUMS)}
        & got.spots.keys()
    ):
        reader.problems.append(got.problem("benefit/nothing"))
    got_rows = got.groups("totals")
    for row in got_rows:
        if not any(part.key in row.spots for part, _ in SUMS):
            reader.problems.append(row.problem("benefit/no-number", row=row.text("place")))
    for part, sum_of in SUMS if got.one("totals", tuple) is not None else ():
        totals.column(reader, got, got_rows, part, sum_of)
    rows = tuple(_row(one) for one in got_rows)
    amounts = tuple(row.amount for row in rows if row.amount is not None)
    whole = total(amounts) if rows and len(amounts) == len(rows) else None
    return Benefit(
        period=got.text("period"),
        policy=got.text("policy"),
        standards=tuple(_standard(one) for one in got.groups("standards")),
        rows=rows,
        people=_count(got.one("total_people", int), [row.people for row in rows]),
        households=_count(got.one("total_households", int), [row.households for row in rows]),
        amount=got.one("total_amount", Money) or whole,
        unit=reader.unit,
        note=got.text("note"),
    )


def _standard(got: Got) -> Standard:
    return Standard(got.text("item"), got.text("target"), got.text("standard"), got.text("basis"))


def _row(got: Got) -> Row:
    return Row(
        place=got.text("place"),
        item=got.text("item"),
        people=got.one("people", int),
        households=got.one("households", int),
        amount=got.one("amount", Money),
    )


def _count(written: int | None, counts: list[int | None]) -> int | None:
    """The sum as it was written, or of the rows where each has its number."""
    known = [count for count in counts if count is not None]
    return sum(known) if written is None and counts and len(known) == len(counts) else written
