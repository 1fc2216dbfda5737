"""Where an entry's page stands: the path of its source, in ASCII, for good."""

import re
import unicodedata

from generator.values.digest import short_name
from generator.values.pattern import pattern

_LONGEST = 80
_KEPT = r"(?:con|prn|aux|nul|com\d|lpt\d)"
"""Names that Windows keeps for its devices."""
_DEVICES = pattern(_KEPT, re.IGNORECASE)
_FORBIDDEN = pattern(rf'[<>:"|?*\\]|[. ](?=/|\Z)|(?:\A|/){_KEPT}(?=[./]|\Z)', re.IGNORECASE)
"""What no path of Windows has: some characters, a part that ends in a dot or a space, a device."""
_SAFE = pattern(r"[a-z0-9]+(?:[-_.]?[a-z0-9]+)*", re.IGNORECASE)

_ROOT_NAME = pattern(r"\.?[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,99})")


def address_of(path: str, category: str, pinned: str = "") -> str:
    """The address of the entry in `path` (`content/finance/2026/10-a.md`): `finance/2026/10-a.html`.

    A part that is not plain ASCII becomes eight characters of the SHA-256 of its path in NFC
    form, so that the address is short and stays; `pinned` (the entry's `id`) replaces the name.
    """
    parts = path.rsplit(".", 1)[0].split("/")
    inside = parts[2:]  # the content folder may be called anything, also like a category
    named = []
    for depth, part in enumerate(inside, 1):
        is_plain = _plain(part, is_folder=depth < len(inside))
        named.append(part if is_plain else short_name("/".join((category, *inside[:depth]))))
    if pinned:
        named[-1] = pinned
    return f"{category}/{'/'.join(named)}.html"


def _plain(part: str, *, is_folder: bool) -> bool:
    """Whether a part of a path may stand in an address as it is, on every system and host."""
    if (
        not _SAFE.fullmatch(part)
        or len(part) > _LONGEST
        or _DEVICES.fullmatch(part.split(".", maxsplit=1)[0])
    ):
        return False
    return not (is_folder and "." in part)


def is_page(address: str) -> bool:
    """Whether a page may stand at the address: folders and a name ending in .html or .htm."""
    *folders, name = address.split("/")
    stem, _, ending = name.rpartition(".")
    return (
        ending in {"html", "htm"}
        and _plain(stem, is_folder=False)
        and all(_plain(part, is_folder=True) for part in folders)
    )


def stands_at_root(path: str) -> bool:
    """Whether a file may keep its name in the site: ASCII that every host hands out as it is."""
    parts = path.split("/")
    return stands_on_windows(path) and all(_ROOT_NAME.fullmatch(one) for one in parts)


def stands_on_windows(path: str) -> bool:
    """Whether every part of the path can be the name of a file or folder on Windows."""
    return not _FORBIDDEN.search(path)


def collision_key(address: str) -> str:
    """What two addresses share when a file system or a host may take one for the other."""
    return unicodedata.normalize("NFKC", address).casefold()


def file_of(name: str, folder: str) -> str:
    """The name of a file in an address: as it is where that is plain ASCII, else eight characters.

    The ending stays, in lower case, because hosts tell the type of a file by it; `folder` is the
    address it stands in.
    """
    stem, dot, ending = name.rpartition(".")
    shown = stem if _plain(stem, is_folder=False) else short_name(f"{folder}/{name}")
    return f"{shown}{dot}{ending.lower()}"
