"""What spreadsheet programs do to cells when they save a table as text: named, never mended.

Only the midnight behind a day, which says nothing, is taken off.
"""

from datetime import date, timedelta

from generator.model import fields as f
from generator.read.source import Source
from generator.read.yamldoc import Scalar
from generator.values.pattern import pattern
from generator.values.problem import Problem

_HASHES = pattern(r"[#＃]{3,}")
"""`########`: the column was too narrow, and what it held is gone."""
_SCIENTIFIC = pattern(r"[+-]?[0-9](?:\.[0-9]+)?[Ee]\+[0-9]{1,3}")
"""`1.23E+17`: a long number that lost its digits."""
_SERIAL = pattern(r"[2-7][0-9]{4}(?:\.[0-9]+)?")
"""`45000`: a day as a spreadsheet counts it from 1900."""
_MIDNIGHT = pattern(r"(?P<day>.*[0-9日])[ T]+0?0:00(?::00)?")
"""`2026/10/3 0:00`: a day as spreadsheets export it."""
_DAY_ZERO = date(1899, 12, 30)


def damage(source: Source, kind: f.Type, cell: Scalar, key: str) -> Problem | None:
    """What a spreadsheet program did to the cell of the column `key`, if it did anything."""
    text = cell.text.strip()
    line, column, length = cell.line, cell.column, cell.length
    if _HASHES.fullmatch(text):
        return source.problem("table/hashes", line, column, length, "stop", key=key)
    if _SCIENTIFIC.fullmatch(text):
        return source.problem("table/scientific", line, column, length, "stop", key=key, value=text)
    if isinstance(kind, f.Day | f.When) and _SERIAL.fullmatch(text):
        day = (_DAY_ZERO + timedelta(days=int(text.partition(".")[0]))).isoformat()
        return source.problem(
            "table/serial-date", line, column, length, "stop", key=key, value=text, day=day
        )
    return None


def plain(kind: f.Type, cell: Scalar) -> Scalar:
    """The cell without the midnight that a spreadsheet wrote behind a day."""
    found = _MIDNIGHT.fullmatch(cell.text.strip()) if isinstance(kind, f.Day) else None
    return cell._replace(text=found["day"]) if found else cell
