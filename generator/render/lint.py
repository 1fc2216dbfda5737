"""The look over a theme before anything is drawn: every name that its templates ask for exists.

Each page's template is walked with the types of the page contract, through what it extends,
includes and imports; a macro is walked anew for what it is given at each call. Nothing is run.
"""

from collections.abc import Collection, Iterator

from generator.render.closure import Closure, closures
from generator.render.desk import Desk
from generator.render.reason import macros
from generator.render.shapes import TEXT, Contract, contract
from generator.render.templates import TEMPLATE_OF
from generator.render.theme import Theme
from generator.render.walk import Walker
from generator.values.dataclass import dataclass
from generator.values.problem import Problem


@dataclass(frozen=True, slots=True)
class Looked:
    """What is wrong with a theme's templates; the words, and the fields by class, that they ask for.

    `closures` are what each page's template draws with, by its name.
    """

    problems: tuple[Problem, ...]
    words: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    closures: tuple[tuple[str, Closure], ...]


def look_over(
    theme: Theme,
    words: Collection[str],
    assets: Collection[str],
    known: Contract | None = None,
) -> Looked:
    """What a theme's templates ask for and their pages do not have."""
    keys = {"words": dict.fromkeys(words, TEXT), "assets": dict.fromkeys(assets, TEXT)}
    desk = Desk(theme, contract() if known is None else known, keys, theme.sources())
    for page, name in TEMPLATE_OF.items():
        path = theme.find(name)
        if path:
            Walker(desk).page(path, page.__name__)
    _unused(desk)
    told = desk.told()
    drawn = closures(theme, desk.tree)
    return Looked(told, tuple(sorted(desk.asked)), tuple(sorted(desk.fields)), drawn)


def _unused(desk: Desk) -> None:
    """Say what the theme itself (not one that it builds on) has and no page needs."""
    for path, name in _idle(desk):
        line = 1
        tree = desk.trees.get(path)
        if tree and name:
            found = (one for one in tree.body if getattr(one, "name", "") == name)
            line = next(found).lineno
        what = name or path.rpartition("/")[2]
        desk.problem("theme/unused", line, path, name, severity="warn", name=what)


def _idle(desk: Desk) -> Iterator[tuple[str, str]]:
    """The templates (with an empty name) and the macros that nothing leads to."""
    broken = None in desk.trees.values()
    for name, _ in () if broken else desk.theme.templates:
        path = desk.theme.path(name)
        if path not in desk.used:
            yield path, ""
            continue
        for macro in macros(desk.trees[path]):
            if (path, macro) not in desk.called:
                yield path, macro
