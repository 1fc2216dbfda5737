"""The files that entries bring along, unchanged, at the addresses beside their pages."""

from collections.abc import Iterable

from generator.model.site import Site
from generator.values.artifact import Artifact
from generator.values.source_file import SourceFile


def export(site: Site, files: Iterable[SourceFile]) -> tuple[Artifact, ...]:
    """Every attachment and image of a public entry or standing page, with the bytes that were found."""
    bodies = {one.path: one.body for one in files}
    return tuple(
        Artifact(attachment.address, bodies[attachment.file.source])
        for one in site.texts
        for attachment in one.attachments
    )
