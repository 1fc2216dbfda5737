"""Everything that a build knows about what people wrote, and about what it may not publish."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.category import Category
from generator.model.entry import Entry
from generator.model.settings import Settings

Why = Literal["draft", "future", "internal", "readme"]


@dataclass(frozen=True, slots=True)
class Withheld:
    """A source file that is read and right, and not published: which, why, and since or until when."""

    source: str
    why: Why
    title: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class RootFile:
    """A file that is copied as it is to the site's root (favicon, domain verification)."""

    source: str
    address: str


@dataclass(frozen=True, slots=True)
class Site:
    """The whole site as of `today`: settings, categories in order, what is public, what is withheld."""

    settings: Settings
    categories: tuple[Category, ...]
    entries: tuple[Entry, ...]
    withheld: tuple[Withheld, ...]
    today: date
    files: tuple[RootFile, ...] = ()

    def category(self, name: str) -> Category:
        """The category with this id."""
        return next(one for one in self.categories if one.id == name)
