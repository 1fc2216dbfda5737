"""Every file of a content folder to a Site: each one published, withheld with a reason, or a problem."""

import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import partial

from generator.model.address import stands_at_root, stands_on_windows
from generator.model.attachment import Beside
from generator.model.category import Category
from generator.model.entry import Entry, newest_first
from generator.model.settings import Settings
from generator.model.site import RootFile, Shown, Site, Withheld
from generator.model.standing import FOLDER as STANDING
from generator.model.standing import Standing, in_order
from generator.read.attachments import measure
from generator.read.entry import Aside, Outcome, read_entry
from generator.read.letters import Months, read_letters
from generator.read.litter import is_litter
from generator.read.site import read_category, read_settings
from generator.read.source import Source, through
from generator.read.standing import read_standing
from generator.read.workyears import read_calendar
from generator.values.dataclass import dataclass, replace
from generator.values.dates import month_of
from generator.values.pattern import pattern
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read
from generator.values.source_file import SourceFile
from generator.values.text import nearest
from generator.values.workdays import WEEKDAYS, WorkCalendar

FILES = "files"
"""The folder whose files are copied to the site's root."""
RECORDS = "records"
"""The folder in which the program keeps what it did: no person writes there, and no page shows it."""
_COPY = pattern(r"副本 ?(.+)|(.+?)(?: - 副本| - Copy)?(?: ?[(（]\d+[)）])?")
"""A name as Windows gives it to a copy, around the first one's name."""
_MARK = pattern("副本|Copy|[)）]")
"""What stands in every such name: nearly all files are known at one look not to be copies."""
_ENTRY = (".md", ".yaml", ".yml")
_ROWS = (".csv", ".xlsx")
APART = ("calendar", "issues")
"""Folders that hold no entries: working days, and the editor's words."""


@dataclass(frozen=True, slots=True)
class Job:
    """A text's file and what is needed to read it; crosses to worker processes whole.

    `category` is None for a page of the site itself.
    """

    file: SourceFile
    category: Category | None
    settings: Settings
    today: date
    rows: tuple[SourceFile, ...] = ()
    """The CSV and xlsx files beside it that bear its name: the rows of its table."""
    files: tuple[Beside, ...] = ()
    """What stands in the folder that bears its name."""
    calendar: WorkCalendar = WEEKDAYS
    """Which days offices work."""
    is_preview: bool = False
    """Whether it is read to be shown in a preview, also where no build would publish it."""


Each = Callable[[Callable[[Job], Read[Outcome]], Sequence[Job]], Iterable[Read[Outcome]]]
"""How a job is done for every file, in order: here, or by workers."""


def find_settings(files: Sequence[SourceFile], folder: str) -> Read[Settings]:
    """The site's settings, from `site.yaml` in the content folder."""
    path = f"{folder}/site.yaml"
    found = next((one for one in files if one.path == path), None)
    if found is None:
        return Read(None, (Problem("site/absent", Place(path)),))
    return through(path, found.body, read_settings)


def assemble(  # noqa: PLR0913 - all that a site is made of, and for whom
    files: Sequence[SourceFile],
    folder: str,
    settings: Settings,
    today: date,
    each: Each,
    *,
    is_preview: bool = False,
) -> Read[Site]:
    """The site as of `today`, without the categories that cannot be read and the entries that are wrong.

    That of a preview has all that can be shown.
    """
    categories = tuple(find_category(files, folder, name) for name in settings.categories)
    problems = [p for one in categories for p in one.problems]
    by_name = {one.value.id: one.value for one in categories if one.value}
    pile = _sorted(files, folder, settings, by_name)
    problems += pile.problems
    problems += _unread(files, folder, settings, by_name)
    calendar = read_calendar(pile.apart["calendar"])
    problems += calendar.problems
    read = partial(
        Job,
        settings=settings,
        today=today,
        calendar=calendar.value or WEEKDAYS,
        is_preview=is_preview,
    )
    jobs = _jobs(pile, read)
    outcomes = tuple(each(read_job, jobs))
    problems += [p for one in outcomes for p in one.problems]
    shown = tuple(one.value for one in outcomes if isinstance(one.value, Shown))
    texts = [one.text if isinstance(one, Shown) else one for one in (o.value for o in outcomes)]
    entries = tuple(sorted((one for one in texts if isinstance(one, Entry)), key=newest_first))
    waiting = {one.text.source for one in shown if one.why}
    public = [one for one in entries if one.source not in waiting]
    problems += _copies(public)
    letters = read_letters(pile.apart["issues"], _months(public, settings, today))
    problems += letters.problems
    withheld = list(pile.withheld)
    for job, outcome in zip(jobs, outcomes, strict=True):
        if isinstance(outcome.value, Withheld):
            why = outcome.value
            along = (*(one.path for one in job.rows), *(one.source for one in job.files))
            withheld += [why, *(replace(why, source=path, title="") for path in along)]
    site = Site(
        settings,
        tuple(by_name[name] for name in settings.categories if name in by_name),
        entries,
        tuple(sorted(withheld, key=lambda one: one.source)),
        today,
        calendar.value or WEEKDAYS,
        letters.value or (),
        tuple(sorted((one for one in texts if isinstance(one, Standing)), key=in_order)),
        tuple(pile.files),
        shown,
    )
    return Read(site, tuple(problems))


def _jobs(pile: "_Pile", job: Callable[..., Job]) -> list[Job]:
    """The job of every text, with what stands beside it."""
    jobs = []
    for file, category in (*pile.entries, *((one, None) for one in pile.standing)):
        stem = _stem(file.path)
        rows, beside = pile.rows.get(stem, ()), pile.beside.get(stem, ())
        jobs.append(job(file=file, category=category, rows=tuple(rows), files=tuple(beside)))
    return jobs


def job_of(file: SourceFile, folder: str, site: Site, *, is_preview: bool = False) -> Job | None:
    """The job of one text by itself; None when the file is no entry, or there is something to say of it."""
    known = {one.id: one for one in site.categories}
    pile = _sorted([file], folder, site.settings, known)
    if len(pile.entries) != 1 or pile.problems:
        return None
    return Job(
        file,
        pile.entries[0][1],
        site.settings,
        site.today,
        calendar=site.calendar,
        is_preview=is_preview,
    )


def is_like_a_copy(source: str) -> bool:
    """Whether a file is named as copies are."""
    if not _MARK.search(source):
        return False
    name = posixpath.basename(_stem(source))
    found = _COPY.fullmatch(name)
    return found is not None and (found[1] or found[2]) != name


def _months(entries: Iterable[Entry], settings: Settings, today: date) -> Months:
    """The months that have entries to show, and those that have come and have changes to report."""
    filled = {month_of(day) for day in {one.published.day for one in entries if one.listed}}
    changed = {month_of(day) for one in entries for day in one.changed}
    come = {month for month in changed if month <= month_of(today)}
    return Months(settings, today, filled, come)


def _copies(entries: Sequence[Entry]) -> list[Problem]:
    """Every entry that bears a copy's name and says what the first one says: unit, day and title."""
    if not any(is_like_a_copy(one.source) for one in entries):
        return []
    known = {_stem(one.source): one for one in entries}
    out = []
    for stem, one in known.items():
        folder, name = posixpath.split(stem)
        found = _COPY.fullmatch(name)
        named = (found[1] or found[2]) if found else name
        first = known.get(posixpath.join(folder, named)) if named != name else None
        if first and _said(first) == _said(one):
            facts = (("other", first.source),)
            out.append(Problem("file/copy", Place(one.source), facts, severity="warn"))
    return out


def _said(entry: Entry) -> tuple[str, str, date]:
    return entry.title, entry.unit.id, entry.published.day


@dataclass(slots=True)
class _Pile:
    """The content folder sorted out: entries, what belongs to them, what is withheld or stray."""

    entries: list[tuple[SourceFile, Category]]
    standing: list[SourceFile]
    rows: dict[str, list[SourceFile]]
    beside: dict[str, list[Beside]]
    apart: dict[str, list[SourceFile]]
    withheld: list[Withheld]
    problems: list[Problem]
    files: list[RootFile]


def _sorted(
    files: Sequence[SourceFile], folder: str, settings: Settings, known: Mapping[str, Category]
) -> _Pile:
    """Every file where it belongs; none is passed over but litter and the two kinds of settings."""
    pile = _Pile([], [], {}, {}, {name: [] for name in APART}, [], [], [])
    others = []
    for file in files:
        inside = file.path.removeprefix(f"{folder}/")
        name, _, rest = inside.partition("/")
        if _is_settings(inside, settings) or is_litter(inside):
            continue
        if not stands_on_windows(inside):
            pile.problems.append(Problem("file/name-windows", Place(file.path), severity="warn"))
        if _take(pile, file, inside, known):
            continue
        if name in known or name not in settings.categories or not rest:
            others.append(file)
    _put_beside(pile, others, folder, settings)
    return pile


def _put_beside(pile: _Pile, others: Iterable[SourceFile], folder: str, settings: Settings) -> None:
    """Each of the other files beside the text whose name it bears; the rest are stray."""
    stems = {_stem(file.path) for file in (*(one for one, _ in pile.entries), *pile.standing)}
    for file in others:
        if file.path.lower().endswith(_ROWS) and _stem(file.path) in stems:
            pile.rows.setdefault(_stem(file.path), []).append(file)
        elif owner := _owner(file.path, stems):
            found, problems = measure(file, owner)
            pile.problems += problems
            pile.beside.setdefault(owner, []).append(found)
        else:
            pile.problems.append(_stray(file.path, folder, settings))


def _take(pile: _Pile, file: SourceFile, inside: str, known: Mapping[str, Category]) -> bool:
    """Whether the file's own name says what it is: a note, an entry, or of a folder apart."""
    name, _, rest = inside.partition("/")
    if _is_readme(inside):
        pile.withheld.append(Withheld(file.path, "readme", ""))
    elif name in APART and rest:
        pile.apart[name].append(file)
    elif name == FILES and rest:
        _root_file(pile, file.path, rest)
    elif _is_entry(inside) and name in known:
        pile.entries.append((file, known[name]))
    elif _is_standing(inside):
        pile.standing.append(file)
    else:
        return False
    return True


def _is_settings(inside: str, settings: Settings) -> bool:
    """Whether it is one of the two kinds of settings, which are read by themselves, or a record."""
    name, _, rest = inside.partition("/")
    if name == RECORDS and rest.endswith(".jsonl"):
        return True
    return inside == "site.yaml" or (rest == "category.yaml" and name in settings.categories)


def _root_file(pile: _Pile, path: str, address: str) -> None:
    """A file for the site's root, under the name it has in `files/`."""
    if stands_at_root(address):
        pile.files.append(RootFile(path, address))
    else:
        facts = (("name", posixpath.basename(path)),)
        pile.problems.append(Problem("file/root-name", Place(path), facts))


def _owner(path: str, stems: AbstractSet[str]) -> str:
    """The entry's stem that a folder around the file bears, the nearest first; or nothing."""
    folder = posixpath.dirname(path)
    while folder and folder not in stems:
        folder = posixpath.dirname(folder)
    return folder


def _is_entry(inside: str) -> bool:
    _, slash, name = inside.rpartition("/")
    return bool(slash) and inside.lower().endswith(_ENTRY) and not name.startswith(".")


def _is_readme(inside: str) -> bool:
    return inside.rpartition("/")[2].upper().partition(".")[0] == "README"


def _is_standing(inside: str) -> bool:
    return (
        _is_entry(inside) and inside.startswith(f"{STANDING}/") and inside.lower().endswith(".md")
    )


def _stem(path: str) -> str:
    """The path without its ending; a name that begins with a dot has none there."""
    stem, _, ending = path.rpartition(".")
    is_ending = "/" not in ending and stem.rpartition("/")[2].strip(".")
    return stem if is_ending else path


def _unread(
    files: Sequence[SourceFile], folder: str, settings: Settings, known: Mapping[str, Category]
) -> list[Problem]:
    """A problem for every category whose own file is wrong: its entries could not be looked at."""
    problems = []
    for name in (one for one in settings.categories if one not in known):
        inside = [file for file in files if file.path.startswith(f"{folder}/{name}/")]
        entries = [file for file in inside if not file.path.endswith("/category.yaml")]
        if entries:
            facts = (("count", str(len(entries))),)
            problems.append(Problem("category/unread", Place(f"{folder}/{name}"), facts))
    return problems


def read_job(job: Job) -> Read[Outcome]:
    """Read one entry's file, with the file of its rows, or one page of the site itself."""
    rows = tuple((one.path, one.body) for one in job.rows)
    aside = Aside(rows, job.files)

    def read(source: Source) -> Read[Outcome]:
        if job.category is None:
            found = read_standing(source, job.today, job.files, is_preview=job.is_preview)
            return Read(found.value, found.problems)
        if job.is_preview:
            from generator.read.showing import show_entry  # noqa: PLC0415 - a build does without

            return show_entry(source, job.category, job.settings, job.today, aside, job.calendar)
        return read_entry(source, job.category, job.settings, job.today, aside, job.calendar)

    return through(job.file.path, job.file.body, read)


def find_category(files: Sequence[SourceFile], folder: str, name: str) -> Read[Category]:
    """The category in the folder `name`, from its `category.yaml`."""
    path = f"{folder}/{name}/category.yaml"
    found = next((one for one in files if one.path == path), None)
    if found is None:
        return Read(None, (Problem("category/absent", Place(path), (("name", name),)),))
    return through(path, found.body, lambda source: read_category(source, name))


STRAYS = ("file/unknown", "file/folder-unknown")
"""What is said of a file that nothing reads. No entry stays unread for it."""


def _stray(path: str, folder: str, settings: Settings) -> Problem:
    """A file that nothing reads: named, never passed over."""
    name, _, rest = posixpath.relpath(path, folder).partition("/")
    if rest and name not in {*settings.categories, STANDING}:
        near = nearest(name, settings.categories)
        return Problem("file/folder-unknown", Place(path), (("name", name), ("near", near)))
    written = posixpath.basename(path)
    return Problem(
        "file/unknown", Place(path), (("name", written), ("near", _meant(written) if rest else ""))
    )


def _meant(name: str) -> str:
    """The name that an entry saved with `.txt` behind it was to have; nothing for other files."""
    stem, kind = posixpath.splitext(name)
    if kind.lower() != ".txt":
        return ""
    return stem if stem.lower().endswith(_ENTRY) else f"{stem}.md"
