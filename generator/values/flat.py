"""Values of dataclasses as plain tuples, and back: a value of forty parts in ten microseconds.

`pickle` asks each part of a value for its class and its state; here that is known from the types
that the fields declare, and written down once as a single expression. What comes of it is plain:
`marshal` writes it, and refuses anything that is not what its field declares.
"""

import functools
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import count
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin

from generator.values.dataclass import field_types

_PLAIN = {str, int, bool}
_TOLD = {date: ("{}.toordinal()", date.fromordinal), Decimal: ("str({})", Decimal)}
"""What is no class of ours: how it is told in plain, and what makes it again of that."""
Plain = tuple[Any, ...]
"""Texts, numbers, truths, and tuples or lists of them."""
Space = dict[str, Any]
"""The names that an expression uses."""


@functools.cache
def flat(kind: type[Any], apart: str = "") -> Callable[[Any], Plain]:
    """What makes a plain tuple of a value of that class; the field `apart` is left out."""
    space: Space = {}
    told = _parts(kind, "v", space, apart)
    exec(f"def made(v): return {told}", space)  # noqa: S102 - names of our own fields
    made: Callable[[Any], Plain] = space["made"]
    return made


@functools.cache
def whole(kind: type[Any], apart: str = "") -> Callable[..., Any]:
    """What makes the value again of that tuple, and of what belongs into the field `apart`."""
    space: Space = {"_kind": kind}
    given = _given(kind, "p", space, apart)
    exec(f"def made(p, {apart or '_'}=None): return _kind({given})", space)  # noqa: S102 - the same
    made: Callable[..., Any] = space["made"]
    return made


def _types(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - any class
    """The types of a class's fields by their names."""
    types = field_types(kind)
    if types is None or kind.__subclasses__():  # whose fields would be lost
        raise TypeError(kind)
    return types


def _parts(kind: Any, said: str, space: Space, apart: str = "") -> str:  # noqa: ANN401 - any class
    """The expression that makes a tuple of the fields of what `said` gives, without the one `apart`."""
    types = _types(kind).items()
    told = (_flat(one, f"{said}.{name}", space) for name, one in types if name != apart)
    return f"({''.join(f'{one},' for one in told)})"


def _flat(kind: Any, said: str, space: Space) -> str:  # noqa: ANN401 - a type of any form
    """The expression that makes what `said` gives, which is of that type, plain.

    `space` gets the classes that it names, as does that of the other way.
    """
    if _is_plain(kind):
        return said
    if kind in _TOLD:
        return _TOLD[kind][0].format(said)
    if field_types(kind) is not None:
        return _parts(kind, said, space)
    if isinstance(kind, UnionType):
        return _flat_either(kind, said, space)
    if get_origin(kind) is tuple:
        return f"[{_flat(_each(kind), 'x', space)} for x in {said}]"
    if _is_text(kind):
        return f"str({said})"
    raise TypeError(kind)


def _flat_either(kind: UnionType, said: str, space: Space) -> str:
    """The same for what may be nothing, or of one of several classes: its number stands before it."""
    classes = _classes(kind)
    told = [_flat(one, said, space) for one in classes]
    if len(classes) == 1:
        return f"(None if {said} is None else {told[0]})"
    cases = "".join(
        f"({number}, {it}) if {said}.__class__ is {_named(one, space)} else "
        for number, (one, it) in enumerate(zip(classes, told, strict=True))
    )
    return f"({cases}{said})"


def _whole(kind: Any, said: str, space: Space) -> str:  # noqa: ANN401 - a type of any form
    """The expression that makes it again."""
    if _is_plain(kind):
        return said
    if kind in _TOLD:
        space[kind.__name__] = _TOLD[kind][1]
        return f"{kind.__name__}({said})"
    if isinstance(kind, UnionType):
        return _whole_either(kind, said, space)
    if get_origin(kind) is tuple:
        return f"tuple([{_whole(_each(kind), 'x', space)} for x in {said}])"
    given = said if _is_text(kind) else _given(kind, said, space)
    return f"{_named(kind, space)}({given})"


def _whole_either(kind: UnionType, said: str, space: Space) -> str:
    """The same for what may be nothing, or of one of several classes."""
    classes = _classes(kind)
    if len(classes) == 1:
        return f"(None if {said} is None else {_whole(classes[0], said, space)})"
    cases = "".join(
        f"{_whole(one, f'{said}[1]', space)} if {said}[0] == {number} else "
        for number, one in enumerate(classes)
    )
    return f"(None if {said} is None else {cases}None)"


def _given(kind: Any, said: str, space: Space, apart: str = "") -> str:  # noqa: ANN401 - any class
    """What the class is called with; what belongs into the field `apart` has that name."""
    types = _types(kind)
    if tuple(types) == kind.__match_args__ and all(map(_is_plain, types.values())):
        return f"*{said}"
    numbers, placed, named = count(), [], []
    for name, one in types.items():
        it = apart if name == apart else _whole(one, f"{said}[{next(numbers)}]", space)
        if name in kind.__match_args__:
            placed.append(it)
        else:
            named.append(f"{name}={it}")
    return ", ".join((*placed, *named))


def _named(kind: Any, space: Space) -> str:  # noqa: ANN401 - any class
    """What an expression calls the class."""
    name = f"_{kind.__name__}"
    if space.setdefault(name, kind) is not kind:
        raise TypeError(kind)
    return name


def _is_plain(kind: Any) -> bool:  # noqa: ANN401 - a type of any form
    """Whether a value of the type is plain as it is."""
    if get_origin(kind) is tuple:
        return all(_is_plain(one) for one in get_args(kind) if one is not Ellipsis)
    return kind in _PLAIN or get_origin(kind) is Literal


def _is_text(kind: Any) -> bool:  # noqa: ANN401 - a type of any form
    """Whether it is a text that is more than a text."""
    return isinstance(kind, type) and issubclass(kind, str)


def _classes(kind: UnionType) -> list[Any]:
    """What something is that may be nothing; several must be classes with fields, to be told apart."""
    found = [one for one in get_args(kind) if one is not NoneType]
    if len(found) > 1 and any(field_types(one) is None for one in found):
        raise TypeError(kind)
    return found


def _each(kind: Any) -> Any:  # noqa: ANN401 - a type of any form
    """What a tuple is of that may have any length."""
    first, more = get_args(kind)
    if more is not Ellipsis:
        raise TypeError(kind)
    return first
