"""The shipped township, as a visitor builds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import TOWNSHIP

if TYPE_CHECKING:
    from pathlib import Path


def test_the_township_is_published_without_a_problem_or_a_warning(township: Path) -> None:
    """Even with `--strict`; every category that it declares has its page."""
    names = [path.parent.name for path in TOWNSHIP.glob("*/category.yaml")]

    assert (township / "index.html").is_file()
    assert names
    assert [] == [name for name in names if not (township / name / "index.html").is_file()]
