"""Amounts: exact, or refused."""

from decimal import Decimal

import pytest

from generator.values.money import Money, MoneyUnit, NotMoneyError, TooFineError, parse_money


@pytest.mark.parametrize(
    ("text", "unit", "yuan"),
    [
        ("1680", "元", "1680.00"),
        ("1,680.50", "元", "1680.50"),
        ("１，６８０．５０", "元", "1680.50"),
        ("-100.00", "元", "-100.00"),
        ("（100.00）", "元", "-100.00"),
        ("12.3456", "万元", "123456.00"),
        ("12345678901234567.89", "元", "12345678901234567.89"),
    ],
)
def test_an_amount_is_read_to_the_cent(text: str, unit: MoneyUnit, yuan: str) -> None:
    """However it is written, and however large."""
    assert Money(Decimal(yuan)) == parse_money(text, unit)


@pytest.mark.parametrize(
    ("text", "index"),
    [("1,68O.00", 4), ("一百", 0), ("1680元", 4), ("1,6,80", 0), ("12,34", 0), ("", 0), ("--1", 0)],
)
def test_what_is_not_an_amount_is_pointed_at(text: str, index: int) -> None:
    """The index is that of the first character that cannot stand in an amount."""
    with pytest.raises(NotMoneyError) as refused:
        parse_money(text)
    assert index == refused.value.index


@pytest.mark.parametrize(("text", "unit"), [("1.005", "元"), ("0.0000015", "万元")])
def test_parts_of_a_cent_are_refused_and_never_rounded(text: str, unit: MoneyUnit) -> None:
    """A published amount is the amount that was written."""
    with pytest.raises(TooFineError):
        parse_money(text, unit)


def test_an_amount_is_shown_with_commas_and_two_places() -> None:
    """And in 万元 with as many places as it needs, at least two."""
    money = parse_money("123456.5")

    assert "123,456.50" == str(money)
    assert "123456.50" == money.plain
    assert "12.34565" == money.in_unit("万元")
    assert "1.00" == parse_money("10000").in_unit("万元")
