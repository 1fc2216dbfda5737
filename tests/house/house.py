"""The house as text and as trees: what the tests of this folder look at."""

import ast
import functools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT / "generator"
PURE = ("values", "words", "model", "read", "plan", "render", "checks", "exports")
"""The floors that know nothing of the outside world (law 2)."""


@dataclass(frozen=True, slots=True)
class Module:
    """A module of ours: its dotted name, its file, its source and its tree."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def floor(self) -> str:
        """The floor that it stands on; empty for the package itself."""
        return [*self.name.split("."), ""][1]

    def at(self, node: ast.AST) -> str:
        """A place in it that editors can jump to."""
        return f"{self.path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


@dataclass(frozen=True, slots=True)
class Import:
    """One import, wherever it is written: what it brings in, and whether it waits for a call."""

    module: Module
    target: str
    node: ast.AST
    lazy: bool

    @property
    def at(self) -> str:
        """Where it is written."""
        return self.module.at(self.node)


@functools.cache
def modules() -> tuple[Module, ...]:
    """Every module of the generator, by name."""
    return tuple(_module(path) for path in sorted(GENERATOR.rglob("*.py")))


def _module(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    text = path.read_text("utf-8")
    return Module(name, path, text, ast.parse(text, str(path)))


@functools.cache
def imports() -> tuple[Import, ...]:
    """Every import of the generator, lazy ones and those named by a text among them."""
    return tuple(one for module in modules() for one in _imports(module))


def _imports(module: Module) -> Iterator[Import]:
    lazy = {
        id(inner)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inner in ast.walk(node)
    }
    for node in ast.walk(module.tree):
        for target in targets(node):
            yield Import(module, target, node, id(node) in lazy)


def targets(node: ast.AST) -> tuple[str, ...]:
    """What a statement or a call imports; `generator.read.*` for a name put together at run time."""
    if isinstance(node, ast.Import):
        return tuple(alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        return (f"{node.module}", *(f"{node.module}.{alias.name}" for alias in node.names))
    if isinstance(node, ast.Call) and dotted(node.func).split(".")[-1] in {
        "import_module",
        "__import__",
        "find_spec",
    }:
        return (pattern(node.args[0]),)
    return ()


def pattern(node: ast.expr) -> str:
    """A text as far as it is written down, with `*` for what is known only at run time."""
    match node:
        case ast.Constant(str(text)):
            return text
        case ast.JoinedStr(parts):
            return "".join(pattern(part) for part in parts)
        case _:
            return "*"


def dotted(node: ast.expr) -> str:
    """`os.path.join` for the expression that says so; an empty text for any other."""
    match node:
        case ast.Name(name):
            return name
        case ast.Attribute(value, name):
            return f"{dotted(value)}.{name}"
        case _:
            return ""


def tree_files() -> tuple[Path, ...]:
    """Every text file that we keep: not what tools and builds leave beside it."""
    left_out = {
        ".git",
        ".releases",
        "output",
        "__pycache__",
        "node_modules",
        "dist",
        ".cache",
        ".hypothesis",
        ".mypy_cache",
        ".ruff_cache",
        ".pytest_cache",
        ".import_linter_cache",
    }
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [
            name for name in folders if name not in left_out and not name.startswith(".venv")
        ]
        found += [Path(folder, name) for name in names if not name.startswith(".venv")]
    return tuple(sorted(found))
