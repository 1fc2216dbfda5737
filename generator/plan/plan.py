"""The whole plan: every page of the site, in one order."""

from dataclasses import dataclass

from generator.model.site import Site
from generator.plan import routes
from generator.plan.frame import Assets, Frame
from generator.plan.language import Language
from generator.plan.pages import Page
from generator.plan.steps import make, steps
from generator.values.artifact import Artifact


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be published: the site it was made from, its pages, its files for machines."""

    site: Site
    pages: tuple[Page, ...]
    files: tuple[Artifact, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that it gives: pages, data, feeds of the categories, attachments."""
        return (
            *(page.path for page in self.pages),
            *(file.path for file in self.files),
            *(routes.feed(one.id) for one in self.site.categories),
            *(each.address for one in self.site.texts for each in one.attachments),
        )


def plan_site(site: Site, language: Language, assets: Assets) -> Plan:
    """Every page that the site has as of its day."""
    return plan_of(Frame(site, language, assets))


def plan_of(frame: Frame) -> Plan:
    """The whole plan, step by step."""
    made = [make(frame, step) for step in steps(frame)]
    pages = tuple(page for one in made for page in one.pages)
    return Plan(frame.site, pages, tuple(file for one in made for file in one.files))
