"""A line more, or another in its place: which answers may be others is known without asking all."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.plan import topics
from generator.plan.line import Line, Lines, in_order
from generator.plan.register import Register
from generator.plan.shards import filed
from generator.plan.topics import Topic, place_for, place_of, topic, touched
from tests.plan.test_register import DAYS, SERIES, SLOW, UNITS, answers, asked, lines

Asked = tuple[str, tuple[Any, ...]]


def fresh(draw: st.DrawFn, number: int, **values: Any) -> Line:
    """A line that nobody calls anything, and that names nothing."""
    address = values.pop("address", f"land/2026/n{number}.html")
    given_: dict[str, Any] = {
        "address": address,
        "source": f"content/land/2026/n{number}.md",
        "category": "land",
        "kind": draw(st.sampled_from(("notice", "ledger", "benefit"))),
        "unit": draw(st.sampled_from(UNITS)),
        "day": draw(st.sampled_from((*DAYS, "2023-05-05"))),
        "clock": draw(st.sampled_from(("09:00", "16:30"))),
        "status": "ready",
        "series": draw(st.sampled_from(SERIES)),
        "names": (f"land/2026/n{number}.md",),
        "by": "",
        "start": "",
        "end": draw(st.sampled_from(("", "2026-11-20"))),
        "changed": draw(st.sampled_from(((), ("2026-11-01",), ("2025-12-31", "2026-10-03")))),
        "period": draw(st.sampled_from(("", "2026-01", "2026-11"))),
        "turnover": draw(st.sampled_from((("1.00", "2.5"), ("0", "2.5")))),
        "index_no": f"N{number}",
    }
    return Line(**(given_ | values))


@st.composite
def edits(draw: st.DrawFn) -> tuple[Lines, Lines]:
    """Lines, and lines that come or take the place of those at their addresses."""
    before = draw(lines())
    own = [fresh(draw, number) for number in range(draw(st.integers(0, 2)))]
    before = tuple(sorted((*before, *own), key=in_order))
    again = [fresh(draw, number) for number in range(len(own)) if draw(st.booleans())]
    return before, (*again, fresh(draw, 7))


def questions(every: Lines) -> list[Asked]:
    """All that may be asked."""
    return [(name, about) for name in SLOW for about in asked(name, every, answers()[name])]


def after(before: Lines, new: Lines) -> Lines:
    """The lines with the new ones among them."""
    addresses = {one.address for one in new}
    kept = (one for one in before if one.address not in addresses)
    return tuple(sorted((*kept, *new), key=in_order))


@settings(max_examples=30)
@given(edits())
def test_what_is_joined_answers_like_all_of_it(edit: tuple[Lines, Lines]) -> None:
    """Whatever is asked; and again, when something is joined to that."""
    before, new = edit
    whole = after(before, new)
    joined = Register(Register(filed(before)).joined(new))
    step_by_step = Register(filed(before))
    for one in new:
        step_by_step = Register(step_by_step.joined([one]))
    true = Register(filed(whole))

    assert true.gists == joined.gists == step_by_step.gists
    for name, about in questions(whole):
        answer = getattr(true, name)(*about)
        assert answer == getattr(joined, name)(*about), (name, about)
        assert answer == getattr(step_by_step, name)(*about), (name, about)


def missed(before: Lines, new: Lines) -> list[Asked]:
    """Questions with other answers than before that are about nothing that was touched."""
    old = Register(filed(before))
    now = Register(old.joined(new))
    every: set[Topic] = set()
    for one in new:
        every |= {*touched(now, one)}
        was = old.line(one.address)
        every |= {*touched(old, was)} if was else set()
    return [
        (name, about)
        for name, about in questions(after(before, new))
        if topic(name, *about) not in every
        and getattr(old, name)(*about) != getattr(now, name)(*about)
    ]


@given(lines())
def test_a_question_stands_where_its_topic_does(every: Lines) -> None:
    """Whatever is asked: who looks there for all about the topic finds it."""
    facts = [("card", ("a.html",)), ("sizes", ("land/2026",)), ("catalogue", ()), ("today", ())]
    for name, about in (*questions(every), *facts):
        assert place_of(topic(name, *about)) == place_for((name, *about))


@settings(max_examples=60)
@given(edits())
def test_no_question_with_another_answer_is_missed(edit: tuple[Lines, Lines]) -> None:
    """Of all that there are."""
    assert [] == missed(*edit)


@pytest.mark.parametrize("forgotten", ["month", "category", "entry", "share", "unit_year"])
def test_a_topic_that_is_forgotten_is_found_here(
    forgotten: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were a line said to touch less than it does."""
    whole = tuple(_plain(number, DAYS[number % 6]) for number in range(70))
    before, new = tuple(sorted(whole[1:], key=in_order)), whole[:1]
    assert [] == missed(before, new)
    true = topics.touched

    def deaf(register: Register, line: Line) -> list[Topic]:
        return [one for one in true(register, line) if one[0] != forgotten]

    monkeypatch.setitem(globals(), "touched", deaf)

    assert missed(before, new)


def _plain(number: int, day: str) -> Line:
    return Line(
        f"land/2026/n{number}.html",
        f"content/land/2026/n{number}.md",
        "land",
        "notice",
        "town",
        day,
        "09:00",
        "ready",
        "",
        (f"n{number}",),
        "",
        "",
        "",
        (),
        "",
        (),
        "",
    )
