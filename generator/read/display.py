"""The display period (公示期): when it begins, and its end however that was written."""

from datetime import date

from generator.model.entry import Display
from generator.read.fields import Reader
from generator.read.got import Got
from generator.values.dates import add_days

ENDS = ("until", "days", "working_days")
"""The keys that may say when it ends; one of them does."""


def read(reader: Reader, got: Got) -> Display | None:
    """The period; None when there is none, or when it is wrong.

    Day one is `from`. Working days count those in the period only: `from` is the first when
    offices work on it, else the period runs on for the next ones.
    """
    group = got.group("display")
    if group is None or group.day("from") is None:
        return None
    if sum(key in group.spots for key in ENDS) != 1:
        reader.problems.append(group.problem("display/end", "from"))
        return None
    found = span(reader, group)
    if found is None:
        end = group.day("until")
        if end:
            told = group.problem("display/backwards", "until", value=end.isoformat())
            reader.problems.append(told)
        return None
    working = group.one("working_days", int) or 0
    unknown = reader.calendar.unknown(*found) if working else ()
    say_unknown(reader, group, "working_days", unknown)
    return Display(*found, working, unknown)


def span(reader: Reader, group: Got) -> tuple[date, date] | None:
    """The first and the last day; None unless both are sure and in this order."""
    start, until = group.day("from"), group.day("until")
    days, working = group.one("days", int), group.one("working_days", int)
    if start is None or sum(key in group.spots for key in ENDS) != 1:
        return None
    if working:
        until = reader.calendar.last_day(start, working)
    elif days:
        until = add_days(start, days - 1)
    return (start, until) if until and until >= start else None


def say_unknown(reader: Reader, got: Got, at: str, years: tuple[int, ...]) -> None:
    """Warn of every year whose working days could be counted Monday to Friday only."""
    for year in years:
        told = got.problem("calendar/missing-year", at, severity="warn", year=str(year))
        reader.problems.append(told)
