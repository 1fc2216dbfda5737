"""All that a category published in a year, by month: pages at which nothing is on a second page."""

from generator.model.category import Category
from generator.plan import routes
from generator.plan.frame import Frame
from generator.plan.listing import counted, narrowed
from generator.plan.opendata import year_downloads
from generator.plan.pages.frame import CountLink, Link
from generator.plan.pages.lists import ListMonth, YearPage
from generator.values.dates import parse_month


def year_links(frame: Frame, category: str) -> tuple[CountLink, ...]:
    """The way to each year of a category."""
    return tuple(
        counted(frame, frame.language.year(year), routes.year(category, year), count)
        for year, count in frame.years(category)
    )


def plan_years(frame: Frame, category: Category) -> tuple[YearPage, ...]:
    """A page for every year in which something was published, newest first."""
    return tuple(plan_year(frame, category, year) for year, _ in frame.years(category.id))


def plan_year(frame: Frame, category: Category, year: int) -> YearPage:
    """The page of one of them."""
    lines = frame.year(category.id, year)
    path, language = routes.year(category.id, year), frame.language
    cards, filters = narrowed(frame, lines, ("unit",))
    months: dict[str, list[int]] = {}
    for position, line in enumerate(lines):
        months.setdefault(line.month, []).append(position)
    newer, older = frame.years_beside(category.id, year)
    return YearPage(
        path=path,
        root=routes.root(path),
        title=language.say("plan_year_title", title=category.title, year=language.year(year)),
        description=language.say(
            "plan_year_about", title=category.title, year=language.year(year), n=len(lines)
        ),
        chrome=frame.chrome_in(routes.category(category.id)),
        crumbs=frame.crumbs(
            Link(category.title, routes.category(category.id)), Link(language.year(year), "")
        ),
        seal=category.seal,
        count_note=language.say("plan_count_of_list", n=len(lines)),
        filters=filters,
        months=tuple(
            ListMonth(
                title=language.short_month(month),
                anchor=f"m{month.number}",
                count_text=language.say("plan_count", n=len(positions)),
                cards=tuple(cards[one] for one in positions),
            )
            for month, positions in ((parse_month(name), its) for name, its in months.items())
        ),
        files=year_downloads(frame, category, year),
        has_amounts=any(card.amount for card in cards),
        newer=_beside(frame, category, newer),
        older=_beside(frame, category, older),
    )


def _beside(frame: Frame, category: Category, year: int) -> Link | None:
    if not year:
        return None
    return Link(frame.language.year(year), routes.year(category.id, year))
