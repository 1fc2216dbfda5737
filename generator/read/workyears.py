"""`content/calendar/YYYY.yaml`: a year's notice to a value, every day of it checked."""

import functools
import posixpath
from collections.abc import Iterable, Iterator
from datetime import date

from generator.model import workyear as model
from generator.read.fields import Reader
from generator.read.got import Got
from generator.read.site import own
from generator.read.source import Source, through
from generator.values.dates import add_days
from generator.values.pattern import pattern
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read
from generator.values.source_file import SourceFile
from generator.values.workdays import WorkCalendar, WorkYear

_NAME = pattern(r"((?:19|2\d)\d\d)\.yaml")
_SATURDAY = 5
_LONGEST = 12
"""Days of rest in a row that no notice has come near."""


def read_calendar(files: Iterable[SourceFile]) -> Read[WorkCalendar]:
    """Every year of the folder. A year whose file is wrong counts as known: its problems are told."""
    years, problems = [], []
    for file in files:
        named = _NAME.fullmatch(posixpath.basename(file.path))
        if not named or posixpath.basename(posixpath.dirname(file.path)) != "calendar":
            problems.append(Problem("calendar/name", Place(file.path)))
            continue
        year = int(named[1])
        found = through(file.path, file.body, functools.partial(read_year, year=year))
        years.append(found.value or WorkYear(year, (), ()))
        problems += found.problems
    return Read(WorkCalendar(tuple(years)), tuple(problems))


def read_year(source: Source, year: int) -> Read[WorkYear]:
    """The notice of the year; None when something in it is wrong."""
    found = own(source, model.FIELDS)
    if found.value is None:
        return Read(None, found.problems)
    reader, got = found.value
    rest = _days(reader, got.groups("rest"), year)
    work: dict[date, int] = {}
    for one in got.groups("work"):
        on = one.day("on")
        if on and _is_new(reader, one, "on", on, work, year):
            _check_made_up(reader, one, on, rest)
    if any(one.severity == "stop" for one in reader.problems):
        return Read(None, tuple(reader.problems))
    return Read(WorkYear(year, tuple(sorted(rest)), tuple(sorted(work))), tuple(reader.problems))


def _days(reader: Reader, ranges: Iterable[Got], year: int) -> dict[date, int]:
    """Every day of rest, with the line it was first written in."""
    days: dict[date, int] = {}
    for one in ranges:
        first, last = one.day("from"), one.day("until") or one.day("from")
        if first is None or last is None:
            continue
        if last < first:
            reader.problems.append(one.problem("calendar/backwards", "until"))
            continue
        if (length := (last - first).days + 1) > _LONGEST and last.year == year:
            facts = {"value": first.isoformat(), "days": str(length)}
            reader.problems.append(one.problem("calendar/long", "until", "warn", **facts))
        for day in _within(first, last, year):
            at = "from" if day == first else "until"
            if not _is_new(reader, one, at, day, days, year):
                break
    return days


def _within(first: date, last: date, year: int) -> Iterator[date]:
    """The days from the first to the last, and no more than one beyond the year."""
    day = first
    while day <= last:
        yield day
        if day.year != year:
            return
        day = add_days(day, 1)


def _is_new(  # noqa: PLR0913, PLR0917 - a day, where it stands, and what it is compared with
    reader: Reader, got: Got, at: str, day: date, known: dict[date, int], year: int
) -> bool:
    """Whether the day belongs to the year and was not written before; a problem where not."""
    shown = day.isoformat()
    if day.year != year:
        told = got.problem("calendar/other-year", at, value=shown, year=str(year))
        reader.problems.append(told)
        return False
    if day in known:
        first = str(known[day])
        reader.problems.append(got.problem("calendar/twice", at, value=shown, first=first))
        return False
    known[day] = got.at(at).line
    return True


def _check_made_up(reader: Reader, got: Got, day: date, rest: dict[date, int]) -> None:
    """A day that is worked to make up for another is a weekend, and no day of rest."""
    shown = day.isoformat()
    if day in rest:
        first = str(rest[day])
        reader.problems.append(got.problem("calendar/both", "on", value=shown, first=first))
    elif day.weekday() < _SATURDAY:
        reader.problems.append(got.problem("calendar/weekday", "on", value=shown))
