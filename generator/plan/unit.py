"""A unit's own page."""

from collections import Counter

from generator.model.unit import Unit
from generator.plan import routes
from generator.plan.datalists import unit_table
from generator.plan.frame import Frame
from generator.plan.home import reckoned, running_notices
from generator.plan.line import Lines
from generator.plan.listing import counted, narrowed
from generator.plan.opendata import downloads
from generator.plan.pages.frame import Contact, CountLink, Link
from generator.plan.pages.lists import AccountYear, UnitPage
from generator.plan.tables import paragraphs
from generator.values.dates import Month, parse_month

NEWEST = 40
"""How many entries a unit's page lists; the rest stand in the years of its categories."""

Shares = tuple[tuple[int, str, int], ...]
"""Year and category, each with how many entries of the unit there are."""
FEW = 2
"""Accounts of fewer months than these are found in the list."""


def plan_unit(frame: Frame, unit: Unit) -> UnitPage:
    """A unit's page; one that has published nothing has its page, too, for that is an answer."""
    shares, count = frame.unit_shares(unit.id), frame.unit_count(unit.id)
    newest = frame.unit_newest(unit.id, NEWEST)
    path, say = routes.unit(unit.id), frame.language.say
    cards, filters = narrowed(frame, newest, ("year", "category"))
    return UnitPage(
        path=path,
        root=routes.root(path),
        title=unit.name,
        description=say("plan_unit_about", name=unit.name),
        chrome=frame.chrome_in(path),
        crumbs=frame.crumbs(Link(say("plan_units"), routes.UNITS), Link(unit.short, "")),
        level=say(f"plan_level_{unit.level}"),
        about=paragraphs(unit.about),
        contact=Contact(unit.phone, "", "", unit.address, unit.hours, ""),
        count_note=_note(frame, count),
        categories=tuple(
            counted(frame, one.title, routes.category(one.id), own)
            for one in frame.site.categories
            if (own := sum(n for _, name, n in shares if name == one.id))
        ),
        notices=running_notices(frame, unit.id),
        reckoned=reckoned(frame),
        accounts=_accounts(frame, unit),
        cards=cards,
        has_amounts=any(card.amount for card in cards),
        filters=filters,
        rest=_rest(frame, shares, newest),
        files=downloads(frame, unit_table(frame, unit)),
    )


def _accounts(frame: Frame, unit: Unit) -> tuple[AccountYear, ...]:
    """The way to the account of each month; two of one month stand side by side, oldest first."""
    found: dict[Month, list[str]] = {}
    for period, address in frame.unit_accounts(unit.id):
        found.setdefault(parse_month(period), []).append(address)
    if len(found) < FEW:
        return ()
    months, last = [min(found)], max(found)
    while months[-1] < last:
        months.append(months[-1].next())
    years: dict[int, list[Link]] = {}
    for month in months:
        text = frame.language.short_month(month)
        links = [Link(text, address) for address in found.get(month, [""])]
        years.setdefault(month.year, []).extend(links)
    return tuple(
        AccountYear(frame.language.year(year), tuple(links))
        for year, links in sorted(years.items(), reverse=True)
    )


def _note(frame: Frame, count: int) -> str:
    say = frame.language.say
    if count > NEWEST:
        return say("plan_count_newest", all=count, n=NEWEST)
    return say("plan_count_of_list", n=count) if count else ""


def _rest(frame: Frame, shares: Shares, newest: Lines) -> tuple[CountLink, ...]:
    """The way to the years of categories in which the others stand, each with how many."""
    shown = Counter((line.year, line.category) for line in newest)
    return tuple(
        counted(
            frame,
            frame.language.say(
                "plan_year_title", title=category.title, year=frame.language.year(year)
            ),
            routes.year(category.id, year),
            older,
        )
        for category in frame.site.categories
        for year, name, count in shares
        if name == category.id and (older := count - shown[year, name])
    )
