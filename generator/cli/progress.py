"""A progress bar, on a terminal only; everywhere else, silence."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from generator.app.order import Progress, quiet
from generator.cli.voice import Voice


@contextmanager
def progress(voice: Voice) -> Iterator[Progress]:
    """Something to tell how far a build is; `rich` is loaded only when somebody can see it."""
    if not sys.stderr.isatty():
        yield quiet
        return
    from rich.console import Console  # costs only who sees it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # no refresh thread: worker processes are forked while the bar stands
    with Progress(
        *columns, console=Console(stderr=True), transient=True, auto_refresh=False
    ) as bar:
        tasks = {
            name: bar.add_task(voice.say(f"stage_{name}"), total=None)
            for name in ("read", "render")
        }

        def tell(stage: str, done: int, whole: int) -> None:
            bar.update(tasks[stage], completed=done, total=whole)
            bar.refresh()

        yield tell
