"""Page values in, HTML out, each by the template of its kind."""

from typing import get_args

from generator.plan.pages import Page
from generator.render.engine import compiled, engine, unknown, where
from generator.render.pointing import pointed, told_once
from generator.render.theme import Theme
from generator.values.artifact import Artifact
from generator.values.dataclass import dataclass
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read

__all__ = ["TEMPLATES", "TEMPLATE_OF", "Share", "compiled", "draw", "given", "render_share"]

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

TEMPLATE_OF = dict(zip(get_args(Page), TEMPLATES, strict=True))


Pairs = tuple[tuple[str, str], ...]
_REMEMBERED = 4
"""So many sets of words and assets are kept: two for each site that is at work."""
_NAMED: list[tuple[Pairs, dict[str, str]]] = []
"""Those, each also by name, the newest first."""


@dataclass(frozen=True, slots=True)
class Share:
    """Pages to be rendered together; crosses to worker processes whole."""

    theme: Theme
    pages: tuple[Page, ...]


def render_share(share: Share) -> Read[tuple[Artifact, ...]]:
    """Every page of the share as a file, or what is wrong with the templates."""
    drawn = [(page.path, draw(share.theme, page)) for page in share.pages]
    problems = [problem for _, one in drawn for problem in one.problems]
    done = (Artifact(path, one.value) for path, one in drawn if one.value is not None)
    return Read(tuple(done), told_once(problems))


def draw(theme: Theme, page: Page) -> Read[bytes]:
    """The page as a file's bytes, or what is wrong with its template."""
    try:
        name = TEMPLATE_OF[type(page)]
        template = engine(theme).get_template(name)
        body = template.render(**given(page)).encode()  # half a character cannot be written
    except Exception as error:  # noqa: BLE001 - a template can fail in any way, and it is the theme's
        return Read(None, (_problem(error, theme, page),))
    return Read(body)


def given(page: Page) -> dict[str, object]:
    """What a page's template is given, by its names."""
    chrome = page.chrome
    return {"page": page, "words": _named(chrome.words), "assets": _named(chrome.assets)}


def _named(pairs: Pairs) -> dict[str, str]:
    """The pairs by name, once for all pages of a site: a template cannot change them."""
    for known, named in _NAMED:
        if known is pairs:
            return named
    _NAMED[:] = ((pairs, dict(pairs)), *_NAMED[: _REMEMBERED - 1])
    return _NAMED[0][1]


def _problem(error: Exception, theme: Theme, page: Page) -> Problem:
    """What went wrong, at its line in the template, with the page at which it did."""
    path, line = where(error, theme)
    name = unknown(error)
    if name:
        problem = Problem("theme/name", Place(path, line), (("name", name), ("page", page.path)))
    else:
        facts = (("detail", str(error)), ("page", page.path))
        problem = Problem("theme/template", Place(path or theme.folder, line), facts)
    return pointed(problem, theme.sources().get(path, ""), name)
