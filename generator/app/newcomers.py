"""Files that the live site does not have yet, and whether one would take the place of another somewhere."""

from collections.abc import Collection, Iterable, Iterator

from generator.edge.looks import Looks
from generator.model.address import collision_key

_MANY = 50
"""Of so many files it is asked at once which ones there are."""


def new_of(live: Looks, paths: Collection[str]) -> list[str]:
    """Those of the files that the live site does not have."""
    known = {*live.paths()} if len(paths) > _MANY else live
    return [path for path in paths if path not in known]


def collide(live: Looks, paths: Iterable[str]) -> bool:
    """Whether a new file would stand where some host takes another one for it."""
    return any(collision_key(path) in map(collision_key, _near(live, path)) for path in paths)


def _near(live: Looks, path: str) -> Iterator[str]:
    """The files of those folders that some host takes for the one that the file stands in."""
    folder = collision_key(_folder_of(path))
    for one in live.folders:
        if collision_key(one) == folder:
            yield from (one + name for name in live.names(one))


def _folder_of(path: str) -> str:
    return "".join(path.rpartition("/")[:2])
