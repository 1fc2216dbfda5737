"""Facts about entries and years that are kept apart from their steps: a list asks for many of them."""

import marshal
from collections.abc import Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, cast

from generator.plan.datalists import Row
from generator.plan.pages.frame import Stamp
from generator.plan.pages.lists import Card
from generator.plan.questions import Question
from generator.plan.steps import Fact, Step
from generator.values.dataclass import field_names

APART: Mapping[str | int, tuple[str, ...]] = MappingProxyType(
    {"entry": ("row", "card"), "part": ("part",)}
)
"""The kinds of such facts, by the kinds of their steps."""
KINDS = frozenset(kind for kinds in APART.values() for kind in kinds)
Told = bytes | tuple[bytes, bytes]
"""Such a fact, packed; what is bytes already stays as it is."""
_LAYOUT = 2
"""Equal facts make equal bytes."""
_of_card = attrgetter(*field_names(Card))


def apart_of(step: Step) -> tuple[Question, ...]:
    """The questions about the facts of a step that are kept apart."""
    return tuple((kind, *step[1:]) for kind in APART.get(step[0], ()))


def packed(kind: str | int, fact: Fact) -> Told:
    """A fact of that kind as few bytes, which take less room and time than what they say."""
    values: Any = _of_card(fact) if isinstance(fact, Card) else fact
    if kind == "part":
        return cast("Told", values)
    plain = ((one.text, one.iso) if isinstance(one, Stamp) else one for one in values)
    return marshal.dumps((*plain,), _LAYOUT)


def unpacked(kind: str | int, told: Told) -> Fact:
    """A fact of that kind that was packed."""
    if isinstance(told, tuple):
        return told
    plain: tuple[Any, ...] = marshal.loads(told)  # noqa: S302 - ours, proven by its digest
    if kind == "row":
        return Row(*plain)
    values: Any = (Stamp(*one) if one.__class__ is tuple else one for one in plain)
    return Card(*values)
