"""A process that ends with its build neither looks for garbage nor takes the site apart."""

import gc
import shutil
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.app import build as building
from generator.app.order import Order
from generator.edge import sweep
from generator.edge.project import project_at
from tests.conftest import SAMPLE


class Made:
    """Anything."""


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """What this test's process does not take apart; it goes on, and sweeps again."""
    held: list[object] = []
    monkeypatch.setattr(sweep, "_LEFT", held)
    yield held
    gc.enable()


def order_at(folder: Path) -> Order:
    """The sample site, built there."""
    shutil.copytree(SAMPLE, folder / "content")
    return Order(project_at("content", None, str(folder)), jobs=1)


def test_what_is_left_is_not_taken_apart(left: list[object]) -> None:
    """Nobody else has it."""
    made = Made()
    seen = weakref.ref(made)
    sweep.leave(made)
    del made
    assert seen() is left[0]


def test_only_the_last_build_of_a_process_leaves_what_it_made(
    left: list[object], tmp_path: Path
) -> None:
    """Another build may follow: its site takes the room of the one before."""
    building.build(order_at(tmp_path / "one"))
    assert gc.isenabled()
    assert not left
    building.build(order_at(tmp_path / "other"), is_last=True)
    assert not gc.isenabled()
    assert left
