"""What is written for those who set a target up, typed in a project that has one."""

import re
from pathlib import Path

import pytest

from generator.cli.arguments import parse
from tests.promises.conftest import ROOT
from tests.promises.test_documents import says

DOCUMENTS = ("docs/publishing.md", "docs/hosting/checklist.md")
COMMAND = re.compile(r"(?:^|`|&& )python3? build\.py((?: [^`\n|]+)?)(?:`| \|\||$)", re.MULTILINE)
TARGET = "发布:\n  - 名称: web\n    方式: 文件夹\n    位置: www\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new site that is built, and a folder to publish it to."""
    assert 0 == says(tmp_path, ["new-site", "site"])[0]
    folder = tmp_path / "site"
    (folder / "www").mkdir()
    with (folder / "content/site.yaml").open("a", encoding="utf-8") as file:
        file.write(TARGET)
    assert says(folder, [])[0] in {0, 4}
    return folder


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_to_be_typed_works_in_its_order(name: str, project: Path) -> None:
    """What asks a host on the net is understood; all else is done."""
    commands = [line.split() for line in COMMAND.findall((ROOT / name).read_text("utf-8"))]
    assert ["verify"] in [words[:1] for words in commands]
    for words in commands:
        if any("://" in word for word in words):
            assert parse(words).value, words
            continue
        code, said = says(project, words)
        assert code in {0, 4}, f"{words}: {said}"
