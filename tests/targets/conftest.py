"""An office whose `output/` is taken for what its content yields."""

from pathlib import Path

import pytest

from generator.app import publish
from generator.edge import disk, system
from tests.targets.office import Office


def _nothing(*told: object) -> bool:
    """Neither looked at nor waited for."""
    return bool(told)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A project of its own; real builds and a disk that is waited for are tried elsewhere."""
    for holder, name in ((publish, "demand_current"), (disk, "sync"), (system, "sync_all")):
        monkeypatch.setattr(holder, name, _nothing)
    return Office(tmp_path / "项目 一")
