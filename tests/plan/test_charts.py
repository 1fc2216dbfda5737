"""Charts are true: parts make the whole, bars have the lengths of their numbers, nothing breaks them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.entry import Entry
from generator.plan.charts import Item, bars, months, shares
from generator.plan.language import Language
from generator.plan.pages.entry import Chart, MonthChart
from generator.plan.view import Turnover, view_of
from generator.values.dates import Month
from generator.values.money import Money
from tests.plan.test_plan import language
from tests.read.test_kinds import HEAD, read

MONEY = st.integers(-(10**24), 10**24)
SIZES = st.lists(st.integers(-(10**26), 10**26), min_size=2, max_size=12)
LEDGER = (
    HEAD
    + """\
类型: 收支明细
期间: 2026-10
期初: 0
明细:
"""
)


def drawn(*sizes: int) -> Chart | None:
    """The sizes as bars, each called by its number."""
    items = [Item(str(n), size, str(size)) for n, size in enumerate(sizes)]
    return bars("钱", "", items, language())


def percent(text: str) -> Decimal:
    """`12.5%` as a number."""
    return Decimal(text.removesuffix("%"))


@given(st.lists(st.integers(0, 10**26), min_size=1, max_size=12))
def test_parts_make_the_whole_and_each_is_off_by_less_than_a_tenth(sizes: list[int]) -> None:
    """The rule of the largest remainder: 100.0%, whatever the numbers."""
    parts = shares(sizes)
    whole = sum(sizes)

    if not whole:
        assert set(parts) == {None}
        return
    assert sum(part or 0 for part in parts) == 1000
    assert all(
        abs((part or 0) * whole - size * 1000) < whole
        for part, size in zip(parts, sizes, strict=True)
    )


@given(SIZES)
def test_no_number_breaks_a_bar(sizes: list[int]) -> None:
    """The largest first, no bar beyond the whole width or below nothing, each number written out."""
    chart = drawn(*sizes)

    if chart is None:
        assert not any(sizes)
        return
    assert [str(size) for size in sorted(sizes, reverse=True)] == [one.value for one in chart.bars]
    assert all(0 <= percent(one.width) <= 100 for one in chart.bars)
    assert min(sizes) >= 0 or not any(one.share for one in chart.bars)


def test_a_bar_is_as_long_as_its_number_says() -> None:
    """Of the longest; a third of the whole is not rounded into more than there is."""
    chart = drawn(100, 50, 150)

    assert chart is not None
    assert [("150", "50.0%", "100%"), ("100", "33.3%", "66.66%"), ("50", "16.7%", "33.33%")] == [
        (one.value, one.share, one.width) for one in chart.bars
    ]


def test_what_is_hardly_anything_is_not_called_nothing() -> None:
    """0.0% would say that nothing was spent."""
    chart = drawn(10**9, 1, 0)

    assert chart is not None
    assert ["100.0%", "不到0.1%", "0.0%"] == [one.share for one in chart.bars]


@pytest.mark.parametrize("sizes", [(), (5,), (0, 0)])
def test_nothing_to_compare_is_not_drawn(sizes: tuple[int, ...]) -> None:
    """A chart of one bar says nothing that its number does not."""
    assert drawn(*sizes) is None


def flow(month: Month, income: int, expense: int) -> Turnover:
    """An account of a month, in cents."""
    came, went = Money(Decimal(income).scaleb(-2)), Money(Decimal(expense).scaleb(-2))
    return Turnover(month, came, went)


def by_month(*flows: Turnover, last: Month | None = None) -> MonthChart | None:
    """The accounts of a unit, drawn up to the last of them."""
    return months("石桥村", flows, last or max(one.period for one in flows), language())


@given(st.lists(st.tuples(MONEY, MONEY), min_size=2, max_size=12))
def test_poles_stay_inside_the_drawing_and_keep_their_proportion(
    pairs: list[tuple[int, int]],
) -> None:
    """Also below nothing, at nothing, and for more money than there is."""
    chart = by_month(*(flow(Month(2026, n), *pair) for n, pair in enumerate(pairs, 1)))
    assert chart is not None
    base, most = percent(chart.base), max(abs(size) for pair in pairs for size in pair)

    for pair, month in zip(pairs, chart.months, strict=True):
        for size, pole in zip(pair, (month.income_pole, month.expense_pole), strict=True):
            assert pole is not None
            top, height = percent(pole.y), percent(pole.height)
            assert 0 <= top <= 100
            assert 0 <= top + height <= 100
            assert (top + height == base) if size >= 0 else (top == base)
            assert height or abs(size) <= most // 1000


def test_a_month_without_an_account_stays_empty_and_an_old_one_is_left_out() -> None:
    """Twelve months up to the page's own; the gap is seen, and said."""
    chart = by_month(
        flow(Month(2025, 10), 1, 1),
        flow(Month(2025, 12), 500_00, 100_00),
        flow(Month(2026, 10), 57_086_40, 37_219_50),
        flow(Month(2026, 11), 9, 9),
        last=Month(2026, 10),
    )

    assert chart is not None
    assert ["12月", *(f"{n}月" for n in range(1, 11))] == [one.month for one in chart.months]
    assert ["500.00", *[""] * 9, "57,086.40"] == [one.income for one in chart.months]
    assert chart.months[1].income_pole is None
    assert ["2025年", "2026年", *[""] * 9] == [one.year for one in chart.months]
    assert "横线每格20,000元" in chart.note
    assert not chart.months[-1].minor


@pytest.mark.parametrize(
    "flows",
    [
        [flow(Month(2026, 10), 1, 1)],
        [flow(Month(2026, 10), 1, 1), flow(Month(2026, 9), 1, 1), flow(Month(2026, 9), 2, 2)],
    ],
    ids=["one month", "two accounts of a month"],
)
def test_months_that_cannot_be_compared_are_not_drawn(flows: list[Turnover]) -> None:
    """One alone, or a month of which nobody knows which account is meant."""
    assert by_month(*flows) is None


def ledger(*rows: tuple[str, str, str]) -> str:
    """An account of expenses: voucher, purpose, amount."""
    lines = "".join(
        f"  - 日期: 2026-10-01\n    凭证号: {voucher}\n    摘要: 甲\n"
        + (f"    用途: {purpose}\n" if purpose else "")
        + f"    支出: {amount}\n"
        for voucher, purpose, amount in rows
    )
    total = sum(Decimal(amount) for _, _, amount in rows)
    return f"{LEDGER}{lines}期末: {-total}\n"


def spent(*rows: tuple[str, str, str]) -> tuple[Chart, ...]:
    """What an account of them draws."""
    entry = read(ledger(*rows)).value
    assert isinstance(entry, Entry), read(ledger(*rows)).problems
    words: Language = language()
    return view_of(entry, words).charts


def test_expenses_are_added_up_by_purpose() -> None:
    """Lines without one stand together under a name of their own; the largest comes first."""
    (chart,) = spent(
        ("1", "水电费", "10.00"),
        ("2", "", "5.00"),
        ("3", "修路", "70.00"),
        ("4", "水电费", "15.00"),
    )

    assert [
        ("修路", "70.00元", "70.0%"),
        ("水电费", "25.00元", "25.0%"),
        ("未写用途", "5.00元", "5.0%"),
    ] == [(one.label, one.value, one.share) for one in chart.bars]
    assert "共100.00元" in chart.note


def test_without_purposes_there_is_no_picture() -> None:
    """Nobody's purposes are guessed from what a line says."""
    assert () == spent(("1", "", "10.00"), ("2", "", "5.00"))


def test_money_given_back_is_shown_below_the_others_and_is_no_part_of_them() -> None:
    """An expense below nothing: its number stands there, without bar and without a share."""
    (chart,) = spent(("1", "水电费", "10.00"), ("2", "修路", "-4.00"))

    assert [("10.00元", "", "100%"), ("-4.00元", "", "0%")] == [
        (one.value, one.share, one.width) for one in chart.bars
    ]
