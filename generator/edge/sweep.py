"""How often this process looks for garbage that reference counts leave behind."""

import gc

_YOUNG = 250_000
"""So many objects are looked at together: a look takes as long for what lives as for garbage, of which
a site of ten thousand entries leaves some hundred objects in all."""
_NEVER = 1_000_000_000


def spare_the_old() -> None:
    """Look among young objects only, and seldom: what has grown old in a build lives until its end.

    Every look at the old ones is longer than the one before, and wakes all pages of memory that
    workers share with their builder. The young are where garbage is: errors, closures of templates.
    """
    _, middle, _ = gc.get_threshold()
    gc.set_threshold(_YOUNG, middle, _NEVER)
