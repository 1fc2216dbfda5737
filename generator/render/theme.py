"""A theme as the renderer sees it: templates by name, and the theme that it builds on."""

from collections.abc import Iterator

from generator.values.dataclass import dataclass

UP = "parent/"
"""Before a template's name: the one that the next theme of the chain has, not this one's own."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's templates by name, where they stand for messages, and the theme below it."""

    folder: str
    templates: tuple[tuple[str, str], ...]
    parent: "Theme | None" = None

    def chain(self) -> Iterator["Theme"]:
        """This theme, its parent, and so on to the root."""
        yield self
        if self.parent:
            yield from self.parent.chain()

    def path(self, name: str) -> str:
        """The place of this theme's own template, which is also its name for Jinja."""
        return f"{self.folder}/templates/{name}"

    def sources(self) -> dict[str, str]:
        """The text of every template of the chain, by its place."""
        return {one.path(name): text for one in self.chain() for name, text in one.templates}

    def find(self, name: str, asking: str = "") -> str:
        """The place of the template that `name` means to the template at `asking`; empty for none.

        A name means the same everywhere: the first theme of the chain that has it. With `parent/`
        before it the search begins above the asking template's theme.
        """
        above = list(self.chain())
        if name.startswith(UP):
            own = [one for one in above if asking in {one.path(two) for two, _ in one.templates}]
            above = above[above.index(own[0]) + 1 :] if own else []
            name = name.removeprefix(UP)
        return next((one.path(name) for one in above if name in dict(one.templates)), "")
