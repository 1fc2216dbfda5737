"""What every planner works with: the site, its language, its frame, and cards of its entries."""

import functools
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from generator.model.entry import Entry
from generator.model.issue import Issue, issue_of
from generator.model.site import Site
from generator.plan import routes
from generator.plan.body import led
from generator.plan.dataset import DataTable
from generator.plan.language import Language
from generator.plan.line import Lines
from generator.plan.pages.frame import Chrome, Contact, FootLink, Link, NavItem
from generator.plan.pages.lists import Card, Change
from generator.plan.questions import Question, Questions, Supply, supply_of
from generator.plan.record import Brief, Kin, Record, brief, record, updated
from generator.plan.view import Flow, View, flow_of, view_of
from generator.values.artifact import Artifact
from generator.values.dataclass import dataclass, replace
from generator.values.dates import Moment, Month, month_of, parse_month

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


_Answer = TypeVar("_Answer")


class Frame(Questions):
    """The site as planners see it; what several pages need is worked out once.

    Whatever a planner learns of entries it learns by asking here.
    """

    def __init__(
        self,
        site: Site,
        language: Language,
        assets: Assets,
        supply: Supply | None = None,
    ) -> None:
        super().__init__(site, supply or supply_of(site.entries))
        self.language, self.assets = language, assets
        self._views: dict[str, View] = {}
        self._flows: dict[str, Flow | None] = {}
        self._frames: dict[str, Chrome] = {}
        self._fixed: dict[tuple[object, ...], Any] = {}
        self._once: dict[Question, tuple[Any, frozenset[Question]]] = {}

    # What happened to entries

    def changes(self) -> tuple[tuple[date, Change], ...]:
        """Every correction, withdrawal and replacement with its day, newest first."""
        return self._changes(self._ask(self.register.changed))

    def changes_in(self, month: Month) -> tuple[Change, ...]:
        """Those of a month."""
        found = self._changes(self._ask(self.register.changed_in, str(month)))
        return tuple(change for day, change in found if month_of(day) == month)

    def change_months(self) -> tuple[Month, ...]:
        """The months in which something was corrected, withdrawn or replaced."""
        return tuple(parse_month(one) for one in self._ask(self.register.change_months))

    def _changes(self, lines: Lines) -> tuple[tuple[date, Change], ...]:
        found = [change for one in lines for change in self.changes_of(self.entry(one.address))]
        return tuple(sorted(found, key=lambda one: (-one[0].toordinal(), one[1].card.href)))

    def last_update(self, name: str = "") -> Moment | None:
        """When something last happened to any entry, of a category or of all, also to one that ended."""
        settings = self.site.settings
        day, clock = self._ask(
            self.register.last_update, name, settings.hour, self.today.isoformat()
        )
        return Moment(date.fromisoformat(day), clock) if day else None

    def updated(self, entry: Entry) -> Moment:
        """When the entry last changed, as of the site's day."""
        if not entry.changed:
            return entry.published
        return updated(entry, self.site.settings.hour, self.today)

    # The frame

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
                *self.data_page(),
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
        if href not in self._frames:
            nav = tuple(replace(item, current=item.href == href) for item in self.chrome.nav)
            self._frames[href] = replace(self.chrome, nav=nav)
        return self._frames[href]

    # What is made of entries

    def view(self, entry: Entry) -> View:
        """The entry's detail as it is shown."""
        self.asked.add(("entry", entry.address))
        if entry.address not in self._views:
            self._views[entry.address] = view_of(entry, self.language)
        return self._views[entry.address]

    def flow(self, address: str) -> Flow | None:
        """What the account there comes to; None where it is none."""
        entry = self.entry(address)
        if address not in self._flows:
            self._flows[address] = flow_of(entry)
        return self._flows[address]

    def card(self, address: str) -> Card:
        """What a list may show of the entry there."""
        return self.fact(("card", address), lambda: self.card_of(self.entry(address)))

    def record(self, entry: Entry) -> Record:
        """The entry for machines, and its fingerprint."""
        return self.once(("record", entry.address), lambda: self._record(entry))

    def brief(self, entry: Entry) -> Brief:
        """What its page says of the record."""
        return self.once(("brief", entry.address), lambda: brief(self.record(entry)))

    def given(self, name: Question, made: object) -> None:
        """Take what is usually made once as it was made before."""
        self._once[name] = made, frozenset()

    def _record(self, entry: Entry) -> Record:
        self.asked.add(("entry", entry.address))
        body = led(entry.body, routes.root(entry.address), self.moved)
        category, zone = self.site.category(entry.category), self.site.settings.zone
        return record(entry, category, zone, body, self._kin(entry))

    def replacement(self, entry: Entry) -> str:
        """The address of the entry that replaces it; empty when none does."""
        if entry.superseding is None:
            return ""
        found = self._ask(self.register.called, entry.superseding.by.text, entry.source)
        return found[0] if found else ""

    def related(self, entry: Entry) -> tuple[str, ...]:
        """The addresses of the public entries that it names as related, each once, in its order."""
        named = (self._ask(self.register.called, one.text, entry.source) for one in entry.related)
        return tuple(dict.fromkeys(one[0] for one in named if one))

    def table(self, name: str, make: Callable[[], DataTable]) -> DataTable:
        """The list of that name, made once."""
        return self.once(("table", name), make)

    def file(self, path: str, make: Callable[[], bytes]) -> Artifact:
        """The file for machines at that address, made once."""
        return self.once(("file", path), lambda: Artifact(path, make()))

    def once(self, name: Question, make: Callable[[], _Answer]) -> _Answer:
        """Something made once; who uses it has asked all that its making asked."""
        if name not in self._once:
            before, self.asked = self.asked, set()
            try:
                self._once[name] = (make(), frozenset(self.asked))
            finally:
                self.asked = before
        value: _Answer
        value, asked = self._once[name]
        self.asked |= asked
        return value

    def fixed(self, name: tuple[object, ...], make: Callable[[], _Answer]) -> _Answer:
        """Something that rests on the settings, the words and its name alone, made once.

        Nothing is asked for it. Of a unit all that it rests on stands in the name: an entry that is
        wrong may have one of its own, with the id of another.
        """
        if name not in self._fixed:
            self._fixed[name] = make()
        made: _Answer = self._fixed[name]
        return made

    def release(self, name: str, paths: Iterable[str] = ()) -> None:
        """Let go of what was made once of an entry or a table, and of its files at these `paths`.

        Asked for again, it is made again.
        """
        for kind in ("record", "brief", "table"):
            self._once.pop((kind, name), None)
        for path in paths:
            self._once.pop(("file", path), None)
        self._views.pop(name, None)

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
        if not entry.changed:
            return []
        card, say, day = self.card(entry.address), self.language.say, self.language.day
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
        if not (entry.withdrawal or entry.superseding):
            return None
        card, say, day = self.card(entry.address), self.language.say, self.language.day
        if entry.withdrawal:
            one = entry.withdrawal
            return Change(say("plan_change_withdrawal"), day(one.on), one.reason, "", card)
        if entry.superseding:
            found = self.replacement(entry)
            by = say("plan_superseded_by", title=self.card(found).title) if found else ""
            on, why = day(entry.superseding.on), entry.superseding.why
            return Change(say("plan_change_superseding"), on, by, why, card)
        return None

    @property
    def is_open(self) -> bool:
        """Whether the site has copies for machines."""
        return self.site.settings.open_data

    def data_page(self) -> tuple[Link, ...]:
        """The way to the page of open data, where there is one."""
        return (Link(self.language.say("plan_data"), routes.DATA),) if self.is_open else ()

    def _kin(self, entry: Entry) -> Kin:
        return Kin(self.replacement(entry), self.related(entry))

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

    def card_of(self, entry: Entry) -> Card:
        """An entry's card, made anew."""
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
