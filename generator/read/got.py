"""What a reader found in a mapping: typed values, and where each stands."""

from datetime import date
from typing import TypeVar

from generator.read.source import Source
from generator.values.dataclass import dataclass, field
from generator.values.place import Place
from generator.values.problem import Problem, Severity

T = TypeVar("T")


@dataclass(slots=True)
class Got:
    """What a mapping held, by field key: values already typed, with their places.

    The accessors state the type that the field's declaration promised. `source` is the file it
    stands in, which for the rows of a table may be a file beside the entry's.
    """

    source: Source
    spot: tuple[int, int]
    values: dict[str, object] = field(default_factory=dict)
    spots: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    """Line, column and length of each written value in the source's text; of the third text of a
    list under `key.2`, of rows in a file beside the entry those of the mapping."""
    meant: set[str] = field(default_factory=set)
    """Fields that an unknown key was probably meant for."""

    def one(self, key: str, kind: type[T]) -> T | None:
        """The value if it was written and could be read, else None."""
        value = self.values.get(key)
        return value if isinstance(value, kind) else None

    def text(self, key: str, default: str = "") -> str:
        """A text, or the default."""
        value = self.values.get(key)
        return value if value and isinstance(value, str) else default

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty when absent."""
        found = self.one(key, tuple)
        return tuple(map(str, found)) if found else ()

    def day(self, key: str) -> date | None:
        """A day, or None."""
        return self.one(key, date)

    def group(self, key: str) -> "Got | None":
        """A nested mapping, or None."""
        return self.one(key, Got)

    def groups(self, key: str) -> "tuple[Got, ...]":
        """A list of nested mappings, empty when absent."""
        found = self.one(key, tuple)
        return tuple([one for one in found if isinstance(one, Got)]) if found else ()

    def at(self, key: str) -> Place:
        """Where the value stands, or the mapping when it was not written."""
        line, column, _ = self.spots.get(key, (*self.spot, 1))
        return self.source.place(line, column)

    def problem(
        self, code: str, at: str = "", /, severity: Severity = "stop", **facts: str
    ) -> Problem:
        """A problem at the value `at`, or at the mapping when it was not written, with the line."""
        found = self.spots.get(at) or self.spots.get(at.partition(".")[0])
        line, column, length = found or (*self.spot, 1)
        return self.source.problem(code, line, column, length, severity, **facts)


def written(got: Got) -> list[tuple[Got, str, str, str]]:
    """Every text in it, at any depth: who holds it, its key, the key of its place, and the text."""
    found: list[tuple[Got, str, str, str]] = []
    for key, value in got.values.items():
        if isinstance(value, str):
            found.append((got, key, key, value))
        elif isinstance(value, Got):
            found += written(value)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Got):
                    found += written(item)
                elif isinstance(item, str):
                    found.append((got, key, f"{key}.{number}", item))
    return found
