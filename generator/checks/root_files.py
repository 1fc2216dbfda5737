"""A file for the site's root takes no address that the site itself has."""

from generator.model.address import collision_key
from generator.plan import routes
from generator.plan.plan import Planned
from generator.values.place import Place
from generator.values.problem import Problem

_OURS = frozenset({"assets", "data", "manifest.json", routes.ROBOTS, routes.FEED})
"""First parts of addresses that the site keeps for itself; sitemaps are known by their beginning."""
_SITEMAPS = "sitemap"


def check(plan: Planned) -> tuple[Problem, ...]:
    """Every such file whose address, or a folder of it, is the site's own or another file's."""
    if not plan.site.files:
        return ()
    given = plan.addresses
    taken = {collision_key(one) for one in given}
    folders = {collision_key(one.rpartition("/")[0]) for one in given}
    seen: set[str] = set()
    problems = []
    for file in plan.site.files:
        key = collision_key(file.address)
        first = key.partition("/")[0]
        is_ours = first in _OURS or (first.startswith(_SITEMAPS) and first.endswith(".xml"))
        is_inside = any(key.startswith(f"{one}/") for one in taken | seen)
        if is_ours or key in taken or key in seen or key in folders or is_inside:
            facts = (("address", file.address),)
            problems.append(Problem("file/root-taken", Place(file.source), facts))
        seen.add(key)
    return tuple(problems)
