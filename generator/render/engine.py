"""The only door to Jinja: a sandbox in which a template sees its page and can change nothing."""

import dataclasses
import functools
import inspect
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from keyword import iskeyword
from typing import Any

import jinja2
import jinja2.filters
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.nodes import Include
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.render import filters, qr
from generator.render.theme import Theme
from generator.values.pattern import pattern

__all__ = [
    "FILTERS",
    "TESTS",
    "SyntaxMistakeError",
    "compiled",
    "engine",
    "nodes",
    "parsed",
    "unknown",
    "wanted",
    "where",
]

SyntaxMistakeError = jinja2.TemplateSyntaxError
DEEPEST = 80
"""Statements and expressions may stand so deep in each other; what is deeper fells who reads it."""
_REMEMBERED = 16
"""So many sets of macros of a template are kept: one for each depth of folders, as a rule."""
_TOO_DEEP = f"more than {DEEPEST} levels stand in each other"
_OWN: Mapping[str, filters.Filter]
_OWN = {"nb": filters.unbroken, "html": filters.trusted, "qr": qr.code}
FILTERS = (
    *_OWN,
    *"abs count default escape first int join last length list lower map reject rejectattr".split(),
    *"replace reverse round select selectattr sort string sum trim truncate unique upper".split(),
    *"urlencode wordcount".split(),
)
"""What a template may do to a value. Left out is what marks text as safe, or makes much of little."""
TESTS = (
    *"defined undefined none number string even odd divisibleby in sameas true false".split(),
    *"== != < <= > >= eq ne lt le gt ge equalto lessthan greaterthan".split(),
)
"""What a template may ask of a value."""
_UNKNOWN = pattern(r"^'([^']+)' is undefined$|has no (?:attribute|element) '?([^']+)'?$")
"""How Jinja says that there is no such name; before it stands a Python type that helps nobody."""
_PLAIN = pattern("[a-z][a-z0-9_]*")


@functools.cache
def _open_fields(kind: type) -> frozenset[str]:
    """What a dataclass or a loop says and is not its own affair; nothing of anything else."""
    if dataclasses.is_dataclass(kind):
        return frozenset(one.name for one in dataclasses.fields(kind) if one.name[0] != "_")
    return frozenset(filter(str.isalnum, dir(kind))) if kind is LoopContext else frozenset()


def _escapes(frame: Frame) -> bool:
    """Whether what is shown there is escaped, which a template could find out only when it is drawn."""
    return bool(frame.eval_ctx.autoescape and not frame.eval_ctx.volatile)


def _is_apart(node: nodes.Node) -> bool:
    """Whether a statement includes what Jinja gives at once."""
    return isinstance(node, Include) and not node.with_context


class _Code(CodeGenerator):
    """Code of a template as Jinja writes it, but for what a page does hundreds of times.

    A text that it shows is looked up among those that were escaped before, and whatever else it
    shows goes through our own `shown`. A field of a value that is known to have it open is taken at
    once, and so is a word; whatever else is asked for goes through the sandbox's `getattr`.
    What a template or a block says is gathered and given as one text, not piece by piece.
    """

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Statements one after the other; a whole template and a whole block gather what they say.

        Jinja gives what is included without context at once, so that such a text is not gathered.
        """
        every = [*nodes]
        within = [one for node in every for one in (node, *node.find_all(Include))]
        is_whole = frame.buffer is None and not any(map(_is_apart, within))
        if is_whole:
            self.buffer(frame)
        super().blockvisit(every, frame)
        if is_whole:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - Jinja's own
        """A call. Nothing that a template may call asks in which loop or block it is called."""
        self.write("environment.call(context, ")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's own
        if _escapes(frame):
            self.write("(texts[it] if type(it := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's own
        if _escapes(frame):
            self.write(") is str else environment.shown(it))")
        else:
            super()._output_child_post(node, frame, finalize)

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's own
        """The whole module, and behind it what is escaped, what it reads, and who has each name open."""
        self.names: set[str] = set()
        reads = _reads(node)
        super().visit_Template(node, frame)
        self.writeline(f"reads = {reads!r}")
        self.writeline("texts = environment.texts")
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


def _reads(tree: nodes.Template) -> tuple[tuple[str, str], ...] | None:
    """The names in a template of macros alone, each with what is read of it; nothing for all of it.

    None for any other template, and for one that leads to others, which see whatever it sees.
    """
    said = [one for node in tree.body for one in getattr(node, "nodes", (node,))]
    leads = (Include, nodes.Import, nodes.FromImport)
    is_plain = all(isinstance(one, nodes.Macro | nodes.TemplateData) for one in said)
    if not is_plain or any(tree.find(kind) for kind in leads):
        return None
    found = set[tuple[str, str]]()
    for macro in tree.find_all(nodes.Macro):
        own, fields = {one.name for one in macro.args}, [*macro.find_all(nodes.Getattr)]
        of = {one.node: one.attr for one in fields if isinstance(one.node, nodes.Name)}
        names = (one for one in macro.find_all(nodes.Name) if one.name not in own)
        found |= {(one.name, of.get(one, "")) for one in names}
    return (*sorted(found),)


class _Template(jinja2.Template):
    """A template, whose macros are made once for all pages that give them the same to read."""

    def make_module(self, *given: Any, **named: Any) -> TemplateModule:  # noqa: ANN401 - Jinja's own
        """What is had by an import; one with context is given all that is known there."""
        reads = self.root_render_func.__globals__["reads"]
        if reads is None or not given:
            return super().make_module(*given, **named)
        values = {name: value for its in (given[0], *given[2:]) for name, value in its.items()}
        found = ((name, _field(values[name], field)) for name, field in reads if name in values)
        seen = [one for pair in found for one in pair]
        known: list[tuple[list[object], TemplateModule]] = self.__dict__.setdefault("_made", [])
        for before, module in known:
            if len(before) == len(seen) and all(map(_is_same, before, seen)):
                return module
        known[:] = ((seen, super().make_module(*given, **named)), *known[: _REMEMBERED - 1])
        return known[0][1]


def _field(value: object, name: str) -> object:
    """What is read of a value: a field, or a word of many, which are the same if all are."""
    return getattr(value, name, None) if name and type(value) is not dict else value


def _is_same(one: object, other: object) -> bool:
    """Whether two values are one, or the same text."""
    return one is other or (type(one) is type(other) is str and one == other)


class _Codes(jinja2.BytecodeCache):
    """What templates were compiled to, by their places and texts; the builder keeps it between builds."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}

    def name(self, path: str, text: str) -> str:
        """What the code of a text at a place is known by."""
        return f"{self.get_cache_key(path, path)} {self.get_source_checksum(text)}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code that is known; one of another Python or Jinja empties the bucket again."""
        found = self.known.get(f"{bucket.key} {bucket.checksum}")
        if found:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Know what was compiled just now."""
        self.known[f"{bucket.key} {bucket.checksum}"] = bucket.bytecode_to_string()


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, with names of templates understood along the chain, and no products of texts.

    `x * 1000000000`, `9 ** 9 ** 9` and `'%999999999d' % 1` would fill the memory; a template arranges
    and needs none of them.
    """

    intercepted_binops = frozenset({"*", "**", "%"})
    code_generator_class = _Code
    template_class = _Template
    shown, texts = staticmethod(filters.shown), filters.TEXTS
    theme: Theme
    codes: _Codes
    left: dict[str, nodes.Template]
    found: dict[tuple[str, str | None], jinja2.Template | SyntaxMistakeError]
    open: defaultdict[str, set[type]]
    """By the name of a field: the classes that have it open, as far as one has been met."""

    def call_binop(
        self,
        context: jinja2.runtime.Context,
        operator: str,
        left: Any,  # noqa: ANN401 - as in Jinja
        right: Any,  # noqa: ANN401 - as in Jinja
    ) -> Any:  # noqa: ANN401 - as in Jinja
        """Refuses a power, and a product of anything but numbers."""
        if operator == "**" or not all(isinstance(one, int | float) for one in (left, right)):
            raise jinja2.exceptions.SecurityError(f"{operator} is not for templates")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - as in Jinja
        """A word by its name, also where it is called like something that a dictionary can do.

        A field of a page is data by construction, and is given without asking again each time.
        """
        kind: Any = type(obj)
        if kind is TemplateModule and attribute[0] != "_" and attribute in obj.__dict__:
            return getattr(obj, attribute)
        if attribute in _open_fields(kind):
            self.open[attribute].add(kind)
            return getattr(obj, attribute)
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call(
        self,
        context: jinja2.runtime.Context,
        called: Any,  # noqa: ANN401 - as in Jinja
        /,
        *given: Any,  # noqa: ANN401 - as in Jinja
        **named: Any,  # noqa: ANN401 - as in Jinja
    ) -> Any:  # noqa: ANN401 - as in Jinja
        """What is called; a macro at once, for it is a template's own and needs no second look.

        One that is given just what it takes says it without its wrapper.
        """
        if type(called) is not Macro:
            return super().call(context, called, *given, **named)
        more = named or called.caller or called.catch_kwargs or called.catch_varargs
        if more or len(given) != len(called.arguments) or not called._default_autoescape:  # noqa: SLF001 - Jinja's own
            return called(*given, **named)
        return filters.marked(called._func(*given))  # noqa: SLF001 - Jinja's own

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The tree that a look over the theme has left, once: who makes code of it changes it."""
        return self.left.pop(name or "", None) or super()._parse(source, name, filename)

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Any:  # noqa: A002, ANN401 - as in Jinja
        """A template as it is called in another (no `parent`: by a page), looked up and read once."""
        if (name, parent) not in self.found:
            whole = name if parent else self.join_path(name, "")
            try:
                self.found[name, parent] = super().get_template(whole, parent, globals)
            except SyntaxMistakeError as error:
                self.found[name, parent] = error
        found = self.found[name, parent]
        if isinstance(found, SyntaxMistakeError):
            raise found.with_traceback(None)
        return found

    def join_path(self, template: str, parent: str) -> str:
        """The place of the template called `template` in the one at `parent`."""
        return self.theme.find(template, parent) or template


@functools.lru_cache(maxsize=2)
def engine(theme: Theme) -> _Sandbox:
    """The sandbox with the theme's templates."""
    codes = _Codes()
    made = _Sandbox(
        loader=_loader(theme),
        bytecode_cache=codes,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        optimized=False,  # templates fold no constants worth the look at every expression
    )
    made.theme, made.codes, made.left, made.found = theme, codes, {}, {}
    made.open = defaultdict(set)
    made.globals.clear()
    made.filters = {**{name: made.filters[name] for name in FILTERS if name not in _OWN}, **_OWN}
    made.tests = {name: made.tests[name] for name in TESTS}
    return made


def parsed(theme: Theme, path: str) -> nodes.Template:
    """The tree of a template; SyntaxMistakeError where it cannot be read."""
    sandbox = engine(theme)
    try:
        tree = sandbox.parse(theme.sources()[path], path, path)
    except RecursionError:
        raise SyntaxMistakeError(_TOO_DEEP, 1, path) from None
    layer, depth = [tree, *tree.iter_child_nodes()], 0
    while layer:
        depth += 1
        if depth > DEEPEST:
            raise SyntaxMistakeError(_TOO_DEEP, layer[0].lineno, path)
        layer = [one for node in layer if node is not tree for one in node.iter_child_nodes()]
    sandbox.left[path] = tree
    return tree


def compiled(theme: Theme, known: Mapping[str, bytes]) -> dict[str, bytes]:
    """The code of every template of the theme; what is `known` of an earlier call is not compiled again.

    A template that cannot be read has none: whoever draws with it is told why.
    """
    sandbox = engine(theme)
    codes = sandbox.codes
    names = {path: codes.name(path, text) for path, text in theme.sources().items()}
    codes.known |= {name: known[name] for name in names.values() if name in known}
    for path, name in names.items():
        if name not in codes.known:
            with suppress(Exception):  # in any way, and it is the theme's
                sandbox.get_template(path)
    return {name: codes.known[name] for name in names.values() if name in codes.known}


@functools.lru_cache(maxsize=256)
def wanted(name: str, count: int, named: tuple[str, ...]) -> str | None:
    """What a filter takes in brackets; None where it can be given so many values and these named ones."""
    filter_ = inspect.unwrap(_OWN.get(name) or jinja2.filters.FILTERS[name])
    takes = inspect.signature(filter_)
    unseen = 2 if hasattr(filter_, "jinja_pass_arg") else 1
    try:
        takes.bind(*range(unseen + count), **dict.fromkeys(named))
    except TypeError:
        return ", ".join(list(takes.parameters)[unseen:])
    return None


def unknown(error: Exception) -> str:
    """The name that a strict template found undefined; empty when it failed in another way."""
    found = _UNKNOWN.search(str(error)) if isinstance(error, jinja2.UndefinedError) else None
    return (found[1] or found[2]) if found else ""


def where(error: Exception, theme: Theme) -> tuple[str, int]:
    """The place and the line of the innermost template that the error passed through."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.name or "", error.lineno
    known, place = theme.sources(), ("", 0)
    trace = error.__traceback__
    while trace:
        name = trace.tb_frame.f_code.co_filename
        if name in known:
            place = (name, trace.tb_lineno)
        trace = trace.tb_next
    return place


def _loader(theme: Theme) -> jinja2.FunctionLoader:
    """Hands out templates under their places, so that an error's traceback names them."""
    its = theme.sources()
    return jinja2.FunctionLoader(lambda name: (its[name], name, None) if name in its else None)
