"""Where the note of a build stands on the disk: whole, and beside it what has become otherwise since.

How every file looks is most of it, by folders; an edit changes a few of these. So the whole note is
written once in a while, and after an edit all else of it with the folders that look otherwise.
"""

import os

from generator.edge.proven import MARK, opened, sealed

TYPE_CHECKING = False  # `typing` is not loaded where nothing has changed
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_WHOLE, _LATER = "seen", "later"
_PART = 4
"""What is otherwise is no more than one part of so many, or the whole note is written again."""


class _Last:
    """What was last read or written here: marks of the two files and length of the whole one; the values."""

    __slots__ = ("later", "mark", "size", "value", "whole")

    def __init__(self) -> None:
        self.take(b"", None)

    def take(self, written: bytes, value: "Any") -> None:  # noqa: ANN401 - a plain value
        """A whole note, and how it is written."""
        self.mark, self.size, self.later = written[:MARK], len(written), b""
        self.whole = self.value = value


_last = _Last()


def read(cache: str) -> "Any":  # noqa: ANN401 - a plain value, of the shape that was written
    """The note; None when nothing can be believed.

    A process that stays does not take apart again what has the same mark.
    """
    path, later = os.path.join(cache, _WHOLE), os.path.join(cache, _LATER)
    if not _last.mark or read_file(path, MARK) != _last.mark:
        written = read_file(path)
        _last.take(written, opened(written))
    if read_file(later, MARK) != _last.later:
        written = read_file(later)
        _last.later, found = written[:MARK], opened(written)
        _last.value = _joined(_last.whole, found, _last.mark) if written else _last.whole
    return _last.value


def write(cache: str, value: "Mapping[str, Any]") -> None:
    """Write the note, or what is otherwise than in the whole one that stands there."""
    path, later = os.path.join(cache, _WHOLE), os.path.join(cache, _LATER)
    if _last.whole and read_file(path, MARK) == _last.mark:
        body = sealed({**value, **_otherwise(_last.whole, value), "of": _last.mark})[1]
        if len(body) * _PART <= _last.size:
            if write_file(later, body):
                _last.later, _last.value = body[:MARK], {**value}
            else:
                _last.take(b"", None)
            return
    body = sealed({**value})[1]
    is_there = _remove(later) and write_file(path, body)
    _last.take(*((body, {**value}) if is_there else (b"", None)))


def read_file(path: str, size: int = -1) -> bytes:
    """What stands there, or no more than so many bytes of it; nothing where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read(size)
    except OSError:
        return b""


def write_file(path: str, body: bytes) -> bool:
    """Write it whole or not at all. A disk that is full or closed is no reason to fail."""
    part = path + ".part"
    try:
        with open(part, "wb") as file:
            file.write(body)
        os.replace(part, path)
    except OSError:
        return False
    return True


def _remove(path: str) -> bool:
    """Leave nothing there; whether that was possible."""
    try:
        os.remove(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _otherwise(whole: "Mapping[str, Any]", value: "Mapping[str, Any]") -> "dict[str, Any]":
    """The folders that look otherwise than in the whole note, by tree; None for what is gone."""
    known = whole["looks"]
    looks = {name: _differing(known[name], its) for name, its in value["looks"].items()}
    return {"looks": looks, "retired": _differing(whole["retired"], value["retired"])}


def _differing(was: "Mapping[str, Any]", now: "Mapping[str, Any]") -> "dict[str, Any]":
    every = was.keys() | now.keys()
    return {one: now.get(one) for one in every if was.get(one) != now.get(one)}


def _joined(whole: "Any", later: "Any", mark: bytes) -> "Any":  # noqa: ANN401 - plain values
    """The whole note with what is otherwise since, where that is about it; None where it is damaged."""
    if not whole or not later:
        return None
    if later["of"] != mark:
        return whole
    looks = {name: _with(whole["looks"][name], its) for name, its in later["looks"].items()}
    del later["of"]
    return {**later, "looks": looks, "retired": _with(whole["retired"], later["retired"])}


def _with(was: "Mapping[str, Any]", changed: "Mapping[str, Any]") -> "dict[str, Any]":
    return {one: its for one, its in {**was, **changed}.items() if its is not None}
