"""A village's site in `docs/village`: other columns, another theme, the same program."""

import io
import re
import shutil
from contextlib import redirect_stderr
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.cli.main import main
from tests.conftest import TOWNSHIP
from tests.house.house import GENERATOR, ROOT

VILLAGE = ROOT / "docs/village"
COLUMNS = {"party": "党务公开", "affairs": "村务公开", "finance": "财务公开"}
TAG = re.compile(r"<[^>]*>")


class Built(NamedTuple):
    """Where the village's site stands, how the build ended, and what it said."""

    output: Path
    code: int
    said: str

    def text(self, path: str) -> str:
        """What a page says, without its tags."""
        return unescape(TAG.sub("", (self.output / path).read_text("utf-8")))


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site as its README has it built, from a copy, strictly."""
    folder = tmp_path_factory.mktemp("second")
    shutil.copytree(
        VILLAGE, folder / "docs/village", ignore=shutil.ignore_patterns("output", ".releases")
    )
    said = io.StringIO()
    with redirect_stderr(said):
        code = main(
            ["build", "--strict", "--site", "docs/village/content"], {}, str(folder), "build.py"
        )
    return Built(folder / "docs/village/output", code, said.getvalue())


def test_nothing_is_wrong_with_it(village: Built) -> None:
    """No problem, no warning, nothing withheld."""
    assert 0 == village.code, village.said
    assert not re.search(r"怎么办|提醒|不公开|还没", village.said), village.said


def test_its_readme_says_the_command_that_builds_it() -> None:
    """And each file that the page leads to is there."""
    text = (VILLAGE / "README.md").read_text("utf-8")
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", text)

    assert "python3 build.py --site docs/village/content" in text
    assert [] == [one for one in targets if not (VILLAGE / one).exists()]


def test_it_has_its_three_columns_and_none_of_the_township_s(village: Built) -> None:
    """In its bar, as its folders, and nowhere a word of the others."""
    home = (village.output / "index.html").read_text("utf-8")
    shown = re.findall(r'<li[^>]*><a href="([a-z]+)/index\.html"[^>]*>([^<]+)</a></li>', home)
    folders = {one.parent.name for one in village.output.glob("*/index.html")}

    assert {*COLUMNS.items()} == {*shown} - {("issues", "往期汇编")}
    assert {*COLUMNS, "issues", "data"} == folders
    for path in ("index.html", "sitemap.html", "data/index.html", "pages/guide.html"):
        assert not re.search("人事公开|计划生育|土地宅基地|政务公开信息", village.text(path)), path


def test_it_looks_like_another_site(village: Built) -> None:
    """Its own colour, its own picture behind its own head, words of three themes in a row."""
    (sheet,) = (village.output / "assets").glob("bulletin-*.css")
    (bridge,) = (village.output / "assets").glob("bridge-*.svg")
    style = sheet.read_text("utf-8")
    entry = village.text("affairs/2026/11-representatives.html")

    assert "--red:#0d5c75;" in style
    assert f'url("{bridge.name}")' in style
    assert "新贴出来的" in village.text("index.html")  # its own word
    assert "有疑问，找村委会" in entry  # of the theme that it builds on
    assert "公布与更正记录" in entry  # and of the one below


def test_a_resolution_shows_who_came_and_every_vote(village: Built) -> None:
    """On its page in words, in its table for machines as numbers."""
    page = village.text("affairs/2026/11-representatives.html")
    rows = (village.output / "affairs/2026/11-representatives.csv").read_text("utf-8-sig")

    for one in ("应到", "54人", "实到", "51人", "✓ 通过", "✗ 未通过", "2026年11月13日"):
        assert one in page, one
    assert ["事项,结果,同意,反对,弃权", "村规民约第九条、第十四条的修改,通过,47,0,4"] == [
        rows.splitlines()[at] for at in (0, 2)
    ]


def test_a_vote_too_many_stops_it(tmp_path: Path) -> None:
    """The numbers of the minutes are compared, not printed as they come."""
    shutil.copytree(VILLAGE / "content", tmp_path / "content")
    shutil.copytree(VILLAGE / "themes", tmp_path / "themes")
    entry = tmp_path / "content/affairs/2026/11-representatives.yaml"
    entry.write_text(entry.read_text("utf-8").replace("同意: 47", "同意: 74"), encoding="utf-8")
    said = io.StringIO()
    with redirect_stderr(said):
        code = main(["check"], {}, str(tmp_path), "build.py")

    assert 1 == code
    assert "的票加起来是 78，实到 51，相差 27" in said.getvalue()


def test_its_accounts_are_those_that_the_township_published() -> None:
    """The same account, month by month, from its opening to its closing, and row by row."""
    theirs = _accounts(TOWNSHIP / "finance/2026", "*-shiqiao-ledger.yaml")
    ours = _accounts(VILLAGE / "content/finance/2026", "*-ledger.yaml")

    assert {"2026-07", "2026-08", "2026-09", "2026-10"} == ours.keys()
    assert ours.items() <= theirs.items()


def _accounts(folder: Path, names: str) -> dict[str, tuple[str, ...]]:
    """By month: opening, closing, the sentence that has the sums between them, and the rows."""
    found: dict[str, tuple[str, ...]] = {}
    for path in folder.glob(names):
        text = path.read_text("utf-8")
        said = dict(re.findall(r"(?m)^(期间|期初|期末|摘要): (.*)$", text))
        beside = path.with_suffix(".csv")
        rows = re.findall(r"(?m)^  (?:- |  )(?:日期|凭证号|摘要|用途|收入|支出): .*$", text)
        assert beside.is_file() or len(rows) > 8 * 4
        lines = beside.read_text("utf-8-sig").splitlines() if beside.is_file() else rows
        found[said["期间"]] = (said["期初"], said["期末"], said["摘要"], *lines)
    return found


def test_no_column_has_its_name_in_the_program() -> None:
    """What is disclosed, and under which heading, is content; a docstring may give an example."""
    titles = re.compile("党务公开|村务公开|人事公开|土地宅基地|family-planning|shiqiao")

    assert [] == [
        path.relative_to(ROOT).as_posix()
        for path in sorted(GENERATOR.rglob("*.py"))
        if any(
            titles.search(line)
            for line in path.read_text("utf-8").splitlines()
            if not line.strip().startswith('"""')
        )
    ]
