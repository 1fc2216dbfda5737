"""The theme reference, made from the page contract, the default theme's words and its tokens."""

import ast
import os
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from generator.model import fields as f
from generator.model import theme, tokens
from generator.plan import pages
from generator.read.source import Source
from generator.read.tokens import read_tokens
from generator.read.words import read_words
from generator.render.engine import FILTERS, TESTS
from generator.render.templates import TEMPLATE_OF

HERE = os.path.dirname(os.path.abspath(__file__))
DEFAULT = os.path.join(os.path.dirname(HERE), "themes", "default")
Fields = list[tuple[str, str, str]]
"""Name, type and sentence of each field of a class."""


def theme_page() -> str:
    """The whole reference."""
    classes = {
        one.name: one
        for folder in pages.__path__
        for file in sorted(os.listdir(folder))
        if file.endswith(".py")
        for one in _classes(os.path.join(folder, file))
    }
    shown = [page.__name__ for page in TEMPLATE_OF]
    bases = {base for name in shown for base in _bases(classes[name], classes)}
    rest = [name for name in classes if name not in {*shown, *bases}]
    return "\n".join(
        (
            *_head(),
            *_pages(classes),
            "",
            "## Parts 页面的零件",
            *(line for name in rest for line in _class(name, classes, "")),
            *_words(),
            *_tokens(),
            *_tools(),
            "",
        )
    )


def _head() -> Iterator[str]:
    yield "# Theme reference 主题参考"
    yield ""
    yield "<!-- made by docs/generate.py from the page classes; do not edit -->"
    yield ""
    yield f"Version {pages.CONTRACT} of the contract: what pages hand to templates."
    yield "How to make a theme is in [theme-guide.md](theme-guide.md)."
    yield ""
    yield "A template sees `page` (of the class below), `words` and `assets` (texts by name), nothing else."
    yield "Texts are finished: dates, amounts and counts are written in the site's language already."
    yield "Addresses (`href`) are relative to the site's root: write `{{ page.root }}{{ card.href }}`."
    yield "`X | None` may be nothing: ask with `if` first. `tuple[X, ...]` is a list, for `for`."
    yield "`Html` is printed with `|html`."
    yield ""
    yield "## theme.yaml"
    yield ""
    yield "| key | 中文 | required | |"
    yield "|---|---|---|---|"
    for one in theme.FIELDS:
        yield f"| `{one.key}` | {one.zh} | {'yes' if one.required else ''} | {one.help} |"


def _pages(classes: Mapping[str, ast.ClassDef]) -> Iterator[str]:
    yield ""
    yield "## Pages 页面"
    yield ""
    yield "| template | page |"
    yield "|---|---|"
    for page, template in TEMPLATE_OF.items():
        yield f"| `{template}` | [{page.__name__}](#{page.__name__.lower()}) |"
    for page, template in TEMPLATE_OF.items():
        yield from _class(page.__name__, classes, template)


def _class(name: str, classes: Mapping[str, ast.ClassDef], template: str) -> Iterator[str]:
    yield ""
    yield f"### {name}"
    yield ""
    yield ast.get_docstring(classes[name]) or ""
    if template:
        yield f"Drawn by `{template}`."
    yield ""
    yield "| field | type | |"
    yield "|---|---|---|"
    for field, kind, told in _fields(name, classes):
        yield f"| `{field}` | `{_cell(kind)}` | {_cell(told)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _classes(path: str) -> list[ast.ClassDef]:
    with open(path, encoding="utf-8") as file:
        return [one for one in ast.parse(file.read()).body if isinstance(one, ast.ClassDef)]


def _bases(one: ast.ClassDef, classes: Mapping[str, ast.ClassDef]) -> Iterator[str]:
    for base in one.bases:
        if isinstance(base, ast.Name) and base.id in classes:
            yield from _bases(classes[base.id], classes)
            yield base.id


def _fields(name: str, classes: Mapping[str, ast.ClassDef]) -> Fields:
    """The fields of a class and of what it extends, each with the sentence below it."""
    found: Fields = []
    for owner in (*_bases(classes[name], classes), name):
        body = classes[owner].body
        for one, after in pairwise(body):
            if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
                told = after.value if isinstance(after, ast.Expr) else None
                text = str(told.value) if isinstance(told, ast.Constant) else ""
                found.append((one.target.id, ast.unparse(one.annotation), text))
    return found


def _read(*path: str) -> Source:
    with open(os.path.join(DEFAULT, *path), encoding="utf-8") as file:
        return Source("/".join(path), file.read())


def _words() -> Iterator[str]:
    chinese = read_words(_read("words", "zh.yaml")).value or {}
    english = read_words(_read("words", "en.yaml")).value or {}
    for title, own in (
        ("Words 文字", True),
        ("Words that pages are written with 页面内容里的文字", False),
    ):
        yield ""
        yield f"## {title}"
        yield ""
        if own:
            yield "Templates ask for them: `{{ words.colon }}`."
        else:
            yield "The program fills them; names in braces are filled in, and may be left out."
        yield ""
        yield "| key | zh.yaml | en.yaml |"
        yield "|---|---|---|"
        for key in chinese:
            if key.startswith("plan_") != own:
                yield f"| `{key}` | {_cell(chinese[key])} | {_cell(english[key])} |"


def _tokens() -> Iterator[str]:
    values = {
        (one.name, one.mode): one.text for one in read_tokens([_read("tokens.yaml")]).value or ()
    }
    yield ""
    yield "## Tokens 颜色、尺寸和字体"
    yield ""
    yield "`tokens.yaml` sets them; the style sheet has them as `var(--paper)`."
    yield "A colour is `#rgb` or `#rrggbb`, a measure a number with `rem`, `em` or `px`."
    yield ""
    yield from _table(("token", "中文", *tokens.MODES, ""), tokens.COLOURS, tokens.MODES, values)
    yield ""
    yield from _table(("token", "中文", "value", ""), tokens.MEASURES, ("",), values)
    yield ""
    faces = (tokens.CHINESE, tokens.ENGLISH)
    yield from _table(("token", "中文", *faces, ""), tokens.FACES, faces, values)
    yield ""
    yield "These stand on each other, and need at least this contrast (WCAG 2):"
    yield ""
    yield "| | on | contrast |"
    yield "|---|---|---|"
    for pair in tokens.PAIRS:
        yield f"| `{pair.front}` | `{pair.back}` | {pair.ratio:g} |"


def _table(
    head: Iterable[str],
    declared: Iterable[f.Field],
    modes: Iterable[str],
    values: Mapping[tuple[str, str], str],
) -> Iterator[str]:
    titles, modes = tuple(head), tuple(modes)
    yield f"| {' | '.join(titles)} |"
    yield "|---" * len(titles) + "|"
    for one in declared:
        cells = " | ".join(f"`{values[one.key, mode]}`" for mode in modes)
        yield f"| `{one.key}` | {one.zh} | {cells} | {one.help} |"


def _tools() -> Iterator[str]:
    yield ""
    yield "## Filters and tests 过滤器和判断"
    yield ""
    yield "`nb` keeps dates and numbers with their unit on one line; `html` prints an entry's text."
    yield "The others are Jinja's own:"
    yield ""
    yield " ".join(f"`{one}`" for one in sorted(FILTERS) if one not in {"nb", "html"})
    yield ""
    yield "Tests, behind `is`:"
    yield ""
    yield " ".join(f"`{one}`" for one in TESTS if one.isalpha())
