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
_TYPE, _FILE = 0o170000, stat.S_IFREG
"""The part of a mode that says what stands there, and how it says that it is a file."""


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
                        status = entry.stat(follow_symlinks=False)
                        # written out, for a large site is looked at file by file
                        is_file = status.st_mode & _TYPE == _FILE
                        found[prefix + entry.name] = (
                            status.st_mtime_ns,
                            status.st_ctime_ns,
                            status.st_size if is_file else -1,
                        )
        except OSError:
            continue
    return found


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
