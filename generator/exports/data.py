"""Open data: records, tables, lists and the catalogue, as the plan made them."""

from collections.abc import Mapping

from generator.plan.plan import Plan
from generator.values.artifact import Artifact


def export(plan: Plan, bodies: Mapping[str, bytes]) -> tuple[Artifact, ...]:
    """The plan's files for machines."""
    del bodies
    return plan.files
