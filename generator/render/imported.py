"""What imported names stand for: keys that are the same where a macro, and all that it calls, is the same."""

from collections.abc import Iterable, Iterator, Mapping

from generator.render.closure import leads
from generator.render.engine import nodes, read_again, read_from_outside
from generator.render.theme import Theme
from generator.values.digest import of_value

IMPORTS = (nodes.Import, nodes.FromImport)
_Macro = tuple[str, str]
"""The place of a file and the name of a macro in it; none for all of the file."""
_Aliases = Mapping[str, _Macro]
"""What names stand for."""
_PLAIN = (nodes.Macro, *IMPORTS)
_LEADS = (nodes.Include, nodes.Extends, *IMPORTS)


class _File:
    """A file's macros by their names, all names that it knows, and its imports as they are written."""

    __slots__ = ("imports", "macros", "names")

    def __init__(self, tree: nodes.Template, names: _Aliases) -> None:
        self.macros = {one.name: one for one in tree.body if isinstance(one, nodes.Macro)}
        self.imports = [repr(one) for one in tree.body if isinstance(one, IMPORTS)]
        self.names = names


class Imported:
    """The names that a page's templates import at their tops, by place of file: the same on all pages."""

    __slots__ = ("_files", "_known", "_names", "_sources", "_theme")

    def __init__(self, theme: Theme, openings: Mapping[str, Iterable[nodes.Node]]) -> None:
        self._theme, self._sources = theme, theme.sources()
        self._files: dict[str, _File | None] = {}
        self._known: dict[_Macro, tuple[str, list[_Macro]]] = {}
        self._names = [self._aliases(path, opening) for path, opening in openings.items()]

    def key(self, path: str, node: nodes.Node) -> frozenset[str]:
        """What a statement there uses of them; another one where what that says may be otherwise."""
        beyond = leads(self._theme, path, (node, *node.find_all(nodes.Stmt)))
        every = (node, *self._trees(reached(self._theme, beyond)))
        found = [use for one in every for use in self._used(self._names, one)]
        for macro in found:
            if macro not in self._known:
                self._known[macro] = self._said(*macro)
            found += [one for one in self._known[macro][1] if one not in found]
        return frozenset(self._known[one][0] for one in found)

    def _aliases(self, path: str, statements: Iterable[nodes.Node]) -> _Aliases:
        """The names that these statements of a file import, and those of macros."""
        found: dict[str, tuple[str, str]] = {}
        for one in statements:
            if isinstance(one, nodes.Macro):
                found[one.name] = path, one.name
            if not isinstance(one, IMPORTS):
                continue
            above = one.template.value if isinstance(one.template, nodes.Const) else ""
            place = self._theme.find(above, path) if isinstance(above, str) else ""
            if isinstance(one, nodes.Import):
                found[one.target] = place, ""
            else:
                pairs = ((name, name) if isinstance(name, str) else name for name in one.names)
                found |= {alias: (place, name) for name, alias in pairs}
        return found

    def _used(self, names: Iterable[_Aliases], node: nodes.Node) -> Iterator[_Macro]:
        """What a node uses of these names."""
        every = [node, *node.find_all(nodes.Node)]
        fields: dict[nodes.Node, str] = {
            one.node: one.attr for one in every if isinstance(one, nodes.Getattr)
        }
        for one in (one for one in every if isinstance(one, nodes.Name)):
            for path, macro in (known[one.name] for known in names if one.name in known):
                yield path, macro or fields.get(one, "")

    def _said(self, path: str, name: str) -> tuple[str, list[_Macro]]:
        """A macro by its digest, and what it uses itself; where that is not known all of its file.

        Where pages tell which file that is, it may be any.
        """
        file = self._file(path)
        if not name:
            files = reached(self._theme, [path]) if path else [*self._sources]
            uses = (use for one in self._trees(files) for use in self._used(self._names, one))
            return of_value([(one, self._sources[one]) for one in files]), [*uses]
        if file is None or name not in file.macros:
            return "", [(path, "")]
        macro = file.macros[name]
        used = [*self._used([file.names], macro), *self._of_the_page(macro, file.names)]
        return of_value([repr(macro), file.imports]), used

    def _of_the_page(self, macro: nodes.Macro, own: _Aliases) -> Iterator[_Macro]:
        """What a macro uses that its own file does not know, but the page's templates do."""
        names = {one.name for one in macro.find_all(nodes.Name)}
        more = [{k: v for k, v in one.items() if k in names - own.keys()} for one in self._names]
        if any(more):  # a loop's own names may be the same
            asked = read_from_outside(self._theme, [macro])
            more = [{k: v for k, v in one.items() if k in asked} for one in more]
            yield from self._used(more, macro)

    def _trees(self, files: Iterable[str]) -> Iterator[nodes.Template]:
        """The templates there, as far as they can be read."""
        yield from filter(None, (read_again(self._theme, one) for one in files))

    def _file(self, path: str) -> "_File | None":
        """A file that has macros and imports and nothing else; None for others."""
        if path not in self._files:
            tree = read_again(self._theme, path) if path else None
            self._files[path] = None
            if tree and _is_plain(tree):
                self._files[path] = _File(tree, self._aliases(path, tree.body))
        return self._files[path]


def _is_plain(tree: nodes.Template) -> bool:
    """Whether there is nothing in it but macros, what it imports for them, and words beside them.

    Each name is given once, and what it imports does not see the names of the file itself.
    """
    imports = [one for one in tree.body if isinstance(one, IMPORTS)]
    given = [name for one in tree.body for name in given_by(one)]
    return (
        _is_quiet(tree)
        and len(imports) == len([*tree.find_all(_LEADS)])
        and not any(one.with_context for one in imports)
        and len(given) == len({*given})
    )


def _is_quiet(tree: nodes.Template) -> bool:
    """Whether nothing is worked out when it is imported."""
    said = [one for one in tree.body if not isinstance(one, _PLAIN)]
    words = (one for node in said for one in getattr(node, "nodes", (node,)))
    return all(isinstance(one, nodes.TemplateData) for one in words)


def given_by(statement: nodes.Node) -> list[str]:
    """The names that a macro or an import gives."""
    match statement:
        case nodes.Macro(name=name) | nodes.Import(target=name):
            return [name]
        case nodes.FromImport(names=names):
            return [name if isinstance(name, str) else name[1] for name in names]
        case _:
            return []


def import_alike(before: Theme, now: Theme, paths: Iterable[str]) -> bool:
    """Whether files can be imported as they could before, also where nobody uses what is imported.

    They can, where nothing is worked out then, and what changed imports what it did.
    """
    was, its = before.sources(), now.sources()
    changed = {path for path, text in its.items() if was.get(path) != text}
    return all(
        _imports(before, path) == _imports(now, path) is not None
        for path in reached(now, paths)
        if not changed.isdisjoint(reached(now, [path]))
    )


def _imports(theme: Theme, path: str) -> list[str] | None:
    """A file's imports as they are written; None where more than that is worked out."""
    tree = read_again(theme, path)
    if tree is None or not _is_quiet(tree):
        return None
    return [repr(one) for one in tree.body if isinstance(one, IMPORTS)]


def reached(theme: Theme, paths: Iterable[str]) -> list[str]:
    """These templates of a theme, and all that they lead to."""
    found = [*filter(None, dict.fromkeys(paths))]
    for path in found:
        tree = read_again(theme, path)
        every = tree.find_all(nodes.Stmt) if tree else ()
        found += [one for one in leads(theme, path, every) if one not in found]
    return found
