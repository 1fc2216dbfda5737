from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bootstrap.conftest import Project

STOP = "raise ImportError"  # as the module venv: an environment is begun, and no more


def test_an_environment_that_has_the_dependencies_is_used(project: Project, tmp_path: Path) -> None:
    """Nothing is made, nothing is said."""
    python = project.environment(tmp_path / "theirs", project.wheels.core)

    ran = project.run(python=python)

    assert ran.facts["prefix"] == str(tmp_path / "theirs")
    assert ran.err == ""
    assert project.beside == []


def test_an_environment_that_lacks_them_is_left_alone(project: Project, tmp_path: Path) -> None:
    """Ours is begun beside build.py instead."""
    python = project.environment(tmp_path / "theirs")

    ran = project.run(python=python, env=project.stub(venv=STOP))

    assert "正在准备" in ran.err
    assert not list((tmp_path / "theirs").glob("lib/*/site-packages/*"))


def test_an_environment_without_the_tools_does_not_do_for_tests(
    project: Project, tmp_path: Path
) -> None:
    """`test` asks for more than a build."""
    python = project.environment(tmp_path / "theirs", project.wheels.core)
    able = project.environment(tmp_path / "able", project.wheels.core, project.wheels.tools)

    assert "测试" in project.run("test", python=python, env=project.stub(venv=STOP)).err
    assert project.run("test", python=able).facts["prefix"] == str(tmp_path / "able")


def test_an_environment_of_ours_comes_first(ready: Project, tmp_path: Path) -> None:
    """What is stamped and right needs no probing."""
    python = ready.environment(tmp_path / "theirs", ready.wheels.core)

    assert ready.run(python=python).facts["prefix"] == str(ready.venv)


def test_a_bare_python_with_the_locked_versions_is_used(project: Project) -> None:
    """A distribution may package exactly what we lock."""
    env = project.stub()
    project.wheels.core.unpack(project.root.parent / "stubs")

    ran = project.run(env=env)

    assert ran.facts["prefix"] == sys.base_prefix
    assert project.beside == []


def test_a_bare_python_with_other_versions_is_not(project: Project) -> None:
    """Whatever the system happens to have is no reason to trust it."""
    env = project.stub(venv=STOP)
    project.wheels.newer.unpack(project.root.parent / "stubs")

    assert "正在准备" in project.run(env=env).err


def test_a_bare_python_with_modules_of_no_known_version_is_not(project: Project) -> None:
    """Modules without a record could be anything."""
    modules = dict.fromkeys(("jinja2", "markdown", "rich", "yaml"), "")

    assert "正在准备" in project.run(env=project.stub(venv=STOP, **modules)).err


@pytest.mark.parametrize(("name", "used"), [("gongkai", True), ("base", False)])
def test_an_environment_of_conda_is_used_unless_it_is_the_base(
    project: Project, name: str, *, used: bool
) -> None:
    """Conda's base comes with old versions of everything; its environments are made for a purpose."""
    modules = dict.fromkeys(("jinja2", "markdown", "rich", "yaml"), "VERSION = 'conda'")
    conda = {"CONDA_PREFIX": sys.base_prefix, "CONDA_DEFAULT_ENV": name}

    ran = project.run(env={**project.stub(venv=STOP, **modules), **conda})

    assert (ran.code == 0) is used
    assert ("正在准备" in ran.err) is not used


def test_a_python_that_does_not_look_beside_the_script_finds_the_generator(ready: Project) -> None:
    """PYTHONSAFEPATH and -I keep the script's folder off the path."""
    assert ready.run(env={"PYTHONSAFEPATH": "1"}).code == 0
    assert ready.run(options=("-I",)).code == 0


def test_pythonhome_is_kept_where_it_is_true(ready: Project) -> None:
    """The environment was made from the very Python that PYTHONHOME describes."""
    ran = ready.run(env={"PYTHONHOME": sys.base_prefix})

    assert ran.facts["PYTHONHOME"] == sys.base_prefix
    assert ran.facts["prefix"] == str(ready.venv)


def test_pythonhome_is_dropped_where_it_would_harm(ready: Project, tmp_path: Path) -> None:
    """An environment made from another Python must not look into this one's home."""
    other = tmp_path / "python3"
    other.symlink_to(ready.bare)
    ready.restamp(ready.bare, str(other))

    ran = ready.run(env={"PYTHONHOME": sys.base_prefix})

    assert ran.facts["PYTHONHOME"] is None
    assert ran.facts["prefix"] == str(ready.venv)
