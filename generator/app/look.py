"""A theme as a build needs it."""

from generator.plan.frame import Assets
from generator.plan.language import Language
from generator.render.theme import Theme


class Look:
    """A theme as a build needs it: its words in the site's language, its templates, its assets."""

    __slots__ = ("addresses", "files", "language", "theme")

    def __init__(
        self, language: Language, theme: Theme, files: tuple[tuple[str, bytes], ...]
    ) -> None:
        self.language = language
        self.theme = theme
        self.files = files
        from generator.exports import assets  # noqa: PLC0415 - a look from memory has its addresses

        self.addresses: Assets = assets.addresses(files)
