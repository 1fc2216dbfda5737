"""An office at work: edits, a build after each batch, and a build without memory to compare with.

Nothing here knows how the program remembers: only that it may do so under `.cache`, and that a
build of the same files on the same day in a fresh folder is right.
"""

import functools
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal
from unittest.mock import patch

from generator.app.build import build
from generator.app.order import Order, Report
from generator.cli.summary import summary
from generator.cli.voice import voice
from generator.edge import clock, exchange
from generator.edge.project import project_at
from generator.values.problem import Stop
from tests.laws.desk import Desk, files_of, forget
from tests.laws.edits import Edit
from tests.laws.seed import Files

JUNK = ("Thumbs.db", ".gitignore")
"""What may stand in a site though nobody built it."""
CHANGES = frozenset(
    {
        "gongkai.exchange",
        "gongkai.fsync",
        "gongkai.write",
        "os.chmod",
        "os.link",
        "os.mkdir",
        "os.remove",
        "os.rename",
        "os.rmdir",
        "os.truncate",
        "os.utime",
    }
)
"""Events before which a process that changes the disk may be killed; `open` to write is one more."""


@dataclass(frozen=True)
class Step:
    """What is done before a build; where it is killed, in thousandths of its events (0: it is not).

    `mended` takes an edit back that the build refuses; otherwise the next one meets it too.
    """

    edits: tuple[Edit, ...]
    killed: int = 0
    mended: bool = True


@dataclass(frozen=True)
class Script:
    """Steps from the seed on. `coarse`: a disk that tells only every other second from the next.

    On a fine disk an hour passes between two builds, so that no file is as new as the last one.
    """

    steps: tuple[Step, ...]
    coarse: bool = False
    way: Literal["exchange", "files"] = "exchange"


class Killed(BaseException):
    """The end of a process, as far as one can have it without ending ours."""


@dataclass(frozen=True)
class Seen:
    """What a build says to people, and what it leaves: the digest of every file of the site."""

    code: int
    said: str
    tree: dict[str, str]
    report: Report | None = None


Builder = Callable[[Order], Report]


class _Sentry:
    """Counts what a build does to a disk, and kills it before one of these; nobody can be un-hired."""

    def __init__(self) -> None:
        self.base = ""
        self.last = 0
        self.count = 0
        sys.addaudithook(self._hook)

    @contextmanager
    def over(self, base: Path, last: int = 0) -> Iterator[None]:
        """Watch a folder; from event number `last` on nothing more reaches the disk."""
        self.base, self.last, self.count = str(base), last, 0
        try:
            yield
        finally:
            self.base = ""

    def _hook(self, event: str, args: tuple[object, ...]) -> None:
        if not self.base or not (event in CHANGES or (event == "open" and _writes(args))):
            return
        if isinstance(args[0], str) and not args[0].startswith(self.base):
            return
        self.count += 1
        if self.last and self.count >= self.last:
            raise Killed


def _writes(args: tuple[object, ...]) -> bool:
    """Whether a file is opened to be written."""
    flags = args[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


@functools.cache
def _sentry() -> _Sentry:
    return _Sentry()


def tree(output: Path) -> dict[str, str]:
    """The digest of every file of a site, by path, but of what may stand in any."""
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files_of(output)
        if path.name not in JUNK
    }


def times(output: Path) -> dict[str, int]:
    """When every file of a site was last written, by path."""
    return {p.relative_to(output).as_posix(): p.stat().st_mtime_ns for p in files_of(output)}


def run(folder: Path, today: date, builder: Builder) -> Seen:
    """Build the project in a folder, in this process.

    What it says of what it found on the disk, and how long it took, is not of the content.
    """
    order = Order(project_at("content", None, str(folder)), today, jobs=1)
    speaking = voice("zh", sys.stderr, "build.py")
    try:
        report = builder(order)
    except Stop as stop:
        return Seen(stop.exit_code, speaking.paint(stop.problem), tree(folder / "output"))
    bare = replace(
        report, written=None, removed=(), kept=0, stages=(), recovered=False, forgot=False
    )
    said = summary(bare, order, speaking, str(folder))
    return Seen(report.exit_code, said, tree(folder / "output"), report)


@dataclass
class Clean:
    """Builds without memory, each made once: the truth."""

    folder: Path
    made: dict[str, Seen] = field(default_factory=dict)
    builds: int = 0

    def of(self, files: Files, today: date, output: Path | None) -> Seen:
        """What comes of these files in a fresh folder, over a copy of `output` if one is given."""
        key = hashlib.sha256(repr((sorted(files.items()), today)).encode())
        key.update(repr(output and sorted(_everything(output).items())).encode())
        name = key.hexdigest()
        if name not in self.made:
            self.made[name] = self._build(files, today, output)
        return self.made[name]

    def _build(self, files: Files, today: date, output: Path | None) -> Seen:
        self.builds += 1
        fresh = self.folder / f"clean{self.builds}"
        for path, body in files.items():
            (fresh / path).parent.mkdir(parents=True, exist_ok=True)
            (fresh / path).write_bytes(body)
        if output and output.is_dir():
            shutil.copytree(output, fresh / "output")
        seen = replace(run(fresh, today, build), report=None)
        forget(fresh)
        return seen


def _everything(output: Path) -> dict[str, bytes]:
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files_of(output)}


class Office:
    """A desk, the builds made at it with `builder`, and what was not as a clean build has it."""

    def __init__(self, folder: Path, script: Script, clean: Clean, builder: Builder) -> None:
        self.desk = Desk(folder, coarse=script.coarse)
        self.faults: list[str] = []
        self.codes: list[int] = []
        self.last: Seen | None = None
        self._script = script
        self._clean = clean
        self._builder = builder
        self._good = dict(self.desk.files)
        self._own: dict[str, str] = {}
        self._events = 60
        self._hours = 0

    def work(self) -> None:
        """Build the seed, then do every step; end at the first that is not right."""
        with ExitStack() as stack:
            if self._script.way == "files":
                stack.enter_context(patch.object(exchange, "possible", return_value=False))
            if not self._script.coarse:
                stack.enter_context(patch.object(clock, "now", self._later))
                stack.enter_context(patch.object(clock, "instant", self._instant))
            self._step(Step(()))
            for step in self._script.steps:
                if self.faults:
                    break
                self._step(step)

    def _later(self) -> datetime:
        """What the clock shows if every build comes an hour after the one before."""
        return datetime.now(UTC) + timedelta(hours=self._hours)

    def _instant(self) -> int:
        return int(self._later().timestamp() * 10**9)

    def _step(self, step: Step) -> None:
        desk = self.desk
        for edit in step.edits:
            edit.do(desk)
        desk.write()
        self._hours += 1
        before = tree(desk.output)
        expected = self._expected(before)
        if step.killed:
            self._kill(step.killed, before, expected)
        left = tree(desk.output)
        dates = times(desk.output)
        with _sentry().over(desk.folder):
            seen = run(desk.folder, desk.today, self._builder)
        self._events = _sentry().count
        self.codes.append(seen.code)
        self.last = seen
        self._compare(seen, expected, left, dates)
        if seen.code in {0, 4}:
            self._good, self._own = dict(desk.files), seen.tree
        elif step.mended:
            self._mend(seen.code)

    def _expected(self, before: dict[str, str]) -> Seen:
        """What a clean build makes of it, and says of it where this site stands.

        What stands there matters only if somebody changed it, or if something of it would go.
        """
        desk = self.desk
        fresh = self._clean.of(desk.files, desk.today, None)
        whole = fresh.code in {0, 4}
        if whole and before == self._own and before.keys() <= fresh.tree.keys():
            return fresh
        over = self._clean.of(desk.files, desk.today, desk.output)
        if over.code in {0, 4} and over != fresh:
            self.faults.append("a build without memory over the old site is not the clean one")
        return over

    def _kill(self, killed: int, before: dict[str, str], expected: Seen) -> None:
        desk = self.desk
        last = 1 + killed * self._events // 1000
        try:
            with _sentry().over(desk.folder, last):
                run(desk.folder, desk.today, self._builder)
        except Killed:
            now = tree(desk.output)
            if self._script.way == "exchange" and now not in (before, expected.tree):
                self.faults.append("killed, the site is neither the old one nor the new one")

    def _mend(self, code: int) -> None:
        """Do what the message says: take the edit back, or throw a refused site away."""
        self.desk.files = dict(self._good)
        self.desk.write()
        if code != 1:
            forget(self.desk.output)

    def _compare(
        self, seen: Seen, expected: Seen, before: dict[str, str], dates: dict[str, int]
    ) -> None:
        wanted = expected.tree if expected.code in {0, 4} else before
        for path in sorted({*seen.tree, *wanted}):
            if seen.tree.get(path) != wanted.get(path):
                self.faults.append(f"{path} {_how(seen.tree.get(path), wanted.get(path))}")
        if seen.code != expected.code:
            self.faults.append(f"ended with {seen.code}, not with {expected.code}")
        if seen.said != expected.said:
            self.faults.append(f"said:\n{seen.said}\nnot:\n{expected.said}")
        self._count(seen, before)
        now = times(self.desk.output)
        for path in seen.tree.keys() & before.keys():
            if (before[path] == seen.tree[path]) != (dates[path] == now[path]):
                self.faults.append(f"{path} and its time: one of them is as it was")

    def _count(self, seen: Seen, before: dict[str, str]) -> None:
        """A report says what was written, kept and removed, as anybody can see."""
        report = seen.report
        if report is None or report.written is None or report.recovered:
            return
        written = {path for path, digest in seen.tree.items() if before.get(path) != digest}
        removed = before.keys() - seen.tree.keys()
        counted = (set(report.written), set(report.removed), report.kept)
        if counted != (written, removed, len(seen.tree) - len(written)):
            self.faults.append(f"counted {counted}, not {written}, {removed}")


def _how(digest: str | None, wanted: str | None) -> str:
    if wanted is None:
        return "is left over"
    return "is missing" if digest is None else "differs"


def at_work(script: Script, clean: Clean, builder: Builder = build) -> Office:
    """Do a script in a folder of its own; the office knows what came of it."""
    with tempfile.TemporaryDirectory(prefix="desk-", dir=clean.folder) as folder:
        office = Office(Path(folder), script, clean, builder)
        office.work()
    return office
