"""New entry: a draft in its category's folder, with every field that its kind has."""

import posixpath
from collections.abc import Iterable
from datetime import date

from generator.edge import clock, draft
from generator.edge.project import Project, demand_places, read_content
from generator.model.category import Category
from generator.model.kind import Kind, kind, kinds
from generator.model.settings import Settings
from generator.read.assemble import find_category, find_settings
from generator.read.scaffold import Tongue, scaffold
from generator.values.dataclass import dataclass
from generator.values.dates import today_in
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read
from generator.values.text import nearest


@dataclass(frozen=True, slots=True)
class Made:
    """The draft that was written: its path, its category, and the other kinds it could have been."""

    path: str
    category: Category
    others: tuple[Kind, ...]


def find_site(project: Project) -> Read[Settings]:
    """The settings of the site that the entry is for."""
    demand_places(project)
    files = read_content(project).value or ()
    return find_settings(files, project.folder)


def new_entry(  # noqa: PLR0913, PLR0917 - what was asked for, and in which language to answer
    project: Project,
    settings: Settings,
    category: str,
    named: str,
    today: date | None,
    tongue: Tongue,
) -> Read[Made]:
    """Write a draft of the kind `named` (empty: the category's first); nothing asked, nothing replaced.

    `category` and `named` are identifiers or Chinese words. `today` decides folder and file name.
    """
    files = read_content(project).value or ()
    found = tuple(find_category(files, project.folder, name) for name in settings.categories)
    known = [one.value for one in found if one.value]
    chosen = next((one for one in known if category in {one.id, one.title}), None)
    if chosen is None:
        broken = [p for one in found for p in one.problems if f"/{category}/" in p.place.path]
        return Read(None, tuple(broken) or (_no_category(category, known),))
    taken = {one.id: one for one in kinds() if one.id in chosen.kinds}
    declared = kind(chosen.kinds[0]) if not named else _named(named, taken.values())
    if declared is None:
        return Read(None, (_no_kind(named, chosen, taken.values()),))
    day = today or settings.today or today_in(settings.zone, clock.now())
    text = scaffold(declared, day, tuple(one.short for one in settings.units), tongue)
    folder = f"{project.folder}/{chosen.id}/{day.year}"
    ending = "yaml" if declared.fields else "md"
    stem = _free(f"{folder}/{day.month:02}-{declared.id}", (one.path for one in files))
    path = draft.create(project, f"{stem}.{ending}", text)
    others = tuple(taken[name] for name in chosen.kinds if name != declared.id)
    return Read(Made(path, chosen, others))


def _free(stem: str, paths: Iterable[str]) -> str:
    """The stem, or the first of `-2`, `-3` … that no file and no folder bears on any system."""
    parts = {part for path in paths for part in _prefixes(path.casefold())}
    number = 1
    while (found := stem if number == 1 else f"{stem}-{number}").casefold() in parts:
        number += 1
    return found


def _prefixes(path: str) -> Iterable[str]:
    """The path without its ending, and every folder above it."""
    yield posixpath.splitext(path)[0]
    while path := posixpath.dirname(path):
        yield path


def _named(word: str, offered: Iterable[Kind]) -> Kind | None:
    return next((one for one in offered if word in {one.id, one.zh}), None)


def _no_category(word: str, known: list[Category]) -> Problem:
    words = [name for one in known for name in (one.title, one.id)]
    facts = (("value", word), ("offered", "、".join(words)), ("near", nearest(word, words)))
    return Problem("usage/category", Place("build.py"), facts)


def _no_kind(word: str, category: Category, offered: Iterable[Kind]) -> Problem:
    words = [name for one in offered for name in (one.zh, one.id)]
    facts = (
        ("value", word),
        ("category", category.title),
        ("offered", "、".join(words)),
        ("near", nearest(word, words)),
    )
    return Problem("usage/kind", Place("build.py"), facts)
