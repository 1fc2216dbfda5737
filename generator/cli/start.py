"""Where the program begins: when nothing has changed since the last build, this is also where it ends.

So nothing is loaded here that such a build can do without. Whatever is not quite usual goes the
whole way through `generator.cli.main`; what was found out on the way here goes along.
"""

import os
import sys

from generator.edge.stream import end_at_once

TYPE_CHECKING = False  # `typing` is not loaded where nothing has changed
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.edge.survey import Begun

_SWITCHES = frozenset({"build"})
_VALUES = frozenset({"--site", "--output", "--jobs", "--lang"})
"""What may be asked for on the short way; anything else has more to say or to do."""


def run() -> None:
    """The program: ends the process with its exit code."""
    begun = _begin(sys.argv[1:], os.environ, os.getcwd())
    if begun and begun.is_done():
        text, code = begun.told
        sys.stderr.write(text + "\n")
        end_at_once(code)
    from generator.edge.sweep import spare_the_old

    spare_the_old()  # before anything is loaded: that grows old, too
    from generator.cli.main import run as run_whole

    try:
        run_whole(begun)
    except SystemExit as end:
        if isinstance(end.code, int):
            end_at_once(end.code)
        raise


def _begin(words: "Sequence[str]", environment: "Mapping[str, str]", here: str) -> "Begun | None":
    """A build that may have nothing to do; None where it is not known what it would say."""
    options = _plain(words)
    if options is None or sys.stderr is None:
        return None
    from generator.edge.places import places
    from generator.edge.survey import begin
    from generator.edge.untouched import asked

    stand = places(options.get("--site", "content"), options.get("--output"), here)
    return begin(stand, asked(words, environment, here))


def _plain(words: "Sequence[str]") -> dict[str, str] | None:
    """The options of a build that asks for nothing unusual; else None."""
    options: dict[str, str] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word in _VALUES and rest and word not in options:
            options[word] = rest.pop(0)
        elif word not in _SWITCHES or len(rest) + 1 != len(words):
            return None
    return options
