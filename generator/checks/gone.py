"""What was public stays, or is withdrawn with a reason: it never just disappears."""

from collections.abc import Mapping

from generator.model.site import Site, Why
from generator.values.place import Place
from generator.values.problem import Problem


def check(site: Site, public: Mapping[str, str]) -> tuple[Problem, ...]:
    """Every address that the last build published (with its source) and this plan does not hold.

    An address that an entry names as its old one is held: a page there leads on.
    """
    kept = {entry.address for entry in site.entries}
    kept |= {alias.text for entry in site.entries for alias in entry.aliases}
    waiting = {one.source: one.why for one in site.withheld}
    return tuple(
        _gone(Place(source), address, waiting.get(source))
        for address, source in sorted(public.items())
        if address not in kept
    )


def _gone(place: Place, address: str, why: Why | None) -> Problem:
    facts = (("address", address),)
    match why:
        case "draft":
            return Problem("gone/draft", place, facts)
        case "internal":
            return Problem("gone/internal", place, facts)
        case "future":
            return Problem("gone/future", place, facts)
        case _:
            return Problem("gone/missing", place, facts)
