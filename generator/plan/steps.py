"""The plan in steps: each makes a few pages and files by itself, from what it asks the frame.

Steps are named by plain tuples, so that a rebuild can say which ones to make again. The stages
are in order: a step asks for facts about what is made in stages before its own, never later.
"""

from collections.abc import Callable, Iterator, Mapping

from generator.model.entry import Entry
from generator.model.standing import Standing
from generator.plan import routes
from generator.plan.archive import plan_archive
from generator.plan.category import SIZE, plan_list
from generator.plan.changes import plan_changes
from generator.plan.covers import issue_months
from generator.plan.datalists import (
    Copy,
    Row,
    Table,
    category_table,
    changes_table,
    copy_of,
    files_of,
    is_split,
    issue_file,
    issues_table,
    notices_table,
    row_made,
    table_of,
    unit_table,
    units_table,
)
from generator.plan.entry import plan_entry
from generator.plan.frame import Frame
from generator.plan.head import with_head
from generator.plan.home import plan_home
from generator.plan.issue import plan_issue
from generator.plan.moved import plan_moved
from generator.plan.notices import plan_notices
from generator.plan.opendata import catalogue, plan_data
from generator.plan.pages import EntryPage, Page
from generator.plan.parts import Card
from generator.plan.questions import Question
from generator.plan.record import Brief, record_paths
from generator.plan.sitemap import plan_missing, plan_site_map
from generator.plan.standing import plan_standing
from generator.plan.unit import plan_unit
from generator.plan.years import plan_year
from generator.values.artifact import Artifact
from generator.values.dataclass import dataclass, replace
from generator.values.dates import parse_month

Step = tuple[str | int, ...]
"""What is to be made: its kind, then what it is about."""
Fact = Row | Card | Copy | tuple[Copy, ...] | int
"""What others may ask about what a step made."""
_NAMELESS = 2
"""A record of so many files has one table at most, and that needs no title on the page."""
STAGES = ("entry", "record", "table", "issues", "catalogue")
"""Kinds whose facts others ask for, in order; all other kinds come after them."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A file that is published as people brought it: its address, and where it lies in the content."""

    path: str
    source: str


@dataclass(frozen=True, slots=True)
class Made:
    """What a step made. `facts` are what others ask about it, each with its question."""

    pages: tuple[Page, ...] = ()
    files: tuple[Artifact, ...] = ()
    facts: tuple[tuple[Question, Fact], ...] = ()
    brought: tuple[Brought, ...] = ()


def make(frame: Frame, step: Step) -> Made:
    """Take the step; `frame.asked` grows by all that was asked on the way, but not by its own facts."""
    kind, *about = step
    made = _MAKERS[str(kind)](frame, *about)
    frame.learn(made.facts)
    if not made.pages:
        return made
    return replace(made, pages=tuple(with_head(frame, page) for page in made.pages))


def owner_of(fact: Question) -> Step:
    """The step that makes what a fact is about."""
    kind, *about = fact
    if fact == ("catalogue",):
        return fact
    if kind == "issue":
        return ("record", *about)
    if kind in {"table", "rows"}:
        return ("issues",) if about == ["issues"] else ("table", *about)
    return ("entry", *about)


FACTS = frozenset({"row", "card", "issue", "table", "rows", "catalogue"})
"""Kinds of questions about what steps make; the others are about entries, the day, the register."""


def stage(step: Step) -> int:
    """When a step is taken: all steps of a stage may be taken at once."""
    return STAGES.index(step[0]) if step[0] in STAGES else len(STAGES)


def steps(frame: Frame) -> Iterator[Step]:
    """Every step of the site, in the order of its plan."""
    yield from page_steps(frame)
    yield from (("record", str(month)) for month in issue_months(frame))
    yield from (("table", name) for name in _tables(frame))
    yield from (("issues",), ("catalogue",))


def page_steps(frame: Frame) -> Iterator[Step]:
    """Those that make pages."""
    site = frame.site
    yield ("home",)
    for one in site.categories:
        yield from (("list", one.id, n) for n in (0, *range(frame.full_pages(one.id, SIZE), 0, -1)))
    for one in site.categories:
        yield from (("year", one.id, year) for year, _ in frame.years(one.id))
    yield from (("unit", one.id) for one in site.settings.units)
    yield ("notices",)
    yield from (("standing", one.address) for one in site.standing)
    yield from (("map",), ("missing",))
    yield from (("entry", one.address) for one in frame.register.lines)
    yield ("archive",)
    yield from (("issue", str(month)) for month in issue_months(frame))
    yield from (("changes",), ("data",))


def path_of(step: Step) -> str:
    """The address of the page that a step makes."""
    kind, *about = step
    return _FIXED.get(str(kind)) or _PATHS[str(kind)](*about)


def tables(frame: Frame) -> Iterator[Table]:
    """Every table of the site but those of single entries."""
    yield from (_table(frame, name) for name in _tables(frame))
    yield issues_table(frame)


def _tables(frame: Frame) -> Iterator[str]:
    for category in frame.site.categories:
        yield category.id
        if is_split(frame, category):
            yield from (f"{category.id}/{year}" for year, _ in frame.years(category.id))
    yield from ("notices", "changes", "units")
    yield from (f"units/{one.id}" for one in frame.site.settings.units)


def _table(frame: Frame, name: str) -> Table:
    """The table of that name."""
    single = {"notices": notices_table, "changes": changes_table, "units": units_table}
    if name in single:
        return single[name](frame)
    first, _, rest = name.partition("/")
    if first == "units":
        unit = next(one for one in frame.site.settings.units if one.id == rest)
        return unit_table(frame, unit)
    return category_table(frame, frame.site.category(first), int(rest or 0))


def pages_again(
    frame: Frame, address: str, known: Mapping[str, tuple[str, int]]
) -> tuple[Page, ...]:
    """The pages of the entry there, and nothing else of its step.

    `known` are its files as they stand: digest and length by address.
    """
    entry = frame.entry(address)
    paths = record_paths(entry)
    if len(paths) <= _NAMELESS:
        files = tuple((path, known[path][1]) for path in paths)
        frame.given(("brief", address), Brief(known[paths[0]][0], files))
    return tuple(with_head(frame, page) for page in _pages(frame, entry))


def _pages(frame: Frame, entry: Entry) -> tuple[Page, ...]:
    return (entry_page(frame, entry), *plan_moved(frame, entry))


def _entry(frame: Frame, address: str) -> Made:
    entry = frame.entry(address)
    card = frame.card(address)
    pages = _pages(frame, entry)
    facts: tuple[tuple[Question, Fact], ...] = (
        (("row", address), row_made(frame, entry)),
        (("card", address), card),
    )
    return Made(pages, frame.record(entry).files, facts, _brought(entry))


def _standing(frame: Frame, address: str) -> Made:
    page = next(one for one in frame.site.standing if one.address == address)
    return Made((plan_standing(frame, page),), brought=_brought(page))


def _brought(text: Entry | Standing) -> tuple[Brought, ...]:
    return tuple(Brought(one.address, one.file.source) for one in text.attachments)


def entry_page(frame: Frame, entry: Entry) -> EntryPage:
    """An entry's page, made once."""
    return frame.once(("page", entry.address), lambda: plan_entry(frame, entry))


def _record(frame: Frame, name: str) -> Made:
    month = parse_month(name)
    file = issue_file(frame, month)
    return Made(files=(file,), facts=((("issue", name), copy_of(file)),))


def _of_table(frame: Frame, table: Table) -> Made:
    files = files_of(frame, table)
    facts = (
        (("table", table.name), tuple(map(copy_of, files))),
        (("rows", table.name), len(table_of(frame, table).rows)),
    )
    return Made(files=files, facts=facts)


def _catalogue(frame: Frame) -> Made:
    file = catalogue(frame)
    return Made(files=(file,), facts=((("catalogue",), copy_of(file)),))


def _page(page: Page) -> Made:
    return Made((page,))


_FIXED = {
    "home": routes.HOME,
    "notices": routes.NOTICES,
    "map": routes.SITE_MAP,
    "missing": routes.MISSING,
    "archive": routes.ARCHIVE,
    "changes": routes.CHANGES,
    "data": routes.DATA,
}
_PATHS: dict[str, Callable[..., str]] = {
    "entry": str,
    "standing": str,
    "list": lambda name, n: routes.category_page(name, n) if n else routes.category(name),
    "year": routes.year,
    "unit": routes.unit,
    "issue": lambda month: routes.issue(parse_month(month)),
}
_MAKERS: dict[str, Callable[..., Made]] = {
    "entry": _entry,
    "record": _record,
    "table": lambda frame, name: _of_table(frame, _table(frame, name)),
    "issues": lambda frame: _of_table(frame, issues_table(frame)),
    "catalogue": _catalogue,
    "home": lambda frame: _page(plan_home(frame)),
    "list": lambda frame, name, n: _page(plan_list(frame, frame.site.category(name), n)),
    "year": lambda frame, name, year: _page(plan_year(frame, frame.site.category(name), year)),
    "unit": lambda frame, name: _page(
        plan_unit(frame, next(one for one in frame.site.settings.units if one.id == name))
    ),
    "notices": lambda frame: _page(plan_notices(frame)),
    "standing": _standing,
    "map": lambda frame: _page(plan_site_map(frame)),
    "missing": lambda frame: _page(plan_missing(frame)),
    "archive": lambda frame: _page(plan_archive(frame)),
    "issue": lambda frame, month: _page(plan_issue(frame, parse_month(month))),
    "changes": lambda frame: _page(plan_changes(frame)),
    "data": lambda frame: _page(plan_data(frame)),
}
