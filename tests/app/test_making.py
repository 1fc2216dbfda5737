"""After an edit, what asked for what has changed is made again: the rows are those of a site made whole."""

import copy
import itertools
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.app.making import Making, make_all
from generator.app.order import quiet
from generator.app.past import Past
from generator.app.workshop import Bench, Taken, nowhere
from generator.edge.workers import Workers
from generator.engine.memory import Memory
from generator.plan.steps import Step
from generator.values.dates import Moment
from tests.app.makings import EDITS, Counting, Edit, Shelf, added, digests, made, pick, put, rows
from tests.conftest import SAMPLE
from tests.plan.whole import site_at


@pytest.mark.parametrize("name", EDITS)
def test_what_asked_what_changed_is_made_again_and_that_is_all_it_takes(
    shelf: Shelf, name: str
) -> None:
    """One edit: the rows are those of a site made whole, after fewer steps."""
    before = site_at(SAMPLE)
    first, every = made(before, shelf, {})
    after = EDITS[name](before)

    again, taken = made(after, shelf, digests(first))

    whole, all_steps = made(after, Shelf(), {})
    assert rows(whole) == rows(again)
    assert whole.pages == again.pages
    assert len(taken) == len({*taken})
    assert {*taken} < {*all_steps}
    assert (name == "nothing") == (not taken)
    assert len(taken) < len(every) * 0.7


def test_of_an_account_others_know_what_it_comes_to_and_nothing_else(shelf: Shelf) -> None:
    """Another title is told on the pages beside it alone; other sums in every later chart."""
    before = site_at(SAMPLE)
    like = pick(before, "ledger")
    detail: Any = like.detail
    for number in range(1, 4):
        month = detail.period.before(number)
        own: dict[str, Any] = {
            "source": f"content/{number}.md",
            "address": f"finance/{number}.html",
        }
        day = Moment(date(month.year, month.number, 20), "09:00")
        earlier = replace(detail, period=month)
        now = replace(like, **own, id="", index_no="", series="", published=day, detail=earlier)
        before = put(before, None, now)
    first = next(one for one in before.entries if one.address == "finance/3.html")
    made_first, _ = made(before, shelf, {})
    intact = digests(made_first)

    titled = put(before, first, replace(first, title="别的题名"))
    _, taken = made(titled, copy.deepcopy(shelf), intact)
    assert ("entry", like.address) not in taken

    less: Any = replace(detail, period=detail.period.before(3), rows=detail.rows[1:])
    _, taken = made(put(before, first, replace(first, detail=less)), shelf, intact)
    assert {("entry", like.address), ("entry", "finance/1.html")} <= {*taken}


def test_pages_that_tell_of_a_table_s_size_rest_on_the_size_they_tell(shelf: Shelf) -> None:
    """Another text is another fingerprint in the tables, and as long a one."""
    before = site_at(SAMPLE)
    first, _ = made(before, shelf, {})
    telling = {("data",), ("list", pick(before).category, 0)}

    _, taken = made(EDITS["a text"](before), shelf, digests(first))

    assert {("table", pick(before).category), ("catalogue",), ("issues",)} <= {*taken}
    assert not {("archive",), *telling} & {*taken}
    assert telling <= {*made(EDITS["a long summary"](before), shelf, digests(first))[1]}


def test_after_one_edit_after_another_it_is_still_the_whole_site(shelf: Shelf) -> None:
    """What was made lately is remembered beside what was made long ago; and all the way back."""
    site = site_at(SAMPLE)
    stages = [
        site,
        *itertools.accumulate(EDITS.values(), lambda one, edit: edit(one), initial=site),
    ]
    intact: dict[str, str] = {}
    for one in (*stages, *stages[::-3]):
        making, _ = made(one, shelf, intact)
        intact = digests(making)

        assert rows(made(one, Shelf(), {})[0]) == rows(making)


def test_what_was_taken_says_why(shelf: Shelf) -> None:
    """A question with another answer, a file that is not as it was left, or that it is new."""
    before = site_at(SAMPLE)
    first, _ = made(before, shelf, {})
    intact = digests(first)
    assert {("basis", "basis")} == {one.why for one in first.steps.values()}
    del intact["404.html"]

    after = added(before)
    again, taken = made(after, shelf, intact)

    why = {step: again.steps[step].why for step in taken}
    assert ("new",) == why["entry", "land/2026/11-n.html"]
    assert ("output", "404.html") == why["missing",]
    asked = {step: its for step, its in why.items() if its[0] not in {"new", "output"}}
    assert [] == [step for step, its in asked.items() if its not in again.steps[step].asked]


def test_on_another_basis_everything_is_made(shelf: Shelf) -> None:
    """Other settings, another theme: nothing of before is believed."""
    first, every = made(site_at(SAMPLE), shelf, {})

    _, taken = made(site_at(SAMPLE), shelf, digests(first), basis="2")

    assert {*every} == {*taken}


def test_a_file_that_is_not_intact_is_made_again(shelf: Shelf) -> None:
    """By its step alone, with what the step also makes."""
    first, _ = made(site_at(SAMPLE), shelf, {})
    intact = digests(first)
    intact["changes.html"] = "another"
    del intact["feed.xml"]

    again, taken = made(site_at(SAMPLE), shelf, intact)

    assert {("changes",), ("feeds:feed", "")} == {*taken}
    assert {"changes.html", "feed.xml"} == {
        row.path for step in taken for row in again.steps[step].rows
    }
    assert rows(first) == rows(again)


@pytest.mark.parametrize(
    "kind", ["card", "entry", "row", "neighbours", "today", "month", "issue", "table", "sizes"]
)
def test_a_question_that_is_not_noted_is_missed(
    shelf: Shelf, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were a planner to ask past the bench, one of the edits would show it."""
    take = Bench.take

    def deaf(self: Bench, step: Step) -> Taken:
        taken = take(self, step)
        assert isinstance(taken, Taken)
        return taken._replace(asked=tuple(one for one in taken.asked if one[0] != kind))

    monkeypatch.setattr(Bench, "take", deaf)
    before = site_at(SAMPLE)
    first, _ = made(before, shelf, {})
    kept, last = dict(shelf.kept), shelf.last

    def is_wrong(edit: Edit) -> bool:
        shelf.kept, shelf.last = dict(kept), last
        after = edit(before)
        return rows(made(after, Shelf(), {})[0]) != rows(made(after, shelf, digests(first))[0])

    assert any(map(is_wrong, EDITS.values()))


def test_who_brings_pages_to_the_disk_is_told_when_those_of_entries_are_there(
    shelf: Shelf,
) -> None:
    """They are most of a site, and all else of it is still to be made."""
    site = site_at(SAMPLE)
    past = Past(Memory(shelf, "1"))
    bench = Counting(site, past, nowhere, {})
    past.compare(bench.frame, {"basis": "1"})
    told: list[tuple[int, set[object]]] = []

    def settle(count: int) -> None:
        told.append((count, {step[0] for step in bench.taken}))

    make_all(Making(past, str.encode, {}, nowhere, settle), bench, Workers(1), quiet)

    assert told == [(len(site.entries), {"entry"})]
    assert len({step[0] for step in bench.taken}) > 1
