"""Who enters a host, and with which password: from the environment, from the system, from a person.

No password stands in a site's files, and none is printed or kept by us.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

from generator.model.target import LOCAL, Target, variable
from generator.values.address import NoAddressError, address
from generator.values.host import Keys

SERVICE = "gongkai"
"""Under this name the system keeps passwords (`keyring set gongkai "web clerk@host"`)."""
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
    user = _user(target.name, place)
    found: list[str] = []

    def password() -> str:
        if not found:
            said = os.environ.get(variable(target.name)) or kept(entry(target.name, place))
            found.append((said or ask(target.name, place)).rstrip("\r\n"))
        return found[0]

    return Keys(target.name, user, variable(target.name), password)


def entry(name: str, place: str) -> str:
    """Under what the system keeps a password: the target, who enters, and the host, so no other gets it.

    The signing key has no host, and is kept under its name alone.
    """
    try:
        return f"{name} {_user(name, place)}@{address(place).host}"
    except NoAddressError:
        return name


def _user(name: str, place: str) -> str:
    return address(place).user or os.environ.get(variable(name, "USER"), "")


def kept(name: str) -> str:
    """The password that the system keeps under an entry; "" where it has none, or keeps none.

    What a system throws is its own: Windows, where nobody has logged in, an error of no known kind.
    """
    import keyring  # noqa: PLC0415 - costs a tenth of a second, only for who has no other way

    with suppress(Exception):
        return keyring.get_password(SERVICE, name) or ""
    return ""


def keep(name: str, password: str) -> bool:
    """Let the system keep a password under an entry; whether it does."""
    import keyring  # noqa: PLC0415

    with suppress(Exception):
        keyring.set_password(SERVICE, name, password)
        return True
    return False


def typed(prompt: str) -> str:
    """What a person types, unseen; "" where nobody sits at a terminal, or does not want to."""
    from getpass import getpass  # noqa: PLC0415

    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return ""
    try:
        return getpass(prompt, sys.stderr)
    except EOFError:
        return ""
