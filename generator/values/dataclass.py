"""Dataclasses as the library makes them, at a tenth of what they cost a start.

The library writes and compiles every method when a class is declared: a third of a millisecond for
each of two hundred classes, of which a build may use a few. Here a class gets its fields and slots
from the library, and its methods from functions that need no writing; only `__init__` is written,
when the first value is made. What fields may say here is a default, a factory, and to be named.
"""

import dataclasses
import functools
from collections.abc import Callable
from dataclasses import field
from operator import attrgetter, ge, gt, le, lt
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

__all__ = ["dataclass", "field", "replace"]
T = TypeVar("T")
_ABSENT = object()
"""In place of a value that a factory makes."""
_bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)


def _dataclass(
    *, slots: bool, frozen: bool = False, order: bool = False
) -> Callable[[type[T]], type[T]]:
    """What the library's decorator of this name does; every class has slots."""
    assert slots

    def declared(kind: type[T]) -> type[T]:
        made = _bare(kind)
        names = tuple(one.name for one in dataclasses.fields(made))  # type: ignore[arg-type]
        methods = {**_every(made, names), **(_frozen(made, names) if frozen else {})}
        methods |= _ordered(names) if order else {}
        for name, method in methods.items():
            if name not in kind.__dict__:
                setattr(made, name, method)
        return made

    return declared


@functools.cache
def _slots(kind: type) -> tuple[tuple[str, Callable[[object, object], None]], ...]:
    """The names of a class's fields, each with what puts a value into its slot."""
    return tuple((one.name, getattr(kind, one.name).__set__) for one in dataclasses.fields(kind))


def _replace(value: T, /, **changes: object) -> T:
    """What the library's function of this name does: a copy of the value with some fields changed."""
    kind: Any = value.__class__
    made: T = object.__new__(kind)
    for name, put in _slots(kind):
        put(made, changes.pop(name) if name in changes else getattr(value, name))
    if changes:
        raise TypeError(f"{kind.__name__} has no field {next(iter(changes))!r}")
    return made


if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:
    dataclass, replace = _dataclass, _replace


def _values(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """How to take all values of these names from an object."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _every(kind: type, names: tuple[str, ...]) -> dict[str, Any]:
    """What a value of any such class can do."""
    values = _values(names)

    def init(self: object, *given: object, **named: object) -> None:
        """Write the real one, and be it."""
        kind.__init__ = written = _init(kind)  # type: ignore[misc]
        written(self, *given, **named)

    def equals(self: object, other: object) -> bool:
        return (
            values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented
        )

    def shown(self: object) -> str:
        told = (f"{name}={value!r}" for name, value in zip(names, values(self), strict=True))
        return f"{self.__class__.__qualname__}({', '.join(told)})"

    return {"__init__": init, "__eq__": equals, "__repr__": shown, "__hash__": None}


def _frozen(kind: type, names: tuple[str, ...]) -> dict[str, Any]:
    """What a value can do besides, or cannot, when it never changes."""
    values = _values(names)
    has_named = any(one.kw_only for one in dataclasses.fields(kind))

    def reduce(self: object) -> tuple[Any, ...]:
        # as a call with its values: an empty value and a state take half as long again to pickle
        made = self.__class__
        return (_restored, (made, values(self))) if has_named else (made, values(self))

    def digest(self: object) -> int:
        return hash(values(self))

    return {
        "__hash__": digest,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__reduce__": reduce,
    }


def _restored(kind: Any, values: tuple[Any, ...]) -> object:  # noqa: ANN401 - any class of ours
    """A value of a class with fields that must be named."""
    made: object = object.__new__(kind)
    for (_, put), value in zip(_slots(kind), values, strict=True):
        put(made, value)
    return made


def _refuse(self: object, name: str, value: object = None) -> NoReturn:
    """A value never changes."""
    del value
    raise dataclasses.FrozenInstanceError(f"{name!r} of {self.__class__.__name__} never changes")


def _ordered(names: tuple[str, ...]) -> dict[str, Any]:
    """How values stand in order: as their fields do, the first one before the others."""
    values = _values(names)

    def by(compare: Callable[[Any, Any], Any]) -> Callable[[object, object], Any]:
        def compared(self: object, other: object) -> Any:  # noqa: ANN401 - or NotImplemented
            if other.__class__ is not self.__class__:
                return NotImplemented
            return compare(values(self), values(other))

        return compared

    return {f"__{one.__name__}__": by(one) for one in (lt, le, gt, ge)}


def _init(kind: type) -> Callable[..., None]:
    """`__init__` of a class, written: each value goes straight into its slot."""
    space: dict[str, Any] = {"_absent": _ABSENT}
    places: list[str] = []
    named: list[str] = []
    body = ["pass"]
    for one in dataclasses.fields(kind):
        name, value, default = one.name, one.name, ""
        space[f"_set_{name}"] = getattr(kind, name).__set__
        if one.default is not dataclasses.MISSING:
            space[f"_default_{name}"], default = one.default, f"=_default_{name}"
        elif one.default_factory is not dataclasses.MISSING:
            space[f"_make_{name}"], default = one.default_factory, "=_absent"
            value = f"_make_{name}() if {name} is _absent else {name}"
        (named if one.kw_only else places).append(f"{name}{default}")
        body.append(f"_set_{name}(self, {value})")
    head = ", ".join(("self", *places, *(("*", *named) if named else ())))
    exec(f"def __init__({head}):\n " + "\n ".join(body), space)  # noqa: S102 - names of our own fields
    init: Callable[..., None] = space["__init__"]
    init.__qualname__ = f"{kind.__qualname__}.__init__"
    return init
