"""The one place where rooms and doors are chosen."""

import importlib
from collections.abc import Mapping
from typing import Protocol

from generator.plan.plan import Plan
from generator.values.artifact import Artifact
from generator.values.problem import Problem

CHECKS = ("addresses", "index_numbers", "root_files")
"""The checks that look at a plan, by the name of their modules."""
CHECKS_OF_THE_WHOLE = ("links", "relations")
"""Those that would raise false alarms while an entry cannot be read."""


EXPORTS = ("attachments", "data", "feeds", "robots", "sitemap")
"""The exports that make files of a plan, by the name of their modules."""


class Check(Protocol):
    """What a check's room offers."""

    def check(self, plan: Plan) -> tuple[Problem, ...]:
        """What is wrong with the plan."""


class Export(Protocol):
    """What an export's room offers."""

    def export(self, plan: Plan, bodies: Mapping[str, bytes]) -> tuple[Artifact, ...]:
        """Its files; `bodies` are those of the content folder, by path."""


def check(plan: Plan, *, whole: bool) -> tuple[Problem, ...]:
    """What every check says of the plan; `whole` is off when an entry could not be read."""
    names = (*CHECKS, *CHECKS_OF_THE_WHOLE) if whole else CHECKS
    rooms: list[Check] = [importlib.import_module(f"generator.checks.{name}") for name in names]
    return tuple(problem for room in rooms for problem in room.check(plan))


def export(plan: Plan, bodies: Mapping[str, bytes]) -> tuple[Artifact, ...]:
    """What every export makes of the plan."""
    rooms: list[Export] = [importlib.import_module(f"generator.exports.{name}") for name in EXPORTS]
    return tuple(file for room in rooms for file in room.export(plan, bodies))
