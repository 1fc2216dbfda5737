"""A progress bar, on a terminal only; everywhere else, silence."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil
from typing import TYPE_CHECKING

from generator.app.order import Progress, quiet
from generator.cli.voice import Voice
from generator.edge.clock import ticks

if TYPE_CHECKING:
    from generator.app.bringing import Watch

STAGES = ("read", "render")
"""What takes long enough to be watched."""
BETWEEN = 0.1
"""Seconds between two looks of the bar: nobody reads faster, and drawing it costs time."""
SOON = 0.5
"""Seconds of a stage before its pace says anything."""
WIDTH = 20


class Pace:
    """How fast a stage goes, from the first time that it is told of, and how long it still takes."""

    def __init__(self, voice: Voice, name: str) -> None:
        self._voice, self._name = voice, name
        self._began: tuple[float, int] | None = None
        self._seen = 0.0

    def is_due(self, now: float, *, ended: bool) -> bool:
        """Whether the bar is to be drawn again; at the end of a stage it always is."""
        if self._began and not ended and now - self._seen < BETWEEN:
            return False
        self._seen = now
        return True

    def told(self, now: float, done: int, whole: int) -> tuple[str, str]:
        """So much a second and so long to go, as text of one width; nothing while nobody can know."""
        self._began = self._began or (now, done)
        since, before = self._began
        if now - since < SOON or done == before:
            return "", ""
        speed = (done - before) / (now - since)
        minutes, seconds = divmod(ceil((whole - done) / speed), 60)
        left = self._voice.say("left", minutes=minutes, seconds=seconds) if done < whole else ""
        return self._voice.say(f"pace_{self._name}", n=max(1, round(speed))), left


@contextmanager
def transfer(voice: Voice, now: Callable[[], float] = ticks) -> Iterator["Watch"]:
    """Something to tell how far a delivery is: files, megabytes, time left."""
    if not sys.stderr.isatty():
        from generator.app.bringing import nobody  # a build brings nothing anywhere

        yield nobody
        return
    from rich.console import Console  # costs only who sees it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(WIDTH),
        MofNCompleteColumn(),
        TextColumn("{task.fields[size]}"),
        TextColumn("{task.fields[left]}", justify="right"),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:
        task = bar.add_task(voice.say("stage_send"), visible=False, size="", left="")
        pace = Pace(voice, "send")

        def tell(files: int, all_files: int, size: int, whole: int) -> None:
            moment = now()
            if pace.is_due(moment, ended=files == all_files):
                _, left = pace.told(moment, size, whole)
                said = voice.say("sent_of", size=megabytes(size), whole=megabytes(whole))
                bar.update(
                    task, total=all_files, completed=files, visible=True, size=said, left=left
                )
                bar.refresh()

        yield tell


def megabytes(size: int) -> str:
    """So many bytes, as people count them."""
    return f"{size / 1_000_000:,.1f}"


@contextmanager
def progress(voice: Voice, now: Callable[[], float] = ticks) -> Iterator[Progress]:
    """Something to tell how far a build is; `rich` is loaded only when somebody can see it.

    `now` counts seconds, from any moment on.
    """
    if not sys.stderr.isatty():
        yield quiet
        return
    from rich.console import Console  # costs only who sees it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    texts = (TextColumn(f"{{task.fields[{name}]}}", justify="right") for name in ("pace", "left"))
    columns = (
        TextColumn("{task.description}"),
        BarColumn(WIDTH),
        MofNCompleteColumn(),
        *texts,
    )
    # no refresh thread: worker processes are forked while the bar stands
    with Progress(
        *columns, console=Console(stderr=True), transient=True, auto_refresh=False
    ) as bar:
        tasks = {
            name: bar.add_task(voice.say(f"stage_{name}"), visible=False, pace="", left="")
            for name in STAGES
        }
        paces = {name: Pace(voice, name) for name in STAGES}

        def tell(stage: str, done: int, whole: int) -> None:
            moment = now()
            if paces[stage].is_due(moment, ended=done == whole):
                pace, left = paces[stage].told(moment, done, whole)
                task = tasks[stage]
                bar.update(task, total=whole, completed=done, visible=True, pace=pace, left=left)
                bar.refresh()

        yield tell
