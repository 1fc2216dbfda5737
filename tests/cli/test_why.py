"""`why PATH` on the command line: what goes where, exit codes, and what programs get."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from generator.cli.main import main

DRAFT = "content/finance/2026/01-first-notice.md"


def typed(here: Path, *words: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a command."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(words, {}, str(here), "python3 build.py")
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A new site, as the starter makes it."""
    assert 0 == typed(tmp_path, "new-site", "site")[0]
    return tmp_path / "site"


def test_the_answer_is_one_line_on_stdout(site: Path) -> None:
    """And nothing else is said."""
    assert (0, f"{DRAFT} 没有公开：草稿。\n", "") == typed(site, "why", DRAFT)
    assert (0, f"{DRAFT} is not published: a draft.\n", "") == typed(
        site, "why", DRAFT, "--lang", "en"
    )


def test_what_we_do_not_know_is_wrong_usage(site: Path) -> None:
    """Exit code 2, the near path on stderr, nothing on stdout."""
    code, out, err = typed(site, "why", "content/finance/2026/01-frist-notice.md")

    assert (2, "") == (code, out)
    assert f"你是不是想写“{DRAFT}”？" in err


def test_a_path_must_be_named(site: Path) -> None:
    """With an example."""
    code, _, err = typed(site, "why")

    assert 2 == code
    assert "why PATH，例如：python3 build.py why output/index.html" in err


def test_a_source_that_is_wrong_is_shown_below_the_answer(site: Path) -> None:
    """It was answered: exit code 0. The place is talk, and goes to stderr."""
    (site / DRAFT).write_text("标题: 甲\n", encoding="utf-8")
    code, out, err = typed(site, "why", DRAFT)

    assert (0, 1) == (code, out.count("\n"))
    assert "处要改" in out
    assert f"{DRAFT}" in err


def test_another_content_and_output_are_asked_of(site: Path, tmp_path: Path) -> None:
    """By the options of a build; the output has a memory of its own."""
    words = ["--site", "site/content", "--output", "elsewhere"]
    assert 0 == typed(tmp_path, "build", *words)[0]
    code, out, _ = typed(tmp_path, "why", "elsewhere/index.html", *words)

    assert (0, True) == (code, out.startswith("elsewhere/index.html 是首页"))
    assert 2 == typed(tmp_path, "why", "elsewhere/index.html", *words[:2])[0]
    assert 2 == typed(site, "why", "output/index.html")[0]


def test_a_program_gets_one_object(site: Path) -> None:
    """With the key of the sentence and the question behind it; also when there is no answer."""
    assert 0 == typed(site, "build")[0]
    code, out, err = typed(site, "why", "index.html", "--json")
    told = json.loads(out)

    assert (0, 0, "") == (code, told["exit"], err)
    assert ("output/index.html", "made", "basis") == (
        told["path"],
        told["answer"],
        told["question"][0],
    )
    code, out, _ = typed(site, "why", "indx.html", "--json")
    assert (2, 2, "usage/path") == (
        code,
        json.loads(out)["exit"],
        json.loads(out)["problems"][0]["code"],
    )


def test_a_long_number_in_a_name_is_masked(site: Path) -> None:
    """Also where it was typed."""
    number = "11010519491231002X"
    path = f"content/finance/2026/{number}.md"
    (site / path).write_text((site / DRAFT).read_text("utf-8"), encoding="utf-8")
    for words in (("why", path), ("why", path, "--json"), ("why", f"{number}.html")):
        _, out, err = typed(site, *words)
        assert number not in out + err
