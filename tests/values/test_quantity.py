"""Counts and measures: exact, in the unit that was asked for, refused where they would be guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values.quantity import (
    NotAQuantityError,
    OtherUnitError,
    Quantity,
    Unit,
    grouped,
    parse_quantity,
    parse_tally,
    total,
)


@pytest.mark.parametrize(
    ("text", "unit", "shown"),
    [
        ("120", "㎡", "120"),
        ("120.50", "㎡", "120.50"),
        ("1,214", "㎡", "1,214"),
        ("１，２１４．５", "㎡", "1,214.5"),
        ("120平方米", "㎡", "120"),
        ("120 ㎡", "㎡", "120"),
        ("120m²", "㎡", "120"),
        ("120 m2", "㎡", "120"),
        (" 2.3164公顷 ", "公顷", "2.3164"),
        ("12.50亩", "亩", "12.50"),
        ("0", "亩", "0"),
        ("7.20米", "米", "7.20"),
        ("1234", "㎡", "1,234"),
    ],
)
def test_a_measure_keeps_what_was_written(text: str, unit: Unit, shown: str) -> None:
    """Every digit and every place; the unit behind it may be said again."""
    assert shown == str(parse_quantity(text, unit))


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("", 0),
        ("12O", 2),
        ("-5", 0),
        ("约120", 0),
        ("120间", 3),
        ("1,21", 0),
        ("1.2.3", 0),
        (".5", 0),
        ("5.", 0),
        ("1234567890123", 0),
        ("1.2345678", 0),
        ("１２Ｏ", 2),
        ("120 平方米左右", 4),
        ("5²", 1),
        ("①", 0),
        ("½", 0),
    ],
)
def test_what_is_no_measure_is_pointed_at(text: str, index: int) -> None:
    """Nothing is taken for the number that it may have meant."""
    with pytest.raises(NotAQuantityError) as caught:
        parse_quantity(text, "㎡")

    assert index == caught.value.index


@pytest.mark.parametrize(
    ("text", "unit", "other"),
    [
        ("0.18亩", "㎡", "亩"),
        ("1.5公顷", "亩", "公顷"),
        ("120平米", "亩", "㎡"),
        ("3米", "㎡", "米"),
    ],
)
def test_another_unit_is_never_converted(text: str, unit: Unit, other: str) -> None:
    """The result would be rounded, and not what was approved."""
    with pytest.raises(OtherUnitError) as caught:
        parse_quantity(text, unit)

    assert other == caught.value.unit


@pytest.mark.parametrize(
    ("text", "count"), [("0", 0), ("47", 47), ("1,416", 1416), ("３８６", 386), (" 7 ", 7)]
)
def test_a_tally_is_a_whole_number_from_nothing_up(text: str, count: int) -> None:
    """Nought is a number, and has to be said."""
    assert count == parse_tally(text)


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("", 0),
        ("-1", 0),
        ("3.5", 1),
        ("3人", 1),
        ("1,2", 0),
        ("三", 0),
        ("1\n2", 1),
        ("5²", 1),
        ("²", 0),
    ],
)
def test_what_is_no_tally_is_pointed_at(text: str, index: int) -> None:
    """A person cannot be half, or fewer than none."""
    with pytest.raises(NotAQuantityError) as caught:
        parse_tally(text)

    assert index == caught.value.index


NUMBERS = st.decimals(min_value=0, max_value=999_999_999_999, places=6, allow_nan=False)


@given(number=NUMBERS)
def test_a_measure_as_shown_reads_as_itself(number: Decimal) -> None:
    """What a page shows can be typed in again."""
    shown = str(Quantity(number, "亩"))

    assert number == parse_quantity(shown, "亩").value


@given(numbers=st.lists(NUMBERS, max_size=60))
def test_a_sum_of_measures_is_exact_in_any_order(numbers: list[Decimal]) -> None:
    """Millionths are whole numbers of millionths: nothing is lost at either end."""
    one = total(tuple(Quantity(number, "亩") for number in numbers))
    other = total(tuple(Quantity(number, "亩") for number in reversed(numbers)))
    millionths = sum(int(number * 1_000_000) for number in numbers)

    assert one == other
    assert millionths == one * 1_000_000


def test_a_sum_shows_the_places_of_its_finest_part() -> None:
    """`1.5` and `2.25` make `3.75`; nothing makes `0`."""
    assert "3.75" == grouped(total((parse_quantity("1.5", "亩"), parse_quantity("2.25", "亩"))))
    assert "0" == grouped(total(()))
