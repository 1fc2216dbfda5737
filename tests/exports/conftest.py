"""The sample built once with its address and once without, as files."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.main import main
from tests.conftest import SAMPLE

ROOT = Path(__file__).parents[2]
Files = dict[str, bytes]


def build(folder: Path, edit: Callable[[str], str]) -> Files:
    """The sample with its site.yaml edited: every file of the finished site."""
    shutil.copytree(SAMPLE, folder / "content")
    shutil.copytree(ROOT / "themes", folder / "themes")
    settings = folder / "content/site.yaml"
    settings.write_text(edit(settings.read_text("utf-8")), "utf-8")
    assert 0 == main(["build", "--jobs", "1"], {}, str(folder), "gongkai")
    output = folder / "output"
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """With the address https://www.qingxi.example/gongkai/, in a folder of its host."""
    return build(
        tmp_path_factory.mktemp("whole"), lambda text: text.replace(".example/", ".example/gongkai")
    )


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Without an address and without identifiers."""

    def edit(text: str) -> str:
        kept = [line for line in text.splitlines() if not line.startswith("网址")]
        return "\n".join(kept).partition("标识:")[0]

    return build(tmp_path_factory.mktemp("bare"), edit)
