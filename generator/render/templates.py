"""The only door to Jinja: a page value in, HTML out, in a sandbox that can change nothing."""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.plan.pages import Page
from generator.render import filters, qr
from generator.values.artifact import Artifact
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read

_FORBIDDEN = ("cycler", "joiner", "lipsum", "namespace", "range", "dict")
_UNKNOWN = re.compile(r"^'([^']+)' is undefined$|has no (?:attribute|element) '?([^']+)'?$")
"""How Jinja says that there is no such name; before it stands a Python type that helps nobody."""
TEMPLATES = (
    "home.html",
    "category.html",
    "year.html",
    "unit.html",
    "notices.html",
    "standing.html",
    "sitemap.html",
    "missing.html",
    "entry.html",
    "issue.html",
    "archive.html",
    "changes.html",
    "moved.html",
    "data.html",
)
"""The template of each page, in the order of the contract's `Page`."""


_BY_PAGE = dict(zip(get_args(Page), TEMPLATES, strict=True))


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's templates by name, and where they stand, for messages."""

    folder: str
    templates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Share:
    """Pages to be rendered together; crosses to worker processes whole."""

    theme: Theme
    pages: tuple[Page, ...]


def render_share(share: Share) -> Read[tuple[Artifact, ...]]:
    """Every page of the share as a file, or what is wrong with the templates."""
    environment = _environment(share.theme)
    done, problems = [], []
    for page in share.pages:
        try:
            template = environment.get_template(_BY_PAGE[type(page)])
            html = template.render(page=page, words=dict(page.chrome.words))
        except Exception as error:  # noqa: BLE001 - a template can fail in any way, and it is the theme's
            problems.append(_problem(error, share.theme))
        else:
            done.append(Artifact(page.path, html.encode()))
    return Read(tuple(done), tuple(dict.fromkeys(problems)))


def shares(theme: Theme, pages: Sequence[Page], size: int) -> tuple[Share, ...]:
    """The pages in shares of `size`, in order."""
    return tuple(
        Share(theme, tuple(pages[start : start + size])) for start in range(0, len(pages), size)
    )


@functools.lru_cache(maxsize=2)
def _environment(theme: Theme) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=_loader(theme),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    for name in _FORBIDDEN:
        environment.globals.pop(name, None)
    for name in ("attr", "format", "random", "pprint"):
        environment.filters.pop(name, None)
    environment.filters.update(_filters())
    return environment


def _loader(theme: Theme) -> jinja2.FunctionLoader:
    """Hands out templates under their names, so that an error's traceback names them."""
    sources = dict(theme.templates)

    def load(name: str) -> tuple[str, str, None] | None:
        return (sources[name], name, None) if name in sources else None

    return jinja2.FunctionLoader(load)


def _filters() -> Mapping[str, filters.Filter]:
    return {"nb": filters.unbroken, "html": filters.trusted, "qr": qr.code}


def _problem(error: Exception, theme: Theme) -> Problem:
    name, line = _where(error, theme)
    place = Place(f"{theme.folder}/templates/{name}", line)
    unknown = _UNKNOWN.search(str(error)) if isinstance(error, jinja2.UndefinedError) else None
    if unknown:
        return Problem("theme/name", place, (("name", unknown[1] or unknown[2]),))
    return Problem("theme/template", place, (("detail", str(error)),))


def _where(error: Exception, theme: Theme) -> tuple[str, int]:
    """The innermost template line that the error passed through."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.name or "", error.lineno
    known = {name for name, _ in theme.templates}
    place = ("", 0)
    trace = error.__traceback__
    while trace:
        name = trace.tb_frame.f_code.co_filename
        if name in known:
            place = (name, trace.tb_lineno)
        trace = trace.tb_next
    return place
