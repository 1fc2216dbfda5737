"""A walk through a page's template, the one it extends, and every macro at each of its calls."""

from collections.abc import Iterator, Sequence

from generator.render.desk import Desk, Scope
from generator.render.engine import nodes
from generator.render.filtering import Filtering
from generator.render.reason import Blocks, never, truths, written
from generator.render.shapes import (
    NONE,
    TEXT,
    Block,
    Keys,
    Loop,
    Macro,
    Many,
    Method,
    Module,
    Record,
    Row,
    Shape,
    Special,
    Unsure,
    Wrong,
    called,
    joined,
)
from generator.values.dataclass import replace
from generator.values.text import nearest

_QUIET = (
    nodes.Macro,
    nodes.Import,
    nodes.FromImport,
    nodes.Assign,
    nodes.AssignBlock,
    nodes.Extends,
)
"""What a child's template may hold outside of blocks."""


class Walker(Filtering):
    """Walks one page's templates; `blocks` are those of the page at hand."""

    __slots__ = ("_around", "_inside", "_open", "_seen")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._inside: tuple[str, ...] = ()
        self._open: tuple[Block, ...] = ()
        self._seen: set[object] = set()
        self._around: dict[object, Scope] = {}
        """What the macros of a template see of it."""

    def page(self, path: str, page: str) -> None:
        """A page's template, from the first statement of the child to the last block of the root."""
        given: dict[str, Shape] = {
            "page": Record(page),
            "words": Keys("words"),
            "assets": Keys("assets"),
        }
        line = self._line(path)
        self.blocks = self._gathered(line)
        self._inside = tuple(one for one, _ in line)
        names = given
        for place, tree in line:
            scope = Scope(place, page, names)
            if tree is line[-1][1]:
                self.body(tree.body, scope)
            else:
                self._outside(tree, scope)
                names = dict(self._top(tree, scope).names)

    def _line(self, path: str) -> list[tuple[str, nodes.Template]]:
        """The template and those it extends, the root last."""
        line: list[tuple[str, nodes.Template]] = []
        while path:
            tree = self.desk.tree(path)
            if tree is None:
                break
            line.append((path, tree))
            extends = next((one for one in tree.body if isinstance(one, nodes.Extends)), None)
            if extends is None:
                break
            scope = Scope(path, "", {})
            path = self.template(extends, extends.template, scope, tuple(one for one, _ in line))
        self._foreign_blocks(line)
        return line

    def _gathered(self, line: Sequence[tuple[str, nodes.Template]]) -> Blocks:
        blocks: dict[str, list[tuple[str, nodes.Block]]] = {}
        for path, _ in line:
            for one in self.desk.blocks(path):
                blocks.setdefault(one.name, []).append((path, one))
        return blocks

    def template(
        self, node: nodes.Node, named: nodes.Node, scope: Scope, above: Sequence[str] = ()
    ) -> str:
        """The place of a template that another names; empty, and told, where there is none."""
        if not isinstance(named, nodes.Const) or not isinstance(named.value, str):
            self.unchecked(node, written(named), scope)
            return ""
        name = named.value
        path = self.desk.theme.find(name, scope.path)
        if not path:
            known = sorted({one.rpartition("/")[2] for one in self.desk.sources})
            near = nearest(name.rpartition("/")[2], known) if "/" not in name else ""
            self.desk.problem(
                "theme/no-template", node.lineno, scope.path, name, name=name, near=near
            )
        elif path in above:
            near = f"parent/{name}" if path == scope.path else ""
            self.desk.problem("theme/circle", node.lineno, scope.path, name, name=name, near=near)
            return ""
        return path

    def _foreign_blocks(self, line: Sequence[tuple[str, nodes.Template]]) -> None:
        """Say which blocks of a child no template above it has: nothing of theirs would be shown."""
        for index, (path, tree) in enumerate(line[:-1]):
            known = {one.name for above, _ in line[index + 1 :] for one in self.desk.blocks(above)}
            for one in tree.body:
                if isinstance(one, nodes.Block) and one.name not in known:
                    near = nearest(one.name, sorted(known))
                    self.desk.problem(
                        "theme/block", one.lineno, path, one.name, name=one.name, near=near
                    )

    def _outside(self, tree: nodes.Template, scope: Scope) -> None:
        """Say what stands outside of a child's blocks: nobody would see it."""
        for one in tree.body:
            if isinstance(one, (nodes.Block, *_QUIET)):
                continue
            line = _first_seen(one)
            if line:
                self.desk.problem("theme/outside-block", line, scope.path, "")

    def _top(self, tree: nodes.Template, scope: Scope) -> Scope:
        """The names that a template's outermost statements give."""
        for one in tree.body:
            if isinstance(one, _QUIET):
                scope = self.step(one, scope)
        return scope

    def body(self, body: Sequence[nodes.Node], scope: Scope) -> Scope:
        """Statements in order; a name that is set holds for what follows."""
        for node in body:
            scope = self.step(node, scope)
        return scope

    def step(self, node: nodes.Node, scope: Scope) -> Scope:  # noqa: C901, PLR0911, PLR0912 - one row a statement
        """One statement; the scope behind it."""
        match node:
            case nodes.Output():
                for one in node.nodes:
                    self.printed(one, scope)
            case nodes.If():
                return self._if(node, scope)
            case nodes.For():
                self._for(node, scope)
            case nodes.Assign():
                return scope.knowing(
                    dict(self._named(node.target, self.shape(node.node, scope), scope))
                )
            case nodes.AssignBlock():
                self.body(node.body, scope)
                if node.filter:
                    self.shape(node.filter, scope)
                return scope.knowing(dict(self._named(node.target, TEXT, scope)))
            case nodes.Macro():
                return scope.knowing({node.name: Macro(scope.path, node.name, given=True)})
            case nodes.Import():
                path = self.template(node, node.template, scope)
                return scope.knowing(
                    {node.target: Module(path, node.with_context) if path else Wrong()}
                )
            case nodes.FromImport():
                return self._from(node, scope)
            case nodes.Include():
                self._include(node, scope)
            case nodes.Block():
                self._block(Block(node.name, 0), scope)
            case nodes.CallBlock():
                self.shape(node.call, scope)
                self.body(node.body, scope.knowing({one.name: Unsure() for one in node.args}))
            case nodes.FilterBlock():
                self.shape(node.filter, scope)
                self.body(node.body, scope)
            case nodes.With():
                shapes = [self.shape(one, scope) for one in node.values]
                pairs = zip(node.targets, shapes, strict=True)
                names = dict(
                    name for one, shape in pairs for name in self._named(one, shape, scope)
                )
                self.body(node.body, scope.within(names))
            case nodes.Scope():
                self.body(node.body, scope)
            case nodes.ScopedEvalContextModifier():
                self.desk.problem("theme/autoescape", node.lineno, scope.path, "autoescape")
            case nodes.Extends():
                pass
            case _:
                self.unchecked(node, type(node).__name__.lower(), scope)
        return scope

    def _named(self, target: nodes.Node, shape: Shape, scope: Scope) -> Iterator[tuple[str, Shape]]:
        """The names that a value is bound to."""
        if isinstance(target, nodes.Name):
            yield target.name, shape
        elif isinstance(target, nodes.Tuple):
            parts = shape.parts if isinstance(shape, Row) else ()
            for index, one in enumerate(target.items):
                yield from self._named(one, parts[index] if index < len(parts) else Unsure(), scope)
        else:
            self.unchecked(target, written(target), scope)

    def _if(self, node: nodes.If, scope: Scope) -> Scope:
        """Every branch, with what its test says; behind it is known what each of them has set."""
        if isinstance(self.shape(node.test, scope), Method):
            self.use(node.test, scope, "method")
        ends = []
        if not never(self, node.test, scope):
            ends.append(self.body(node.body, scope.trusting(truths(node.test, yes=True))))
        rest = scope.trusting(truths(node.test, yes=False))
        for other in node.elif_:
            ends.append(self._if(other, rest))
            rest = rest.trusting(truths(other.test, yes=False))
        ends.append(self.body(node.else_, rest))
        if all(end.names is scope.names for end in ends):  # as in most tests: nothing was set
            return scope
        names = {name for end in ends for name in end.names}
        changed = {
            name: joined(*(end.names.get(name, NONE) for end in ends))
            for name in sorted(names)
            if any(end.names.get(name) != scope.names.get(name) for end in ends)
        }
        return scope.knowing(changed) if changed else scope

    def _for(self, node: nodes.For, scope: Scope) -> None:
        over = self.present(node.iter, scope)
        member: Shape = Wrong()
        if isinstance(over, Many):
            member = over.member
        elif isinstance(over, Row):
            member = joined(*over.parts)
        elif isinstance(over, Unsure):
            self.unchecked(node, written(node.iter), scope)
        elif not isinstance(over, Wrong):
            self.use(node.iter, scope, called(over))
        inside = scope.within(dict(self._named(node.target, member, scope)))
        if node.test:
            self.shape(node.test, inside)
            inside = inside.trusting(truths(node.test, yes=True))
        inside = inside.within({"loop": Loop(member)})
        self.body(node.body, inside)
        self.body(node.else_, scope)

    def _from(self, node: nodes.FromImport, scope: Scope) -> Scope:
        path = self.template(node, node.template, scope)
        found: dict[str, Shape] = {}
        for one in node.names:
            name, as_name = (one, one) if isinstance(one, str) else one
            of: Shape = Module(path, node.with_context) if path else Wrong()
            found[as_name] = self.attribute(
                of, name, nodes.Name(name, "load", lineno=node.lineno), scope
            )
        return scope.knowing(found)

    def _include(self, node: nodes.Include, scope: Scope) -> None:
        path = self.template(node, node.template, scope, (*self._inside, scope.path))
        tree = self.desk.tree(path) if path else None
        if tree:
            before, self._inside = self._inside, (*self._inside, path)
            seen = scope if node.with_context else Scope(path, scope.page, {})
            self.body(tree.body, replace(seen, path=path))
            self._inside = before

    def _block(self, block: Block, scope: Scope) -> None:
        """A block as the page fills it: the child's, from where `super()` leads to its parent's."""
        stack = self.blocks.get(block.name, ())
        if block.level < len(stack):
            path, its = stack[block.level]
            names: dict[str, Shape] = {
                "super": Block(block.name, block.level + 1),
                "self": Special("self"),
            }
            inside = (
                scope if its.scoped or scope.outer is None else replace(scope, names=scope.outer)
            )
            self._open = (*self._open, block)
            self.body(its.body, replace(inside.knowing(names), path=path))
            self._open = self._open[:-1]

    def call(self, node: nodes.Call, callee: Shape, scope: Scope) -> Shape:
        """A macro, walked with what it is given; or `super()`, `caller()`."""
        match callee:
            case Macro():
                self._macro(node, callee, scope)
                return TEXT
            case Block():
                if self.arguments(node, scope) or node.kwargs:
                    self._arguments(node, callee.name, (), scope)
                self._again(node, callee, scope)
                return TEXT
            case Special("caller"):
                self.arguments(node, scope)
                return TEXT
            case Wrong():
                self.arguments(node, scope)
                return callee
            case _:
                self.arguments(node, scope)
                self.use(node, scope, called(callee))
                return Wrong()

    def _again(self, node: nodes.Call, block: Block, scope: Scope) -> None:
        """A block that is called, unless it is being drawn already: then it would never end."""
        if block in self._open:
            name = written(node)
            self.desk.problem("theme/circle", node.lineno, scope.path, name, name=name, near="")
        else:
            self._block(block, scope)

    def _arguments(self, node: nodes.Call, name: str, wanted: Sequence[str], scope: Scope) -> None:
        """Say that what is called takes other arguments."""
        self.desk.problem(
            "theme/arguments",
            node.lineno,
            scope.path,
            written(node),
            name=name,
            wanted=", ".join(wanted),
        )

    def _macro(self, node: nodes.Call, macro: Macro, scope: Scope) -> None:
        self.desk.called.add((macro.path, macro.name))
        tree = self.desk.tree(macro.path)
        its = self.desk.macro(macro.path, macro.name)
        if tree is None or its is None:
            return
        given = self._given(node, its, scope)
        key = (macro, scope.page, tuple(given.items()))
        if key in self._seen:
            return
        self._seen.add(key)
        base: dict[str, Shape] = {}
        if macro.given:
            base = {
                name: scope.names[name]
                for name in ("page", "words", "assets")
                if name in scope.names
            }
        around = (macro.path, scope.page, tuple(base.items()))
        if around not in self._around:
            self._around[around] = self._top(tree, Scope(macro.path, scope.page, base))
        outer = self._around[around]
        self.body(its.body, outer.knowing({"caller": Special("caller"), **given}))

    def _given(self, node: nodes.Call, macro: nodes.Macro, scope: Scope) -> dict[str, Shape]:
        """What each parameter of a macro is at this call."""
        names = [one.name for one in macro.args]
        shapes = dict(zip(names, (self.shape(one, scope) for one in node.args), strict=False))
        named = {pair.key: self.shape(pair.value, scope) for pair in node.kwargs}
        lacking = len(names) - len(macro.defaults)
        absent = [name for name in names[:lacking] if name not in shapes and name not in named]
        strange = [name for name in named if name not in names]
        if absent or strange or len(node.args) > len(names):
            self._arguments(node, macro.name, names, scope)
            return dict.fromkeys(names, Wrong())
        usual = dict(zip(names[lacking:], macro.defaults, strict=True))
        own = Scope(scope.path, scope.page, {})
        filled = {name: self.shape(one, own) for name, one in usual.items()}
        return {name: {**filled, **shapes, **named}.get(name, NONE) for name in names}


def _first_seen(node: nodes.Node) -> int:
    """The line of the first thing that would be printed; 0 where there are only spaces."""
    for part in node.nodes if isinstance(node, nodes.Output) else [node]:
        if not isinstance(part, nodes.TemplateData):
            return part.lineno
        if part.data.strip():
            blank = part.data[: len(part.data) - len(part.data.lstrip())]
            return part.lineno + blank.count("\n")
    return 0
