"""The land compensation's room on this floor: what was taken, the fees that make the total, the shares."""

from generator.model.kind import Detail
from generator.model.land_compensation import LandCompensation
from generator.plan.language import Language
from generator.plan.parts import Column, Fact, Figure, Passage, Sheet
from generator.plan.tables import Strip, paragraphs, sheet
from generator.plan.view import View
from generator.values.money import total
from generator.values.quantity import grouped
from generator.values.quantity import total as sum_of


def view(detail: Detail, language: Language) -> View:
    """The land, the money for it, and where the money went."""
    assert isinstance(detail, LandCompensation)
    say = language.say
    area = _area(detail, language)
    facts = ("project", "approval_no", "owner", "land", "standard")
    texts = (detail.project, detail.approval_no, detail.owner, detail.land, detail.standard)
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
            for name, text in zip(facts, texts, strict=True)
            if text
        ),
        passages=(Passage(say("plan_note"), paragraphs(detail.note)),) if detail.note else (),
        figures=_figures(detail, language),
        sheets=(
            *((_fees(detail, language),) if detail.parts else ()),
            *((_shares(detail, language),) if detail.shares else ()),
        ),
        amount=say("plan_amount", amount=str(detail.total)),
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
    return sheet(
        say("plan_land_compensation_fees"),
        (
            Strip(
                Column(say("plan_land_compensation_fee"), numeric=False, role="main"),
                tuple(say(f"plan_land_compensation_{one.key}") for one in detail.parts),
            ),
            Strip(
                Column(say("plan_amount_title"), numeric=True, role="value"),
                tuple(one.amount.in_unit(detail.unit) for one in detail.parts),
            ),
        ),
        note=say("plan_money_unit", unit=language.unit(detail.unit)),
        total=(say("plan_land_compensation_sum"), detail.total.in_unit(detail.unit)),
    )


def _shares(detail: LandCompensation, language: Language) -> Sheet:
    say, rows = language.say, detail.shares
    areas = tuple(one.area for one in rows if one.area)
    counts = tuple(one.households for one in rows if one.households is not None)
    unit = language.unit(areas[0].unit) if areas else ""
    return sheet(
        say("plan_land_compensation_distribution"),
        (
            Strip(
                Column(say("plan_land_compensation_recipient"), numeric=False, role="main"),
                tuple(one.recipient for one in rows),
            ),
            Strip(
                Column(say("plan_land_compensation_use"), numeric=False, role="plain"),
                tuple(one.use for one in rows),
            ),
            Strip(
                Column(say("plan_land_compensation_households"), numeric=True, role="plain"),
                tuple("" if one.households is None else grouped(one.households) for one in rows),
                grouped(sum(counts)) if len(counts) == len(rows) else "",
            ),
            Strip(
                Column(
                    say("plan_land_compensation_share_area", unit=unit), numeric=True, role="plain"
                ),
                tuple(str(one.area) if one.area else "" for one in rows),
                grouped(sum_of(areas)) if len(areas) == len(rows) else "",
            ),
            Strip(
                Column(say("plan_amount_title"), numeric=True, role="value"),
                tuple(one.amount.in_unit(detail.unit) for one in rows),
                total(tuple(one.amount for one in rows)).in_unit(detail.unit),
            ),
        ),
        note=say("plan_money_unit", unit=language.unit(detail.unit)),
        subtotal=say("plan_total"),
    )
