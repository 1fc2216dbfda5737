"""What a commit would change in the live site."""

from generator.edge.foreign import Entries, tolerated
from generator.edge.tree import folders_of
from generator.values.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """Planned site against live site, by relative path, each sorted.

    `junk` is tolerated and goes over as it is; `left` are folders that hold nothing any more,
    `alike` kept files that the tree of before is known to have, too.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    junk: tuple[str, ...]
    left: tuple[str, ...]
    alike: frozenset[str]


def difference(
    live: Entries, planned: frozenset[str], fresh: frozenset[str], same: frozenset[str]
) -> Difference:
    """What is `fresh` comes; what else is planned stands in the live site as it shall."""
    files = {path for path, kind in live if kind == "file"}
    kept = (planned - fresh) & files
    junk = {path for path in files if tolerated(path) and not folders_of((path,)) & planned}
    folders = folders_of((*planned, *junk))
    return Difference(
        written=tuple(sorted(planned - kept)),
        kept=tuple(sorted(kept)),
        removed=tuple(sorted(files - planned - junk)),
        junk=tuple(sorted(junk)),
        left=tuple(path for path, kind in live if kind == "folder" and path not in folders),
        alike=kept & same,
    )
