"""The site of the tests, and the shipped one, each built once; and what this machine cannot run.

`tests/sample/content` is a small site with one of everything: the corpus of the tests, which know
its entries by name. The township in `content/` is what a visitor sees; it may grow and change,
so the tests promise what holds of any site, and know nothing of it by name or number.

`@pytest.mark.browser` needs a Chromium, `@pytest.mark.browser("java", "vnu")` those tools.
Where one is missing its tests are left out and the run's last lines say so; where the
environment variable CI is set they fail.
"""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from generator.app import dressing, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.units import Units

HOUSE = Path(__file__).parents[1]
SAMPLE = HOUSE / "tests/sample/content"
TOWNSHIP = HOUSE / "content"
MODULES = HOUSE / "tests/browser/node_modules"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
NPM = "run `npm ci` in tests/browser"
settings.register_profile(  # a slow machine proves nothing
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")
NOT_RUN = pytest.StashKey[dict[str, int]]()


class Tool(NamedTuple):
    """A program that comes with the machine and not with Python."""

    name: str
    find: Callable[[], str | None]
    remedy: str

    @property
    def missing(self) -> str:
        """What is missing and what to do about it."""
        return f"no {self.name} ({self.remedy})"


def _chromium() -> str | None:
    named = os.environ.get("GONGKAI_CHROMIUM")
    return next(filter(None, map(shutil.which, [named] if named else CHROMIUMS)), None)


def _module(path: str) -> str | None:
    return str(MODULES / path) if (MODULES / path).is_file() else None


TOOLS = {
    "chromium": Tool("Chromium", _chromium, "install it, or set GONGKAI_CHROMIUM to its path"),
    "poppler": Tool("pdftotext", lambda: shutil.which("pdftotext"), "install poppler-utils"),
    "java": Tool("java", lambda: shutil.which("java"), "install a Java runtime, 17 or newer"),
    "node": Tool("node", lambda: shutil.which("node"), "install Node.js, 20.18 or newer"),
    "vnu": Tool("vnu.jar", lambda: _module("vnu-jar/build/dist/vnu.jar"), NPM),
    "axe": Tool("axe-core", lambda: _module("axe-core/axe.min.js"), NPM),
    "minisign": Tool("minisign", lambda: shutil.which("minisign"), "install minisign"),
    "html-validate": Tool(
        "html-validate", lambda: _module("html-validate/bin/html-validate.mjs"), NPM
    ),
}


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """Find a tool that a test has said it needs."""
    return lambda name: TOOLS[name].find() or pytest.fail(TOOLS[name].missing)


@contextlib.contextmanager
def _nothing_ahead(*_: object) -> Iterator[Callable[[], None]]:
    """No process that makes a theme ready: what it had learned would go with it."""
    yield lambda: None


@pytest.fixture(scope="session", autouse=True)
def _each_theme_is_looked_over_once() -> Iterator[None]:
    """Most commands of the tests wear the theme as it is; what comes of the same files is the same.

    That nothing else goes into it, `tests/house/test_purity.py` sees.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dressing, "dress", functools.lru_cache(maxsize=8)(dressing.dress))
        patch.setattr(prepare, "ahead", _nothing_ahead)
        yield


def built(content: Path, folder: Path, *words: str) -> Path:
    """Build a site through the command line, in a folder with a space and Chinese in its name.

    The project is a copy, so that workers do not meet each other or a build of one's own.
    """
    project = folder / "公开 样例"
    shutil.copytree(content, project / "content")
    shutil.copytree(HOUSE / "themes", project / "themes")
    done = subprocess.run(
        [sys.executable, "-c", "from generator.cli.main import run; run()", "build", *words],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(HOUSE), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "output"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of the small site with one of everything; no test may change a file of it."""
    return built(SAMPLE, tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def township(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of the shipped site, built without a problem or a warning; it takes its time.

    `tests/units.py` has one worker alone build it.
    """
    return built(TOWNSHIP, tmp_path_factory.mktemp("township"), "--strict")


def _lacking(item: pytest.Item) -> str | None:
    """Name the first tool that a test needs and this machine does not have."""
    marks = item.iter_markers("browser")
    names = [name for mark in marks for name in (mark.args or ("chromium",))]
    return next((name for name in names if not TOOLS[name].find()), None)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what cannot run here, and count it by what it lacks. CI leaves nothing out."""
    if os.environ.get("CI"):
        return
    left_out: dict[str, int] = {}
    kept: list[pytest.Item] = []
    gone: list[pytest.Item] = []
    for item in items:
        name = _lacking(item)
        (gone if name else kept).append(item)
        if name:
            left_out[name] = left_out.get(name, 0) + 1
    if gone:
        config.hook.pytest_deselected(items=gone)
        items[:] = kept
    config.stash[NOT_RUN] = left_out


def pytest_runtest_setup(item: pytest.Item) -> None:
    """In CI a missing tool is a failure."""
    name = _lacking(item)
    if name:
        pytest.fail(f"{TOOLS[name].missing}; with CI set it may not be missing", pytrace=False)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let a worker of pytest-xdist hand its count to the terminal."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["not_run"] = session.config.stash.get(NOT_RUN, {})


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Units:
    """Let the workers of pytest-xdist take their tests in units."""
    from tests.units import Units  # noqa: PLC0415 - pytest-xdist is here, or nobody would ask

    return Units(config, log)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take a worker's count; every worker that comes to its end has collected the same tests."""
    if hasattr(node, "workeroutput"):
        node.config.stash[NOT_RUN] = node.workeroutput["not_run"]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say what did not run and why."""
    for name, count in config.stash.get(NOT_RUN, {}).items():
        line = f"browser tests not run: {count}, {TOOLS[name].missing}"
        terminalreporter.write_line(line, yellow=True)
