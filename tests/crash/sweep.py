"""A build run again and again, ended at its first event, at its second, … until one survives.

`python -m tests.crash.sweep kill|fail|twice new|update exchange|files|refused FOLDER` prints what
it saw as JSON. It is a process of its own because it forks, and because nobody can take an audit
hook off again.
"""

import ctypes  # noqa: F401 - imported before any hook counts
import errno
import json
import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from unittest.mock import patch

from generator.edge import exchange, system
from generator.edge.commit import recover
from generator.edge.lock import locked
from generator.edge.store import Store
from tests.crash.points import Act, Ended, child, fail_at, kill_at
from tests.crash.site import NEW, OLD, OLDER, Pages, build, litter, pages_of, prepare

# Every so many points of a killed build, the build after it is killed at each of its own.
SAMPLE = 50


class Sweep:
    """What was seen at how many points, and what did not hold there."""

    def __init__(self, before: str, way: str, folder: str) -> None:
        self.before: Pages | None = OLD if before == "update" else None
        self.way = way
        self.folder = folder
        # A refused exchange comes after all that an exchange does: a third of its points will do.
        self.stride = 3 if way == "refused" else 1
        self.seen: Counter[str] = Counter()
        self.faults: list[str] = []
        if way == "files":
            patch.object(exchange, "possible", return_value=False).start()
        elif way == "refused":
            refusal = OSError(errno.EBUSY, os.strerror(errno.EBUSY))
            patch.object(system, "exchange", side_effect=refusal).start()

    def live(self, store: Store) -> str:
        """Look at the site as a reader does."""
        pages = pages_of(store.output)
        if pages == NEW:
            return "new"
        return "old" if pages == (self.before or {}) else "mixed"

    def expect(self, what: str, *, holds: bool) -> None:
        """Note what does not hold at the point at hand."""
        if not holds:
            self.faults.append(f"{self.way}, point {self.seen['points']}: {what}")

    def points(
        self, act: Callable[[int], Act], start: Callable[[str], Store]
    ) -> Iterator[tuple[int, Store, Ended]]:
        """End a build at each of its points in turn, and let another do it right."""
        number, survived = 0, False
        while not survived:
            number += self.stride
            base = f"{self.folder}/{self.way}{self.seen['points']}"
            store = start(base)
            ended = child(base, act(number), partial(build, store, NEW))
            survived = ended.code == 0 and ended.events < number
            self.seen["points"] += not survived
            self.seen[f"exit {ended.code}"] += 1
            yield number, store, ended
            self.rerun(store)
            shutil.rmtree(base)

    def rerun(self, store: Store) -> None:
        """Build once more, with nothing in the way."""
        build(store, NEW)
        self.expect("the rerun is not the new site", holds=self.live(store) == "new")
        left = litter(store, junk=self.before is not None)
        self.expect(f"the rerun leaves {left}", holds=not left)

    def start(self, base: str) -> Store:
        """Make the project as it was before."""
        return prepare(base, self.before)

    def kill(self, start: Callable[[str], Store] | None = None) -> None:
        """Kill the build at each point: a reader sees the old site or the new one."""
        for _, store, ended in self.points(kill_at, start or self.start):
            self.expect(ended.said, holds=ended.code in {0, -signal.SIGKILL})
            self.check_whole(store)

    def check_whole(self, store: Store) -> None:
        """See that the site is whole: as it lies there, or by files once the next command began."""
        self.seen[f"left {self.live(store)}"] += 1
        if self.way != "exchange":
            with locked(store):
                recover(store)
        whole = self.live(store)
        self.seen[f"recovered {whole}"] += 1
        self.expect(f"the live site is {whole}", holds=whole != "mixed")
        retired = pages_of(store.retired)
        self.expect("retired is not whole", holds=retired in ({}, OLDER, OLD, NEW))

    def twice(self) -> None:
        """Kill the build at some points, and the one that comes after it at each of its points."""
        number = SAMPLE
        self.killed(number, f"{self.folder}/{number}")
        while not self.seen["survived"]:
            self.kill(partial(self.killed, number))
            number += SAMPLE
            self.killed(number, f"{self.folder}/{number}")

    def killed(self, number: int, base: str) -> Store:
        """Make the project as a build that is killed at that point leaves it."""
        store = self.start(base)
        ended = child(base, kill_at(number), partial(build, store, NEW))
        self.seen["survived" if ended.code == 0 else "killed before"] += 1
        return store

    def fail(self) -> None:
        """Let each point fail: success with the new site, or 74 with the old one live."""
        for error, ever in ((errno.ENOSPC, False), (errno.EIO, True)):
            for _, store, ended in self.points(
                partial(fail_at, error=error, ever=ever), self.start
            ):
                self.check_failed(store, ended, ever=ever)

    def check_failed(self, store: Store, ended: Ended, *, ever: bool) -> None:
        """See that the exit code, the message and the site say the same."""
        live = self.live(store)
        self.expect(f"exit {ended.code}: {ended.said}", holds=ended.code in {0, 74})
        if not ended.code:
            self.expect(f"success, but the live site is {live}", holds=live == "new")
            return
        self.seen[f"says {ended.live}"] += 1
        true = "none" if live == "old" and not self.before else live
        if ended.live != "part":
            self.expect(f"says {ended.live}, but {true} is live", holds=true == ended.live)
        if ended.live in {"old", "none"} and not ever:
            self.expect("staging is left", holds=not os.path.lexists(store.staging))
        if self.way == "exchange" and not ever:
            self.expect(f"the live site is {live}", holds=live == "old")
        self.expect("a mixed site by exchange", holds=self.way != "exchange" or live != "mixed")


def main(what: str, before: str, way: str, folder: str) -> None:
    """Sweep and print."""
    sweep = Sweep(before, way, folder)
    {"kill": sweep.kill, "twice": sweep.twice, "fail": sweep.fail}[what]()
    sys.stdout.write(json.dumps({"seen": sweep.seen, "faults": sweep.faults}))


if __name__ == "__main__":
    main(*sys.argv[1:])
