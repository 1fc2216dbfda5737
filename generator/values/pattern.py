"""Regular expressions that are declared where they belong, and compiled when somebody first asks them.

A start declares two hundred of them and asks a few. What was asked once stands on the pattern
itself, so that it costs no more than the library's own from then on.
"""

import re
from typing import Any, cast


class _Pattern:
    """A pattern by its text; it becomes the library's one way of asking at a time."""

    def __init__(self, text: str, flags: int) -> None:
        self._said = text, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern can do
        found = getattr(re.compile(*self._said), name)
        setattr(self, name, found)
        return found


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of a text, compiled when it is used; a text that is no pattern fails only then."""
    return cast("re.Pattern[str]", _Pattern(text, flags))
