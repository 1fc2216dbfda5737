"""What pages are drawn with: by this build, and by the one that drew them last."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from generator.app.done import Done
from generator.engine.memory import Memory
from generator.plan.questions import Question

DRESSES = frozenset({"template", "assets", "words"})
"""Why pages are drawn again though they say what they said: `("template", place, ...)` has changed."""
Parts = Mapping[str, str]
"""What a page's template draws with: templates by their places, `assets`, `words`; each with a digest."""
NOTHING: Mapping[str, Parts] = MappingProxyType({})
_PACK, _LAST = "dress", "dressed"
"""Packs by a template's name: what it draws with; what changed of that last, and in which turn."""


class Dress:
    """What each page's template draws with `now`, by its name, against what it drew with `before`.

    A build that knows nothing of templates (`NOTHING`) finds and remembers nothing.
    """

    def __init__(self, memory: Memory, now: Mapping[str, Parts]) -> None:
        self._memory, self._now = memory, dict(now)
        self.before: Mapping[str, Parts] = memory.pack(_PACK) if now else {}
        was = [(name, self.before.get(name, {}), parts) for name, parts in now.items()]
        self.changed = {
            name: _reason(before, parts)
            for name, before, parts in was
            if [*before.items()] != [*parts.items()]
        }

    def reason(self, templates: Iterable[str]) -> Question:
        """Why pages of these templates look otherwise than they did; empty where they do not."""
        return next((self.changed[one] for one in templates if one in self.changed), ())

    def put(self, turn: int) -> None:
        """Remember what pages are drawn with, and what of it changed in this `turn`."""
        if self.changed:
            self._memory.put(_PACK, {name: dict(parts) for name, parts in self._now.items()})
            last = {name: (turn, why) for name, why in self.changed.items()}
            self._memory.put(_LAST, self._memory.pack(_LAST) | last)


def why_drawn(memory: Memory, done: Done) -> Question:
    """What made it necessary to draw a step's pages last: to take it, or looks that changed since.

    So the steps of a whole site need not be written anew because its pages look otherwise.
    """
    last = memory.pack(_LAST)
    since = [last[one] for one in done.drawn if one in last and last[one][0] > done.turn]
    return max(since, key=lambda one: one[0])[1] if since else done.why


def _reason(was: Parts, now: Parts) -> Question:
    """Files of templates if any of them changed, else something that all templates draw with."""
    parts = [one for one in {**now, **was} if was.get(one) != now.get(one)]
    places = [one for one in parts if one not in DRESSES] or [*now][: not parts]
    return ("template", *places) if places else (parts[0],)
