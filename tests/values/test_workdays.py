"""Working days against the official notices, another package's tables, and vectors worked by hand."""

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar  # type: ignore[import-untyped]
import pytest

from generator.read.workyears import read_calendar
from generator.values.source_file import SourceFile
from generator.values.workdays import WEEKDAYS, WorkCalendar, WorkYear

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "content" / "calendar"
STARTER = ROOT / "generator" / "starter" / "content" / "calendar"
YEARS = (2023, 2024, 2025, 2026)


def known() -> WorkCalendar:
    """What the sample's files say."""
    files = [SourceFile(f"content/calendar/{p.name}", p.read_bytes()) for p in SAMPLE.iterdir()]
    found = read_calendar(sorted(files, key=lambda one: one.path))
    assert found.value
    assert () == found.problems
    return found.value


def day(text: str) -> date:
    """A day of 2026, written without its year."""
    return date.fromisoformat(f"2026-{text}")


@pytest.mark.parametrize("year", YEARS)
def test_every_day_of_a_year_is_what_another_package_says(year: int) -> None:
    """Its tables were made by other people from the same notices."""
    calendar, first = known(), date(year, 1, 1)
    days = [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]
    other = [one.isoformat() for one in days if chinese_calendar.is_workday(one)]

    assert other == [one.isoformat() for one in days if calendar.is_working(one)]


def test_a_new_site_begins_with_the_same_years() -> None:
    """What the sample says of a year is what a new site says of it."""
    assert {f"{year}.yaml" for year in YEARS} == {path.name for path in SAMPLE.iterdir()}
    assert {p.name: p.read_bytes() for p in SAMPLE.iterdir()} == {
        p.name: p.read_bytes() for p in STARTER.iterdir()
    }


@pytest.mark.parametrize(
    ("event", "count", "last", "monday_to_friday"),
    [
        ("01-05", 20, "02-02", "02-02"),
        ("01-30", 20, "03-05", "02-27"),
        ("02-10", 20, "03-16", "03-10"),
        ("04-20", 20, "05-20", "05-18"),
        ("09-15", 20, "10-19", "10-13"),
        ("09-30", 20, "11-03", "10-28"),
        ("02-10", 5, "02-24", "02-17"),
        ("09-15", 5, "09-21", "09-22"),
        ("09-30", 5, "10-13", "10-07"),
    ],
)
def test_a_clock_begins_on_the_day_after_the_event(
    event: str, count: int, last: str, monday_to_friday: str
) -> None:
    """And runs by the notice; without one, Monday to Friday, which is another day."""
    assert day(last) == known().add_working_days(day(event), count)
    assert day(monday_to_friday) == WEEKDAYS.add_working_days(day(event), count)


@pytest.mark.parametrize(
    ("first", "count", "last"),
    [
        ("11-18", 5, "11-24"),  # a Wednesday, over a weekend
        ("11-18", 1, "11-18"),
        ("11-21", 1, "11-23"),  # a Saturday: Monday is day one
        ("09-30", 5, "10-12"),  # 8, 9, 10 (a Saturday that is worked) and 12 October
        ("02-14", 2, "02-24"),  # a Saturday that is worked is day one
    ],
)
def test_a_period_counts_its_first_day_when_it_is_worked(first: str, count: int, last: str) -> None:
    """As `days` does, and unlike a clock."""
    calendar = known()

    assert day(last) == calendar.last_day(day(first), count)
    assert count == calendar.count(day(first), day(last))
    assert count - 1 == calendar.count(day(first), day(last) - timedelta(days=1))


def test_nothing_is_counted_backwards() -> None:
    """A period that is over has nothing left."""
    assert 0 == known().count(day("11-24"), day("11-23"))


def test_a_year_without_its_notice_is_named() -> None:
    """Every one of them that a period touches, and no other."""
    calendar = known()

    assert () == calendar.unknown(date(2023, 1, 1), date(2026, 12, 31))
    assert (2027,) == calendar.unknown(date(2026, 12, 28), date(2027, 1, 4))
    assert (2021, 2022) == calendar.unknown(date(2021, 6, 1), date(2023, 1, 1))


def test_a_weekend_of_rest_need_not_be_written() -> None:
    """And one that is written is rest all the same."""
    monday, saturday = date(2027, 1, 4), date(2027, 1, 9)
    calendar = WorkCalendar((WorkYear(2027, (monday,), (saturday,)),))

    assert not calendar.is_working(monday)
    assert not calendar.is_working(date(2027, 1, 3))
    assert calendar.is_working(saturday)
    assert not calendar.is_working(date(2027, 1, 10))
