"""A whole site in another encoding is the same site, and every file says so once."""

import os
import shutil
from pathlib import Path

import pytest

from generator.app.build import build
from generator.app.order import Order, Report
from generator.edge.project import HOME, Project
from tests.laws.village import BASE, TODAY, tree


def made(folder: Path, encoding: str, ending: str = "\n") -> Report:
    """The village, its theme's words included, in an encoding."""
    theme = folder / "themes" / "default"
    shutil.copytree(os.path.join(HOME, "themes", "default"), theme)
    words = theme / "words" / "zh.yaml"
    files = {folder / path: text for path, text in BASE.items()}
    for path, text in {**files, words: words.read_text("utf-8")}.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.replace("\n", ending).encode(encoding))
    project = Project(
        content=str(folder / "content"),
        themes=str(folder / "themes"),
        output=str(folder / "output"),
        releases=str(folder / ".releases"),
        cache=str(folder / ".cache"),
    )
    return build(Order(project, TODAY, 1))


@pytest.mark.parametrize(
    ("encoding", "ending", "code"),
    [
        ("gb18030", "\r\n", "text/gb18030"),
        ("utf-16", "\r\n", "text/utf16"),
        ("utf-8-sig", "\r\n", ""),
        ("utf-8", "\r", ""),
    ],
)
def test_the_same_site_in_any_encoding(
    encoding: str, ending: str, code: str, tmp_path: Path
) -> None:
    """Byte for byte; and a warning for every file that is not UTF-8, the theme's words among them."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    usual, other = made(tmp_path / "a", "utf-8"), made(tmp_path / "b", encoding, ending)

    assert (0, ()) == (usual.exit_code, usual.problems)
    assert 0 == other.exit_code
    assert tree(tmp_path / "a" / "output") == tree(tmp_path / "b" / "output")
    said = [(one.severity, one.code, one.place.path) for one in other.problems]
    wanted = sorted([*BASE, "themes/default/words/zh.yaml"]) if code else []
    assert [("warn", code, path) for path in wanted] == said
