"""What a build stands on besides entries, and what it told, for the next one to start from."""

from generator.app.look import Look
from generator.app.marks import Mark
from generator.model.site import Site
from generator.model.tally import Tally
from generator.values.dataclass import dataclass
from generator.values.problem import Problem

THEME = "themes"
"""No text of the content is called that."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a build stands on besides entries: the site without them, the theme.

    `copies` says that some entry is named like a copy, `is_whole` that every page could be drawn.
    """

    site: Site
    look: Look
    today_fixed: bool
    copies: bool
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """What a build told: its tally, and what there is to say of each text alone, by its path.

    What is said of the theme's files stands under `THEME`. A preview may have found more, in the site as
    a whole; `desk` are its marks.
    """

    tally: Tally
    problems: tuple[tuple[str, tuple[Problem, ...]], ...]
    found: tuple[Problem, ...] = ()
    desk: tuple[Mark, ...] = ()
