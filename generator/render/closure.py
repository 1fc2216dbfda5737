"""What a page's template draws with: its own file, and all that it extends, includes or imports."""

from collections.abc import Callable, Iterable, Iterator

from generator.render.engine import nodes
from generator.render.templates import TEMPLATES
from generator.render.theme import Theme
from generator.values.digest import of_value

Closure = tuple[tuple[str, str], ...]
"""The places of templates, the page's own first, each with a digest of its text and of where it leads."""
_Leads = nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport


def closures(
    theme: Theme, tree: Callable[[str], nodes.Template | None]
) -> tuple[tuple[str, Closure], ...]:
    """Each page's template by its name; `tree` gives a template's by its place."""
    sources = theme.sources()
    known: dict[str, tuple[str, ...]] = {}

    def reached(name: str) -> Iterator[tuple[str, str]]:
        found = [theme.find(name)]
        for path in found:
            if path not in known:
                read = tree(path)
                known[path] = leads(theme, path, read.find_all(nodes.Stmt) if read else ())
            found += [one for one in known[path] if one not in found]
            yield path, of_value((sources[path], known[path]))

    return tuple((name, tuple(reached(name))) for name in TEMPLATES if theme.find(name))


def leads(theme: Theme, path: str, every: Iterable[nodes.Node]) -> tuple[str, ...]:
    """The places that statements of a template name; where pages tell that, all there are."""
    found: dict[str, None] = {}
    for one in every:
        if not isinstance(one, _Leads):
            continue
        names = _names(one.template)
        if names is None:
            return tuple(theme.sources())
        found |= dict.fromkeys(filter(None, (theme.find(name, path) for name in names)))
    return tuple(found)


def _names(named: nodes.Expr) -> list[str] | None:
    """What an expression names, whichever of it is taken; None where that cannot be read from it."""
    match named:
        case nodes.Const(value=str(name)):
            return [name]
        case nodes.List() | nodes.Tuple():
            parts = [_names(one) for one in named.items]
            return None if None in parts else [name for part in parts if part for name in part]
        case _:
            return None
