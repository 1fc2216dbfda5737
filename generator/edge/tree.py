"""A folder made to hold exactly what is wanted, whatever it held before."""

from collections.abc import Collection, Iterable
from contextlib import suppress

from generator.edge import disk
from generator.values.dataclass import dataclass

# From here on one flush of the whole disk is cheaper than one for each file.
MANY = 200
# Of fewer files it takes longer to see whether a folder holds no others.
WHOLE = 20


@dataclass(frozen=True, slots=True)
class Fresh:
    """A folder of new files on the tree's own file system, and those of them that are wanted.

    They are `alone` if nothing else is known to lie there.
    """

    root: str
    files: frozenset[str] = frozenset()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Touched:
    """What changed in a tree and may still be on its way to the disk, by relative path.

    It `is_shared` if what was brought from the live tree is the same file in both.
    """

    files: frozenset[str]
    folders: frozenset[str]
    is_shared: bool = False


def folders_of(paths: Iterable[str]) -> frozenset[str]:
    """Every folder that these files stand in, without the root."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(found)


def bring_forward(
    root: str,
    wanted: frozenset[str],
    fresh: Fresh,
    live: str = "",
    same: Collection[str] = frozenset(),
) -> Touched:
    """Make the tree hold exactly what is `wanted`: what is fresh, all else as `live` has it.

    What is the `same` in both is not compared, and only what differs in a byte is written. A changed
    file is another one, never overwritten: whoever has the old one open, or linked to it, keeps it.
    """
    is_new = bool(fresh.files) and disk.kind(root) is None
    if is_new:
        disk.replace(fresh.root, root)
    folders = folders_of(wanted)
    standing, emptied = set[str](), set[str]()
    if not is_new or not fresh.alone:
        standing, emptied = _prune(root, wanted, folders)
    if is_new:
        standing.clear()
    for folder in sorted(folders - standing):
        disk.make_folder(f"{root}/{folder}")
    written = set(fresh.files)
    for path in () if is_new else sorted(fresh.files):
        disk.replace(f"{fresh.root}/{path}", f"{root}/{path}")
    for path in sorted(wanted - fresh.files):
        if path in same and path in standing:
            continue
        if path in standing:
            if disk.same(f"{root}/{path}", disk.read(f"{live}/{path}")):
                continue
            disk.remove(f"{root}/{path}")
        disk.alike(f"{live}/{path}", f"{root}/{path}")
        written.add(path)
    entered = {path.rpartition("/")[0] for path in (*written, *(folders - standing))}
    changed = (entered | emptied | (folders - standing)) & (folders | {""})
    return Touched(frozenset(written), frozenset(changed))


def _prune(
    root: str, wanted: Collection[str], folders: frozenset[str]
) -> tuple[set[str], set[str]]:
    """Remove what is not wanted; answer what stands, and the folders that something left."""
    if disk.kind(root) not in {"folder", None}:
        disk.remove(root)
    disk.make_folder(root)
    standing, emptied = set(), set()
    for path, kind in reversed(disk.read_tree(root)):
        if (kind == "file" and path in wanted) or (kind == "folder" and path in folders):
            standing.add(path)
        else:
            disk.remove(f"{root}/{path}")
            emptied.add(path.rpartition("/")[0])
    return standing, emptied


def amend(
    root: str,
    live: str,
    fresh: Fresh,
    removed: Collection[str],
    lag: Iterable[str],
) -> Touched:
    """Bring a tree forward that differs from the `live` one in the files of `lag` and in no other.

    It gets what is fresh, loses what is `removed`, and has all else as the live one has it.
    """
    gone = {*removed}
    is_shared = True
    for path in {*lag} - fresh.files - gone:
        if disk.kind(f"{live}/{path}") != "file":
            gone.add(path)
            continue
        _stand(root, path)
        is_shared &= disk.alike(f"{live}/{path}", f"{root}/{path}")
    for path in gone:
        disk.remove(f"{root}/{path}")
    for folder in sorted(folders_of(gone), reverse=True):
        disk.remove(f"{root}/{folder}")
    for path in sorted(fresh.files - _swapped(fresh, root, {*lag})):
        _place(fresh.root, root, path)
    standing = {*fresh.files, *lag} - gone
    folders = {one for one in folders_of({*standing, *gone}) if disk.kind(f"{root}/{one}")}
    return Touched(frozenset(standing), frozenset({"", *folders}), is_shared)


def _swapped(fresh: Fresh, root: str, lag: Collection[str]) -> set[str]:
    """The fresh files of folders that changed places, for nothing else stands in them.

    What stood in the tree there, the live one has otherwise: it can be let go of at any time.
    """
    from generator.edge import system  # noqa: PLC0415 - an unchanged build needs no ctypes

    coming: dict[str, set[str]] = {}
    for path in fresh.files & {*lag}:
        folder, _, name = path.rpartition("/")
        coming.setdefault(folder, set()).add(name)
    found: set[str] = set()
    for folder, names in coming.items():
        ours, theirs = f"{fresh.root}/{folder}", f"{root}/{folder}"
        if folder and len(names) >= WHOLE and disk.names(ours) == names == disk.names(theirs):
            with suppress(OSError):  # not every file system exchanges folders
                system.exchange(ours, theirs)
                found.update(f"{folder}/{name}" for name in names)
    return found


def _place(source: str, root: str, path: str) -> None:
    """Put a file of another folder at its place in a tree; the one that stood there lies in the other then.

    To let go of thousands of files takes longer than all else here, and can be done later; but for
    one that stands in the other tree, too, which would look otherwise from then on.
    """
    from generator.edge import system  # noqa: PLC0415 - an unchanged build needs no ctypes

    if disk.is_lone(f"{root}/{path}"):
        with suppress(OSError):  # not every file system exchanges files
            system.exchange(f"{source}/{path}", f"{root}/{path}")
            return
    try:
        disk.replace(f"{source}/{path}", f"{root}/{path}")
    except OSError:  # no folder for it, or one in its place
        _stand(root, path)
        disk.replace(f"{source}/{path}", f"{root}/{path}")


def _stand(root: str, path: str) -> None:
    """Make way for a file: nothing at its place, and the folders that it stands in."""
    folder = path.rpartition("/")[0]
    if folder and disk.kind(f"{root}/{folder}") is None:
        disk.make_folder(f"{root}/{folder}")
    disk.remove(f"{root}/{path}")


def date_alike(root: str, live: str, kept: Collection[str]) -> None:
    """Give what is `kept` the time that it has in the `live` tree.

    So a time changes when its file does, though the site that is there is now this tree, now that.
    """
    for path in kept:
        disk.set_time(f"{root}/{path}", disk.time_of(f"{live}/{path}"))


def whole(wanted: Iterable[str]) -> Touched:
    """Everything in a tree, for one that an interrupted build may not have brought to the disk."""
    files = frozenset(wanted)
    return Touched(files, folders_of(files) | {""})


def settle(root: str, touched: Touched, *, modes: bool = False) -> None:
    """Wait until what was touched is on the disk: files first, then folders from the deepest.

    `modes` repairs what a kill between making a thing and opening it to readers left.
    """
    if modes:
        for path in touched.files:
            disk.set_mode(f"{root}/{path}", 0o644)
        for path in touched.folders:
            disk.set_mode(f"{root}/{path}", 0o755)
    if len(touched.files) >= MANY and sync_all(root):
        return
    for path in sorted(touched.files):
        disk.sync(f"{root}/{path}")
    for path in sorted(touched.folders, reverse=True):
        disk.sync(f"{root}/{path}".rstrip("/"))


def sync_all(root: str) -> bool:
    """Flush the whole disk on which a tree is; False where only file by file can be trusted."""
    from generator.edge import system  # noqa: PLC0415 - an unchanged build needs no ctypes

    return system.sync_all(root)
