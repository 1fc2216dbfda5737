"""Law 2: only `edge/` touches disk, network, clock and processes; read in the tree and seen at run time."""

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SAMPLE
from tests.house.house import PURE, ROOT, Module, dotted, modules

CLOCKS = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today")
AS_THE_LIBRARY = {
    ("generator.values.dataclass", "exec"),
    ("generator.values.dataclass", "hash"),
    ("generator.values.flat", "exec"),
}
"""Dataclasses are written, and answer `hash`, here as in the library: for sets, never for a page.

What makes their values plain is written alike.
"""
LOOSE = {"open", "input", "print", "breakpoint", "exec", "eval", "hash", "id", "globals", "vars"}
"""What reaches outside, or gives another answer in another process."""
PATHS = {f"os.path.{name}" for name in ("basename", "dirname", "join", "normpath", "relpath")}
ALLOWED = {
    "app": PATHS,
    "cli": {*PATHS, "os.environ", "os.environ.copy", "os.environ.get", "os.getcwd", "os.name"},
}
"""What use cases and commands may take from `os`: names of files, and what the process was given."""

ALSO = {"generator.cli.test": {"os.path.isdir"}}
"""The test command is a tool for developers: it looks whether the tests came along, and starts them."""

# Runs what stands between edge and edge from files in memory, and tells what it touched.
PURE_RUN = """
import json, os, sys

sys.path.insert(0, sys.argv[1])
armed, touched = False, []
OUTSIDE = (
    "open", "os.", "socket.", "subprocess.", "shutil.", "glob.", "tempfile.", "pathlib.", "ctypes.",
    "fcntl.", "mmap.", "urllib.", "http.", "ftplib.", "smtplib.", "signal.", "time.", "webbrowser.",
    "gongkai.",
)


def importing():
    frame = sys._getframe(2)
    while frame:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def watch(event, args):
    if armed and event.startswith(OUTSIDE) and not importing():
        touched.append(f"{event} {args[:1]}")


class Environment(dict):
    def __getitem__(self, key):
        if armed:
            touched.append(f"environ {key}")
        return super().__getitem__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        if armed:
            touched.append(f"environ {key}")
        return super().__contains__(key)


sys.addaudithook(watch)
os.environ = Environment(os.environ)

import xml.sax  # asks the environment for a parser, once, when segno imports it
from datetime import date

from generator.edge.project import project_at, read_content
from generator.edge.theme import read_theme

project = project_at("tests/sample/content", None, sys.argv[1])
files = read_content(project).value
chain = read_theme(os.path.join(sys.argv[1], "themes"), "default").value
ours = read_theme("", "default").value
armed = True

from generator.app.dressing import dress
from generator.checks import addresses, gone, index_numbers, links
from generator.exports import assets, manifest
from generator.app import wiring
from generator.app.workshop import Bench
from generator.plan.frame import Frame
from generator.plan.plan import Outline
from generator.read.assemble import assemble, find_settings

settings = find_settings(files, "content").value
site = assemble(files, "content", settings, date(2026, 11, 21), map).value
look = dress(chain, ours, "zh-CN").value
frame = Frame(site, look.language, look.addresses)
plan = Outline(frame)
problems = [p for room in (addresses, index_numbers, links) for p in room.check(plan)]
problems += gone.check(site, {})
bench = Bench(frame, look.theme, "content")
taken = [bench.take(step) for step in wiring.all_steps(frame)]
pages = [row.path for one in taken for row in one.rows if row.path.endswith(".html")]
made = [row.path for one in taken for row in one.rows]
shard = manifest.shard("site", [row for one in taken for row in one.rows])
manifest.read_public({shard.path: shard.body}.get, "content")
assets.hashed(look.files)
seen = [tuple(touched)]
for planted in sys.argv[2:]:
    touched.clear()
    exec(planted)
    seen.append(tuple(touched))
armed = False
print(json.dumps([len(pages), len(problems), len(made) > len(pages), seen]))
"""

# Runs a command of ours, and tells what it wrote to and whom it spoke to.
WATCHED_RUN = """
import json, os, sys

sys.path.insert(0, sys.argv[1])
WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {
    "os.mkdir": 1, "os.rename": 2, "os.remove": 1, "os.rmdir": 1, "os.chmod": 1, "os.truncate": 1,
    "os.link": 2, "os.symlink": 2, "os.utime": 1, "os.chown": 1, "gongkai.exchange": 2,
}
OTHERS = ("socket.", "subprocess.", "os.fork", "os.exec", "os.spawn", "os.posix", "os.system")
written, others = set(), []


def watch(event, args):
    if event == "open" and args[2] & WRITE and not isinstance(args[0], int):
        written.add(os.path.abspath(os.fsdecode(args[0])))
    elif event in CHANGES:
        written.update(
            os.path.abspath(os.fsdecode(one))
            for one in args[: CHANGES[event]] if not isinstance(one, int)
        )
    elif event.startswith(OTHERS):
        others.append(f"{event} {args[:2]}")


sys.addaudithook(watch)
from generator.cli.main import run

sys.argv[:2] = ["build.py"]
try:
    run()
except SystemExit as end:
    print(json.dumps([end.code, sorted(written), others]))
"""


def _run(script: str, *words: str, cwd: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", script, str(ROOT), *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
        check=False,
    )

    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def _names(module: Module) -> Iterator[tuple[str, ast.expr]]:
    """Every whole dotted name that the module uses, `os.path.join` as one."""
    inner = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name | ast.Attribute) and id(node) not in inner:
            yield dotted(node), node


def test_nobody_but_the_clock_knows_what_time_it_is() -> None:
    """`today` and `now` are arguments everywhere else; what goes along in a bundle has no clock of ours."""
    asked = [
        f"{module.at(node)} {name}"
        for module in modules()
        if module.name not in {"generator.edge.clock", "generator.edge.apply"}
        for name, node in _names(module)
        if name.startswith("time.") or name.endswith(CLOCKS)
    ]

    assert [] == asked


def test_pure_floors_use_no_builtin_that_reaches_outside() -> None:
    """No `open`, no `print`; no `hash` and no `id`, which differ from run to run."""
    used = [
        f"{module.at(node)} {name}"
        for module in modules()
        if module.floor in PURE
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and (name := dotted(node.func)) in LOOSE
        and (module.name, name) not in AS_THE_LIBRARY
    ]

    assert [] == used


@pytest.mark.parametrize("floor", ALLOWED)
def test_use_cases_and_commands_take_only_names_from_the_system(floor: str) -> None:
    """They put paths together and read what the process was given; edge looks and writes."""
    taken = [
        f"{module.at(node)} {name}"
        for module in modules()
        if module.floor == floor
        for name, node in _names(module)
        if name.startswith("os.") and name not in ALLOWED[floor] | ALSO.get(module.name, set())
    ]

    assert [] == taken


def test_only_the_test_command_starts_a_process_outside_edge() -> None:
    """And it starts our own interpreter."""
    started = {
        module.name
        for module in modules()
        if module.floor != "edge"
        and any(name.startswith("subprocess.") for name, _ in _names(module))
    }

    assert started == {"generator.cli.test"}


def test_from_files_to_artifacts_nothing_outside_is_touched(tmp_path: Path) -> None:
    """Reading, planning, checking, rendering and exporting of the sample, seen by an audit hook.

    What a pure floor must not do is seen when it is done: the watch is awake.
    """
    planted = (
        "open(os.devnull)",
        "os.listdir('.')",
        "os.environ.get('HOME')",
        "import subprocess; subprocess.run([sys.executable, '-V'], stdout=subprocess.DEVNULL)",
        "import socket; socket.socket()",
        "import tempfile; tempfile.mkdtemp(dir='.')",
    )
    pages, problems, exported, seen = json.loads(_run(PURE_RUN, *planted, cwd=tmp_path)[-1])
    touched, *caught = seen

    assert [] == touched
    assert (True, 0, True) == (pages > 40, problems, exported)
    assert [] == [line for line, one in zip(planted, caught, strict=True) if not one]


@pytest.fixture(name="sample")
def _sample(tmp_path: Path) -> Path:
    """The sample as a project of its own."""
    shutil.copytree(SAMPLE, tmp_path / "project" / "content")
    return tmp_path / "project"


def _watched(sample: Path, *words: str) -> tuple[int, list[str], list[str]]:
    code, written, others = json.loads(_run(WATCHED_RUN, *words, cwd=sample)[-1])
    return code, [os.path.relpath(path, sample) for path in written], others


def test_a_build_writes_its_output_and_its_undo_and_speaks_to_nobody(sample: Path) -> None:
    """No network, no process, no file but in `output/`, `.releases/`, `.cache/`; twice, as both ways go."""
    for change in ("", "\n又一段。\n"):
        with (sample / "content/land/2026/08-land-transfer.md").open("a", encoding="utf-8") as file:
            file.write(change)
        code, written, others = _watched(sample, "build", "--jobs", "1")

        assert (0, []) == (code, others)
        assert {"output", ".releases", ".cache"} == {path.split(os.sep)[0] for path in written}


def test_a_check_writes_nothing_at_all(sample: Path) -> None:
    """It does not even take the lock."""
    assert (0, [], []) == _watched(sample, "check", "--jobs", "1")


def test_a_delivery_writes_its_target_its_notes_and_its_receipt(sample: Path) -> None:
    """And speaks to nobody; the trial before it leaves the target and the record alone."""
    settings = sample / "content/site.yaml"
    lines = [one for one in settings.read_text("utf-8").splitlines() if "今天:" not in one]
    target = "发布:\n  - 名称: web\n    方式: 文件夹\n    位置: www\n"
    settings.write_text("\n".join([*lines, target]), "utf-8")
    (sample / "www").mkdir()
    _watched(sample, "build", "--jobs", "1")
    for words, more in ((("--dry-run",), set()), ((), {"www", "content"})):
        code, written, others = _watched(sample, "publish", *words)

        assert (0, []) == (code, others)
        assert {path.split(os.sep)[0] for path in written} - {".cache"} == {".releases", *more}
        receipts = [path for path in written if path.startswith("content")]
        assert {"content/records", "content/records/publish.jsonl"} >= {*receipts}
