"""The theme contract: every field says what it is, no template asks for more, no word is missing."""

import ast
import dataclasses
import re
import types
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, nodes

from generator.plan import pages, parts
from generator.render.templates import TEMPLATES
from tests.house.calls import blanks, said
from tests.house.house import ROOT, modules

THEME = ROOT / "themes/default"
PAGES = {
    "home.html": pages.HomePage,
    "category.html": pages.CategoryPage,
    "year.html": pages.YearPage,
    "unit.html": pages.UnitPage,
    "notices.html": pages.NoticesPage,
    "standing.html": pages.StandingPage,
    "sitemap.html": pages.SiteMapPage,
    "missing.html": pages.MissingPage,
    "entry.html": pages.EntryPage,
    "issue.html": pages.IssuePage,
    "archive.html": pages.ArchivePage,
    "changes.html": pages.ChangesPage,
    "moved.html": pages.MovedPage,
    "data.html": pages.DataPage,
}
CLASSES = [
    node
    for module in (pages, parts)
    for node in ast.parse(Path(str(module.__file__)).read_text("utf-8")).body
    if isinstance(node, ast.ClassDef)
]
FIELDS = {
    f"{node.name}.{field.target.id}": index
    for node in CLASSES
    for index, field in enumerate(node.body)
    if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
}
ENVIRONMENT = Environment(autoescape=True)
WORDS = {
    name: typing.cast(
        "dict[str, str]",
        yaml.load((THEME / f"words/{name}.yaml").read_text("utf-8"), yaml.BaseLoader),
    )
    for name in ("zh", "en")
}
MACROS = ("macros.html", "charts.html")
OPTIONAL_OF_SOME = {"crumbs"}
"""Fields that base.html asks for behind an `{% if %}` and that not every page has."""

Kind = object


def _tree(name: str) -> nodes.Template:
    return ENVIRONMENT.parse((THEME / "templates" / name).read_text("utf-8"))


def _templates() -> list[str]:
    return sorted(path.name for path in (THEME / "templates").glob("*.html"))


def _without_none(kind: Kind) -> Kind:
    if typing.get_origin(kind) in {typing.Union, types.UnionType}:
        left = [one for one in typing.get_args(kind) if one is not type(None)]
        return left[0] if len(left) == 1 else None
    return kind


class Checker:
    """Walks a template with the types of what is named in it; `wrong` gathers what does not exist.

    A name whose type the walk cannot tell is None, and whatever is asked of it is let be, except
    that the macros are walked once for every set of types they are called with.
    """

    def __init__(self, page: type, template: str) -> None:
        self.page = page
        self.template = template
        self.wrong: list[str] = []
        self.unknown: list[str] = []
        self.seen: set[object] = set()
        self.macros = {
            macro.name: macro for name in MACROS for macro in _tree(name).find_all(nodes.Macro)
        }

    def check(self) -> "Checker":
        """The template, and the frame that it extends."""
        for name in ("base.html", self.template):
            self.walk(_tree(name).body, {"page": self.page, "words": dict})
        return self

    def walk(self, body: list[nodes.Node], names: dict[str, Kind]) -> None:
        """Statements in order; a name that is set holds for what follows."""
        scope = dict(names)
        for node in body:
            self.step(node, scope)

    def step(self, node: nodes.Node, scope: dict[str, Kind]) -> None:  # noqa: C901 - one row a node
        """One statement."""
        match node:
            case nodes.For():
                self.loop(node, scope)
            case nodes.Assign():
                kind = self.kind(node.node, scope)
                if isinstance(node.target, nodes.Name):
                    scope[node.target.name] = kind
            case nodes.Macro():
                pass
            case nodes.Output():
                for one in node.nodes:
                    self.kind(one, scope)
            case nodes.If():
                self.kind(node.test, scope)
                self.walk(node.body, scope)
                for other in node.elif_:
                    self.step(other, scope)
                self.walk(node.else_, scope)
            case nodes.Block():
                self.walk(node.body, scope)
            case _:
                for child in node.iter_child_nodes():
                    self.step(child, scope)

    def loop(self, node: nodes.For, scope: dict[str, Kind]) -> None:
        """A loop over a tuple: its name has the type of the tuple's members."""
        inside = {**scope, "loop": None}
        if isinstance(node.target, nodes.Name):
            inside[node.target.name] = _member(self.kind(node.iter, scope))
        if node.test:
            self.kind(node.test, inside)
        self.walk(node.body, inside)
        self.walk(node.else_, scope)

    def kind(self, node: nodes.Node, scope: dict[str, Kind]) -> Kind:  # noqa: C901, PLR0911 - the same
        """The type of an expression, walked to its leaves."""
        match node:
            case nodes.Name():
                if node.name not in scope and node.name not in {"m", "charts", "loop"}:
                    self.wrong.append(f"{self.template}:{node.lineno} {node.name}")
                return scope.get(node.name)
            case nodes.Getattr():
                return self.attribute(self.kind(node.node, scope), node)
            case nodes.Getitem(arg=nodes.Const(value=str(name))):
                named = nodes.Getattr(node.node, name, "load", lineno=node.lineno)
                return self.attribute(self.kind(node.node, scope), named)
            case nodes.Getitem():
                self.kind(node.arg, scope)
                return _member(self.kind(node.node, scope))
            case nodes.Call():
                return self.call(node, scope)
            case nodes.Filter():
                for one in (*node.args, *(pair.value for pair in node.kwargs)):
                    self.kind(one, scope)
                inner = self.kind(node.node, scope) if node.node else None
                return inner if node.name in {"selectattr", "rejectattr", "list", "sort"} else str
            case nodes.Or() | nodes.And():
                left, right = self.kind(node.left, scope), self.kind(node.right, scope)
                return left if left == right else None
            case _:
                for child in node.iter_child_nodes():
                    self.kind(child, scope)
                return str

    def attribute(self, kind: Kind, node: nodes.Getattr) -> Kind:
        """A field of a page value, or a word."""
        kind = _without_none(kind)
        at = f"{self.template}:{node.lineno} {getattr(kind, '__name__', kind)}.{node.attr}"
        if kind is dict:
            if node.attr not in WORDS["zh"]:
                self.wrong.append(at)
            return str
        if not (isinstance(kind, type) and dataclasses.is_dataclass(kind)):
            if kind is typing.Any:
                return kind
            if kind is not None:
                self.wrong.append(at)
            elif not (
                isinstance(node.node, nodes.Name) and node.node.name in {"m", "charts", "loop"}
            ):
                self.unknown.append(at)
            return None
        hints = typing.get_type_hints(kind)
        if node.attr not in hints and node.attr not in OPTIONAL_OF_SOME:
            self.wrong.append(at)
        return hints.get(node.attr, typing.Any)

    def call(self, node: nodes.Call, scope: dict[str, Kind]) -> Kind:
        """A macro, walked with the types that it is given."""
        kinds = tuple(self.kind(one, scope) for one in node.args)
        name = (
            node.node.attr
            if isinstance(node.node, nodes.Getattr)
            else getattr(node.node, "name", "")
        )
        macro = self.macros.get(name)
        if macro is None:
            self.wrong.append(f"{self.template}:{node.lineno} {name}()")
        elif (name, kinds) not in self.seen:
            self.seen.add((name, kinds))
            given = dict(zip((one.name for one in macro.args), kinds, strict=True))
            names = dict.fromkeys(self.macros, None)
            self.walk(macro.body, {**names, "page": self.page, "words": dict, **given})
        return str


def _member(kind: Kind) -> Kind:
    kind = _without_none(kind)
    if kind is typing.Any:
        return kind
    return typing.get_args(kind)[0] if typing.get_origin(kind) is tuple else None


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_says_what_it_is(field: str) -> None:
    """A sentence stands below each field of a page value; the theme's documentation is made of it."""
    name, _, _ = field.partition(".")
    body = next(node.body for node in CLASSES if node.name == name)
    after = body[FIELDS[field] + 1] if FIELDS[field] + 1 < len(body) else None

    assert isinstance(after, ast.Expr)
    assert isinstance(after.value, ast.Constant)
    assert isinstance(after.value.value, str)
    assert after.value.value.endswith((".", "`"))


@pytest.mark.parametrize("template", PAGES)
def test_a_template_asks_only_for_what_its_page_has(template: str) -> None:
    """Every chain from `page.` down, through loops and macros, ends at a field that exists."""
    checker = Checker(PAGES[template], template).check()

    assert ([], []) == (checker.wrong, checker.unknown)


def test_every_page_has_its_template() -> None:
    """The table in `render` and the theme agree with the contract."""
    assert PAGES == dict(zip(TEMPLATES, typing.get_args(pages.Page), strict=True))
    assert {*PAGES, "base.html", *MACROS} == set(_templates())


def test_a_field_that_does_not_exist_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The walk is awake: a wrong field, a wrong word and a wrong macro are each named."""
    text = (
        "{% import 'macros.html' as m with context %}{{ page.titel }}{{ words.nope }}{{ m.none(1) }}"
        "{% for c in page.cards %}{{ c.day.wrong }}{{ m.stamp(c) }}{% endfor %}{{ pge }}"
    )
    real = _tree
    monkeypatch.setattr(
        f"{__name__}._tree",
        lambda name: ENVIRONMENT.parse(text) if name == "x.html" else real(name),
    )
    wrong = " ".join(Checker(pages.CategoryPage, "x.html").check().wrong)

    for name in ("CategoryPage.titel", "dict.nope", "none()", "Stamp.wrong", "Card.iso", "pge"):
        assert name in wrong


def _asked_words() -> Iterator[str]:
    for name in _templates():
        for node in _tree(name).find_all(nodes.Getattr):
            if isinstance(node.node, nodes.Name) and node.node.name == "words":
                yield node.attr


def _planned_words() -> set[str]:
    """Every `plan_…` text in the planners, with `.*` where a part is put in."""
    found = set()
    for module in modules():
        if module.floor == "plan":
            joined = [node for node in ast.walk(module.tree) if isinstance(node, ast.JoinedStr)]
            pieces = {id(part) for node in joined for part in node.values}
            for node in ast.walk(module.tree):
                if id(node) in pieces:
                    continue
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(re.escape(node.value))
                elif isinstance(node, ast.JoinedStr):
                    parts = [
                        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z_]+"
                        for part in node.values
                    ]
                    found.add("".join(parts))
    return {one for one in found if one.startswith("plan_")}


def test_both_languages_have_the_same_words() -> None:
    """In the same order, so that they can be read side by side."""
    assert list(WORDS["zh"]) == list(WORDS["en"])


def test_every_word_of_the_theme_is_used() -> None:
    """By a template, or under `plan_` by a planner."""
    asked = set(_asked_words())
    planned = _planned_words()
    used = {
        key for key in WORDS["zh"] if key in asked or any(re.fullmatch(one, key) for one in planned)
    }

    assert set() == WORDS["zh"].keys() - used


def test_every_word_that_is_asked_for_exists() -> None:
    """Strict templates would stop a build for it."""
    planned = _planned_words()

    assert set() == set(_asked_words()) - WORDS["zh"].keys()
    assert set() == {
        one for one in planned if not any(re.fullmatch(one, key) for key in WORDS["zh"])
    }


@pytest.mark.parametrize("language", WORDS)
def test_every_blank_of_a_word_is_filled(language: str) -> None:
    """A planner passes each fact that the sentence has a blank for."""
    holes = {
        f"{one.at} {key}": blanks(text) - one.facts
        for one in said("say", "_day")
        if one.facts is not None and "generator/plan/" in one.at
        for key, text in WORDS[language].items()
        if key == one.text
        and blanks(text) - one.facts
        and not one.at.startswith("generator/plan/language")
    }

    assert {} == holes
