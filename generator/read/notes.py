"""What is found wrong while one text is read."""

from generator.read.source import Source
from generator.values.problem import Problem

MOST = 20
"""Problems of one text that are told one by one; thousands would hide each other."""


class Notes:
    """The problems of a text in the order they were found; beyond `MOST` they are only counted."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._told: list[Problem] = []
        self._more = 0
        self._first_more = 0

    def problem(self, code: str, line: int, column: int, length: int = 1, **facts: str) -> None:
        """Note a stop at a place of the source."""
        if not self.is_full:
            self._told.append(self.source.problem(code, line, column, length, "stop", **facts))
            return
        self._first_more = self._first_more or line
        self._more += 1

    @property
    def is_full(self) -> bool:
        """Whether the next problem will only be counted, so that no more need be found out about it."""
        return len(self._told) >= MOST

    def told(self) -> tuple[Problem, ...]:
        """Every problem that is told, and one that says how many are not."""
        if not self._more:
            return tuple(self._told)
        more = self.source.problem("text/more", self._first_more, 0, count=str(self._more))
        return (*self._told, more)
