"""Sites that are made from values, with a memory that is no disk, and edits of them. No test, no hook."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from generator.app.dress import NOTHING, Dress, Parts
from generator.app.making import Making, make_all
from generator.app.order import quiet
from generator.app.past import Past
from generator.app.texts import Text
from generator.app.workshop import Bench, Put, Taken, nowhere
from generator.edge.workers import Workers
from generator.engine.memory import Memory, Packs
from generator.exports.manifest import Row
from generator.model.entry import Correction, Display, Entry, Named, Superseding, Withdrawal
from generator.model.entry import newest_first as order_of
from generator.model.site import Site
from generator.plan.pages import Page
from generator.plan.questions import supply_of
from generator.plan.steps import Step
from generator.render.templates import TEMPLATE_OF
from generator.render.theme import Theme
from generator.values.dates import Moment
from generator.values.digest import of_value
from generator.values.html import Html
from generator.values.place import Place
from generator.values.read import Read
from tests.plan.whole import frame_of

HERE = Place("content/land/x.md", 4, 5)
DAY = date(2026, 11, 20)
Edit = Callable[[Site], Site]


def drawn(theme: Theme, page: Page) -> Read[bytes]:
    """What a page shows is in its value; of a template nothing is seen but which one it is."""
    look = dict(theme.templates).get(TEMPLATE_OF[type(page)])
    return Read(f"{of_value(page)} {look}".encode())


class Shelf:
    """Packs that stay where they are."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Any] = {}
        self.last: Any = None

    def root(self) -> Any:
        """What was kept last."""
        return self.last

    def is_there(self) -> bool:
        """Nothing is ever damaged here."""
        return False

    def pack(self, name: str, digest: str, *, is_held: bool = True) -> Any:
        """A pack."""
        del is_held
        return self.kept[name, digest]

    def lay(self, packs: Mapping[str, Any]) -> Packs:
        """Have all of them."""
        laid = {name: str(len(self.kept) + at) for at, name in enumerate(packs)}
        self.kept |= {(name, laid[name]): value for name, value in packs.items()}
        return laid

    def let_go(self, name: str) -> None:
        """Nothing is in hand here."""

    def keep(self, packs: Mapping[str, Any], held: Packs, root: Any) -> Packs:
        """Keep all of them."""
        now = held | self.lay(packs)
        self.last = root(now)
        return now


class Counting(Bench):
    """A bench that notes which steps are taken at it, and which pages are drawn."""

    def __init__(self, site: Site, past: Past, put: Put, looks: Mapping[str, Parts]) -> None:
        frame = frame_of(site, supply_of(site.entries, past.fact))
        templates = tuple((name, of_value({**parts})) for name, parts in looks.items())
        super().__init__(frame, Theme("themes/t", templates), "content", put)
        self.taken: list[Step] = []
        self.drawn: set[str] = set()

    def draw(self, page: Page) -> Read[bytes]:
        """Draw it."""
        self.drawn.add(page.path)
        return super().draw(page)

    def take(self, step: Step) -> Taken:
        """Take it."""
        self.taken.append(step)
        return super().take(step)


def made(  # noqa: PLR0913, PLR0917 - each says something else about what was there before
    site: Site,
    shelf: Shelf,
    intact: Mapping[str, str],
    basis: str = "1",
    looks: Mapping[str, Parts] = NOTHING,
    put: Put = nowhere,
) -> tuple[Making, list[Step]]:
    """The site, made with what the shelf has; what was made is kept there.

    And the steps that were taken, or of which a page was drawn again.
    """
    past = Past(Memory(shelf, "1"))
    for one in site.entries:
        past.learn(one.source, Text(of_value(one), "", "9999", b"", along=False))
    bench = Counting(site, past, put, looks)
    past.dress = Dress(past.memory, looks)
    past.compare(bench.frame, {"basis": basis})
    making = Making(past, str.encode, intact, put)
    make_all(making, bench, Workers(1), quiet)
    past.put_said(making)
    past.put_steps(bench.frame, making, ())
    past.memory.keep()
    drawn = (k for k, its in making.steps.items() if any(r.path in bench.drawn for r in its.rows))
    return making, [*bench.taken, *(step for step in drawn if step not in bench.taken)]


def rows(making: Making) -> dict[str, Row]:
    """Each file of the site, by its address."""
    found = {row.path: row for row in making.rows}
    assert len(found) == len(making.rows)
    return found


def digests(making: Making) -> dict[str, str]:
    """What stands in a site that was made so."""
    return {row.path: row.sha256 for row in making.rows}


# Edits


def pick(site: Site, kind: str = "notice", at: int = 0) -> Entry:
    """An entry of that kind that lists show."""
    return [one for one in site.entries if one.kind == kind and one.listed][at]


def put(site: Site, was: Entry | None, *now: Entry) -> Site:
    """The site with other entries in the place of one."""
    kept = (one for one in site.entries if one != was)
    return replace(site, entries=tuple(sorted((*kept, *now), key=order_of)))


def changed(kind: str = "notice", at: int = 0, **fields: Any) -> Edit:
    """An entry of which these fields are others."""

    def edit(site: Site) -> Site:
        was = pick(site, kind, at)
        return put(site, was, replace(was, **fields))

    return edit


def moved(day: date, clock: str = "09:00") -> Edit:
    """An entry published at another time."""
    return changed(at=3, published=Moment(day, clock))


def renamed(site: Site) -> Site:
    """An entry in another file, with the old address kept."""
    was = pick(site, at=4)
    old = Named(was.address, HERE)
    source, address = "content/land/2026/11-renamed.md", "land/2026/11-renamed.html"
    return put(site, was, replace(was, source=source, address=address, aliases=(old,)))


def added(site: Site) -> Site:
    """An entry more, with tables of its own in the text."""
    like = pick(site)
    body = Html("<table><tr><th>甲</th></tr><tr><td>1</td></tr></table>")
    own: dict[str, Any] = {"source": "content/land/2026/11-n.md", "address": "land/2026/11-n.html"}
    return put(site, None, replace(like, **own, category="land", id="", body=body))


def first_of_a_year(site: Site) -> Site:
    """An entry of a year and month that had none."""
    like = pick(site)
    own: dict[str, Any] = {"source": "content/land/2019/05-n.md", "address": "land/2019/05-n.html"}
    day = Moment(date(2019, 5, 8), "")
    return put(site, None, replace(like, **own, category="land", id="", published=day))


def removed(site: Site) -> Site:
    """An entry less."""
    return put(site, pick(site, at=2))


def superseded(site: Site) -> Site:
    """An entry that another one replaces."""
    was, by = pick(site, at=1), pick(site, at=5)
    end = Superseding(DAY, Named(by.address, HERE), "重新测量", HERE)
    return put(site, was, replace(was, status="superseded", superseding=end))


def related(site: Site) -> Site:
    """An entry that names another one."""
    was, other = pick(site, at=2), pick(site, at=6)
    return put(site, was, replace(was, related=(Named(other.source, HERE),)))


def another_unit(site: Site) -> Site:
    """An entry of another unit."""
    was = pick(site)
    unit = next(one for one in site.settings.units if one != was.unit)
    return put(site, was, replace(was, unit=unit))


def amount(site: Site) -> Site:
    """An account whose lines are fewer."""
    was = pick(site, "ledger")
    detail: Any = was.detail
    return put(site, was, replace(was, detail=replace(detail, rows=detail.rows[1:])))


EDITS: dict[str, Edit] = {
    "nothing": lambda site: site,
    "a text": changed(body=Html("<p>别的正文</p>")),
    "a title": changed(at=1, title="别的题名"),
    "a title of an account": changed("ledger", title="别的题名"),
    "a summary": changed(summary="别的摘要"),
    "a long summary": changed(summary="很长的摘要" * 500),
    "an index number": changed(at=5, index_no="X-2026-001"),
    "an account": amount,
    "a unit": another_unit,
    "a series": changed(at=1, series="月报"),
    "a day": moved(date(2026, 11, 1)),
    "an hour": moved(DAY, "23:00"),
    "a month": moved(date(2026, 9, 9)),
    "a year": moved(date(2024, 2, 29)),
    "a correction": changed(corrections=(Correction(date(2026, 11, 21), "甲", "乙"),)),
    "an old correction": changed(corrections=(Correction(date(2026, 9, 1), "甲", "乙"),)),
    "a display period": changed(at=2, display=Display(DAY, DAY + timedelta(9))),
    "a withdrawal": changed(at=3, status="withdrawn", withdrawal=Withdrawal(DAY, "有误")),
    "a withdrawal of an account": changed(
        "ledger", status="withdrawn", withdrawal=Withdrawal(DAY, "有误")
    ),
    "a replacement": superseded,
    "a relation": related,
    "a name": renamed,
    "an alias": changed(at=6, aliases=(Named("old/one.html", HERE),)),
    "an entry more": added,
    "an entry of a new year": first_of_a_year,
    "an entry less": removed,
    "tomorrow": lambda site: replace(site, today=site.today + timedelta(1)),
    "next month": lambda site: replace(site, today=site.today + timedelta(30)),
    "next year": lambda site: replace(site, today=site.today + timedelta(60)),
}
