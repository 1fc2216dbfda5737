"""The theme contract: every field says what it is, no template asks for more, no word is missing."""

import ast
import re
import typing
from collections.abc import Iterator

import pytest
import yaml
from jinja2 import Environment, nodes

from tests.house.calls import blanks, said
from tests.house.house import ROOT, modules

THEME = ROOT / "themes/default"
CLASSES = [
    node
    for module in modules()
    if module.name.startswith("generator.plan.pages.")
    for node in module.tree.body
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


def _tree(name: str) -> nodes.Template:
    return ENVIRONMENT.parse((THEME / "templates" / name).read_text("utf-8"))


def _templates() -> list[str]:
    return sorted(path.name for path in (THEME / "templates").glob("*.html"))


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
