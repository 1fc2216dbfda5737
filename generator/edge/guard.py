"""Work on one item in a process of its own, which is ended when it takes too long or dies."""

from collections.abc import Callable
from typing import Any, Generic, Literal, Protocol, TypeVar

from generator.edge.workers import Start, die_with_the_builder, method, process
from generator.values.dataclass import dataclass

A = TypeVar("A")
B = TypeVar("B")
_START = 60.0
"""Seconds that a process may take to begin: a slow machine imports for a while."""


@dataclass(frozen=True, slots=True)
class Ended(Generic[B]):
    """How the work ended; `value` is there when it is done."""

    how: Literal["done", "slow", "crashed"]
    value: B | None = None


class _End(Protocol):
    """An end of a pipe."""

    def send(self, obj: object, /) -> None: ...

    def recv(self) -> Any: ...  # noqa: ANN401 - whatever the other end has sent

    def poll(self, timeout: float | None = ..., /) -> bool: ...


def run(work: Callable[[A], B], item: A, seconds: float, start: Start | None = None) -> Ended[B]:
    """`work` of `item`, which must be a module's function; what it raises is raised here.

    The process is killed, not asked: a loop inside a C library hears nothing.
    """
    import multiprocessing  # noqa: PLC0415 - costs only who needs it

    ours, theirs = multiprocessing.Pipe(duplex=False)
    child = process(start or method())(target=_work, args=(work, item, theirs))
    child.start()
    theirs.close()
    try:
        return _wait(ours, seconds)
    finally:
        child.kill()
        child.join()
        child.close()
        ours.close()


def _wait(ours: _End, seconds: float) -> Ended[B]:
    try:
        if not ours.poll(_START):
            return Ended("slow")
        ours.recv()
        if not ours.poll(seconds):
            return Ended("slow")
        value, raised = ours.recv()
    except (EOFError, OSError):
        return Ended("crashed")
    if raised is not None:
        raise raised
    return Ended("done", value)


def _work(work: Callable[[A], B], item: A, theirs: _End) -> None:
    """The life of the process: say that it has begun, work, say what came of it."""
    die_with_the_builder()
    theirs.send(None)
    try:
        theirs.send((work(item), None))
    except Exception as error:  # noqa: BLE001 - our own bugs are for the builder to show
        theirs.send((None, error))
