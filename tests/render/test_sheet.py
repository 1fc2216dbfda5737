"""A table of account on a phone: what its hidden columns said is said beside each amount."""

import re
from datetime import date
from decimal import Decimal

import pytest

from generator.model.ledger import Ledger, Row
from generator.plan.plan import plan_site
from generator.render.templates import Share, render_share
from generator.render.theme import Theme
from generator.values.dates import Month
from generator.values.money import Money
from tests.plan.test_plan import ASSETS, entry, language, site
from tests.render.test_lint import DEFAULT

PAGE = """{% import 'macros.html' as m with context %}{{ m.sheet(page.sheets[0]) }}"""
DAY = date(2026, 10, 8)


def money(text: str) -> Money:
    """The amount in yuan."""
    return Money(Decimal(text))


def rows(html: str) -> list[str]:
    """The lines of the table, without what a desk shows only."""
    return re.findall(r"<tr><td.*?</tr>", html, re.DOTALL)


@pytest.mark.parametrize("balances", [True, False])
def test_a_phone_says_of_each_amount_whether_it_came_or_went(*, balances: bool) -> None:
    """Where no heading above the line says so: in an account in the order of its balances."""
    went = Row(
        DAY, "记-1", "电费", None, money("20.00"), balance=money("80.00") if balances else None
    )
    came = Row(
        DAY, "记-2", "租金", money("50.00"), None, balance=money("130.00") if balances else None
    )
    detail = Ledger(Month(2026, 10), "元", money("100.00"), (went, came), money("130.00"), "")
    plan = plan_site(site(entry(1, DAY, kind="ledger", detail=detail)), language(), ASSETS)
    pages = tuple(one for one in plan.pages if one.path == "land/1.html")
    read = render_share(Share(Theme("themes/t", (("entry.html", PAGE),), DEFAULT), pages))
    html = (read.value or ())[0].body.decode()

    said = [
        re.findall(r'class="k-value num">[\d.]+<span class="under">(..)</span>', one)
        for one in rows(html)
    ]
    headed = [one for one in ("收入 1笔", "支出 1笔") if one in html]
    assert said == ([["支出"], ["收入"]] if balances else [[], []])
    assert headed == ([] if balances else ["收入 1笔", "支出 1笔"])
