"""The pages of the site itself: 指南, 制度 and the like."""

from generator.model.standing import Standing
from generator.plan import routes
from generator.plan.body import rooted
from generator.plan.frame import Frame
from generator.plan.pages.frame import Link, Stamp
from generator.plan.pages.site import StandingPage


def plan_standing(frame: Frame, page: Standing) -> StandingPage:
    """The page, with the way to its sisters."""
    root = routes.root(page.address)
    return StandingPage(
        path=page.address,
        root=root,
        title=page.title,
        description=page.summary or page.title,
        chrome=frame.chrome_in(page.address),
        crumbs=frame.crumbs(Link(page.title, "")),
        lede=page.summary,
        updated=frame.language.day(page.updated) if page.updated else Stamp("", ""),
        body=rooted(page.body, root, frame.moved),
        others=tuple(one for one in frame.chrome.standing if one.href != page.address),
    )
