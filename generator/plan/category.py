"""A category's list, in pages that never change once they are full."""

from generator.model.category import Category
from generator.plan import routes
from generator.plan.datalists import category_table
from generator.plan.frame import Frame
from generator.plan.listing import narrowed
from generator.plan.opendata import downloads
from generator.plan.pages.frame import Link
from generator.plan.pages.lists import CategoryPage
from generator.plan.units import unit_links
from generator.plan.years import year_links

SIZE = 20
"""Entries of a full page; the newest page holds 20 to 39 (fewer only while there are fewer)."""
NUMBERS = 8
"""How many full pages the newest one links by number."""


def plan_category(frame: Frame, category: Category) -> tuple[CategoryPage, ...]:
    """The newest page, then the full ones from the newest to the oldest."""
    full = frame.full_pages(category.id, SIZE)
    return tuple(plan_list(frame, category, number) for number in (0, *range(full, 0, -1)))


def plan_list(frame: Frame, category: Category, number: int) -> CategoryPage:
    """A full page of the list by its number, counted from the oldest; 0 is the newest page."""
    lines = frame.share(category.id, SIZE, number)
    path, say = _path(category, number), frame.language.say
    full = 0 if number else frame.full_pages(category.id, SIZE)
    # the choices of a newest page that is not the whole list would narrow a part of it only
    cards, filters = narrowed(frame, lines, () if full else ("year", "unit"))
    named = say("plan_page", n=number) if number else ""
    column = Link(category.title, routes.category(category.id) if number else "")
    return CategoryPage(
        path=path,
        root=routes.root(path),
        title=say("plan_page_title", title=category.title, page=named) if named else category.title,
        description=category.description,
        chrome=frame.chrome_in(routes.category(category.id)),
        crumbs=frame.crumbs(column, *((Link(named, ""),) if named else ())),
        seal=category.seal,
        count_note=_note(frame, category, len(cards), number),
        files=() if number else downloads(frame, category_table(frame, category)),
        cards=cards,
        has_amounts=any(card.amount for card in cards),
        filters=filters,
        years=() if number else year_links(frame, category.id),
        units=() if number else unit_links(frame, frame.units(category.id)),
        numbers=_numbers(frame, category, full),
        newer=_newer(frame, category, number),
        older=_older(frame, category, number or full + 1),
    )


def _path(category: Category, number: int) -> str:
    name = category.id
    return routes.category_page(name, number) if number else routes.category(name)


def _note(frame: Frame, category: Category, here: int, number: int) -> str:
    """How many there are; a full page counts its own only, for those do not grow."""
    if number:
        return frame.language.say("plan_count", n=here)
    whole = frame.category_count(category.id)
    key = "plan_count_page" if here < whole else "plan_count_of_list"
    return frame.language.say(key, all=whole, n=here)


def _link(frame: Frame, category: Category, number: int) -> Link:
    """The way to a page by its number; the newest one has none."""
    text = frame.language.say("plan_page" if number else "plan_page_newest", n=number)
    return Link(text, _path(category, number))


def _newer(frame: Frame, category: Category, number: int) -> Link | None:
    """The way to the page of the next newer entries; from the last full page it is the newest one."""
    if not number:
        return None
    is_last = frame.is_full(category.id, SIZE, number)
    return _link(frame, category, 0 if is_last else number + 1)


def _older(frame: Frame, category: Category, number: int) -> Link | None:
    return _link(frame, category, number - 1) if number > 1 else None


def _numbers(frame: Frame, category: Category, full: int) -> tuple[Link, ...]:
    """The full pages nearest to the newest one, and the first; those between are reached by years."""
    links = [_link(frame, category, number) for number in range(full, 0, -1)]
    return (*links[: NUMBERS - 1], *links[NUMBERS - 1 :][-1:])
