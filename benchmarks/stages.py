"""What a first build costs by stage, in µs of processor time an entry, and its peak of memory.

    python benchmarks/stages.py [1000 10000 …] [--rounds 3]

Every build is a process of its own, without helpers (`--jobs 1`), into an empty folder. A stage
inside another is taken out of it, so that the column adds up to the whole; of several rounds the
one with the smallest whole counts. Times are for comparing stages within one column.
"""

import argparse
import gc
import importlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

STAGES = {
    "scan": (("generator.app.prepare", "read_content"),),
    "YAML": (("generator.read.yamldoc", "load"),),
    "Markdown": (("generator.read.markdown", "render"),),
    "conservation": (("generator.read.conserve", "check"),),
    "punctuation": (
        ("generator.read.punctuation", "in_text"),
        ("generator.read.punctuation", "in_head"),
    ),
    "fields and kinds": (("generator.app.prepare", "assemble"),),
    "theme": (("generator.app.prepare", "look"),),
    "plan": (
        ("generator.app.wiring", "make"),
        ("generator.app.prepare", "supply_of"),
    ),
    "checks": (("generator.app.wiring", "check"), ("generator.checks.gone", "check")),
    "Jinja": (("generator.app.workshop", "draw"), ("generator.app.prepare", "ready")),
    "exports": (("generator.app.wiring", "take"), ("generator.exports.assets", "hashed")),
    "digests": tuple(
        (f"generator.app.{name}", "sha256") for name in ("workshop", "making", "prepare")
    ),
    "manifest": tuple(
        ("generator.exports.manifest", name) for name in ("read_public", "shard", "root")
    ),
    "memory": (
        ("generator.app.texts", "text_of"),
        ("generator.app.texts", "Keys.of"),
        ("generator.app.past", "Past.compare"),
        ("generator.app.past", "Past.put_steps"),
        ("generator.app.past", "Past.put_texts"),
        ("generator.app.prepare", "_put_ground"),
        ("generator.app.note", "Note.__init__"),
        ("generator.app.note", "Note.leave"),
        ("generator.app.note", "Note.intact"),
        ("generator.engine.memory", "Memory.keep"),
    ),
    "commit": (("generator.app.build", "commit"), ("generator.edge.outbox", "Outbox.put")),
}
"""Each stage, and the functions and methods in which it happens, by the module where they are looked up."""


class Clock:
    """The processor's time, given at every moment to the innermost stage that is running."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys((*STAGES, "the rest"), 0.0)
        self._running = ["the rest"]
        self._since = time.process_time()

    def watch(self, stage: str, work: Callable[..., object]) -> Callable[..., object]:
        """The function, with its time going to the stage."""

        @wraps(work)
        def watched(*facts: object, **named: object) -> object:
            self._turn()
            self._running.append(stage)
            try:
                return work(*facts, **named)
            finally:
                self._turn()
                self._running.pop()

        return watched

    def _turn(self) -> None:
        here = time.process_time()
        self.spent[self._running[-1]] += here - self._since
        self._since = here

    def stop(self) -> dict[str, float]:
        """Seconds by stage."""
        self._turn()
        return self.spent


def one_build(project: str) -> int:
    """Build the project in this process and print seconds by stage, pages and memory as JSON."""
    from generator.app.build import build  # noqa: PLC0415 - only the measured process pays for it
    from generator.app.order import Order  # noqa: PLC0415
    from generator.edge.project import project_at  # noqa: PLC0415
    from generator.edge.sweep import spare_the_old  # noqa: PLC0415

    spare_the_old()
    clock = Clock()
    for stage, places in STAGES.items():
        for name, function in places:
            holder: object = importlib.import_module(name)
            *classes, last = function.split(".")
            for one in classes:
                holder = getattr(holder, one)
            setattr(holder, last, clock.watch(stage, getattr(holder, last)))
    report = build(Order(project_at("content", None, project), jobs=1))
    spent = clock.stop()
    print(json.dumps({"spent": spent, "pages": report.pages, "peak": peak()}))
    return report.exit_code


def peak() -> int:
    """The most memory this process held so far, in bytes; 0 where the system does not say."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def measured(entries: int, rounds: int) -> dict[str, object]:
    """The best of several first builds of a corpus, each in a process and a folder of its own."""
    from benchmarks.corpus import write  # noqa: PLC0415 - needs the project's folder on the path

    best: dict[str, object] = {}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder) / "site", entries)
            done = subprocess.run(
                [sys.executable, __file__, "--in", str(Path(folder) / "site")],
                capture_output=True,
                text=True,
                check=True,
            )
        found = json.loads(done.stdout)
        if not best or sum(found["spent"].values()) < sum(best["spent"].values()):  # type: ignore[attr-defined]
            best = found
    return best


def main(words: list[str]) -> int:
    """Print the table for README.md, or be the process that is measured."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("sizes", type=int, nargs="*", default=[1000, 10_000])
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--in", dest="project", help=argparse.SUPPRESS)
    given = asked.parse_args(words)
    if given.project:
        gc.freeze()  # what is imported so far is not this build's to sweep
        return one_build(given.project)
    columns = [measured(size, given.rounds) for size in given.sizes]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    print("| µs an entry | " + " | ".join(f"{size:,}" for size in given.sizes) + " |")
    print("| --- |" + " ---: |" * len(columns))
    for stage in (*STAGES, "the rest"):
        told = (f"{one['spent'][stage] / size * 1e6:,.0f}" for one, size in _of(columns, given))
        print(f"| {stage} | " + " | ".join(told) + " |")
    whole = (f"{sum(one['spent'].values()) / size * 1e6:,.0f}" for one, size in _of(columns, given))
    print("| **whole** | " + " | ".join(whole) + " |")
    print("| pages | " + " | ".join(f"{one['pages']:,}" for one in columns) + " |")
    memory = (f"{one['peak'] / 1e6:,.0f}" for one, _ in _of(columns, given))
    print("| peak memory, MB | " + " | ".join(memory) + " |")
    return 0


def _of(columns: list[dict[str, object]], given: argparse.Namespace) -> list[tuple[dict, int]]:  # type: ignore[type-arg]
    return list(zip(columns, given.sizes, strict=True))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
