"""What one part knows of another: replaced entries in data sets, who is asked, what leads where."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.checks import relations
from generator.model.entry import Correction, Display, Entry, Named, Spot, Superseding
from generator.model.site import Withheld
from generator.model.unit import Unit
from generator.plan.archive import plan_archive
from generator.plan.ask import asked
from generator.plan.datalists import table_of, unit_table
from generator.plan.entry import plan_entry
from generator.plan.frame import Frame
from generator.plan.plan import plan_site
from generator.plan.record import updated
from generator.plan.sitelists import changes_table, notices_table
from generator.plan.sitemap import plan_missing
from generator.plan.unit import plan_unit
from generator.plan.view import View
from generator.plan.years import plan_years
from generator.values.dates import Moment, Month
from generator.values.html import Html
from generator.values.place import Place
from tests.plan.test_plan import ASSETS, LAND, UNIT, entry, language, site

DAY, LATER = date(2026, 11, 2), date(2026, 11, 20)
HERE = Place("content/land/2.md", 4, 5)


def bench(*entries: Entry) -> Frame:
    """A frame around the entries."""
    return Frame(site(*entries), language(), ASSETS)


def replaced(number: int, by: str, why: str = "重新测量") -> Entry:
    """An entry that another one replaced."""
    end = Superseding(LATER, Named(by, HERE), why, HERE)
    return entry(number, DAY, status="superseded", superseding=end)


def said(frame: Frame, one: Entry) -> dict[str, Any]:
    """The entry's record."""
    value = json.loads(frame.record(one).files[0].body)
    assert isinstance(value, dict)
    return value


def test_a_record_names_what_replaced_the_entry_and_what_it_belongs_to() -> None:
    """By addresses, whatever the office wrote; what is not public yet is not named."""
    names = (Named("land/2.md", HERE), Named("land/9.md", HERE))
    old = replace(
        replaced(1, "land/2.md"),
        related=names,
        series="月报",
        aliases=(Named("old/one.html", HERE),),
    )
    frame = bench(old, entry(2, LATER))
    record = said(frame, old)

    assert {"on": "2026-11-20", "by": "land/2.html", "why": "重新测量"} == record["superseding"]
    assert (["land/2.html"], "月报", ["old/one.html"]) == (
        record["related"],
        record["series"],
        record["aliases"],
    )


def test_a_record_says_which_cell_was_corrected_even_one_that_was_empty() -> None:
    """By the keys that its tables have, and the row as a person counts it."""
    spot = Spot("rows", 2, "note")
    fixes = (
        Correction(DAY, "改", "错", spot, ""),
        Correction(DAY, "说明", "漏"),
    )
    one = entry(1, DAY, corrections=fixes)

    cell = {"table": "rows", "row": 3, "column": "note", "was": ""}
    plain = {"on": "2026-11-02", "what": "改", "why": "错"}
    assert [plain | cell, {"on": "2026-11-02", "what": "说明", "why": "漏"}] == said(
        bench(one), one
    )["corrections"]


def test_a_period_in_working_days_says_so_to_machines_too() -> None:
    """In the record and in the list; one in plain days has neither key."""
    plain = entry(1, DAY, display=Display(DAY, LATER))
    asked_for = entry(2, DAY, display=Display(DAY, LATER, 5, (2027,)))
    gone = replace(asked_for, address="land/3.html", status="superseded")
    frame = bench(plain, asked_for, gone)
    rows = {row["address"]: row for row in table_of(frame, notices_table(frame)).records()}

    span = {"from": "2026-11-02", "until": "2026-11-20"}
    assert span == said(frame, plain)["display"]
    assert span | {"working_days": 5, "provisional": [2027]} == said(frame, asked_for)["display"]
    assert {"land/1.html", "land/2.html"} == rows.keys()
    assert (5, True) == (rows["land/2.html"]["working_days"], rows["land/2.html"]["provisional"])
    assert "working_days" not in rows["land/1.html"]


def test_an_entry_is_as_new_as_its_replacement() -> None:
    """For feeds, for the sitemap, and for the catalogue, which counts what left a list."""
    old = replaced(1, "land/2.md")

    assert Moment(LATER, "09:00") == updated(old, "09:00", LATER)
    assert LATER == date.fromisoformat(bench(old).register.modified("", LATER.isoformat()))


def test_nothing_has_changed_on_a_day_that_has_not_come() -> None:
    """A correction dated later is shown as written; feeds and the catalogue say no such day."""
    one = entry(1, DAY, corrections=(Correction(LATER, "两户", "复核"),))

    assert one.published == updated(one, "09:00", DAY)
    assert DAY == date.fromisoformat(bench(one).register.modified("", DAY.isoformat()))


def test_the_log_for_machines_says_what_kind_of_change_and_leads_on() -> None:
    """The same lines as on the page; only a replacement leads somewhere."""
    old = replace(replaced(1, "land/2.md"), corrections=(Correction(DAY, "甲改乙", "笔误"),))
    frame = bench(old, entry(2, LATER))
    rows = table_of(frame, changes_table(frame)).records()

    assert [change.kind for _, change in frame.changes()] == [row["change"] for row in rows]
    assert [("替代", "land/2.html"), ("更正", None)] == [
        (row["change"], row.get("replacement")) for row in rows
    ]


@pytest.mark.parametrize(
    ("unit", "named", "phone"),
    [("7", "5", "5"), ("7", "", "7"), ("", "5", "5"), ("", "", "1")],
)
def test_objections_and_questions_go_to_the_same_phone(
    monkeypatch: pytest.MonkeyPatch, unit: str, named: str, phone: str
) -> None:
    """The one that the notice names, then the unit's own, then the office's."""
    own = Unit("town", "镇", "镇", "township", phone=unit)
    one = entry(1, DAY, unit=own, display=Display(DAY, date(2026, 11, 30)))
    frame = bench(one)
    monkeypatch.setattr(frame, "view", lambda _: View(phone=named))
    page = plan_entry(frame, one)

    assert phone == asked(frame, one).phone == page.ask.phone
    assert page.display
    assert phone == page.display.phone


def test_an_entry_leads_to_its_unit() -> None:
    """From the way here and from the information block."""
    page = plan_entry(bench(one := entry(1, DAY)), one)

    assert ("镇政府", "units/town.html") == (page.crumbs[-1].text, page.crumbs[-1].href)
    assert [UNIT.name] == [one.text for one in page.facts if one.href == "units/town.html"]


@pytest.mark.parametrize(
    ("status", "mark"), [("ready", ""), ("withdrawn", "已撤回"), ("superseded", "已替代")]
)
def test_the_way_to_a_replacement_says_what_became_of_that(status: str, mark: str) -> None:
    """Nobody is sent to what does not hold any more without being told."""
    old, new = replaced(1, "land/2.md"), entry(2, LATER, status=status)
    page = plan_entry(bench(old, new), old)

    assert page.replacement
    assert mark == page.replacement.state


@pytest.mark.parametrize("written", ["land/9.md", "land/9.html", "nine", "land/8.html"])
@pytest.mark.parametrize(
    ("key", "code"), [("by", "superseded/withheld"), ("related", "related/withheld")]
)
def test_what_waits_is_told_as_waiting_by_each_of_its_names(
    written: str, key: str, code: str
) -> None:
    """By its file, its address, its id, an address that it had."""
    names = ("land/9.html", "nine", "land/8.html")
    one = replaced(1, written) if key == "by" else entry(1, DAY, related=(Named(written, HERE),))
    waits = Withheld("content/land/9.md", "draft", "九", names=names)
    held = replace(site(one), withheld=(waits,))

    assert [code] == [told.code for told in relations.check(plan_site(held, language(), ASSETS))]


def test_a_unit_offers_what_it_published_and_no_more() -> None:
    """Its page and its file have the same entries."""
    frame = bench(entry(1, DAY), entry(2, LATER), replaced(3, "land/2.md"))
    page, table = plan_unit(frame, UNIT), table_of(frame, unit_table(frame, UNIT))

    assert [card.href for card in page.cards] == [row["address"] for row in table.records()]
    assert {"土地宅基地"} == {row["category"] for row in table.records()}
    assert ["units/town.csv", "units/town.json"] == [one.href for one in page.files]
    built = {one.path for one in plan_site(frame.site, language(), ASSETS).files}
    assert {"units/town.csv", "units/town.json"} <= built


def test_a_year_gone_by_offers_data_and_stays_as_it_is() -> None:
    """Without tables by year it leads to the whole list, whose size would change the page."""
    early = entry(1, date(2025, 3, 1))
    (before,) = plan_years(bench(early), LAND)
    _, after = plan_years(bench(early, *(entry(n, DAY) for n in range(2, 30))), LAND)

    assert [
        ("土地宅基地 表格（CSV）", "data/land.csv", ""),
        ("土地宅基地 数据（JSON）", "data/land.json", ""),
    ] == [(one.title, one.href, one.about) for one in before.files]
    assert before.files == after.files


def test_the_tables_of_an_entry_are_offered_by_names_that_differ() -> None:
    """One table needs no number; of several each says which it is."""
    table = (
        "<table><thead><tr><th>村</th></tr></thead><tbody><tr><td>石桥</td></tr></tbody></table>"
    )
    one, two = (entry(n, DAY, body=Html(table * n)) for n in (1, 2))

    def offered(which: Entry) -> list[str]:
        return [file.title for file in plan_entry(bench(one, two), which).files]

    assert ["表格（CSV）", "数据（JSON）"] == offered(one)
    assert ["表格1（CSV）", "表格2（CSV）", "数据（JSON）"] == offered(two)


@pytest.mark.parametrize(
    ("start", "said"), [(Month(2026, 1), "2026年10月（总第10期）"), (Month(2026, 10), "")]
)
def test_a_shelf_that_begins_in_the_middle_of_the_series_says_so(start: Month, said: str) -> None:
    """No number seems to be lost; of a whole series nothing is said."""
    made = site(entry(1, date(2026, 10, 3)))
    series = replace(made.settings.series, start=start)
    settled = replace(made, settings=replace(made.settings, series=series))
    before = plan_archive(Frame(settled, language(), ASSETS)).before

    assert (said in before) if said else not before


@pytest.mark.parametrize("url", ["", "https://www.qingxi.example/gongkai/"])
def test_a_page_that_is_missing_names_the_way_home(url: str) -> None:
    """As text, for it stands at any depth."""
    made = site()
    known = replace(made, settings=replace(made.settings, url=url))

    assert url == plan_missing(Frame(known, language(), ASSETS)).url
