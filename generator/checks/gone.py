"""What was public stays, or is withdrawn with a reason: it never just disappears."""

from collections.abc import Mapping

from generator.plan.plan import Plan
from generator.values.place import Place
from generator.values.problem import Problem


def check(plan: Plan, public: Mapping[str, str]) -> tuple[Problem, ...]:
    """Every address that the last build published (with its source) and this plan does not hold."""
    kept = {entry.address for entry in plan.site.entries}
    waiting = {one.source for one in plan.site.withheld}
    return tuple(
        Problem(
            "gone/held-back" if source in waiting else "gone/missing",
            Place(source),
            (("address", address),),
        )
        for address, source in sorted(public.items())
        if address not in kept
    )
