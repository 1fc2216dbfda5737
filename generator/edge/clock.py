"""The only place that knows what time it is."""

import time

TYPE_CHECKING = False  # `typing` is not loaded where nothing has changed
if TYPE_CHECKING:
    from datetime import datetime


def now() -> "datetime":
    """This instant, in UTC."""
    from datetime import UTC, datetime  # noqa: PLC0415 - a build of nothing new does without

    return datetime.now(UTC)


def instant() -> int:
    """This instant in ns since 1970, as file systems count, for those who load nothing that takes time."""
    return time.time_ns()


def day_in(zone: str) -> str:
    """The day that it is now in a zone such as `+08:00`, in ISO form, as quickly."""
    hours, _, minutes = zone[1:].partition(":")
    ahead = (int(hours) * 60 + int(minutes)) * (-60 if zone[0] == "-" else 60)
    return time.strftime("%Y-%m-%d", time.gmtime(time.time() + ahead))


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
