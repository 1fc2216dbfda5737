"""The process's own streams, when whoever reads them has gone, and its end."""

import os
import sys

TYPE_CHECKING = False  # `typing` is not loaded where nothing has changed
if TYPE_CHECKING:
    from typing import NoReturn


def hush() -> None:
    """Let what is left for stdout go nowhere: its reader has seen enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def end_at_once(code: int) -> "NoReturn":
    """End the process: nothing is left to tidy, and a large site takes long to be forgotten."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):  # none, closed, or its reader has gone
            continue
    os._exit(code)
