"""The land approval's room on this floor: one line a homestead, the rest of it below the name."""

from collections import Counter
from collections.abc import Iterable

from generator.model.entry import Former
from generator.model.kind import Detail
from generator.model.land_approval import Approval, LandApproval
from generator.plan.language import Language
from generator.plan.pages.entry import Fact, Figure, Passage, Sheet
from generator.plan.tables import Foot, Marks, Strip, numbers, paragraphs, sheet, texts
from generator.plan.view import View
from generator.values.quantity import Quantity, grouped, total

_HOUSE = ("floors", "floor_area", "height")
"""The fields of a house that one small line says together."""


def view(detail: Detail, language: Language, former: Former) -> View:
    """How many homesteads, how large together, and each of them."""
    assert isinstance(detail, LandApproval)
    say, rows = language.say, detail.approvals
    area = grouped(total(tuple(one.area for one in rows)))
    facts = (
        Fact(
            say("plan_land_approval_stage"),
            language.words[f"plan_land_approval_{detail.stage}"],
            "",
        ),
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
        sheets=(_sheet(detail, language, area, former),) if rows else (),
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


def _sheet(detail: LandApproval, language: Language, area: str, former: Former) -> Sheet:
    rows = detail.approvals

    def say(name: str) -> str:
        return language.words[f"plan_land_approval_{name}"]

    def under(name: str, cells: Iterable[str], *keys: str) -> Strip:
        return texts(say(name), cells, *(keys or (name,)), role="under")

    return sheet(
        say("caption"),
        (
            texts(
                say("householder"), (one.householder for one in rows), "householder", role="main"
            ),
            under("location", (_where(one, language) for one in rows), "location", "bounds"),
            under("members", (_members(one, language) for one in rows)),
            under("grounds", (one.grounds for one in rows)),
            under("land", (one.land for one in rows)),
            under("house", (_house(one, language) for one in rows), *_HOUSE),
            under("permit_no", (one.permit_no for one in rows)),
            texts(say("group_of"), (one.group for one in rows), "group", role="first"),
            texts(
                say("type"),
                (say(f"type_{one.type}") if one.type else "" for one in rows),
                "type",
                role="second",
            ),
            texts(say("former"), (one.former for one in rows), "former"),
            numbers(
                say(f"area_{detail.stage}"), (str(one.area) for one in rows), "area", role="value"
            ),
        ),
        note=language.say("plan_land_approval_unit", unit=language.unit("㎡")),
        foot=Foot("", language.say("plan_land_approval_total", n=len(rows)), area),
        marks=Marks("approvals", former),
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
