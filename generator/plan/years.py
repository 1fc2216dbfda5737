"""All that a category published in a year, by month: pages at which nothing is on a second page."""

from generator.model.category import Category
from generator.model.entry import Entry
from generator.plan import routes
from generator.plan.frame import Frame
from generator.plan.listing import counted, narrowed
from generator.plan.opendata import year_downloads
from generator.plan.pages import YearPage
from generator.plan.parts import CountLink, Link, ListMonth
from generator.values.dates import Month


def years_of(frame: Frame, category: str) -> dict[int, list[Entry]]:
    """A category's listed entries by year, both newest first."""
    years: dict[int, list[Entry]] = {}
    for entry in frame.by_category[category]:
        years.setdefault(entry.published.day.year, []).append(entry)
    return years


def year_links(frame: Frame, category: str) -> tuple[CountLink, ...]:
    """The way to each year of a category."""
    return tuple(
        counted(frame, frame.language.year(year), routes.year(category, year), len(entries))
        for year, entries in years_of(frame, category).items()
    )


def plan_years(frame: Frame, category: Category) -> tuple[YearPage, ...]:
    """A page for every year in which something was published, newest first."""
    years = list(years_of(frame, category.id).items())
    return tuple(_page(frame, category, years, index) for index in range(len(years)))


def _page(
    frame: Frame, category: Category, years: list[tuple[int, list[Entry]]], index: int
) -> YearPage:
    year, entries = years[index]
    path, language = routes.year(category.id, year), frame.language
    cards, filters = narrowed(frame, entries, "unit", years=False)
    months: dict[Month, list[int]] = {}
    for position, entry in enumerate(entries):
        months.setdefault(entry.published.month, []).append(position)
    return YearPage(
        path=path,
        root=routes.root(path),
        title=language.say("plan_year_title", title=category.title, year=language.year(year)),
        description=language.say(
            "plan_year_about", title=category.title, year=language.year(year), n=len(entries)
        ),
        chrome=frame.chrome_in(routes.category(category.id)),
        crumbs=frame.crumbs(
            Link(category.title, routes.category(category.id)), Link(language.year(year), "")
        ),
        seal=category.seal,
        count_note=language.say("plan_count_of_list", n=len(entries)),
        filters=filters,
        months=tuple(
            ListMonth(
                title=language.short_month(month),
                anchor=f"m{month.number}",
                count_text=language.say("plan_count", n=len(positions)),
                cards=tuple(cards[one] for one in positions),
            )
            for month, positions in months.items()
        ),
        files=year_downloads(frame, category, year),
        has_amounts=any(card.amount for card in cards),
        newer=_beside(frame, category, years, index - 1),
        older=_beside(frame, category, years, index + 1),
    )


def _beside(
    frame: Frame, category: Category, years: list[tuple[int, list[Entry]]], index: int
) -> Link | None:
    if not 0 <= index < len(years):
        return None
    year = years[index][0]
    return Link(frame.language.year(year), routes.year(category.id, year))
