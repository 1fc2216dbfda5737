"""Days, months and times as they are written, and what is said of one that is none."""

from collections.abc import Callable

from generator.model import fields as f
from generator.read.source import Source
from generator.values.dates import (
    NoSuchDayError,
    NotADateError,
    parse_clock,
    parse_day,
    parse_moment,
    parse_month,
)
from generator.values.pattern import pattern
from generator.values.problem import Problem

_PARSE: dict[type[f.Type], Callable[[str], object]] = {
    f.Day: parse_day,
    f.When: parse_moment,
    f.Span: parse_month,
    f.Clock: parse_clock,
}
_FORMS = {f.Span: "2026-10", f.Clock: "09:30"}
_EIGHT = pattern(r"^(\d{4})(\d{2})(\d{2})$")
_TIMED = pattern("[:：时点]")
"""What is written as a time of day, however wrongly."""


def read(
    source: Source, spot: tuple[int, int, int], kind: f.Type, text: str, key: str
) -> object | Problem:
    """The day, month, moment or time that the text names, or the problem at its place.

    `spot` is the line, the column and the length of the text.
    """
    try:
        return _PARSE[type(kind)](text)
    except NoSuchDayError:
        return source.problem("date/impossible", *spot, "stop", key=key, value=text)
    except NotADateError:
        if kind == f.Span(private=True) and _is_day(text):
            return source.problem("private/day", *spot, "stop", key=key)
        clock = " 09:30" if isinstance(kind, f.When) and _TIMED.search(text) else ""
        wanted = _FORMS.get(type(kind), f"2026-10-12{clock}")
        code = "date/published-form" if isinstance(kind, f.When) else "date/form"
        return source.problem(code, *spot, "stop", key=key, value=text, wanted=wanted)


def _is_day(text: str) -> bool:
    """Whether the text says a day, eight digits included."""
    try:
        parse_day(_EIGHT.sub(r"\1-\2-\3", text))
    except ValueError:
        return False
    return True
