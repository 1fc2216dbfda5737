"""What a commit would change in the live site."""

from collections.abc import Mapping

from generator.edge import disk
from generator.edge.foreign import Entries, tolerated
from generator.edge.tree import folders_of
from generator.values.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """Planned site against live site, by relative path, each sorted.

    `junk` is tolerated and goes over as it is; `left` are folders that hold nothing any more,
    `alike` files that the tree of before is known to have, too.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    junk: tuple[str, ...]
    left: tuple[str, ...]
    alike: frozenset[str] = frozenset()


def difference(output: str, live: Entries, planned: Mapping[str, bytes | None]) -> Difference:
    """Compare every planned file with the live one byte for byte: dates and sizes can lie."""
    files = {path for path, kind in live if kind == "file"}
    kept = {
        path
        for path, body in planned.items()
        if path in files and (body is None or disk.same(f"{output}/{path}", body))
    }
    junk = {path for path in files if tolerated(path) and not folders_of((path,)) & planned.keys()}
    folders = folders_of((*planned, *junk))
    return Difference(
        written=tuple(sorted(planned.keys() - kept)),
        kept=tuple(sorted(kept)),
        removed=tuple(sorted(files - planned.keys() - junk)),
        junk=tuple(sorted(junk)),
        left=tuple(path for path, kind in live if kind == "folder" and path not in folders),
    )
