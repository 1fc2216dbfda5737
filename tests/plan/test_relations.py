"""Which entry is meant by what another one calls it."""

from dataclasses import replace
from datetime import date

import pytest

from generator.checks import relations
from generator.model.entry import Entry, Named, Superseding, Withdrawal
from generator.plan.frame import Frame
from generator.plan.pages.entry import EntryPage
from generator.plan.pages.issue import IssuePage
from generator.plan.plan import plan_site
from generator.plan.relations import called, names_of
from generator.values.dates import add_days
from generator.values.place import Place
from tests.plan.test_plan import ASSETS, entry, language, site

DAY = date(2026, 11, 2)
HERE = Place("content/land/2.md", 4, 5)


END = date(2026, 11, 20)


def superseded(number: int, by: str) -> Entry:
    """An entry that says what replaces it."""
    end = Superseding(END, Named(by, HERE), "", HERE)
    return entry(number, DAY, status="superseded", superseding=end)


@pytest.mark.parametrize(
    "written",
    [
        "land/1.md",
        "content/land/1.md",
        "./land/1.md",
        "land\\1.md",
        " land/1.md ",
        "land/1.html",
        "first",
        "old/one.html",
    ],
)
def test_an_entry_answers_to_its_file_its_addresses_and_its_id(written: str) -> None:
    """Also where the name was copied from a list of files."""
    one = entry(1, DAY, id="first", aliases=(Named("old/one.html", HERE),))

    assert (one,) == called(names_of([one, entry(2, DAY)]), written, "content/land/2.md")


@pytest.mark.parametrize("written", ["land/1", "1.md", "1", "LAND/1.md", "", "land/3.md"])
def test_nothing_is_guessed(written: str) -> None:
    """What is only near is a suggestion and no answer."""
    one, two = entry(1, DAY), entry(2, DAY)

    assert () == called(names_of([one, two]), written, two.source)


def test_an_id_of_two_means_both() -> None:
    """And the check asks for a file instead."""
    two = [entry(1, DAY, id="a"), entry(2, DAY, id="a")]

    assert tuple(two) == called(names_of(two), "a", "content/land/3.md")


def test_a_chain_of_replacements_is_no_circle() -> None:
    """Each leads to the next; only who comes back is told, and once."""
    chain = (superseded(1, "land/2.md"), superseded(2, "land/3.md"), entry(3, DAY))
    circle = (superseded(1, "land/2.md"), superseded(2, "land/3.md"), superseded(3, "land/1.md"))

    assert () == relations.check(plan_site(site(*chain), language(), ASSETS))
    (told,) = relations.check(plan_site(site(*circle), language(), ASSETS))
    assert ("superseded/circle", (("value", "land/2.md"),)) == (told.code, told.facts)


def test_a_circle_is_told_before_the_day_on_which_it_closes() -> None:
    """What is wrong on any day need not wait for it."""
    two = (superseded(1, "land/2.md"), superseded(2, "land/1.md").on(DAY))
    (told,) = relations.check(plan_site(site(*two), language(), ASSETS))

    assert ("superseded/circle", (("value", "land/2.md"),)) == (told.code, told.facts)


def test_an_end_is_in_effect_from_its_day_on() -> None:
    """An entry of any day says what it is on any other."""
    ended = superseded(1, "land/2.md")
    before = ended.on(add_days(END, -1))

    assert (ended, before) == (before.on(END), ended.on(END).on(DAY))
    assert before == replace(entry(1, DAY), ahead=ended.superseding)
    taken = entry(1, DAY, status="withdrawn", withdrawal=Withdrawal(END, "有误"))
    assert replace(entry(1, DAY), ahead=taken.withdrawal) == taken.on(DAY)
    assert taken == taken.on(DAY).on(END)
    assert entry(1, DAY) == entry(1, DAY).on(DAY)


def test_before_its_day_a_replacement_leads_nowhere_yet() -> None:
    """Neither page speaks of the other, and the old one is listed."""
    old, new = superseded(1, "land/2.md").on(DAY), entry(2, DAY)
    frame = Frame(site(old, new), language(), ASSETS)

    assert ("", (), ()) == (frame.replacement(old), frame.replaced(new.address), frame.changes())
    assert {old.address, new.address} == {one.address for one in frame.newest("", 9)}


def test_who_leads_into_a_circle_is_not_in_it() -> None:
    """The two that replace each other are told once, the third not at all."""
    found = relations.check(
        plan_site(
            site(
                superseded(1, "land/2.md"),
                superseded(2, "land/3.md"),
                superseded(3, "land/2.md"),
            ),
            language(),
            ASSETS,
        )
    )

    assert ["superseded/circle"] == [one.code for one in found]


def test_a_replacement_says_what_it_replaces_and_the_month_says_when() -> None:
    """Both pages lead to the other; lists and counts have the new one only."""
    old, new = superseded(1, "land/2.md"), entry(2, date(2026, 11, 20))
    plan = plan_site(site(old, new), language(), ASSETS)
    pages = {page.path: page for page in plan.pages}
    there, here = pages["land/1.html"], pages["land/2.html"]
    (issue,) = (page for page in plan.pages if isinstance(page, IssuePage))

    assert isinstance(there, EntryPage)
    assert isinstance(here, EntryPage)
    assert there.replacement
    assert ("第2号", "land/2.html", "") == (
        there.replacement.card.title,
        there.replacement.card.href,
        there.replacement.state,
    )
    assert [("第1号", "land/1.html")] == [tuple_of(one) for one in here.replaces]
    assert there.superseded in issue.errata
    assert 1 == issue.cover.count


def tuple_of(link: object) -> tuple[str, str]:
    """A link's text and href."""
    return str(getattr(link, "text", "")), str(getattr(link, "href", ""))


def test_a_series_lists_the_twelve_others_around_an_entry() -> None:
    """Newest first, without the entry itself and without what lists drop."""
    made = [entry(n, date(2026, 10, n + 1), series="月报") for n in range(15)]
    made[3] = replace(made[3], status="withdrawn")
    frame = Frame(site(*made), language(), ASSETS)
    pages = {p.title: p for p in plan_site(frame.site, language(), ASSETS).pages}
    newest, oldest, withdrawn = pages["第14号"], pages["第0号"], pages["第3号"]

    assert isinstance(newest, EntryPage)
    assert isinstance(oldest, EntryPage)
    assert [f"第{n}号" for n in (13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 2, 1)] == [
        card.title for card in newest.series
    ]
    assert [f"第{n}号" for n in (13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 2, 1)] == [
        card.title for card in oldest.series
    ]
    assert isinstance(withdrawn, EntryPage)
    assert [f"第{n}号" for n in (12, 11, 10, 9, 8, 7, 6, 5, 4, 2, 1, 0)] == [
        card.title for card in withdrawn.series
    ]


def test_related_stand_in_their_order_once_and_say_what_became_of_them() -> None:
    """A name that leads nowhere is the check's business, and leaves no link."""
    names = ("land/3.md", "land/2.html", "land/3.html", "land/9.md")
    one = entry(1, DAY, related=tuple(Named(name, HERE) for name in names))
    gone = entry(3, DAY, status="withdrawn")
    plan = plan_site(site(one, entry(2, DAY), gone), language(), ASSETS)
    page = next(p for p in plan.pages if p.path == "land/1.html")

    assert isinstance(page, EntryPage)
    assert [("第3号", "已撤回"), ("第2号", "")] == [(r.card.title, r.state) for r in page.related]
    assert ["related/twice", "relation/unknown"] == [told.code for told in relations.check(plan)]
