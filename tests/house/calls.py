"""What calls say, as far as the tree tells: the texts they pass, and the facts beside them."""

import ast
import functools
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass

from tests.house.house import Module, modules, pattern

NO_FACTS = {"severity", "length", "line", "column", "excerpt", "place", "exit_code"}
"""Parameters of a problem that fill no blank."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text that a call passes, and the names of the facts with it; None when the tree cannot tell."""

    text: str
    facts: frozenset[str] | None
    at: str


@functools.cache
def said(*functions: str) -> tuple[Said, ...]:
    """Every text that is passed to a function with one of these names, with its facts."""
    return tuple(one for module in modules() for one in _said(module, set(functions)))


def _said(module: Module, functions: set[str]) -> Iterator[Said]:
    for scope in ast.walk(module.tree):
        if isinstance(scope, ast.FunctionDef):
            for node in ast.walk(scope):
                if isinstance(node, ast.Call) and _name(node.func) in functions:
                    texts = {t for one in node.args for t in _texts(one, scope, module)}
                    for text in sorted(texts):
                        yield Said(text, _facts(node, scope), module.at(node))


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _texts(node: ast.expr, scope: ast.FunctionDef, module: Module) -> set[str]:
    match node:
        case ast.Constant(str(text)):
            return {text}
        case ast.JoinedStr():
            return _known(pattern(node), module)
        case ast.IfExp(body=one, orelse=other):
            return _texts(one, scope, module) | _texts(other, scope, module)
        case ast.Name(name):
            return {t for value in _assigned(name, scope) for t in _texts(value, scope, module)}
        case _:
            return set()


def _known(written: str, module: Module) -> set[str]:
    """The pattern, and what it can be when its blank is one of the module's own short texts."""
    words = {
        node.value
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[a-z_-]+", node.value)
    }
    return (
        {written, *(written.replace("*", word) for word in words)} if "*" in written else {written}
    )


def _assigned(name: str, scope: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name) and target.id == name:
                    yield node.value


def _facts(call: ast.Call, scope: ast.FunctionDef) -> frozenset[str] | None:
    names = {word.arg for word in call.keywords if word.arg} - NO_FACTS
    if any(word.arg is None for word in call.keywords):
        return None
    for argument in call.args:
        found = _pairs(argument, scope)
        if found is None:
            return None
        names |= found
    return frozenset(names)


def _pairs(node: ast.expr, scope: ast.FunctionDef) -> set[str] | None:
    """The keys of `(("name", value), ...)`; nothing for what is no such thing; None when unknown."""
    match node:
        case ast.Tuple(elts=[ast.Tuple(elts=[ast.Constant(str()), _]), *_]):
            return {
                key.value
                for pair in node.elts
                if isinstance(pair, ast.Tuple)
                and isinstance(key := pair.elts[0], ast.Constant)
                and isinstance(key.value, str)
            }
        case ast.Name(name):
            found = [_pairs(value, scope) for value in _assigned(name, scope)]
            return None if None in found else {key for keys in found for key in keys or ()}
        case ast.Call(func=ast.Name("tuple" | "zip")):
            return None
        case _:
            return set()


def blanks(text: str) -> set[str]:
    """The names between braces in a sentence."""
    return {name.partition(".")[0] for _, name, _, _ in string.Formatter().parse(text) if name}
