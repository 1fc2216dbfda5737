"""The appointment's room on this floor: each person in a line, what they are and what they will be."""

from generator.model.appointment import Appointment, Person
from generator.model.entry import Former
from generator.model.kind import Detail
from generator.plan.language import Language
from generator.plan.pages.entry import Fact, Passage, Sheet
from generator.plan.tables import Marks, paragraphs, sheet, texts
from generator.plan.view import View

_NAMED = 6
"""More people than this are counted in the sentence, and named in the table only."""

_PROFILE = ("gender", "ethnicity", "born", "origin", "education", "politics", "since")
"""The fields of a person that one small line says together."""


def view(detail: Detail, language: Language, former: Former) -> View:
    """Who is to be appointed to what, and where objections are heard."""
    assert isinstance(detail, Appointment)
    say, people, objections = language.say, detail.people, detail.objections
    names = say("plan_list_join").join(one.name for one in people)
    facts = (
        Fact(say("plan_appointment_office"), objections.office, ""),
        Fact(say("plan_appointment_phone"), objections.phone, ""),
        Fact(say("plan_appointment_address"), objections.address, ""),
        Fact(say("plan_appointment_email"), objections.email, ""),
        Fact(say("plan_appointment_hours"), objections.hours, ""),
    )
    return View(
        lede=say("plan_appointment_lede", n=len(people), names=names)
        if len(people) <= _NAMED
        else say("plan_appointment_lede_many", n=len(people)),
        facts=tuple(one for one in facts if one.text),
        passages=(Passage(say("plan_note"), paragraphs(detail.note)),) if detail.note else (),
        sheets=(_sheet(people, language, former),),
        phone=objections.phone,
    )


def _sheet(people: tuple[Person, ...], language: Language, former: Former) -> Sheet:
    def say(name: str) -> str:
        return language.words[f"plan_appointment_{name}"]

    return sheet(
        say("caption"),
        (
            texts(say("name"), (one.name for one in people), "name", role="main"),
            texts("", (_profile(one, language) for one in people), *_PROFILE, role="under"),
            texts(say("current"), (one.current for one in people), "current"),
            texts(say("proposed"), (one.proposed for one in people), "proposed"),
        ),
        marks=Marks("people", former),
    )


def _profile(person: Person, language: Language) -> str:
    """`男，汉族，1991年3月出生，大学学历，中共党员，2014年8月参加工作`."""
    say = language.say
    said = (
        language.words[f"plan_appointment_{person.gender}"] if person.gender else "",
        person.ethnicity,
        say("plan_appointment_born", month=language.month(person.born).text) if person.born else "",
        say("plan_appointment_origin", home=person.origin) if person.origin else "",
        person.education,
        person.politics,
        say("plan_appointment_since", month=language.month(person.since).text)
        if person.since
        else "",
    )
    return say("plan_comma").join(one for one in said if one)
