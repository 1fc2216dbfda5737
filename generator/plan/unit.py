"""A unit's own page."""

from generator.model.unit import Unit
from generator.plan import routes
from generator.plan.datalists import unit_table
from generator.plan.frame import Frame
from generator.plan.home import reckoned, running_notices
from generator.plan.listing import by_category, counted, narrowed
from generator.plan.opendata import downloads
from generator.plan.pages import UnitPage
from generator.plan.parts import AccountYear, Contact, CountLink, Link
from generator.plan.register import Lines
from generator.plan.tables import paragraphs
from generator.values.dates import Month, parse_month

NEWEST = 40
"""How many entries a unit's page lists; the rest stand in the years of its categories."""

FEW = 2
"""Accounts of fewer months than these are found in the list."""


def plan_unit(frame: Frame, unit: Unit) -> UnitPage:
    """A unit's page; one that has published nothing has its page, too, for that is an answer."""
    lines = frame.unit(unit.id)
    path, say = routes.unit(unit.id), frame.language.say
    cards, filters = narrowed(frame, lines[:NEWEST], ("year", "category"))
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
        count_note=_note(frame, len(lines)),
        categories=tuple(
            counted(frame, frame.site.category(name).title, routes.category(name), len(own))
            for name, own in by_category(frame, lines).items()
        ),
        notices=running_notices(frame, unit.id),
        reckoned=reckoned(frame),
        accounts=_accounts(frame, lines),
        cards=cards,
        has_amounts=any(card.amount for card in cards),
        filters=filters,
        rest=_rest(frame, lines[NEWEST:]),
        files=downloads(frame, unit_table(frame, unit)),
    )


def _accounts(frame: Frame, lines: Lines) -> tuple[AccountYear, ...]:
    """The way to the account of each month; two of one month stand side by side, oldest first."""
    found: dict[Month, list[str]] = {}
    for line in reversed(lines):
        if line.period:
            found.setdefault(parse_month(line.period), []).append(line.address)
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


def _rest(frame: Frame, older: Lines) -> tuple[CountLink, ...]:
    years: dict[tuple[str, int], int] = {}
    for name, own in by_category(frame, older).items():
        for line in own:
            key = name, line.year
            years[key] = years.get(key, 0) + 1
    return tuple(
        counted(
            frame,
            frame.language.say(
                "plan_year_title",
                title=frame.site.category(name).title,
                year=frame.language.year(year),
            ),
            routes.year(name, year),
            count,
        )
        for (name, year), count in years.items()
    )
