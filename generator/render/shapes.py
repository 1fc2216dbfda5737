"""What the names of a template stand for: shapes, worked out from the types of the contract."""

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Literal

from generator.plan.pages import Page
from generator.values.dataclass import dataclass
from generator.values.html import Html


@dataclass(frozen=True, slots=True)
class Plain:
    """A text, a number, a yes or no, our own HTML, or nothing at all."""

    name: Literal["text", "number", "flag", "html", "none"]


@dataclass(frozen=True, slots=True)
class Record:
    """A value of the contract, by the name of its class."""

    name: str


@dataclass(frozen=True, slots=True)
class Many:
    """A list of values of one shape."""

    member: "Shape"


@dataclass(frozen=True, slots=True)
class Row:
    """So many values side by side, each of its own shape."""

    parts: "tuple[Shape, ...]"


@dataclass(frozen=True, slots=True)
class Maybe:
    """A value, or nothing."""

    of: "Shape"


@dataclass(frozen=True, slots=True)
class Keys:
    """Texts by name: `words`, `assets`."""

    name: Literal["words", "assets"]


@dataclass(frozen=True, slots=True)
class Module:
    """An imported template; `given` is whether it sees what the importing one sees."""

    path: str
    given: bool


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro of the template at `path`."""

    path: str
    name: str
    given: bool


@dataclass(frozen=True, slots=True)
class Loop:
    """The `loop` of a `for` over values of this shape."""

    member: "Shape"


@dataclass(frozen=True, slots=True)
class Block:
    """A block that can be called, by `super()` or `self.name()`; level 0 is the child's."""

    name: str
    level: int


@dataclass(frozen=True, slots=True)
class Special:
    """`self`, which has the page's blocks, and the `caller` of a macro."""

    name: Literal["self", "caller"]


@dataclass(frozen=True, slots=True)
class Method:
    """What a text can be asked to do, and what comes of it."""

    result: "Shape"


@dataclass(frozen=True, slots=True)
class Unsure:
    """What cannot be told; it is said where something is asked of it."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What has been told already; nothing more is said of it."""


Shape = (
    Plain
    | Record
    | Many
    | Row
    | Maybe
    | Keys
    | Module
    | Macro
    | Loop
    | Block
    | Special
    | Method
    | Unsure
    | Wrong
)
Contract = Mapping[str, Mapping[str, Shape]]
"""The fields of every class of the contract, by the names of both."""
TEXT, NUMBER, FLAG, NONE = Plain("text"), Plain("number"), Plain("flag"), Plain("none")
_LEAVES: Mapping[object, Shape] = {
    str: TEXT,
    int: NUMBER,
    bool: FLAG,
    type(None): NONE,
    Html: Plain("html"),
}
METHODS: Mapping[str, Shape] = {
    **dict.fromkeys(
        "upper lower strip lstrip rstrip replace removeprefix removesuffix".split(), Method(TEXT)
    ),
    **dict.fromkeys(("startswith", "endswith", "isdigit"), Method(FLAG)),
    **dict.fromkeys(("split", "splitlines"), Method(Many(TEXT))),
}
"""What a text can be asked to do."""


def contract() -> dict[str, dict[str, Shape]]:
    """Every class that a page is made of, with its fields."""
    found: dict[str, dict[str, Shape]] = {}
    for page in typing.get_args(Page):
        _add(page, found)
    return found


def _add(kind: type, found: dict[str, dict[str, Shape]]) -> None:
    if kind.__name__ in found:
        return
    found[kind.__name__] = {}
    hints = typing.get_type_hints(kind)
    for one in fields(kind):
        found[kind.__name__][one.name] = _shape(hints[one.name], found)


def _shape(hint: object, found: dict[str, dict[str, Shape]]) -> Shape:
    """The shape of a field's type; the classes that it holds are added to those found."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        shapes = [_shape(one, found) for one in inner if one is not type(None)]
        whole = joined(*shapes)
        return Maybe(whole) if type(None) in inner else whole
    if origin is Literal:
        return joined(*(_LEAVES[type(one)] for one in inner))
    if origin is tuple and inner[-1] is Ellipsis:
        return Many(_shape(inner[0], found))
    if origin is tuple:
        return Row(tuple(_shape(one, found) for one in inner))
    if isinstance(hint, type) and is_dataclass(hint):
        _add(hint, found)
        return Record(hint.__name__)
    return _LEAVES.get(hint, Unsure())


def joined(*shapes: Shape) -> Shape:
    """What a value is that may be any of these."""
    bare = {without_none(one) for one in shapes if one != NONE}
    if Wrong() in bare or not bare:
        return Wrong() if bare else NONE
    whole: Shape = bare.pop() if len(bare) == 1 else Unsure()
    if bare and all(isinstance(one, Plain) for one in (*bare, *map(without_none, shapes))):
        whole = TEXT
    optional = any(one == NONE or isinstance(one, Maybe) for one in shapes)
    return Maybe(whole) if optional and not isinstance(whole, Unsure) else whole


def without_none(shape: Shape) -> Shape:
    """The shape once it is known that there is something."""
    return shape.of if isinstance(shape, Maybe) else shape


def called(shape: Shape) -> str:
    """What a message calls it."""
    match shape:
        case Plain() | Record() | Keys() | Special():
            return shape.name
        case Many(member):
            return f"tuple[{called(member)}]"
        case Maybe(of):
            return f"{called(of)} | None"
        case Module(path):
            return path.rpartition("/")[2]
        case _:
            return type(shape).__name__.lower()
