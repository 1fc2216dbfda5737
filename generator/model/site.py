"""Everything that a build knows about what people wrote, and about what it may not publish."""

from datetime import date
from typing import Literal

from generator.model.category import Category
from generator.model.entry import Ending, Entry
from generator.model.issue import Letter
from generator.model.settings import Settings
from generator.model.standing import Standing
from generator.values.dataclass import dataclass
from generator.values.dates import Month
from generator.values.workdays import WEEKDAYS, WorkCalendar

Why = Literal["draft", "future", "internal", "readme"]


@dataclass(frozen=True, slots=True)
class Withheld:
    """A source file that is read and right, and not published: which, why, and since or until when.

    `names` are what others may call it beside its file: its address, its id, addresses it had.
    """

    source: str
    why: Why
    title: str
    until: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as a preview shows it and no build would publish it.

    `why` says what it waits for. One that `is_broken`, because its file is wrong, is shown as it last
    was right, else as far as it can be read; its `why` is empty where it was to be public. `on` is the
    day (ISO form) on which one that waits is to be published, as far as its file says.
    """

    text: Entry | Standing
    why: Why | Literal[""]
    is_broken: bool = False
    on: str = ""


@dataclass(frozen=True, slots=True)
class RootFile:
    """A file that is copied as it is to the site's root (favicon, domain verification)."""

    source: str
    address: str


@dataclass(frozen=True, slots=True)
class Site:
    """The whole site as of `today`: settings, categories in order, what is public, what is withheld.

    `standing` are the pages of the site itself, in the order of its foot. `shown` are those of the
    entries and of these pages that only a preview has.
    """

    settings: Settings
    categories: tuple[Category, ...]
    entries: tuple[Entry, ...]
    withheld: tuple[Withheld, ...]
    today: date
    calendar: WorkCalendar = WEEKDAYS
    letters: tuple[Letter, ...] = ()
    standing: tuple[Standing, ...] = ()
    files: tuple[RootFile, ...] = ()
    shown: tuple[Shown, ...] = ()

    @property
    def texts(self) -> "tuple[Entry | Standing, ...]":
        """Everything public that was written as a text, in lists or not."""
        return (*self.entries, *self.standing)

    @property
    def ahead(self) -> tuple[tuple[Entry, Ending], ...]:
        """The public entries whose end has not come, each with it, by source."""
        found = ((one, one.ahead) for one in self.entries if one.ahead)
        return tuple(sorted(found, key=lambda pair: pair[0].source))

    def letter(self, month: Month) -> Letter | None:
        """The editor's words for the month; None when there are none."""
        return next((one for one in self.letters if one.month == month), None)

    def category(self, name: str) -> Category:
        """The category with this id."""
        for one in self.categories:
            if one.id == name:
                return one
        raise KeyError(name)
