"""A category's list, in pages that never change once they are full."""

from generator.model.category import Category
from generator.model.entry import Entry
from generator.plan import routes
from generator.plan.frame import Frame
from generator.plan.opendata import category_downloads
from generator.plan.pages import CategoryPage
from generator.plan.parts import Link

SIZE = 20
"""Entries of a full page; the newest page holds 20 to 39 (fewer only while there are fewer)."""


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
    cards = tuple(frame.cards[one.address] for one in entries)
    say = frame.language.say
    is_first = index == 0
    return CategoryPage(
        path=path,
        root=routes.root(path),
        title=category.title,
        description=category.description,
        chrome=frame.chrome_in(routes.category(category.id)),
        crumbs=frame.crumbs(Link(category.title, "")),
        seal=category.seal,
        count_note=(
            say("plan_count_page", all=len(frame.by_category[category.id]), n=len(cards))
            if is_first
            else say("plan_count", n=len(cards))
        ),
        files=category_downloads(frame, category) if is_first else (),
        cards=cards,
        has_amounts=any(card.amount for card in cards),
        newer=None if is_first else Link(say("plan_newer"), shares[index - 1][0]),
        older=Link(say("plan_older"), shares[index + 1][0]) if index + 1 < len(shares) else None,
    )
