"""The verbs of the file system, one each. None follows a link; no other module of edge has any."""

import errno
import os
import stat
import sys
from contextlib import suppress
from typing import Literal

Kind = Literal["file", "folder", "other"]

_BINARY: int = getattr(os, "O_BINARY", 0)
_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)
_MANY, _AT_ONCE = 200, 8
"""Files of which so many are removed by more than one thread, and by how many."""
_NO_MODES = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.ENOSYS}
# Windows flushes only what was opened for writing.
_TO_SYNC = (os.O_RDWR if os.name == "nt" else os.O_RDONLY) | _NO_LINK | _BINARY


def kind(path: str) -> Kind | None:
    """Tell what stands at `path` itself, if anything; links and devices are `other`."""
    try:
        status = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    if sys.platform == "win32" and status.st_reparse_tag == stat.IO_REPARSE_TAG_MOUNT_POINT:
        return "other"
    if stat.S_ISDIR(status.st_mode):
        return "folder"
    return "file" if stat.S_ISREG(status.st_mode) else "other"


def is_lone(path: str) -> bool:
    """Tell whether a regular file stands at `path`, and nowhere else, too."""
    try:
        status = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return stat.S_ISREG(status.st_mode) and status.st_nlink == 1


def read_tree(root: str, *, is_shared: bool = False) -> tuple[tuple[str, Kind], ...]:
    """List a tree by relative path, a folder before what it holds; a missing one is empty.

    In one that is shared with others, a folder that is closed to us or just gone is of the kind `other`.
    """
    found: dict[str, Kind] = {}
    pending = [""] if kind(root) == "folder" else []
    while pending:
        prefix = pending.pop()
        try:
            with os.scandir(f"{root}/{prefix}") as entries:
                for entry in entries:
                    path = prefix + entry.name
                    what = found[path] = _kind_of_entry(entry)
                    if what == "folder":
                        pending.append(path + "/")
        except (PermissionError, FileNotFoundError, NotADirectoryError):
            if not is_shared or not prefix:
                raise
            found[prefix[:-1]] = "other"
    return tuple(sorted(found.items()))


def names(folder: str) -> set[str]:
    """What stands directly in a folder; nothing where there is none."""
    with suppress(FileNotFoundError, NotADirectoryError):
        return {*os.listdir(folder)}
    return set()


def _kind_of_entry(entry: "os.DirEntry[str]") -> Kind:
    if sys.platform == "win32":
        tag = entry.stat(follow_symlinks=False).st_reparse_tag
        if tag == stat.IO_REPARSE_TAG_MOUNT_POINT:
            return "other"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "other"


def read(path: str) -> bytes:
    """Read a regular file whole."""
    with open(os.open(path, os.O_RDONLY | _NO_LINK | _BINARY), "rb") as file:
        return file.read()


def damaged(path: str) -> OSError:
    """The error of a file that does not hold what was written to it."""
    return OSError(errno.EIO, os.strerror(errno.EIO), path)


def same(path: str, body: bytes) -> bool:
    """Whether the file holds exactly `body`; one that cannot be read does not."""
    try:
        file = os.open(path, os.O_RDONLY | _NO_LINK | _BINARY)
    except OSError:
        return False
    try:
        # One byte more than expected tells a longer file without asking for its size.
        return os.read(file, len(body) + 1) == body
    except OSError:
        return False
    finally:
        os.close(file)


def write(path: str, body: bytes) -> None:
    """Make a new file, readable to all whatever the umask; it fails where something stands."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | _BINARY
    file = os.open(path, flags, 0o644)
    try:
        set_mode(file, 0o644)
        rest = memoryview(body)
        while rest:
            sys.audit("gongkai.write", path)
            rest = rest[os.write(file, rest) :]
    except OSError as error:
        error.filename = path
        raise
    finally:
        os.close(file)


def alike(path: str, target: str) -> bool:
    """Let the file stand at `target`, too: the same one where the disk can, else a copy of its age.

    Answers whether it is the same one.
    """
    try:
        os.link(path, target, follow_symlinks=False)
    except OSError:
        write(target, read(path))
        set_time(target, time_of(path))
        return False
    return True


def put(path: str, body: bytes) -> None:
    """Write a file whole or not at all, and for good."""
    part = path + ".part"
    remove(part)
    write(part, body)
    sync(part)
    replace(part, path)
    sync(os.path.dirname(path))


def claim(path: str, body: bytes) -> bool:
    """Make a file with all its bytes in one step where the disk can; false where one stands there."""
    part = f"{path}.{os.getpid()}"
    remove(part)
    write(part, body)
    try:
        os.link(part, path)
    except FileExistsError:
        return False
    except OSError:
        try:
            write(path, body)
        except FileExistsError:
            return False
    finally:
        remove(part)
    return True


def append(path: str, body: bytes, over: int = 0) -> None:
    """Put a few bytes behind those of a file, for good, `over` so many of its last.

    They are there whole, or the file is as it was, but for those.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | _NO_LINK | _BINARY
    file = os.open(path, flags, 0o644)
    try:
        end = os.lseek(file, 0, os.SEEK_END) - over
        try:
            if over:
                os.truncate(file, end)
            rest = memoryview(body)
            while rest:
                rest = rest[os.write(file, rest) :]
            os.fsync(file)
        except OSError as error:
            os.truncate(file, end)
            error.filename = path
            raise
    finally:
        os.close(file)


def set_mode(path: int | str, mode: int) -> None:
    """Set who may read a file or folder of ours; a disk without modes (vfat) is let be."""
    try:
        if os.name != "nt":
            os.chmod(path, mode)
    except OSError as error:
        if error.errno not in _NO_MODES:
            raise


def time_of(path: str) -> int:
    """Tell when a file was last written, in nanoseconds."""
    return os.lstat(path).st_mtime_ns


def size(path: str) -> int:
    """Tell how many bytes a file has."""
    return os.lstat(path).st_size


def set_time(path: str, time: int) -> None:
    """Set when a file was last written, in nanoseconds; one that another user made is let be."""
    if time == time_of(path):
        return
    try:
        os.utime(path, ns=(time, time))
    except OSError as error:
        if error.errno not in _NO_MODES:
            raise


def make_folder(path: str) -> None:
    """Make sure that a folder stands there, and that everybody may read it."""
    with suppress(FileExistsError):
        try:
            os.mkdir(path, 0o755)
        except FileNotFoundError:
            make_folder(os.path.dirname(path))
            os.mkdir(path, 0o755)
    set_mode(path, 0o755)


def replace(path: str, target: str) -> None:
    """Move a file over another, or a folder to a free name, in one step."""
    os.replace(path, target)


def remove(path: str) -> None:
    """Remove a file, a link, or a folder if it is empty; what is gone is gone."""
    what = kind(path)
    if what == "folder":
        try:
            os.rmdir(path)
        except OSError as error:
            if error.errno not in {errno.ENOTEMPTY, errno.EEXIST}:
                raise
    elif what:
        os.remove(path)


def clear(root: str) -> None:
    """Remove a tree that is wholly ours."""
    found = read_tree(root)
    _remove_files([f"{root}/{path}" for path, what in found if what == "file"])
    for path, what in reversed(found):
        if what != "file":
            remove(f"{root}/{path}")
    remove(root)


def _remove_files(paths: list[str]) -> None:
    """Remove files; many of them several at a time, for some disks take milliseconds for each."""
    if len(paths) < _MANY:
        for path in reversed(paths):
            os.remove(path)
        return
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - a small edit needs none

    with ThreadPoolExecutor(_AT_ONCE) as threads:
        list(
            threads.map(
                _remove_files,
                (paths[at : at + _MANY - 1] for at in range(0, len(paths), _MANY - 1)),
            )
        )


def lets_go(path: str) -> None:
    """Fail now if a file cannot be replaced: Windows keeps what another program has open."""
    if kind(path) == "file":
        os.replace(path, path)


def room(folder: str) -> float:
    """How many bytes the folder's disk still takes, as far as it tells."""
    if os.name == "nt":
        return float("inf")
    status = os.statvfs(folder)
    return float(status.f_bavail * status.f_frsize)


def is_mount(folder: str) -> bool:
    """Tell whether another file system begins here: such a folder cannot change its name."""
    return os.path.ismount(folder)


def open_lock(path: str) -> int:
    """Open the file that a lock is put on; its bytes mean nothing."""
    return os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o644)


def device(path: str) -> int:
    """Tell which file system holds `path`."""
    return os.lstat(path).st_dev


def sync(path: str) -> None:
    """Wait until a file's bytes, or a folder's names, are on the disk."""
    if os.name == "nt" and kind(path) == "folder":
        return  # Windows opens no folders; its journal keeps their names
    file = os.open(path, _TO_SYNC)
    try:
        sys.audit("gongkai.fsync", path)
        os.fsync(file)
    except OSError as error:
        error.filename = path
        # Shares and FUSE refuse with EINVAL to sync a folder: nobody can do more there.
        if error.errno != errno.EINVAL or kind(path) != "folder":
            raise
    finally:
        os.close(file)
