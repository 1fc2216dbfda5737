"""What an entry can be: one room a kind, under the same name on every floor."""

import importlib
from dataclasses import dataclass

from generator.model.fields import Field

ROOMS = ("notice", "ledger")
"""The kinds, by the name of their modules on each floor."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: its identifier, its Chinese word, and the fields it adds to every entry's."""

    id: str
    zh: str
    fields: tuple[Field, ...]


class Detail:
    """What an entry of a kind says beyond every entry's fields; each kind's room has its own."""

    __slots__ = ()


def kind(name: str) -> Kind:
    """The declaration in the kind's room."""
    room = importlib.import_module(f"generator.model.{name}")
    declared = room.KIND
    assert isinstance(declared, Kind)
    return declared


def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order of the table."""
    return tuple(kind(name) for name in ROOMS)
