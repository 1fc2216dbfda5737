"""Where the files of a rehearsed release stand: one folder for today, and one for each simulated day."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from generator.edge import disk
from generator.edge.looks import folder_at
from generator.edge.project import Project, preview_of

_USUAL = "today"
"""The folder of the day on which nothing is simulated; it alone is gone by later."""


def beside_preview(project: Project, name: str) -> str:
    """A folder of ours beside the preview's own site."""
    return os.path.join(os.path.dirname(preview_of(project).output), name)


def home(project: Project) -> str:
    """The folder that all of them stand in."""
    return beside_preview(project, "release")


def folder_of(project: Project, today: str) -> str:
    """Where the files stand that a release of that day (ISO form, or empty) would change."""
    return f"{home(project)}/{today or _USUAL}"


@contextmanager
def no_day_left(project: Project) -> Iterator[None]:
    """Leave none of the simulated days behind, however it ends: who looked at them goes, too."""
    try:
        yield
    finally:
        forget_days(project)


def forget(project: Project, today: str) -> None:
    """Remove the files of a simulated day, when nobody looks at them any more."""
    if today:
        clear(folder_of(project, today))


def forget_days(project: Project) -> None:
    """Remove those of all simulated days: whoever looked at them has gone."""
    folders, _ = folder_at(home(project))  # their names, with a slash between them
    for name in filter(None, folders.split("/")):
        if name != _USUAL:
            clear(f"{home(project)}/{name}")


def clear(folder: str) -> None:
    """What cannot be removed is in nobody's way."""
    with suppress(OSError):
        disk.clear(folder)
