"""The theme contract: every page that a template can be given, each beside what it is made of.

Texts are finished: dates, amounts and counts are already written in the site's language; a
template arranges, it does not compute. Addresses (`href`) are relative to the site's root; an
empty one means that there is nothing to lead to. A template writes `{{ page.root }}{{ card.href }}`.

A page's value is its whole dependency record (architecture, law 6), so lists hold Cards and
never entries, and nothing here knows what time it is. Version 1 of the contract.
"""

from generator.plan.pages.entry import EntryPage, MovedPage
from generator.plan.pages.issue import ArchivePage, IssuePage
from generator.plan.pages.lists import CategoryPage, ChangesPage, NoticesPage, UnitPage, YearPage
from generator.plan.pages.site import DataPage, HomePage, MissingPage, SiteMapPage, StandingPage

CONTRACT = 1

Page = (
    HomePage
    | CategoryPage
    | YearPage
    | UnitPage
    | NoticesPage
    | StandingPage
    | SiteMapPage
    | MissingPage
    | EntryPage
    | IssuePage
    | ArchivePage
    | ChangesPage
    | MovedPage
    | DataPage
)
