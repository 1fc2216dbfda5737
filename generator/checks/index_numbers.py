"""An index number (索引号) names one entry of the site, and only one."""

from generator.plan.plan import Planned
from generator.values.place import Place
from generator.values.problem import Problem


def check(plan: Planned) -> tuple[Problem, ...]:
    """Every entry whose index number another one already has."""
    first: dict[str, Place] = {}
    problems = []
    numbered = (one for one in plan.site.entries if one.index_no)
    for entry in sorted(numbered, key=lambda one: one.source):
        if entry.index_no in first:
            facts = (("value", entry.index_no), ("other", str(first[entry.index_no])))
            problems.append(Problem("index/taken", entry.index_place, facts))
        first.setdefault(entry.index_no, entry.index_place)
    return tuple(problems)
