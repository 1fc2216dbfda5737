from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.bootstrap.conftest import Project

HOUSE = Path(__file__).parents[2]


@pytest.fixture
def real(project: Project) -> Project:
    """Give a project the real locks, and what it takes for uv to build it."""
    shutil.copytree(HOUSE / "requirements", project.root / "requirements", dirs_exist_ok=True)
    shutil.copy(HOUSE / "pyproject.toml", project.root)
    for name in ("README.md", "LICENSE", "themes/base.css"):
        (project.root / name).parent.mkdir(exist_ok=True)
        (project.root / name).write_text("stand-in\n")
    (project.root / "generator" / "__init__.py").write_text('__version__ = "0.1.0"\n')
    return project


def index() -> dict[str, str]:
    """Return the variables by which this machine reaches its package index."""
    reach = {key: value for key, value in os.environ.items() if key.startswith(("PIP_", "UV_"))}
    return {**reach, "PIP_FIND_LINKS": "", "GONGKAI_WHEELS": ""}


def uv_run(project: Project) -> dict[str, object]:
    """Run build.py with uv; return what the generator told."""
    uv = Path(sys.executable).with_name("uv")
    kept = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}
    told = subprocess.run(
        [uv, "run", "--python", project.bare, "build.py"],
        cwd=project.root,
        env=kept,
        stdout=subprocess.PIPE,
        check=True,
    )
    return dict(json.loads(told.stdout))


def test_the_real_locks_install_and_uv_shares_the_environment(real: Project) -> None:
    """The first run installs, the second does not, `uv run` uses the same, and so does the last."""
    assert "正在准备" in real.run(env=index()).err
    first = real.tree
    second = real.run()

    assert second.facts["prefix"] == str(real.venv)
    assert f"jinja2=={second.facts['version']} " in (
        real.root / "requirements" / "core.lock"
    ).read_text("utf-8")
    assert second.err == ""
    assert real.tree == first
    assert uv_run(real)["prefix"] == str(real.venv)
    assert real.run().err == ""
    assert real.beside == [".venv"]


def test_uv_makes_an_environment_that_is_used_afterwards(real: Project) -> None:
    """`uv run build.py` on a bare machine; then python3 build.py goes on in what uv made."""
    assert uv_run(real)["prefix"] == str(real.venv)
    before = real.tree

    ran = real.run()

    assert ran.facts["prefix"] == str(real.venv)
    assert ran.err == ""
    assert not real.stamp.exists()
    assert real.tree == before
