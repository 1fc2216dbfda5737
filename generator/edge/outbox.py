"""Where the files of a new site wait for the commit: whoever makes one puts it here, in whichever process."""

import errno
from collections.abc import Callable
from contextlib import ExitStack, suppress
from types import TracebackType
from typing import Self

from generator.edge import disk
from generator.edge.fault import faults
from generator.edge.path import refusal, stands
from generator.edge.store import Store
from generator.edge.tree import MANY, sync_all
from generator.edge.workers import Workers


class Outbox:
    """The files that a build has made so far, under the lock; what is not committed goes with it.

    A copy of it in another process serves the same folder, so a file's bytes stay where they were made.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._folders: set[str] = set()
        self._is_first = disk.kind(store.output) is None

    def __enter__(self) -> Self:
        with faults(self._store):
            disk.clear(self._store.fresh)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def clear(self, wait: object = None) -> bool:
        """Let go of what lies here when the site is live: by then files that new ones took the place of."""
        del wait
        with suppress(OSError):
            disk.clear(self._store.fresh)
        return True

    @property
    def is_lasting(self) -> bool:
        """Whether the site shall outlive a power cut."""
        return self._store.is_lasting

    def flush(self, wait: object = None) -> bool:
        """Bring what lies here to the disk while others prepare the commit, which then need not wait."""
        del wait
        with faults(self._store):
            return self.is_lasting and sync_all(self._store.releases)

    def put(self, path: str, body: bytes, *, is_new: bool = False) -> None:
        """A file of the new site; what the live one has at that path, byte for byte, is not written.

        Where it `is_new`, the live one is known to have nothing or something else there.
        """
        if not stands(path):
            raise refusal([path])
        with faults(self._store):
            if is_new or self._is_first or not disk.same(f"{self._store.output}/{path}", body):
                self._write(path, body)

    def _write(self, path: str, body: bytes) -> None:
        folder = path.rpartition("/")[0]
        try:
            if folder not in self._folders:
                disk.make_folder(f"{self._store.fresh}/{folder}".rstrip("/"))
                self._folders.add(folder)
            disk.write(f"{self._store.fresh}/{path}", body)
        except OSError as error:
            if error.errno in {errno.EEXIST, errno.ENOTDIR, errno.EISDIR}:
                raise refusal(
                    [path]
                ) from error  # a path twice, or one that is the folder of another
            raise


class Flushing:
    """What lies in an outbox, brought to the disk by a process beside while more files come.

    A commit that brought all of them there would wait for it with nothing else to do. It is no part
    of the outbox, which goes to workers that begin anew.
    """

    def __init__(self, outbox: Outbox, workers: Workers) -> None:
        self._outbox, self._workers = outbox, workers
        self._beside = ExitStack()
        self._ends: list[Callable[[], object]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._beside.close()

    def begin(self, files: int) -> None:
        """Begin when about so many files lie there: a few are left to the commit."""
        if self._outbox.is_lasting and files >= MANY:
            beside = self._workers.beside(self._outbox.flush, files)
            self._ends.append(self._beside.enter_context(beside))

    def end(self) -> None:
        """Wait for all of it: of a file that did not reach it the disk tells only who asks first."""
        for end in self._ends:
            end()
