"""The door to Jinja: a sandbox in which a template sees its page and can change nothing."""

import functools
import inspect
import operator
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, get_args

import jinja2
import jinja2.filters
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.plan.pages import Page
from generator.render import filters, qr
from generator.render.theme import Theme
from generator.render.writer import Writer
from generator.values.dataclass import field_names
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
"""So many sets of macros and common parts of a template are kept: one for each column and depth."""
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


_PAGES = frozenset(get_args(Page))


@functools.cache
def _open_fields(kind: type) -> frozenset[str]:
    """What a dataclass or a loop says and is not its own affair; nothing of anything else."""
    if kind is LoopContext:
        return frozenset(filter(str.isalnum, dir(kind)))
    return frozenset(name for name in field_names(kind) if name[0] != "_")


class _Common:
    """What parts of a template say, by their numbers; the same for pages that have this in common.

    A page says what it is, and its frame is one value for many: who has the same one at the same
    depth, with the same words, reads the same. That value is held, so that no other takes its place.
    """

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: list[tuple[object, object, object, str, dict[int, str]]] = []

    def __call__(self, page: Any, words: object, assets: object) -> dict[int, str]:  # noqa: ANN401 - what a template calls so
        """What is known for such pages; nothing for what is no page."""
        if type(page) not in _PAGES:
            return {}
        # what a page lacks is told where a template asks for it
        own, root = getattr(page, "chrome", None), getattr(page, "root", "")
        for frame, named, files, depth, parts in self._known:
            if frame is own and named is words and files is assets and depth == root:
                return parts
        known = (own, words, assets, root, dict[int, str]())
        self._known[:] = (known, *self._known[: _REMEMBERED - 1])
        return known[-1]


class _Template(jinja2.Template):
    """A template, whose macros are made once for all pages that give them the same to read."""

    def make_module(self, *given: Any, **named: Any) -> TemplateModule:  # noqa: ANN401 - Jinja's own
        """What is had by an import; one with context is given all that is known there."""
        reads = self.root_render_func.__globals__["reads"]
        if reads is None or not given:
            return super().make_module(*given, **named)
        values = functools.reduce(operator.or_, given[2:], given[0])
        seen = [
            one
            for name, fields in reads.items()
            if name in values
            for one in _seen(values[name], fields)
        ]
        known: list[tuple[list[object], TemplateModule]] = self.__dict__.setdefault("_made", [])
        for before, module in known:
            if len(before) == len(seen) and all(map(_is_same, before, seen)):
                return module
        known[:] = ((seen, super().make_module(*given, **named)), *known[: _REMEMBERED - 1])
        return known[0][1]


def _seen(value: object, fields: Iterable[str]) -> Iterable[object]:
    """What is read of a value: fields, or some words of many, which are the same if all are."""
    if type(value) is dict:
        return (value,)
    return [getattr(value, name, None) if name else value for name in fields]


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
    code_generator_class = Writer
    template_class = _Template
    shown, texts, common = staticmethod(filters.shown), filters.TEXTS, _Common
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
        """What is called where it is shown; a macro that is given just what it takes says HTML at once."""
        if type(called) is Macro and len(given) == len(called.arguments) and not named:
            more = called.caller or called.catch_kwargs or called.catch_varargs
            if called._default_autoescape and not more:  # noqa: SLF001 - Jinja's own
                return called._func(*given)  # noqa: SLF001 - Jinja's own
        return filters.shown(self.call(context, called, *given, **named))

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
