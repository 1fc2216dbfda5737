"""Lines that were meant for rows of a table, and that the dialect would show as text."""

from typing import Literal

from generator.read.paragraphs import behind_number
from generator.values.pattern import pattern
from generator.values.text import mask

Kind = Literal["", "bars", "tabs", "wide"]
_SEPARATOR = pattern(r"[｜\t]")
_SHOWN = 60
"""Characters of a row that a problem shows as it should be written."""


def kind(before: str, text: str, after: str) -> Kind:
    """What a line between two others separates its cells with; nothing when it is no row."""
    if len(text) > 2 and text[0] == text[-1] == "|":
        return "bars"
    if "\t" in text and "\t" in behind_number(text):
        return "tabs"
    return "wide" if "｜" in text and ("｜" in before or "｜" in after) else ""


def plain(row: str) -> str:
    """The beginning of a row as the dialect writes it, with no half of a number that is masked whole."""
    cells = [cell.strip() for cell in _SEPARATOR.split(mask(row[: 2 * _SHOWN])[:_SHOWN])]
    more = " …" if len(row) > _SHOWN else ""
    return f"| {' | '.join(cells).strip(' |')} |{more}"
