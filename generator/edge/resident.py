"""A process that does one piece of work after another, while the one that asks goes on with its own.

What it has loaded stays loaded: the second piece of work begins at once.
"""

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import Any, Generic, TypeVar

from generator.edge.sweep import spare_the_old
from generator.edge.workers import die_with_the_builder, method, process
from generator.values.place import Place
from generator.values.problem import Problem, Stop

A = TypeVar("A")
B = TypeVar("B")
Say = Callable[[Any], None]
"""Takes what is said before the work has come to its end."""
Work = Callable[[A, Say], B]
_PATIENCE = 1.0
"""Seconds in which a process that has nothing to do ends by itself."""
SWEPT = 10
"""After so many pieces of work a process that stays looks for garbage among all that it holds."""


def unheard(value: object) -> None:
    """What is said to nobody."""
    del value


class Resident(Generic[A, B]):
    """The process, begun at once: where no other thread runs yet it is a copy of this one.

    `work` must be a module's function. With the item it is given a call by which it says things
    to whoever asked before it has come to its end.
    """

    def __init__(self, work: Work[A, B]) -> None:
        self._work = work
        self._is_dead = False
        self._end, self._process = _begun(work)

    def ask(self, item: A, hear: Say = unheard) -> B:
        """What came of it; what the work raised is raised here, and `Stop` when the process died.

        One that has died since is begun anew. What it says meanwhile goes to `hear`.
        """
        if self._is_dead or not self._process.is_alive():
            self.renew()
        self._is_dead = True  # as long as an answer may still come that is not to the next item
        try:
            self._end.send(item)
            while not (answer := self._end.recv())[0]:
                hear(answer[1])
        except (EOFError, OSError) as error:
            raise Stop(
                Problem("workers/died", Place("build.py"), (("live", "old"),)), 74
            ) from error
        self._is_dead = False
        _, value, raised = answer
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


def _begun(work: Work[A, B]) -> tuple[Any, Any]:
    """Our end of a pipe, and the process at the other one."""
    import multiprocessing  # noqa: PLC0415 - costs only who needs it

    ours, theirs = multiprocessing.Pipe()
    one = process(method())(target=_live, args=(work, ours, theirs))
    one.start()
    theirs.close()  # the process alone holds it: the pipe ends when the process does
    return ours, one


def _live(work: Work[A, B], ours: Any, theirs: Any) -> None:  # noqa: ANN401 - ends of a pipe
    """The life of the process: it ends when nobody is left to ask; Ctrl-C is for who asks."""
    import gc  # noqa: PLC0415 - only the process needs it
    import signal  # noqa: PLC0415

    ours.close()  # a copy of it would keep the pipe open
    spare_the_old()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_the_builder()
    with suppress(EOFError, OSError):
        for number in count(1):
            theirs.send(_worked(work, theirs.recv(), lambda value: theirs.send((False, value))))
            if number % SWEPT == 0:
                gc.collect()  # when the answer is out: what has grown old is looked at at no other time


def _worked(work: Work[A, B], item: A, say: Say) -> tuple[bool, B | None, Exception | None]:
    try:
        return True, work(item, say), None
    except Exception as error:  # noqa: BLE001 - our own bugs are for who asked to show
        from traceback import format_exc  # noqa: PLC0415 - only a bug needs it

        error.add_note(format_exc())
        return True, None, error
