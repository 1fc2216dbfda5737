"""What a build stands on besides entries, for the next one to start from."""

from generator.app.look import Look
from generator.model.site import Site
from generator.model.tally import Tally
from generator.values.dataclass import dataclass
from generator.values.problem import Problem


@dataclass(frozen=True, slots=True)
class Ground:
    """What a build stands on besides entries: the site without them, the theme, what was told of texts.

    `problems` are the warnings of reading each text, by its path; `copies` says that some entry is
    named like a copy.
    """

    site: Site
    look: Look
    tally: Tally
    today_fixed: bool
    problems: tuple[tuple[str, tuple[Problem, ...]], ...]
    copies: bool
