"""What the building process of a preview does, asked in this one."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.app import clerk
from generator.app.order import Order
from generator.app.preview import Built, build_here
from generator.edge import disk
from generator.edge.project import preview_of, project_at
from generator.edge.resident import unheard
from tests.conftest import SAMPLE

BUDGET = "content/finance/2026/08-half-year-budget.md"


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    """A preview of the small site, asked of a process that has just begun."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    monkeypatch.setattr(clerk, "_begun", [])
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

    monkeypatch.setattr(clerk, "version", lambda: "another")

    assert build_here(order, unheard) is None
