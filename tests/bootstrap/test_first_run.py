from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bootstrap.conftest import FirstRun, Project


def test_a_bare_python_makes_the_environment_and_goes_on_in_it(first: FirstRun) -> None:
    """The generator runs in `.venv`, with the locked version of its dependencies."""
    assert str(first.project.venv) == first.ran.facts["prefix"]
    assert first.ran.facts["version"] == "1.0"


def test_arguments_exit_code_and_working_folder_pass_through(first: FirstRun) -> None:
    """Running build.py is running the generator, spaces and Chinese included."""
    assert first.ran.facts["args"] == ["build", "seven", "两个 字"]
    assert first.ran.code == 7
    assert first.ran.facts["cwd"] == str(first.folder)


def test_it_says_so_in_one_line_of_chinese_and_english_on_stderr(first: FirstRun) -> None:
    """Whoever waits knows why; stdout stays the generator's own."""
    line, rest = first.ran.err.split("\n", 1)

    assert rest == ""
    assert "正在准备运行环境" in line
    assert "preparing the environment" in line


def test_nothing_is_left_beside_the_environment(first: FirstRun) -> None:
    """What was made aside is gone."""
    assert first.project.beside == [".venv"]


def test_its_scripts_name_the_place_where_they_stand(first: FirstRun) -> None:
    """The environment was renamed, yet `activate` and `pip` work."""
    pip = subprocess.run([first.project.venv / "bin" / "pip", "--version"], check=False)
    activate = (first.project.venv / "bin" / "activate").read_text()

    assert pip.returncode == 0
    assert str(first.project.venv) in activate
    assert ".venv.making" not in activate


def test_the_generator_may_start_build_py_itself(first: FirstRun) -> None:
    """The guard against running twice does not outlive the handing over."""
    assert first.ran.facts["handed over"] is False


def test_pip_is_borrowed_where_there_is_no_ensurepip(project: Project) -> None:
    """Debian leaves ensurepip out, but may have pip."""
    ran = project.run(env=project.quick())

    assert ran.facts["prefix"] == str(project.venv)
    assert not list(project.venv.glob("lib/*/site-packages/pip"))


def test_a_home_that_does_not_exist_does_not_matter(project: Project) -> None:
    """Services run without a home."""
    ran = project.run(env={**project.quick(), "HOME": "/nonexistent"})

    assert ran.facts["prefix"] == str(project.venv)


def test_what_would_mislead_pip_is_set_aside(project: Project) -> None:
    """Neither variables nor the pip configuration's constraints change what is installed."""
    constraints = project.root.parent / "constraints.txt"
    constraints.write_text("standin==9\n")
    config = project.root.parent / "pip.conf"
    config.write_text(f"[install]\nuser = true\nconstraint = {constraints}\n")
    misled = {
        "PIP_CONFIG_FILE": str(config),
        "PIP_REQUIRE_VIRTUALENV": "1",
        "PIP_TARGET": str(project.root.parent / "target"),
        "PIP_USER": "1",
    }

    ran = project.run(env={**project.quick(), **misled})

    assert ran.facts["prefix"] == str(project.venv)
    assert ran.facts["version"] == "1.0"


def test_packages_that_only_pythonpath_has_are_installed_all_the_same(project: Project) -> None:
    """An environment must hold what it needs by itself."""
    env = project.quick()
    stubs = project.root.parent / "stubs"
    project.wheels.core.unpack(stubs)
    shutil.rmtree(stubs / "rich")  # the record alone still says that all is there

    project.run(env=env)

    assert list(project.venv.glob("lib/*/site-packages/rich"))
