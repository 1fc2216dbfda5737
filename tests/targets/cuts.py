"""A delivery that is cut off, again and again: what must hold at every moment, and after the next one."""

import os
import re
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

import pytest

from generator.edge.known import STAGE
from generator.exports import manifest
from tests.targets.office import Office, files_of, site, styles_of, torn

LONG = "公开,{},1986\n"
OLD = site(
    "old",
    {
        "finance/2026/gone.html": "gone",
        "finance/2026/a/rows.csv": LONG.format("old") * 1000,
        "plan": "a file",
        "list/x.html": "x",
        "bare/x.html": "x",
    },
)
NEW = site(
    "new",
    {
        "land/2026/中文 名.html": "c",
        "finance/2026/a/rows.csv": LONG.format("new") * 1000,
        "plan/index.html": "a folder",
        "list": "a file",
    },
)
THEIRS = {
    "favicon.ico": b"theirs",
    "finance/notes.txt": b"theirs",
    "bare/theirs.txt": b"in a folder that we leave",
    ".well-known/security.txt": b"theirs",
}
"""Files of others: beside ours, in a folder that nothing of ours stays in, in one that many hosts hide."""
ENDLESS = 1 << 60
CALL = 1000
"""So many bytes a change of names counts for: a third of all cuts and more fall between two of them."""
_NAMES = ("link", "mkdir", "remove", "rename", "replace", "rmdir", "unlink")
"""The calls of the system that change what stands where."""
_LINK = re.compile(rb'<a href="([^"]+)"')


def cuts(usual: int) -> int:
    """How many times a test cuts: more where more was asked for."""
    return max(usual, int(os.environ.get("GONGKAI_CUTS", "0")))


def faults(folder: Path, *, gaps: bool = False) -> list[str]:
    """What must not be at any moment between the old site and the new one.

    A page is whole, of one of them, with its style; none is missing that both have (but for a moment, on
    hosts where there are `gaps`), and no list leads nowhere; with the new manifest the new site is there.
    Files of others stand as they stood.
    """
    there = files_of(folder)
    wrong = torn(folder, OLD, NEW, THEIRS)
    wrong += [f"{path} of others" for path, body in THEIRS.items() if there.get(path) != body]
    leads = [one.decode() for one in _LINK.findall(there.get("index.html", b""))]
    needed = {*leads, *(OLD.keys() & NEW.keys())}
    wrong += [] if gaps else [f"{path} is missing" for path in sorted(needed - there.keys())]
    if there.get(manifest.ROOT) == NEW[manifest.ROOT]:
        wrong += [f"{path} is not the new one" for path in NEW if there.get(path) != NEW[path]]
    return wrong


class Rewind:
    """A folder that can be put back as it was; what has not changed since is let be."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bodies = files_of(folder)
        self._looks = {path: self._look(path) for path in self._bodies}
        self._folders = {one for one in folder.rglob("*") if one.is_dir()}

    def back(self) -> None:
        """As it was, and nothing else."""
        paths = sorted(self._folder.rglob("*"), reverse=True)  # what a folder holds before it
        for one in paths:
            is_folder = one.is_dir() and not one.is_symlink()
            if is_folder and one not in self._folders:
                one.rmdir()
            elif not is_folder and one.relative_to(self._folder).as_posix() not in self._bodies:
                one.unlink()
        for one in sorted(self._folders):
            one.mkdir(exist_ok=True)
        for path, body in self._bodies.items():
            if self._look(path) != self._looks[path]:
                (self._folder / path).write_bytes(body)
                self._looks[path] = self._look(path)

    def _look(self, path: str) -> tuple[int, int, int]:
        with suppress(FileNotFoundError):
            seen = (self._folder / path).stat()
            return seen.st_ino, seen.st_mtime_ns, seen.st_size
        return 0, 0, 0


class Reader:
    """A citizen who reads every page again and again, with its style; `saw` is what was not whole."""

    def __init__(self, folder: Path, *, gaps: bool) -> None:
        self._folder, self._gaps = folder, gaps
        self.saw: list[str] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._read_all)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _read_all(self) -> None:
        pages = sorted(path for path in OLD.keys() & NEW.keys() if path.endswith(".html"))
        while not self._over.wait(0.01):
            for path in pages:
                self._turn_to(path)

    def _turn_to(self, path: str) -> None:
        page = self._read(path)
        if page is None:
            self.saw += [] if self._gaps else [f"{path} is missing"]
        elif page not in {OLD[path], NEW[path]}:
            self.saw.append(f"{path} is torn")
        else:
            for sheet in styles_of(path, page):
                is_whole = self._read(sheet) in {OLD.get(sheet, b""), NEW.get(sheet, b"")}
                if not is_whole and self._read(path) == page:  # it was not another page by then
                    self.saw.append(f"{path} without {sheet}")

    def _read(self, path: str) -> bytes | None:
        with suppress(FileNotFoundError, NotADirectoryError):
            return (self._folder / path).read_bytes()
        return None


class Rehearsal:
    """An office with the old site on a host, whose folder is `www`; `publish` would bring the new one.

    It can be put back to that moment again and again.
    """

    def __init__(
        self, office: Office, www: Path, publish: Callable[[], object], *, gaps: bool = False
    ) -> None:
        self.office, self.www, self.publish, self._gaps = office, www, publish, gaps
        self.ours = www / STAGE.rstrip("/")
        for path, body in THEIRS.items():
            (www / path).parent.mkdir(parents=True, exist_ok=True)
            (www / path).write_bytes(body)
        office.build(OLD)
        publish()
        office.build(NEW)
        self._before = Rewind(office.folder.parent)

    def back(self) -> None:
        """Everything as it was before the delivery."""
        self._before.back()

    def trial(self, what: object, cut: Callable[[], object]) -> None:
        """A citizen reads while a delivery is cut off, and while the next one completes it."""
        self.back()
        with Reader(self.www, gaps=self._gaps) as reader:
            cut()
            assert (what, []) == (what, faults(self.www, gaps=self._gaps))
            self.publish()
        assert (what, []) == (what, reader.saw)
        self.demand_complete(what)

    def demand_complete(self, what: object) -> None:
        """The new site, files of others, and nothing else; each site is on record once.

        The folder of a claim that was cut off before the claim lay in it is in nobody's way: who would
        remove it might take it from somebody who is just about to put one there.
        """
        assert (what, {**NEW, **THEIRS}) == (what, files_of(self.www))
        folders = {one for one in self.www.rglob("*") if one.is_dir() and one.parent != self.ours}
        assert (what, set()) == (what, {one for one in folders if not any(one.iterdir())})
        assert (what, 2) == (what, len(self.office.receipts()))

    @contextmanager
    def watched(self) -> Iterator[list[str]]:
        """The site is looked at after every call of this process that changes the disk; what was wrong."""
        saw: list[str] = []
        seen = 0

        def look() -> None:
            nonlocal seen
            seen += 1
            saw.extend(f"{seen}: {one}" for one in faults(self.www, gaps=self._gaps))

        with pytest.MonkeyPatch.context() as patch:
            Meter(patch, look=look)
            yield saw
        assert seen > 100


class Meter:
    """Counts what this process does to disks, in bytes, and ends it after a `life` of so many.

    `look` is called after each change of names.
    """

    def __init__(
        self,
        patch: pytest.MonkeyPatch,
        life: int = ENDLESS,
        look: Callable[[], None] = lambda: None,
    ) -> None:
        self.spent, self._life, self._look = 0, life, look
        self._usual_write = os.write
        patch.setattr(os, "write", self._write)
        for name in _NAMES:
            patch.setattr(os, name, self._counted(getattr(os, name)))

    def _write(self, file: int, body: Any) -> int:
        written = self._usual_write(file, body[: self._life - self.spent])
        self._spend(written)
        return written

    def _counted(self, usual: Callable[..., object]) -> Callable[..., object]:
        def call(*words: object, **more: object) -> object:
            self._spend(CALL)
            result = usual(*words, **more)
            self._look()
            return result

        return call

    def _spend(self, count: int) -> None:
        self.spent += count
        if self.spent >= self._life:
            os.kill(os.getpid(), signal.SIGKILL)


def killed(life: int, work: Callable[[], object]) -> None:
    """Do the work in a process of its own, which is killed after so many bytes."""
    process = os.fork()
    if not process:
        code = 1
        with suppress(BaseException), pytest.MonkeyPatch.context() as patch:
            Meter(patch, life)
            work()
            code = 0
        os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    assert (life, -signal.SIGKILL) == (life, code)
