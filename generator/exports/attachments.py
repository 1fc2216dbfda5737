"""The files that people bring along, unchanged: beside their entries, and at the site's root."""

from collections.abc import Mapping

from generator.plan.plan import Plan
from generator.values.artifact import Artifact


def export(plan: Plan, bodies: Mapping[str, bytes]) -> tuple[Artifact, ...]:
    """Every attachment and image of a public text and every file for the root, as found."""
    return (
        *(
            Artifact(attachment.address, bodies[attachment.file.source])
            for one in plan.site.texts
            for attachment in one.attachments
        ),
        *(Artifact(one.address, bodies[one.source]) for one in plan.site.files),
    )
