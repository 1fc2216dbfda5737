"""Pages of a site whose templates alone were edited: patched from those that stand in the live site."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from generator.app.done import Done
from generator.app.look import ASSETS, WORDS, Look
from generator.plan.pages import Page
from generator.values.digest import sha256

if TYPE_CHECKING:
    from generator.render.patch import Patch

_SHARED = (ASSETS, WORDS)


class Patches:
    """What leads from pages as they stand to those of a theme of which templates were edited.

    `live` reads a file of the live site by its address; only pages that stand there as they were made
    are patched. `codes` are what templates of the theme of `before` were compiled to.
    """

    __slots__ = ("_before", "_codes", "_found", "_live", "_now")

    def __init__(
        self,
        before: Look,
        now: Look,
        codes: Mapping[str, bytes],
        live: Callable[[str], bytes | None],
    ) -> None:
        self._before, self._now, self._codes, self._live = before, now, codes, live
        self._found: dict[str, Patch | None] = {}

    def __reduce__(self) -> tuple[object, ...]:
        """To another process goes all but what was found: that is code."""
        return Patches, (self._before, self._now, self._codes, self._live)

    def page(self, path: str, done: Done, plan: Callable[[], Page]) -> bytes | None:
        """The page there, the only one of its step; None where it has to be drawn whole.

        `plan` gives what the page says, if that is asked.
        """
        if done.pages != 1 or len(done.drawn) != 1:
            return None
        found = self.of(done.drawn[0])
        row = next((one for one in done.rows if one.path == path), None)
        body = self._live(path) if found and row else None
        if not found or not row or body is None or sha256(body) != row.sha256:
            return None
        return found(body, plan)

    def of(self, name: str) -> "Patch | None":
        """What leads from pages of a template of this name to those of today."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> "Patch | None":
        from generator.render.engine import know  # noqa: PLC0415 - only an edited template needs it
        from generator.render.patch import patch  # noqa: PLC0415 - and this

        was, now = (one.drawn.get(name, {}) for one in (self._before, self._now))
        if any(was.get(one) != now.get(one) for one in _SHARED):
            return None
        know(self._before.theme, self._codes)
        return patch(self._before.theme, self._now.theme, name)
