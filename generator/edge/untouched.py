"""Whether anything has changed since the last build: the shortest way through a build, if nothing has.

It loads nothing of ours but looks at folders. Everything that a build depends on is in the note
that the last one left: which program, which order, which day, how every file looked.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from generator.edge.holding import take
from generator.edge.proven import opened, sealed
from generator.edge.scan import MOMENT, Look, Looks, scan

_NOTE, _TOLD = "seen", "told"
WORTH = 2000
"""Looking at fewer files takes less time than a process does to begin."""
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM")
Trees = Mapping[str, str]
"""The folders that decide, each with a name of its own."""


def trees(content: str, themes: str, ours: str, output: str) -> Trees:
    """What people wrote, their themes and ours, and the live site."""
    return {"content": content, "themes": themes, "ours": ours, "output": output}


def look_at(folders: Trees, at: int, known: Mapping[str, str] | None = None) -> dict[str, Any]:
    """How every file of the folders looks, and the digests of those too young `at` that moment.

    `known` are digests by path that need not be worked out.
    """
    looks = {name: scan(folder) for name, folder in folders.items()}
    return {"looks": looks, "doubtful": _doubtful(looks, folders, at, known or {})}


def note(cache: str) -> Any:  # noqa: ANN401 - a plain value, of the shape that `leave` gives it
    """What the last build left; None when nothing can be believed."""
    return _opened(os.path.join(cache, _NOTE))


def told(cache: str, seen: Any) -> dict[str, tuple[str, int]]:  # noqa: ANN401 - what `note` gives
    """What a build without changes says, and its exit code, by how it is asked."""
    found = _opened(os.path.join(cache, _TOLD))
    return found["told"] if found and found["of"] == seen["id"] else {}


def leave(cache: str, value: Mapping[str, Any]) -> None:
    """Leave a note for the next build."""
    _put(os.path.join(cache, _NOTE), value)
    _put(os.path.join(cache, _TOLD), {"of": value["id"], "told": {}})


def settle(cache: str, seen: Any, at: int) -> None:  # noqa: ANN401 - what `note` gives
    """Note that every file held when looked at `at`: most are no longer too young to tell by looks."""
    if any(seen["doubtful"].values()):
        looks = seen["looks"]
        still = {
            name: {path: one for path, one in its.items() if _is_young(looks[name][path], at)}
            for name, its in seen["doubtful"].items()
        }
        if still != seen["doubtful"]:
            _put(os.path.join(cache, _NOTE), {**seen, "doubtful": still})


def tell(cache: str, how: str, said: str, code: int) -> None:
    """Beside the note, what a build without changes says when it is asked like this."""
    path = os.path.join(cache, _TOLD)
    found = _opened(path)
    if found:
        _put(path, {**found, "told": {**found["told"], how: (said, code)}})


def asked(words: Sequence[str], environment: Mapping[str, str], here: str) -> str:
    """All that decides how the same thing is said."""
    surroundings = [environment.get(name, "") for name in _LOCALE]
    return repr(
        (list(words), here, surroundings, sys.argv[0], sys.stderr.isatty(), sys.stderr.encoding)
    )


def _opened(path: str) -> Any:  # noqa: ANN401 - a plain value of any shape
    """What was put there; None when something else stands there."""
    try:
        with open(path, "rb") as file:
            written = file.read()
    except OSError:
        return None
    return opened(written)


def _put(path: str, value: Mapping[str, Any]) -> None:
    """Write it whole or not at all. A disk that is full or closed is no reason to fail."""
    part = path + ".part"
    try:
        with open(part, "wb") as file:
            file.write(sealed(dict(value))[1])
        os.replace(part, path)
    except OSError:
        return


def _doubtful(
    found: Mapping[str, Looks], folders: Trees, at: int, known: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    return {
        name: {
            path: known.get(path) or digest_of(os.path.join(folders[name], path))
            for path, look in looks.items()
            if _is_young(look, at)
        }
        for name, looks in found.items()
    }


def holds(seen: Any, folders: Trees) -> bool:  # noqa: ANN401 - what `note` gives
    """Whether every file is as the note says."""
    for name, folder in folders.items():
        if seen["looks"].get(name) != scan(folder):
            return False
        if altered(seen, name, folder):
            return False
    return True


def altered(seen: Any, name: str, folder: str) -> set[str]:  # noqa: ANN401 - what `note` gives
    """The files of a tree that were too young to tell by looks and hold something else now."""
    return {
        path
        for path, digest in seen["doubtful"].get(name, {}).items()
        if digest_of(os.path.join(folder, path)) != digest
    }


def holds_at_once(seen: Any, folders: Trees) -> bool:  # noqa: ANN401 - what `note` gives
    """The same, the live site by a process of its own: it is the larger half."""
    live = {"output": folders["output"]}
    rest = {name: folder for name, folder in folders.items() if name != "output"}
    is_live = Meanwhile(lambda: holds(seen, live), len(seen["looks"]["output"]))
    is_same = holds(seen, rest)
    return is_live.answer() and is_same


class Meanwhile:
    """A question answered by a process of its own, where one can be copied and there are `files` enough.

    Elsewhere it is answered when somebody wants to know.
    """

    def __init__(self, work: Callable[[], bool], files: int) -> None:
        self._work, self._answer = work, -1
        self._child = 0
        if sys.platform == "linux" and files >= WORTH:
            self._child = os.fork()
            if not self._child:
                try:
                    os._exit(not work())
                finally:
                    os._exit(2)

    def answer(self) -> bool:
        """The answer."""
        if self._answer < 0:
            self._answer = os.waitpid(self._child, 0)[1] == 0 if self._child else self._work()
        return bool(self._answer)

    def close(self) -> None:
        """Wait for the process, if there is one, whatever it has found."""
        if self._child:
            self.answer()


def alone(releases: str, work: Callable[[], bool]) -> bool:
    """Do it while nobody else builds; false when somebody does, or was interrupted when committing."""
    if os.path.lexists(os.path.join(releases, "journal.json")):
        return False
    try:
        file = os.open(os.path.join(releases, "lock"), os.O_RDWR)
    except OSError:
        return False
    try:
        return take(file) and work()
    finally:
        os.close(file)


def _is_young(look: Look, at: int) -> bool:
    return look[2] >= 0 and max(look[:2]) > at - MOMENT


def digest_of(path: str) -> str:
    """The digest of a file's bytes; empty where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return sha256(file.read()).hexdigest()
    except OSError:
        return ""
