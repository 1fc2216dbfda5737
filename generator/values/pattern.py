"""Regular expressions that are compiled when they are first used: a build needs few of our two hundred."""

import re
from typing import TYPE_CHECKING, Any, AnyStr

__all__ = ["pattern"]


class _Pattern:
    """What a compiled pattern can do, each ability taken from it when it is first wanted."""

    def __init__(self, form: str | bytes, flags: int) -> None:
        self._form, self._flags = form, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        found = getattr(re.compile(self._form, self._flags), name)
        setattr(self, name, found)
        return found

    def __reduce__(self) -> Any:  # noqa: ANN401 - as in pickle
        return _Pattern, (self._form, self._flags)


if TYPE_CHECKING:

    def pattern(form: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """The pattern as `re.compile` gives it, but compiled when it is first used."""

else:

    def pattern(form, flags=0):  # noqa: ANN001, ANN201 - told to type checkers above
        """The pattern as `re.compile` gives it, but compiled when it is first used."""
        return _Pattern(form, int(flags))
