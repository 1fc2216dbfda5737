"""The code that a template becomes: as Jinja writes it, but for what a page does hundreds of times."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from generator.values.pattern import pattern

__all__ = ["Writer"]

_COMMON: Mapping[str, tuple[str, ...]] = {"page": ("chrome", "root"), "words": (), "assets": ()}
"""What the pages of a column at one depth have in common: of the page these fields, and all words.

And that none of the frame's links leads to them, which can be asked by `link.href == page.path`.
"""
_HTML = ("nb", "html", "qr")
"""The filters that make HTML."""
_SAYING = (nodes.Output, nodes.If, nodes.For, nodes.With)
"""The statements that do nothing but show something."""
_WORTH = 3
"""So many fields and words at least stand in what is said once for all such pages."""
_PLAIN = pattern("[a-z][a-z0-9_]*")


class Writer(CodeGenerator):
    """Writes the code of a template.

    A text that it shows is escaped at once, and whatever else it shows goes through our own `shown`.
    A field of a value that is known to have it open is taken at once, and so is a word; whatever else
    is asked for goes through the sandbox's `getattr`.
    What a template or a block says is gathered and given as one text, not piece by piece. What of it
    reads only what many pages have in common is said once for all of them.
    """

    names: set[str]
    """The fields that the template asks for."""
    shows: nodes.Node | None = None
    """What is being shown, escaped."""
    shared = 0
    """How many parts are said once."""
    may_share: bool

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Statements one after the other; a whole template and a whole block gather what they say."""
        every = [*nodes]
        if frame.buffer is not None or not _gathers(every):
            super().blockvisit(every, frame)
            return
        self.buffer(frame)
        parts = _parts(every) if self.may_share and not frame.require_output_check else []
        if any(is_common for is_common, _ in parts):
            self.writeline(f"parts = common(*map(resolve, {(*_COMMON,)}))")
        else:
            parts = [(False, every)]
        for is_common, part in parts:
            if is_common:
                self._said_once(part, frame)
            else:
                super().blockvisit(part, frame)
        self.writeline(f"yield concat({frame.buffer})")

    def _said_once(self, part: list[nodes.Node], frame: Frame) -> None:
        """A part that is not said again where it is known: `if 1 not in parts: … parts[1] = …`."""
        whole = frame.buffer
        self.shared += 1
        self.writeline(f"if {self.shared} not in parts:")
        self.indent()
        self.buffer(frame)
        super().blockvisit(part, frame)
        self.writeline(f"parts[{self.shared}] = concat({frame.buffer})")
        self.outdent()
        self.writeline(f"{whole}.append(parts[{self.shared}])")
        frame.buffer = whole

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802 - Jinja's own
        """A block; where what is said is gathered, it is taken in one go."""
        if frame.buffer is None or node.scoped or node.required or self.extends_so_far:
            super().visit_Block(node, frame)
            return
        said = f"context.blocks[{node.name!r}][0]({self.get_context_ref()})"
        self.writeline(f"{frame.buffer}.extend({said})", node)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - Jinja's own
        """A call; a macro that is shown and given just what it takes says HTML at once.

        Nothing that a template may call asks in which loop or block it is called.
        """
        if node is not self.shows or node.kwargs or node.dyn_args or node.dyn_kwargs:
            self.write(f"environment.{'said' if node is self.shows else 'call'}(context, ")
            self.visit(node.node, frame)
            self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
            self.write(")")
            return
        self.write("(it.says if type(it := ")
        self.visit(node.node, frame)
        self.write(
            f") is Macro and it.takes == {len(node.args)} else environment.saying(context, it))("
        )
        for one in node.args:
            self.visit(one, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's own
        self.shows = node
        if not _escapes(frame):
            super()._output_child_pre(node, frame, finalize)
            self.shows = None
        elif not _is_html(node):
            self.write("(escaped(it) if type(it := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's own
        if not _escapes(frame):
            super()._output_child_post(node, frame, finalize)
        elif not _is_html(node):
            self.write(") is str else environment.shown(it))")

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's own
        """The whole module, and behind it what is escaped, what it reads, and who has each name open."""
        self.names = set()
        self.may_share = not _COMMON.keys() & _named(_every(node))
        reads = _reads(node)
        super().visit_Template(node, frame)
        self.writeline(f"reads = {reads!r}")
        self.writeline("Macro, LoopContext = environment.macro, environment.loop")
        self.writeline("escaped, common = environment.escaped, environment.common()")
        for name in sorted(self.names):
            self.writeline(f"with_{name} = environment.open[{name!r}]")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's own
        """A name of a value: `(it.name if type(it := value) in with_name else …)`; a word by its name."""
        if not _PLAIN.fullmatch(node.attr) or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        if isinstance(node.node, nodes.Name) and node.node.name == "words":
            self.write(f"(it[{node.attr!r}] if type(it := ")
            self.visit(node.node, frame)
            self.write(
                f") is dict and {node.attr!r} in it else environment.getattr(it, {node.attr!r}))"
            )
            return
        self.names.add(node.attr)
        self.write(f"(it.{node.attr} if type(it := ")
        self.visit(node.node, frame)
        self.write(f") in with_{node.attr} else environment.getattr(it, {node.attr!r}))")


def _escapes(frame: Frame) -> bool:
    """Whether what is shown there is escaped, which a template could find out only when it is drawn."""
    return bool(frame.eval_ctx.autoescape and not frame.eval_ctx.volatile)


def _is_html(node: nodes.Expr) -> bool:
    """Whether it comes escaped: what a filter of ours makes, and what is called where it is shown."""
    return isinstance(node, nodes.Call) or (isinstance(node, nodes.Filter) and node.name in _HTML)


def _gathers(every: list[nodes.Node]) -> bool:
    """Whether what a whole template or block says can be given at once.

    Jinja gives what is included without context piece by piece; and a template that extends another
    one says nothing itself.
    """
    within = (one for node in every for one in (node, *node.find_all(nodes.Include)))
    apart = any(isinstance(one, nodes.Include) and not one.with_context for one in within)
    return not apart and not any(isinstance(one, nodes.Extends) for one in every)


def _parts(every: list[nodes.Node]) -> list[tuple[bool, list[nodes.Node]]]:
    """The statements in parts, each with whether it says the same on all pages that have much in common."""
    single = (
        one
        for node in every
        for one in (
            [nodes.Output([child], lineno=child.lineno) for child in node.nodes]
            if isinstance(node, nodes.Output)
            else [node]
        )
    )
    found: list[tuple[bool, list[nodes.Node]]] = []
    for is_common, group in groupby(single, _is_common):
        part = [*group]
        fields = sum(1 for node in part for _ in node.find_all(nodes.Getattr))
        is_worth = is_common and fields >= _WORTH
        if found and found[-1][0] == is_worth:
            found[-1][1].extend(part)
        else:
            found.append((is_worth, part))
    return [(is_common, _joined(part)) for is_common, part in found]


def _joined(part: list[nodes.Node]) -> list[nodes.Node]:
    """The statements, those that show something next to each other as one again."""
    joined: list[nodes.Node] = []
    for one in part:
        last = joined[-1] if joined else None
        if isinstance(one, nodes.Output) and isinstance(last, nodes.Output):
            last.nodes.extend(one.nodes)
        else:
            joined.append(one)
    return joined


def _is_common(node: nodes.Node) -> bool:
    """Whether a statement reads only what is common to many pages, and does nothing but show it.

    Where something else is called `loop`, Jinja may take that of a loop farther out for it.
    """
    every = _every(node)
    if any(isinstance(one, nodes.Stmt) and not isinstance(one, _SAYING) for one in every):
        return False
    return "loop" not in _named(every) and all(
        name in _COMMON and field in (_COMMON[name] or (field,))
        for name, field in _read([*_from_outside(node, {})])
    )


def _from_outside(node: nodes.Node, own: Mapping[str, bool]) -> Iterator[nodes.Node]:
    """The node and those below it, without names that are their `own`: given around where they are read.

    Each own name says whether it is a link of the frame, which may be asked whether it leads to the page.
    """
    inside = dict(own)
    match node:
        case nodes.Name(name=name, ctx="load") if name in own:
            return
        case nodes.Compare() if own.get(_asked_whether_here(node)):
            return
        case nodes.With(targets=targets):
            inside |= dict.fromkeys(_named(one for each in targets for one in _every(each)), False)
        case nodes.For(target=target):
            inside |= dict.fromkeys(_named(_every(target)), _goes_through_links(node))
    yield node
    # what `with` gives, a loop goes through or says else is read outside; only what follows is inside
    for child in node.iter_child_nodes(exclude=("test", "body")):
        yield from _from_outside(child, own)
    for child in node.iter_child_nodes(only=("test",)):
        yield from _from_outside(child, inside)
    if isinstance(node, nodes.For):
        inside["loop"] = False
    for child in node.iter_child_nodes(only=("body",)):
        yield from _from_outside(child, inside)


def _goes_through_links(loop: nodes.For) -> bool:
    """Whether each value of a loop is an item of a list of the frame: `for link in page.chrome.nav`."""
    match loop:
        case nodes.For(
            target=nodes.Name(),
            iter=nodes.Getattr(node=nodes.Getattr(node=nodes.Name(name="page"), attr="chrome")),
            recursive=False,
        ):
            return True
        case _:
            return False


def _asked_whether_here(asks: nodes.Compare) -> str:
    """What is asked whether it leads to the page, by `link.href == page.path`; empty for no such question."""
    match asks:
        case nodes.Compare(
            expr=nodes.Getattr(node=nodes.Name(name=link), attr="href"),
            ops=[
                nodes.Operand(
                    op="eq", expr=nodes.Getattr(node=nodes.Name(name="page"), attr="path")
                )
            ],
        ):
            return str(link)
        case _:
            return ""


def _every(node: nodes.Node) -> list[nodes.Node]:
    """The node and all below it."""
    return [node, *node.find_all(nodes.Node)]


def _named(every: Iterable[nodes.Node]) -> set[str]:
    """The names that are given to something in these nodes."""
    found = set[str]()
    for one in every:
        match one:
            case nodes.Name(ctx="load"):
                continue
            case nodes.Import(target=name) | nodes.Name(name=name) | nodes.Macro(name=name):
                found.add(name)
            case nodes.FromImport(names=names):
                found |= {name if isinstance(name, str) else name[1] for name in names}
    return found


def _read(every: Sequence[nodes.Node]) -> Iterator[tuple[str, str]]:
    """The names in these nodes, each with the field that is read of it; an empty one for all of it."""
    fields = (one for one in every if isinstance(one, nodes.Getattr))
    of = {one.node: one.attr for one in fields if isinstance(one.node, nodes.Name)}
    for one in every:
        if isinstance(one, nodes.Name) and one.ctx == "load":
            yield one.name, of.get(one, "")


def _reads(tree: nodes.Template) -> dict[str, tuple[str, ...]] | None:
    """The names in a template of macros alone, each with what is read of it; an empty one for all of it.

    None for any other template, and for one that leads to others, which see whatever it sees.
    """
    said = [one for node in tree.body for one in getattr(node, "nodes", (node,))]
    leads = (nodes.Include, nodes.Import, nodes.FromImport)
    is_plain = all(isinstance(one, nodes.Macro | nodes.TemplateData) for one in said)
    if not is_plain or any(tree.find(kind) for kind in leads):
        return None
    found: dict[str, set[str]] = {}
    for macro in tree.find_all(nodes.Macro):
        own = {one.name for one in macro.args}
        for name, field in _read(_every(macro)):
            if name not in own:
                found.setdefault(name, set()).add(field)
    return {name: (*sorted(found[name]),) for name in sorted(found)}
