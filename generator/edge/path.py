"""The path of a file inside the site, as the planner must hand it over."""

from collections.abc import Collection, Sequence

from generator.edge.foreign import tolerated
from generator.edge.tree import folders_of
from generator.values.artifact import Artifact


def sound(path: str) -> bool:
    """Whether a path stays inside the site on every system: relative, parts between `/`."""
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts) or set(path) & set("\\:\0"):
        return False
    return path.isascii() or not any("\ud800" <= character <= "\udfff" for character in path)


Site = dict[str, bytes | None]
"""What is to stand at each path; None where the live site has it already."""


def planned(artifacts: Sequence[Artifact], kept: Collection[str] = ()) -> Site:
    """Look up the site by path. A path that cannot be is our bug, not a person's mistake."""
    site: Site = {artifact.path: artifact.body for artifact in artifacts}
    site.update(dict.fromkeys(kept))
    wrong = [path for path in site if not sound(path) or tolerated(path)]
    wrong += folders_of(site) & site.keys()
    if wrong or len(site) != len(artifacts) + len(kept):
        raise ValueError(f"the plan cannot be written: {sorted(wrong) or 'a path twice'}")
    return site
