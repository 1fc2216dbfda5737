"""Dataclasses as the library makes them, at a tenth of what they cost a start.

The library looks at every field and writes and compiles every method when a class is declared: a
third of a millisecond for each of two hundred classes, of which a build may use a few. Here a class
gets its slots and methods from functions that need no writing. `__init__` is written for a class of
which many values are made, and the library is asked about fields when somebody asks it. What fields
may say here is a default, a factory, and to be named.
"""

import dataclasses
import functools
import inspect
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, field
from operator import attrgetter, ge, gt, le, lt
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

__all__ = ["dataclass", "field", "field_names", "field_types", "replace"]
T = TypeVar("T")
Slots = tuple[tuple[str, Callable[[object, object], None]], ...]
"""The names of fields, each with what puts a value into its slot."""
_ABSENT = object()
"""In place of a value that a factory makes."""
_FIELDS = "__dataclass_fields__"
"""Where the library looks for the fields of a class."""
MANY = 100
"""To write an `__init__` takes as long as so many values take longer without it."""
_FEW = 3
"""Fields for which another class for a moment is not worth it."""


class _Fields:
    """What fields a class has: `given` are their defaults by name, or all that they say.

    Those `above` are of its bases. The library has its own way to tell, and is asked by who wants that.
    """

    def __init__(self, kind: type) -> None:
        self._name = kind.__name__
        self.types: dict[str, Any] = {}
        self.above: dict[str, Any] = {}
        for base in kind.__mro__[:0:-1]:
            its = base.__dict__.get(_FIELDS)
            if its:
                self.types |= its.types
                self.above |= its.given
        own = inspect.get_annotations(kind)
        self.types |= own
        self.given = self.above | {name: kind.__dict__.get(name, MISSING) for name in own}
        self.named = {name for name, one in self.given.items() if _is_named(one)}
        self.placed = tuple(name for name in self.given if name not in self.named)

    @functools.cached_property
    def told(self) -> Any:  # noqa: ANN401 - a dictionary of the library's
        """What the library tells of them."""
        every = [
            (name, kind, *(() if self.given[name] is MISSING else (self.given[name],)))
            for name, kind in self.types.items()
        ]
        said = {"__doc__": self._name}  # it would be the signature, which takes its time
        its: Any = dataclasses.make_dataclass(
            self._name, every, namespace=said, init=False, repr=False, eq=False
        )
        return its.__dataclass_fields__

    def __get__(self, value: object, kind: type) -> Any:  # noqa: ANN401 - a dictionary of the library's
        """The same, where the library looks for it."""
        return self.told


def _is_named(said: object) -> bool:
    """Whether a field says that its value must be given by name."""
    return isinstance(said, Field) and said.kw_only is True


def _dataclass(
    *, slots: bool, frozen: bool = False, order: bool = False
) -> Callable[[type[T]], type[T]]:
    """What the library's decorator of this name does; every class has slots."""
    assert slots

    def declared(kind: type[T]) -> type[T]:
        fields = _Fields(kind)
        made, values = _slotted(kind, fields), _values((*fields.given,))
        methods = {**_every(made, fields, values), **(_frozen(fields, values) if frozen else {})}
        methods |= _ordered(values) if order else {}
        for name, method in methods.items():
            if name not in kind.__dict__:
                setattr(made, name, method)
        return made

    return declared


def _slotted(kind: type[T], fields: _Fields) -> type[T]:
    """The class made anew, with a slot for each of its own fields: bases have those of theirs."""
    aside = {*fields.given, "__dict__", "__weakref__"}
    inside = {name: one for name, one in kind.__dict__.items() if name not in aside}
    inside |= {
        "__qualname__": kind.__qualname__,
        "__slots__": tuple(name for name in fields.given if name not in fields.above),
        "__match_args__": fields.placed,
        _FIELDS: fields,
    }
    anew: Any = type(kind)
    made: type[T] = anew(kind.__name__, kind.__bases__, inside)
    return made


def _fields(kind: type) -> Any:  # noqa: ANN401 - ours, a dictionary of the library's, or None
    """What is known of a class's fields; the library is not asked."""
    every = (one.__dict__[_FIELDS] for one in kind.__mro__ if _FIELDS in one.__dict__)
    return next(every, None)


def field_names(kind: type) -> tuple[str, ...]:
    """The names of a class's fields in their order; of what is no dataclass, none."""
    found = _fields(kind)
    return (*(found.given if isinstance(found, _Fields) else found or ()),)


def field_types(kind: object) -> dict[str, Any] | None:
    """The types of a class's fields by their names, in their order; None for what is no class of ours."""
    found = _fields(kind) if isinstance(kind, type) else None
    return found.types if isinstance(found, _Fields) else None


@functools.cache
def _slots(kind: type) -> Slots:
    """Those of a class."""
    return tuple((name, getattr(kind, name).__set__) for name in field_names(kind))


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

Values = Callable[[Any], tuple[Any, ...]]


def _values(names: tuple[str, ...]) -> Values:
    """How to take all values of these names from an object."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _every(kind: type, fields: _Fields, values: Values) -> dict[str, Any]:
    """What a value of any such class can do."""
    count = 0

    def init(self: object, *given: object, **named: object) -> None:
        """Fill the slots; after many, or where that cannot be, write the real one, and be it."""
        nonlocal count
        count += 1
        if count > MANY or not _filled(self, fields, _slots(kind), given, named):
            kind.__init__ = written = _init(kind)  # type: ignore[misc]
            written(self, *given, **named)

    def equals(self: object, other: object) -> bool:
        return (
            values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented
        )

    def shown(self: object) -> str:
        told = (f"{name}={value!r}" for name, value in zip(fields.given, values(self), strict=True))
        return f"{self.__class__.__qualname__}({', '.join(told)})"

    return {"__init__": init, "__eq__": equals, "__repr__": shown, "__hash__": None}


def _frozen(fields: _Fields, values: Values) -> dict[str, Any]:
    """What a value can do besides, or cannot, when it never changes."""

    def reduce(self: object) -> tuple[Any, ...]:
        # as a call with its values: an empty value and a state take half as long again to pickle
        made = self.__class__
        return (_restored, (made, values(self))) if fields.named else (made, values(self))

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


def _ordered(values: Values) -> dict[str, Any]:
    """How values stand in order: as their fields do, the first one before the others."""

    def by(compare: Callable[[Any, Any], Any]) -> Callable[[object, object], Any]:
        def compared(self: object, other: object) -> Any:  # noqa: ANN401 - or NotImplemented
            if other.__class__ is not self.__class__:
                return NotImplemented
            return compare(values(self), values(other))

        return compared

    return {f"__{one.__name__}__": by(one) for one in (lt, le, gt, ge)}


def _filled(
    made: object, fields: _Fields, slots: Slots, given: tuple[object, ...], named: dict[str, object]
) -> bool:
    """Put every value into its slot; false where one is missing, or given twice, or to nobody."""
    if len(given) == len(slots) == len(fields.placed):  # as what was kept is brought back
        for (_, put), value in zip(slots, given, strict=True):
            put(made, value)
        return not named
    values = dict(zip(fields.placed, given, strict=False)) | named
    if len(values) < len(given) + len(named):
        return False
    for name, put in slots:
        value = values.pop(name) if name in values else _default(fields.given[name])
        if value is MISSING:
            return False
        put(made, value)
    return not values


def _default(said: Any) -> Any:  # noqa: ANN401 - any value
    """The value of a field that says this, where none is given; MISSING where there must be one."""
    if not isinstance(said, Field):
        return said
    return said.default if said.default_factory is MISSING else said.default_factory()


def _init(kind: type) -> Callable[..., None]:
    """`__init__` of a class, written: each value goes straight into its slot."""
    space: dict[str, Any] = {"_absent": _ABSENT}
    places: list[str] = []
    named: list[str] = []
    body: list[tuple[str, str]] = []
    for name in field_names(kind):
        said = _fields(kind).given[name]
        value, default = name, ""
        if isinstance(said, Field) and said.default_factory is not MISSING:
            space[f"_make_{name}"], default = said.default_factory, "=_absent"
            value = f"_make_{name}() if {name} is _absent else {name}"
        elif _default(said) is not MISSING:
            space[f"_default_{name}"], default = _default(said), f"=_default_{name}"
        (named if _is_named(said) else places).append(f"{name}{default}")
        body.append((name, value))
    head = ", ".join(("self", *places, *(("*", *named) if named else ())))
    lines = "\n ".join(("pass", *_stores(kind, body, space)))
    exec(f"def __init__({head}):\n {lines}", space)  # noqa: S102 - names of our own fields
    init: Callable[..., None] = space["__init__"]
    init.__qualname__ = f"{kind.__qualname__}.__init__"
    return init


def _stores(
    kind: Any,  # noqa: ANN401 - any class
    values: list[tuple[str, str]],
    space: dict[str, Any],
) -> Iterator[str]:
    """The lines that put values into the slots of their names.

    To store by name takes a tenth of what a slot's setter takes, and a value that never changes
    refuses it. One of many fields is of a class that refuses nothing until it is filled.
    """
    is_frozen = kind.__setattr__ is _refuse
    if is_frozen and len(values) <= _FEW:
        space |= {f"_set_{name}": put for name, put in _slots(kind)}
        yield from (f"_set_{name}(self, {value})" for name, value in values)
        return
    if is_frozen:
        inside = {"__slots__": kind.__slots__, "__setattr__": object.__setattr__}
        if "__orig_bases__" in kind.__dict__:  # without them no class may stand on `Generic`
            inside["__orig_bases__"] = kind.__orig_bases__
        space["_become"] = object.__dict__["__class__"].__set__
        space["_open"] = type(kind)(kind.__name__, kind.__bases__, inside)
        yield "_kind = self.__class__"
        yield "_become(self, _open)"
    yield from (f"self.{name} = {value}" for name, value in values)
    if is_frozen:
        yield "self.__class__ = _kind"
