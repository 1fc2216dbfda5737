"""Whether work grows as its input does: a ratio within one process, never a time of its own.

A machine that is ten times slower, or busy with others' work, is so for both of the two.
"""

import gc
from collections.abc import Callable
from time import process_time
from typing import TypeVar

A = TypeVar("A")
TIMES = 4
"""How many times as large the larger of two inputs is."""
TOO_STEEP = 10
"""Linear work takes 4 times as long for it, work that grows with the square 16 times."""
NOTICED = 0.1
"""Seconds of the processor below which nothing can be told, nor needs to be."""
TRIES = 6
"""Times that both are measured before the work counts as steep; the best of each counts."""


def steepness(work: Callable[[A], object], small: A, large: A) -> float:
    """How many times as long `large` takes as `small`; 0 where it is too quick to tell."""
    quick = slow = float("inf")
    for _ in range(TRIES):
        slow = min(slow, _spent(work, large))
        if slow < NOTICED:
            return 0.0
        quick = min(quick, *(_spent(work, small) for _ in range(3)))
        if slow < quick * TOO_STEEP:
            break
    return slow / quick


def _spent(work: Callable[[A], object], item: A) -> float:
    gc.disable()  # its rounds go through whatever else the tests have left in this process
    try:
        since = process_time()
        work(item)
        return process_time() - since
    finally:
        gc.enable()
