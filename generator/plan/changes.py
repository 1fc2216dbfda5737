"""The change log."""

from generator.plan import routes
from generator.plan.frame import Frame
from generator.plan.pages import ChangesPage
from generator.plan.parts import Link


def plan_changes(frame: Frame) -> ChangesPage:
    """Every correction and withdrawal, newest first."""
    say = frame.language.say
    return ChangesPage(
        path=routes.CHANGES,
        root=routes.root(routes.CHANGES),
        title=say("plan_changes"),
        description=say("plan_changes_about"),
        chrome=frame.chrome_in(routes.CHANGES),
        crumbs=frame.crumbs(Link(say("plan_changes"), "")),
        changes=tuple(change for _, change in frame.changes),
    )
