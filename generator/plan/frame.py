"""What every planner works with: the site, its language, its frame, and cards of its entries."""

import functools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from generator.model.address import address_of
from generator.model.entry import Entry
from generator.model.issue import Issue, issue_of
from generator.model.site import Site
from generator.plan import routes
from generator.plan.body import rooted
from generator.plan.dataset import DataTable
from generator.plan.language import Language
from generator.plan.parts import Card, Change, Chrome, Contact, FootLink, Link, NavItem
from generator.plan.record import Kin, Record, record
from generator.plan.relations import Names, called, names_of
from generator.plan.view import Flow, View, view_of
from generator.values.artifact import Artifact
from generator.values.dates import Month

ICP_RECORDS = "https://beian.miit.gov.cn/"
"""Where a filing number (ICP备案号) has to lead."""
POLICE_RECORDS = "https://beian.mps.gov.cn/#/query/webSearch?code="
"""Where a police record number has to lead; its digits stand behind."""


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

    Entries in `listed` are newest first; one withdrawn or superseded is only in `site.entries`.
    """

    site: Site
    language: Language
    assets: Assets
    views: dict[str, View] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    tables: dict[str, DataTable] = field(default_factory=dict)
    files: dict[str, Artifact] = field(default_factory=dict)

    @functools.cached_property
    def listed(self) -> tuple[Entry, ...]:
        """Entries that lists may show, newest first."""
        return tuple(entry for entry in self.site.entries if entry.listed)

    @functools.cached_property
    def by_address(self) -> dict[str, Entry]:
        """Every entry by its address."""
        return {entry.address: entry for entry in self.site.entries}

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
    def by_unit(self) -> dict[str, tuple[Entry, ...]]:
        """Listed entries by the id of their unit, newest first; a unit without any is there, too."""
        groups: dict[str, list[Entry]] = {one.id: [] for one in self.site.settings.units}
        for entry in self.listed:
            groups.setdefault(entry.unit.id, []).append(entry)
        return {name: tuple(entries) for name, entries in groups.items()}

    @functools.cached_property
    def flows(self) -> dict[str, dict[Month, list[Flow]]]:
        """What the listed accounts of each unit come to, by the unit's id and the account's month."""
        found: dict[str, dict[Month, list[Flow]]] = {}
        for entry in self.listed:
            flow = self.view(entry).flow
            if flow:
                found.setdefault(entry.unit.id, {}).setdefault(flow.period, []).append(flow)
        return found

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
    def by_series(self) -> dict[str, tuple[Entry, ...]]:
        """Listed entries by their series (系列), newest first."""
        groups: dict[str, list[Entry]] = {}
        for entry in self.listed:
            if entry.series:
                groups.setdefault(entry.series, []).append(entry)
        return {name: tuple(entries) for name, entries in groups.items()}

    @functools.cached_property
    def names(self) -> Names:
        """The entries by what others may call them."""
        return names_of(self.site.entries)

    @functools.cached_property
    def replaced(self) -> dict[str, tuple[Entry, ...]]:
        """The entries that another one replaces, by the address of that one."""
        groups: dict[str, list[Entry]] = {}
        for entry in self.site.entries:
            by = self.replacement(entry)
            if by:
                groups.setdefault(by.address, []).append(entry)
        return {address: tuple(entries) for address, entries in groups.items()}

    @functools.cached_property
    def cards(self) -> dict[str, Card]:
        """The card of every entry, by address."""
        return {entry.address: self._card(entry) for entry in self.site.entries}

    @functools.cached_property
    def changes(self) -> tuple[tuple[date, Change], ...]:
        """Every correction, withdrawal and replacement with its day, newest first."""
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
            standing=tuple(
                FootLink(one.title, one.summary, one.address) for one in self.site.standing
            ),
            services=(
                Link(self.language.say("plan_site_map"), routes.SITE_MAP),
                Link(self.language.say("plan_data"), routes.DATA),
                Link(self.language.say("plan_feed"), routes.FEED),
            ),
            identifiers=self._identifiers(),
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

    def record(self, entry: Entry) -> Record:
        """The entry for machines, and its fingerprint."""
        if entry.address not in self.records:
            body = rooted(entry.body, routes.root(entry.address), self.moved)
            category, zone = self.site.category(entry.category), self.site.settings.zone
            self.records[entry.address] = record(entry, category, zone, body, self._kin(entry))
        return self.records[entry.address]

    def replacement(self, entry: Entry) -> Entry | None:
        """The entry that replaces it; None when none does."""
        if entry.superseding is None:
            return None
        return next(iter(called(self.names, entry.superseding.by.text, entry.source)), None)

    def related(self, entry: Entry) -> tuple[Entry, ...]:
        """The public entries that it names as related, each once, in its order."""
        named = (called(self.names, one.text, entry.source) for one in entry.related)
        return tuple({one[0].address: one[0] for one in named if one}.values())

    def table(self, name: str, make: Callable[[], DataTable]) -> DataTable:
        """The list of that name, made once."""
        if name not in self.tables:
            self.tables[name] = make()
        return self.tables[name]

    def file(self, path: str, make: Callable[[], bytes]) -> Artifact:
        """The file for machines at that address, made once."""
        if path not in self.files:
            self.files[path] = Artifact(path, make())
        return self.files[path]

    def issue(self, month: Month) -> Issue:
        """The issue that gathers a month."""
        return issue_of(month, self.site.settings.series.start)

    def full(self, address: str) -> str:
        """The address with the site's own before it; empty while nobody knows where the site stands."""
        return routes.full(self.site.settings.url, address)

    def crumbs(self, *links: Link) -> tuple[Link, ...]:
        """The way from the home page."""
        return (Link(self.language.say("plan_home"), routes.HOME), *links)

    def changes_of(self, entry: Entry) -> list[tuple[date, Change]]:
        """An entry's corrections and its end, newest first; on one day the end stands before them."""
        card, say, day = self.cards[entry.address], self.language.say, self.language.day
        found = [
            (one.on, Change(say("plan_change_correction"), day(one.on), one.what, one.why, card))
            for one in entry.corrections
        ]
        end = self.end_of(entry)
        if end:
            found.append((entry.changed[-1], end))
        return sorted(found, key=lambda one: one[0])[::-1]

    def end_of(self, entry: Entry) -> Change | None:
        """That the entry was withdrawn, or replaced and by what; None while it holds."""
        card, say, day = self.cards[entry.address], self.language.say, self.language.day
        if entry.withdrawal:
            one = entry.withdrawal
            return Change(say("plan_change_withdrawal"), day(one.on), one.reason, "", card)
        if entry.superseding:
            found = self.replacement(entry)
            by = say("plan_superseded_by", title=found.title) if found else ""
            on, why = day(entry.superseding.on), entry.superseding.why
            return Change(say("plan_change_superseding"), on, by, why, card)
        return None

    def _kin(self, entry: Entry) -> Kin:
        by = self.replacement(entry)
        return Kin(by.address if by else "", tuple(one.address for one in self.related(entry)))

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

    def _identifiers(self) -> tuple[Link, ...]:
        """What is configured of them, in the order that the rules list them."""
        say, marks = self.language.say, self.site.settings.identifiers
        police = "".join(char for char in marks.police if char in "0123456789")
        links = (
            Link(say("plan_mark") if marks.mark else "", marks.mark),
            Link(say("plan_site_code", code=marks.site_code) if marks.site_code else "", ""),
            Link(marks.icp, ICP_RECORDS),
            Link(marks.police, f"{POLICE_RECORDS}{police}"),
            Link(say("plan_fault") if marks.fault else "", marks.fault),
        )
        return tuple(one for one in links if one.text)

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
            marks="",
        )
