"""The plan in steps: who makes what, in which order, and from which answers."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.app import wiring
from generator.checks import links
from generator.model.entry import Reference
from generator.model.site import Site
from generator.plan.frame import Frame
from generator.plan.plan import Outline, plan_site
from generator.plan.questions import DAYS, Question, answer_of, supply_of
from generator.plan.record import record_paths
from generator.plan.register import Register
from generator.plan.steps import (
    FACTS,
    LAST,
    STAGES,
    Made,
    Step,
    make,
    owner_of,
    path_of,
    site_pages,
    stage,
    steps,
)
from generator.values.dataclass import replace
from generator.values.place import Place
from tests.conftest import SAMPLE, TOWNSHIP
from tests.plan.test_plan import ASSETS, entry, language, site
from tests.plan.whole import frame_of, site_at

SITES = [SAMPLE, TOWNSHIP, SAMPLE.parents[2] / "docs/village/content"]
FIRST = site_at(SAMPLE).today - timedelta(days=80)


def empty() -> Site:
    """A site to which nobody has written anything."""
    return site()


def long() -> Site:
    """A category that has full pages and tables by year."""
    day = site_at(SAMPLE).today
    return site(*(entry(n, day - timedelta(days=n)) for n in range(1001)))


def closed() -> Site:
    """One without open data."""
    whole = site_at(SAMPLE)
    return replace(whole, settings=replace(whole.settings, open_data=False))


def sites() -> Iterator[Site]:
    """Small and large ones, of one category or several, on a day or another."""
    yield from map(site_at, SITES)
    yield site_at(SAMPLE, FIRST)
    yield empty()
    yield long()
    yield closed()


ALL = [
    pytest.param(one, id=name)
    for one, name in zip(
        sites(), "sample township village early empty long closed".split(), strict=True
    )
]


def taken(frame: Frame) -> dict[Step, tuple[Made, frozenset[Question]]]:
    """Every step's work and what was asked on the way."""
    found = {}
    for one in steps(frame):
        frame.asked = set()
        made = make(frame, one)
        found[one] = made, frozenset(frame.asked)
    return found


def test_links_from_text_to_text_need_no_list_of_all_addresses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """To make it takes longer than all checks together."""
    place = Place("content/land/1.md", 9, 1)
    there = entry(2, date(2026, 10, 4))
    written = (Reference(there.address, "", "2.md", place), Reference("none.html", "", "x", place))
    asked: list[str] = []

    def addresses(outline: Outline) -> tuple[str, ...]:
        asked.append("all")
        return outline.own

    monkeypatch.setattr(Outline, "addresses", property(addresses))
    for number, told in ((1, []), (2, ["link/broken"])):
        here = entry(1, date(2026, 10, 3), links=written[:number])
        outline = Outline(frame_of(site(here, there)))
        assert told == [one.code for one in links.check(outline)]
        assert asked == ["all"] * (number - 1)


@pytest.mark.parametrize("whole", ALL)
def test_the_outline_has_the_addresses_of_the_plan(whole: Site) -> None:
    """All of them, each as often, before any page is made."""
    sketch, plan = Outline(frame_of(whole)), plan_site(whole, language(), ASSETS)

    assert Counter(plan.addresses) == Counter(sketch.addresses)
    assert Counter(plan.own) == Counter(sketch.own)
    assert whole is sketch.site


@pytest.mark.parametrize("content", SITES, ids=lambda one: one.parent.name)
def test_the_files_of_a_record_are_known_before_it_is_made(content: Path) -> None:
    """Of every entry: its record, and a table for each that it will have."""
    frame = frame_of(site_at(content))

    wrong = {
        one.address: record_paths(one)
        for one in frame.site.entries
        if record_paths(one) != tuple(file.path for file in frame.record(one).files)
    }
    assert {} == wrong


@pytest.mark.parametrize("whole", ALL)
def test_a_step_makes_the_page_that_it_is_named_after(whole: Site) -> None:
    """First; those at an entry's old addresses come after it. No step stands twice."""
    frame = frame_of(whole)
    every, of_pages = tuple(steps(frame)), [one for one in steps(frame) if one[0] == "entry"]
    of_pages += site_pages(frame)

    assert len({*every}) == len(every)
    assert [path_of(one) for one in of_pages] == [
        make(frame, one).pages[0].path for one in of_pages
    ]
    assert {*of_pages} <= {*every}


def test_a_step_makes_the_same_whenever_it_is_taken() -> None:
    """Alone on a bench, or after all the others: what was made before is no part of it."""
    whole = site_at(SAMPLE)
    frame = frame_of(whole)
    together = {one: make(frame, one) for one in steps(frame)}

    alone = {one: make(frame_of(whole), one) for one in together}

    assert [] == [one for one in together if together[one] != alone[one]]


def test_a_step_asks_the_same_whenever_it_is_taken() -> None:
    """Although what several need is worked out once: whoever uses it has asked what it is made of.

    What is a fact is asked for as such, by whoever, and not what it was found from.
    """
    whole = site_at(SAMPLE)
    together = taken(frame_of(whole))

    def alone(one: Step) -> frozenset[Question]:
        frame = frame_of(whole)
        make(frame, one)
        return frozenset(frame.asked)

    assert {one: asked for one, (_, asked) in together.items()} == {
        one: alone(one) for one in together
    }


@pytest.mark.parametrize("whole", ALL)
def test_a_fact_comes_from_the_step_that_owns_it(whole: Site) -> None:
    """Every fact that is asked for is made, by the step that is said to make it."""
    every = taken(frame_of(whole))
    made = {fact: one for one, (its, _) in every.items() for fact, _ in its.facts}
    asked = {one for _, its in every.values() for one in its if one[0] in FACTS}

    assert {fact: owner_of(fact) for fact in made} == made
    assert asked <= made.keys()


@pytest.mark.parametrize("whole", ALL)
def test_a_step_asks_for_facts_of_stages_before_its_own(whole: Site) -> None:
    """But for cards, which are made of their entries alone and learnt before any step is taken."""
    late = {
        (one, fact)
        for one, (_, asked) in taken(frame_of(whole)).items()
        for fact in asked
        if fact[0] in FACTS - {"card"} and owner_of(fact) != one
        if stage(owner_of(fact)) >= stage(one)
    }

    assert set() == late


def test_every_stage_is_a_kind_of_step_and_what_is_none_comes_last() -> None:
    """Pages and exports are made of facts that are known by then."""
    kinds = {str(one[0]) for each in (site_at(SAMPLE), long()) for one in steps(frame_of(each))}

    early = {kind for each in STAGES for kind in each}

    assert early | {LAST} <= kinds
    assert {len(STAGES)} == {stage((kind,)) for kind in kinds - early - {LAST}}
    assert [{at} for at in range(len(STAGES))] == [
        {stage((kind,)) for kind in each} for each in STAGES
    ]
    assert len(STAGES) < stage((LAST,))


def test_every_kind_of_question_has_an_answer() -> None:
    """From the calendar, the register, an entry, or the step that makes what it is about.

    The sample asks in every way that there is, so that none is forgotten here.
    """
    frame = frame_of(site_at(SAMPLE))
    every = taken(frame)
    asked = {one for _, its in every.values() for one in its}
    known = {fact for made, _ in every.values() for fact, _ in made.facts}
    kinds = {str(one[0]) for one in asked}
    answered = {name for name in vars(Register) if not name.startswith("_")}
    again = frame_of(frame.site)

    for one in asked:
        if one[0] == "entry":
            assert frame.entry(str(one[1])).address == one[1]
        elif one[0] in FACTS:
            assert one in known
        else:
            assert answer(frame, one) == answer(again, one)
    assert kinds <= {"entry"} | DAYS | FACTS | answered
    assert {"entry"} | DAYS | FACTS <= kinds | {"part"}  # of long lists alone


def test_every_answer_of_the_register_is_asked_for() -> None:
    """By a page or an export, of a small site or of a long category; one that nobody wants may go."""
    asked = set()
    for frame in map(frame_of, (site_at(SAMPLE), long())):
        for one in wiring.all_steps(frame):
            wiring.take(frame, one)
        asked |= {str(one[0]) for one in frame.asked}
    answered = {name for name, thing in vars(Register).items() if callable(thing)}

    assert {name for name in answered if not name.startswith("_")} <= asked


def answer(frame: Frame, question: Question) -> object:
    """What a site answers to a question about the day or its register."""
    return answer_of(frame.register, frame.site.today, question)


def test_what_sites_answer_is_told_apart() -> None:
    """Of the calendar and of the register; the same one is the same, whichever objects it is made of."""
    one, other = frame_of(site_at(SAMPLE)), frame_of(site_at(SAMPLE, FIRST))
    questions: list[Question] = [
        ("today",),
        ("running",),
        ("shards",),
        ("newest", "", 5),
        ("months",),
    ]

    assert [] == [each for each in questions if answer(one, each) == answer(other, each)]
    again = frame_of(site_at(SAMPLE))
    assert [answer(one, each) for each in questions] == [answer(again, each) for each in questions]


def test_a_fact_is_recalled_when_it_is_known_and_found_when_not() -> None:
    """What it was found from is not asked by who wants it; what was learnt goes before."""
    whole = site_at(SAMPLE)
    first, second = (one.address for one in whole.entries[:2])
    true = frame_of(whole).card_of(whole.entries[0])
    wrong = frame_of(whole).card_of(whole.entries[1])
    known: dict[Question, object] = {("card", first): wrong}
    frame = frame_of(whole, supply_of(whole.entries, known.get))

    assert (wrong, true.title != wrong.title) == (frame.card(first), True)
    assert frame.card(second) == wrong
    assert {("card", first), ("card", second)} == frame.asked
    frame.learn([(("card", first), true)])
    assert true == frame.card(first)
