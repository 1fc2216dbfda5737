"""A file that a person wrote, as it was found."""

from generator.values.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the content folder: its path relative to the project, and its bytes."""

    path: str
    body: bytes
