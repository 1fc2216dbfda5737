"""Every link in an entry's text that stays inside the site leads to a page of it, and to its heading."""

import re

from generator.model.address import address_of
from generator.plan.plan import Plan
from generator.values.problem import Problem
from generator.values.text import nearest

_ID = re.compile(r'<h[2-6] id="([^"]*)"')
_KNOWN_HEADINGS = 200
"""Headings that a link to none is compared with."""


def check(plan: Plan) -> tuple[Problem, ...]:
    """Every link to an address that the plan does not hold, or to a heading that its page lacks."""
    bodies = {address_of(one.source, one.category): one.body for one in plan.site.entries}
    planned = {page.path for page in plan.pages} | bodies.keys()
    problems = []
    for entry in plan.site.entries:
        for link in entry.links:
            if link.address not in planned:
                facts = (("target", link.written),)
                problems.append(Problem("link/broken", link.place, facts, excerpt=link.excerpt))
            elif link.anchor:
                ids = _ID.findall(bodies.get(link.address, ""))
                if link.anchor not in ids:
                    near = nearest(link.anchor, ids[:_KNOWN_HEADINGS])
                    problems.append(
                        Problem(
                            "link/anchor",
                            link.place,
                            (("target", link.written), ("near", near)),
                            excerpt=link.excerpt,
                        )
                    )
    return tuple(problems)
