"""What a stranger has: a fresh copy of the tree, an empty home, a bare Python called python3."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BARE = getattr(sys, "_base_executable", sys.executable)
_NOT_PASSED_ON = ("VIRTUAL_ENV", "PYTHON", "PYTEST", "CONDA", "GONGKAI", "CI")


@dataclass(frozen=True, slots=True)
class Stranger:
    """A fresh copy of the tree in `folder`, and the environment in which commands are typed."""

    folder: Path
    environment: dict[str, str]

    def types(self, command: str) -> "subprocess.CompletedProcess[str]":
        """Run a line as a shell would."""
        return subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=7200,
        )


@pytest.fixture(scope="session")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Stranger:
    """A stranger in an empty folder, in a home that holds nothing."""
    base = tmp_path_factory.mktemp("陌生人 stranger")
    folder = base / "gongkai"
    copy_tree(folder)
    tools = base / "bin"
    tools.mkdir()
    python = tools / "python3"
    python.write_text(f'#!/bin/sh\nexec "{BARE}" "$@"\n')
    python.chmod(0o755)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(_NOT_PASSED_ON)}
    path = f"{tools}{os.pathsep}/usr/bin{os.pathsep}/bin"
    return Stranger(
        folder, {**kept, "HOME": str(base / "no-home"), "PATH": path, "LANG": "zh_CN.UTF-8"}
    )


def copy_tree(folder: Path) -> None:
    """What git would put into a fresh clone, as it stands now."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    for name in filter(None, names.split("\0")):
        source = ROOT / name
        if source.is_file() and "node_modules" not in name:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, folder / name)
