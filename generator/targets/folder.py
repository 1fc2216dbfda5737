"""A folder: of this machine, of a share that is mounted, of a stick."""

import errno
import os
from collections.abc import Mapping
from contextlib import suppress

from generator.edge import disk
from generator.edge.looks import look
from generator.edge.tree import Touched, folders_of, settle
from generator.model.target import Target
from generator.values.host import Keys, Trace


def host(place: str, target: Target, keys: Keys) -> "Folder":
    """The folder at an absolute path."""
    del target, keys
    return Folder(place)


class Folder:
    """The files below a folder that stands there already: one that is missing may be a share that is not."""

    width = 1

    def __init__(self, root: str) -> None:
        self.name, self._root = f"folder {root}", root
        self._files: set[str] = set()
        self._folders: set[str] = set()
        if disk.kind(root) != "folder" and not os.path.isdir(root):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), root)

    def holds_part(self) -> bool:
        """A folder has the whole site."""
        return False

    def list(self) -> Mapping[str, Trace]:
        """A stamp is when the bytes were written, and when anything of the file was changed."""
        tree = disk.read_tree(f"{self._root}/", is_shared=True)
        return {path: self._trace(path) for path, kind in tree if kind != "folder"}

    def read(self, path: str) -> bytes:
        """Links are not followed."""
        return disk.read(self._at(path))

    def put(self, path: str, body: bytes) -> None:
        """Torn, where it is cut off."""
        disk.remove(self._at(path))
        self._enter(path)
        disk.write(self._at(path), body)

    def claim(self, path: str, body: bytes) -> bool:
        """The system makes a file or finds one."""
        self._enter(path)
        return disk.claim(self._at(path), body)

    def rename(self, path: str, target: str) -> None:
        """Whoever has the old file open reads on in it."""
        self._enter(target)
        self._clear(target)
        disk.replace(self._at(path), self._at(target))
        self._files.discard(path)
        self._leave(path)

    def remove(self, path: str) -> None:
        """Folders that hold something of others stay."""
        disk.remove(self._at(path))
        self._files.discard(path)
        self._leave(path)

    def settle(self) -> None:
        """Files first, then the folders that they were made or moved in; the site's own may be a link."""
        folders = {one for one in self._folders if os.path.isdir(self._at(one))}
        root = self._root if disk.kind(self._root) == "folder" else f"{self._root}/."
        settle(root, Touched(frozenset(self._files), frozenset(folders)))
        self._files.clear()
        self._folders.clear()

    def close(self) -> None:
        """A folder is not held open."""

    def _trace(self, path: str) -> Trace:
        """Of what cannot be looked at, only that it is there, and none of ours."""
        with suppress(PermissionError):
            if seen := look(self._at(path)):
                written, changed, size = seen
                return Trace(size, f"{written} {changed}")
        return Trace(-1, "")

    def _at(self, path: str) -> str:
        return f"{self._root}/{path}"

    def _enter(self, path: str) -> None:
        """Make the folders around a path that is about to have a file."""
        for folder in sorted(folders_of((path,))):
            if disk.kind(self._at(folder)) != "folder":
                disk.make_folder(self._at(folder))
                self._folders.add(folder.rpartition("/")[0])
        self._files.add(path)
        self._folders.add(path.rpartition("/")[0])

    def _clear(self, path: str) -> None:
        """Where somebody was cut off, an empty folder may stand in the way of a file."""
        for folder in self._folders_in(path):
            disk.remove(self._at(folder))

    def _folders_in(self, path: str) -> tuple[str, ...]:
        """The folder that stands there and those in it, the innermost first; nothing for a file."""
        if disk.kind(self._at(path)) != "folder":
            return ()
        tree = disk.read_tree(self._at(path), is_shared=True)
        inner = (f"{path}/{one}" for one, kind in reversed(tree) if kind == "folder")
        return (*inner, path)

    def _leave(self, path: str) -> None:
        """Remove the folders around a path that hold nothing any more."""
        for folder in sorted(folders_of((path,)), reverse=True):
            if disk.kind(self._at(folder)) == "folder":
                self._folders.add(folder.rpartition("/")[0])
                disk.remove(self._at(folder))
