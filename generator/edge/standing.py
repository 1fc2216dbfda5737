"""What stands in the live site, file by file, against what was left there."""

from collections.abc import Mapping

from generator.edge import disk
from generator.edge.scan import Look, scan, young
from generator.values.digest import sha256

Left = tuple[int, int, int, str]
"""A file as it was left: its look, its digest."""


def intact(output: str, left: Mapping[str, Left], at: int) -> dict[str, str]:
    """The digests of the files that are as they were left when looked at `at`, in ns.

    Looks decide, but for files so young then that they may have been changed in the same moment.
    """
    if not left:
        return {}
    found = scan(output)
    same = {path: one for path, one in left.items() if found.get(path) == one[:3]}
    doubtful = young({path: one[:3] for path, one in same.items()}, at)
    return {
        path: one[3]
        for path, one in same.items()
        if path not in doubtful or _digest(f"{output}/{path}") == one[3]
    }


def seen(output: str, digests: Mapping[str, str]) -> dict[str, Left]:
    """The files of the live site as they are left now."""
    looks: dict[str, Look] = scan(output)
    return {path: (*looks[path], digest) for path, digest in digests.items() if path in looks}


def _digest(path: str) -> str:
    try:
        return sha256(disk.read(path))
    except OSError:
        return ""
