from __future__ import annotations

import json
import subprocess
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bootstrap.conftest import Project

COUNT_IMPORTS = """\
import json, os, sys

before = set(sys.modules)


def tell(python, command):
    os.write(1, json.dumps(sorted(set(sys.modules) - before)).encode())
    os._exit(0)


os.execv = tell
"""


def test_it_installs_nothing_and_says_nothing(ready: Project) -> None:
    """The environment is taken as it is."""
    before = ready.tree

    ran = ready.run("check")

    assert ran.facts["prefix"] == str(ready.venv)
    assert ran.err == ""
    assert ready.tree == before


def test_it_needs_neither_network_nor_wheels(ready: Project) -> None:
    """Once made, the environment suffices."""
    ran = ready.run(env={"GONGKAI_WHEELS": "/nonexistent", "PIP_NO_INDEX": "1"})

    assert ran.code == 0


def test_it_imports_almost_nothing(ready: Project) -> None:
    """Before it hands over, a run pays for a digest and no other module."""
    ran = ready.run(env=ready.stub(sitecustomize=COUNT_IMPORTS))

    digest = {"hashlib", "_hashlib", "_blake2", "_sha2", "_sha3", "_md5", "_sha1"}
    assert set(json.loads(ran.out)) <= digest


def test_it_costs_little_more_than_starting_python_twice(ready: Project) -> None:
    """The best of some runs is within a tenth of a second of the bare Python and the generator."""
    (ready.root / "nothing.py").touch()

    def best(run: Callable[[], object]) -> float:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            run()
            times.append(time.perf_counter() - start)
        return min(times)

    whole = best(ready.run)
    generator = best(lambda: ready.run(python=ready.python))
    python = best(lambda: subprocess.run([ready.bare, ready.root / "nothing.py"], check=True))

    assert whole - generator - python < 0.1


def test_the_options_of_python_are_passed_on(ready: Project) -> None:
    """`python3 -B build.py` writes no bytecode in the second Python either."""
    assert ready.run("-B").facts["no bytecode"] is False
    assert ready.run("-B", options=("-B", "-X", "utf8")).facts["no bytecode"] is True


def test_its_own_python_runs_the_generator_at_once(ready: Project) -> None:
    """`.venv/bin/python build.py` is already at home."""
    refuse = "import os\n\n\ndef refuse(*_):\n    raise RuntimeError\n\n\nos.execv = refuse"

    ran = ready.run(python=ready.python, env=ready.stub(sitecustomize=refuse))

    assert ran.facts["prefix"] == str(ready.venv)
