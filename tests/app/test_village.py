"""The theme `village` changes one token, one word and one template, and nothing else differs."""

import re
import shutil
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.read.source import Source
from generator.read.words import read_words
from tests.conftest import SAMPLE
from tests.promises.conftest import ROOT

HASHED = re.compile(rb"(assets/[a-z]+)-[0-9a-f]{8}\.")
RED = ("--red:#a31f1c;", "--red:#1e6547;"), ("--red:#f08a80;", "--red:#7fcba6;")
CONTRAST = ("--red:#8b0000;", "--red:#0b4a30;")


def built(folder: Path, theme: str) -> dict[str, bytes]:
    """The sample in a theme: its files by path, names and addresses of assets without their digest."""
    project = folder / theme
    shutil.copytree(SAMPLE, project / "content")
    shutil.copytree(ROOT / "themes", project / "themes")
    settings = project / "content/site.yaml"
    text, count = re.subn(r"(?m)^(主题|theme): .*$", f"主题: {theme}", settings.read_text("utf-8"))
    settings.write_text(text if count else f"{text}主题: {theme}\n", encoding="utf-8")
    assert 0 == main(["build"], {}, str(project), "gongkai") & ~4
    return {
        HASHED.sub(rb"\1.", path.relative_to(project / "output").as_posix().encode()).decode(): (
            HASHED.sub(rb"\1.", path.read_bytes())
        )
        for path in sorted((project / "output").rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The sample in the default theme and in `village`."""
    folder = tmp_path_factory.mktemp("themes")
    return built(folder, "default"), built(folder, "village")


def test_the_child_has_the_same_files(both: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    """And no other."""
    assert sorted(both[0]) == sorted(both[1])


def test_nothing_else_differs(both: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    """A file that is another one is the default's with exactly the three changes of the child."""
    default, village = both
    words = read_words(
        Source("a", (ROOT / "themes/default/words/zh.yaml").read_text("utf-8"))
    ).value
    own = read_words(Source("a", (ROOT / "themes/village/words/zh.yaml").read_text("utf-8"))).value
    assert words
    assert own
    assert 1 == len(own)
    differs = {
        path for path in default if default[path] != village[path] and "manifest" not in path
    }
    shown = {"css": set(), "word": set(), "template": set()}  # type: dict[str, set[str]]
    for path in differs:
        before, after = default[path].decode(), village[path].decode()
        if path == "assets/bulletin.css":
            for old, new in (*RED, CONTRAST):
                assert 1 == after.count(new)
                after = after.replace(new, old)
            shown["css"].add(path)
        if path == "issues/index.html":
            after = re.sub(r'<p class="block small">地址与时间：.*</p>\n', "", after)
            shown["template"].add(path)
        for key, text in own.items():
            if text in after:
                after = after.replace(text, words[key])
                shown["word"].add(path)
        assert before == after, path
    assert all(shown.values())
    assert differs == set().union(*shown.values())
    assert all(path.endswith(".html") for path in shown["word"])
