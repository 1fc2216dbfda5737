"""The only place that knows what time it is."""

import time
from datetime import UTC, datetime


def now() -> datetime:
    """This instant, in UTC."""
    return datetime.now(UTC)


def wall() -> str:
    """What the clock on this machine's wall shows: `2026-11-21 09:30:00`."""
    return time.strftime("%Y-%m-%d %H:%M:%S")


class Stopwatch:
    """How long each named stage took, in seconds, in the order they ended."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self.stages: list[tuple[str, float]] = []

    def lap(self, stage: str) -> None:
        """The stage that just ended, by its name."""
        here = time.perf_counter()
        self.stages.append((stage, here - self._last))
        self._last = here
