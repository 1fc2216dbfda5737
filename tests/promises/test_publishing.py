"""What is written for those who set a target up, typed in a project that has one."""

import re
from pathlib import Path

import pytest

from generator.cli.arguments import parse
from tests.promises.conftest import ROOT
from tests.promises.test_documents import says
from tests.settling import settle

DOCUMENTS = ("docs/publishing.md", "docs/hosting/checklist.md")
COMMAND = re.compile(r"(?:^|`|&& )python3? build\.py((?: [^`\n|]+)?)(?:`| \|\||$)", re.MULTILINE)
TARGETS = "\n发布:\n  - 名称: {name}\n    方式: {way}\n    位置: {place}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new site that was published into a bundle, and goes to a folder since."""
    assert 0 == says(tmp_path, ["new-site", "site"])[0]
    folder = tmp_path / "site"
    settle(folder / "content")
    settings = folder / "content/site.yaml"
    text = settings.read_text("utf-8")
    for name, way, place in (("usb", "压缩包", "usb/site.zip"), ("web", "文件夹", "www")):
        (folder / place.partition("/")[0]).mkdir()
        settings.write_text(text + TARGETS.format(name=name, way=way, place=place), "utf-8")
        assert says(folder, [])[0] in {0, 4}
        assert 0 == says(folder, ["publish"])[0]
    return folder


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_to_be_typed_works_in_its_order(name: str, project: Path) -> None:
    """What asks a host on the net is understood; all else is done."""
    commands = [line.split() for line in COMMAND.findall((ROOT / name).read_text("utf-8"))]
    assert ["verify"] in [words[:1] for words in commands]
    for command in commands:
        words = [word.replace("/media/usb", "usb") for word in command]
        if any("://" in word for word in words):
            assert parse(words).value, words
            continue
        code, said = says(project, words)
        assert code in {0, 4}, f"{words}: {said}"
