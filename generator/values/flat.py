"""Values of dataclasses as plain tuples, and back: a value of forty parts in ten microseconds.

`pickle` asks each part of a value for its class and its state; here that is known from the types
that the fields declare, and written down once as a single expression. What comes of it is plain:
`marshal` writes it, and refuses anything that is not what its field declares.
"""

import dataclasses
import functools
from collections.abc import Callable
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin

_PLAIN = {str, int, bool}
Plain = tuple[Any, ...]
"""Texts, numbers, truths, and tuples or lists of them."""


@functools.cache
def flat(kind: type[Any], apart: str = "") -> Callable[[Any], Plain]:
    """What makes a plain tuple of a value of that class; the field `apart` is left out."""
    space: dict[str, Any] = {}
    parts = "".join(_flat(one.type, f"v.{one.name}") + "," for one in _fields(kind, apart))
    exec(f"def made(v): return ({parts})", space)  # noqa: S102 - names of our own fields
    made: Callable[[Any], Plain] = space["made"]
    return made


@functools.cache
def whole(kind: type[Any], apart: str = "") -> Callable[..., Any]:
    """What makes the value again of that tuple, and of what belongs into the field `apart`."""
    space: dict[str, Any] = {}
    given = [_whole(one.type, f"p[{n}]", space) for n, one in enumerate(_fields(kind, apart))]
    named = [f"{one.name}={it}" for one, it in zip(_fields(kind, apart), given, strict=True)]
    named += [f"{apart}=apart"] if apart else []
    space["_kind"] = kind
    exec(f"def made(p, apart=None): return _kind({', '.join(named)})", space)  # noqa: S102 - the same
    made: Callable[..., Any] = space["made"]
    return made


def _fields(kind: Any, apart: str = "") -> list[dataclasses.Field[Any]]:  # noqa: ANN401 - any class
    if kind.__subclasses__():  # whose fields would be lost
        raise TypeError(kind)
    return [one for one in dataclasses.fields(kind) if one.name != apart]


def _flat(kind: Any, said: str) -> str:  # noqa: ANN401 - a type of any form
    """The expression that makes what `said` gives, which is of that type, plain."""
    if _is_plain(kind):
        return said
    if dataclasses.is_dataclass(kind):
        return f"({''.join(_flat(one.type, f'{said}.{one.name}') + ',' for one in _fields(kind))})"
    if isinstance(kind, UnionType):
        return f"(None if {said} is None else {_flat(_other_than_none(kind), said)})"
    if get_origin(kind) is tuple:
        return f"[{_flat(_each(kind), 'x')} for x in {said}]"
    if _is_text(kind):
        return f"str({said})"
    raise TypeError(kind)


def _whole(kind: Any, said: str, space: dict[str, Any]) -> str:  # noqa: ANN401 - a type of any form
    """The expression that makes it again; `space` gets the classes that it names."""
    if _is_plain(kind):
        return said
    if isinstance(kind, UnionType):
        other = _whole(_other_than_none(kind), said, space)
        return f"(None if {said} is None else {other})"
    if get_origin(kind) is tuple:
        return f"tuple([{_whole(_each(kind), 'x', space)} for x in {said}])"
    name = f"_{kind.__name__}"
    if space.setdefault(name, kind) is not kind:
        raise TypeError(kind)
    if _is_text(kind):
        return f"{name}({said})"
    fields = _fields(kind)
    if all(_is_plain(one.type) and not one.kw_only for one in fields):
        return f"{name}(*{said})"
    named = (
        f"{one.name}={_whole(one.type, f'{said}[{n}]', space)}" for n, one in enumerate(fields)
    )
    return f"{name}({', '.join(named)})"


def _is_plain(kind: Any) -> bool:  # noqa: ANN401 - a type of any form
    """Whether a value of the type is plain as it is."""
    if get_origin(kind) is tuple:
        return all(_is_plain(one) for one in get_args(kind) if one is not Ellipsis)
    return kind in _PLAIN or get_origin(kind) is Literal


def _is_text(kind: Any) -> bool:  # noqa: ANN401 - a type of any form
    """Whether it is a text that is more than a text."""
    return isinstance(kind, type) and issubclass(kind, str)


def _other_than_none(kind: UnionType) -> Any:  # noqa: ANN401 - a type of any form
    """What something is that may be nothing."""
    first, second = get_args(kind)
    if second is not NoneType:
        raise TypeError(kind)
    return first


def _each(kind: Any) -> Any:  # noqa: ANN401 - a type of any form
    """What a tuple is of that may have any length."""
    first, more = get_args(kind)
    if more is not Ellipsis:
        raise TypeError(kind)
    return first
