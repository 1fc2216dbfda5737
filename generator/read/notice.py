"""The notice's room on this floor: a notice adds no fields."""

from generator.model.kind import Detail
from generator.model.notice import Notice
from generator.read.fields import Reader
from generator.read.got import Got


def read(reader: Reader, got: Got) -> Detail | None:
    """A notice."""
    del reader, got
    return Notice()
