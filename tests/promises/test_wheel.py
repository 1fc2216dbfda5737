"""The wheel: builds, installs, and its command makes and builds a site of one's own."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.promises.conftest import BARE, copy_tree


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a fresh copy of the tree."""
    base = tmp_path_factory.mktemp("wheel")
    copy_tree(base / "tree")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(base / "dist")],
        cwd=base / "tree",
        check=True,
        capture_output=True,
    )
    return next((base / "dist").glob("*.whl"))


def test_a_wheel_holds_the_generator_the_themes_and_the_starter(wheel: Path) -> None:
    """And nothing of the tests, the sample or a cache."""
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "generator/app/build.py",
        "generator/themes/default/templates/home.html",
        "generator/starter/content/site.yaml",
        "generator/starter/output/dot.gitignore",
    ):
        assert needed in names
    tops = {name.split("/")[0] for name in names}
    assert {"generator", next(t for t in tops if t.endswith(".dist-info"))} == tops
    assert [] == [
        name for name in names if "__pycache__" in name or name.startswith("generator/test")
    ]


def test_an_installed_gongkai_makes_and_builds_a_site(wheel: Path, tmp_path: Path) -> None:
    """In an environment of its own, away from the tree, the command's own name in its advice."""
    place = tmp_path / "环境"
    subprocess.run([BARE, "-m", "venv", str(place)], check=True)
    python = place / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "-q", str(wheel)], check=True, capture_output=True
    )
    program = place / "bin" / "gongkai"
    environment = {**os.environ, "LANG": "zh_CN.UTF-8"}
    made = subprocess.run(
        [program, "new-site", "我的镇"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert made.returncode == 0, made.stderr
    assert "gongkai --site" in made.stderr
    again = subprocess.run(
        [program, "new-site", "我的镇"], cwd=tmp_path, capture_output=True, check=False
    )
    assert again.returncode == 2
    built = subprocess.run(
        [program], cwd=tmp_path / "我的镇", env=environment, capture_output=True, check=False
    )
    assert built.returncode == 0, built.stderr.decode()
    assert (tmp_path / "我的镇" / "output" / "index.html").is_file()
    assert (tmp_path / "我的镇" / "output" / ".gitignore").is_file()
