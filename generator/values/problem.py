"""What is wrong, as data. Sentences live in `generator.words`, by code."""

from typing import Literal

from generator.values.dataclass import dataclass
from generator.values.place import Place
from generator.values.text import mask

Severity = Literal["stop", "warn", "note"]
COPIED = frozenset({"closed", "instead", "masked", "near", "quoted"})
"""Facts that a reader copies into a file: shown as they are to be written, or not at all."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A source line as it may be shown: already masked, with the span the caret points at.

    `start` and `length` count characters of `text`; the printer turns them into display columns.
    """

    text: str
    start: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, at one place.

    `code` is `family/name` and stable; `facts` fill the blanks of its sentence and are masked
    by whoever made them; `stop` means that nothing is written.
    """

    code: str
    place: Place
    facts: tuple[tuple[str, str], ...] = ()
    severity: Severity = "stop"
    excerpt: Excerpt | None = None


def safe(name: str, value: str) -> str:
    """A fact as it may be shown: masked, and empty when a copy of it would publish the mask."""
    masked = mask(value)
    return "" if name in COPIED and masked != value else masked


def by_place(problem: Problem) -> tuple[str, int, int, str]:
    """Sort key: file, line, column, then code, so that every run lists problems in one order."""
    place = problem.place
    return (place.path, place.line, place.column, problem.code)


class Stop(Exception):  # noqa: N818 - it is not an error of ours: the environment failed
    """The environment failed (disk full, folder refused, host gone): the one exception of the house.

    `exit_code` is the process's exit code: 2 refused environment, 74 disk, 75 busy, 76 host.
    """

    def __init__(self, problem: Problem, exit_code: int) -> None:
        super().__init__(problem.code)
        self.problem = problem
        self.exit_code = exit_code

    def __reduce__(self) -> tuple[type["Stop"], tuple[Problem, int]]:
        """How it crosses from a worker."""
        return Stop, (self.problem, self.exit_code)
