"""After another template, what it draws is drawn again from what is known, and nothing else is made."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.app import redraw
from generator.app.done import Done
from generator.app.dress import why_drawn
from generator.app.workshop import Put
from generator.engine.memory import Memory
from generator.model.entry import Entry
from generator.plan import steps
from generator.plan.frame import Frame
from generator.plan.pages import Page
from generator.plan.questions import Question
from generator.render.templates import TEMPLATE_OF
from tests.app.makings import EDITS, Shelf, added, digests, made, pick, rows, superseded
from tests.conftest import SAMPLE
from tests.plan.whole import site_at

DRESSES: dict[str, dict[str, str]] = {
    name: {f"t/{name}": "1", "assets": "1", "words": "1"} for name in TEMPLATE_OF.values()
}


def laid() -> tuple[dict[str, bytes], Put]:
    """Files by address, and where to put them."""
    files: dict[str, bytes] = {}

    def put(path: str, body: bytes, *, is_new: bool = False) -> None:
        del is_new
        files[path] = body

    return files, put


def why(shelf: Shelf, done: Done) -> Question:
    """Why a step's pages were drawn last, as it is remembered."""
    return why_drawn(Memory(shelf, "1"), done)


@pytest.mark.parametrize("name", ["entry.html", "unit.html", "moved.html"])
def test_what_looks_otherwise_is_drawn_again_and_nothing_else(shelf: Shelf, name: str) -> None:
    """By the template of its pages; of an entry's step the files stand as they are."""
    site = EDITS["an alias"](site_at(SAMPLE))
    first, _ = made(site, shelf, {}, looks=DRESSES)
    looks = DRESSES | {name: DRESSES[name] | {f"t/{name}": "2"}}

    files, put = laid()

    again, taken = made(site, shelf, digests(first), looks=looks, put=put)

    assert {step for step, one in first.steps.items() if name in one.drawn} == {*taken}
    assert {("template", f"t/{name}")} == {why(shelf, again.steps[step]) for step in taken}
    assert {one.rpartition(".")[2] for one in files} == {"html"}
    assert rows(made(site, Shelf(), {}, looks=looks)[0]) == rows(again)
    files.clear()
    assert made(site, shelf, digests(again), looks=looks, put=put)[1] == []
    assert not files


@pytest.mark.parametrize("part", ["assets", "words"])
def test_what_all_templates_draw_with_is_seen_in_every_page(shelf: Shelf, part: str) -> None:
    """And in no file that is not a page."""
    first, _ = made(site_at(SAMPLE), shelf, {}, looks=DRESSES)
    looks = {name: {**parts, part: "2"} for name, parts in DRESSES.items()}

    files, put = laid()

    again, taken = made(site_at(SAMPLE), shelf, digests(first), looks=looks, put=put)

    assert {step for step, one in first.steps.items() if one.pages} == {*taken}
    assert {(part,)} == {why(shelf, again.steps[step]) for step in taken}
    assert again.pages == len(files)


def test_an_edit_and_another_look_at_once(shelf: Shelf) -> None:
    """A step that asked what has changed is taken whole, the others are drawn."""
    before = site_at(SAMPLE)
    first, _ = made(before, shelf, {}, looks=DRESSES)
    looks = DRESSES | {"entry.html": {"t/entry.html": "2"}}

    for edit in (EDITS["a title"], EDITS["an account"], added, superseded):
        kept, last = dict(shelf.kept), shelf.last
        after = edit(before)
        again, _ = made(after, shelf, digests(first), looks=looks)

        assert rows(made(after, Shelf(), {}, looks=looks)[0]) == rows(again)
        shelf.kept, shelf.last = kept, last


def month_of(entry: Entry) -> tuple[str, str]:
    """The category and month in which it stands."""
    return entry.category, str(entry.published.month)


def looking(number: int) -> dict[str, dict[str, str]]:
    """Another template of entries for each number."""
    return DRESSES | {"entry.html": {"t/entry.html": str(number)}}


@pytest.fixture
def plannings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The entries whose pages were planned again for another template."""
    found: list[str] = []
    again = steps.pages_again

    def noted(frame: Frame, address: str, known: Mapping[str, tuple[str, int]]) -> tuple[Page, ...]:
        found.append(address)
        return again(frame, address, known)

    monkeypatch.setattr(redraw, "pages_again", noted)
    return found


def test_what_pages_say_is_kept_from_one_template_to_the_next(
    shelf: Shelf, plannings: list[str]
) -> None:
    """From the first build on, so that no template plans anything."""
    site = EDITS["an alias"](site_at(SAMPLE))
    again, _ = made(site, shelf, {}, looks=DRESSES)

    for number in (2, 3):
        again, drawn = made(site, shelf, digests(again), looks=looking(number))

        assert not plannings
        assert len(site.entries) == len(drawn)
        assert rows(made(site, Shelf(), {}, looks=looking(number))[0]) == rows(again)


def test_what_is_kept_and_missing_is_planned_and_kept_again(
    shelf: Shelf, plannings: list[str]
) -> None:
    """A month of which not all was made at once, or of which nothing is kept."""
    site = site_at(SAMPLE)
    first, _ = made(site, shelf, {}, looks=looking(1))
    version, held, root = shelf.last
    lost = next(name for name in sorted(held) if name.startswith("pages-"))
    shelf.last = version, {name: one for name, one in held.items() if name != lost}, root

    again, _ = made(site, shelf, digests(first), looks=looking(2))

    lot = {one.address for one in site.entries if lost == "pages-{}-{}".format(*month_of(one))}
    assert lot == {*plannings}
    plannings.clear()
    made(site, shelf, digests(again), looks=looking(3))
    assert not plannings


def test_what_pages_said_is_forgotten_with_the_last_of_a_month(shelf: Shelf) -> None:
    """Nobody would ask for it."""
    before = site_at(SAMPLE)
    first, _ = made(EDITS["an alias"](before), shelf, {}, looks=looking(1))
    gone = pick(before)
    rest = (one for one in before.entries if month_of(one) != month_of(gone))
    name = "pages-{}-{}".format(*month_of(gone))
    assert name in shelf.last[1]

    made(replace(before, entries=tuple(rest)), shelf, digests(first), looks=looking(1))

    assert name not in shelf.last[1]


def test_what_was_kept_of_an_entry_that_was_made_since_is_not_believed(
    shelf: Shelf, plannings: list[str]
) -> None:
    """Whatever made it necessary: an edit of its own, of its neighbour, of what it names."""
    before = site_at(SAMPLE)
    first, _ = made(before, shelf, {}, looks=looking(1))
    base, _ = made(before, shelf, digests(first), looks=looking(2))
    kept, last = dict(shelf.kept), shelf.last
    for edit in EDITS.values():
        shelf.kept, shelf.last = dict(kept), last
        after = edit(before)
        edited, taken = made(after, shelf, digests(base), looks=looking(2))
        plannings.clear()

        again, _ = made(after, shelf, digests(edited), looks=looking(3))

        entries = {str(step[1]) for step in taken if step[0] == "entry"}
        others = {month_of(one) for one in after.entries if one.address not in entries}
        late = {one.address for one in after.entries if month_of(one) in others}
        assert {*plannings} == entries & late
        assert rows(made(after, Shelf(), {}, looks=looking(3))[0]) == rows(again)
