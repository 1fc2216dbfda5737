"""A problem's sentence: what is wrong, why it matters, what to do."""

from collections.abc import Mapping
from typing import NamedTuple


class Sentence(NamedTuple):
    """Three parts with blanks in braces for the problem's facts; `why` may be empty."""

    what: str
    why: str
    how: str

    def fill(self, facts: Mapping[str, str]) -> "Sentence":
        """The sentence with its blanks filled; a blank without a fact stays empty."""
        known = _Blank(facts)
        return Sentence(*(part.format_map(known) for part in self))


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""
