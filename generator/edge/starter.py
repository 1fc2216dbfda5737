"""The files that a new project begins with, as they came with us."""

import os
from collections.abc import Mapping

from generator.values.place import Place
from generator.values.problem import Problem, Stop

HERE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "starter")


def is_free(folder: str) -> bool:
    """Whether nothing stands in the folder yet."""
    return not os.path.lexists(folder) or (os.path.isdir(folder) and not os.listdir(folder))


def write(folder: str, more: Mapping[str, bytes]) -> None:
    """Copy the starter's tree into `folder`, which is new or empty; nothing is ever replaced.

    `more` are files that are made rather than kept, by their path in the folder.
    """
    try:
        for place, folders, names in os.walk(HERE):
            folders.sort()
            inside = os.path.relpath(place, HERE).replace("dot.", ".", 1)
            target = os.path.normpath(os.path.join(folder, inside))
            os.makedirs(target, exist_ok=True)
            for name in sorted(names):
                with open(os.path.join(place, name), "rb") as stream:
                    _new(os.path.join(target, name.replace("dot.", ".", 1)), stream.read())
        for path, body in more.items():
            target = os.path.join(folder, *path.split("/"))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            _new(target, body)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Stop(
            Problem("disk/denied", Place(folder), (("error", reason), ("live", "none"))), 74
        ) from error


def _new(target: str, body: bytes) -> None:
    with open(target, "xb") as stream:
        stream.write(body)
