"""How often this process looks for garbage that reference counts leave behind, and what it never tidies."""

import gc

_YOUNG = 250_000
"""So many objects are looked at together: a look takes as long for what lives as for garbage, of which
a site of ten thousand entries leaves some hundred objects in all."""
_NEVER = 1_000_000_000
_LEFT: list[object] = []
"""What a process that ends at once has not taken apart."""


def spare_the_old() -> None:
    """Look among young objects only, and seldom: what has grown old in a build lives until its end.

    Every look at the old ones is longer than the one before, and wakes all pages of memory that
    workers share with their builder. The young are where garbage is: errors, closures of templates.
    """
    _, middle, _ = gc.get_threshold()
    gc.set_threshold(_YOUNG, middle, _NEVER)


def sweep_no_more() -> None:
    """Look for no garbage in this process, nor in its copies: they end with what they are at.

    What a build leaves behind are the makings of its classes, as many for one entry as for ten thousand.
    """
    gc.disable()


def leave(made: object) -> None:
    """Hold what is of no use any more until the process ends: to take a large site apart takes its time."""
    _LEFT.append(made)
