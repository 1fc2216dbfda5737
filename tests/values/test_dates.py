"""Days, months and moments as an office writes them."""

from datetime import UTC, date, datetime

import pytest

from generator.values.dates import (
    Month,
    NoSuchDayError,
    NotADateError,
    parse_day,
    parse_moment,
    parse_month,
    today_in,
)


@pytest.mark.parametrize(
    "text",
    [
        "2026-3-5",
        "2026-03-05",
        "2026/3/5",
        "2026.3.5",
        "2026年3月5日",
        " 2026-3-5 ",
        "2026年 3月 5日",
        "2026 年 3 月 5 日",
        "2026年\u30003月\u30005日",
        "2026－03－05",
        "2026—3—5",
        "２０２６年３月５日",
        "２０２６-３-５",
    ],
)
def test_every_way_to_write_a_day_is_the_same_day(text: str) -> None:
    """Hyphen, slash, point and Chinese forms agree."""
    assert date(2026, 3, 5) == parse_day(text)


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026-13-01", "2026-00-10", "0000-01-01", "2025-02-29"]
)
def test_a_day_that_does_not_exist_is_never_moved(text: str) -> None:
    """The calendar decides, nothing is rolled over into the next month."""
    with pytest.raises(NoSuchDayError):
        parse_day(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026.3",
        "明天",
        "26-3-5",
        "2026-3",
        "2026-3-5-1",
        "",
        "3/5/2026",
        "2026/3-5",
        "2026-3.5",
        "2026年3月5",
        "2026年3-5日",
        "2026 -3-5",
        "20260305",
    ],
)
def test_what_is_not_a_day_is_never_guessed(text: str) -> None:
    """Half a date is no date."""
    with pytest.raises(NotADateError):
        parse_day(text)


def test_a_moment_keeps_the_clock_as_two_digits() -> None:
    """9:30, also behind a T or with a full-width colon."""
    assert "09:30" == parse_moment("2026-10-12 9:30").clock
    assert "09:30" == parse_moment("2026-10-12T09:30").clock
    assert "09:30" == parse_moment("2026年10月12日 9：30").clock
    assert "09:30" == parse_moment("2026年 10月 12日\u3000９：３０").clock
    assert "" == parse_moment("2026-10-12").clock


def test_a_month_with_a_point_is_refused() -> None:
    """2024.10 may be a number that lost its zero."""
    with pytest.raises(NotADateError):
        parse_month("2024.10")
    assert Month(2024, 10) == parse_month("2024年10月") == parse_month("2024-10")
    assert Month(2024, 10) == parse_month("2024年 10 月") == parse_month("2024－10")
    with pytest.raises(NotADateError):
        parse_month("2024年10")


def test_a_day_is_a_day_in_the_site_s_zone() -> None:
    """Four in the afternoon in UTC is the next day in China."""
    evening = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)

    assert date(2026, 11, 22) == today_in("+08:00", evening)
    assert date(2026, 11, 21) == today_in("-05:30", evening)
