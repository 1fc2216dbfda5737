"""Memories that are wrong on purpose: what the comparison with a clean build has to find."""

import hashlib
import inspect
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from unittest.mock import patch

from generator.app import dressing
from generator.app.build import build
from generator.app.order import Order, Report
from generator.render import closure
from generator.render.engine import nodes
from generator.render.imported import Imported
from generator.render.theme import Theme
from tests.laws.desk import files_of

Mark = Callable[[Path], str]


def by_bytes(path: Path) -> str:
    """A file is what it says."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def by_date(path: Path) -> str:
    """A file of the same size and time is the same file, or so one would think."""
    status = path.stat()
    return f"{status.st_size} {status.st_mtime_ns}"


@dataclass
class Lazy:
    """Does nothing where it believes that nothing has changed; `wrong` in one way or another.

    `bytes` would be right if it also looked at the themes, the day and the site that is there.
    """

    mark: Mark = by_bytes
    seen: tuple[str, ...] = ("content", "themes", "output", "day")
    early: bool = False
    last: list[Report] = field(default_factory=list)

    def __call__(self, order: Order) -> Report:
        """Build, or say what was said last time and put back the front page that was kept."""
        folder = Path(order.project.content).parent
        memory, page = folder / ".cache", folder / "output/index.html"
        memory.mkdir(exist_ok=True)
        key = self._key(order, folder)
        if (memory / "key").exists() and (memory / "key").read_text() == key and self.last:
            if page.read_bytes() != (memory / "page").read_bytes():
                page.write_bytes((memory / "page").read_bytes())
            kept = len(files_of(folder / "output"))
            return replace(self.last[-1], written=(), removed=(), kept=kept)
        if self.early:
            (memory / "key").write_text(key)
        report = build(order)
        if report.written is not None:
            self.last.append(report)
            (memory / "page").write_bytes(page.read_bytes())
            (memory / "key").write_text(self._key(order, folder))
        return report

    def _key(self, order: Order, folder: Path) -> str:
        trees = [name for name in self.seen if name != "day"]
        marks = [(str(p), self.mark(p)) for name in trees for p in files_of(folder / name)]
        return repr((marks, order.today if "day" in self.seen else None))


@dataclass
class Stale:
    """Keeps every page as it was first built."""

    first: dict[Path, bytes] = field(default_factory=dict)

    def __call__(self, order: Order) -> Report:
        """Build, and put the old pages back."""
        report = build(order)
        for path in files_of(Path(order.project.output)):
            old = self.first.setdefault(path, path.read_bytes())
            if path.suffix == ".html" and old != path.read_bytes():
                path.write_bytes(old)
        return report


def hoarding(order: Order) -> Report:
    """Never removes what is no longer planned."""
    before = {path: path.read_bytes() for path in files_of(Path(order.project.output))}
    report = build(order)
    for path, body in before.items():
        if report.written is not None and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
    return report


def mute(order: Order) -> Report:
    """Stops, and does not say why."""
    return replace(build(order), problems=())


def eager(order: Order) -> Report:
    """Writes what has not changed."""
    report = build(order)
    for path in files_of(Path(order.project.output)):
        os.utime(path)
    return report


def narrow(order: Order) -> Report:
    """Believes that a template draws with those it extends, and with no other."""

    def extended(theme: Theme, path: str, every: Iterable[nodes.Node]) -> tuple[str, ...]:
        found = [one.template for one in every if isinstance(one, nodes.Extends)]
        return tuple(theme.find(one.value, path) for one in found if isinstance(one, nodes.Const))

    afresh = inspect.unwrap(dressing.dress)  # tests dress the same theme once
    with patch.object(closure, "leads", extended), patch.object(dressing, "dress", afresh):
        return build(order)


def blind(order: Order) -> Report:
    """Patches pages without a look at the macros that their statements use."""
    with patch.object(Imported, "key", lambda *_: frozenset[str]()):
        return build(order)
