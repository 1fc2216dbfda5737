"""What a filter makes of a value, and whether a value, an attribute or a test is one that it can use."""

from collections.abc import Mapping, Sequence

from generator.render.desk import Scope
from generator.render.engine import FILTERS, TESTS, nodes, wanted
from generator.render.reason import Reasoner, written
from generator.render.shapes import (
    NUMBER,
    TEXT,
    Keys,
    Many,
    Maybe,
    Plain,
    Row,
    Shape,
    Unsure,
    Wrong,
    called,
    joined,
)
from generator.values.text import nearest

_TO_NUMBER = frozenset({"abs", "int", "round", "wordcount"})
_TO_TEXT = frozenset(
    {"escape", "lower", "nb", "qr", "replace", "string", "trim", "truncate", "upper", "urlencode"}
)
_KEEPS = frozenset(
    {"list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"}
)
_ATTRIBUTE_AT: Mapping[str, int] = {
    "join": 1,
    "rejectattr": 0,
    "selectattr": 0,
    "sort": 2,
    "sum": 0,
    "unique": 1,
}
"""Which argument of a filter is the attribute that it looks at, where it is not named."""
_TEST_AT: Mapping[str, int] = {"reject": 0, "rejectattr": 1, "select": 0, "selectattr": 1}
"""Which argument of a filter is the name of a test."""


class Filtering(Reasoner):
    """The filters of an expression."""

    __slots__ = ()

    def filter(self, node: nodes.Filter, scope: Scope) -> Shape:
        """What a filter makes of a value."""
        given = self.arguments(node, scope)
        if node.name not in FILTERS:
            self.no_filter(node, node.name, FILTERS, scope)
            if node.node:
                self.shape(node.node, scope)
            return Wrong()
        self._fits(node, scope)
        self._asks(node, scope)
        if node.node is None:
            return TEXT
        if node.name == "default":
            of = self.shape(node.node, scope)
            return joined(of.of if isinstance(of, Maybe) else of, *given)
        of = self.present(node.node, scope)
        if node.name == "html":
            if of not in {Plain("html"), Wrong()}:
                self.use(node.node, scope, called(of))
            return TEXT
        return self._made(node, node.name, of, scope)

    def _made(self, node: nodes.Filter, name: str, of: Shape, scope: Scope) -> Shape:
        """What a known filter makes of a value of that shape; what it cannot use is told."""
        if isinstance(of, Wrong) or (isinstance(of, Unsure) and name != "map"):
            return TEXT if name in _TO_TEXT or name == "join" else of
        if name in _TO_TEXT | _TO_NUMBER:
            self._plain(node, of, scope)
            return NUMBER if name in _TO_NUMBER else TEXT
        if name in {"count", "length"}:
            if not isinstance(of, Many | Row | Plain | Keys):
                self.use(node.node or node, scope, called(of))
            return NUMBER
        return self._of_many(node, name, of, scope)

    def _of_many(self, node: nodes.Filter, name: str, of: Shape, scope: Scope) -> Shape:
        """What a filter makes of several values."""
        member = _member(of)
        if member is None:
            self.use(node.node or node, scope, called(of))
            return Wrong()
        asked = self._asked(node, member, scope)
        if name == "map":
            return Many(asked or self._mapped(node, member, scope))
        if name == "join":
            parts = of.parts if isinstance(of, Row) and not asked else (asked or member,)
            for one in parts:
                self._plain(node, one, scope)
            return TEXT
        if name == "sum":
            return NUMBER
        if name in {"first", "last"}:
            return member
        return Many(member) if name in _KEEPS else TEXT

    def _mapped(self, node: nodes.Filter, member: Shape, scope: Scope) -> Shape:
        """What `map('upper')` makes of each value."""
        named = node.args[0] if node.args else None
        if not isinstance(named, nodes.Const):
            self.unchecked(node, written(node), scope)
            return Wrong()
        name = str(named.value)
        if name not in FILTERS:
            self.no_filter(node, name, FILTERS, scope)
            return Wrong()
        bare = nodes.Filter(node.node, name, [], [], None, None, lineno=node.lineno)
        return self._made(bare, name, member, scope)

    def _plain(self, node: nodes.Filter, of: Shape, scope: Scope) -> None:
        """Say where what is made into a text or a number is neither."""
        near = f"{written(node.node)}|html" if of == Plain("html") else ""
        if isinstance(of, Unsure):
            self.unchecked(node, written(node), scope)
        elif near or not isinstance(of, Plain | Wrong):
            self.use(node.node or node, scope, called(of), near)

    def _fits(self, node: nodes.Filter, scope: Scope) -> None:
        """Say where a filter is given what it does not take."""
        if node.dyn_args or node.dyn_kwargs:
            return
        takes = wanted(node.name, len(node.args), tuple(pair.key for pair in node.kwargs))
        if takes is not None:
            name = node.name
            self.desk.problem(
                "theme/arguments", node.lineno, scope.path, name, name=name, wanted=takes
            )

    def _asks(self, node: nodes.Filter, scope: Scope) -> None:
        """Say where the test that a filter goes by is none."""
        place = _TEST_AT.get(node.name, len(node.args))
        for one in node.args[place : place + 1]:
            if not isinstance(one, nodes.Const):
                self.unchecked(node, written(one), scope)
            elif one.value not in TESTS:
                self.no_filter(node, str(one.value), TESTS, scope)

    def no_filter(self, node: nodes.Node, name: str, known: Sequence[str], scope: Scope) -> None:
        """Say that there is no such filter or test."""
        self.desk.problem(
            "theme/filter", node.lineno, scope.path, name, name=name, near=nearest(name, known)
        )

    def _asked(self, node: nodes.Filter, member: Shape, scope: Scope) -> Shape | None:
        """What the attribute is that a filter looks at, as in `sort(attribute='day')`."""
        place = _ATTRIBUTE_AT.get(node.name, len(node.args))
        named = next(
            (pair.value for pair in node.kwargs if pair.key == "attribute"),
            node.args[place] if place < len(node.args) else None,
        )
        if named is None:
            return None
        if not isinstance(named, nodes.Const):
            self.unchecked(node, written(named), scope)
            return Wrong()
        several = str(named.value).split(",") if node.name == "sort" else [str(named.value)]
        found = [self._path(node, one.split("."), member, scope) for one in several]
        return found[0]

    def _path(self, node: nodes.Filter, path: Sequence[str], of: Shape, scope: Scope) -> Shape:
        """What stands at the end of a path like `cards.0.title`."""
        for part in path:
            if isinstance(of, Maybe):
                self.maybe(node, part, scope)
                of = of.of
            if part.isdigit():
                of = _member(of) or Wrong()
            else:
                asked = nodes.Getattr(nodes.Name("", "load"), part, "load", lineno=node.lineno)
                of = self.attribute(of, part, asked, scope)
        return of


def _member(shape: Shape) -> Shape | None:
    """What each of several values is; None where the shape holds no several."""
    match shape:
        case Many(member):
            return member
        case Row(parts):
            return joined(*parts)
        case Wrong() | Unsure():
            return shape
        case _:
            return TEXT if shape == TEXT else None
