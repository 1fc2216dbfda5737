"""Facts that many steps ask for are kept as a few bytes, and come back as they were."""

from typing import Any

import pytest

from generator.app.apart import APART, KINDS, apart_of, packed, unpacked
from generator.plan.datalists import Row
from generator.plan.pages.frame import Stamp
from generator.plan.pages.lists import Card
from generator.plan.steps import FACTS, Fact
from generator.values.dataclass import replace

CARD = Card(
    title="关于“清溪”的公告",
    href="land/2026/1.html",
    day=Stamp("2026年11月5日", "2026-11-05"),
    short_day=Stamp("11月5日", "2026-11-05"),
    unit="清溪镇",
    category="土地",
    seal="土",
    summary="",
    index_no="A-1",
    amount="12.50 元",
    corrected=True,
    marks="",
)
ROW = Row(
    *("2026-11-05", "题名", "清溪镇", "公告", "A-1", "", "", None, "摘要"),
    corrected=True,
    address="a",
    record="b",
    fingerprint="c",
)


@pytest.mark.parametrize(
    ("kind", "fact"), [("card", CARD), ("row", ROW), ("part", (b"1,2", b"{}"))]
)
def test_a_fact_comes_back_as_it_was(kind: str, fact: Fact) -> None:
    """Of the same class, each value of its own; equal ones are the same bytes."""
    again = unpacked(kind, packed(kind, fact))

    assert (fact, type(fact)) == (again, type(again))
    assert packed(kind, fact) == packed(kind, again)


def test_a_card_that_differs_in_anything_is_other_bytes() -> None:
    """Or a list that shows it would stay as it is."""
    names = ("title", "href", "unit", "category", "seal", "summary", "index_no", "amount", "marks")
    others: list[dict[str, Any]] = [{name: "其他"} for name in names]
    others += [{"corrected": False}, {"day": Stamp("", "")}, {"short_day": Stamp("", "")}]
    told = {packed("card", replace(CARD, **one)) for one in others}

    assert len(others) == len(told - {packed("card", CARD)})


def test_every_kind_is_a_fact_of_its_step() -> None:
    """What is asked about an entry and about a year; nothing of a page that belongs to neither."""
    assert KINDS <= FACTS
    assert (("row", "a.html"), ("card", "a.html")) == apart_of(("entry", "a.html"))
    assert (("part", "land/2026"),) == apart_of(("part", "land/2026"))
    assert () == apart_of(("map",))
    assert {"entry", "part"} == {*APART}
