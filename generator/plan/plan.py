"""The whole plan: every page of the site, in one order."""

from dataclasses import dataclass

from generator.model.site import Site
from generator.plan.archive import plan_archive
from generator.plan.category import plan_category
from generator.plan.changes import plan_changes
from generator.plan.covers import issue_months
from generator.plan.entry import plan_entry
from generator.plan.frame import Assets, Frame
from generator.plan.home import plan_home
from generator.plan.issue import plan_issue
from generator.plan.language import Language
from generator.plan.moved import plan_moved
from generator.plan.pages import Page


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be published: the site it was made from, and its pages."""

    site: Site
    pages: tuple[Page, ...]


def plan_site(site: Site, language: Language, assets: Assets) -> Plan:
    """Every page that the site has as of its day."""
    frame = Frame(site, language, assets)
    lists = [page for category in site.categories for page in plan_category(frame, category)]
    return Plan(
        site,
        (
            plan_home(frame),
            *lists,
            *(plan_entry(frame, entry) for entry in site.entries),
            *(page for entry in site.entries for page in plan_moved(frame, entry)),
            plan_archive(frame),
            *(plan_issue(frame, month) for month in issue_months(frame)),
            plan_changes(frame),
        ),
    )
