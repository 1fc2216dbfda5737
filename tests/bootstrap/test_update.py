from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.bootstrap.conftest import Project


def test_a_changed_lock_renews_the_environment(ready: Project) -> None:
    """The new version is used, it is said in one line, and the old environment is gone."""
    ready.lock(ready.wheels.newer)

    ran = ready.run(env=ready.quick())

    assert ran.facts["version"] == "1.1"
    assert "正在更新" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert ready.beside == [".venv"]


def test_a_changed_lock_is_noticed_by_the_environment_itself(ready: Project) -> None:
    """`.venv/bin/python build.py` renews what it runs in, from the Python that was made from."""
    ready.lock(ready.wheels.newer)

    ran = ready.run(python=ready.python)

    assert ran.facts["version"] == "1.1"
    assert f"base {ready.bare}" in ready.stamp.read_text().splitlines()
    assert ready.beside == [".venv"]


def test_a_failed_renewal_leaves_the_environment_as_it_was(ready: Project) -> None:
    """What worked yesterday is not thrown away before its successor stands."""
    before = ready.tree
    ready.lock(ready.wheels.newer)

    ran = ready.run(env={**ready.quick(), "GONGKAI_WHEELS": "/nonexistent"})
    ready.lock(ready.wheels.core)

    assert ran.code == 2
    assert ready.tree == before
    assert ready.run().code == 0


def test_the_test_command_adds_the_development_tools(ready: Project) -> None:
    """It says so, and hands the command on; a later build takes the environment as it is."""
    ran = ready.run("test", "--all", env=ready.quick())
    before = ready.tree

    assert ran.facts["args"] == ["test", "--all"]
    assert "测试" in ran.err
    assert list(ready.venv.glob("lib/*/site-packages/pytest"))
    assert ready.run("build").err == ""
    assert ready.run("test").err == ""
    assert ready.tree == before


def test_a_renewed_environment_stays_able_to_test(ready: Project) -> None:
    """A build whose lock changed does not take the tools away."""
    ready.restamp("core ", "dev outdated\ncore outdated-")

    ran = ready.run("build", env=ready.quick())

    assert "正在更新" in ran.err
    assert ready.run("test").err == ""


def test_a_changed_development_lock_does_not_concern_a_build(ready: Project) -> None:
    """Only `test` asks for the tools of the day."""
    ready.restamp("core ", "dev outdated\ncore ")

    assert ready.run("build").err == ""
    assert "正在更新" in ready.run("test", env=ready.quick()).err


@pytest.mark.parametrize(
    "args",
    [("test", "--help"), ("build", "test"), ("--site", "test"), ("--lang", "en", "test", "-h")],
)
def test_other_commands_need_no_development_tools(ready: Project, args: tuple[str, ...]) -> None:
    """Help for the tests, or a folder named test, installs nothing."""
    ran = ready.run(*args)

    assert ran.facts["args"] == list(args)
    assert ran.err == ""


@pytest.mark.parametrize("language", [("--lang", "en"), ("--lang=en",)])
def test_the_test_command_is_found_behind_the_language(
    ready: Project, language: tuple[str, ...]
) -> None:
    """`build.py --lang en test` is the test command."""
    ran = ready.run(*language, "test", env=ready.stub(venv="raise ImportError"))

    assert "测试" in ran.err


@pytest.mark.parametrize(
    ("was", "will"),
    [("python cpython", "python cpython 3.9 instead of"), ("base /", "base /gone/")],
    ids=["another version", "base removed"],
)
def test_an_environment_of_a_python_that_is_gone_is_made_anew(
    ready: Project, was: str, will: str
) -> None:
    """The stamp tells which Python an environment was made from."""
    ready.restamp(was, will)

    ran = ready.run(env=ready.quick())

    assert ran.facts["prefix"] == str(ready.venv)
    assert "正在更新" in ran.err
    assert ready.run().err == ""


def test_an_environment_whose_python_does_not_start_is_made_anew(ready: Project) -> None:
    """As after the system's Python was removed, or the folder came from another computer."""
    ready.python.unlink()
    ready.python.symlink_to("/nonexistent/python3")

    assert ready.run(env=ready.quick()).facts["prefix"] == str(ready.venv)
