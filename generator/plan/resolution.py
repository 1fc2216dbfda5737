"""The resolution's room on this floor: the meeting in a sentence, and a line for each matter."""

from generator.model.entry import Former
from generator.model.kind import Detail
from generator.model.resolution import PASSED, Resolution
from generator.plan.language import Language
from generator.plan.pages.entry import Fact, Figure, Passage, Sheet
from generator.plan.tables import Marks, number, numbers, paragraphs, sheet, texts
from generator.plan.view import View
from generator.values.quantity import grouped


def view(detail: Detail, language: Language, former: Former) -> View:
    """Who met, how many came, what was decided and by how many votes."""
    assert isinstance(detail, Resolution)
    say, held = language.say, language.day(detail.held)
    meeting = language.words[f"plan_resolution_{detail.meeting}"]
    passages = (
        Passage(say("plan_resolution_plan"), paragraphs(detail.plan)),
        Passage(say("plan_note"), paragraphs(detail.note)),
    )
    return View(
        lede=say(
            "plan_resolution_lede",
            meeting=meeting,
            entitled=grouped(detail.entitled),
            present=grouped(detail.present),
            n=grouped(len(detail.items)),
            passed=grouped(_passed(detail)),
        ),
        facts=(
            Fact(say("plan_resolution_meeting"), meeting, ""),
            Fact(say("plan_resolution_held"), held.text, held.iso),
        ),
        passages=tuple(one for one in passages if one.paragraphs),
        figures=(
            Figure(say("plan_resolution_entitled"), _people(detail.entitled, language)),
            Figure(say("plan_resolution_present"), _people(detail.present, language)),
            Figure(say("plan_resolution_count"), grouped(len(detail.items))),
            Figure(say("plan_resolution_passed_count"), grouped(_passed(detail))),
        ),
        sheets=(_votes(detail, language, former),),
    )


def _passed(detail: Resolution) -> int:
    return sum(one.result == PASSED for one in detail.items)


def _people(count: int, language: Language) -> str:
    return language.say("plan_resolution_people", n=grouped(count))


def _votes(detail: Resolution, language: Language, former: Former) -> Sheet:
    """A line for each matter; the mark before a result repeats its word for the eye."""
    items = detail.items

    def say(name: str) -> str:
        return language.words[f"plan_resolution_{name}"]

    return sheet(
        say("votes"),
        (
            texts(say("matter"), (one.matter for one in items), "matter", role="main"),
            texts(
                say("result"), (say(f"mark_{one.result}") for one in items), "result", role="first"
            ),
            numbers(say("ayes"), (number(one.ayes) for one in items), "ayes", role="value"),
            numbers(say("noes"), (number(one.noes) for one in items), "noes"),
            numbers(say("abstained"), (number(one.abstained) for one in items), "abstained"),
        ),
        note=language.say("plan_resolution_unit"),
        marks=Marks("items", former),
    )
