"""A category's list, in pages that never change once they are full."""

from generator.model.category import Category
from generator.model.entry import Entry
from generator.plan import routes
from generator.plan.datalists import category_table
from generator.plan.frame import Frame
from generator.plan.listing import narrowed
from generator.plan.opendata import downloads
from generator.plan.pages import CategoryPage
from generator.plan.parts import Link
from generator.plan.units import unit_links
from generator.plan.years import year_links

SIZE = 20
"""Entries of a full page; the newest page holds 20 to 39 (fewer only while there are fewer)."""
NUMBERS = 8
"""How many full pages the newest one links by number."""


def plan_category(frame: Frame, category: Category) -> tuple[CategoryPage, ...]:
    """The newest page, then the full ones from the newest to the oldest."""
    entries = frame.by_category[category.id]
    full = max(0, len(entries) // SIZE - 1)
    newest = entries[: len(entries) - full * SIZE]
    shares = [(routes.category(category.id), newest)]
    oldest_first = entries[::-1]
    for number in range(full, 0, -1):
        share = oldest_first[(number - 1) * SIZE : number * SIZE][::-1]
        shares.append((routes.category_page(category.id, number), share))
    return tuple(_page(frame, category, shares, index) for index in range(len(shares)))


def _page(
    frame: Frame, category: Category, shares: list[tuple[str, tuple[Entry, ...]]], index: int
) -> CategoryPage:
    path, entries = shares[index]
    say = frame.language.say
    is_first = index == 0
    cards, filters = narrowed(frame, entries, "unit")
    if is_first and len(shares) > 1:
        cards, filters = tuple(frame.cards[one.address] for one in entries), ()
    number = "" if is_first else say("plan_page", n=len(shares) - index)
    column = Link(category.title, "" if is_first else routes.category(category.id))
    return CategoryPage(
        path=path,
        root=routes.root(path),
        title=say("plan_page_title", title=category.title, page=number)
        if number
        else category.title,
        description=category.description,
        chrome=frame.chrome_in(routes.category(category.id)),
        crumbs=frame.crumbs(column, *((Link(number, ""),) if number else ())),
        seal=category.seal,
        count_note=_note(frame, len(cards), len(frame.by_category[category.id]), is_first=is_first),
        files=downloads(frame, category_table(frame, category)) if is_first else (),
        cards=cards,
        has_amounts=any(card.amount for card in cards),
        filters=filters,
        years=year_links(frame, category.id) if is_first else (),
        units=unit_links(frame, frame.by_category[category.id]) if is_first else (),
        numbers=_numbers(frame, shares) if is_first else (),
        newer=None if is_first else _link(frame, shares, index - 1),
        older=_link(frame, shares, index + 1) if index + 1 < len(shares) else None,
    )


def _note(frame: Frame, here: int, whole: int, *, is_first: bool) -> str:
    """How many there are; a full page counts its own only, for those do not grow."""
    if not is_first:
        return frame.language.say("plan_count", n=here)
    key = "plan_count_page" if here < whole else "plan_count_of_list"
    return frame.language.say(key, all=whole, n=here)


def _link(frame: Frame, shares: list[tuple[str, tuple[Entry, ...]]], index: int) -> Link:
    """The way to a page by its number; the newest one has none."""
    number = len(shares) - index
    text = frame.language.say("plan_page" if index else "plan_page_newest", n=number)
    return Link(text, shares[index][0])


def _numbers(frame: Frame, shares: list[tuple[str, tuple[Entry, ...]]]) -> tuple[Link, ...]:
    """The full pages nearest to the newest one, and the first; those between are reached by years."""
    full = [_link(frame, shares, index) for index in range(1, len(shares))]
    return (*full[: NUMBERS - 1], *full[NUMBERS - 1 :][-1:])
