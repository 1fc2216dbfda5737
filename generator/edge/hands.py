"""Many requests to a host at once, as many as it bears: most of the time is spent waiting for the line."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

A = TypeVar("A")
B = TypeVar("B")


def each(width: int, do: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
    """What `do` gives for each item, in their order; `width` of them are at work at once.

    After a failure nothing more is begun; it is raised when all that was begun has ended.
    """
    if width == 1:
        yield from map(do, items)
        return
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - only a network needs it

    under_way: deque[Future[B]] = deque()
    with ThreadPoolExecutor(width) as pool:
        try:
            for item in items:
                under_way.append(pool.submit(do, item))
                if len(under_way) > 2 * width:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        finally:
            for one in under_way:
                one.cancel()


def all_of(width: int, do: Callable[[A], object], items: Iterable[A]) -> None:
    """Do it for every item."""
    for _ in each(width, do, items):
        pass
