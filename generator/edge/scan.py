"""What stands in a folder by its looks: when each file was changed and how long it is. A filter only.

Two equal looks mean the same bytes unless the file was changed in the very moment it was looked
at: what is younger than that is never believed.
"""

import os
import stat

Look = tuple[int, int, int]
"""When the bytes changed and when anything of the file did, in ns; how many bytes."""
Looks = dict[str, Look]
"""The files of a folder by relative path; a folder's ends with `/`. What is neither has the length -1."""
FOLDER: Look = (0, 0, 0)
MOMENT = 2_000_000_000
"""The coarsest clock of a file system (FAT), in ns."""


def scan(folder: str) -> Looks:
    """Everything below the folder; one that is missing or closed to us holds nothing."""
    found: Looks = {}
    pending = [""]
    while pending:
        prefix = pending.pop()
        try:
            with os.scandir(folder + "/" + prefix) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        inner = prefix + entry.name + "/"
                        found[inner] = FOLDER
                        pending.append(inner)
                    else:
                        found[prefix + entry.name] = _look(entry)
        except OSError:
            continue
    return found


def _look(entry: "os.DirEntry[str]") -> Look:
    status = entry.stat(follow_symlinks=False)
    size = status.st_size if stat.S_ISREG(status.st_mode) else -1
    return status.st_mtime_ns, status.st_ctime_ns, size


def look(path: str) -> Look | None:
    """One file; None where there is none."""
    try:
        status = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    size = status.st_size if stat.S_ISREG(status.st_mode) else -1
    return status.st_mtime_ns, status.st_ctime_ns, size


def young(looks: Looks, at: int) -> set[str]:
    """The files that may have changed again since they were looked at `at`, ns since 1970."""
    return {
        path for path, (written, changed, _) in looks.items() if max(written, changed) > at - MOMENT
    }
