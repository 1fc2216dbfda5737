"""Where something stands in what people wrote."""

from generator.values.dataclass import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a source file.

    `path` is relative to the project folder with `/` between its parts; `line` and `column`
    count characters from 1, and 0 means "the whole file" or "the whole line".
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`path:line:column`, the form that editors and terminals make clickable."""
        if not self.line:
            return self.path
        return (
            f"{self.path}:{self.line}:{self.column}" if self.column else f"{self.path}:{self.line}"
        )
