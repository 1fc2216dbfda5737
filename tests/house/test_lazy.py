"""A start pays only for what it uses: law 11, seen in `sys.modules` of a fresh process."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SAMPLE
from tests.house.house import ROOT

HEAVY = (
    "asyncio",
    "concurrent.futures",
    "difflib",
    "jinja2",
    "markdown",
    "multiprocessing",
    "rich",
    "yaml",
)
RUN = "import sys; sys.argv = ['build.py', *{words!r}]; from generator.cli.main import run; run()"


def _loaded(script: str, cwd: Path = ROOT) -> set[str]:
    """Which heavy modules a fresh interpreter has loaded when it ends."""
    return _modules(script, cwd) & {*HEAVY}


def _modules(script: str, cwd: Path) -> set[str]:
    """All modules that it has loaded then."""
    told = "import atexit, sys; atexit.register(lambda: print('\\n', *sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", f"{told}\n{script}"],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )

    assert "Traceback" not in done.stderr, done.stderr
    return set(done.stdout.splitlines()[-1].split())


def test_the_command_line_loads_no_library() -> None:
    """Not even to find out what was asked."""
    assert set() == _loaded("import generator.cli.main")


@pytest.mark.parametrize("words", [("--help",), ("check", "--help"), ("--help", "--lang", "en")])
def test_help_loads_no_library(words: tuple[str, ...]) -> None:
    """Help is there at once."""
    assert set() == _loaded(RUN.format(words=list(words)))


def test_a_mistake_in_the_command_pays_for_its_suggestion_only() -> None:
    """`difflib` finds the near name, and nothing else is loaded."""
    assert {"difflib"} >= _loaded(RUN.format(words=["biuld"]))


@pytest.mark.parametrize("command", ["check", "build"])
def test_nobody_sees_a_bar_and_nobody_pays_for_it(command: str, tmp_path: Path) -> None:
    """Without a terminal no `rich`; with one process no pool; without a mistake no `difflib`."""
    shutil.copytree(SAMPLE, tmp_path / "content")

    loaded = _loaded(RUN.format(words=[command, "--jobs", "1"]), tmp_path)

    assert {"jinja2", "markdown", "yaml"} == loaded


def test_what_is_not_said_is_not_loaded(tmp_path: Path) -> None:
    """One language; what every command says; and of the problems, those that are told."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    quiet = _modules(RUN.format(words=["check"]), tmp_path)
    (tmp_path / "content/site.yaml").unlink()
    told = _modules(RUN.format(words=["check"]), tmp_path)
    said = {"parts", "sentence", "zh", "zh.commands"}

    assert {f"generator.words.{one}" for one in said} == _words(quiet)
    assert {"generator.words.zh.settings"} == _words(told - quiet)


def _words(loaded: set[str]) -> set[str]:
    return {one for one in loaded if one.startswith("generator.words.")}


BEGINNING = {
    "generator",
    "generator.cli",
    "generator.cli.start",
    "generator.edge",
    *(f"generator.edge.{name}" for name in ("clock", "holding", "inquiry", "looks", "noted")),
    *(f"generator.edge.{name}" for name in ("ourselves", "places", "proven", "stream")),
    *(f"generator.edge.{name}" for name in ("survey", "untouched")),
}
"""All that a build loads of ours when nothing has changed."""
NEVER = (
    *("calendar", "locale", "secrets"),
    *("concurrent.futures", "importlib.metadata", "livereload", "multiprocessing", "rich", "ssl"),
    *("imagesize", "python_calamine", "rjsmin", "segno", "tornado", "watchfiles", "yaml"),
    *(f"generator.app.{name}" for name in ("bringing", "check", "delivery", "dressing")),
    *(f"generator.app.{name}" for name in ("new_entry", "new_site", "preview", "why")),
    *(f"generator.edge.{name}" for name in ("known", "resident", "serve", "watch")),
    *(f"generator.render.{name}" for name in ("desk", "filtering", "lint", "reason", "walk")),
    *(f"generator.read.{name}" for name in ("beside", "csvrows", "sheetxml", "xlsx", "yamlparser")),
)
"""What a build does not load when the body of one text was edited."""


def _built(project: Path, command: str = "build") -> set[str]:
    """All modules that a command through `build.py` loads."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", ROOT / "build.py", command],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )

    assert done.returncode == 0, done.stderr
    lines = done.stderr.splitlines()
    return {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built, and built again."""
    folder = tmp_path_factory.mktemp("lazy")
    shutil.copytree(SAMPLE, folder / "content")
    _built(folder)
    _built(folder)
    return folder


def test_a_build_of_nothing_new_loads_next_to_nothing(project: Path) -> None:
    """It looks at folders and goes: no library, no dataclass, no floor above the lowest."""
    _built(project)

    loaded = _built(project)

    assert {one for one in loaded if one.partition(".")[0] == "generator"} == BEGINNING
    assert not loaded & {*HEAVY, *NEVER, "nh3", "dataclasses", "json", "pickle"}
    assert not loaded & {"collections.abc", "re", "typing"}


def test_an_edited_body_loads_what_reads_and_draws_it(project: Path) -> None:
    """No linter, no parser of YAML or tables, nothing of a terminal: the rest is remembered."""
    entry = project / "content/finance/2026/08-half-year-budget.md"
    entry.write_text(entry.read_text("utf-8").rstrip() + "\n\n另附说明。\n", "utf-8")

    loaded = _built(project)

    assert {"jinja2", "markdown", "generator.app.quick"} <= loaded
    assert loaded & {*NEVER, "nh3", "difflib"} == set()


def test_an_unchanged_site_is_published_without_what_draws_it(project: Path) -> None:
    """A build is not tried where the note of the last one holds."""
    settings = project / "content/site.yaml"
    lines = settings.read_text("utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("今天:"))
    settings.write_text(f"{text}\n发布:\n  - 名称: web\n    方式: 文件夹\n    位置: www\n", "utf-8")
    (project / "www").mkdir()
    _built(project)
    _built(project, "publish")
    loaded = _built(project, "publish")

    assert "generator.app.publish" in loaded
    assert loaded & {"jinja2", "generator.app.check"} == set()
    assert _built(project) & {"jinja2", "generator.app.quick"} == set()
