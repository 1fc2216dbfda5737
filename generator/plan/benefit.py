"""The benefit's room on this floor: the policy as a text, standards and totals as tables."""

from generator.model.benefit import Benefit, Standard
from generator.model.kind import Detail
from generator.plan.language import Language
from generator.plan.parts import Column, Fact, Figure, Passage, Sheet
from generator.plan.tables import Strip, paragraphs, sheet
from generator.plan.view import View
from generator.values.quantity import grouped


def view(detail: Detail, language: Language) -> View:
    """What there is to get, and how much went out; never to whom."""
    assert isinstance(detail, Benefit)
    say = language.say
    texts = (
        Passage(say("plan_benefit_policy"), paragraphs(detail.policy)),
        Passage(say("plan_note"), paragraphs(detail.note)),
    )
    sheets = (
        *((_standards(detail.standards, language),) if detail.standards else ()),
        *((_totals(detail, language),) if detail.rows else ()),
    )
    return View(
        lede=_lede(detail, language),
        facts=(Fact(say("plan_benefit_period"), detail.period, ""),) if detail.period else (),
        passages=tuple(one for one in texts if one.paragraphs),
        figures=_figures(detail, language),
        sheets=sheets,
        amount=say("plan_amount", amount=str(detail.amount)) if detail.amount else "",
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
        Figure(say("plan_benefit_total_people"), _count(benefit.people)),
        Figure(say("plan_benefit_total_households"), _count(benefit.households)),
        Figure(
            say("plan_benefit_total_amount", unit=language.unit(benefit.unit)),
            benefit.amount.in_unit(benefit.unit) if benefit.amount else "",
        ),
    )
    return tuple(one for one in figures if one.value)


def _standards(standards: tuple[Standard, ...], language: Language) -> Sheet:
    say = language.say
    return sheet(
        say("plan_benefit_standards"),
        (
            Strip(
                Column(say("plan_benefit_item"), numeric=False, role="main"),
                tuple(one.item for one in standards),
            ),
            Strip(
                Column(say("plan_benefit_basis"), numeric=False, role="under"),
                tuple(one.basis for one in standards),
            ),
            Strip(
                Column(say("plan_benefit_target"), numeric=False, role="plain"),
                tuple(one.target for one in standards),
            ),
            Strip(
                Column(say("plan_benefit_standard"), numeric=False, role="plain"),
                tuple(one.standard for one in standards),
            ),
        ),
    )


def _totals(benefit: Benefit, language: Language) -> Sheet:
    say, rows = language.say, benefit.rows
    amounts = tuple(one.amount.in_unit(benefit.unit) if one.amount else "" for one in rows)
    paid = benefit.amount.in_unit(benefit.unit) if benefit.amount else ""
    several = any(amounts)
    return sheet(
        say("plan_benefit_totals"),
        (
            Strip(
                Column(say("plan_benefit_place"), numeric=False, role="main"),
                tuple(one.place for one in rows),
            ),
            Strip(
                Column(say("plan_benefit_item"), numeric=False, role="plain"),
                tuple(one.item for one in rows),
            ),
            *_counts(benefit, language, folded=several),
            Strip(Column(say("plan_amount_title"), numeric=True, role="value"), amounts, paid),
        ),
        note=say("plan_money_unit", unit=language.unit(benefit.unit)) if several else "",
        subtotal=say("plan_total"),
    )


def _counts(benefit: Benefit, language: Language, *, folded: bool) -> tuple[Strip, Strip]:
    """The columns of persons and households; `folded` leaves the phone's one column to the amount."""
    say, rows = language.say, benefit.rows
    people = tuple(_count(one.people) for one in rows)
    second = folded or any(people)
    return (
        Strip(
            Column(
                say("plan_benefit_total_people"), numeric=True, role="plain" if folded else "value"
            ),
            people,
            _count(benefit.people),
        ),
        Strip(
            Column(
                say("plan_benefit_total_households"),
                numeric=True,
                role="plain" if second else "value",
            ),
            tuple(_count(one.households) for one in rows),
            _count(benefit.households),
        ),
    )


def _count(number: int | None) -> str:
    return "" if number is None else grouped(number)
