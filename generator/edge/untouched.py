"""The note of a build: which program, which order, which day, how every file looked, and what was said.

When all of that is as it was, the next build has nothing to do. So nothing is loaded here that
takes time.
"""

import os
import sys

from generator.edge import noted
from generator.edge.holding import take
from generator.edge.looks import Looks
from generator.edge.proven import opened, sealed

TYPE_CHECKING = False  # `typing` is not loaded where nothing has changed
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

_TOLD = "told"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM")


def note(cache: str) -> "Any":  # noqa: ANN401 - a plain value, of the shape that `leave` gives it
    """What the last build left; None when nothing can be believed."""
    return noted.read(cache)


def told(cache: str, seen: "Any") -> dict[str, tuple[str, int]]:  # noqa: ANN401 - what `note` gives
    """What a build without changes says, and its exit code, by how it is asked."""
    found = _opened(os.path.join(cache, _TOLD))
    return found["told"] if found and found["of"] == seen["id"] else {}


def leave(cache: str, value: "Mapping[str, Any]") -> None:
    """Leave a note for the next build; what was told beside another one is not told of this."""
    noted.write(cache, value)


def settle(cache: str, seen: "Any", at: int) -> None:  # noqa: ANN401 - what `note` gives
    """Note that every file held when looked at `at`: most are no longer too young to tell by looks."""
    still = {
        name: still_doubtful(doubts, Looks(seen["looks"][name]), at)
        for name, doubts in seen["doubtful"].items()
    }
    if still != seen["doubtful"]:
        noted.write(cache, {**seen, "doubtful": still})


def still_doubtful(doubts: "Mapping[str, str]", looks: Looks, at: int) -> dict[str, str]:
    """Those of the files that still cannot be told by looks, when all of them held `at` that moment."""
    young = looks.beside(doubts).young(at)
    return {path: digest for path, digest in doubts.items() if path in young}


def tell(cache: str, how: str, said: str, code: int) -> None:
    """Beside the note, what a build without changes says when it is asked like this."""
    seen = note(cache)
    if seen:
        every = {**told(cache, seen), how: (said, code)}
        _put(os.path.join(cache, _TOLD), {"of": seen["id"], "told": every})


def asked(words: "Sequence[str]", environment: "Mapping[str, str]", here: str) -> str:
    """All that decides how the same thing is said."""
    surroundings = [environment.get(name, "") for name in _LOCALE]
    return repr(
        (list(words), here, surroundings, sys.argv[0], sys.stderr.isatty(), sys.stderr.encoding)
    )


def _opened(path: str) -> "Any":  # noqa: ANN401 - a plain value of any shape
    """What was put there; None when something else stands there."""
    return opened(noted.read_file(path))


def _put(path: str, value: "Mapping[str, Any]") -> None:
    noted.write_file(path, sealed(dict(value))[1])


def altered(doubts: "Mapping[str, str]", folder: str) -> set[str]:
    """The files of a tree, given with their digests, that hold something else now."""
    return {
        path for path, digest in doubts.items() if digest_of(os.path.join(folder, path)) != digest
    }


def hold(releases: str) -> int | None:
    """Let nobody else build until the file is closed; None when somebody does, or was interrupted."""
    try:
        file = os.open(os.path.join(releases, "lock"), os.O_RDWR)
    except OSError:
        return None
    if take(file) and not os.path.lexists(os.path.join(releases, "journal.json")):
        return file
    os.close(file)
    return None


def digest_of(path: str) -> str:
    """The digest of a file's bytes; empty where it cannot be read, or is none: a pipe never ends."""
    from hashlib import sha256  # noqa: PLC0415 - few files are so young

    if not os.path.isfile(path):
        return ""
    try:
        with open(path, "rb") as file:
            return sha256(file.read()).hexdigest()
    except OSError:
        return ""
