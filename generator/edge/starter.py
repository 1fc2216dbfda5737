"""The files that a new project begins with, as they came with us."""

import os

from generator.values.place import Place
from generator.values.problem import Problem, Stop

HERE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "starter")


def is_free(folder: str) -> bool:
    """Whether nothing stands in the folder yet."""
    return not os.path.lexists(folder) or (os.path.isdir(folder) and not os.listdir(folder))


def write(folder: str) -> None:
    """Copy the starter's tree into `folder`, which is new or empty; nothing is ever replaced."""
    try:
        for place, folders, names in os.walk(HERE):
            folders.sort()
            target = os.path.normpath(os.path.join(folder, os.path.relpath(place, HERE)))
            os.makedirs(target, exist_ok=True)
            for name in sorted(names):
                _copy(os.path.join(place, name), os.path.join(target, name.replace("dot.", ".", 1)))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Stop(
            Problem("disk/denied", Place(folder), (("error", reason), ("live", "old"))), 74
        ) from error


def _copy(source: str, target: str) -> None:
    with open(source, "rb") as stream:
        body = stream.read()
    with open(target, "xb") as stream:
        stream.write(body)
