"""What is typed, and the language of the answer."""

import io
import json
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.cli.voice import language_of
from tests.promises.conftest import ROOT


def typed(*words: str, here: Path = ROOT) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a command."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(words, {}, str(here), "python3 build.py")
    return code, out.getvalue(), err.getvalue()


@pytest.mark.parametrize(
    ("environment", "asked", "language"),
    [
        ({}, "", "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "", "zh"),
        ({"LANG": "en_US.UTF-8"}, "", "en"),
        ({"LC_ALL": "zh_CN.GB18030", "LANG": "en_US.UTF-8"}, "", "zh"),
        ({"LANG": "en_US.UTF-8"}, "zh", "zh"),
        ({"LANG": "C"}, "", "zh"),
    ],
)
def test_we_speak_chinese_unless_english_is_wanted(
    environment: dict[str, str], asked: str, language: str
) -> None:
    """By `--lang`, or by an English locale."""
    assert language == language_of(environment, asked)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--jobs", "two"), "选项 --jobs 后面的“two”不对"),
        (("--jobs",), "选项 --jobs 后面的“”不对"),
        (("--today=2026-13-01",), "选项 --today 后面的“2026-13-01”不对"),
        (("build", "extra"), "没有“extra”这个选项"),
        (("new-site",), "写成：python3 build.py new-site DIR"),
        (("--lang", "fr"), "选项 --lang 后面的“fr”不对"),
    ],
)
def test_a_mistyped_command_is_answered_in_a_sentence(words: tuple[str, ...], said: str) -> None:
    """And with exit code 2."""
    code, out, err = typed(*words)

    assert (2, "") == (code, out)
    assert said in err


@pytest.mark.parametrize("words", [("--help",), ("build", "--help"), ("check", "--help")])
def test_help_goes_to_stdout_in_columns(words: tuple[str, ...]) -> None:
    """Every option is there with its explanation."""
    code, out, err = typed(*words)

    assert (0, "") == (code, err)
    for option in (
        "--site DIR",
        "--output DIR",
        "--today YYYY-MM-DD",
        "--jobs N",
        "--strict",
        "--json",
    ):
        assert option in out


def test_a_machine_gets_one_object_on_stdout(tmp_path: Path) -> None:
    """Data to stdout, talk to stderr."""
    code, out, err = typed("check", "--json", "--output", str(tmp_path / "out"))
    told = json.loads(out)

    assert 0 == code == told["exit"]
    assert told["written"] is None
    assert "检查完毕" in err
    assert not (tmp_path / "out").exists()


HOLDER = """
import sys
from generator.edge.lock import locked
from generator.edge.project import project_at, store_of

with locked(store_of(project_at(sys.argv[1], None, "/"))):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_build_says_who_is_building(tmp_path: Path) -> None:
    """Exit code 75 with the holder's process, and 0 as soon as the holder is gone."""
    assert 0 == typed("new-site", str(tmp_path / "site"))[0]
    content = tmp_path / "site" / "content"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(content)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        code, _, err = typed("--site", str(content))
        holder.kill()

    assert 75 == code
    assert f"另一个生成正在进行（进程 {holder.pid}" in err
    assert 0 == typed("--site", str(content))[0]
