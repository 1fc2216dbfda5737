"""An entry's page and an issue's: versions, the account by month, the page's own address, what came later."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from generator.model.entry import Correction, Entry
from generator.model.ledger import Ledger, Row
from generator.model.site import Site
from generator.plan.entry import plan_entry
from generator.plan.frame import Frame
from generator.plan.issue import plan_issue
from generator.plan.pages.entry import EntryPage
from generator.plan.pages.issue import IssuePage
from generator.values.dates import Month
from generator.values.money import Money
from tests.plan.test_plan import ASSETS, entry, language, site

FIXES = (
    Correction(date(2026, 11, 9), "改二", "又错"),
    Correction(date(2026, 10, 20), "改一", "错"),
)


def money(text: str) -> Money:
    """An amount."""
    return Money(Decimal(text))


def account(number: int, month: Month, *fixes: Correction) -> Entry:
    """The account of a month, published on the fifth of the next one."""
    row = Row(date(month.year, month.number, 1), "1", "电费", None, money("100.00"))
    detail = Ledger(month, "元", money("500.00"), (row,), money("400.00"), "")
    following = month.next()
    made = entry(number, date(following.year, following.number, 5))
    return replace(made, kind="ledger", detail=detail, corrections=fixes)


def page(one: Entry, *others: Entry, url: str = "") -> EntryPage:
    """The entry's page among the others."""
    return plan_entry(frame(one, *others, url=url), one)


def frame(*entries: Entry, url: str = "") -> Frame:
    """The bench for a site of the entries."""
    made = site(*entries)
    settled: Site = replace(made, settings=replace(made.settings, url=url))
    return Frame(settled, language(), ASSETS)


def issue(month: Month, *entries: Entry) -> IssuePage:
    """The month's issue."""
    return plan_issue(frame(*entries), month)


def test_versions_are_counted_by_day_and_the_newest_holds() -> None:
    """However they are written; the first says that it was the first."""
    made = page(account(1, Month(2026, 9), *FIXES)).versions

    assert [("第3版", "改二", True), ("第2版", "改一", False), ("第1版", "首次公布。", False)] == [
        (one.name, one.what, one.current) for one in made
    ]


def test_a_page_that_never_changed_has_one_version_without_a_mark() -> None:
    """There is no other that it could be taken for."""
    (only,) = page(account(1, Month(2026, 9))).versions

    assert ("第1版", False) == (only.name, only.current)


def test_months_come_from_the_unit_s_other_accounts() -> None:
    """Those up to the page's own; a later one is not known to it."""
    accounts = [account(n, Month(2026, n)) for n in (7, 8, 10)]
    made = page(accounts[1], accounts[0], accounts[2]).months

    assert made is not None
    assert ["2026年7月", "2026年8月"] == [one.name.text for one in made.months]


def test_a_withdrawn_account_is_in_no_chart() -> None:
    """What was taken back is compared with nothing."""
    gone = replace(account(1, Month(2026, 8)), status="withdrawn")

    assert page(account(2, Month(2026, 9)), gone).months is None


def test_a_page_knows_its_own_address_once_the_site_does() -> None:
    """For its code and for paper; without the site's address neither says more than it knows."""
    one = account(1, Month(2026, 9))
    known, unknown = page(one, url="https://a.example/gk/"), page(one)

    assert f"https://a.example/gk/{one.address}" == known.url
    assert f"网址 {known.url}" in known.source_notes
    assert ("", f"网址 {one.address}") == (unknown.url, unknown.source_notes[-2])


def test_a_unit_with_a_phone_is_asked_before_the_office() -> None:
    """With its own place and hours, or none: the office's beside another's phone would mislead."""
    one = account(1, Month(2026, 9))
    village = replace(one, unit=replace(one.unit, phone="0730-5550161", hours="每周三上午"))
    asked, office = page(village), page(one)

    assert ("0730-5550161", "每周三上午", "") == (
        asked.ask.phone,
        asked.ask.hours,
        asked.ask.address,
    )
    assert asked.source_notes[-1] == "电话 0730-5550161"
    assert office.ask == office.chrome.contact


def test_the_office_s_own_sentence_comes_first_and_numbers_are_not_said_twice() -> None:
    """The computed one stands where nobody wrote any, or where it says more."""
    one = account(1, Month(2026, 9))

    assert page(one).lede.startswith("上期结余500.00元")
    written = page(replace(one, summary="9月的账，共1笔。"))
    assert ("9月的账，共1笔。", "") == (written.lede, written.account)
    assert page(replace(one, summary="9月的账。")).account.startswith("上期结余500.00元")


def test_accounts_of_an_issue_stand_in_one_table_with_their_sum() -> None:
    """A sum is said of one month and different units only."""
    one, other = account(1, Month(2026, 9)), account(2, Month(2026, 9))
    town = replace(other.unit, id="other", name="乙", short="乙")
    table = issue(Month(2026, 10), one, replace(other, unit=town)).sections[0].accounts
    same = issue(Month(2026, 10), one, other).sections[0].accounts

    assert table is not None
    assert ("2个单位合计", "200.00", "800.00") == (table.total_label, table.expense, table.closing)
    assert same is not None
    assert ("", "") == (same.total_label, same.closing)


def test_an_issue_says_where_a_later_correction_stands() -> None:
    """One made in its own month stands in its own errata."""
    later = issue(Month(2026, 10), account(1, Month(2026, 9), FIXES[0])).sections[0].accounts
    own = issue(Month(2026, 10), account(1, Month(2026, 9), FIXES[1])).sections[0].accounts

    assert later is not None
    assert later.lines[0].later is not None
    assert "issues/2026-11.html#errata" == later.lines[0].later.href
    assert own is not None
    assert own.lines[0].later is None


def test_an_issue_says_whether_it_is_closed() -> None:
    """The running month gathers on, a finished one does not."""
    one, other = account(1, Month(2026, 9)), account(2, Month(2026, 10))

    assert issue(Month(2026, 10), one, other).state.startswith("本期已于2026年10月31日截止")
    assert issue(Month(2026, 11), one, other).state.startswith("本期编辑中")
