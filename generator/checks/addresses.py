"""No two pages at one address, also where a host takes capital or full-width letters for the same."""

from generator.model.address import collision_key
from generator.plan.pages import EntryPage, StandingPage
from generator.plan.plan import Plan
from generator.values.place import Place
from generator.values.problem import Problem


def check(plan: Plan) -> tuple[Problem, ...]:
    """Every text whose address another page already has, with both sources named."""
    taken: dict[str, str] = {}
    problems = []
    own = sorted(page.path for page in plan.pages if not isinstance(page, EntryPage | StandingPage))
    for address in own:
        taken[collision_key(address)] = f"{address}"
    for one in sorted(plan.site.texts, key=lambda one: one.source):
        key = collision_key(one.address)
        if key in taken:
            facts = (("address", one.address), ("other", taken[key]))
            problems.append(Problem("address/taken", Place(one.source), facts))
        taken.setdefault(key, one.source)
    return tuple(problems)
