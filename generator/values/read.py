"""What a reader returns: a value or none, and everything it noticed on the way."""

from typing import Generic, TypeVar

from generator.values.dataclass import dataclass
from generator.values.problem import Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """The outcome of reading: `value` is None when nothing usable could be read."""

    value: T | None
    problems: tuple[Problem, ...] = ()
