"""What is written comes back as it was: amounts, days, months; and issues are numbered without a gap."""

from datetime import date
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.entry import Display
from generator.model.issue import issue_of
from generator.values.dates import Moment, Month, month_of, parse_day, parse_moment, parse_month
from generator.values.money import Money, parse_money, total

AMOUNTS = st.decimals(-(10**12), 10**12, places=2, allow_nan=False).map(Money)
MONTHS = st.builds(Month, st.integers(1949, 2200), st.integers(1, 12))
DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))


@given(AMOUNTS)
@example(Money(Decimal("-0.00")))
def test_an_amount_as_printed_reads_as_itself(amount: Money) -> None:
    """With commas, without, in full-width digits, in 万元."""
    wide = str.maketrans("0123456789.,-+", "０１２３４５６７８９．，－＋")

    assert amount == parse_money(str(amount))
    assert amount == parse_money(amount.plain)
    assert amount == parse_money(str(amount).translate(wide))
    assert amount == parse_money(amount.in_unit("万元"), "万元")
    if not str(amount).startswith("-"):
        assert Money(-amount.yuan) == parse_money(f"（{amount}）")


@given(st.lists(AMOUNTS, max_size=40))
def test_a_sum_is_exact_in_any_order(amounts: list[Money]) -> None:
    """No cent is lost, and none found."""
    cents = sum(int(one.yuan * 100) for one in amounts)

    assert Decimal(cents) / 100 == total(tuple(amounts)).yuan == total(tuple(amounts[::-1])).yuan


@given(
    DAYS, st.sampled_from(["{y}-{m}-{d}", "{y:04}/{m:02}/{d:02}", "{y}.{m}.{d}", "{y}年{m}月{d}日"])
)
def test_a_day_reads_as_itself_however_it_is_written(day: date, form: str) -> None:
    """2026-3-5, 2026/3/5 and 2026年3月5日 are one day."""
    assert day == parse_day(form.format(y=day.year, m=day.month, d=day.day))


@given(DAYS, st.times())
def test_a_moment_reads_as_itself(day: date, clock: object) -> None:
    """Behind a space or a T."""
    written = f"{clock:%H:%M}"

    assert (
        Moment(day, written) == parse_moment(f"{day} {written}") == parse_moment(f"{day}T{written}")
    )


@given(MONTHS)
def test_a_month_reads_as_itself(month: Month) -> None:
    """And the day it begins with falls in it."""
    assert month == parse_month(str(month)) == month_of(date(month.year, month.number, 1))


@given(MONTHS, st.integers(0, 600))
def test_issues_are_numbered_without_a_gap(start: Month, later: int) -> None:
    """总第M期 grows by one a month; 第N期 too, and begins again in January."""
    month = start
    for _ in range(later):
        month = month.next()
    issue, following = issue_of(month, start), issue_of(month.next(), start)

    assert later + 1 == issue.total == month.since(start) + 1
    assert issue.total + 1 == following.total
    assert following.number == (1 if month.number == 12 else issue.number + 1)
    assert 1 <= issue.number <= 12


@given(MONTHS)
def test_a_series_begins_with_its_first_issue(start: Month) -> None:
    """Also in the middle of a year."""
    first = issue_of(start, start)

    assert (1, 1) == (first.number, first.total)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 400), st.integers(-500, 500))
def test_a_display_period_counts_its_days(start: date, length: int, offset: int) -> None:
    """It runs on exactly its days, counts down to 0, and ends at a hundred percent."""
    end = date.fromordinal(start.toordinal() + length)
    today = date.fromordinal(start.toordinal() + offset)
    display = Display(start, end)

    assert display.runs(today) == (0 <= offset <= length)
    assert display.days_left(today) == length - offset
    assert (
        0 if offset < 0 else 100 if offset >= length else display.elapsed(today)
    ) == display.elapsed(today)
    assert 0 <= display.elapsed(today) <= 100
