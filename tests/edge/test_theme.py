"""A theme's files: found, whole, and readable, or named."""

import shutil
from pathlib import Path

import pytest

from generator.edge.theme import read_theme
from generator.values.problem import Stop
from tests.promises.conftest import ROOT


@pytest.fixture
def themes(tmp_path: Path) -> Path:
    """A project's own copy of the default theme, under another name."""
    shutil.copytree(ROOT / "themes" / "default", tmp_path / "mine")
    return tmp_path


def test_a_project_s_own_theme_is_taken_before_ours(themes: Path) -> None:
    """And ours where the project has none."""
    (themes / "mine" / "assets" / "bulletin.css").write_text("body {}")

    assert b"body {}" == dict(read_theme(str(themes), "mine").assets)["bulletin.css"]
    assert b"body {}" != dict(read_theme(str(themes), "default").assets)["bulletin.css"]


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ("templates/issue.html", "theme/incomplete"),
        ("assets/icon.svg", "theme/incomplete"),
    ],
)
def test_a_theme_that_lacks_a_file_is_refused_with_its_name(
    themes: Path, missing: str, code: str
) -> None:
    """Before anything is drawn."""
    (themes / "mine" / missing).unlink()
    with pytest.raises(Stop) as stop:
        read_theme(str(themes), "mine")
    assert (code, f"themes/mine/{missing}", 2) == (
        stop.value.problem.code,
        stop.value.problem.place.path,
        stop.value.exit_code,
    )


def test_a_template_that_is_not_utf_8_is_refused(themes: Path) -> None:
    """With its name."""
    (themes / "mine" / "templates" / "home.html").write_bytes("首页".encode("gb18030"))
    with pytest.raises(Stop) as stop:
        read_theme(str(themes), "mine")
    assert "themes/mine/templates/home.html" == stop.value.problem.place.path


def test_a_theme_that_does_not_exist_is_refused(themes: Path) -> None:
    """By its name."""
    with pytest.raises(Stop) as stop:
        read_theme(str(themes), "nowhere")
    assert "theme/absent" == stop.value.problem.code
