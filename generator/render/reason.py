"""What an expression of a template is, and whether what it asks for exists."""

from collections.abc import Iterable, Mapping, Sequence

from generator.render.desk import Desk, Scope
from generator.render.engine import FILTERS, TESTS, nodes
from generator.render.shapes import (
    FLAG,
    METHODS,
    NONE,
    NUMBER,
    TEXT,
    Block,
    Keys,
    Loop,
    Macro,
    Many,
    Maybe,
    Method,
    Module,
    Plain,
    Record,
    Row,
    Shape,
    Special,
    Unsure,
    Wrong,
    called,
    joined,
)
from generator.values.text import nearest

Blocks = Mapping[str, Sequence[tuple[str, nodes.Block]]]
"""By name: the blocks of a page's templates and where they stand, the child's before its parent's."""
_COUNTS = frozenset({"abs", "count", "int", "length", "round", "sum", "wordcount"})
_KEEPS = frozenset(
    {"list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"}
)
_LOOP: Mapping[str, Shape] = {
    **dict.fromkeys("index index0 revindex revindex0 length depth depth0".split(), NUMBER),
    **dict.fromkeys(("first", "last"), FLAG),
    "changed": Method(FLAG),
    "cycle": Method(TEXT),
}


class Reasoner:
    """The shape of every expression, worked out from the leaves; what does not exist is noted."""

    __slots__ = ("blocks", "desk")

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.blocks: Blocks = {}

    def call(self, node: nodes.Call, callee: Shape, scope: Scope) -> Shape:
        """What a call gives; macros and blocks are the walker's business."""
        raise NotImplementedError

    def shape(self, node: nodes.Node, scope: Scope) -> Shape:  # noqa: C901, PLR0911, PLR0912 - one row a node
        """What the expression is."""
        match node:
            case nodes.Name():
                return self._name(node, scope)
            case nodes.Getattr():
                return self.attribute(self.present(node.node, scope), node.attr, node, scope)
            case nodes.Getitem():
                return self._item(node, scope)
            case nodes.Call():
                return self._call(node, scope)
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.Test():
                return self._test(node, scope)
            case nodes.Const():
                return _constant(node.value)
            case nodes.TemplateData():
                return TEXT
            case nodes.CondExpr():
                return self._either(node, scope)
            case nodes.And():
                left = self.shape(node.left, scope)
                if never(self, node.left, scope):
                    return left
                behind = scope.trusting(truths(node.left, yes=True))
                return joined(left, self.shape(node.right, behind))
            case nodes.Or():
                left = self.shape(node.left, scope)
                behind = scope.trusting(truths(node.left, yes=False))
                right = self.shape(node.right, behind)
                return joined(left.of if isinstance(left, Maybe) else left, right)
            case nodes.Not() | nodes.Compare():
                self._leaves(node, scope)
                return FLAG
            case nodes.List() | nodes.Tuple():
                shapes = [self.shape(one, scope) for one in node.items]
                return Many(joined(*shapes)) if shapes else Many(Unsure())
            case nodes.Concat():
                self._leaves(node, scope)
                return TEXT
            case nodes.BinExpr() | nodes.UnaryExpr():
                self._leaves(node, scope)
                return NUMBER
            case _:
                self._leaves(node, scope)
                self.unchecked(node, type(node).__name__, scope)
                return Wrong()

    def present(self, node: nodes.Node, scope: Scope) -> Shape:
        """The shape of something that is used; that it may be nothing is said where no test is behind it."""
        found = self.shape(node, scope)
        if not isinstance(found, Maybe):
            return found
        name = written(node)
        if not name or name not in scope.sure:
            self.desk.problem(
                "theme/maybe", node.lineno, scope.path, name, severity="warn", name=name
            )
        return found.of

    def printed(self, node: nodes.Node, scope: Scope) -> None:
        """Whether what is printed is a text or a number."""
        found = self.present(node, scope)
        match found:
            case Plain("html"):
                self._use(node, scope, "html", f"{written(node)}|html")
            case Unsure():
                self.unchecked(node, written(node), scope)
            case Plain() | Wrong():
                pass
            case _:
                self._use(node, scope, called(found), "")

    def unchecked(self, node: nodes.Node, name: str, scope: Scope) -> None:
        """Say that nobody can tell beforehand whether this is right."""
        self.desk.problem("theme/unchecked", node.lineno, scope.path, name, "warn", name=name)

    def _use(self, node: nodes.Node, scope: Scope, kind: str, near: str) -> None:
        name = written(node)
        self.desk.problem(
            "theme/use", node.lineno, scope.path, name, name=name, kind=kind, near=near
        )

    def _leaves(self, node: nodes.Node, scope: Scope) -> None:
        for one in node.iter_child_nodes():
            if isinstance(one, nodes.Operand):
                self.shape(one.expr, scope)
            else:
                self.shape(one, scope)

    def _name(self, node: nodes.Name, scope: Scope) -> Shape:
        found = scope.names.get(node.name)
        if found is None:
            return self.missing(node, node.name, "", scope.names, scope)
        return self._narrowed(found, node.name, scope)

    def _narrowed(self, found: Shape, name: str, scope: Scope) -> Shape:
        return found.of if isinstance(found, Maybe) and name and name in scope.sure else found

    def missing(
        self, node: nodes.Node, name: str, owner: str, known: Iterable[str], scope: Scope
    ) -> Shape:
        """Say that there is no such name, and which one may be meant."""
        self.desk.problem(
            "theme/attribute",
            node.lineno,
            scope.path,
            written(node) or name,
            owner=owner or scope.page,
            name=name,
            near=nearest(name, known),
        )
        return Wrong()

    def attribute(self, of: Shape, name: str, node: nodes.Node, scope: Scope) -> Shape:
        """What a name behind a dot is."""
        if isinstance(of, Unsure):
            self.unchecked(node, written(node) or name, scope)
        if isinstance(of, Unsure | Wrong):
            return Wrong()
        if isinstance(of, Record):
            self.desk.fields.add((of.name, name))
        elif of == Keys("words"):
            self.desk.asked.add(name)
        known = self._known(of)
        if name not in known:
            return self.missing(node, name, called(of), known, scope)
        return self._narrowed(known[name], written(node), scope)

    def _known(self, of: Shape) -> Mapping[str, Shape]:
        """What may stand behind a dot, by name."""
        match of:
            case Record(owner):
                return self.desk.contract.get(owner, {})
            case Keys(kind):
                return dict.fromkeys(self.desk.keys[kind], TEXT)
            case Loop(member):
                return {**_LOOP, "previtem": Maybe(member), "nextitem": Maybe(member)}
            case Module(path, given):
                return {one: Macro(path, one, given) for one in macros(self.desk.tree(path))}
            case Special("self"):
                return {one: Block(one, 0) for one in self.blocks}
            case _:
                return METHODS if of == TEXT else {}

    def _item(self, node: nodes.Getitem, scope: Scope) -> Shape:
        of = self.present(node.node, scope)
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if isinstance(key, str):
            return self.attribute(of, key, node, scope)
        if not isinstance(node.arg, nodes.Slice):
            self.shape(node.arg, scope)
        match of:
            case Many(member):
                return of if isinstance(node.arg, nodes.Slice) else member
            case Row(parts) if isinstance(key, int) and key < len(parts):
                return parts[key]
            case Plain("text"):
                return TEXT
            case Wrong():
                return of
            case _:
                self.unchecked(node, written(node), scope)
                return Wrong()

    def _call(self, node: nodes.Call, scope: Scope) -> Shape:
        callee = self.shape(node.node, scope)
        if isinstance(callee, Method):
            for one in node.args:
                self.shape(one, scope)
            return callee.result
        return self.call(node, callee, scope)

    def _test(self, node: nodes.Test, scope: Scope) -> Shape:
        if node.name not in TESTS:
            self._no_filter(node, node.name, TESTS, scope)
        if node.name not in {"defined", "undefined"}:
            self.shape(node.node, scope)
        elif isinstance(node.node, nodes.Getattr):
            self.shape(node.node.node, scope)
        for one in node.args:
            self.shape(one, scope)
        return FLAG

    def _either(self, node: nodes.CondExpr, scope: Scope) -> Shape:
        self.shape(node.test, scope)
        behind = scope.trusting(truths(node.test, yes=False))
        other = self.shape(node.expr2, behind) if node.expr2 else NONE
        if never(self, node.test, scope):
            return other
        return joined(self.shape(node.expr1, scope.trusting(truths(node.test, yes=True))), other)

    def _no_filter(self, node: nodes.Node, name: str, known: Sequence[str], scope: Scope) -> None:
        self.desk.problem(
            "theme/filter", node.lineno, scope.path, name, name=name, near=nearest(name, known)
        )

    def _filter(self, node: nodes.Filter, scope: Scope) -> Shape:
        """What a filter makes of a value."""
        given = [self.shape(one, scope) for one in node.args]
        for pair in node.kwargs:
            self.shape(pair.value, scope)
        if node.name not in FILTERS:
            self._no_filter(node, node.name, FILTERS, scope)
            if node.node:
                self.shape(node.node, scope)
            return Wrong()
        if node.node is None:
            return TEXT
        if node.name == "default":
            of = self.shape(node.node, scope)
            return joined(of.of if isinstance(of, Maybe) else of, *given)
        of = self.present(node.node, scope)
        if node.name == "html" and of not in {Plain("html"), Wrong()}:
            self._use(node.node, scope, called(of), "")
        return _filtered(node.name, of, self._asked(node, of, scope))

    def _asked(self, node: nodes.Filter, of: Shape, scope: Scope) -> Shape | None:
        """What the attribute is that a filter looks at, as in `sort(attribute='day')`."""
        named = next((pair.value for pair in node.kwargs if pair.key == "attribute"), None)
        if node.name in {"selectattr", "rejectattr"} and node.args:
            named = node.args[0]
        if not isinstance(named, nodes.Const) or not isinstance(named.value, str):
            return None
        found = _member(of)
        for part in named.value.split("."):
            asked = nodes.Getattr(nodes.Name("", "load"), part, "load", lineno=node.lineno)
            found = self.attribute(found, part, asked, scope)
        return found


def _constant(value: object) -> Shape:
    if isinstance(value, bool):
        return FLAG
    if value is None:
        return NONE
    return TEXT if isinstance(value, str) else NUMBER


def _filtered(name: str, of: Shape, asked: Shape | None) -> Shape:
    """What a known filter gives; `asked` is the attribute that it looks at."""
    if name in _COUNTS:
        return NUMBER
    if name == "map":
        return Many(asked or TEXT)
    if name in {"first", "last"}:
        return _member(of)
    return Many(_member(of)) if name in _KEEPS else TEXT


def _member(shape: Shape) -> Shape:
    if isinstance(shape, Many):
        return shape.member
    return shape if isinstance(shape, Wrong) else TEXT if shape == TEXT else Unsure()


def macros(tree: nodes.Template | None) -> list[str]:
    """The macros that a template offers to those that import it."""
    return [one.name for one in tree.body if isinstance(one, nodes.Macro)] if tree else []


def written(node: nodes.Node | None) -> str:
    """An expression of names and dots as it is written; of another what it begins with, or nothing."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{written(node.node)}.{node.attr}".lstrip(".")
        case nodes.Getitem(arg=nodes.Const(value=str(name))):
            return f"{written(node.node)}.{name}"
        case nodes.Getitem(arg=nodes.Const(value=int(number))):
            return f"{written(node.node)}[{number}]"
        case nodes.Filter() | nodes.Call() | nodes.Getitem():
            return written(node.node)
        case _:
            return ""


def truths(test: nodes.Node, *, yes: bool) -> frozenset[str]:
    """The expressions that are something when the test comes out so."""
    match test:
        case nodes.Not():
            return truths(test.node, yes=not yes)
        case nodes.And() if yes:
            return truths(test.left, yes=True) | truths(test.right, yes=True)
        case nodes.Or() if not yes:
            return truths(test.left, yes=False) | truths(test.right, yes=False)
        case nodes.Test(name="none"):
            return frozenset() if yes else frozenset({written(test.node)})
        case nodes.Name() | nodes.Getattr() | nodes.Getitem() if yes:
            return frozenset({written(test)})
        case _:
            return frozenset()


def never(reasoner: Reasoner, test: nodes.Node, scope: Scope) -> bool:
    """Whether a test never comes out true: it asks for a field that this page does not have."""
    match test:
        case nodes.And():
            return never(reasoner, test.left, scope) or never(reasoner, test.right, scope)
        case nodes.Test(name="defined", node=nodes.Getattr() as asked):
            of = reasoner.shape(asked.node, scope)
            return isinstance(of, Record) and asked.attr not in reasoner.desk.contract.get(
                of.name, {}
            )
        case _:
            return False
