"""Floors, rooms and doors, as import-linter sees them: kept here, and caught when broken."""

import re
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.house.house import GENERATOR, ROOT

LINT = "import sys; from importlinter.cli import lint_imports_command as run; run(sys.argv[1:])"

PLANTS = {
    "floors": ("values/digest.py", "import generator.plan.routes", "generator.plan.routes"),
    "circles": ("plan/routes.py", "import generator.plan.home", ".routes -> .home"),
    "checks": ("checks/links.py", "from generator.checks import gone", "generator.checks.gone"),
    "exports": ("exports/assets.py", "import generator.exports.manifest", "exports.manifest"),
    "targets": ("targets/folder.py", "from generator.targets import bundle", "targets.bundle"),
    "kinds-model": ("model/notice.py", "import generator.model.ledger", "model.ledger"),
    "kinds-read": ("read/ledger.py", "import generator.read.notice", "generator.read.notice"),
    "kinds-plan": ("plan/notice.py", "from generator.plan import ledger", "plan.ledger"),
    "door-yaml": ("words/zh/why.py", "import yaml.nodes", "words.zh.why -> yaml"),
    "door-markdown": ("plan/body.py", "def f():\n    import markdown", "plan.body -> markdown"),
    "door-jinja": ("edge/theme.py", "from jinja2 import Template", "edge.theme -> jinja2"),
    "door-rich": ("cli/voice.py", "import rich", "generator.cli.voice -> rich"),
    "door-cryptography": ("app/cargo.py", "import cryptography", "app.cargo -> cryptography"),
    "door-segno": ("plan/entry.py", "import segno", "plan.entry -> segno"),
    "door-calamine": ("read/table.py", "import python_calamine", "read.table -> python_calamine"),
    "door-markupsafe": ("plan/view.py", "import markupsafe", "plan.view -> markupsafe"),
    "door-imagesize": ("read/source.py", "import imagesize", "read.source -> imagesize"),
    "door-livereload": ("cli/serve.py", "from tornado import web", "cli.serve -> tornado"),
    "door-watchfiles": ("app/preview.py", "import watchfiles", "app.preview -> watchfiles"),
    "memory": ("exports/robots.py", "import generator.engine.memory", "robots -> generator.engine"),
    "pure": ("plan/covers.py", "import random", "generator.plan.covers -> random"),
    "use-cases": ("app/order.py", "import time", "generator.app.order -> time"),
}
"""By contract: the file that breaks it, the line that does, and what the report must name."""


def _lint(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--no-logo", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(folder), "PYTHONUTF8": "1", "COLUMNS": "200"},
        check=False,
    )


def _contracts() -> dict[str, str]:
    """The name of each contract, by its identifier."""
    config = ConfigParser()
    config.read(ROOT / ".importlinter", "utf-8")
    head = "importlinter:contract:"
    return {
        section.removeprefix(head): config[section]["name"]
        for section in config.sections()
        if section.startswith(head)
    }


def _copy(folder: Path) -> Path:
    shutil.copytree(
        GENERATOR, folder / "generator", ignore=shutil.ignore_patterns("__pycache__", "starter")
    )
    shutil.copy(ROOT / ".importlinter", folder)
    return folder


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What import-linter says of a copy in which every contract is broken, by contract's name."""
    folder = _copy(tmp_path_factory.mktemp("broken"))
    for path, line, _ in PLANTS.values():
        with (folder / "generator" / path).open("a", encoding="utf-8") as file:
            file.write(f"\n\n{line}\n")
    said = _lint(folder).stdout.partition("Broken contracts")[2]
    parts = re.split(r"^(.+)\n-{4,}$", said, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_contract_is_kept() -> None:
    """Floors import downward, rooms are strangers, doors are single, values are pure."""
    done = _lint(ROOT)

    assert (0, "") == (done.returncode, done.stderr), done.stdout


def test_every_contract_has_a_planted_violation() -> None:
    """A contract that nothing was seen to break may be one that nothing can break."""
    assert set(PLANTS) == set(_contracts())


@pytest.mark.parametrize("contract", PLANTS)
def test_a_planted_violation_is_caught(contract: str, broken: dict[str, str]) -> None:
    """The broken contract is reported, with the import that breaks it."""
    named = PLANTS[contract][2]

    assert named in broken.get(_contracts()[contract], "")


def test_a_floor_that_nobody_ranked_is_caught(tmp_path: Path) -> None:
    """A new package must say where it stands."""
    folder = _copy(tmp_path)
    (folder / "generator" / "attic").mkdir()
    (folder / "generator" / "attic" / "__init__.py").write_text('"""Dusty."""\n')

    done = _lint(folder, "--contract", "floors")

    assert (1, True) == (done.returncode, "attic" in done.stdout)


def test_memory_and_disk_are_strangers(tmp_path: Path) -> None:
    """What is remembered is handed over as values; where it lies is the edge's business."""
    folder = _copy(tmp_path)
    for path, line in (
        ("engine/memory.py", "import generator.edge.cache"),
        ("edge/looks.py", "import generator.engine.memory"),
    ):
        with (folder / "generator" / path).open("a", encoding="utf-8") as file:
            file.write(f"\n\n{line}\n")

    said = _lint(folder, "--contract", "floors").stdout

    assert "generator.engine.memory -> generator.edge.cache" in said
    assert "generator.edge.looks -> generator.engine.memory" in said
