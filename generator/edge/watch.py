"""What people save: files that hold something else than before, whoever told us to look.

The system's word (`watchfiles`) is only a reason to look at once. Where it is silent, on network
shares, sticks and some virtual machines, everything is looked at from time to time. What counts is
what a file holds: one that came with an old date is seen, one that was only touched is not.
"""

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from generator.edge import clock
from generator.edge.looks import MOMENT, Look, look, scan
from generator.edge.untouched import digest_of

QUIET, LONGEST = 30, 500
"""Milliseconds without another change that end a save of several files, and how long we wait for them."""
OFTEN, SELDOM = 0.3, 2.0
"""Seconds between two looks at everything where the system says nothing, and where it does."""
SHARE = 20
"""Looking takes at most one part of so many of our time."""
MANY = 200
"""From so many files on it is quicker to look at everything."""


class Notifier(Protocol):
    """What tells that something was saved, as `watchfiles` does."""

    def watch(
        self, debounce_ms: int, step_ms: int, timeout_ms: int, stop_event: threading.Event | None
    ) -> set[tuple[int, str]] | str:
        """The changes, each with its path, or `timeout` or `stop` when there are none."""


class Watch:
    """The files below some folders, as they were when the watch began or last told of a change.

    `is_litter` says of a path within its folder that nothing reads it.
    """

    def __init__(
        self,
        folders: Iterable[str],
        is_litter: Callable[[str], bool],
        notifier: Callable[[list[str]], Notifier | None] | None = None,
    ) -> None:
        self._folders = tuple(dict.fromkeys(folders))
        self._is_litter = is_litter
        self._make = notifier or _notifier
        self._ended = threading.Event()
        self._is_told = True
        self._touched: set[str] | None = None
        self._roots: dict[str, tuple[int, int]] = {}
        self._notifier: Notifier | None = None
        self._attend()
        self._looks, self._cost = self._everything()
        self._digests = {one: digest_of(one) for one in self._doubtful}

    @property
    def has_ended(self) -> bool:
        """Whether nobody waits for changes any more."""
        return self._ended.is_set()

    def end(self) -> None:
        """Let whoever waits for a change wait no longer."""
        self._ended.set()

    def touched(self) -> frozenset[str] | None:
        """The files that look otherwise than when this was last asked; None the first time."""
        known, self._touched = self._touched, set()
        return None if known is None else frozenset(known)

    def _touch(self, paths: Iterable[str]) -> None:
        if self._touched is not None:
            self._touched.update(one for one in paths if not one.endswith(os.sep))

    def changes(self, is_due: Callable[[], bool] = lambda: False) -> Iterator[frozenset[str]]:
        """The paths of files that hold something else now, a set for each save, until the end.

        Whenever it looks it asks whether something is due though nobody saves: then the set may be empty.
        """
        while True:
            told = self._wait()
            if self._ended.is_set():
                return
            changed = self._changed(told) if told else self._overlooked()
            if changed or is_due():
                yield frozenset(changed)
            elif not told:
                self._know()

    def _wait(self) -> set[str]:
        """Paths that the system tells of; none when it is time to look at everything."""
        is_told = self._notifier is not None and self._is_told
        pause = max(SELDOM if is_told else OFTEN, self._cost * SHARE)
        if self._notifier is None:
            self._ended.wait(pause)
            return set()
        told = self._notifier.watch(LONGEST, QUIET, round(pause * 1000), self._ended)
        return set() if isinstance(told, str) else {path for _, path in told}

    def _overlooked(self) -> set[str]:
        """What has changed though nobody said so, when it has come to rest."""
        self._attend()
        changed = self._compare()
        while changed and not self._ended.wait(QUIET / 1000):
            more = self._compare()
            if not more:
                break
            changed |= more
        if changed:
            self._is_told = False
        return changed

    def _compare(self) -> set[str]:
        """What has changed since the last look at everything."""
        before, doubtful = self._looks, self._doubtful
        self._looks, self._cost = self._everything()
        differ = {path for path in before.keys() ^ self._looks.keys() if not path.endswith(os.sep)}
        differ |= {path for path, one in self._looks.items() if before.get(path, one) != one}
        doubtful &= self._looks.keys()
        self._touch(differ)
        return {path for path in differ | doubtful if self._differs(path)}

    def _changed(self, told: set[str]) -> set[str]:
        """Which of these files hold something else; folders stand for what is in them."""
        within = [(path, self._inside(path)) for path in told]
        if len(told) > MANY or any(inside is None for _, inside in within):
            return self._compare()
        changed: set[str] = set()
        for path, inside in within:
            if inside and not self._is_litter(inside):
                changed |= self._changed_at(path)
        self._is_told |= bool(changed)
        return changed

    def _changed_at(self, path: str) -> set[str]:
        inner = os.path.join(path, "")
        if os.path.isdir(path) and not os.path.islink(path):
            self._looks |= (below := self._below(path))
            self._touch(below)
            return {one for one in below if not one.endswith(os.sep) and self._differs(one)}
        found = look(path)
        if found is None:
            gone = {one for one in self._looks if one == path or one.startswith(inner)}
            for one in gone:
                del self._looks[one]
                self._digests.pop(one, None)
            self._touch(gone)
            return {one for one in gone if not one.endswith(os.sep)}
        self._looks[path] = found
        self._touch((path,))
        return {path} if self._differs(path) else set()

    def _differs(self, path: str) -> bool:
        """Whether a file holds something else than when it was last read; from now on it does not."""
        digest = digest_of(path) if path in self._looks else None
        before = self._digests.get(path)
        if digest is None:
            self._digests.pop(path, None)
            return True
        self._digests[path] = digest
        return digest != before

    def _know(self) -> None:
        """Read what was not read yet, while there is time: then a touch can be told from a change."""
        for path in self._looks.keys() - self._digests.keys():
            if self._ended.is_set():
                return
            if path.endswith(os.sep):
                continue
            digest = digest_of(path)
            # one that looks otherwise was saved since it was looked at, and nobody has said so yet
            if look(path) == self._looks[path]:
                self._digests[path] = digest

    def _attend(self) -> None:
        """Ask the system to tell of changes; anew where a folder came, or another took its place."""
        roots = {one: found for one in self._folders if (found := _identity(one))}
        if roots != self._roots:
            self._roots = roots
            self._notifier = self._make(sorted(roots))

    def _inside(self, path: str) -> str | None:
        """The path within its folder, with `/`; None when it is in none of them."""
        for folder in self._folders:
            if path == folder:
                return None
            if path.startswith(os.path.join(folder, "")):
                return path[len(folder) + 1 :].replace(os.sep, "/")
        return None

    def _everything(self) -> tuple[dict[str, Look], float]:
        """How every file looks that is no litter, and how many seconds it took to see."""
        began, at = clock.ticks(), clock.instant()
        looks: dict[str, Look] = {}
        for folder in self._folders:
            looks |= self._below(folder)
        self._doubtful = {
            path
            for path, (written, changed, _) in looks.items()
            if max(written, changed) > at - MOMENT and not path.endswith(os.sep)
        }
        return looks, clock.ticks() - began

    def _below(self, folder: str) -> dict[str, Look]:
        inner = os.path.join(folder, "")
        return {
            inner + path.replace("/", os.sep): found
            for path, found in scan(folder).items()
            if not self._is_litter(self._inside(inner + path) or path)
        }


def _identity(folder: str) -> tuple[int, int] | None:
    """Which folder stands there: another one of the same name is not the same."""
    try:
        status = os.stat(folder)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _notifier(folders: list[str]) -> Notifier | None:
    """The system's own word; None where it cannot be had."""
    try:
        from watchfiles._rust_notify import RustNotify  # noqa: PLC0415 - only the preview watches

        return RustNotify(
            folders,
            debug=False,
            force_polling=False,
            poll_delay_ms=300,
            recursive=True,
            ignore_permission_denied=True,
        )
    except (ImportError, OSError, RuntimeError):
        return None
