"""What the release check remembers by itself where no build does: who never built waits once."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.app import rehearsal, release
from generator.app.build import build
from generator.app.order import Order
from generator.app.release import ReleaseCheck, check
from generator.app.workshop import Bench, Taken
from generator.plan.steps import Step
from tests.app.conftest import Edit
from tests.conftest import HOUSE

BUDGET = "content/finance/2026/08-half-year-budget.md"
LEDGER = "content/finance/2026/10-fenglin-ledger.yaml"
PAGE = "finance/2026/10-fenglin-ledger.html"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there."""
    files = (one for one in folder.rglob("*") if one.is_file())
    return {str(one.relative_to(folder)): one.read_bytes() for one in files}


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The steps that are taken from here on."""
    steps: list[object] = []
    plain = Bench.take

    def take(bench: Bench, step: Step) -> Taken:
        steps.append(step)
        return plain(bench, step)

    monkeypatch.setattr(Bench, "take", take)
    return steps


def fresh(order: Order, today: str = "") -> ReleaseCheck:
    """The check as a program says that has just begun."""
    vars(release)["_known"].clear()
    return check(replace(order, jobs=1), today)


@pytest.mark.parametrize("is_released", [False, True])
def test_who_never_built_waits_once(
    order: Order,
    edit: Edit,
    taken: list[object],
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_released: bool,
) -> None:
    """Also where another program did; what is remembered changes nothing that is told or shown."""
    if is_released:
        build(order)
        taken.clear()
        monkeypatch.setattr(rehearsal, "version", lambda: "another")
    first, every = fresh(order), len(taken)
    taken.clear()
    assert first.changes == fresh(order).changes
    assert [] == taken
    edit(BUDGET, "标题: 2026年上半年", "标题: 2026年1至6月")
    edit(LEDGER, "支出: 1318.70", "支出: 1381.70")
    stopped = fresh(order)
    edit(LEDGER, "支出: 1381.70", "支出: 1318.70")

    found = fresh(order)

    assert 0 < len(taken) < every / 3
    assert found.changes == stopped.changes
    home = Path(order.project.cache).parent / "preview"
    shown = tree(home / "release/today")
    shutil.rmtree(home)
    assert found.changes == fresh(order).changes
    assert shown == tree(home / "release/today")
    assert {one.path for one in found.changes or () if one.how != "gone"} <= {*shown}


def test_what_is_remembered_of_a_wrong_file_is_no_text_of_a_build(
    order: Order, edit: Edit, taken: list[object]
) -> None:
    """It is shown as it was; what a build says and would publish is told without it, each time."""
    fresh(order)
    edit("content/personnel/2026/11-probation.md", "公布日期: 2026-11-18", "公布日期: 2026-11-38")
    stopped = fresh(order)
    taken.clear()

    found = fresh(order)

    assert [] == taken
    assert found.stops
    assert "拟任中层干部任前公示" not in [one.title for one in found.notices]
    assert stopped == found


def test_what_is_taken_back_changes_nothing(
    order: Order, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was to be published then is not what is to be published now."""
    build(order)
    monkeypatch.setattr(rehearsal, "version", lambda: "another")
    edit(BUDGET, "标题: 2026年上半年", "标题: 2026年1至6月")
    assert fresh(order).changes

    edit(BUDGET, "标题: 2026年1至6月", "标题: 2026年上半年")

    assert () == fresh(order).changes


def test_another_day_begins_where_this_one_is(order: Order, taken: list[object]) -> None:
    """And leaves it as it was; what the day changes is made, and all else is there beside it."""
    first, every = fresh(order), len(taken)
    taken.clear()

    then = fresh(order, "2026-12-30")

    assert 0 < len(taken) < every / 2
    home = Path(order.project.cache).parent / "preview/release"
    assert {one.path for one in then.changes or ()} <= {*tree(home / "2026-12-30")}
    taken.clear()
    assert first.changes == fresh(order).changes
    assert [] == taken
    assert not (home / "2026-12-30").exists()


def test_a_file_that_somebody_touched_is_made_again(order: Order, taken: list[object]) -> None:
    """What lies in our folder is believed as far as it looks as we left it."""
    fresh(order)
    taken.clear()
    made = Path(order.project.cache).parent / "preview/release/today" / PAGE
    body = made.read_bytes()
    made.write_bytes(body[:-10])

    fresh(order)

    assert [("entry", PAGE)] == taken
    assert body == made.read_bytes()


def test_once_there_is_a_build_its_memory_is_enough(order: Order, taken: list[object]) -> None:
    """And ours is gone."""
    fresh(order)
    own = Path(order.project.cache).parent / "preview/rehearsal"
    assert own.exists()
    build(order)
    taken.clear()

    assert () == fresh(order).changes
    assert [] == taken
    assert not own.exists()


def test_who_begins_anew_leaves_no_simulated_day(order: Order) -> None:
    """Nobody looks at one any more; the usual day is what the next rehearsal begins with."""
    fresh(order)
    fresh(order, "2026-12-30")
    home = Path(order.project.cache).parent / "preview/release"
    assert {"today", "2026-12-30"} == {one.name for one in home.iterdir()}

    fresh(order)

    assert ["today"] == [one.name for one in home.iterdir()]


def test_after_any_edit_it_tells_what_who_remembers_nothing_tells(order: Order, edit: Edit) -> None:
    """One after the other: edited, wrong, added, taken back, right, gone; a look and a day on top.

    How a file was before it was wrong is all that who remembers nothing cannot know.
    """
    content = Path(order.project.content)
    shutil.copytree(HOUSE / "themes", content.parent / "themes")
    build(order)
    shutil.rmtree(order.project.cache)
    note, style = content / "land/2026/new.md", "themes/default/templates/entry.html"
    text = "---\n标题: 新的通知\n公布日期: 2026-11-20\n公开单位: 镇政府\n---\n\n正文。\n"
    edits: list[Callable[[], object]] = [
        lambda: edit(BUDGET, "标题: 2026年上半年", "标题: 2026年1至6月"),
        lambda: edit(LEDGER, "支出: 1318.70", "支出: 1381.70"),
        lambda: note.write_text(text, "utf-8"),
        lambda: edit(style, "<h1>", "<h1>关于"),
        lambda: edit(BUDGET, "标题: 2026年1至6月", "标题: 2026年上半年"),
        lambda: edit(LEDGER, "支出: 1381.70", "支出: 1318.70"),
        note.unlink,
        lambda: edit(style, "<h1>关于", "<h1>"),
    ]
    home = content.parent / ".cache/preview"
    for number, save in enumerate(edits):
        save()
        found, shown = fresh(order), tree(home / "release/today")
        then = fresh(order, "2026-12-30") if number == 5 else None
        home.rename(home.with_name("away"))

        anew = fresh(order)
        assert found.report == anew.report, number
        assert found.stops or found == anew, number
        assert found.stops or shown == tree(home / "release/today"), number
        assert then is None or then == fresh(order, "2026-12-30")
        shutil.rmtree(home)
        home.with_name("away").rename(home)
    assert () == found.changes
