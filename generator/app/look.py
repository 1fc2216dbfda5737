"""A theme as a build needs it."""

from generator.plan.frame import Assets
from generator.plan.language import Language
from generator.render.theme import Theme
from generator.values.digest import of_value

OURS = "plan_"
"""How the names of words begin that planners say; templates have the others."""
ASSETS, WORDS = "assets", "words"
"""What every template draws with besides templates: the addresses of assets, the words."""


class Look:
    """A theme as a build needs it: its words in the site's language, its templates, its assets.

    `drawn` tells by the name of each page's template what it draws with, each part with a digest:
    templates by their places, `ASSETS`, `WORDS`. Of the same parts it draws the same.
    """

    __slots__ = ("addresses", "drawn", "files", "language", "theme")

    def __init__(
        self,
        language: Language,
        theme: Theme,
        files: tuple[tuple[str, bytes], ...],
        closures: tuple[tuple[str, tuple[tuple[str, str], ...]], ...],
    ) -> None:
        self.language = language
        self.theme = theme
        self.files = files
        from generator.exports import assets  # noqa: PLC0415 - a look from memory has its addresses

        self.addresses: Assets = assets.addresses(files)
        shared = {ASSETS: of_value(self.addresses), WORDS: of_value([*language.words.items()])}
        self.drawn: dict[str, dict[str, str]] = {
            name: {**dict(parts), **shared} for name, parts in closures
        }

    @property
    def said(self) -> tuple[tuple[str, str], ...]:
        """The words that planners say, with which everything is made."""
        return tuple(one for one in self.language.words.items() if one[0].startswith(OURS))
