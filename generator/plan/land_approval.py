"""The land approval's room on this floor: one line a homestead, the rest of it below the name."""

from collections import Counter

from generator.model.kind import Detail
from generator.model.land_approval import Approval, LandApproval
from generator.plan.language import Language
from generator.plan.parts import Column, Fact, Figure, Passage, Sheet
from generator.plan.tables import Strip, paragraphs, sheet
from generator.plan.view import View
from generator.values.quantity import Quantity, grouped, total


def view(detail: Detail, language: Language) -> View:
    """How many homesteads, how large together, and each of them."""
    assert isinstance(detail, LandApproval)
    say, rows = language.say, detail.approvals
    area = grouped(total(tuple(one.area for one in rows)))
    facts = (
        Fact(say("plan_land_approval_stage"), say(f"plan_land_approval_{detail.stage}"), ""),
        Fact(say("plan_land_approval_phone"), detail.objection_phone, ""),
    )
    return View(
        lede=_lede(detail, language, area),
        facts=tuple(one for one in facts if one.text),
        passages=(Passage(say("plan_note"), paragraphs(detail.note)),) if detail.note else (),
        figures=(
            Figure(say("plan_land_approval_cases"), grouped(len(rows))),
            Figure(
                say(f"plan_land_approval_area_{detail.stage}"),
                say("plan_measured", n=area, unit=language.unit("㎡")),
            ),
        )
        if rows
        else (),
        sheets=(_sheet(detail, language, area),) if rows else (),
        phone=detail.objection_phone,
    )


def _lede(detail: LandApproval, language: Language, area: str) -> str:
    say, rows = language.say, detail.approvals
    if not rows:
        return say(f"plan_land_approval_none_{detail.stage}")
    types = Counter(one.type for one in rows if one.type)
    parts = say("plan_list_join").join(
        say("plan_land_approval_part", type=say(f"plan_land_approval_type_{key}"), n=n)
        for key, n in types.items()
    )
    lede = say(f"plan_land_approval_lede_{detail.stage}", n=len(rows), area=area)
    types_of = say("plan_land_approval_lede_types", parts=parts) if parts else say("plan_stop")
    return lede + types_of


def _sheet(detail: LandApproval, language: Language, area: str) -> Sheet:
    say, rows = language.say, detail.approvals

    def under(name: str, texts: tuple[str, ...]) -> Strip:
        return Strip(Column(say(f"plan_land_approval_{name}"), numeric=False, role="under"), texts)

    return sheet(
        say("plan_land_approval_caption"),
        (
            Strip(
                Column(say("plan_land_approval_householder"), numeric=False, role="main"),
                tuple(one.householder for one in rows),
            ),
            under("location", tuple(_where(one, language) for one in rows)),
            under("members", tuple(_members(one, language) for one in rows)),
            under("grounds", tuple(one.grounds for one in rows)),
            under("land", tuple(one.land for one in rows)),
            under("house", tuple(_house(one, language) for one in rows)),
            under("permit_no", tuple(one.permit_no for one in rows)),
            Strip(
                Column(say("plan_land_approval_group_of"), numeric=False, role="first"),
                tuple(one.group for one in rows),
            ),
            Strip(
                Column(say("plan_land_approval_type"), numeric=False, role="second"),
                tuple(
                    say(f"plan_land_approval_type_{one.type}") if one.type else "" for one in rows
                ),
            ),
            Strip(
                Column(say("plan_land_approval_former"), numeric=False, role="plain"),
                tuple(one.former for one in rows),
            ),
            Strip(
                Column(say(f"plan_land_approval_area_{detail.stage}"), numeric=True, role="value"),
                tuple(str(one.area) for one in rows),
            ),
        ),
        note=say("plan_land_approval_unit", unit=language.unit("㎡")),
        total=(say("plan_land_approval_total", n=len(rows)), area),
    )


def _where(one: Approval, language: Language) -> str:
    bounds = language.say("plan_land_approval_bounds", bounds=one.bounds) if one.bounds else ""
    return language.say("plan_comma").join(text for text in (one.location, bounds) if text)


def _members(one: Approval, language: Language) -> str:
    if one.members is None:
        return ""
    return language.say("plan_land_approval_persons", n=one.members)


def _house(one: Approval, language: Language) -> str:
    """`2层，建筑面积240㎡，高7.20米`."""
    say = language.say
    said = (
        say("plan_land_approval_floors", n=one.floors) if one.floors else "",
        say("plan_land_approval_floor_area", area=_measured(one.floor_area, language))
        if one.floor_area
        else "",
        say("plan_land_approval_height", height=_measured(one.height, language))
        if one.height
        else "",
    )
    return say("plan_comma").join(text for text in said if text)


def _measured(quantity: Quantity, language: Language) -> str:
    return language.say("plan_measured", n=str(quantity), unit=language.unit(quantity.unit))
