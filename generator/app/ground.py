"""What a build stands on besides entries, and what it told, for the next one to start from."""

from generator.app.look import Look
from generator.model.site import Site
from generator.model.tally import Tally
from generator.values.dataclass import dataclass
from generator.values.problem import Problem

THEME = "themes"
"""No text of the content is called that."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a build stands on besides entries: the site without them, the theme.

    `copies` says that some entry is named like a copy.
    """

    site: Site
    look: Look
    today_fixed: bool
    copies: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What a build told: its tally, and the warnings of reading each text, by its path.

    Those of the theme's files stand under `THEME`.
    """

    tally: Tally
    problems: tuple[tuple[str, tuple[Problem, ...]], ...]
