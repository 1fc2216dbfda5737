"""A page that cannot be drawn is told of as long as it cannot."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.app.build import build
from generator.app.order import Order
from generator.app.preview import preview_order
from generator.edge.project import project_at
from tests.conftest import HOUSE, SAMPLE

FAILING = (
    "{% if 'ledger' in page.path %}{{ 1 // (page.title|length - page.title|length) }}{% endif %}"
)


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    """The sample with a theme of its own."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    shutil.copytree(HOUSE / "themes", tmp_path / "themes")
    return tmp_path


def test_a_page_that_cannot_be_drawn_is_told_at_every_build(project: Path) -> None:
    """Not only at the first: what was told once is not done with, and the old site stays."""
    order = Order(project_at("content", None, str(project)), jobs=1)
    assert build(order).exit_code == 0
    template = project / "themes/default/templates/entry.html"
    text = template.read_text("utf-8")
    template.write_text(text.replace("{% block main %}", f"{{% block main %}}{FAILING}"), "utf-8")

    first, second = build(order), build(order)

    assert (1, ["theme/template"]) == (first.exit_code, [one.code for one in first.problems])
    assert (first.exit_code, first.problems) == (second.exit_code, second.problems)
    template.write_text(text, "utf-8")
    assert ((), 0) == (build(order).written, build(order).exit_code)


def test_a_preview_tells_of_a_page_that_cannot_be_drawn_at_every_build(project: Path) -> None:
    """Though another page stands in its place: after a template was edited, and after a text."""
    order = preview_order(Order(project_at("content", None, str(project)), jobs=1))
    assert build(order).exit_code == 0
    template = project / "themes/default/templates/entry.html"
    text = template.read_text("utf-8")
    template.write_text(text.replace("{% block main %}", f"{{% block main %}}{FAILING}"), "utf-8")

    first, second = build(order), build(order)
    notice = next((project / "content").glob("land/2026/*.md"))
    notice.write_text(notice.read_text("utf-8").rstrip() + "\n\n又一句。\n", "utf-8")
    third = build(order)

    anew = build(replace(order, is_clean=True))
    assert anew.problems
    assert {"theme/template"} == {one.code for one in anew.problems if one.severity == "stop"}
    for one in (first, second, third):
        assert (anew.exit_code, anew.problems) == (one.exit_code, one.problems)
    assert not anew.written
    template.write_text(text, "utf-8")
    assert build(order).exit_code == 0
    assert not build(replace(order, is_clean=True)).written
