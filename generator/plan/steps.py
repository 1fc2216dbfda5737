"""The plan in steps: each makes a few pages and files by itself, from what it asks the frame.

Steps are named by plain tuples, so that a rebuild can say which ones to make again. The stages
are in order: a step asks for facts about what is made in stages before its own, never later.
"""

from collections.abc import Callable, Iterator, Mapping

from generator.model.entry import Entry
from generator.model.standing import Standing
from generator.model.unit import Unit
from generator.plan import routes
from generator.plan.archive import plan_archive
from generator.plan.category import SIZE, plan_list
from generator.plan.changes import plan_changes
from generator.plan.covers import issue_months
from generator.plan.datalists import (
    Copy,
    Part,
    Row,
    Table,
    category_table,
    copy_of,
    files_of,
    issue_file,
    part_made,
    row_made,
    rows_made,
    sizes_of,
    unit_table,
    unit_year_table,
    year_table,
)
from generator.plan.entry import plan_entry
from generator.plan.frame import Frame
from generator.plan.head import with_head
from generator.plan.home import plan_home
from generator.plan.issue import plan_issue
from generator.plan.moved import plan_moved
from generator.plan.notices import plan_notices
from generator.plan.opendata import catalogue, plan_data
from generator.plan.pages import Page
from generator.plan.pages.entry import EntryPage, MovedPage
from generator.plan.pages.lists import Card
from generator.plan.questions import Question
from generator.plan.record import Brief, record_paths
from generator.plan.sitelists import (
    changes_table,
    issues_table,
    notices_table,
    tables_of_site,
    units_table,
)
from generator.plan.sitemap import plan_missing, plan_site_map
from generator.plan.standing import plan_standing
from generator.plan.unit import plan_unit
from generator.plan.years import plan_year
from generator.values.artifact import Artifact
from generator.values.dataclass import dataclass, replace
from generator.values.dates import parse_month
from generator.values.flat import Plain, flat, whole

Step = tuple[str | int, ...]
"""What is to be made: its kind, then what it is about."""
Fact = Row | Card | Copy | tuple[Copy, ...] | tuple[str, ...] | Part | str | int
"""What others may ask about what a step made."""
_NAMELESS = 2
"""A record of so many files has one table at most, and that needs no title on the page."""
_FRAME = "chrome"
"""What is put around a page, and what it says is kept without."""
Said = tuple[Plain, list[Plain]]
"""What the pages of an entry say: its own, and those at its old addresses."""
STAGES = (("entry",), ("record", "part"), ("table", "issues"))
"""Kinds whose facts others ask for, in order; all other kinds come after them, and `LAST` at the end."""
LAST = "data"
"""It asks for the catalogue, which is made with the others."""
_STAGES = {kind: at for at, kinds in enumerate((*STAGES, (), (LAST,))) for kind in kinds}


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
    if kind in {"table", "sizes", "rows", "part"}:
        return ("issues",) if about == ["issues"] else _step_of(str(about[0]))
    return ("entry", *about)


FACTS = frozenset({"row", "card", "issue", "part", "table", "sizes", "rows", "catalogue"})
"""Kinds of questions about what steps make; the others are about entries, the day, the register."""


def is_of_register(question: Question) -> bool:
    """Whether the day or the register answers it, not an entry or a step."""
    return question[0] != "entry" and question[0] not in FACTS


def stage(step: Step) -> int:
    """When a step is taken: all steps of a stage may be taken at once."""
    return _STAGES.get(str(step[0]), len(STAGES))


def steps(frame: Frame) -> Iterator[Step]:
    """Every step of the site, in the order of its plan."""
    yield from site_steps(frame)
    yield from (("entry", one.address) for one in frame.register.lines)


def site_steps(frame: Frame) -> Iterator[Step]:
    """Those of them that belong to no entry."""
    yield from site_pages(frame)
    if frame.is_open:
        yield from (("record", str(month)) for month in issue_months(frame))
        yield from (_step_of(one.name) for one in tables_of_site(frame) if one.name != "issues")
        yield from (("issues",), ("catalogue",))


def site_pages(frame: Frame) -> Iterator[Step]:
    """Those that make pages which belong to no entry."""
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
    yield ("archive",)
    yield from (("issue", str(month)) for month in issue_months(frame))
    yield ("changes",)
    if frame.is_open:
        yield ("data",)


def path_of(step: Step) -> str:
    """The address of the page that a step makes; empty for one that makes none."""
    kind, *about = step
    path = _PATHS.get(str(kind))
    return path(*about) if path else _FIXED.get(str(kind), "")


def _step_of(table: str) -> Step:
    """The step that makes a table: of the whole of a list, or of a year (`land/2026`, `units/town/2026`)."""
    return ("part" if table.count("/") > table.startswith("units/") else "table", table)


def _table(frame: Frame, name: str) -> Table:
    """The table of that name."""
    single = {"notices": notices_table, "changes": changes_table, "units": units_table}
    if name in single:
        return single[name](frame)
    first, *rest = name.split("/")
    if first == "units":
        return unit_table(frame, _unit(frame, rest[0]))
    return category_table(frame, frame.site.category(first))


def _part(frame: Frame, name: str) -> Made:
    """A table by year, and its rows for the whole one."""
    first, *rest, year = name.split("/")
    if first == "units":
        table = unit_year_table(frame, _unit(frame, rest[0]), int(year))
    else:
        table = year_table(frame, frame.site.category(first), int(year))
    files, part = part_made(frame, table)
    made = _with_files(frame, table, files)
    return replace(made, facts=(*made.facts, (("part", name), part)))


def _unit(frame: Frame, name: str) -> Unit:
    return next(one for one in frame.site.settings.units if one.id == name)


def pages_again(
    frame: Frame, address: str, known: Mapping[str, tuple[str, int]]
) -> tuple[Page, ...]:
    """The pages of the entry there, and nothing else of its step.

    `known` are its files as they stand: digest and length by address.
    """
    entry = frame.entry(address)
    paths = record_paths(entry) if frame.is_open else ()
    if 0 < len(paths) <= _NAMELESS:
        files = tuple((path, known[path][1]) for path in paths)
        frame.given(("brief", address), Brief(known[paths[0]][0], files))
    return tuple(with_head(frame, page) for page in _pages(frame, entry))


def said_by(pages: tuple[Page, ...]) -> Said:
    """What the pages of an entry say, plain, without their frame, which many share."""
    own, *moved = pages
    return flat(EntryPage, _FRAME)(own), [flat(MovedPage, _FRAME)(page) for page in moved]


def pages_of(frame: Frame, said: Said) -> tuple[Page, ...]:
    """The pages that say it: the entry's own, and those at old addresses of it."""
    own, moved = said
    line = frame.register.line(own[0])
    assert line
    page = whole(EntryPage, _FRAME)(own, frame.chrome_in(routes.category(line.category)))
    return (page, *(whole(MovedPage, _FRAME)(one, frame.chrome) for one in moved))


def _pages(frame: Frame, entry: Entry) -> tuple[Page, ...]:
    return (plan_entry(frame, entry), *plan_moved(frame, entry))


def _entry(frame: Frame, address: str) -> Made:
    entry = frame.entry(address)
    card = frame.card(address)
    pages = _pages(frame, entry)
    facts: tuple[tuple[Question, Fact], ...] = ((("card", address), card),)
    files: tuple[Artifact, ...] = ()
    if frame.is_open:
        files = frame.record(entry).files
        facts = ((("row", address), row_made(frame, entry)), *facts)
    return Made(pages, files, facts, _brought(entry))


def _standing(frame: Frame, address: str) -> Made:
    page = next(one for one in frame.site.standing if one.address == address)
    return Made((plan_standing(frame, page),), brought=_brought(page))


def _brought(text: Entry | Standing) -> tuple[Brought, ...]:
    return tuple(Brought(one.address, one.file.source) for one in text.attachments)


def _record(frame: Frame, name: str) -> Made:
    month = parse_month(name)
    file = issue_file(frame, month)
    return Made(files=(file,), facts=((("issue", name), copy_of(file)),))


def _of_table(frame: Frame, table: Table) -> Made:
    return _with_files(frame, table, files_of(frame, table))


def _with_files(frame: Frame, table: Table, files: tuple[Artifact, ...]) -> Made:
    facts = (
        (("table", table.name), tuple(map(copy_of, files))),
        (("sizes", table.name), sizes_of(frame, files)),
        (("rows", table.name), rows_made(frame, table)),
    )
    return Made(files=files, facts=facts)


def _catalogue(frame: Frame) -> Made:
    file = catalogue(frame)
    return Made(files=(file,), facts=((("catalogue",), sizes_of(frame, (file,))[0]),))


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
    "part": _part,
    "issues": lambda frame: _of_table(frame, issues_table(frame)),
    "catalogue": _catalogue,
    "home": lambda frame: _page(plan_home(frame)),
    "list": lambda frame, name, n: _page(plan_list(frame, frame.site.category(name), n)),
    "year": lambda frame, name, year: _page(plan_year(frame, frame.site.category(name), year)),
    "unit": lambda frame, name: _page(plan_unit(frame, _unit(frame, name))),
    "notices": lambda frame: _page(plan_notices(frame)),
    "standing": _standing,
    "map": lambda frame: _page(plan_site_map(frame)),
    "missing": lambda frame: _page(plan_missing(frame)),
    "archive": lambda frame: _page(plan_archive(frame)),
    "issue": lambda frame, month: _page(plan_issue(frame, parse_month(month))),
    "changes": lambda frame: _page(plan_changes(frame)),
    "data": lambda frame: _page(plan_data(frame)),
}
