"""Where the program begins: when nothing has changed since the last build, this is also where it ends.

So nothing is loaded here that such a build can do without. Whatever is not quite usual goes the
whole way through `generator.cli.main`.
"""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SWITCHES = frozenset({"build"})
_VALUES = frozenset({"--site", "--output", "--jobs", "--lang"})
"""What may be asked for on the short way; anything else has more to say or to do."""


def run() -> None:
    """The program: ends the process with its exit code."""
    code = unchanged(sys.argv[1:], os.environ, os.getcwd())
    if code is not None:
        sys.exit(code)
    from generator.cli.main import run as run_whole

    try:
        run_whole()
    except SystemExit as end:
        if isinstance(end.code, int):
            from generator.edge.stream import end_at_once

            end_at_once(end.code)
        raise


def unchanged(words: "Sequence[str]", environment: "Mapping[str, str]", here: str) -> int | None:
    """Say what the last build said and give its exit code; None when that is not known to be true."""
    options = _plain(words)
    if options is None or sys.stderr is None:
        return None
    from generator.edge import clock, untouched
    from generator.edge.ourselves import version
    from generator.edge.places import HOME, places

    content, themes, output, releases, cache = places(
        options.get("--site", "content"), options.get("--output"), here
    )
    seen = untouched.note(cache)
    if not seen or seen["version"] != version() or seen["asked"] != ("", False):
        return None
    told = untouched.told(cache, seen).get(untouched.asked(words, environment, here))
    if not told:
        return None
    if seen["zone"] and clock.day_in(seen["zone"]) != seen["day"]:
        return None
    folders = untouched.trees(content, themes, f"{HOME}/themes", output)
    at = clock.instant()
    if not untouched.alone(releases, lambda: untouched.holds_at_once(seen, folders)):
        return None
    untouched.settle(cache, seen, at)
    text, code = told
    sys.stderr.write(text + "\n")
    return int(code)


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
