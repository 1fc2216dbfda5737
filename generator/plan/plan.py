"""The whole plan: every page of the site, in one order."""

from dataclasses import dataclass

from generator.model.site import Site
from generator.plan import routes
from generator.plan.archive import plan_archive
from generator.plan.category import plan_category
from generator.plan.changes import plan_changes
from generator.plan.covers import issue_months
from generator.plan.entry import plan_entry
from generator.plan.frame import Assets, Frame
from generator.plan.head import with_head
from generator.plan.home import plan_home
from generator.plan.issue import plan_issue
from generator.plan.language import Language
from generator.plan.moved import plan_moved
from generator.plan.notices import plan_notices
from generator.plan.opendata import data_files, plan_data
from generator.plan.pages import Page
from generator.plan.sitemap import plan_missing, plan_site_map
from generator.plan.standing import plan_standing
from generator.plan.unit import plan_unit
from generator.plan.years import plan_years
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
    frame = Frame(site, language, assets)
    lists = [page for category in site.categories for page in plan_category(frame, category)]
    years = [page for category in site.categories for page in plan_years(frame, category)]
    pages: tuple[Page, ...] = (
        plan_home(frame),
        *lists,
        *years,
        *(plan_unit(frame, unit) for unit in site.settings.units),
        plan_notices(frame),
        *(plan_standing(frame, page) for page in site.standing),
        plan_site_map(frame),
        plan_missing(frame),
        *(plan_entry(frame, entry) for entry in site.entries),
        *(page for entry in site.entries for page in plan_moved(frame, entry)),
        plan_archive(frame),
        *(plan_issue(frame, month) for month in issue_months(frame)),
        plan_changes(frame),
        plan_data(frame),
    )
    return Plan(site, tuple(with_head(frame, page) for page in pages), data_files(frame))
