"""A new file among those that people write: made once, never over another."""

import os

from generator.edge import disk
from generator.edge.project import Project
from generator.values.place import Place
from generator.values.problem import Problem, Stop


def create(project: Project, path: str, text: str) -> str:
    """Write `path` (`content/finance/2026/11-notice.md`) and the folders above it.

    Returns the absolute path. What stands there already, or a disk that fails, is a Stop.
    """
    target = os.path.join(os.path.dirname(project.content), *path.split("/"))
    try:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        disk.write(target, text.encode("utf-8"))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        facts = (("error", reason), ("live", "old"))
        raise Stop(Problem("disk/denied", Place(path), facts), 74) from error
    return target
