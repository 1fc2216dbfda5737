"""What the building process of a preview does, asked in this one."""

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from generator.app import preview
from generator.app.order import Order
from generator.app.preview import Built, Day, build_here
from generator.edge import disk
from generator.edge.project import preview_of, project_at
from generator.edge.resident import unheard
from tests.conftest import SAMPLE

BUDGET = "content/finance/2026/08-half-year-budget.md"


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

    assert [False, True, False, True, False, False] == asked


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
