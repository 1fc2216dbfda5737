"""Every public notice (公示): open, not begun, lately over."""

from generator.model.entry import Display, Entry
from generator.plan import routes
from generator.plan.frame import Frame
from generator.plan.home import running_notices
from generator.plan.opendata import downloads
from generator.plan.pages.frame import Link
from generator.plan.pages.lists import NoticeLine, NoticesPage
from generator.plan.sitelists import notices_table

RECENT = 30
"""Days for which a notice that is over stays in the list."""


def plan_notices(frame: Frame) -> NoticesPage:
    """The notices as of the site's day, which the page names."""
    say, today = frame.language.say, frame.today
    shown = [(one.display, one) for one in frame.displayed() if one.display]
    ahead = [pair for pair in shown if pair[0].start > today]
    over = [pair for pair in shown if 0 < (today - pair[0].end).days <= RECENT]
    ahead.sort(key=lambda pair: (pair[0].start, pair[1].address))
    over.sort(key=lambda pair: (-pair[0].end.toordinal(), pair[1].address))
    return NoticesPage(
        path=routes.NOTICES,
        root=routes.root(routes.NOTICES),
        title=say("plan_notices"),
        description=say("plan_notices_about"),
        chrome=frame.chrome_in(routes.NOTICES),
        crumbs=frame.crumbs(Link(say("plan_notices"), "")),
        reckoned=say("plan_reckoned", day=frame.language.day(today).text),
        running=running_notices(frame),
        ahead=tuple(_line(frame, "ahead", *pair) for pair in ahead),
        over=tuple(_line(frame, "over", *pair) for pair in over),
        files=downloads(frame, notices_table(frame)),
    )


def _line(frame: Frame, state: str, display: Display, entry: Entry) -> NoticeLine:
    say, day = frame.language.say, frame.language.day
    return NoticeLine(
        title=entry.title,
        href=entry.address,
        unit=entry.unit.short,
        span=say("plan_span", start=day(display.start).text, end=day(display.end).text),
        state=say(f"plan_display_{state}"),
    )
