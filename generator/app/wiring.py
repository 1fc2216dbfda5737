"""The one place where rooms and doors are chosen."""

import importlib
from typing import Protocol

from generator.plan.plan import Plan
from generator.values.problem import Problem

CHECKS = ("addresses", "index_numbers")
"""The checks that look at a plan, by the name of their modules."""
CHECKS_OF_THE_WHOLE = ("links",)
"""Those that would raise false alarms while an entry cannot be read."""


class Check(Protocol):
    """What a check's room offers."""

    def check(self, plan: Plan) -> tuple[Problem, ...]:
        """What is wrong with the plan."""


def check(plan: Plan, *, whole: bool) -> tuple[Problem, ...]:
    """What every check says of the plan; `whole` is off when an entry could not be read."""
    names = (*CHECKS, *CHECKS_OF_THE_WHOLE) if whole else CHECKS
    rooms: list[Check] = [importlib.import_module(f"generator.checks.{name}") for name in names]
    return tuple(problem for room in rooms for problem in room.check(plan))
