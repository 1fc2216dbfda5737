"""After an edit, what asked for what has changed is made again: the rows are those of a site made whole."""

import copy
import itertools
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.app import redraw, workshop
from generator.app.build import build
from generator.app.done import Done
from generator.app.dress import NOTHING, Dress, Parts, why_drawn
from generator.app.making import Making, make_all
from generator.app.order import Order, quiet
from generator.app.past import Past
from generator.app.preview import preview_order
from generator.app.texts import Text
from generator.app.workshop import Bench, Put, Taken, nowhere
from generator.edge.project import project_at
from generator.edge.workers import Workers
from generator.engine.memory import Memory, Packs
from generator.exports.manifest import Row
from generator.model.entry import Correction, Display, Entry, Named, Superseding, Withdrawal
from generator.model.entry import newest_first as order_of
from generator.model.site import Site
from generator.plan import steps
from generator.plan.frame import Frame
from generator.plan.pages import Page
from generator.plan.questions import Question, supply_of
from generator.plan.steps import Step
from generator.render.templates import TEMPLATE_OF
from generator.render.theme import Theme
from generator.values.dates import Moment
from generator.values.digest import of_value
from generator.values.html import Html
from generator.values.place import Place
from generator.values.read import Read
from tests.conftest import HOUSE, SAMPLE
from tests.plan.whole import frame_of, site_at

HERE = Place("content/land/x.md", 4, 5)
DAY = date(2026, 11, 20)
Edit = Callable[[Site], Site]


@pytest.fixture(autouse=True)
def _pages_are_their_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page shows is in its value; of a template nothing is seen but which one it is."""

    def drawn(theme: Theme, page: Page) -> Read[bytes]:
        look = dict(theme.templates).get(TEMPLATE_OF[type(page)])
        return Read(f"{of_value(page)} {look}".encode())

    monkeypatch.setattr(workshop, "draw", drawn)


class Shelf:
    """Packs that stay where they are."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Any] = {}
        self.last: Any = None

    def root(self) -> Any:
        """What was kept last."""
        return self.last

    def is_there(self) -> bool:
        """Nothing is ever damaged here."""
        return False

    def pack(self, name: str, digest: str, *, is_held: bool = True) -> Any:
        """A pack."""
        del is_held
        return self.kept[name, digest]

    def lay(self, packs: Mapping[str, Any]) -> Packs:
        """Have all of them."""
        laid = {name: str(len(self.kept) + at) for at, name in enumerate(packs)}
        self.kept |= {(name, laid[name]): value for name, value in packs.items()}
        return laid

    def let_go(self, name: str) -> None:
        """Nothing is in hand here."""

    def keep(self, packs: Mapping[str, Any], held: Packs, root: Any) -> Packs:
        """Keep all of them."""
        now = held | self.lay(packs)
        self.last = root(now)
        return now


class Counting(Bench):
    """A bench that notes which steps are taken at it, and which pages are drawn."""

    def __init__(self, site: Site, past: Past, put: Put, looks: Mapping[str, Parts]) -> None:
        frame = frame_of(site, supply_of(site.entries, past.fact))
        templates = tuple((name, of_value({**parts})) for name, parts in looks.items())
        super().__init__(frame, Theme("themes/t", templates), "content", put)
        self.taken: list[Step] = []
        self.drawn: set[str] = set()

    def draw(self, page: Page) -> Read[bytes]:
        """Draw it."""
        self.drawn.add(page.path)
        return super().draw(page)

    def take(self, step: Step) -> Taken:
        """Take it."""
        self.taken.append(step)
        return super().take(step)


def made(  # noqa: PLR0913, PLR0917 - each says something else about what was there before
    site: Site,
    shelf: Shelf,
    intact: Mapping[str, str],
    basis: str = "1",
    looks: Mapping[str, Parts] = NOTHING,
    put: Put = nowhere,
) -> tuple[Making, list[Step]]:
    """The site, made with what the shelf has; what was made is kept there.

    And the steps that were taken, or of which a page was drawn again.
    """
    past = Past(Memory(shelf, "1"))
    for one in site.entries:
        past.learn(one.source, Text(of_value(one), "", "9999", b"", along=False))
    bench = Counting(site, past, put, looks)
    past.dress = Dress(past.memory, looks)
    past.compare(bench.frame, {"basis": basis})
    making = Making(past, str.encode, intact, put)
    make_all(making, bench, Workers(1), quiet)
    past.put_said(making)
    past.put_steps(bench.frame, making, (), {})
    past.memory.keep()
    drawn = (k for k, its in making.steps.items() if any(r.path in bench.drawn for r in its.rows))
    return making, [*bench.taken, *(step for step in drawn if step not in bench.taken)]


def rows(making: Making) -> dict[str, Row]:
    """Each file of the site, by its address."""
    found = {row.path: row for row in making.rows}
    assert len(found) == len(making.rows)
    return found


def digests(making: Making) -> dict[str, str]:
    """What stands in a site that was made so."""
    return {row.path: row.sha256 for row in making.rows}


# Edits


def pick(site: Site, kind: str = "notice", at: int = 0) -> Entry:
    """An entry of that kind that lists show."""
    return [one for one in site.entries if one.kind == kind and one.listed][at]


def put(site: Site, was: Entry | None, *now: Entry) -> Site:
    """The site with other entries in the place of one."""
    kept = (one for one in site.entries if one != was)
    return replace(site, entries=tuple(sorted((*kept, *now), key=order_of)))


def changed(kind: str = "notice", at: int = 0, **fields: Any) -> Edit:
    """An entry of which these fields are others."""

    def edit(site: Site) -> Site:
        was = pick(site, kind, at)
        return put(site, was, replace(was, **fields))

    return edit


def moved(day: date, clock: str = "09:00") -> Edit:
    """An entry published at another time."""
    return changed(at=3, published=Moment(day, clock))


def renamed(site: Site) -> Site:
    """An entry in another file, with the old address kept."""
    was = pick(site, at=4)
    old = Named(was.address, HERE)
    source, address = "content/land/2026/11-renamed.md", "land/2026/11-renamed.html"
    return put(site, was, replace(was, source=source, address=address, aliases=(old,)))


def added(site: Site) -> Site:
    """An entry more, with tables of its own in the text."""
    like = pick(site)
    body = Html("<table><tr><th>甲</th></tr><tr><td>1</td></tr></table>")
    own: dict[str, Any] = {"source": "content/land/2026/11-n.md", "address": "land/2026/11-n.html"}
    return put(site, None, replace(like, **own, category="land", id="", body=body))


def first_of_a_year(site: Site) -> Site:
    """An entry of a year and month that had none."""
    like = pick(site)
    own: dict[str, Any] = {"source": "content/land/2019/05-n.md", "address": "land/2019/05-n.html"}
    day = Moment(date(2019, 5, 8), "")
    return put(site, None, replace(like, **own, category="land", id="", published=day))


def removed(site: Site) -> Site:
    """An entry less."""
    return put(site, pick(site, at=2))


def superseded(site: Site) -> Site:
    """An entry that another one replaces."""
    was, by = pick(site, at=1), pick(site, at=5)
    end = Superseding(DAY, Named(by.address, HERE), "重新测量", HERE)
    return put(site, was, replace(was, status="superseded", superseding=end))


def related(site: Site) -> Site:
    """An entry that names another one."""
    was, other = pick(site, at=2), pick(site, at=6)
    return put(site, was, replace(was, related=(Named(other.source, HERE),)))


def another_unit(site: Site) -> Site:
    """An entry of another unit."""
    was = pick(site)
    unit = next(one for one in site.settings.units if one != was.unit)
    return put(site, was, replace(was, unit=unit))


def amount(site: Site) -> Site:
    """An account whose lines are fewer."""
    was = pick(site, "ledger")
    detail: Any = was.detail
    return put(site, was, replace(was, detail=replace(detail, rows=detail.rows[1:])))


EDITS: dict[str, Edit] = {
    "nothing": lambda site: site,
    "a text": changed(body=Html("<p>别的正文</p>")),
    "a title": changed(at=1, title="别的题名"),
    "a title of an account": changed("ledger", title="别的题名"),
    "a summary": changed(summary="别的摘要"),
    "a long summary": changed(summary="很长的摘要" * 500),
    "an index number": changed(at=5, index_no="X-2026-001"),
    "an account": amount,
    "a unit": another_unit,
    "a series": changed(at=1, series="月报"),
    "a day": moved(date(2026, 11, 1)),
    "an hour": moved(DAY, "23:00"),
    "a month": moved(date(2026, 9, 9)),
    "a year": moved(date(2024, 2, 29)),
    "a correction": changed(corrections=(Correction(date(2026, 11, 21), "甲", "乙"),)),
    "an old correction": changed(corrections=(Correction(date(2026, 9, 1), "甲", "乙"),)),
    "a display period": changed(at=2, display=Display(DAY, DAY + timedelta(9))),
    "a withdrawal": changed(at=3, status="withdrawn", withdrawal=Withdrawal(DAY, "有误")),
    "a withdrawal of an account": changed(
        "ledger", status="withdrawn", withdrawal=Withdrawal(DAY, "有误")
    ),
    "a replacement": superseded,
    "a relation": related,
    "a name": renamed,
    "an alias": changed(at=6, aliases=(Named("old/one.html", HERE),)),
    "an entry more": added,
    "an entry of a new year": first_of_a_year,
    "an entry less": removed,
    "tomorrow": lambda site: replace(site, today=site.today + timedelta(1)),
    "next month": lambda site: replace(site, today=site.today + timedelta(30)),
    "next year": lambda site: replace(site, today=site.today + timedelta(60)),
}


@pytest.fixture(name="shelf")
def _shelf() -> Shelf:
    """A shelf with the sample on it."""
    return Shelf()


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


FAILING = (
    "{% if 'ledger' in page.path %}{{ 1 // (page.title|length - page.title|length) }}{% endif %}"
)


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    """The sample with a theme of its own."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    shutil.copytree(HOUSE / "themes", tmp_path / "themes")
    return tmp_path


def test_a_page_that_cannot_be_drawn_is_told_at_every_build(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not only at the first: what was told once is not done with, and the old site stays."""
    monkeypatch.undo()
    order = Order(project_at("content", None, str(project)), jobs=1)
    assert build(order).exit_code == 0
    template = project / "themes/default/templates/entry.html"
    text = template.read_text("utf-8")
    template.write_text(text.replace("{% block main %}", f"{{% block main %}}{FAILING}"), "utf-8")

    first, second = build(order), build(order)

    assert (1, ["theme/template"]) == (first.exit_code, [one.code for one in first.problems])
    assert (first.exit_code, first.problems) == (second.exit_code, second.problems)
    template.write_text(text, "utf-8")
    assert ((), 0) == (build(order).written, build(order).exit_code)


def test_a_preview_tells_of_a_page_that_cannot_be_drawn_at_every_build(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though another page stands in its place: after a template was edited, and after a text."""
    monkeypatch.undo()
    order = preview_order(Order(project_at("content", None, str(project)), jobs=1))
    assert build(order).exit_code == 0
    template = project / "themes/default/templates/entry.html"
    text = template.read_text("utf-8")
    template.write_text(text.replace("{% block main %}", f"{{% block main %}}{FAILING}"), "utf-8")

    first, second = build(order), build(order)
    notice = next((project / "content").glob("land/2026/*.md"))
    notice.write_text(notice.read_text("utf-8").rstrip() + "\n\n又一句。\n", "utf-8")
    third = build(order)

    anew = build(replace(order, is_clean=True))
    assert anew.problems
    assert {"theme/template"} == {one.code for one in anew.problems if one.severity == "stop"}
    for one in (first, second, third):
        assert (anew.exit_code, anew.problems) == (one.exit_code, one.problems)
    assert not anew.written
    template.write_text(text, "utf-8")
    assert build(order).exit_code == 0
    assert not build(replace(order, is_clean=True)).written
