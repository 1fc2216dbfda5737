"""What the building process of a preview does, asked in this one."""

import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from generator.app import preview
from generator.app.build import build
from generator.app.order import Order, View
from generator.app.preview import Built, Day, Release, Said, build_here
from generator.edge import disk, looks
from generator.edge.project import preview_of, project_at
from generator.edge.resident import Resident, Say, unheard
from generator.values.dates import today_in
from tests.conftest import SAMPLE

BUDGET = "content/finance/2026/08-half-year-budget.md"
PAGE = "finance/2026/08-half-year-budget.html"
HOUSE = Path(__file__).parents[2]
EDITS = {
    "text": (BUDGET, "\n---\n", "\n---\n\n另有说明。\n"),
    "title": (BUDGET, "标题: 2026年上半年", "标题: 2026年1至6月"),
    "template": ("themes/default/templates/base.html", "<main", "<!-- 新 --><main"),
    "style": ("themes/default/assets/bulletin.css", "", "i { color: red }\n"),
}
"""Which file, and what in it becomes what."""


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    """A preview of the small site, asked of a process that has just begun."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    monkeypatch.setattr(preview, "_begun", {})
    return Order(preview_of(project_at("content", None, str(tmp_path))))


@pytest.fixture
def edit(tmp_path: Path) -> Callable[[str], None]:
    """Save a text with another paragraph."""
    path = tmp_path / BUDGET

    def add(line: str) -> None:
        path.write_text(f"{path.read_text('utf-8')}\n{line}\n", "utf-8")

    return add


def test_a_preview_is_a_build_that_leaves_the_output_alone(
    order: Order, edit: Callable[[str], None], tmp_path: Path
) -> None:
    """Built, built again after a save, and nothing written when nothing was saved."""
    first = build_here(order, unheard)
    edit("另附说明。")
    second, third = build_here(order, unheard), build_here(order, unheard)

    assert first
    assert second
    assert third
    assert all(one.is_shown for one in (first, second, third))
    page = Path(order.project.output) / "finance/2026/08-half-year-budget.html"
    assert "另附说明。" in page.read_text("utf-8")
    assert third.report
    assert () == third.report.written
    assert {"content", ".cache"} == {one.name for one in tmp_path.iterdir()}


def test_nobody_waits_for_the_disk(
    order: Order, edit: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A preview need not outlast a power cut."""
    build_here(order, unheard)
    waited: list[str] = []
    monkeypatch.setattr(disk, "sync", waited.append)

    edit("短的办法。")
    build_here(order, unheard)
    os.rename(f"{order.project.content}/pages/about.md", f"{order.project.content}/pages/us.md")
    built = build_here(order, unheard)

    assert built
    assert built.is_shown
    assert [] == waited


def test_a_mistake_and_a_stop_are_answers(order: Order) -> None:
    """The first keeps the site as it was, and so does the second."""
    build_here(order, unheard)
    Path(order.project.content, "site.yaml").write_text("题名 没有冒号", "utf-8")
    wrong = build_here(order, unheard)
    shutil.rmtree(order.project.content)
    gone = build_here(order, unheard)

    assert wrong
    assert not wrong.is_shown
    assert wrong.problems
    assert isinstance(gone, Built)
    assert not gone.is_shown
    assert ["site/no-folder"] == [one.code for one in gone.problems]


def test_another_program_does_not_build_in_the_name_of_this_one(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks begins a process anew."""
    assert build_here(order, unheard)

    monkeypatch.setattr(preview, "version", lambda: "another")

    assert build_here(order, unheard) is None


def test_another_day_is_another_site(order: Order) -> None:
    """At midnight by the site's own clock, once; the machine may have slept over it."""
    path = Path(order.project.content, "site.yaml")
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^今天:.*\n", "", text), "utf-8")
    built = build_here(order, unheard)
    assert built
    assert built.report
    assert built.report.tally
    assert not built.report.today_fixed
    at = datetime.fromisoformat(f"{built.report.tally.today}T23:59:59+08:00").astimezone(UTC)
    day = Day(order, lambda: at)

    day.learn(built.report)
    asked = [day.has_changed()]
    at += timedelta(seconds=1)
    asked += [day.has_changed(), day.has_changed()]
    at += timedelta(days=3, hours=5)
    asked += [day.has_changed(), day.has_changed()]
    day.learn(None)
    asked.append(day.has_changed())
    at += timedelta(minutes=2)  # that build came to nothing
    asked += [day.has_changed(), day.has_changed()]
    today = today_in(built.report.tally.zone, at).isoformat()
    report = replace(built.report, tally=replace(built.report.tally, today=today))
    day.learn(report)
    at += timedelta(minutes=2)
    asked.append(day.has_changed())

    assert [False, True, False, True, False, False, True, False, False] == asked


def test_a_release_in_another_window_is_seen(tmp_path: Path) -> None:
    """The first one, the next, and that one is gone; each once. One that changes nothing is none."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    project = project_at("content", None, str(tmp_path))
    page = tmp_path / BUDGET
    release = Release(project)

    asked = [release.has_changed()]
    build(Order(project))
    asked += [release.has_changed(), release.has_changed()]
    build(Order(project))
    asked.append(release.has_changed())
    page.write_text(f"{page.read_text('utf-8')}\n另有说明。\n", "utf-8")
    build(Order(project))
    asked += [release.has_changed(), release.has_changed()]
    shutil.rmtree(project.output)
    asked.append(release.has_changed())

    assert [False, True, False, False, True, False, True] == asked


def test_a_day_that_was_ordered_does_not_end(order: Order) -> None:
    """Nor does one that the settings name, nor one of which nothing is known yet."""
    built = build_here(order, unheard)
    assert built
    assert built.report
    assert built.report.today_fixed
    late = datetime(2099, 1, 1, tzinfo=UTC)
    known, ordered = Day(order, lambda: late), Day(replace(order, today=date(2026, 1, 1)))

    known.learn(built.report)
    ordered.learn(replace(built.report, today_fixed=False))

    assert not known.has_changed()
    assert not ordered.has_changed()
    assert not Day(order, lambda: late).has_changed()


@pytest.mark.parametrize("page", [PAGE, "finance/index.html", "data/index.html"])
@pytest.mark.parametrize("edited", ["text", "template", "style", "title"])
def test_what_is_in_view_is_shown_before_the_site_stands(
    order: Order, page: str, edited: str, tmp_path: Path
) -> None:
    """As it is to be in the site, with all that it needs and the site does not have yet."""
    shutil.copytree(HOUSE / "themes", tmp_path / "themes")
    build_here(order, unheard)
    live = Path(order.project.output)
    before, shown = _tree(live), dict[str, bytes]()

    def show(files: Said) -> None:
        if isinstance(files, Mapping):
            assert before == _tree(live)
            shown.update(files)

    name, old, new = EDITS[edited]
    path = tmp_path / name
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    build_here(replace(order, view=View(frozenset([page]))), show)

    now = _tree(live)
    assert (page in shown) or (before[page] == now[page])
    assert shown.items() <= now.items()
    sheets = {one for one in now if one.endswith(".css")} - before.keys()
    assert sheets <= shown.keys()
    assert bool(sheets) == (edited == "style")
    assert edited != "template" or page == "data/index.html" or page in shown


def test_nothing_is_shown_to_nobody(order: Order, edit: Callable[[str], None]) -> None:
    """Nor what nobody looks at."""
    build_here(order, unheard)
    edit("另附说明。")

    def show(files: Said) -> None:
        assert not isinstance(files, Mapping)

    for pages in (frozenset[str](), frozenset(["units/finance-office.html", "none.html"])):
        assert build_here(replace(order, view=View(pages)), show)


def test_who_stays_looks_at_what_was_touched(
    order: Order,
    edit: Callable[[str], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And at all of it since the last site that came to something, and at everything if nobody knows."""
    monkeypatch.setattr(looks, "MOMENT", 0)  # what is young is compared by its bytes
    page = Path(order.project.output, PAGE)
    budget, settings = tmp_path / BUDGET, tmp_path / "content/site.yaml"
    text = settings.read_bytes()

    def built(*touched: Path) -> str:
        build_here(replace(order, touched=frozenset(map(str, touched))), unheard)
        return page.read_text("utf-8")

    build_here(order, unheard)
    edit("看不见。")
    assert "看不见。" not in built()
    settings.write_text("题名 没有冒号", "utf-8")
    assert "看不见。" not in built(settings, budget)
    settings.write_bytes(text)
    assert "看不见。" in built(settings)
    edit("谁也没有说。")
    assert "谁也没有说。" not in built()
    build_here(order, unheard)
    assert "谁也没有说。" in page.read_text("utf-8")


def test_who_stays_builds_what_one_who_begins_would(
    order: Order, edit: Callable[[str], None], tmp_path: Path
) -> None:
    """Whatever others do to the site and the memory meanwhile."""
    live, memory = Path(order.project.output), Path(order.project.cache)
    added = tmp_path / "content/finance/2026/09-added.md"
    text = (tmp_path / BUDGET).read_text("utf-8")

    def add() -> None:
        added.write_text(re.sub(r"(?m)^索引号.*\n", "", text).replace("上半年", "前九月"), "utf-8")

    def spoil() -> None:
        (live / PAGE).write_bytes(b"spoilt")
        (live / "index.html").unlink()

    def forget() -> None:
        (memory / "root").unlink()

    def lose() -> None:
        for one in memory.glob("s*"):
            one.unlink()

    def apart() -> None:
        """Another process builds, and this one learns nothing of it."""
        edit("别的进程。")
        other = Resident(_build_apart)
        try:
            other.ask(order)
        finally:
            other.close()

    steps: tuple[Callable[[], object], ...] = (spoil, forget, lose, lambda: shutil.rmtree(live))
    build_here(order, unheard)
    for number, step in enumerate((add, apart, *steps)):
        step()
        edit(f"第 {number} 次。")
        touched = frozenset({str(tmp_path / BUDGET), str(added)})
        built = build_here(replace(order, touched=touched), unheard)
        assert built
        assert built.is_shown

        other = tmp_path / f"clean-{number}"
        project = replace(order.project, output=f"{other}/site", cache=f"{other}/memory")
        build(replace(order, project=replace(project, releases=f"{other}/releases")))
        assert _tree(other / "site") == _tree(live), step


def _build_apart(order: Order, say: Say) -> None:
    del say
    build(order)


def _tree(folder: Path) -> dict[str, bytes]:
    files = (one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in files}
