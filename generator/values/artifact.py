"""A file of the finished site, before it is written."""

from generator.values.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """`path` is relative to the site's root, `/` between its parts; `body` is the file's bytes."""

    path: str
    body: bytes
