"""The one place where rooms and doors are chosen."""

import importlib
import re
from collections.abc import Mapping
from typing import Protocol

from generator.edge.project import Project
from generator.edge.theme import read_theme
from generator.exports import assets
from generator.model.settings import Settings
from generator.plan.frame import Assets
from generator.plan.language import Language
from generator.plan.plan import Plan
from generator.read.source import through
from generator.read.words import read_words
from generator.render.templates import Theme
from generator.values.artifact import Artifact
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read

CHECKS = ("addresses", "index_numbers", "root_files")
"""The checks that look at a plan, by the name of their modules."""
CHECKS_OF_THE_WHOLE = ("links", "relations")
"""Those that would raise false alarms while an entry cannot be read."""


EXPORTS = ("attachments", "data", "feeds", "robots", "sitemap")
"""The exports that make files of a plan, by the name of their modules."""


class Check(Protocol):
    """What a check's room offers."""

    def check(self, plan: Plan) -> tuple[Problem, ...]:
        """What is wrong with the plan."""


class Export(Protocol):
    """What an export's room offers."""

    def export(self, plan: Plan, bodies: Mapping[str, bytes]) -> tuple[Artifact, ...]:
        """Its files; `bodies` are those of the content folder, by path."""


class Look:
    """A theme as a build needs it: its words in the site's language, its templates, its assets."""

    __slots__ = ("addresses", "files", "language", "theme")

    def __init__(
        self, language: Language, theme: Theme, files: tuple[tuple[str, bytes], ...]
    ) -> None:
        self.language = language
        self.theme = theme
        self.files = files
        self.addresses: Assets = assets.addresses(files)


def look(project: Project, settings: Settings) -> Read[Look]:
    """The site's theme; its words may hold mistakes of whoever wrote them."""
    files = read_theme(project.themes, settings.theme)
    path, body = files.words_of(settings.language)
    words = through(path, body, read_words)
    if words.value is None:
        return Read(None, words.problems)
    missing = _missing(settings, words.value)
    if missing:
        absent = Problem("theme/word-missing", Place(path), (("keys", "、".join(missing)),))
        return Read(None, (*words.problems, absent))
    return Read(Look(Language(words.value), files.theme, files.assets), words.problems)


def _missing(settings: Settings, words: Mapping[str, str]) -> list[str]:
    """The keys that our default words have and these lack, or fill with what is not given."""
    path, body = read_theme("", "default").words_of(settings.language)
    known = through(path, body, read_words).value or {}
    return sorted(
        key
        for key, text in known.items()
        if key not in words or _blanks(words[key]) - _blanks(text)
    )


def _blanks(text: str) -> set[str]:
    """The names in braces."""
    return set(re.findall(r"{([^{}]*)}", text))


def check(plan: Plan, *, whole: bool) -> tuple[Problem, ...]:
    """What every check says of the plan; `whole` is off when an entry could not be read."""
    names = (*CHECKS, *CHECKS_OF_THE_WHOLE) if whole else CHECKS
    rooms: list[Check] = [importlib.import_module(f"generator.checks.{name}") for name in names]
    return tuple(problem for room in rooms for problem in room.check(plan))


def export(plan: Plan, bodies: Mapping[str, bytes]) -> tuple[Artifact, ...]:
    """What every export makes of the plan."""
    rooms: list[Export] = [importlib.import_module(f"generator.exports.{name}") for name in EXPORTS]
    return tuple(file for room in rooms for file in room.export(plan, bodies))
