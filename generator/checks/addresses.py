"""No two pages at one address, also where a host takes capital or full-width letters for the same."""

from generator.model.address import collision_key
from generator.plan.pages import EntryPage, MovedPage
from generator.plan.plan import Plan
from generator.values.place import Place
from generator.values.problem import Problem


def check(plan: Plan) -> tuple[Problem, ...]:
    """Every entry or old address whose place another page already has, with both sources named."""
    taken: dict[str, str] = {}
    problems = []
    own = sorted(page.path for page in plan.pages if not isinstance(page, EntryPage | MovedPage))
    for address in own:
        taken[collision_key(address)] = f"{address}"
    for entry in sorted(plan.site.entries, key=lambda one: one.source):
        key = collision_key(entry.address)
        if key in taken:
            facts = (("address", entry.address), ("other", taken[key]))
            problems.append(Problem("address/taken", Place(entry.source), facts))
        taken.setdefault(key, entry.source)
    for entry in sorted(plan.site.entries, key=lambda one: one.source):
        for alias in entry.aliases:
            key = collision_key(alias.text)
            if key in taken:
                facts = (("address", alias.text), ("other", taken[key]))
                problems.append(Problem("address/alias-taken", alias.place, facts))
            taken.setdefault(key, entry.source)
    return tuple(problems)
