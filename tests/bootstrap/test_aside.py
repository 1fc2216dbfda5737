from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from tests.bootstrap.conftest import Project, Wheel


def reached(pipe: Path, process: subprocess.Popen[str]) -> int:
    """Open a pipe for writing: the system lets us on as soon as a run's pip reads it."""

    def give_way() -> None:
        """Let the opening below go on also when the run has ended and nobody will ever read."""
        process.wait()
        with suppress(OSError):
            os.close(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK))

    threading.Thread(target=give_way, daemon=True).start()
    writing = os.open(pipe, os.O_WRONLY)
    if process.poll() is None:
        return writing
    os.close(writing)
    return pytest.fail(f"the run ended too early: {process.communicate()}")


@contextmanager
def held(process: subprocess.Popen[str], slow: Path, wheel: Wheel) -> Iterator[None]:
    """Hold a run in the middle of its installation, then let it have the wheel it waits for."""
    pipe = slow / wheel.path.name
    with suppress(BrokenPipeError), os.fdopen(reached(pipe, process), "wb") as writing:
        yield
        shutil.copy(wheel.path, slow / "whole")
        (slow / "whole").replace(pipe)
        writing.write(wheel.path.read_bytes())


@pytest.fixture
def slow(tmp_path: Path, project: Project) -> Path:
    """Make a folder of wheels that keep pip waiting."""
    folder = tmp_path / "slow"
    folder.mkdir()
    for wheel in (project.wheels.core, project.wheels.newer):
        os.mkfifo(folder / wheel.path.name)
    return folder


@pytest.fixture
def build(project: Project) -> ModuleType:
    """Import a project's build.py, to call what no run reaches at will."""
    spec = importlib.util.spec_from_file_location("front_door", project.root / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def dead() -> int:
    """Return the number of a process that has ended."""
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


def test_a_killed_installation_leaves_only_a_folder_aside(project: Project, slow: Path) -> None:
    """The next run removes it and makes the environment."""
    process = project.start(env={**project.quick(), "GONGKAI_WHEELS": str(slow)})
    with held(process, slow, project.wheels.core):
        process.kill()
        project.end(process)
        assert project.beside == [f".venv.making-{process.pid}"]

    assert project.run(env=project.quick()).facts["prefix"] == str(project.venv)
    assert project.beside == [".venv"]


def test_an_interrupted_installation_leaves_nothing(project: Project, slow: Path) -> None:
    """Ctrl-C ends it with a sentence."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # jobs behind a shell lack it
    process = project.start(env={**project.quick(), "GONGKAI_WHEELS": str(slow)})
    signal.signal(signal.SIGINT, before)
    with held(process, slow, project.wheels.core):
        os.killpg(process.pid, signal.SIGINT)
        ran = project.end(process)

    assert ran.code == 130
    assert "已中断" in ran.err
    assert "Traceback" not in ran.err
    assert project.beside == []


def test_what_the_dead_left_is_removed_and_what_the_living_make_is_kept(ready: Project) -> None:
    """A folder belongs to the process whose number it bears; other names are not ours."""
    kept = [f".venv.making-{os.getpid()}", f".venv.old-{os.getpid()}", ".venv.old-mine", ".venv.2"]
    for name in [f".venv.making-{dead()}", f".venv.old-{dead()}", *kept]:
        (ready.root / name / "lib").mkdir(parents=True)

    ready.run()

    assert ready.beside == sorted([".venv", *kept])


def test_the_folder_of_a_dead_namesake_does_not_get_in_the_way(project: Project) -> None:
    """In a container every first process has the same number, and is alive."""
    number = f"import os\n\nos.getpid = lambda: {os.getpid()}"
    for name in (f".venv.making-{os.getpid()}", f".venv.old-{os.getpid()}"):
        (project.root / name / "remains").mkdir(parents=True)

    ran = project.run(env={**project.quick(), **project.stub(sitecustomize=number)})

    assert ran.facts["prefix"] == str(project.venv)
    assert not (project.venv / "remains").exists()
    assert project.beside == [".venv"]


def test_two_first_runs_at_once_both_succeed(project: Project) -> None:
    """They do not know of each other."""
    runs = [project.start(str(number), env=project.quick()) for number in range(2)]

    assert [project.end(run).facts["args"] for run in runs] == [["0"], ["1"]]
    assert project.beside == [".venv"]


@pytest.mark.parametrize("existing", [False, True], ids=["first run", "renewal"])
def test_the_slower_of_two_uses_what_the_faster_made(
    request: pytest.FixtureRequest, project: Project, slow: Path, *, existing: bool
) -> None:
    """Its own environment is removed, that of the faster one is not touched."""
    if existing:
        request.getfixturevalue("ready")
    project.lock(project.wheels.newer)
    process = project.start("slower", env={**project.quick(), "GONGKAI_WHEELS": str(slow)})
    with held(process, slow, project.wheels.newer):
        assert project.run("faster", env=project.quick()).facts["version"] == "1.1"
        before = project.stamp.stat()
    slower = project.end(process)

    assert slower.facts["args"] == ["slower"]
    assert slower.facts["prefix"] == str(project.venv)
    assert project.stamp.stat().st_ino == before.st_ino
    assert project.beside == [".venv"]


def test_an_environment_put_in_place_between_look_and_grasp_is_put_back(
    ready: Project, build: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two renewals may meet in the very instant of renaming."""
    rename, needs = build.rename, build.requirements("core")
    shutil.copytree(ready.venv, ready.root / "ours", symlinks=True)
    (ready.venv / "whose").write_text("the rival's")
    ready.restamp("core ", "core outdated-")

    def late(source: str, target: str) -> None:
        monkeypatch.setattr(build, "rename", rename)
        ready.restamp("core outdated-", "core ")
        rename(source, target)

    monkeypatch.setattr(build, "rename", late)
    build.place(str(ready.root / "ours"), needs)

    assert (ready.venv / "whose").read_text() == "the rival's"
    assert ready.beside == [".venv"]


def test_an_outdated_environment_may_be_taken_away_by_another_run(
    ready: Project, build: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever comes second finds nothing to take away, and puts its own in place."""
    rename, needs = build.rename, build.requirements("core")
    shutil.copytree(ready.venv, ready.root / "ours", symlinks=True)
    ready.restamp("core ", "core outdated-")

    def late(source: str, target: str) -> None:
        monkeypatch.setattr(build, "rename", rename)
        shutil.rmtree(source)
        rename(source, target)

    monkeypatch.setattr(build, "rename", late)
    build.place(str(ready.root / "ours"), needs)

    assert build.fits(str(ready.venv), needs)
    assert ready.beside == [".venv"]


def test_an_environment_that_another_tool_makes_meanwhile_is_not_touched(
    ready: Project, build: ModuleType
) -> None:
    """What came into place without a stamp stays."""
    needs = build.requirements("core")
    shutil.copytree(ready.venv, ready.root / "ours", symlinks=True)
    ready.stamp.unlink()

    build.place(str(ready.root / "ours"), needs)

    assert not ready.stamp.exists()
    assert ready.python.exists()
