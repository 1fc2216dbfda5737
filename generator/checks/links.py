"""Every link in a text that stays inside the site leads to a page or a file of it, and to its heading."""

import functools

from generator.model.address import address_of
from generator.plan import routes
from generator.plan.plan import Planned
from generator.values.pattern import pattern
from generator.values.problem import Problem
from generator.values.text import nearest

_ID = pattern(r'<h[2-6] id="([^"]*)"')
_KNOWN_HEADINGS = 200
"""Headings that a link to none is compared with."""
_SUGGESTIONS = 50
"""Problems that get one; comparing words is slow."""
_MANIFEST = "manifest.json"


def check(plan: Planned) -> tuple[Problem, ...]:
    """Every link to an address that the plan does not hold, or to a heading that its page lacks."""
    site = plan.site
    bodies = {one.address: one.body for one in site.standing}
    bodies |= {
        address_of(one.source, one.category) if one.id else one.address: one.body
        for one in site.entries
    }
    others = _others(plan)
    # few links lead to what is no text
    planned = functools.cache(lambda: frozenset(plan.addresses))
    problems: list[Problem] = []
    ids: dict[str, dict[str, None]] = {}
    for link in (link for one in site.texts for link in one.links):
        to = link.address
        if not (to in bodies or to in others or to in planned()):
            facts = (("target", link.written),)
            problems.append(Problem("link/broken", link.place, facts))
            continue
        if not link.anchor:
            continue
        if link.address not in ids:
            ids[link.address] = dict.fromkeys(_ID.findall(bodies.get(link.address, "")))
        known = ids[link.address]
        if link.anchor not in known:
            near = _near(link.anchor, tuple(known)) if len(problems) < _SUGGESTIONS else ""
            named = (("target", link.written), ("near", near))
            problems.append(Problem("link/anchor", link.place, named))
    return tuple(problems)


def _others(plan: Planned) -> set[str]:
    """What stands in the site although the plan gives it no address: it has a fixed one."""
    site = plan.site
    sitemap = (routes.SITEMAP,) if site.settings.url else ()
    own = (one.address for one in site.files)
    return {routes.FEED, routes.ROBOTS, _MANIFEST, *sitemap, *own}


def _near(anchor: str, known: tuple[str, ...]) -> str:
    return nearest(anchor, known[:_KNOWN_HEADINGS])
