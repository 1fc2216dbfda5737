"""A YAML document as a tree of texts with the places they stand at."""

from typing import NamedTuple

from generator.values.dataclass import dataclass


class Scalar(NamedTuple):
    """A value as it was written, without quotes; `line` and `column` count from 1."""

    text: str
    line: int
    column: int
    length: int


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
