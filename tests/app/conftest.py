"""A project of the small site that was never built, and who edits it; a memory of one that is made."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.app import workshop
from generator.app.order import Order
from generator.edge.project import project_at
from tests.app.makings import Shelf, drawn
from tests.conftest import SAMPLE
from tests.saving import save

Edit = Callable[[str, str, str], None]


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """A project whose site was never built."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    return Order(project_at("content", None, str(tmp_path)))


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    """Save a file of the project with another text in it."""
    return partial(save, tmp_path)


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A memory that knows nothing yet, of a site whose pages are what their values say."""
    monkeypatch.setattr(workshop, "draw", drawn)
    return Shelf()
