from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bootstrap.conftest import Project


def test_with_a_folder_of_wheels_no_index_is_asked(project: Project) -> None:
    """GONGKAI_WHEELS is for machines without a network, and is relative to where one stands."""
    wheels = project.wheels.folder
    env = {"GONGKAI_WHEELS": wheels.name, "PIP_INDEX_URL": "http://127.0.0.1:9/simple"}

    ran = project.run(cwd=wheels.parent, env={**project.quick(), **env, "PIP_RETRIES": "0"})

    assert ran.facts["prefix"] == str(project.venv)
    assert "127.0.0.1" not in (project.venv / "pip.log").read_text()
