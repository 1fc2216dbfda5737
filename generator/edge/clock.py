"""The only place that knows what time it is."""

import time
from datetime import UTC, datetime


def now() -> datetime:
    """This instant, in UTC."""
    return datetime.now(UTC)


def nanoseconds() -> int:
    """This instant in ns since 1970, as file systems count."""
    return int(now().timestamp() * 1_000_000_000)


def wall() -> str:
    """What the clock on this machine's wall shows: `2026-11-21 09:30:00`."""
    return time.strftime("%Y-%m-%d %H:%M:%S")


def ticks() -> float:
    """Seconds from some moment on, which no change of the clock disturbs."""
    return time.perf_counter()


class Stopwatch:
    """How long each named stage took, in seconds, in the order they ended."""

    def __init__(self) -> None:
        self._last = ticks()
        self.stages: list[tuple[str, float]] = []

    def lap(self, stage: str) -> None:
        """The stage that just ended, by its name."""
        here = ticks()
        self.stages.append((stage, here - self._last))
        self._last = here
