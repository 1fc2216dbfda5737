"""What is planned, at which addresses, from a site made by hand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.model.address import address_of
from generator.model.category import Category
from generator.model.entry import Display, Entry
from generator.model.issue import issue_of
from generator.model.notice import Notice
from generator.model.settings import Contact, Identifiers, Series, Settings
from generator.model.site import Site
from generator.model.unit import Unit
from generator.plan.category import plan_category
from generator.plan.covers import latest
from generator.plan.frame import Assets, Frame
from generator.plan.language import Language
from generator.plan.pages.site import HomePage
from generator.plan.plan import plan_site
from generator.read.source import Source
from generator.read.words import read_words
from generator.values.dates import Moment, Month
from generator.values.place import Place
from tests.promises.conftest import ROOT

UNIT = Unit("town", "清溪镇人民政府", "镇政府", "township")
LAND = Category("land", "土地宅基地", "地", "审批。", (), "", ("notice",))
ASSETS = Assets("assets/a.css", "assets/a.js", "assets/a.svg")
TODAY = date(2026, 11, 21)


def language() -> Language:
    """The default theme's Chinese words."""
    text = (ROOT / "themes" / "default" / "words" / "zh.yaml").read_text(encoding="utf-8")
    words = read_words(Source("zh.yaml", text)).value
    assert words
    return Language(words)


def entry(number: int, day: date, **changes: object) -> Entry:
    """A plain notice of that day."""
    made = Entry(
        source=f"content/land/{number}.md",
        address=f"land/{number}.html",
        category="land",
        kind="notice",
        title=f"第{number}号",
        status="ready",
        published=Moment(day, "09:00"),
        formed=None,
        unit=UNIT,
        item="",
        doc_no="",
        index_no="",
        index_place=Place(""),
        basis="",
        audience="society",
        timing="",
        display=None,
        review=(),
        corrections=(),
        withdrawal=None,
        summary="",
        keywords=(),
        origin="",
        attachments=(),
        body="<p>正文</p>",
        links=(),
        detail=Notice(),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def site(*entries: Entry) -> Site:
    """A site with one category, as of TODAY."""
    settings = Settings(
        name="清溪镇政务公开",
        organ="清溪镇人民政府",
        above="",
        office="办公室",
        tagline="",
        url="",
        language="zh-CN",
        zone="+08:00",
        hour="09:00",
        today=None,
        theme="default",
        categories=("land",),
        units=(UNIT,),
        series=Series("月度汇编", Month(2015, 1)),
        contact=Contact("1", "", "", "", "", ""),
        identifiers=Identifiers(),
    )
    newest = tuple(sorted(entries, key=lambda one: one.published, reverse=True))
    return Site(settings, (LAND,), newest, (), TODAY)


@pytest.mark.parametrize(
    ("count", "pages"),
    [
        (0, [("land/index.html", 0)]),
        (39, [("land/index.html", 39)]),
        (40, [("land/index.html", 20), ("land/page-1.html", 20)]),
        (65, [("land/index.html", 25), ("land/page-2.html", 20), ("land/page-1.html", 20)]),
    ],
)
def test_a_full_page_of_a_category_holds_twenty_and_the_newest_the_rest(
    count: int, pages: list[tuple[str, int]]
) -> None:
    """Twenty to thirty-nine on the newest page, fewer only while there are fewer."""
    entries = [entry(n, date(2026, 1, 1) + timedelta(days=n)) for n in range(count)]
    planned = plan_category(Frame(site(*entries), language(), ASSETS), LAND)

    assert pages == [(page.path, len(page.cards)) for page in planned]


def test_a_full_page_never_changes_when_entries_are_added() -> None:
    """Full pages are numbered from the oldest, so only the newest page moves."""

    def page_one(count: int) -> list[str]:
        entries = [entry(n, date(2026, 1, 1) + timedelta(days=n)) for n in range(count)]
        planned = plan_category(Frame(site(*entries), language(), ASSETS), LAND)
        return [
            card.href for page in planned if page.path == "land/page-1.html" for card in page.cards
        ]

    assert page_one(40) == page_one(59) == page_one(100)


def test_issue_numbers_count_months_from_the_series_start() -> None:
    """第N期 begins again each January, 总第M期 never; a first year may be short."""
    start = Month(2015, 1)

    assert (10, 142) == (
        issue_of(Month(2026, 10), start).number,
        issue_of(Month(2026, 10), start).total,
    )
    assert (1, 1) == (issue_of(Month(2024, 5), Month(2024, 5)).number, 1)
    assert (1, 9) == (
        issue_of(Month(2025, 1), Month(2024, 5)).number,
        issue_of(Month(2025, 1), Month(2024, 5)).total,
    )


def test_the_hero_is_the_newest_finished_month() -> None:
    """The running month is shown only while there is nothing finished."""
    finished, running = entry(1, date(2026, 9, 3)), entry(2, date(2026, 11, 3))

    assert Month(2026, 9) == latest(Frame(site(finished, running), language(), ASSETS))
    assert Month(2026, 11) == latest(Frame(site(running), language(), ASSETS))
    assert latest(Frame(site(), language(), ASSETS)) is None


@pytest.mark.parametrize(
    ("today", "left", "said"),
    [
        (date(2026, 11, 17), None, ""),
        (date(2026, 11, 18), 6, "按11月18日计，还剩6天"),
        (date(2026, 11, 23), 1, "按11月23日计，还剩1天"),
        (date(2026, 11, 24), 0, "按11月24日计，今天截止"),
        (date(2026, 11, 25), None, ""),
    ],
)
def test_a_running_notice_says_the_days_left_with_the_day_of_reckoning(
    today: date, left: int | None, said: str
) -> None:
    """It stands on the front page from its first day to its last, and on no other day."""
    display = Display(date(2026, 11, 18), date(2026, 11, 24))
    made = replace(site(entry(1, date(2026, 11, 17), display=display)), today=today)
    home = plan_site(made, language(), ASSETS).pages[0]

    assert isinstance(home, HomePage)
    assert [(left, said)] * (left is not None) == [
        (one.days_left, one.left) for one in home.notices
    ]


def test_a_withdrawn_entry_keeps_its_page_and_leaves_every_list() -> None:
    """Home, category and issue do not show it; its own page does."""
    plan = plan_site(site(entry(1, date(2026, 10, 3), status="withdrawn")), language(), ASSETS)

    assert "land/1.html" in [page.path for page in plan.pages]
    assert "issues/2026-10.html" not in [page.path for page in plan.pages]


@pytest.mark.parametrize(
    ("path", "pinned", "address"),
    [
        ("content/land/2026/10-a.md", "", "land/2026/10-a.html"),
        ("content/land/2026/10-a.md", "fixed", "land/2026/fixed.html"),
        ("内容/land/a.b.yaml", "", "land/a.b.html"),
    ],
)
def test_an_address_is_the_path_of_the_source(path: str, pinned: str, address: str) -> None:
    """In ASCII, with the name pinned by the entry's id where it has one."""
    assert address == address_of(path, "land", pinned)


def test_a_chinese_name_gets_a_short_stable_address() -> None:
    """The same for the composed and the decomposed form of its characters."""
    address = address_of("content/land/2026/宅基地.md", "land")

    assert address.startswith("land/2026/")
    assert len("land/2026/") + 8 + len(".html") == len(address)
    assert address.isascii()
    assert address_of("content/land/ガ.md", "land") == address_of("content/land/ガ.md", "land")
