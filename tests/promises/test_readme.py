"""Every command of both READMEs, typed by a stranger."""

import re
from pathlib import Path

import pytest

from generator.cli.main import main
from tests.promises.conftest import ROOT, Stranger

READMES = ("README.md", "README.zh-CN.md")
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STEP = re.compile(
    r"(?:^`(content/[^`\n]+)`\n\n)?^```(sh|markdown)\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
FIRST_ENTRY = "石桥村水泵维修费用公告"
FIRST = ["python3 build.py", "python3 build.py test"]


def commands(name: str) -> list[str]:
    """The lines of every shell block of a README, in order."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [line for block in BLOCK.findall(text) for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize("name", READMES)
def test_a_readme_opens_with_the_two_commands(name: str) -> None:
    """Nothing stands before them that would have to be typed."""
    assert FIRST == commands(name)[:2]


def test_both_readmes_give_the_same_commands() -> None:
    """Who reads one language types what the other types."""
    assert commands(READMES[0]) == commands(READMES[1])


def test_every_command_does_what_the_readme_says(stranger: Stranger) -> None:
    """In order, in a fresh copy: each ends with 0; the test command is told to list only, and not all.

    The first entry is written where the page says, over the draft, and leads the newest.
    """
    text = (ROOT / READMES[0]).read_text(encoding="utf-8")
    for path, form, block in STEP.findall(text):
        if form == "markdown":
            assert (stranger.folder / path).is_file(), "the draft is where the page says"
            (stranger.folder / path).write_text(block, encoding="utf-8")
            continue
        for command in filter(str.strip, block.splitlines()):
            is_test = command.endswith("build.py test")
            typed = f"{command} --collect-only -q tests/promises" if is_test else command
            done = stranger.types(typed)
            assert (typed, 0) == (typed, done.returncode), done.stderr + done.stdout
    home = (stranger.folder / "output" / "index.html").read_text(encoding="utf-8")
    (newest,) = re.findall(r'id="h-new".*?href="(\w[^"#]*/20\d\d/[^"]*)"', home, re.DOTALL)[:1]
    assert newest == "finance/2026/11-notice.html"
    for page in ("finance/index.html", "units/shiqiao.html", "issues/2026-11.html", "feed.xml"):
        assert FIRST_ENTRY in (stranger.folder / "output" / page).read_text(encoding="utf-8")
    assert (stranger.folder / "elsewhere" / "index.html").is_file()
    assert (stranger.folder / "my-township" / "output" / "index.html").is_file()


@pytest.mark.parametrize("name", READMES)
def test_a_readme_leads_to_files_that_are_there(name: str) -> None:
    """Every link and picture of a README is a file of the tree."""
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#:]+)\)", text)
    assert targets
    assert [] == [target for target in targets if not (ROOT / target).exists()]


@pytest.mark.parametrize("name", READMES)
def test_the_readme_s_message_is_the_one_that_is_said(name: str) -> None:
    """The example of a mistake is what the first story of the mistakes hears."""
    text = (ROOT / name).read_text(encoding="utf-8")
    shown = re.search(r"```text\n(content/finance.*?)```", text, re.DOTALL)
    assert shown
    told = Path(ROOT / "tests" / "stories" / "mistakes.md").read_text(encoding="utf-8")
    for line in shown.group(1).splitlines():
        words = line.removesuffix("  money/form").split("  ")[-1].strip("| ^").removeprefix("10 | ")
        assert words in told


@pytest.mark.parametrize("name", READMES)
def test_the_summary_is_the_one_of_the_sample(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Entries by category and pages, as the program counts them today; times are of their machine."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert 0 == main(["check"], {}, str(ROOT), "python3 build.py")
    said = capsys.readouterr().err
    (public,) = re.findall(r"^可以公开 .*$", said, re.MULTILINE)
    (pages,) = re.findall(r"(\d+) 个页面可以生成", said)

    assert public.removeprefix("可以") in text
    assert f"完成：{pages} 个页面，" in text
    assert "请留意" not in said
