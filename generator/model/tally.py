"""What a site comes to, for who asks how a build went: counts, what waits and why, what will end."""

from generator.model.entry import Superseding
from generator.model.site import Site, Withheld
from generator.values.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Ahead:
    """A public entry whose end has not come: on which day (ISO form), and replaced by what if it is."""

    source: str
    title: str
    on: str
    by: str


@dataclass(frozen=True, slots=True)
class Tally:
    """The site as of `today` (ISO form) in numbers: entries by category, those that no list shows.

    `zone` is the one whose calendar says what day it is.
    """

    today: str
    counts: tuple[tuple[str, int], ...]
    ended: int
    withheld: tuple[Withheld, ...]
    ahead: tuple[Ahead, ...]
    has_url: bool
    zone: str

    @property
    def entries(self) -> int:
        """How many entries are public."""
        return sum(count for _, count in self.counts)


def tally_of(site: Site) -> Tally:
    """The site in numbers."""
    of_each: dict[str, int] = {}
    for one in site.entries:
        of_each[one.category] = of_each.get(one.category, 0) + 1
    return Tally(
        site.today.isoformat(),
        tuple((one.title, of_each.get(one.id, 0)) for one in site.categories),
        sum(not one.listed for one in site.entries),
        site.withheld,
        tuple(
            Ahead(
                entry.source,
                entry.title,
                end.on.isoformat(),
                end.by.text if isinstance(end, Superseding) else "",
            )
            for entry, end in site.ahead
        ),
        bool(site.settings.url),
        site.settings.zone,
    )
