"""What an expression of a template is, and whether what it asks for exists."""

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from generator.plan.pages import Page
from generator.render.desk import Desk, Scope
from generator.render.engine import TESTS, nodes
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
_PAGES = frozenset(one.__name__ for one in get_args(Page))
_PARTS = Record | Keys | Module | Macro | Loop | Block | Special | Method
"""What is no text, no number and no list, whatever is done to it."""
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

    def filter(self, node: nodes.Filter, scope: Scope) -> Shape:
        """What a filter makes of a value."""
        raise NotImplementedError

    def no_filter(self, node: nodes.Node, name: str, known: Sequence[str], scope: Scope) -> None:
        """Say that there is no such filter or test."""
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
                return self.filter(node, scope)
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
            case nodes.Tuple():
                return Row(tuple(self.shape(one, scope) for one in node.items))
            case nodes.List():
                shapes = [self.shape(one, scope) for one in node.items]
                return Many(joined(*shapes)) if shapes else Many(Unsure())
            case nodes.Concat():
                for one in node.nodes:
                    self.printed(one, scope)
                return TEXT
            case nodes.BinExpr():
                for one in (node.left, node.right):
                    self._counted(one, scope, products=isinstance(node, nodes.Mul | nodes.Mod))
                return NUMBER
            case nodes.UnaryExpr():
                self._counted(node.node, scope, products=True)
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
            self.maybe(node, name, scope)
        return found.of

    def maybe(self, node: nodes.Node, name: str, scope: Scope) -> None:
        """Say that something may be nothing, and is used as if it were always there."""
        self.desk.problem("theme/maybe", node.lineno, scope.path, name, severity="warn", name=name)

    def printed(self, node: nodes.Node, scope: Scope) -> None:
        """Whether what is printed is a text or a number."""
        found = self.present(node, scope)
        match found:
            case Plain("html"):
                self.use(node, scope, "html", f"{written(node)}|html")
            case Unsure():
                self.unchecked(node, written(node), scope)
            case Plain() | Wrong():
                pass
            case _:
                self.use(node, scope, called(found), "")

    def unchecked(self, node: nodes.Node, name: str, scope: Scope) -> None:
        """Say that nobody can tell beforehand whether this is right."""
        self.desk.problem("theme/unchecked", node.lineno, scope.path, name, "warn", name=name)

    def use(self, node: nodes.Node, scope: Scope, kind: str, near: str = "") -> None:
        """Say that something is not what it is used as."""
        name = written(node)
        self.desk.problem(
            "theme/use", node.lineno, scope.path, name, name=name, kind=kind, near=near
        )

    def _counted(self, node: nodes.Node, scope: Scope, *, products: bool) -> None:
        """A side of a sum is a number, a text or a list; one of a product a number."""
        found = self.present(node, scope)
        if isinstance(found, _PARTS) or (products and found in {TEXT, Plain("html")}):
            self.use(node, scope, called(found))

    def arguments(self, node: nodes.Call | nodes.Filter | nodes.Test, scope: Scope) -> list[Shape]:
        """What stands in brackets, whatever it is given to; the shapes of the unnamed."""
        for one in (*(pair.value for pair in node.kwargs), node.dyn_args, node.dyn_kwargs):
            if one is not None:
                self.shape(one, scope)
        return [self.shape(one, scope) for one in node.args]

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
        if isinstance(of, Module) and self.desk.tree(of.path) is None:
            return (
                Wrong()
            )  # that it cannot be read is told there, once, and not wherever it is used
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
                return self.desk.keys[kind]
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
        for one in node.arg.iter_child_nodes() if isinstance(node.arg, nodes.Slice) else [node.arg]:
            self.shape(one, scope)
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
            self.arguments(node, scope)
            return callee.result
        return self.call(node, callee, scope)

    def _test(self, node: nodes.Test, scope: Scope) -> Shape:
        if node.name not in TESTS:
            self.no_filter(node, node.name, TESTS, scope)
        if node.name not in {"defined", "undefined"}:
            self.shape(node.node, scope)
        elif isinstance(node.node, nodes.Getattr):
            self._anywhere(node.node, self.shape(node.node.node, scope), scope)
        self.arguments(node, scope)
        return FLAG

    def _anywhere(self, asked: nodes.Getattr, of: Shape, scope: Scope) -> None:
        """Whether a field that not every page has to have is one that some page has."""
        if isinstance(of, Record):
            owners = _PAGES if of.name in _PAGES else {of.name}
            known = {name for one in owners for name in self.desk.contract.get(one, {})}
            if asked.attr not in known:
                self.missing(asked, asked.attr, of.name, sorted(known), scope)

    def _either(self, node: nodes.CondExpr, scope: Scope) -> Shape:
        self.shape(node.test, scope)
        behind = scope.trusting(truths(node.test, yes=False))
        other = self.shape(node.expr2, behind) if node.expr2 else NONE
        if never(self, node.test, scope):
            return other
        return joined(self.shape(node.expr1, scope.trusting(truths(node.test, yes=True))), other)


def _constant(value: object) -> Shape:
    if isinstance(value, bool):
        return FLAG
    if value is None:
        return NONE
    return TEXT if isinstance(value, str) else NUMBER


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
