"""Law 7, first half: same input and same day, same bytes; on any machine, in any folder, in any order."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SAMPLE
from tests.laws.village import differing, tree

ROOT = Path(__file__).parents[2]

# The real command line, on a machine with another clock, whose disk lists names in another order.
DRIVER = """
import json, os, random, sys
from datetime import UTC, datetime

sys.path.insert(0, sys.argv[1])
facts = json.loads(sys.argv[2])
os.umask(int(facts["umask"], 8))
dice, scan, listed = random.Random(facts["order"]), os.scandir, os.listdir


class Shuffled:
    def __init__(self, path="."):
        with scan(path) as found:
            self.entries = sorted(found, key=lambda one: one.name)
        dice.shuffle(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *why):
        pass

    def close(self):
        pass

    def __iter__(self):
        return iter(self.entries)

    def __next__(self):
        if not self.entries:
            raise StopIteration
        return self.entries.pop()


def shuffled(path="."):
    names = sorted(listed(path))
    dice.shuffle(names)
    return names


if facts["order"]:
    os.scandir, os.listdir = Shuffled, shuffled
from generator.edge import clock

clock.now = lambda: datetime.fromisoformat(facts["now"]).replace(tzinfo=UTC)
from generator.cli.main import run

sys.argv[:3] = ["build.py"]
run()
"""
USUAL: dict[str, object] = {
    "seed": "0",
    "zone": "UTC",
    "locale": "C.UTF-8",
    "folder": "project",
    "order": 0,
    "umask": "022",
    "now": "2026-11-21T04:00:00",
    "jobs": "1",
    "optimize": "",
}
CASES: dict[str, dict[str, object]] = {
    "another hash seed": {"seed": "1"},
    "a third hash seed, asserts off": {"seed": "4294967295", "optimize": "1"},
    "Shanghai, plain C": {"zone": "Asia/Shanghai", "locale": "C"},
    "New York, a path in Chinese": {"zone": "America/New_York", "folder": "公开 网站/二〇二六 年"},
    "names in another order, a strict umask": {"order": 7, "umask": "077"},
    "a clock far ahead, an open umask": {"now": "2199-12-31T23:59:59", "umask": "000"},
    "a clock far behind, two processes": {"now": "1999-01-01T00:00:00", "jobs": "2"},
    "three processes, all at once": {
        "jobs": "3",
        "seed": "99",
        "zone": "Pacific/Kiritimati",
        "locale": "C",
        "order": 3,
    },
}


def _built(base: Path, facts: dict[str, object]) -> Path:
    project = base / str(facts["folder"])
    shutil.copytree(SAMPLE, project / "content")
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, str(ROOT), json.dumps(facts), "--jobs", str(facts["jobs"])],
        cwd=project,
        capture_output=True,
        env={
            **os.environ,
            "PYTHONHASHSEED": str(facts["seed"]),
            "PYTHONOPTIMIZE": str(facts["optimize"]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "TZ": str(facts["zone"]),
            "LC_ALL": str(facts["locale"]),
        },
        check=False,
    )

    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return project / "output"


@pytest.fixture(name="usual", scope="module")
def _usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The sample as a clerk's machine builds it."""
    return tree(_built(tmp_path_factory.mktemp("usual"), USUAL))


@pytest.mark.parametrize("case", CASES)
def test_the_sample_is_the_same_on(case: str, usual: dict[str, str], tmp_path: Path) -> None:
    """One digest of the whole tree, names, bytes and modes."""
    other = tree(_built(tmp_path, {**USUAL, **CASES[case]}))

    assert len(usual) > 50
    assert [] == differing(usual, other)


def test_the_name_of_the_content_folder_is_in_no_file(
    usual: dict[str, str], tmp_path: Path
) -> None:
    """`--site` may name any folder, also one that is called like a category."""
    shutil.copytree(SAMPLE, tmp_path / "finance")
    facts = {**USUAL, "folder": "."}
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, str(ROOT), json.dumps(facts), "--site", "finance"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert [] == differing(usual, tree(tmp_path / "output"))
