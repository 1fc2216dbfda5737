"""What a build has at hand: the theme as it was dressed, templates and patterns as they were compiled."""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

from generator.app.look import Look
from generator.edge.project import Project, read_some
from generator.edge.workers import WORTH, Workers
from generator.engine.memory import Memory
from generator.model.settings import Settings
from generator.read.assemble import find_settings
from generator.render import qr, templates
from generator.render.theme import Theme
from generator.values import pattern
from generator.values.digest import of_value
from generator.values.problem import Stop
from generator.values.read import Read

CODE = "code"
"""The pack of templates as they were compiled."""
_LOOK, _DRAWN, _PATTERNS = "look", "drawn", "patterns"
"""Those of the theme as it was dressed, of codes to scan, of patterns as they were compiled."""


@contextmanager
def ahead(project: Project, memory: Memory, workers: Workers) -> Iterator[Callable[[], None]]:
    """A theme of which nothing is remembered, made ready by a process of its own; to be had with the call.

    That takes as long as to draw hundreds of pages, and needs nothing of the content but the settings.
    What came of it is found as if it were remembered: where it is of another theme, or nothing came,
    whoever looks makes his own ready.
    """
    if memory.pack(_LOOK):
        yield lambda: None
        return
    with workers.beside(partial(_made_ready, project, memory), WORTH) as made:

        def have() -> None:
            for name, values in (made() or {}).items():
                memory.put(name, values)

        yield have


def _made_ready(
    project: Project, memory: Memory, wait: Callable[[], object]
) -> dict[str, dict[Any, Any]]:
    """The packs of the theme that the settings name, empty where one or the other cannot be read."""
    del wait
    settings = find_settings(read_some(project, ["site.yaml"]) or (), project.folder).value
    if settings:
        with suppress(Stop):
            found = look(project, settings, memory)
            if found.value:
                ready(found.value.theme, memory)
    return {name: memory.pack(name) for name in (_LOOK, CODE)}


def look(project: Project, settings: Settings, memory: Memory) -> Read[Look]:
    """The site's theme; its files may hold mistakes of whoever wrote them."""
    from generator.edge.theme import read_theme  # noqa: PLC0415 - the short way has the look already

    chain = read_theme(project.themes, settings.theme, settings.theme_place)
    if chain.value is None:
        return Read(None, chain.problems)
    ours = read_theme("", "default").value or ()
    key = of_value((chain.value, ours, settings.language))
    known: bytes | None = memory.pack(_LOOK).get(key)
    if known:
        dressed: Read[Look] = pickle.loads(known)  # noqa: S301 - ours, proven by its digest
    else:
        from generator.app import dressing  # noqa: PLC0415 - only a theme that changed needs it

        dressed = dressing.dress(chain.value, ours, settings.language)
        memory.put(_LOOK, {key: pickle.dumps(dressed, 5)})
    return Read(dressed.value, (*chain.problems, *dressed.problems))


def ready(theme: Theme, memory: Memory) -> None:
    """Have templates compiled and codes to scan known before any page is drawn, by whatever process."""
    qr.learn(memory.pack(_DRAWN))
    before = memory.pack(CODE)
    now = templates.compiled(theme, before)
    if now.keys() != before.keys():
        memory.put(CODE, now)


def done(codes: qr.Codes, memory: Memory) -> None:
    """Remember the codes to scan that had to be drawn."""
    if codes:
        memory.put(_DRAWN, memory.pack(_DRAWN) | codes)


def handy(memory: Memory) -> None:
    """Have the patterns compiled that a build of this way used the last time."""
    pattern.learn(memory.pack(_PATTERNS))


def put_by(memory: Memory) -> None:
    """Remember the patterns that this build used, beside those of before."""
    memory.renew(_PATTERNS, {**memory.pack(_PATTERNS), **pattern.codes()})
