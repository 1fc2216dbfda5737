"""Where everything is, and what is said where nothing is."""

from generator.plan import routes
from generator.plan.covers import issue_months
from generator.plan.frame import Frame
from generator.plan.pages.frame import Link
from generator.plan.pages.site import MapColumn, MapYear, MissingPage, SiteMapPage
from generator.plan.units import levels


def plan_site_map(frame: Frame) -> SiteMapPage:
    """The site map. It holds no counts, so an entry changes it only when it opens a year or a month."""
    say = frame.language.say
    return SiteMapPage(
        path=routes.SITE_MAP,
        root=routes.root(routes.SITE_MAP),
        title=say("plan_site_map"),
        description=say("plan_site_map_about"),
        chrome=frame.chrome_in(routes.SITE_MAP),
        crumbs=frame.crumbs(Link(say("plan_site_map"), "")),
        columns=tuple(
            MapColumn(
                title=one.title,
                href=routes.category(one.id),
                seal=one.seal,
                years=tuple(
                    Link(frame.language.year(year), routes.year(one.id, year))
                    for year, _ in frame.years(one.id)
                ),
            )
            for one in frame.site.categories
        ),
        levels=levels(frame, counted=False),
        issues=_issues(frame),
        standing=frame.chrome.standing,
        others=(
            Link(say("plan_home"), routes.HOME),
            Link(say("plan_notices"), routes.NOTICES),
            Link(say("plan_archive"), routes.ARCHIVE),
            Link(say("plan_changes"), routes.CHANGES),
            *frame.data_page(),
        ),
        feeds=(
            Link(say("plan_feed_site"), routes.FEED),
            *(Link(one.title, routes.feed(one.id)) for one in frame.site.categories),
        ),
    )


def _issues(frame: Frame) -> tuple[MapYear, ...]:
    years: dict[int, list[Link]] = {}
    for month in reversed(issue_months(frame)):
        name = frame.language.say("plan_issue_short", n=frame.issue(month).number)
        years.setdefault(month.year, []).append(Link(name, routes.issue(month)))
    return tuple(MapYear(frame.language.year(year), tuple(links)) for year, links in years.items())


def plan_missing(frame: Frame) -> MissingPage:
    """The page for addresses at which there is none."""
    say = frame.language.say
    return MissingPage(
        path=routes.MISSING,
        root="",
        title=say("plan_missing"),
        description=say("plan_missing_about"),
        chrome=frame.chrome,
        columns=say("plan_list_join").join(one.title for one in frame.site.categories),
        url=frame.full(""),
    )
