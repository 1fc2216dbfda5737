from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.bootstrap.conftest import Project


def test_a_foreign_environment_with_the_dependencies_is_used(project: Project) -> None:
    """Whoever made `.venv`, with uv or by hand, wants it used."""
    project.environment(project.venv, project.wheels.core)
    before = project.tree

    ran = project.run("check")

    assert ran.facts["prefix"] == str(project.venv)
    assert ran.facts["args"] == ["check"]
    assert ran.err == ""
    assert project.tree == before


@pytest.mark.parametrize("inside", [False, True], ids=["from outside", "from inside"])
def test_a_foreign_environment_without_them_is_refused_and_kept(
    project: Project, *, inside: bool
) -> None:
    """It says whose it is, what it lacks and what to do."""
    python = project.environment(project.venv)
    before = project.tree

    ran = project.run(python=python if inside else project.bare)

    assert ran.code == 2
    assert "别的工具建立的，里面缺少 jinja2、markdown、yaml、rich。" in ran.err
    assert "办法" in ran.err
    assert "uv sync" in ran.err
    assert project.tree == before
    assert project.beside == [".venv"]


def test_a_foreign_environment_without_the_tools_is_refused_for_tests(project: Project) -> None:
    """Only what is lacking is named."""
    project.environment(project.venv, project.wheels.core)

    ran = project.run("test")

    assert ran.code == 2
    assert "里面缺少 pytest、xdist、hypothesis。" in ran.err
    assert project.beside == [".venv"]


def test_a_folder_of_that_name_without_a_python_is_refused_and_kept(project: Project) -> None:
    """It may be anything."""
    project.venv.mkdir()
    (project.venv / "precious").touch()

    ran = project.run()

    assert ran.code == 2
    assert "里面缺少 Python。" in ran.err
    assert (project.venv / "precious").exists()


def test_a_foreign_environment_does_not_hinder_another_that_is_active(project: Project) -> None:
    """The running environment has what is needed; `.venv` is of no concern."""
    project.environment(project.venv)
    python = project.environment(project.root.parent / "theirs", project.wheels.core)

    ran = project.run(python=python)

    assert ran.facts["prefix"] == str(project.root.parent / "theirs")
