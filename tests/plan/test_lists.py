"""Lists and the pages that lead: nothing that is listed is out of reach, whatever the numbers."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from generator.model.entry import Correction, Display, Entry
from generator.model.ledger import Ledger
from generator.model.site import Site
from generator.model.standing import Standing, in_order
from generator.model.unit import Unit
from generator.plan.category import plan_category
from generator.plan.changes import plan_changes
from generator.plan.frame import Frame
from generator.plan.issue import plan_issue
from generator.plan.listing import SLOTS, narrowed
from generator.plan.notices import plan_notices
from generator.plan.pages.lists import CategoryPage
from generator.plan.pages.site import HomePage, MissingPage, SiteMapPage
from generator.plan.plan import plan_site
from generator.plan.sitemap import plan_site_map
from generator.plan.unit import plan_unit
from generator.plan.years import plan_years
from generator.values.dates import Month
from generator.values.money import Money
from tests.plan.test_plan import ASSETS, LAND, TODAY, UNIT, entry, language, site
from tests.promises.conftest import ROOT

VILLAGES = tuple(Unit(f"v{n}", f"清溪镇第{n}村", f"{n}村", "village") for n in range(15))


def frame(*entries: Entry, **changes: object) -> Frame:
    """The planners' bench over a site with these entries and many villages."""
    made = site(*entries)
    settings = replace(made.settings, units=(UNIT, *VILLAGES))
    whole: Site = replace(made, settings=settings, **changes)  # type: ignore[arg-type]
    return Frame(whole, language(), ASSETS)


def many(count: int, step: int = 9) -> list[Entry]:
    """So many entries, `step` days apart and no later than TODAY, by the villages in turn."""
    return [
        entry(n, TODAY - timedelta(days=step * n), unit=VILLAGES[n % len(VILLAGES)])
        for n in range(count)
    ]


def account(number: int, month: Month, published: date) -> Entry:
    """A village's account of a month."""
    detail = Ledger(month, "元", Money(Decimal(0)), (), Money(Decimal(0)), "")
    made = entry(number, published, unit=VILLAGES[0])
    return replace(made, kind="ledger", detail=detail)


@pytest.mark.parametrize("count", [0, 1, 39, 40, 170])
def test_every_entry_stands_in_its_category_in_its_year_and_once_in_each(count: int) -> None:
    """On one page of the category's list, and on one of its years."""
    bench = frame(*many(count))
    listed = [card.href for page in plan_category(bench, LAND) for card in page.cards]
    by_year = [
        card.href
        for page in plan_years(bench, LAND)
        for month in page.months
        for card in month.cards
    ]
    wanted = [one.address for one in bench.register.lines if one.listed]

    assert wanted == listed == by_year


def test_a_full_page_links_to_nothing_that_grows() -> None:
    """Years, units and numbers stand on the newest page only; its own number counts from the oldest."""
    newest, *full = plan_category(frame(*many(100)), LAND)

    assert newest.years
    assert newest.units
    assert ["第4页", "第3页", "第2页", "第1页"] == [link.text for link in newest.numbers]
    assert [link.href for link in newest.numbers] == [page.path for page in full]
    assert ["土地宅基地 第4页", "土地宅基地 第1页"] == [full[0].title, full[-1].title]
    assert not any(page.years or page.units or page.numbers for page in full)
    assert full[0].newer
    assert full[0].older
    assert ("最新一页", "第3页") == (full[0].newer.text, full[0].older.text)
    assert ["共100条，本页20条", "20条"] == [newest.count_note, full[0].count_note]


def test_a_long_list_links_its_nearest_pages_and_its_first() -> None:
    """Hundreds of numbers help nobody; the years reach the rest."""
    newest = plan_category(frame(*many(500, 2)), LAND)[0]

    assert [24, 23, 22, 21, 20, 19, 18, 1] == [
        int(link.text.strip("第页")) for link in newest.numbers
    ]


def test_the_counts_of_years_and_units_add_up() -> None:
    """To all that the category has published."""
    newest = plan_category(frame(*many(100)), LAND)[0]

    for links in (newest.years, newest.units):
        assert 100 == sum(int(link.count_text.strip("条")) for link in links)


def test_a_row_answers_to_the_choices_that_it_belongs_to() -> None:
    """Each mark means one unit and one year, and the same one in every row."""
    entries = many(60)
    bench = frame(*entries)
    cards, filters = narrowed(bench, bench.register.lines, ("year", "unit"))
    names = {choice.mark: choice.text for one in filters for choice in one.choices}

    assert ["y", "u"] == [one.name for one in filters]
    for card, one in zip(cards, bench.site.entries, strict=True):
        said = {names[mark] for mark in card.marks.split()}
        assert said <= {f"{one.published.day.year}年", one.unit.short}
        assert f"{one.published.day.year}年" in said
        assert (one.unit.short in said) == (one.unit.short in names.values())


def test_choices_are_no_more_than_the_style_sheet_knows() -> None:
    """It has a rule for each mark that a row can have, and those with most rows get one."""
    style = (ROOT / "themes/default/assets/list.css").read_text("utf-8")
    entries = [*many(60), *(entry(1000 + n, TODAY, unit=VILLAGES[14]) for n in range(9))]
    bench = frame(*entries)
    _, (_, units) = narrowed(bench, bench.register.lines, ("year", "unit"))

    assert SLOTS["u"] == len(units.choices)
    assert VILLAGES[14].short in {one.text for one in units.choices}
    for name, count in SLOTS.items():
        for number in range(1, count + 1):
            assert f":has(#{name}{number}:checked) .row:not(.{name}{number})" in style


def test_a_short_list_and_a_single_choice_need_no_filter() -> None:
    """What can be seen at a glance is not narrowed."""
    few, alike = many(7), [entry(n, TODAY) for n in range(20)]

    for bench in (frame(*few), frame(*alike)):
        assert () == narrowed(bench, bench.register.lines, ("year", "unit"))[1]


@pytest.mark.parametrize("count", [0, 40, 41, 95])
def test_a_unit_shows_its_newest_and_says_where_the_rest_is(count: int) -> None:
    """What the page does not list stands in the years it links."""
    bench = frame(*(entry(n, TODAY - timedelta(days=30 * n)) for n in range(count)))
    page = plan_unit(bench, UNIT)
    years = {one.path: one for one in plan_years(bench, LAND)}
    reached = {card.href for card in page.cards} | {
        card.href for link in page.rest for month in years[link.href].months for card in month.cards
    }

    assert min(count, 40) == len(page.cards)
    assert {one.address for one in bench.register.lines if one.listed} == reached
    assert max(0, count - 40) == sum(int(link.count_text.strip("条")) for link in page.rest)


def test_a_unit_leads_to_its_account_of_each_month() -> None:
    """From the first to the last, by the month that it is of; one that was not published is said."""
    months = (Month(2025, 11), Month(2025, 12), Month(2026, 2), Month(2026, 2))
    made = [account(n, one, TODAY - timedelta(days=99 - n)) for n, one in enumerate(months)]
    years = plan_unit(frame(*made, entry(9, TODAY, unit=VILLAGES[0])), VILLAGES[0]).accounts

    assert [
        ("2026年", [("1月", ""), ("2月", made[2].address), ("2月", made[3].address)]),
        ("2025年", [("11月", made[0].address), ("12月", made[1].address)]),
    ] == [(one.year, [(link.text, link.href) for link in one.months]) for one in years]
    assert () == plan_unit(frame(made[0]), VILLAGES[0]).accounts


def test_the_newest_of_several_pages_leads_to_all_instead_of_narrowing_what_is_here() -> None:
    """A choice among its rows would look as if a village had published no more than those."""
    newest, *full = plan_category(frame(*many(100)), LAND)
    (only,) = plan_category(frame(*many(30)), LAND)

    assert () == newest.filters
    assert not any(card.marks for card in newest.cards)
    assert all(page.filters for page in (only, *full))


def test_the_contents_of_an_issue_lead_to_all_that_stands_in_it() -> None:
    """The accounts are one line; every line has its place on the page, no two the same."""
    day = date(2026, 10, 9)
    accounts = [account(n, Month(2026, 9), day) for n in (1, 2)]
    fixed = entry(5, day, corrections=(Correction(date(2026, 10, 20), "改正", "抄错"),))
    issue = plan_issue(frame(*accounts, entry(4, day), fixed), Month(2026, 10))
    (part,), (line,) = issue.sections, issue.toc
    assert part.accounts

    assert ["各单位收支（2条）", "第5号", "第4号"] == [one.text for one in line.lines]
    assert [one.href for one in line.lines] == [
        part.accounts.anchor,
        *(item.anchor for item in part.items),
    ]
    assert len({line.anchor, *(one.href for one in line.lines)}) == 1 + len(line.lines)
    assert "更正1件" == issue.errata_note


def test_a_notice_is_open_ahead_or_lately_over_and_in_one_list() -> None:
    """By the site's day, on every day of its life; a withdrawn one is in none."""
    for offset in range(-40, 41):
        start = TODAY + timedelta(days=offset)
        one = entry(
            1, TODAY - timedelta(days=50), display=Display(start, start + timedelta(days=4))
        )
        page = plan_notices(frame(one))
        state = (len(page.ahead), len(page.running), len(page.over))
        if offset > 0:
            assert (1, 0, 0) == state, offset
        elif offset >= -4:
            assert (0, 1, 0) == state, offset
        else:
            assert (0, 0, int(offset >= -34)) == state, offset
        assert "按2026年11月21日计" == page.reckoned
        assert plan_notices(frame(replace(one, status="withdrawn"))).running == ()


def test_a_short_change_log_is_one_and_a_long_one_goes_by_years() -> None:
    """With what happened in each."""
    day = date(2025, 12, 30)
    fixed = entry(1, day, corrections=(Correction(day, "甲改乙", "笔误"),))
    late = [
        entry(n, day, corrections=(Correction(date(2026, 1, 5), "甲改乙", "笔误"),))
        for n in range(2, 16)
    ]

    assert [""] == [one.year for one in plan_changes(frame(fixed)).years]
    assert () == plan_changes(frame()).years
    log = plan_changes(frame(fixed, *late))
    assert [("2026年", "更正14件", 14), ("2025年", "更正1件", 1)] == [
        (one.year, one.note, len(one.changes)) for one in log.years
    ]
    assert "更正15件" == log.count_note


def standing(name: str, order: int = 0) -> Standing:
    """A page of the site itself."""
    return Standing(
        source=f"content/pages/{name}.md",
        address=f"pages/{name}.html",
        title=name,
        summary="",
        order=order,
        updated=None,
        attachments=(),
        body='<p><a href="root:land/1.html">一</a></p>',
        links=(),
    )


def test_pages_of_the_site_itself_go_by_their_numbers_then_by_name() -> None:
    """Those without a number come last."""
    pages = [standing("d"), standing("c", 2), standing("b"), standing("a", 2), standing("e", 1)]

    assert ["e", "a", "c", "b", "d"] == [one.title for one in sorted(pages, key=in_order)]


def test_the_pages_of_the_site_itself_stand_in_every_foot() -> None:
    """And the page links its sisters, not itself; links in its text are led to the root."""
    bench = frame(entry(1, TODAY), standing=(standing("guide"), standing("rules")))
    plan = plan_site(bench.site, language(), ASSETS)
    guide = next(page for page in plan.pages if page.path == "pages/guide.html")

    for page in plan.pages:
        assert ["guide", "rules"] == [one.text for one in page.chrome.standing]
    assert ["rules"] == [one.text for one in guide.others]  # type: ignore[union-attr]
    assert '<p><a href="../land/1.html">一</a></p>' == guide.body  # type: ignore[union-attr]


def test_an_entry_more_leaves_the_site_map_and_the_frame_as_they_were() -> None:
    """Unless it opens a year or a month: the map counts nothing."""
    before, after = frame(*many(30)), frame(*many(30), entry(900, TODAY))

    assert plan_site_map(before) == plan_site_map(after)
    assert before.chrome == after.chrome


def test_the_map_leads_to_every_list() -> None:
    """Categories, years, units and issues, each with a page in the plan."""
    bench = frame(*many(60), standing=(standing("guide"),))
    plan = plan_site(bench.site, language(), ASSETS)
    page = next(one for one in plan.pages if isinstance(one, SiteMapPage))
    led = {
        *(link.href for column in page.columns for link in column.years),
        *(column.href for column in page.columns),
        *(unit.href for level in page.levels for unit in level.units),
        *(link.href for year in page.issues for link in year.issues),
        *(one.href for one in page.standing),
        *(link.href for link in page.others),
    }
    apart = {
        one.path
        for one in plan.pages
        if isinstance(one, MissingPage | SiteMapPage)
        or (isinstance(one, CategoryPage) and one.numbers == () and "page-" in one.path)
    }
    entries = {one.address for one in bench.site.entries}

    assert {one.path for one in plan.pages} - entries - apart == led
    assert ["feed.xml", *(f"{one.id}/feed.xml" for one in bench.site.categories)] == [
        one.href for one in page.feeds
    ]


def test_the_front_page_names_every_unit_with_its_count() -> None:
    """By level, those without entries too."""
    plan = plan_site(frame(*many(20)).site, language(), ASSETS)
    (home,) = [page for page in plan.pages if isinstance(page, HomePage)]

    assert ["乡镇", "村"] == [level.title for level in home.levels]
    assert ("镇政府", "0条") == (home.levels[0].units[0].text, home.levels[0].units[0].count_text)
    assert 20 == sum(int(unit.count_text.strip("条")) for unit in home.levels[1].units)
