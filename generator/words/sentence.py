"""A problem's sentence: what is wrong, why it matters, what to do."""

from collections.abc import Mapping
from string import Formatter
from typing import NamedTuple


class Sentence(NamedTuple):
    """Three parts with blanks in braces for the problem's facts; `why` may be empty.

    Where `how` shows something to copy, `instead` says the same in words: it takes its place when
    that cannot be shown as it is to be written.
    """

    what: str
    why: str
    how: str
    instead: str = ""

    def fill(self, facts: Mapping[str, str]) -> "Sentence":
        """The sentence with its blanks filled; a blank without a fact stays empty."""
        known = _Blank(facts)
        shown = all(facts.get(name) for _, name, _, _ in Formatter().parse(self.how) if name)
        how = self.how if shown or not self.instead else self.instead
        return Sentence(*(part.format_map(known) for part in (self.what, self.why, how)))


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""
