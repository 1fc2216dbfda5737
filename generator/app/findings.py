"""What is found in the site of a preview as a whole: what would stop a release, and what drafts will meet."""

from collections.abc import Iterable, Mapping

from generator.app import wiring
from generator.checks import gone
from generator.model.entry import Entry
from generator.model.site import Site
from generator.plan.frame import Frame
from generator.plan.plan import Outline
from generator.read.entry import withheld
from generator.values.dataclass import replace
from generator.values.problem import Problem

TAKEN = frozenset({"address/taken", "address/alias-taken", "file/root-taken"})
"""What makes a site impossible: two sources at one address."""
_CALENDAR = "calendar/"
"""How the paths of those files begin, in the content folder, that every entry rests on."""


def findings(frame: Frame, released: Mapping[str, str]) -> tuple[Problem, ...]:
    """What keeps the site from being released; what a draft would meet is a note.

    Of a file that is wrong nothing is found: what is shown of it is not what stands in it.
    `released` are the addresses of the entries that are public, each with its source.
    """
    site = frame.site
    waiting = {one.text.source for one in site.shown if one.why}
    public = _public(site, waiting) if waiting else site
    bare = Frame(public, frame.language, frame.assets) if waiting else frame
    found = (*wiring.check(Outline(bare), whole=True), *gone.check(public, released))
    if waiting:
        every = wiring.check(Outline(frame), whole=True)
        found += tuple(one for one in every if one.code in TAKEN and one not in found)
        found += tuple(
            replace(one, severity="note")
            for one in every
            if one.place.path in waiting and one.code not in TAKEN
        )
    unread = {one.text.source for one in site.shown if one.is_broken}
    return tuple(one for one in found if one.code in TAKEN or one.place.path not in unread)


def _public(site: Site, waiting: set[str]) -> Site:
    """The site as a build would have it, if all was right."""
    held = (
        withheld(one.text, one.why) for one in site.shown if one.why and isinstance(one.text, Entry)
    )
    return replace(
        site,
        entries=tuple(one for one in site.entries if one.source not in waiting),
        standing=tuple(one for one in site.standing if one.source not in waiting),
        withheld=(*site.withheld, *held),
        shown=(),
    )


def is_impossible(problems: Iterable[Problem], site: Site) -> bool:
    """Whether there can be no site: what all stands on is wrong, or two things stand at one place."""
    return len(site.categories) < len(site.settings.categories) or any(
        one.severity == "stop"
        and (one.code in TAKEN or one.place.path.partition("/")[2].startswith(_CALENDAR))
        for one in problems
    )
