"""Regular expressions that are compiled when they are first used: a build needs few of our two hundred.

Compiling one takes as long as a whole page's drawing may: what those are compiled to that a short
build uses can be remembered (`learn`, `codes`). It is the library's own code for its machine, to be
had by no public name; whatever is not as it is known to be is compiled as anywhere else.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, AnyStr

__all__ = ["Codes", "codes", "learn", "pattern"]

Form = tuple[str | bytes, int]
"""A pattern as it is written, and its flags."""
Codes = Mapping[Form, tuple[Any, ...]]
"""What patterns are compiled to, as plain values: a good answer for one version of Python only."""

_LIBRARY: Any = getattr(re, "_compiler", None)
_known: dict[Form, tuple[Any, ...]] = {}
_used: set[Form] = set()


class _Pattern:
    """What a compiled pattern can do, each ability taken from it when it is first wanted."""

    def __init__(self, form: str | bytes, flags: int) -> None:
        self._form, self._flags = form, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        found = getattr(_compiled((self._form, self._flags)), name)
        setattr(self, name, found)
        return found

    def __reduce__(self) -> Any:  # noqa: ANN401 - as in pickle
        return _Pattern, (self._form, self._flags)


def learn(known: Codes) -> None:
    """Take these codes for their patterns from now on; they have to be those of this Python."""
    _known.update(known)


def codes() -> Codes:
    """The codes of all patterns that were used so far, as far as they can be told."""
    for one in _used - _known.keys():
        code = _code_of(one)
        if code:
            _known[one] = code
    return {one: _known[one] for one in _used if one in _known}


def _compiled(one: Form) -> Any:  # noqa: ANN401 - a pattern of text or of bytes
    known = _known.get(one)
    found: Any = _made(one[0], known) if known else re.compile(*one)
    _used.add(one)
    return found


def _code_of(one: Form) -> tuple[Any, ...]:
    """What a pattern is compiled to; nothing where it does not make the very same pattern again."""
    form, flags = one
    usual = re.compile(form, flags)
    try:
        parsed = _LIBRARY._parser.parse(form, flags)  # noqa: SLF001 - what comes of it is tried out
        code = _LIBRARY._code(parsed, flags)  # noqa: SLF001
        names = {number: name for name, number in usual.groupindex.items()}
        named = tuple(names.get(number) for number in range(usual.groups + 1))
        found = usual.flags, [*map(int, code)], usual.groups, dict(usual.groupindex), named
        again = _made(form, found)
    except (AttributeError, KeyError, OverflowError, RuntimeError, TypeError, ValueError):
        return ()
    return found if again == usual and again.groupindex == usual.groupindex else ()


def _made(form: str | bytes, code: tuple[Any, ...]) -> Any:  # noqa: ANN401 - a pattern of text or of bytes
    return _LIBRARY._sre.compile(form, *code)  # noqa: SLF001 - where none of our codes is, nobody asks


if TYPE_CHECKING:

    def pattern(form: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """The pattern as `re.compile` gives it, but compiled when it is first used."""

else:

    def pattern(form, flags=0):  # noqa: ANN001, ANN201 - told to type checkers above
        """The pattern as `re.compile` gives it, but compiled when it is first used."""
        return _Pattern(form, int(flags))
