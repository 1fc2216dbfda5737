"""Every link in an entry's text that stays inside the site leads to a page of the site."""

from generator.model.address import address_of
from generator.plan.plan import Plan
from generator.values.problem import Problem


def check(plan: Plan) -> tuple[Problem, ...]:
    """Every link to an address that the plan does not hold."""
    own = {address_of(entry.source, entry.category) for entry in plan.site.entries}
    planned = {page.path for page in plan.pages} | own
    return tuple(
        Problem("link/broken", place, (("target", target),))
        for entry in plan.site.entries
        for target, place in entry.links
        if target not in planned
    )
