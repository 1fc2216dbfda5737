"""The key with which a site is signed: where it stands, and what opens it.

`GONGKAI_SIGN_KEY` names the file; the password is looked up like that of a target called `sign`,
which is why no target may be called so.
"""

import os

from generator.edge import disk
from generator.edge.keys import Asking, kept
from generator.edge.minisign import LockedError, Secret, read_secret
from generator.model.target import SIGN as NAME
from generator.model.target import variable

KEY = variable(NAME, "KEY")


def secret(ask: Asking) -> Secret | None:
    """The secret key; None where nobody names one.

    Raises `OSError` where it cannot be read, `UnreadableError` where it is no key, `LockedError`
    where the password does not open it.
    """
    path = os.environ.get(KEY, "")
    if not path:
        return None
    text = disk.read(os.path.abspath(path)).decode("utf-8", "replace")

    def password() -> str:
        said = os.environ.get(variable(NAME)) or kept(NAME) or ask(NAME, os.path.basename(path))
        if not said:
            raise LockedError
        return said

    return read_secret(text, password)
