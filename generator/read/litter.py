"""What systems and editors leave in folders, and nobody means."""

from generator.values.pattern import pattern

LITTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store", ".gitkeep", ".gitignore", "4913"})
"""Files that systems and editors leave, in lower case; by the last one vim tries whether it may write."""
_WORD = pattern(r"~wr[ld]\d+\.tmp")
"""What Word leaves when it is torn away."""


def is_litter(inside: str) -> bool:
    """Whether a file of the content folder is what systems and editors leave."""
    name = inside.rpartition("/")[2]
    lowered = name.lower()
    return (
        lowered in LITTER
        or name.startswith(("~$", ".~", ".#", "._", ".goutputstream-"))
        or lowered.endswith((".swp", ".swx", "~"))
        or bool(_WORD.fullmatch(lowered))
    )
