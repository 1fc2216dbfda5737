"""What stands in a folder by its looks: when each file was changed and how long it is. A filter only.

Two equal looks mean the same bytes unless the file was changed in the very moment it was looked
at: what is younger than that is never believed.

A large site has hundreds of thousands of files. So looks are packed, a value for each folder:
two folders are compared as they are, and only what differs is taken apart.
"""

import os
import struct

TYPE_CHECKING = False  # `typing` is not loaded where nothing has changed
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

MOMENT = 2_000_000_000
"""The coarsest clock of a file system (FAT), in ns."""
_TYPE, _FILE, _IS_FOLDER = 0o170000, 0o100000, 0o040000
"""The part of a mode that says what stands there, and what it says of a file and of a folder."""
_LATEST = 2**63 - 1
"""The last moment that has room, in the year 2262; what is later counts as that."""
_BY_HANDLE = os.stat in os.supports_dir_fd and os.listdir in os.supports_fd
"""Whether a file is looked at from its folder; Windows tells its looks along with its name."""

Look = tuple[int, int, int]
"""When the bytes changed and when anything of the file did, in ns; how many bytes, -1 for what is no file."""
FOLDER: Look = (0, 0, -2)
"""How every folder looks: what happens in it is seen at its files."""
Folder = tuple[str, bytes]
"""What stands directly in a folder: sorted names with `/` between them, and three numbers for each."""
NOTHING: Folder = ("", b"")
_NUMBERS = struct.Struct("3q")


class Looks:
    """How everything below a folder looks; `folders` are by relative path, which ends with `/`.

    A path names a file by its place in the tree; that of a folder ends with `/`.
    """

    __slots__ = ("folders",)

    def __init__(self, folders: "dict[str, Folder] | None" = None) -> None:
        self.folders = folders or {"": NOTHING}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Looks) and self.folders == other.folders

    __hash__ = None  # type: ignore[assignment]

    def __contains__(self, path: str) -> bool:
        return self.look(path) is not None

    def __len__(self) -> int:
        return sum(map(count, self.folders.values()))

    def look(self, path: str) -> Look | None:
        """How a file or a folder looks; None where nothing stands."""
        folder, name = _parted(path)
        names, numbers = self.folders.get(folder, NOTHING)
        start = f"/{names}/".find(f"/{name.removesuffix('/')}/") if names else -1
        if start < 0:
            return None
        index = names.count("/", 0, start)
        written, changed, size = _NUMBERS.unpack_from(numbers, index * _NUMBERS.size)
        found = written, changed, size
        return found if (found == FOLDER) == path.endswith("/") else None

    def names(self, folder: str) -> "list[str]":
        """What stands directly in a folder, whose path ends with `/`."""
        return [*_apart(self.folders.get(folder, NOTHING))]

    def items(self) -> "Iterator[tuple[str, Look]]":
        """Every file and every folder, and how it looks."""
        for prefix, folder in self.folders.items():
            for name, found in _apart(folder).items():
                yield prefix + name, found

    def paths(self) -> "Iterator[str]":
        """Every file and every folder."""
        return (path for path, _ in self.items())

    def sharing(self, other: "Looks") -> "Looks":
        """These looks; a folder that looks the same there is not held twice."""
        theirs = other.folders
        return Looks(
            {o: theirs[o] if theirs.get(o) == it else it for o, it in self.folders.items()}
        )

    def beside(self, paths: "Iterable[str]") -> "Looks":
        """These looks in the folders in which these files are."""
        folders = {_parted(path)[0] for path in paths}
        return Looks({one: it for one, it in self.folders.items() if one in folders})

    def differing(self, other: "Looks") -> "set[str]":
        """What looks otherwise there, or stands here or there only."""
        found = set()
        for prefix in self.folders.keys() | other.folders.keys():
            here = self.folders.get(prefix, NOTHING)
            there = other.folders.get(prefix, NOTHING)
            if here != there:
                mine, its = _apart(here), _apart(there)
                found |= {prefix + one for one in mine | its if mine.get(one) != its.get(one)}
        return found

    def young(self, at: int) -> "set[str]":
        """The files that may have changed again since they were looked at `at`, ns since 1970."""
        late = at - MOMENT
        return {
            prefix + name
            for prefix, folder in self.folders.items()
            if latest(folder) > late
            for name, (written, changed, size) in _apart(folder).items()
            if size >= 0 and max(written, changed) > late
        }

    def last(self, paths: "Collection[str]") -> "set[str]":
        """Those of these files that were changed when the last of them was, by the disk's own clock.

        Whatever is changed later looks otherwise than the others, however coarse that clock is.
        """
        looks = ((path, found) for path, found in self.beside(paths).items() if path in paths)
        times = {path: max(written, changed) for path, (written, changed, _) in looks}
        end = max(times.values(), default=0)
        return {path for path, time in times.items() if time == end}

    def replaced(self, now: "Mapping[str, Look | None]") -> "Looks":
        """These looks, but for what looks like that `now`, None for what is gone."""
        changes: dict[str, dict[str, Look | None]] = {}
        for path, found in now.items():
            folder, name = _parted(path)
            changes.setdefault(folder, {})[name] = found
        folders = dict(self.folders)
        for prefix, its in changes.items():
            every = _apart(folders.get(prefix, NOTHING)) | its
            folders[prefix] = _packed((name, one) for name, one in every.items() if one)
        for path, found in now.items():
            if found == FOLDER:
                folders.setdefault(path, NOTHING)
            elif path.endswith("/"):
                folders.pop(path, None)
        return Looks(folders)


def scan(folder: str) -> Looks:
    """Everything below the folder; one that is missing or closed to us holds nothing."""
    folders: dict[str, Folder] = {}
    pending = [""]
    while pending:
        prefix = pending.pop()
        folders[prefix], inner = _seen(f"{folder}/{prefix}")
        pending += [f"{prefix}{name}/" for name in inner]
    return Looks(folders)


def rescanned(looks: Looks, root: str, prefixes: "Iterable[str]") -> Looks:
    """The looks of a tree in which only these folders may look otherwise."""
    folders = dict(looks.folders)
    for prefix in prefixes:
        found, inner = _seen(f"{root}/{prefix}")
        if {f"{name}/" for name in inner} != {
            one for one in _apart(folders[prefix]) if one[-1:] == "/"
        }:
            return scan(root)
        folders[prefix] = found
    return Looks(folders)


def updated(looks: Looks, root: str, changed: "Iterable[str]") -> Looks:
    """The looks of a tree in which these files and their folders may have changed."""
    every = {*changed}
    for path in changed:
        folder = path.rpartition("/")[0]
        while folder and f"{folder}/" not in every:
            every.add(f"{folder}/")
            folder = folder.rpartition("/")[0]
    names: dict[str, set[str]] = {}
    for path in every:
        folder, name = _parted(path)
        names.setdefault(folder, set()).add(name)
    sure = {prefix: its for prefix in names if (its := _whole(looks, root, prefix, names[prefix]))}
    rest = (prefix + name for prefix, its in names.items() if prefix not in sure for name in its)
    return Looks(looks.replaced({path: look(f"{root}/{path}") for path in rest}).folders | sure)


def _whole(looks: Looks, root: str, prefix: str, names: "set[str]") -> Folder | None:
    """A folder that held these files alone, and does: it is sooner looked at than each of them.

    None where somebody else put something there, or took it away: only our own are looked at then.
    """
    if len(names) == 1 or names != {*looks.names(prefix)}:
        return None
    found, inner = _seen(f"{root}/{prefix}")
    return None if inner or found[0] != looks.folders[prefix][0] else found


def folder_at(path: str) -> Folder:
    """What stands directly in the folder."""
    return _seen(path)[0]


def look(path: str) -> Look | None:
    """A file, or a folder if the path ends with `/`; None where there is none."""
    try:
        status = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    kind = status.st_mode & _TYPE
    if (kind == _IS_FOLDER) != path.endswith("/"):
        return None
    size = status.st_size if kind == _FILE else -1
    times = min(status.st_mtime_ns, _LATEST), min(status.st_ctime_ns, _LATEST)
    return FOLDER if kind == _IS_FOLDER else (*times, size)


def written(found: Look | None) -> tuple[int, int] | None:
    """What of a look stays when a file gets another name: when its bytes changed, how many there are."""
    return (found[0], found[2]) if found else None


def times_of(path: str) -> tuple[int, int] | None:
    """When something last came into a folder or left it, by both its times; None where there is none."""
    try:
        status = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    is_folder = status.st_mode & _TYPE == _IS_FOLDER
    return (status.st_mtime_ns, status.st_ctime_ns) if is_folder else None


def numbers_of(folder: str) -> dict[str, int]:
    """What the disk calls the files directly in a folder: names of the same file have one number."""
    try:
        with os.scandir(folder) as entries:
            return {
                one.name: one.inode() for one in entries if not one.is_dir(follow_symlinks=False)
            }
    except FileNotFoundError:
        return {}


def count(folder: Folder) -> int:
    """How many files and folders stand in it."""
    return len(folder[1]) // _NUMBERS.size


def latest(folder: Folder) -> int:
    """When anything in it was changed last, in ns: nothing is as long as the times are late."""
    return max(_numbers(folder), default=0)


def _seen(path: str) -> "tuple[Folder, list[str]]":
    """What stands in a folder, and which of it are folders; written out, for there is much of it.

    One that cannot be listed to its end looks like what could be seen of it: like no folder that was
    left, so that who compares goes the long way, which says what is wrong.
    """
    names: list[str] = []
    inner: list[str] = []
    numbers: list[int] = []
    try:
        for name, status in _by_handle(path) if _BY_HANDLE else _by_entry(path):
            kind = status.st_mode & _TYPE
            if kind == _FILE:
                numbers += (status.st_mtime_ns, status.st_ctime_ns, status.st_size)
            elif kind == _IS_FOLDER:
                numbers += FOLDER
                inner.append(name)
            else:
                numbers += (status.st_mtime_ns, status.st_ctime_ns, -1)
            names.append(name)
    except OSError:
        pass
    return ("/".join(names), _bytes(numbers)), inner


def _by_handle(path: str) -> "Iterator[tuple[str, os.stat_result]]":
    stat = os.stat
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for name in sorted(os.listdir(handle)):
            try:
                status = stat(name, dir_fd=handle, follow_symlinks=False)
            except FileNotFoundError:  # gone since its folder was listed
                continue
            yield name, status
    finally:
        os.close(handle)


def _by_entry(path: str) -> "Iterator[tuple[str, os.stat_result]]":
    with os.scandir(path) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            try:
                status = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue
            yield entry.name, status


def _parted(path: str) -> "tuple[str, str]":
    """The folder that something stands in, and its name there, with the `/` of a folder's."""
    bare = path.removesuffix("/")
    folder, slash, _ = bare.rpartition("/")
    folder += slash
    return folder, path[len(folder) :]


def _apart(folder: Folder) -> dict[str, Look]:
    """A folder's values by name; that of a folder ends with `/`."""
    names, numbers = folder[0].split("/"), iter(_numbers(folder))
    looks = zip(numbers, numbers, numbers, strict=True)
    return {
        name + "/" if found == FOLDER else name: found
        for name, found in zip(names, looks, strict=False)
    }


def _packed(looks: "Iterable[tuple[str, Look]]") -> Folder:
    found = sorted((name.removesuffix("/"), one) for name, one in looks)
    names = "/".join(name for name, _ in found)
    return names, _bytes([number for _, one in found for number in one])


def _numbers(folder: Folder) -> "memoryview[int]":
    return memoryview(folder[1]).cast("q")


def _bytes(numbers: list[int]) -> bytes:
    form = f"{len(numbers)}q"
    try:
        return struct.pack(form, *numbers)
    except struct.error:
        return struct.pack(form, *(min(number, _LATEST) for number in numbers))
