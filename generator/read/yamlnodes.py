"""A YAML document as a tree of texts with the places they stand at."""

import functools
from collections.abc import Callable
from typing import NamedTuple

from generator.values.dataclass import dataclass


class Scalar(NamedTuple):
    """A value as it was written, without quotes; `line` and `column` count from 1."""

    text: str
    line: int
    column: int
    length: int


scalar: Callable[[tuple[str, int, int, int]], Scalar] = functools.partial(tuple.__new__, Scalar)
"""A value of its four parts, in a third of the time: every line of a text in YAML has two."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: "tuple[Node, ...]"
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order they were written; keys may repeat, the schema says so."""

    items: "tuple[tuple[Scalar, Node], ...]"
    line: int
    column: int


Node = Scalar | Sequence | Mapping
