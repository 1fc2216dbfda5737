"""A tiny project: the real build.py, stand-in wheels under lock, and a generator that tells all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
BARE = str(getattr(sys, "_base_executable", sys.executable))
FORGOTTEN = ("PIP_", "PYTHON", "GONGKAI_", "CONDA", "UV_", "VIRTUAL_ENV")

CORE = ("jinja2", "markdown", "rich", "yaml")
TOOLS = ("hypothesis", "pytest", "xdist")
GENERATOR = """\
import json, os, sys

import jinja2, markdown, rich, yaml


def run() -> None:
    facts = {
        "prefix": sys.prefix,
        "executable": sys.executable,
        "started as": sys.orig_argv[0],
        "packages": [path for path in sys.path if path.endswith("-packages")],
        "args": sys.argv[1:],
        "cwd": os.getcwd(),
        "version": getattr(jinja2, "VERSION", None) or jinja2.__version__,
        "no bytecode": sys.dont_write_bytecode,
        "handed over": "GONGKAI_HANDED_OVER" in os.environ,
        "PYTHONHOME": os.environ.get("PYTHONHOME"),
    }
    print(json.dumps(facts))
    sys.exit(7 if "seven" in sys.argv else 0)
"""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A distribution whose modules know their version, as `name-version-py3-none-any.whl`."""

    path: Path

    @property
    def lock(self) -> str:
        """The lines that a lock holds for it."""
        name, version = self.path.name.split("-")[:2]
        digest = hashlib.sha256(self.path.read_bytes()).hexdigest()
        return f"{name}=={version} \\\n    --hash=sha256:{digest}\n"

    def unpack(self, folder: Path) -> None:
        """Put its modules and its record where Python will find them."""
        with zipfile.ZipFile(self.path) as archive:
            archive.extractall(folder)


def wheel(folder: Path, name: str, version: str, modules: tuple[str, ...]) -> Wheel:
    """Write a wheel by hand."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    files = {f"{module}/__init__.py": f"VERSION = {version!r}\n" for module in modules}
    files[f"{info}/METADATA"] = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    files[f"{info}/WHEEL"] = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files[f"{info}/RECORD"] = "".join(f"{file},,\n" for file in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)
    return Wheel(path)


@dataclass(frozen=True, slots=True)
class Wheels:
    """The folder of wheels: the core in two versions, and the tools for development."""

    folder: Path
    core: Wheel
    newer: Wheel
    tools: Wheel


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run went."""

    code: int
    out: str
    err: str

    @property
    def facts(self) -> dict[str, object]:
        """What the stand-in generator told about itself."""
        assert self.out, self.err
        return dict(json.loads(self.out))


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with build.py, and ways to run it and to look at what came of it."""

    root: Path
    wheels: Wheels
    bare: str = BARE

    @property
    def venv(self) -> Path:
        """The environment beside build.py."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The Python of that environment."""
        return self.venv / "bin" / "python"

    @property
    def packages(self) -> Path:
        """Where that environment's packages are."""
        return next(self.venv.glob("lib/python3*/site-packages"))

    @property
    def stamp(self) -> Path:
        """The stamp of that environment."""
        return self.venv / "gongkai.stamp"

    @property
    def log(self) -> Path:
        """Where the output of a failed installation is kept."""
        return self.root / ".venv.log"

    @property
    def beside(self) -> list[str]:
        """Every name that begins as the environment's does."""
        return sorted(path.name for path in self.root.glob(".venv*"))

    @property
    def tree(self) -> dict[str, int]:
        """Everything in the environment that an installation writes, with its time of change."""
        return {
            str(path.relative_to(self.venv)): path.lstat().st_mtime_ns
            for path in self.venv.rglob("*")
            if path.is_file() and path.suffix != ".pyc"
        }

    def lock(self, core: Wheel) -> None:
        """Write both locks."""
        folder = self.root / "requirements"
        folder.mkdir(exist_ok=True)
        (folder / "core.lock").write_text(core.lock)
        (folder / "dev.lock").write_text(core.lock + self.wheels.tools.lock)

    def restamp(self, was: str, will: str) -> None:
        """Change the stamp."""
        text = self.stamp.read_text()
        assert was in text
        self.stamp.write_text(text.replace(was, will))

    def stub(self, **modules: str) -> dict[str, str]:
        """Put modules before the standard library's; return the variables that make it so."""
        folder = self.root.parent / "stubs"
        folder.mkdir(exist_ok=True)
        for name, text in modules.items():
            (folder / f"{name}.py").write_text(text + "\n")
        return {"PYTHONPATH": str(folder)}

    def quick(self) -> dict[str, str]:
        """Borrow the bare Python's pip: faster, where it does not matter whence pip comes."""
        return self.stub(ensurepip="raise ImportError")

    def environment(self, folder: Path, *wheels: Wheel) -> Path:
        """Make an environment as another tool would, with some wheels; return its Python."""
        venv.create(folder, symlinks=True)
        for each in wheels:
            each.unpack(next(folder.glob("lib/python3*/site-packages")))
        return folder / "bin" / "python"

    def start(
        self,
        *args: str,
        python: str | Path = BARE,
        options: tuple[str, ...] = (),
        cwd: Path | None = None,
        env: dict[str, str] | None = None,
    ) -> subprocess.Popen[str]:
        """Start build.py in a session of its own, without what steered this process."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(FORGOTTEN)}
        ours = {"GONGKAI_WHEELS": str(self.wheels.folder), "PYTHONIOENCODING": "utf-8"}
        return subprocess.Popen(
            [python, *options, self.root / "build.py", *args],
            cwd=cwd or self.root,
            env={**kept, **ours, **(env or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )

    def end(self, process: subprocess.Popen[str]) -> Ran:
        """Wait for a run to end; one that never would is ended with all its children."""
        try:
            out, err = process.communicate(timeout=3600)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            out, err = process.communicate()
        return Ran(process.returncode, out, err)

    def run(
        self,
        *args: str,
        python: str | Path = BARE,
        options: tuple[str, ...] = (),
        cwd: Path | None = None,
        env: dict[str, str] | None = None,
    ) -> Ran:
        """Run build.py to its end."""
        return self.end(self.start(*args, python=python, options=options, cwd=cwd, env=env))


def settled(root: Path, wheels: Wheels) -> Project:
    """Write a project that was never run."""
    command = root / "generator" / "cli"
    command.mkdir(parents=True)
    for package in (command.parent, command):
        (package / "__init__.py").touch()
    (command / "start.py").write_text(GENERATOR)
    shutil.copy(HOUSE / "build.py", root)
    project = Project(root, wheels)
    project.lock(wheels.core)
    return project


@dataclass(frozen=True, slots=True)
class FirstRun:
    """A project, the folder it was first run from, and how that went."""

    project: Project
    folder: Path
    ran: Ran


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Wheels:
    """Build the stand-in wheels."""
    folder = tmp_path_factory.mktemp("wheels")
    return Wheels(
        folder,
        wheel(folder, "standin", "1.0", CORE),
        wheel(folder, "standin", "1.1", CORE),
        wheel(folder, "standin_tools", "1.0", TOOLS),
    )


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory, wheels: Wheels) -> FirstRun:
    """Run a project for the first time, from elsewhere; nobody changes it afterwards."""
    folder = tmp_path_factory.mktemp("first")
    project = settled(folder / "石桥村 公开栏", wheels)
    return FirstRun(project, folder, project.run("build", "seven", "两个 字", cwd=folder))


@pytest.fixture
def project(tmp_path: Path, wheels: Wheels) -> Project:
    """Write a project that was never run, in a folder as offices name them."""
    return settled(tmp_path / "清溪镇 公开栏", wheels)


@pytest.fixture
def ready(first: FirstRun, project: Project) -> Project:
    """Write a project that was run before; pip, by far the heaviest part, is left out."""

    def heavy(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if folder.endswith("site-packages") and name[:3] == "pip"]

    shutil.copytree(first.project.venv, project.venv, symlinks=True, ignore=heavy)
    return project
