"""The benefit's room on this floor: the policy as a text, standards and totals as tables."""

from generator.model.benefit import Benefit, Standard
from generator.model.entry import Former
from generator.model.kind import Detail
from generator.plan.charts import Item, bars, cents
from generator.plan.language import Language
from generator.plan.pages.entry import Chart, Fact, Figure, Passage, Sheet
from generator.plan.tables import Foot, Marks, Strip, number, numbers, paragraphs, sheet, texts
from generator.plan.view import View
from generator.values.quantity import grouped


def view(detail: Detail, language: Language, former: Former) -> View:
    """What there is to get, and how much went out; never to whom."""
    assert isinstance(detail, Benefit)
    say = language.say
    passages = (
        Passage(say("plan_benefit_policy"), paragraphs(detail.policy)),
        Passage(say("plan_note"), paragraphs(detail.note)),
    )
    sheets = (
        *((_standards(detail.standards, language, former),) if detail.standards else ()),
        *((_totals(detail, language, former),) if detail.rows else ()),
    )
    return View(
        lede=_lede(detail, language),
        facts=(Fact(say("plan_benefit_period"), detail.period, ""),) if detail.period else (),
        passages=tuple(one for one in passages if one.paragraphs),
        figures=_figures(detail, language),
        sheets=sheets,
        charts=_charts(detail, language),
        amount=say("plan_amount", amount=str(detail.amount)) if detail.amount else "",
        money=detail.amount,
    )


def _lede(benefit: Benefit, language: Language) -> str:
    say = language.say
    parts = [
        say("plan_benefit_people", n=grouped(benefit.people)) if benefit.people is not None else "",
        say("plan_benefit_households", n=grouped(benefit.households))
        if benefit.households is not None
        else "",
        say("plan_amount", amount=str(benefit.amount)) if benefit.amount else "",
    ]
    said = say("plan_list_join").join(one for one in parts if one)
    return say("plan_benefit_lede", period=benefit.period, parts=said).strip() if said else ""


def _figures(benefit: Benefit, language: Language) -> tuple[Figure, ...]:
    say = language.say
    figures = (
        Figure(say("plan_benefit_total_people"), number(benefit.people)),
        Figure(say("plan_benefit_total_households"), number(benefit.households)),
        Figure(
            say("plan_benefit_total_amount", unit=language.unit(benefit.unit)),
            benefit.amount.in_unit(benefit.unit) if benefit.amount else "",
        ),
    )
    return tuple(one for one in figures if one.value)


def _standards(standards: tuple[Standard, ...], language: Language, former: Former) -> Sheet:
    say = language.say
    return sheet(
        say("plan_benefit_standards"),
        (
            texts(say("plan_benefit_item"), (one.item for one in standards), "item", role="main"),
            texts(
                say("plan_benefit_basis"), (one.basis for one in standards), "basis", role="under"
            ),
            texts(say("plan_benefit_target"), (one.target for one in standards), "target"),
            texts(say("plan_benefit_standard"), (one.standard for one in standards), "standard"),
        ),
        marks=Marks("standards", former),
    )


def _totals(benefit: Benefit, language: Language, former: Former) -> Sheet:
    say, rows = language.say, benefit.rows
    amounts = tuple(one.amount.in_unit(benefit.unit) if one.amount else "" for one in rows)
    paid = benefit.amount.in_unit(benefit.unit) if benefit.amount else ""
    people, households = _counts(benefit, language, folded=any(amounts))
    return sheet(
        say("plan_benefit_totals"),
        (
            texts(say("plan_benefit_place"), (one.place for one in rows), "place", role="main"),
            texts(say("plan_benefit_item"), (one.item for one in rows), "item"),
            people,
            households,
            numbers(say("plan_amount_title"), amounts, "amount", foot=paid, role="value"),
        ),
        note=say("plan_money_unit", unit=language.unit(benefit.unit)) if any(amounts) else "",
        foot=Foot(say("plan_total")),
        marks=Marks("totals", former),
    )


def _counts(benefit: Benefit, language: Language, *, folded: bool) -> tuple[Strip, Strip]:
    """The columns of persons and households; `folded` leaves the phone's one column to the amount."""
    say, rows = language.say, benefit.rows
    people = tuple(number(one.people) for one in rows)
    return (
        numbers(
            say("plan_benefit_total_people"),
            people,
            "people",
            foot=number(benefit.people),
            role="plain" if folded else "value",
        ),
        numbers(
            say("plan_benefit_total_households"),
            (number(one.households) for one in rows),
            "households",
            foot=number(benefit.households),
            role="plain" if folded or any(people) else "value",
        ),
    )


def _charts(benefit: Benefit, language: Language) -> tuple[Chart, ...]:
    """The places beside each other: what went to them, or how many persons, of one and the same item."""
    rows = benefit.rows
    places = {one.place for one in rows}
    if len(places) < len(rows) or len({one.item for one in rows}) > 1:
        return ()
    say, unit = language.say, language.unit(benefit.unit)
    paid = [one.amount for one in rows if one.amount]
    people = [one.people for one in rows if one.people is not None]
    items: list[Item] = []
    if len(paid) == len(rows):
        items = [
            Item(
                row.place,
                cents(money),
                say("plan_measured", n=money.in_unit(benefit.unit), unit=unit),
            )
            for row, money in zip(rows, paid, strict=True)
        ]
    elif len(people) == len(rows):
        items = [
            Item(row.place, count, say("plan_benefit_people", n=number(count)))
            for row, count in zip(rows, people, strict=True)
        ]
    made = bars(say("plan_benefit_chart"), say("plan_chart_whole"), items, language)
    return (made,) if made else ()
