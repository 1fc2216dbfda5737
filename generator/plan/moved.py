"""Pages at the addresses that an entry had before."""

from generator.model.entry import Entry
from generator.plan import routes
from generator.plan.frame import Frame
from generator.plan.pages.entry import MovedPage
from generator.plan.pages.frame import Link


def plan_moved(frame: Frame, entry: Entry) -> tuple[MovedPage, ...]:
    """A page for each old address, which leads to the entry."""
    say = frame.language.say
    return tuple(
        MovedPage(
            path=one.text,
            root=routes.root(one.text),
            title=entry.title,
            description=say("plan_moved", title=entry.title),
            chrome=frame.chrome,
            target=Link(entry.title, entry.address),
        )
        for one in entry.aliases
    )
