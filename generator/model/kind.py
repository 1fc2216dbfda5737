"""What an entry can be: one room a kind, under the same name on every floor."""

import functools
import importlib
from typing import Any

from generator.model.fields import Field
from generator.model.privacy import Guard
from generator.values.dataclass import dataclass

ROOMS = (
    "notice",
    "ledger",
    "appointment",
    "benefit",
    "land-approval",
    "land-compensation",
    "resolution",
)
"""The kinds, by identifier; `room` says what their modules are called on each floor."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: its identifier, its Chinese word, and the fields it adds to every entry's.

    `guard` knows the keys that it must never have, for what they would say of a person; `needs`
    are those of every entry's fields without which an entry of the kind makes no sense; `about`
    says in Chinese what it is for.
    """

    id: str
    zh: str
    fields: tuple[Field, ...]
    guard: Guard | None = None
    needs: tuple[str, ...] = ()
    about: str = ""


class Detail:
    """What an entry of a kind says beyond every entry's fields; each kind's room has its own."""

    __slots__ = ()


def room(name: str) -> str:
    """What the module of the kind `name` is called on every floor: `land_approval`."""
    return name.replace("-", "_")


@functools.cache
def kind(name: str) -> Kind:
    """The declaration in the kind's room."""
    declared = importlib.import_module(f"generator.model.{room(name)}").KIND
    assert isinstance(declared, Kind)
    return declared


@functools.cache
def detail(name: str) -> Any:  # noqa: ANN401 - a class with fields
    """The class of what an entry of the kind `name` says beyond every entry's fields."""
    own = "".join(part.capitalize() for part in name.split("-"))
    found: type[Any] = getattr(importlib.import_module(f"generator.model.{room(name)}"), own)
    assert issubclass(found, Detail)
    return found


def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order of the table."""
    return tuple(kind(name) for name in ROOMS)
