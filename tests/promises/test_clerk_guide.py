"""The clerk's guide does what it says: its commands and its files, followed from the top to the end."""

import io
import re
import shlex
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.cli.arguments import parse
from generator.cli.main import main
from tests.promises.conftest import ROOT
from tests.settling import own, settle

GUIDE = own((ROOT / "docs/clerk-guide.md").read_text("utf-8"))
"""As a reader follows it who has a village of their own."""
BLOCK = re.compile(r"(?:^`(content/[^`\n]+)`\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DAY = ["--today", "2026-11-20"]
"""The day of the guide's examples; the calendar of their year ships."""
SLIPS = {
    "sum/text": ("content/finance/2026/11-roof-repair.md", "| 3,680.00 |", "| 3,860.00 |"),
    "ledger/closing": ("content/finance/2026/11-ledger.yaml", "17,320.00", "17,230.00"),
}
"""What is written wrongly for each message that the guide shows."""


class Heard(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    said: str


def types(project: Path, words: list[str]) -> Heard:
    """Run the program in the project's folder."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(words, {}, str(project), "python3 build.py")
    return Heard(code, out.getvalue() + err.getvalue())


def words_of(command: str) -> list[str]:
    """What stands behind `python3 build.py`."""
    words = shlex.split(command)
    assert ["python3", "build.py"] == words[:2]
    return words[2:]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that the guide makes, each of its blocks done in turn."""
    folder = tmp_path_factory.mktemp("guide")
    project = folder / "my-township"
    for path, form, text in BLOCK.findall(GUIDE):
        if form == "sh":
            (line,) = text.splitlines()
            words = words_of(line)
            new = words[0] == "new-site"
            heard = types(folder if new else project, words + ([] if new else DAY))
            assert heard.code == 0, heard.said
            assert new or words[0] == "new" or "处请留意" not in heard.said, heard.said
            if new:
                settle(project / "content")
        elif form == "text":
            shows(project, text)
        else:
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            (project / path).write_text(text, encoding="utf-8")
    return project


def shows(project: Path, text: str) -> None:
    """The message comes when the slip is made, word for word, and goes when it is mended."""
    code = text.splitlines()[0].split()[-1]
    path, right, wrong = SLIPS[code]
    before = (project / path).read_text("utf-8")
    assert 1 == before.count(right)
    (project / path).write_text(before.replace(right, wrong), encoding="utf-8")
    assert text.strip() in types(project, ["check", *DAY]).said
    (project / path).write_text(before, encoding="utf-8")
    assert code not in types(project, ["check", *DAY]).said


def test_the_guide_is_followed_to_its_end(project: Path) -> None:
    """What it promises of the site is there: the new entry on the home page, the struck figure."""
    home = (project / "output/index.html").read_text("utf-8")
    ledger = (project / "output/finance/2026/11-ledger.html").read_text("utf-8")
    withdrawn = (project / "output/land/2026/11-homestead-notice.html").read_text("utf-8")
    issue = (project / "output/issues/2026-11.html").read_text("utf-8")

    assert "村部屋顶翻修费用公告" in home
    assert re.search(r"<del>[^/]*</span>3,860\.00</del>", ledger)
    assert "申请面积登记有误" in withdrawn
    assert "清溪村二组宅基地申请公示" not in home
    assert "本期公开村部屋顶翻修和集镇公厕改造的花费" in issue


@pytest.mark.parametrize("command", re.findall(r"`(python3 build\.py [^`\n]+)`", GUIDE))
def test_a_command_within_the_text_works_too(project: Path, command: str) -> None:
    """As it stands there.

    What leaves the project is tried in `tests/stories/delivering.md`, and what goes on until somebody
    ends it in `tests/cli/test_serve.py`.
    """
    words = words_of(command)
    if words[0] in {"publish", "verify", "serve"}:
        assert parse(words).value
        return
    heard = types(project, words if "--today" in words else [*words, *DAY])

    assert heard.code in {0, 4}, heard.said


def test_every_document_it_names_is_there() -> None:
    """Beside it."""
    named = re.findall(r"\]\(([\w-]+\.md)\)", GUIDE)

    assert named
    assert [] == [
        name
        for name in named
        if name != "11-roof-repair.md" and not (ROOT / "docs" / name).exists()
    ]
