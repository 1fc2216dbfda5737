"""`content/issues/YYYY-MM.yaml`: the editor's words for a month, or why it has no issue."""

import functools
import posixpath
from collections.abc import Collection, Iterable
from datetime import date

from generator.model import issue as model
from generator.model.issue import Letter
from generator.model.settings import Settings
from generator.read.fields import Reader
from generator.read.got import Got
from generator.read.site import own
from generator.read.source import Source, through
from generator.values.dataclass import dataclass
from generator.values.dates import Month, NoSuchDayError, month_of, parse_month
from generator.values.pattern import pattern
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read
from generator.values.source_file import SourceFile

_NAME = pattern(r"(\d{4}-\d{2})\.yaml")


@dataclass(frozen=True, slots=True)
class Months:
    """What a month's letter is held against: where the series begins, the day, what is published.

    `filled` are the months with entries that lists show, `changed` those with changes to report.
    """

    settings: Settings
    today: date
    filled: Collection[Month]
    changed: Collection[Month]


def read_letters(files: Iterable[SourceFile], months: Months) -> Read[tuple[Letter, ...]]:
    """Every letter of the folder that may be shown, in the order of months."""
    letters, problems = [], []
    for file in files:
        month = _month(file.path)
        if month is None:
            problems.append(Problem("issues/name", Place(file.path)))
            continue
        place = Place(file.path)
        if month < months.settings.series.start:
            start = (("start", str(months.settings.series.start)),)
            problems.append(Problem("issues/before-series", place, start))
            continue
        read = functools.partial(read_letter, month=month, months=months)
        found = through(file.path, file.body, read)
        problems += found.problems
        if month > month_of(months.today):
            facts = (("month", str(month)),)
            problems.append(Problem("issues/future", place, facts, severity="warn"))
        elif found.value:
            letters.append(found.value)
    return Read(tuple(sorted(letters, key=lambda one: one.month)), tuple(problems))


def _month(path: str) -> Month | None:
    """The month that the file is named after; None when it is not, or lies in a folder below."""
    named = _NAME.fullmatch(posixpath.basename(path))
    if not named or posixpath.basename(posixpath.dirname(path)) != "issues":
        return None
    try:
        return parse_month(named[1])
    except NoSuchDayError:
        return None


def read_letter(source: Source, month: Month, months: Months) -> Read[Letter]:
    """The letter of the month; None when something in it is wrong."""
    found = own(source, model.FIELDS)
    if found.value is None:
        return Read(None, found.problems)
    reader, got = found.value
    if month <= month_of(months.today):
        _check(reader, got, month, months)
    if any(one.severity == "stop" for one in reader.problems):
        return Read(None, tuple(reader.problems))
    letter = Letter(month, got.text("foreword"), got.text("next"), got.text("reason"))
    return Read(letter, tuple(reader.problems))


def _check(reader: Reader, got: Got, month: Month, months: Months) -> None:
    """A reason stands for a month without entries, the other words for one with an issue."""
    if month in months.filled and "reason" in got.spots:
        reader.problems.append(got.problem("issues/not-empty", "reason", month=str(month)))
    if month in months.filled or month in months.changed:
        return
    for key in ("foreword", "next"):
        if key in got.spots:
            told = got.problem("issues/no-issue", key, severity="warn", month=str(month))
            reader.problems.append(told)
