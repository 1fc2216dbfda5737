"""Facts about entries and years that are kept apart from their steps: a list asks for many of them."""

import marshal
from collections.abc import Mapping
from dataclasses import fields
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from generator.plan.datalists import Row
from generator.plan.parts import Card, Stamp
from generator.plan.questions import Question
from generator.plan.steps import Fact, Step

APART: Mapping[str | int, tuple[str, ...]] = MappingProxyType(
    {"entry": ("row", "card"), "part": ("part",)}
)
"""The kinds of such facts, by the kinds of their steps."""
KINDS = frozenset(kind for kinds in APART.values() for kind in kinds)
_LAYOUT = 2
"""Equal facts make equal bytes."""
_of_card = attrgetter(*(one.name for one in fields(Card)))


def apart_of(step: Step) -> tuple[Question, ...]:
    """The questions about the facts of a step that are kept apart."""
    return tuple((kind, *step[1:]) for kind in APART.get(step[0], ()))


def packed(fact: Fact) -> bytes:
    """The fact as few bytes, which take less room and time than what they say."""
    values: Any = _of_card(fact) if isinstance(fact, Card) else fact
    plain = ((one.text, one.iso) if isinstance(one, Stamp) else one for one in values)
    return marshal.dumps((*plain,), _LAYOUT)


def unpacked(kind: str, told: bytes) -> Fact:
    """A fact of that kind that was packed."""
    plain: tuple[Any, ...] = marshal.loads(told)  # noqa: S302 - ours, proven by its digest
    if kind == "row":
        return Row(*plain)
    if kind == "card":
        values: Any = (Stamp(*one) if one.__class__ is tuple else one for one in plain)
        return Card(*values)
    return plain
