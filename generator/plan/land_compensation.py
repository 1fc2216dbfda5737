"""The land compensation's room on this floor: what was taken, the fees that make the total, the shares."""

from generator.model.entry import Former
from generator.model.kind import Detail
from generator.model.land_compensation import LandCompensation
from generator.plan.charts import Item, bars, cents
from generator.plan.language import Language
from generator.plan.pages.entry import Chart, Fact, Figure, Passage, Sheet
from generator.plan.tables import Foot, Marks, number, numbers, paragraphs, sheet, texts
from generator.plan.view import View
from generator.values.money import total
from generator.values.quantity import grouped
from generator.values.quantity import total as sum_of

_DRAWN = 12
"""More recipients than this are a list to look somebody up in, and no picture."""


def view(detail: Detail, language: Language, former: Former) -> View:
    """The land, the money for it, and where the money went."""
    assert isinstance(detail, LandCompensation)
    say = language.say
    area = _area(detail, language)
    facts = ("project", "approval_no", "owner", "land", "standard")
    said = (detail.project, detail.approval_no, detail.owner, detail.land, detail.standard)
    return View(
        lede=say(
            "plan_land_compensation_lede_area" if area else "plan_land_compensation_lede",
            project=detail.project,
            owner=detail.owner,
            area=area,
            amount=str(detail.total),
        ),
        facts=tuple(
            Fact(say(f"plan_land_compensation_{name}"), text, "")
            for name, text in zip(facts, said, strict=True)
            if text
        ),
        passages=(Passage(say("plan_note"), paragraphs(detail.note)),) if detail.note else (),
        figures=_figures(detail, language),
        sheets=(
            *((_fees(detail, language),) if detail.parts else ()),
            *((_shares(detail, language, former),) if detail.shares else ()),
        ),
        charts=_charts(detail, language),
        amount=say("plan_amount", amount=str(detail.total)),
        money=detail.total,
    )


def _area(detail: LandCompensation, language: Language) -> str:
    if detail.area is None:
        return ""
    return language.say("plan_measured", n=str(detail.area), unit=language.unit(detail.area.unit))


def _figures(detail: LandCompensation, language: Language) -> tuple[Figure, ...]:
    say, unit = language.say, language.unit(detail.unit)
    figures = (
        Figure(say("plan_land_compensation_area"), _area(detail, language)),
        Figure(say("plan_land_compensation_total", unit=unit), detail.total.in_unit(detail.unit)),
        Figure(
            say("plan_land_compensation_paid_households"),
            grouped(detail.paid_households) if detail.paid_households is not None else "",
        ),
        Figure(
            say("plan_land_compensation_paid", unit=unit),
            detail.paid.in_unit(detail.unit) if detail.paid else "",
        ),
    )
    return tuple(one for one in figures if one.value)


def _fees(detail: LandCompensation, language: Language) -> Sheet:
    say = language.say
    names = (say(f"plan_land_compensation_{one.key}") for one in detail.parts)
    amounts = (one.amount.in_unit(detail.unit) for one in detail.parts)
    return sheet(
        say("plan_land_compensation_fees"),
        (
            texts(say("plan_land_compensation_fee"), names, role="main"),
            numbers(say("plan_amount_title"), amounts, role="value"),
        ),
        note=say("plan_money_unit", unit=language.unit(detail.unit)),
        foot=Foot("", say("plan_land_compensation_sum"), detail.total.in_unit(detail.unit)),
    )


def _shares(detail: LandCompensation, language: Language, former: Former) -> Sheet:
    rows = detail.shares
    areas = tuple(one.area for one in rows if one.area)
    counts = tuple(one.households for one in rows if one.households is not None)
    unit = language.unit(areas[0].unit) if areas else ""

    def say(name: str) -> str:
        return language.words[f"plan_land_compensation_{name}"]

    return sheet(
        say("distribution"),
        (
            texts(say("recipient"), (one.recipient for one in rows), "recipient", role="main"),
            texts(say("use"), (one.use for one in rows), "use"),
            numbers(
                say("households"),
                (number(one.households) for one in rows),
                "households",
                foot=grouped(sum(counts)) if len(counts) == len(rows) else "",
            ),
            numbers(
                language.say("plan_land_compensation_share_area", unit=unit),
                (number(one.area) for one in rows),
                "area",
                foot=grouped(sum_of(areas)) if len(areas) == len(rows) else "",
            ),
            numbers(
                language.say("plan_amount_title"),
                (one.amount.in_unit(detail.unit) for one in rows),
                "amount",
                foot=total(tuple(one.amount for one in rows)).in_unit(detail.unit),
                role="value",
            ),
        ),
        note=language.say("plan_money_unit", unit=language.unit(detail.unit)),
        foot=Foot(language.say("plan_total")),
        marks=Marks("distribution", former),
    )


def _charts(detail: LandCompensation, language: Language) -> tuple[Chart, ...]:
    """What went to whom, while there are few enough to be seen beside each other."""
    say, unit = language.say, language.unit(detail.unit)
    if len(detail.shares) > _DRAWN:
        return ()
    items = [
        Item(
            one.recipient,
            cents(one.amount),
            say("plan_measured", n=one.amount.in_unit(detail.unit), unit=unit),
        )
        for one in detail.shares
    ]
    made = bars(say("plan_land_compensation_chart"), say("plan_chart_whole"), items, language)
    return (made,) if made else ()
