"""No two pages at one address, also where a host takes capital or full-width letters for the same."""

from generator.model.address import collision_key
from generator.plan.plan import Planned
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.text import mask


def check(plan: Planned) -> tuple[Problem, ...]:
    """Every text or old address whose place another page already has, with both sources named."""
    taken: dict[str, str] = {}
    problems = []
    for address in sorted(plan.own):
        taken[collision_key(address)] = f"{address}"
    for one in sorted(plan.site.texts, key=lambda one: one.source):
        key = collision_key(one.address)
        if key in taken:
            facts = (("address", one.address), ("other", taken[key]))
            problems.append(Problem("address/taken", Place(one.source), facts))
        taken.setdefault(key, one.source)
    for entry in sorted(plan.site.entries, key=lambda one: one.source):
        for alias in entry.aliases:
            key = collision_key(alias.text)
            if key in taken:
                facts = (("address", mask(alias.text)), ("other", taken[key]))
                problems.append(Problem("address/alias-taken", alias.place, facts))
            taken.setdefault(key, entry.source)
    return tuple(problems)
