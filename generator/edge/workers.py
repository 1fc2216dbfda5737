"""Work for every item, in order: here, or shared among processes. The result is the same."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")
WORTH = 300
"""Below this many items, starting processes costs more than it saves (performance.md, 6.4)."""


def die_with_the_builder() -> None:
    """Ask the kernel to end this worker when its builder is killed; elsewhere the pipe's end does."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - only a worker needs it
        import signal  # noqa: PLC0415

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


class Workers:
    """As many processes as asked for; 0 means as many as there are cores, when it is worth it."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def each(self, work: Callable[[A], B], items: Sequence[A], weight: int = 1) -> Iterator[B]:
        """`work` of every item, in the order of the items; `work` must be a module's function.

        `weight` is how many pages or entries one item stands for.
        """
        automatic = (os.cpu_count() or 1) if len(items) * weight >= WORTH else 1
        count = min(self._jobs or automatic, len(items))
        if count <= 1:
            yield from map(work, items)
            return
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - costs only who needs it

        with ProcessPoolExecutor(count, initializer=die_with_the_builder) as pool:
            yield from pool.map(work, items, chunksize=max(1, len(items) // (count * 4)))
