"""A process that does one piece of work after another, while the one that asks goes on with its own.

What it has loaded stays loaded: the second piece of work begins at once.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Generic, TypeVar

from generator.edge.workers import die_with_the_builder, method, process
from generator.values.place import Place
from generator.values.problem import Problem, Stop

A = TypeVar("A")
B = TypeVar("B")
_PATIENCE = 1.0
"""Seconds in which a process that has nothing to do ends by itself."""


class Resident(Generic[A, B]):
    """The process, begun at once: where no other thread runs yet it is a copy of this one.

    `work` must be a module's function.
    """

    def __init__(self, work: Callable[[A], B]) -> None:
        self._work = work
        self._is_dead = False
        self._end, self._process = _begun(work)

    def ask(self, item: A) -> B:
        """What came of it; what the work raised is raised here, and `Stop` when the process died.

        One that has died since is begun anew.
        """
        if self._is_dead or not self._process.is_alive():
            self.renew()
        try:
            self._end.send(item)
            value, raised = self._end.recv()
        except (EOFError, OSError) as error:
            self._is_dead = True
            raise Stop(
                Problem("workers/died", Place("build.py"), (("live", "old"),)), 74
            ) from error
        if raised is not None:
            raise raised
        result: B = value
        return result

    def renew(self) -> None:
        """Begin another process, which has loaded nothing yet, in place of this one."""
        self.close()
        self._is_dead = False
        self._end, self._process = _begun(self._work)

    def close(self) -> None:
        """End the process: by itself when it has nothing to do, else at once."""
        self._end.close()
        self._process.join(_PATIENCE)
        self._process.kill()
        self._process.join()

    def kill(self) -> None:
        """End it whatever it does, so that whoever waits for an answer waits no longer."""
        self._process.kill()


def _begun(work: Callable[[A], B]) -> tuple[Any, Any]:
    """Our end of a pipe, and the process at the other one."""
    import multiprocessing  # noqa: PLC0415 - costs only who needs it

    ours, theirs = multiprocessing.Pipe()
    one = process(method())(target=_live, args=(work, ours, theirs))
    one.start()
    theirs.close()  # the process alone holds it: the pipe ends when the process does
    return ours, one


def _live(work: Callable[[A], B], ours: Any, theirs: Any) -> None:  # noqa: ANN401 - ends of a pipe
    """The life of the process: it ends when nobody is left to ask; Ctrl-C is for who asks."""
    import signal  # noqa: PLC0415 - only the process needs it

    ours.close()  # a copy of it would keep the pipe open
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_the_builder()
    with suppress(EOFError, OSError):
        while True:
            theirs.send(_worked(work, theirs.recv()))


def _worked(work: Callable[[A], B], item: A) -> tuple[B | None, Exception | None]:
    try:
        return work(item), None
    except Exception as error:  # noqa: BLE001 - our own bugs are for who asked to show
        from traceback import format_exc  # noqa: PLC0415 - only a bug needs it

        error.add_note(format_exc())
        return None, error
