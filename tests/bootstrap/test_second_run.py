from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bootstrap.conftest import Project

COUNT_IMPORTS = """\
import json, os, sys

before = set(sys.modules)


def tell(python, command):
    os.write(1, json.dumps(sorted(set(sys.modules) - before)).encode())
    os._exit(0)


os.execv = tell
"""

COUNT_WORK = """\
import json, os, sys

LIBRARY = os.path.dirname(os.__file__)
calls, opened, started = 0, [], []


def count(frame, event, arg):
    global calls
    calls += event.endswith("call")


def watch(event, args):
    if event == "open" and not str(args[0]).startswith(LIBRARY):
        opened.append(str(args[0]))
    if event.startswith(("subprocess.", "os.system", "os.fork", "os.posix_spawn", "os.spawn")):
        started.append(event)


def tell(python, command):
    sys.setprofile(None)
    os.write(1, json.dumps([calls, opened, started]).encode())
    os._exit(0)


os.execv = tell
sys.addaudithook(watch)
sys.setprofile(count)
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

    digest = {"hashlib", "_hashlib", "_blake2", "_sha2", "_sha256", "_sha3", "_md5", "_sha1"}
    assert set(json.loads(ran.out)) <= digest


def test_it_does_next_to_nothing(ready: Project) -> None:
    """It starts no process but the one it becomes, reads its stamp and its lock, and calls little."""
    ran = ready.run(env=ready.stub(sitecustomize=COUNT_WORK))
    calls, opened, started = json.loads(ran.out)

    assert [] == started
    needed = (ready.root / "build.py", ready.stamp, ready.root / "requirements/core.lock")
    assert {str(path) for path in needed} == set(opened)
    assert calls < 10_000


def test_the_options_of_python_are_passed_on(ready: Project) -> None:
    """`python3 -B build.py` writes no bytecode in the second Python either."""
    assert ready.run("-B").facts["no bytecode"] is False
    assert ready.run("-B", options=("-B", "-X", "utf8")).facts["no bytecode"] is True


def test_the_python_it_was_made_from_goes_on_by_itself(ready: Project) -> None:
    """It would be started again only to look for packages elsewhere; that is all it would do."""
    plain, started = ready.run("check"), ready.run("check", options=("-X", "utf8"))

    assert ready.bare == plain.facts["started as"]
    assert str(ready.python) == started.facts["started as"]
    same = ("prefix", "executable", "packages", "args", "cwd", "version", "handed over")
    assert [started.facts[name] for name in same] == [plain.facts[name] for name in same]
    assert plain.facts["packages"] == [str(ready.packages)]


@pytest.mark.parametrize("case", ["PYTHONPATH", "a hook", "a name", "open", "another base"])
def test_whatever_is_not_quite_usual_is_left_to_a_start(
    ready: Project, tmp_path: Path, case: str
) -> None:
    """Who would find other modules then goes on in the environment's own Python."""
    settings = ready.venv / "pyvenv.cfg"
    env: dict[str, str] = {}
    if case == "PYTHONPATH":
        env = ready.stub(more="")
    elif case == "a hook":
        (ready.packages / "hook.pth").write_text("import json\n")
    elif case == "a name":
        (ready.packages / "site.py").touch()
    elif case == "open":
        settings.write_text(settings.read_text().replace("= false", "= true"))
    else:
        other = tmp_path / "python3"
        other.symlink_to(ready.bare)
        ready.restamp(ready.bare, str(other))

    ran = ready.run(env=env)

    assert ran.facts["started as"] == str(ready.python)
    assert ran.facts["prefix"] == str(ready.venv)


def test_its_own_python_runs_the_generator_at_once(ready: Project) -> None:
    """`.venv/bin/python build.py` is already at home."""
    refuse = "import os\n\n\ndef refuse(*_):\n    raise RuntimeError\n\n\nos.execv = refuse"

    ran = ready.run(python=ready.python, env=ready.stub(sitecustomize=refuse))

    assert ran.facts["prefix"] == str(ready.venv)
