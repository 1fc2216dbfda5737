"""What every planner works with: the site, its language, its frame, and cards of its entries."""

import functools
from dataclasses import dataclass, field, replace
from datetime import date

from generator.model.address import address_of
from generator.model.entry import Entry
from generator.model.issue import Issue, issue_of
from generator.model.site import Site
from generator.plan import routes
from generator.plan.language import Language
from generator.plan.parts import Card, Change, Chrome, Contact, Link, NavItem
from generator.plan.view import View, view_of
from generator.values.dates import Month


@dataclass(frozen=True, slots=True)
class Assets:
    """Addresses of the theme's style sheet, script and icon, and of each asset by its name."""

    style: str
    script: str
    icon: str
    files: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Frame:
    """The site as planners see it; what several pages need is worked out once.

    Entries in `listed` are newest first; a withdrawn entry is only in `site.entries`.
    """

    site: Site
    language: Language
    assets: Assets
    views: dict[str, View] = field(default_factory=dict)

    @functools.cached_property
    def listed(self) -> tuple[Entry, ...]:
        """Entries that lists may show, newest first."""
        return tuple(entry for entry in self.site.entries if entry.listed)

    @functools.cached_property
    def by_month(self) -> dict[Month, tuple[Entry, ...]]:
        """Listed entries by the month of their issue, oldest first within it."""
        months: dict[Month, list[Entry]] = {}
        for entry in reversed(self.listed):
            months.setdefault(entry.published.month, []).append(entry)
        return {month: tuple(entries) for month, entries in months.items()}

    @functools.cached_property
    def by_category(self) -> dict[str, tuple[Entry, ...]]:
        """Listed entries by category, newest first."""
        groups: dict[str, list[Entry]] = {one.id: [] for one in self.site.categories}
        for entry in self.listed:
            groups[entry.category].append(entry)
        return {name: tuple(entries) for name, entries in groups.items()}

    @functools.cached_property
    def moved(self) -> dict[str, str]:
        """Where links to a source's own address lead when its entry pins another (`id`)."""
        return {
            natural: entry.address
            for entry in self.site.entries
            if (natural := address_of(entry.source, entry.category)) != entry.address
        }

    @functools.cached_property
    def position(self) -> dict[str, int]:
        """Where each listed entry stands in its category, by address; 0 is the newest."""
        return {
            entry.address: index
            for entries in self.by_category.values()
            for index, entry in enumerate(entries)
        }

    @functools.cached_property
    def cards(self) -> dict[str, Card]:
        """The card of every entry, by address."""
        return {entry.address: self._card(entry) for entry in self.site.entries}

    @functools.cached_property
    def changes(self) -> tuple[tuple[date, Change], ...]:
        """Every correction and withdrawal with its day, newest first."""
        found = [change for entry in self.site.entries for change in self.changes_of(entry)]
        return tuple(sorted(found, key=lambda one: (-one[0].toordinal(), one[1].card.href)))

    @functools.cached_property
    def chrome(self) -> Chrome:
        """The frame of a page that stands in no column."""
        settings = self.site.settings
        contact = settings.contact
        return Chrome(
            language=settings.language,
            site=settings.name,
            tagline=settings.tagline,
            organ=settings.organ,
            above=settings.above,
            office=settings.office,
            masthead=settings.series.title,
            nav=self._nav(),
            contact=Contact(
                phone=contact.phone,
                supervision=contact.supervision,
                email=contact.email,
                address=contact.address,
                hours=contact.hours,
                note=contact.note,
            ),
            style=self.assets.style,
            script=self.assets.script,
            icon=self.assets.icon,
            assets=self.assets.files,
            words=tuple(self.language.words.items()),
        )

    def chrome_in(self, href: str) -> Chrome:
        """The frame of a page that stands in the column whose first page is `href`."""
        nav = tuple(replace(item, current=item.href == href) for item in self.chrome.nav)
        return replace(self.chrome, nav=nav)

    def view(self, entry: Entry) -> View:
        """The entry's detail as it is shown."""
        if entry.address not in self.views:
            self.views[entry.address] = view_of(entry, self.language)
        return self.views[entry.address]

    def issue(self, month: Month) -> Issue:
        """The issue that gathers a month."""
        return issue_of(month, self.site.settings.series.start)

    def crumbs(self, *links: Link) -> tuple[Link, ...]:
        """The way from the home page; the last link has no href."""
        return (Link(self.language.say("plan_home"), routes.HOME), *links)

    def changes_of(self, entry: Entry) -> list[tuple[date, Change]]:
        """An entry's corrections and its withdrawal."""
        card, say, day = self.cards[entry.address], self.language.say, self.language.day
        found = [
            (one.on, Change(say("plan_change_correction"), day(one.on), one.what, one.why, card))
            for one in entry.corrections
        ]
        if entry.withdrawal:
            on, reason = entry.withdrawal.on, entry.withdrawal.reason
            found.append((on, Change(say("plan_change_withdrawal"), day(on), reason, "", card)))
        return sorted(found, key=lambda one: one[0], reverse=True)

    def _nav(self) -> tuple[NavItem, ...]:
        say = self.language.say
        columns = [
            NavItem(one.title, routes.category(one.id), current=False, apart=False)
            for one in self.site.categories
        ]
        return (
            NavItem(say("plan_home"), routes.HOME, current=False, apart=False),
            *columns,
            NavItem(say("plan_archive"), routes.ARCHIVE, current=False, apart=True),
            NavItem(say("plan_changes"), routes.CHANGES, current=False, apart=False),
        )

    def _card(self, entry: Entry) -> Card:
        category = self.site.category(entry.category)
        return Card(
            title=entry.title,
            href=entry.address,
            day=self.language.day(entry.published.day),
            short_day=self.language.short_day(entry.published.day),
            unit=entry.unit.short,
            category=category.title,
            seal=category.seal,
            summary=entry.summary,
            index_no=entry.index_no,
            amount=self.view(entry).amount,
            corrected=bool(entry.corrections),
        )
