"""What the code of a template works with: Jinja's own, made for one page after the other."""

import functools
from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar, get_args

import jinja2
from jinja2 import runtime
from jinja2.environment import TemplateModule
from jinja2.runtime import LoopContext
from jinja2.utils import missing

from generator.plan.pages import Page
from generator.values.dataclass import field_names

__all__ = ["Common", "Context", "Loop", "Macro", "Macros", "Template"]

_PAGES = frozenset(get_args(Page))
_REMEMBERED = 16
"""So many sets of macros and common parts of a template are kept: one for each column and depth."""


class Common:
    """What parts of a template say, by their numbers; the same for pages that have this in common.

    A page says what it is, and its frame is one value for many: who has the same one at the same
    depth, with the same words, reads the same, unless one of the frame's links leads to it. That
    value is held, so that no other takes its place.
    """

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: list[
            tuple[object, object, object, str, frozenset[str], dict[str, dict[int, str]]]
        ] = []

    def __call__(self, page: Any, words: object, assets: object) -> dict[int, str]:  # noqa: ANN401 - what a template calls so
        """What is known for such pages; nothing for what is no page, or for words of a template's own."""
        if type(page) not in _PAGES or not type(words) is type(assets) is dict:
            return {}
        # what a page lacks is told where a template asks for it
        own, root = getattr(page, "chrome", None), getattr(page, "root", "")
        here = getattr(page, "path", "")
        for frame, named, files, depth, links, parts in self._known:
            if frame is own and named is words and files is assets and depth == root:
                return parts.setdefault(here if here in links else "", {})
        known = (own, words, assets, root, _links(own), dict[str, dict[int, str]]())
        self._known[:] = (known, *self._known[: _REMEMBERED - 1])
        return self(page, words, assets)


def _links(frame: Any) -> frozenset[str]:  # noqa: ANN401 - a frame, or nothing
    """Where the links of a frame lead."""
    values = (getattr(frame, one) for one in field_names(type(frame))) if frame else ()
    lists = (value for value in values if type(value) is tuple)
    return frozenset(getattr(one, "href", "") for every in lists for one in every)


class Template(jinja2.Template):
    """A template, whose macros are made once for all pages that give them the same to read."""

    def make_module(self, *given: Any, **named: Any) -> TemplateModule:  # noqa: ANN401 - Jinja's own
        """What is had by an import; one with context is given all that is known there."""
        reads = self.root_render_func.__globals__["reads"]
        if reads is None:
            return super().make_module(*given, **named)
        # a name that nobody gave is told where a macro reads it, and one that is set later is not set yet
        known = (its.items() for its in (*given[:1], *given[2:]))
        read = {k: v for its in known for k, v in its if k in reads and v is not missing}
        seen = [*read, *(one for name in read for one in _seen(read[name], reads[name]))]
        for before, module in self._made:
            if len(before) == len(seen) and all(map(_is_same, before, seen)):
                return module
        made = self._kind(self, self.new_context(*given, **named))
        self._kind.names = frozenset(name for name in made.__dict__ if name[0] != "_")
        self._made[:] = ((seen, made), *self._made[: _REMEMBERED - 1])
        return made

    @functools.cached_property
    def _made(self) -> list[tuple[list[object], "Macros"]]:
        """The latest sets of its macros, each with what they read."""
        return []

    @functools.cached_property
    def _kind(self) -> type["Macros"]:
        """The class of its sets of macros."""
        return type("Macros", (Macros,), {})


class Macros(TemplateModule):
    """The macros of a template; each template's are a class of their own, which has the same names open."""

    names: ClassVar[frozenset[str]] = frozenset()


class Macro(runtime.Macro):
    """A macro, with what it `says` as HTML when it is given just what it `takes`; -1 for no such."""

    def __init__(self, *given: Any) -> None:  # noqa: ANN401 - Jinja's own
        super().__init__(*given)
        self.says: Callable[..., str] = self._func
        more = self.caller or self.catch_kwargs or self.catch_varargs
        self.takes = len(self.arguments) if self._default_autoescape and not more else -1


class Context(runtime.Context):
    """What a template knows by name, its own names and those it was given in one dictionary."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - Jinja's own
        super().__init__(*given, **named)
        self.vars = _Known(self.parent)
        self.resolve_or_missing = self.vars.__getitem__  # type: ignore[assignment, method-assign]


class _Known(dict[str, Any]):
    """Values by name; what is not there is `missing`."""

    __slots__ = ()

    def __missing__(self, name: str) -> object:
        return missing


class Loop(LoopContext):
    """A loop, told in one go."""

    def __iter__(self) -> Iterator[tuple[Any, LoopContext]]:  # type: ignore[override]
        """Its values, each with the loop, which may have looked ahead."""
        while True:
            value, self._after = self._after, missing
            if value is missing:
                value = next(self._iterator, missing)
                if value is missing:
                    return
            self.index0 += 1
            self._before, self._current = self._current, value
            yield value, self


def _seen(value: object, fields: Iterable[str]) -> Iterable[object]:
    """What is read of a value: fields, or some words of many, which are the same if all are.

    What is undefined has no fields; that is told where a macro reads one, and not here.
    """
    if type(value) is dict or isinstance(value, jinja2.Undefined):
        return (value,)
    return [getattr(value, name, None) if name else value for name in fields]


def _is_same(one: object, other: object) -> bool:
    """Whether two values are one, or the same text."""
    return one is other or (type(one) is type(other) is str and one == other)
