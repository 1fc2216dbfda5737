"""Amounts: exact, or refused."""

from decimal import Decimal

import pytest

from generator.values.money import (
    Money,
    MoneyUnit,
    NotMoneyError,
    OtherUnitError,
    TooFineError,
    parse_money,
)


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
        ("1，680.00", "元", "1680.00"),
        ("(100.00)", "元", "-100.00"),
        ("－100.00", "元", "-100.00"),
        ("−100", "元", "-100.00"),
        ("¥1,680.00", "元", "1680.00"),
        ("￥ 1680元", "元", "1680.00"),
        ("-¥5 元", "元", "-5.00"),
        ("5万元", "万元", "50000.00"),
    ],
)
def test_an_amount_is_read_to_the_cent(text: str, unit: MoneyUnit, yuan: str) -> None:
    """However it is written, and however large."""
    assert Money(Decimal(yuan)) == parse_money(text, unit)


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("1,68O.00", 4),
        ("一百", 0),
        ("l00", 0),
        ("1 680.00", 1),
        ("1680美元", 4),
        ("168²", 3),
        ("٣", 0),
        ("(5)元", 3),
        ("", 0),
        ("-", 0),
        ("--1", 0),
        ("-¥-1", 0),
        ("(-1)", 0),
    ],
)
def test_what_is_not_an_amount_is_pointed_at(text: str, index: int) -> None:
    """The index is that of the first character that cannot stand in an amount."""
    with pytest.raises(NotMoneyError) as refused:
        parse_money(text)
    assert index == refused.value.index


@pytest.mark.parametrize(
    ("text", "index", "why"),
    [
        ("1,68", 1, "grouping"),
        ("1.680,00", 5, "grouping"),
        ("1,6,80", 1, "grouping"),
        ("12,34", 2, "grouping"),
        ("1,680,", 1, "grouping"),
        ("1.23E+05", 4, "scientific"),
    ],
)
def test_what_has_another_meaning_elsewhere_is_named(text: str, index: int, why: str) -> None:
    """A comma in the wrong place may be a decimal comma, a spreadsheet's E has lost digits."""
    with pytest.raises(NotMoneyError) as refused:
        parse_money(text)
    assert (index, why) == (refused.value.index, refused.value.why)


@pytest.mark.parametrize(
    ("text", "unit", "instead"),
    [
        ("5万元", "元", "50,000.00"),
        ("（1,680.50元）", "万元", "-0.16805"),
        ("¥100", "万元", "0.01"),
        ("¥5万元", "元", "50,000.00"),
    ],
)
def test_another_unit_is_a_contradiction(text: str, unit: MoneyUnit, instead: str) -> None:
    """It is refused, and what it would be in the declared unit is at hand."""
    with pytest.raises(OtherUnitError) as refused:
        parse_money(text, unit)
    assert instead == refused.value.money.in_unit(unit)


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
