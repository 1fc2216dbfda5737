"""Work for every item, in order: here, or shared among processes. The result is the same."""

import errno
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, Literal, NamedTuple, Protocol, TypeVar

from generator.edge.sweep import spare_the_old
from generator.values.place import Place
from generator.values.problem import Problem, Stop

A = TypeVar("A")
B = TypeVar("B")
Start = Literal["fork", "spawn"]
Beside = Callable[[Callable[[], Any]], B]
"""Work that is given a call which comes back, with what it is told, when the work is let go."""
_Waiting = Iterator[tuple[int, Any]]
"""Shares by number, each as items or as where they are among all."""
WORTH = 300
"""Below this many items, starting processes costs more than it saves (performance.md, 6.4)."""
EVEN = 4
"""A share is so small a part of what is left for each worker: large while the builder is busy itself,
small at the end, at which all come together."""
MOST = 61
"""As many processes as Windows lets one wait for."""
_SHORT = {errno.EAGAIN, errno.ENOMEM, errno.EMFILE, errno.ENFILE}
"""What the system says when it has no memory, no process or no pipe left."""


def method() -> Start:
    """How a process is begun: by copying this one where no other thread could be copied half-way."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def die_with_the_builder() -> None:
    """Ask the kernel to end this worker when its builder is killed; elsewhere the pipe's end does."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - only a worker needs it
        import multiprocessing  # noqa: PLC0415
        import signal  # noqa: PLC0415

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)
        builder = multiprocessing.parent_process()
        if builder and builder.pid != os.getppid():  # killed before anybody asked
            os._exit(1)


class Workers:
    """As many processes as asked for; 0 means as many as there are cores, when it is worth it.

    `start` is how they begin, `method()` when it is not said.
    """

    def __init__(self, jobs: int, start: Start | None = None) -> None:
        self._jobs = jobs
        self._start = start

    def each(
        self,
        work: Callable[[A], B],
        items: Sequence[A],
        weight: int = 1,
        meanwhile: Callable[[], object] = int,
    ) -> Iterator[B]:
        """`work` of every item, in the order of the items; `work` must be a module's function.

        `weight` is how many pages or entries one item stands for. A worker that dies is a `Stop`.
        `meanwhile` is done here once workers are busy, if there are any.
        """
        count = min(self._count(len(items) * weight), len(items), MOST)
        try:
            if count <= 1:
                yield from map(work, items)
            else:
                yield from _shared(work, items, count, self._start or method(), meanwhile)
        except MemoryError as error:
            raise _short(errno.ENOMEM) from error
        except OSError as error:
            if error.errno is None or error.errno not in _SHORT:
                raise
            raise _short(error.errno) from error

    @contextmanager
    def beside(self, work: Beside[B], weight: int) -> Iterator[Callable[..., B | None]]:
        """`work` by a copy of this process while this one goes on; ended when it is not let go.

        Letting it go may tell it something, waits for its end and answers what came of it: None when
        the process died. Where none can be copied the work is done then, and here.
        """
        worker = None
        if self._count(weight) > 1 and (self._start or method()) == "fork":
            with suppress(OSError, MemoryError):
                worker = _hired(_go_beside, (work,), "fork")
        if worker is None:
            yield lambda told=None: work(lambda: told)
            return
        try:
            yield partial(_let_go, worker.end)
        finally:
            worker.dismiss()

    def _count(self, weight: int) -> int:
        """How many processes there may be for work of that weight."""
        return self._jobs or ((os.cpu_count() or 1) if weight >= WORTH else 1)


def _shared(
    work: Callable[[A], B],
    items: Sequence[A],
    count: int,
    start: Start,
    meanwhile: Callable[[], object],
) -> Iterator[B]:
    """The same by processes, each with a share at a time; whatever ends it early ends them at once."""
    from multiprocessing.connection import wait  # noqa: PLC0415 - costs only who needs it

    shares = [*_cut(len(items), count * EVEN)]
    # a copy of this process has the items; it is told which, and what comes next while it is at work
    is_copy = start == "fork"
    known: Sequence[A] = items if is_copy else ()
    waiting: _Waiting = enumerate(shares if is_copy else (items[one] for one in shares))
    crew: list[_Worker] = []
    busy: dict[Any, deque[int]] = {}
    done: dict[int, list[B]] = {}
    try:
        crew.extend(_hired(_live, (work, known), start) for _ in shares[:count])
        for one in (*crew, *(crew if is_copy else ())):
            _hand(one.end, waiting, busy)
        meanwhile()
        for number in range(len(shares)):
            while number not in done:
                ready: list[Any] = wait([end for end, its in busy.items() if its])
                for end in ready:
                    done[busy[end].popleft()] = _answer(end)
                    _hand(end, waiting, busy)
            yield from done.pop(number)
    finally:
        for one in crew:  # all of them at once: a large process takes its time to end
            one.process.kill()
        for one in crew:
            one.dismiss()


def _cut(size: int, parts: int) -> Iterator[slice]:
    """Shares of so many items, each one of so many `parts` of what is left."""
    at = 0
    while at < size:
        end = at + max(1, (size - at) // parts)
        yield slice(at, end)
        at = end


class _End(Protocol):
    """An end of a pipe."""

    def send(self, obj: object, /) -> None: ...

    def recv(self) -> Any: ...  # noqa: ANN401 - whatever the other end has sent

    def close(self) -> None: ...


class _Worker(NamedTuple):
    """A process and our end of the pipe to it."""

    process: Any
    end: _End

    def dismiss(self) -> None:
        """End it, whatever it does; it holds nothing that could be lost."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.end.close()


def process(start: Start) -> Callable[..., Any]:
    """The class of processes that begin this way."""
    import multiprocessing  # noqa: PLC0415 - costs only who needs it

    if start == "fork":
        return multiprocessing.get_context("fork").Process
    return multiprocessing.get_context("spawn").Process


def _hired(life: Callable[..., None], about: tuple[Any, ...], start: Start) -> _Worker:
    import multiprocessing  # noqa: PLC0415 - costs only who needs it

    ours, theirs = multiprocessing.Pipe()
    its = partial(_apart, ours, life) if start == "fork" else life
    one = process(start)(target=its, args=(*about, theirs))
    one.start()
    theirs.close()  # the worker alone holds it: the pipe ends when the worker does
    return _Worker(one, ours)


def _apart(ours: _End, life: Callable[..., None], *about: Any) -> None:  # noqa: ANN401 - of any work
    """The life of a copy: without our end of its pipe, which would never end while it held it itself.

    It still holds those of workers hired before; they end one after the other, the last one first.
    """
    ours.close()
    life(*about)


def _hand(end: _End, waiting: _Waiting, busy: dict[Any, deque[int]]) -> None:
    """Give a worker the next share, if there is one."""
    number, share = next(waiting, (None, ()))
    if number is not None:
        busy.setdefault(end, deque()).append(number)
        try:
            end.send(share)
        except OSError as error:
            raise _died() from error


def _answer(end: _End) -> Any:  # noqa: ANN401 - the results of a share
    """What came of a share; what the work raised is raised here."""
    try:
        results, raised = end.recv()
    except (EOFError, OSError) as error:
        raise _died() from error
    if raised is not None:
        raise raised
    return results


def _live(work: Callable[[A], B], items: Sequence[A], theirs: _End) -> None:
    """The life of a worker: share after share."""
    _begin()
    with suppress(EOFError, OSError):  # the builder has gone
        while True:
            share = theirs.recv()
            theirs.send(_worked(work, items[share] if isinstance(share, slice) else share))


def _go_beside(work: Beside[Any], theirs: _End) -> None:
    """The life of one that works beside the builder."""
    _begin()
    with suppress(OSError):  # the builder has gone
        theirs.send(_worked(work, [theirs.recv]))


def _let_go(end: _End, told: object = None) -> Any:  # noqa: ANN401 - the result of any work
    """Tell it to come to its end; what came of it, None when it died before that."""
    with suppress(OSError):  # who does not wait for it may have come to its end already
        end.send(told)
    try:
        done, raised = end.recv()
    except (EOFError, OSError):
        return None
    if raised is not None:
        raise raised
    return done[0]


def _begin() -> None:
    """Ctrl-C is for the builder, whom no worker outlives."""
    import signal  # noqa: PLC0415 - only a worker needs it

    spare_the_old()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_the_builder()


def _worked(work: Callable[[A], B], share: Sequence[A]) -> tuple[list[B], Exception | None]:
    try:
        return [work(item) for item in share], None
    except Exception as error:  # noqa: BLE001 - our own bugs are for the builder to show
        from traceback import format_exc  # noqa: PLC0415 - only a bug needs it

        error.add_note(format_exc())
        return [], error


def _died() -> Stop:
    """Before the commit, so that the site is the one it was."""
    return Stop(Problem("workers/died", Place("build.py"), (("live", "old"),)), 74)


def _short(error: int) -> Stop:
    facts = (("error", errno.errorcode[error]), ("live", "old"))
    return Stop(Problem("workers/short", Place("build.py"), facts), 74)
