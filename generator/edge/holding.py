"""The kernel's lock on an open file: whoever dies has let go of it."""

import sys


def take(file: int) -> bool:
    """Put the lock on an open file; false while another process has it there."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - each system has only its own

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - each system has only its own

            # Not flock: worker processes would inherit it and hold it for a builder that died.
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
