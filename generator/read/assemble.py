"""Every file of a content folder to a Site: each one published, withheld with a reason, or a problem."""

import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.category import Category
from generator.model.entry import Entry, newest_first
from generator.model.settings import Settings
from generator.model.site import Site, Withheld
from generator.read.entry import Outcome, read_entry
from generator.read.site import read_category, read_settings
from generator.read.source import through
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read
from generator.values.text import nearest

LITTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store", ".gitkeep", ".gitignore"})
"""Files that systems and editors leave, in lower case: passed over without a word."""
_ENTRY = (".md", ".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the content folder: its path relative to the project, and its bytes."""

    path: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Job:
    """An entry's file and what is needed to read it; crosses to worker processes whole."""

    file: SourceFile
    category: Category
    settings: Settings
    today: date


Each = Callable[[Callable[[Job], Read[Outcome]], Sequence[Job]], Iterable[Read[Outcome]]]
"""How a job is done for every file, in order: here, or by workers."""


def find_settings(files: Sequence[SourceFile], folder: str) -> Read[Settings]:
    """The site's settings, from `site.yaml` in the content folder."""
    path = f"{folder}/site.yaml"
    found = next((one for one in files if one.path == path), None)
    if found is None:
        return Read(None, (Problem("site/absent", Place(path)),))
    return through(path, found.body, read_settings)


def assemble(
    files: Sequence[SourceFile], folder: str, settings: Settings, today: date, each: Each
) -> Read[Site]:
    """The site as of `today`; None when a category cannot be read or an entry is wrong."""
    categories = tuple(_category(files, folder, name) for name in settings.categories)
    problems = [p for one in categories for p in one.problems]
    by_name = {one.value.id: one.value for one in categories if one.value}
    jobs: list[Job] = []
    withheld: list[Withheld] = []
    for file in files:
        inside = posixpath.relpath(file.path, folder)
        if _is_litter(inside) or inside == "site.yaml":
            continue
        if posixpath.basename(inside).upper().split(".")[0] == "README":
            withheld.append(Withheld(file.path, "readme", ""))
            continue
        name, _, rest = inside.partition("/")
        if rest == "category.yaml" and name in settings.categories:
            continue
        is_hidden = posixpath.basename(inside).startswith(".")
        if rest and name in by_name and inside.endswith(_ENTRY) and not is_hidden:
            jobs.append(Job(file, by_name[name], settings, today))
        elif name not in settings.categories or inside.count("/") == 0 or name in by_name:
            problems.append(_stray(file.path, name, rest, settings))
    problems += _unread(files, folder, settings, by_name)
    outcomes = tuple(each(read_job, jobs))
    problems += [p for one in outcomes for p in one.problems]
    entries = tuple(
        sorted((o.value for o in outcomes if isinstance(o.value, Entry)), key=newest_first)
    )
    withheld += [o.value for o in outcomes if isinstance(o.value, Withheld)]
    site = Site(
        settings,
        tuple(by_name[name] for name in settings.categories if name in by_name),
        entries,
        tuple(sorted(withheld, key=lambda one: one.source)),
        today,
    )
    return Read(site, tuple(problems))


def _unread(
    files: Sequence[SourceFile], folder: str, settings: Settings, known: Mapping[str, Category]
) -> list[Problem]:
    """A problem for every category whose own file is wrong: its entries could not be looked at."""
    problems = []
    for name in settings.categories:
        inside = [file for file in files if file.path.startswith(f"{folder}/{name}/")]
        entries = [file for file in inside if not file.path.endswith("/category.yaml")]
        if name not in known and entries:
            facts = (("count", str(len(entries))),)
            problems.append(Problem("category/unread", Place(f"{folder}/{name}"), facts))
    return problems


def read_job(job: Job) -> Read[Outcome]:
    """Read one entry's file."""
    return through(
        job.file.path,
        job.file.body,
        lambda source: read_entry(source, job.category, job.settings, job.today),
    )


def _category(files: Sequence[SourceFile], folder: str, name: str) -> Read[Category]:
    path = f"{folder}/{name}/category.yaml"
    found = next((one for one in files if one.path == path), None)
    if found is None:
        return Read(None, (Problem("category/absent", Place(path), (("name", name),)),))
    return through(path, found.body, lambda source: read_category(source, name))


def _is_litter(inside: str) -> bool:
    name = posixpath.basename(inside)
    lowered = name.lower()
    return (
        lowered in LITTER
        or name.startswith(("~$", ".~lock.", ".#", "._"))
        or lowered.endswith((".swp", "~"))
    )


def _stray(path: str, name: str, rest: str, settings: Settings) -> Problem:
    """A file that nothing reads: named, never passed over."""
    if rest and name not in settings.categories:
        near = nearest(name, settings.categories)
        return Problem("file/folder-unknown", Place(path), (("name", name), ("near", near)))
    return Problem("file/unknown", Place(path), (("name", posixpath.basename(path)),))
