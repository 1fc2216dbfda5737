"""The whole plan: every page of the site, in one order, or only where everything will stand."""

import functools
from collections.abc import Iterable, Iterator
from typing import Protocol

from generator.model.site import Site
from generator.plan import routes
from generator.plan.covers import issue_months
from generator.plan.frame import Assets, Frame
from generator.plan.language import Language
from generator.plan.pages import Page
from generator.plan.pages.entry import EntryPage, MovedPage
from generator.plan.pages.site import StandingPage
from generator.plan.record import record_paths
from generator.plan.sitelists import tables_of_site
from generator.plan.steps import make, path_of, site_pages, steps
from generator.values.artifact import Artifact
from generator.values.dataclass import dataclass

_OF_TEXTS = EntryPage | MovedPage | StandingPage
"""Pages that a text has for itself."""


class Planned(Protocol):
    """What checks know of a plan."""

    @property
    def site(self) -> Site:
        """The site it was made from."""

    @property
    def own(self) -> tuple[str, ...]:
        """The addresses of the pages that no text has for itself."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that it gives: pages, data, feeds of the categories, attachments."""


class Outline:
    """Where everything will stand, before any of it is made; worked out where somebody asks."""

    def __init__(self, frame: Frame) -> None:
        self.site, self._frame = frame.site, frame

    @functools.cached_property
    def own(self) -> tuple[str, ...]:
        """The addresses of the pages that no text has for itself."""
        pages = site_pages(self._frame)
        return tuple(path_of(one) for one in pages if one[0] != "standing")

    @functools.cached_property
    def addresses(self) -> tuple[str, ...]:
        """Every address of the plan; most sites have no link for which all of them are wanted."""
        site = self.site
        return (
            *self.own,
            *(one.address for one in site.texts),
            *(alias.text for one in site.entries for alias in one.aliases),
            *(_open_data(self._frame) if self._frame.is_open else ()),
            *_beside(site),
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be published: the site it was made from, its pages, its files for machines."""

    site: Site
    pages: tuple[Page, ...]
    files: tuple[Artifact, ...] = ()

    @property
    def own(self) -> tuple[str, ...]:
        """The addresses of the pages that no text has for itself."""
        return tuple(page.path for page in self.pages if not isinstance(page, _OF_TEXTS))

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that it gives: pages, data, feeds of the categories, attachments."""
        pages = (page.path for page in self.pages)
        return (*pages, *(file.path for file in self.files), *_beside(self.site))


def plan_site(site: Site, language: Language, assets: Assets) -> Plan:
    """Every page that the site has as of its day."""
    frame = Frame(site, language, assets)
    made = [make(frame, step) for step in steps(frame)]
    pages = tuple(page for one in made for page in one.pages)
    return Plan(site, pages, tuple(file for one in made for file in one.files))


def _open_data(frame: Frame) -> Iterator[str]:
    """The addresses of the copies for machines."""
    yield from (path for one in frame.site.entries for path in record_paths(one))
    yield from map(routes.issue_record, issue_months(frame))
    yield from (path for table in tables_of_site(frame) for path in table.paths)
    yield routes.CATALOGUE


def _beside(site: Site) -> Iterable[str]:
    """The addresses of the categories' feeds and of what texts bring along."""
    yield from (routes.feed(one.id) for one in site.categories)
    yield from (each.address for one in site.texts for each in one.attachments)
