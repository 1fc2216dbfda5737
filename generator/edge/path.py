"""The path of a file inside the site, as the planner must hand it over."""

import re
from collections.abc import Collection, Iterable

from generator.edge.foreign import tolerated
from generator.edge.tree import folders_of

_PART = r"(?!\.{0,2}(?:/|\Z))[^/\\:\0\ud800-\udfff]+"
"""Neither nothing nor `.` nor `..`; without what leads elsewhere on Windows, and half characters."""
_SOUND = re.compile(rf"{_PART}(?:/{_PART})*\Z")


def sound(path: str) -> bool:
    """Whether a path stays inside the site on every system: relative, parts between `/`."""
    return _SOUND.match(path) is not None


def stands(path: str) -> bool:
    """Whether a file of ours may stand there."""
    return sound(path) and not tolerated(path)


def planned(paths: Collection[str]) -> frozenset[str]:
    """The paths of a site. One that cannot be is our bug, not a person's mistake."""
    site = frozenset(paths)
    wrong = [path for path in site if not stands(path)]
    wrong += folders_of(site) & site
    if wrong or len(site) != len(paths):
        raise refusal(wrong)
    return site


def refusal(wrong: Iterable[str]) -> ValueError:
    """The bug that a plan with these paths is; with none of them where a path comes twice."""
    return ValueError(f"the plan cannot be written: {sorted(wrong) or 'a path twice'}")
