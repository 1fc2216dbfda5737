"""Every promise of docs/architecture.md names the test that keeps it."""

import ast
import re

import pytest

from tests.house.house import ROOT

TEXT = (ROOT / "docs/architecture.md").read_text("utf-8")
LINE = re.compile(r"^\*\*Invariant:\*\* .+ \((\S+\.py::\w+(?:, \S+\.py::\w+)*)\)$")
PROMISES = [line for line in TEXT.splitlines() if line.startswith("**Invariant:**")]


@pytest.mark.parametrize("promise", PROMISES)
def test_an_invariant_names_a_test_that_exists(promise: str) -> None:
    """Otherwise it is a wish."""
    found = LINE.match(promise)
    assert found, promise

    for named in found[1].split(", "):
        path, _, name = named.partition("::")
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        tests = {
            target.id
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        } | {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}

        assert name in tests
        assert name.startswith("test_")


def test_there_are_promises_to_keep() -> None:
    """An empty page keeps every promise."""
    assert len(PROMISES) > 20


@pytest.mark.parametrize("folder", ["house", "laws"])
def test_every_law_that_is_tested_is_promised(folder: str) -> None:
    """Each file of tests about the house or its laws stands behind a promise at least."""
    files = {path.name for path in (ROOT / "tests" / folder).glob("test_*.py")} - {
        "test_invariants.py"
    }

    assert [] == sorted(name for name in files if f"tests/{folder}/{name}::" not in TEXT)
