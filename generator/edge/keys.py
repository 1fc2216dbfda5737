"""Who enters a host, and with which password: from the environment, from the system, from a person.

No password stands in a site's files, and none is printed or kept by us.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

from generator.model.target import LOCAL, Target, variable
from generator.values.address import address
from generator.values.host import Keys

SERVICE = "gongkai"
"""Under this name, and the target's, the system keeps passwords (`keyring set gongkai web`)."""
Asking = Callable[[str, str], str]
"""Asks a person for the password of a target, which stands at an address; "" where nobody answers."""


def nobody_knows(name: str, place: str) -> str:
    """Where there is nobody to ask."""
    del name, place
    return ""


def keys_of(target: Target, place: str, ask: Asking) -> Keys:
    """The keys of a target; nothing is looked up before a host wants it, and then once."""
    if target.way in LOCAL:
        return Keys(target.name, "", "", str)
    user = address(place).user or os.environ.get(variable(target.name, "USER"), "")
    found: list[str] = []

    def password() -> str:
        if not found:
            said = os.environ.get(variable(target.name)) or kept(target.name)
            found.append(said or ask(target.name, place))
        return found[0]

    return Keys(target.name, user, variable(target.name), password)


def kept(name: str) -> str:
    """The password that the system keeps for a target; "" where it has none, or keeps none."""
    import keyring  # noqa: PLC0415 - costs a tenth of a second, only for who has no other way
    from keyring.errors import KeyringError  # noqa: PLC0415

    with suppress(KeyringError, OSError):
        return keyring.get_password(SERVICE, name) or ""
    return ""


def keep(name: str, password: str) -> bool:
    """Let the system keep a target's password; whether it does."""
    import keyring  # noqa: PLC0415
    from keyring.errors import KeyringError  # noqa: PLC0415

    with suppress(KeyringError, OSError):
        keyring.set_password(SERVICE, name, password)
        return True
    return False


def typed(prompt: str) -> str:
    """What a person types, unseen; "" where nobody sits at a terminal."""
    from getpass import getpass  # noqa: PLC0415

    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return ""
    return getpass(prompt, sys.stderr)
