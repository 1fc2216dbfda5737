"""The door to Jinja: a sandbox in which a template sees its page and can change nothing."""

import functools
import inspect
from collections import defaultdict
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from typing import Any

import jinja2
import jinja2.filters
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.render import filters, qr
from generator.render.runtime import Common, Context, Loop, Macro, Macros, Template
from generator.render.theme import Theme
from generator.render.writer import Writer
from generator.values.dataclass import field_names
from generator.values.pattern import pattern

__all__ = [
    "FILTERS",
    "TESTS",
    "SyntaxMistakeError",
    "can_draw",
    "compiled",
    "drawing",
    "engine",
    "know",
    "nodes",
    "parsed",
    "read_again",
    "read_from_outside",
    "unknown",
    "wanted",
    "where",
]

SyntaxMistakeError = jinja2.TemplateSyntaxError
DEEPEST = 80
"""Statements and expressions may stand so deep in each other; what is deeper fells who reads it."""
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


@functools.cache
def _open_fields(kind: type) -> frozenset[str]:
    """What a dataclass or a loop says and is not its own affair; nothing of anything else."""
    if kind is Loop:
        return frozenset(filter(str.isalnum, dir(kind)))
    return frozenset(name for name in field_names(kind) if name[0] != "_")


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
    code_generator_class = Writer
    template_class, context_class = Template, Context
    common, loop, macro = Common, Loop, Macro
    shown, escaped = staticmethod(filters.shown), staticmethod(filters.escaped)
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
        if attribute in (kind.names if issubclass(kind, Macros) else _open_fields(kind)):
            self.open[attribute].add(kind)
            return getattr(obj, attribute)
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - as in Jinja
        """What is in a list or a dictionary, and a field that a filter asks for by its name."""
        kind: Any = type(obj)
        if kind is tuple or kind is dict:
            try:
                return obj[argument]
            except (LookupError, TypeError):
                return super().getitem(obj, argument)
        if type(argument) is str and argument in _open_fields(kind):
            return getattr(obj, argument)
        return super().getitem(obj, argument)

    def call(
        self,
        context: jinja2.runtime.Context,
        called: Any,  # noqa: ANN401 - as in Jinja
        /,
        *given: Any,  # noqa: ANN401 - as in Jinja
        **named: Any,  # noqa: ANN401 - as in Jinja
    ) -> Any:  # noqa: ANN401 - as in Jinja
        """What is called; a macro at once, for it is a template's own and needs no second look."""
        if type(called) is Macro:
            return called(*given, **named)
        return super().call(context, called, *given, **named)

    def said(
        self,
        context: jinja2.runtime.Context,
        called: Any,  # noqa: ANN401 - as in Jinja
        /,
        *given: Any,  # noqa: ANN401 - as in Jinja
        **named: Any,  # noqa: ANN401 - as in Jinja
    ) -> str:
        """What is called where it is shown."""
        return filters.shown(self.call(context, called, *given, **named))

    def saying(self, context: jinja2.runtime.Context, called: object) -> Callable[..., str]:
        """What says what is called; a macro that says HTML at once does not come here."""
        return functools.partial(self.said, context, called)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What all templates know without being told: nothing but what a call brings."""
        return d or {}

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
    made.filters["urlencode"] = _urlencode
    made.tests = {name: made.tests[name] for name in TESTS}
    return made


def _urlencode(value: object) -> str:
    """The library's, which takes its time, and a page has the same phones as the one before it."""
    return _quoted(value) if isinstance(value, str) else jinja2.filters.do_urlencode(value)  # type: ignore[arg-type]


_quoted = functools.lru_cache(maxsize=256)(jinja2.filters.do_urlencode)


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


@functools.lru_cache(maxsize=64)
def read_again(theme: Theme, path: str) -> nodes.Template | None:
    """The tree of a template, to be looked at and not to be changed; None where it cannot be read."""
    sandbox = engine(theme)
    if path in sandbox.left:
        return sandbox.left[path]
    try:
        return Parser(sandbox, theme.sources()[path], path, path).parse()
    except (SyntaxMistakeError, RecursionError):
        return None


def know(theme: Theme, codes: Mapping[str, bytes]) -> None:
    """Have codes at hand that templates were compiled to, so that these need not be compiled again."""
    engine(theme).codes.known |= codes


def can_draw(theme: Theme, path: str) -> bool:
    """Whether a template of the theme can be made code of."""
    try:
        engine(theme).get_template(path)
    except Exception:  # noqa: BLE001 - in any way, and it is the theme's
        return False
    return True


def drawing(theme: Theme, path: str, every: Sequence[nodes.Node]) -> Callable[..., str]:
    """What draws these nodes, as if they were a template that stands there."""
    sandbox = engine(theme)
    code = sandbox.compile(_template(sandbox, every), path, path)
    return Template.from_code(sandbox, code, sandbox.make_globals(None)).render


def read_from_outside(theme: Theme, every: Sequence[nodes.Node]) -> set[str]:
    """The names in these nodes, as if they were a template, that something else has to tell."""
    from jinja2 import meta  # noqa: PLC0415 - only an edited template needs it

    return meta.find_undeclared_variables(_template(engine(theme), every))


def _template(sandbox: _Sandbox, every: Sequence[nodes.Node]) -> nodes.Template:
    """The nodes as a template: statements as they are, expressions shown."""
    shown = (
        nodes.Output([one], lineno=one.lineno) if isinstance(one, nodes.Expr) else one
        for one in every
    )
    made = nodes.Template([*shown], lineno=1)
    made.set_environment(sandbox)
    return made


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
