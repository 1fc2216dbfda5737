"""What is typed, and the language of the answer."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.cli.voice import language_of, program_name
from tests.conftest import SAMPLE
from tests.promises.conftest import ROOT
from tests.settling import settle


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
    ("encoding", "asked", "language"),
    [
        ("ascii", "", "en"),
        ("cp437", "", "en"),
        ("cp1252", "", "en"),
        ("gbk", "", "zh"),
        ("utf-8", "", "zh"),
        ("ascii", "zh", "zh"),
    ],
)
def test_who_cannot_show_chinese_is_spoken_to_in_english(
    encoding: str, asked: str, language: str
) -> None:
    """Escapes are read by nobody; whoever asks for Chinese gets it all the same."""
    words = ["--lang", asked] if asked else []
    done = subprocess.run(
        [sys.executable, ROOT / "build.py", "check", "--site", "nowhere", *words],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "zh_CN.UTF-8", "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    said = done.stderr.decode(encoding)

    assert 2 == done.returncode
    assert ("there is no such content folder" in said) == (language == "en")
    assert ("\\u" in said) == (encoding == "ascii" and asked == "zh")


@pytest.mark.parametrize(
    ("first", "windows", "called"),
    [
        ("/srv/build.py", False, "python3 build.py"),
        ("/srv/build.py", True, "py build.py"),
        ("/other/build.py", False, "python3 /other/build.py"),
        ("/srv/my tools/build.py", False, 'python3 "my tools/build.py"'),
        ("/usr/bin/gongkai", False, "gongkai"),
        ("/other/generator/__main__.py", False, "python3 build.py"),
    ],
)
def test_we_tell_the_command_that_works_from_here(first: str, windows: bool, called: str) -> None:  # noqa: FBT001 - pytest gives it by name
    """Beside `build.py`, in another folder, and installed."""
    assert called == program_name(first, "/srv", windows=windows)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--jobs", "two"), "“--jobs two”写得不对"),
        (("--jobs",), "写成 --jobs 2，只写一次"),
        (("--today=2026-13-01",), "写成 --today 2026-10-12，只写一次"),
        (("build", "extra"), "没有“extra”这个选项"),
        (("new-site",), "new-site DIR，例如：python3 build.py new-site my-site"),
        (("--lang", "fr"), "写成 --lang zh|en，只写一次"),
        (("--strict", "--strict"), "写成 --strict，只写一次"),
        (("check", "--jobs", "x"), "运行 python3 build.py check --help"),
        (("--jbos", "2"), "你是不是想写“--jobs”？"),
        (("--jbos=2",), "你是不是想写“--jobs”？"),
    ],
)
def test_a_mistyped_command_is_answered_in_a_sentence(words: tuple[str, ...], said: str) -> None:
    """And with exit code 2."""
    code, out, err = typed(*words)

    assert (2, "") == (code, out)
    assert said in err


def test_an_option_that_is_near_to_none_suggests_none() -> None:
    """Two hyphens make no likeness."""
    assert "你是不是想写" not in typed("--fast")[2]


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
        "--format text|json|sarif" if words[0] == "check" else "--json",
    ):
        assert option in out


def test_a_machine_gets_one_object_on_stdout(tmp_path: Path) -> None:
    """Data to stdout, talk to stderr."""
    code, out, err = typed(
        *("check", "--format", "json", "--site", str(SAMPLE), "--output", str(tmp_path / "out"))
    )
    told = json.loads(out)

    assert 0 == code == told["exit"]
    assert told["written"] is None
    assert "检查完毕" in err
    assert not (tmp_path / "out").exists()


def wrong_site(folder: Path) -> list[str]:
    """A site with, at line 5, a date that no calendar has; the options that check it."""
    assert 0 == typed("new-site", str(folder))[0]
    settle(folder / "content")
    entry = folder / "content" / "land" / "2026" / "03-甲 乙.md"
    entry.parent.mkdir(parents=True)
    entry.write_text(
        "---\n标题: 甲\n公布日期: 2026-03-02\n公开单位: 镇政府\n成文日期: 2026-02-30\n---\n正文\n",
        encoding="utf-8",
    )
    return ["check", "--site", str(folder / "content"), "--today", "2026-03-15"]


def test_a_machine_gets_every_problem_whole(tmp_path: Path) -> None:
    """Place, code, sentence in the language asked for, and the masked line."""
    code, out, _ = typed(*wrong_site(tmp_path / "site"), "--format=json", "--lang", "en")
    (problem,) = json.loads(out)["problems"]

    assert (1, 1) == (code, json.loads(out)["exit"])
    assert ("date/impossible", "stop", "content/land/2026/03-甲 乙.md", 5, 7) == tuple(
        problem[key] for key in ("code", "severity", "path", "line", "column")
    )
    assert "2026-02-30" in problem["what"]
    assert problem["what"].isascii() or "成文日期" in problem["what"]
    assert "成文日期: 2026-02-30" == problem["excerpt"]
    assert problem["how"]


def test_sarif_points_at_the_characters(tmp_path: Path) -> None:
    """What an editor or a code host needs: rule, level, path as a URI, region in characters."""
    code, out, _ = typed(*wrong_site(tmp_path / "site"), "--format", "sarif")
    told = json.loads(out)
    (run,) = told["runs"]
    (result,) = run["results"]
    (where,) = (one["physicalLocation"] for one in result["locations"])

    assert (1, "2.1.0") == (code, told["version"])
    assert "unicodeCodePoints" == run["columnKind"]
    assert result["ruleId"] == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
    assert ("date/impossible", "error") == (result["ruleId"], result["level"])
    assert "怎么办" in result["message"]["text"]
    assert "content/land/2026/03-%E7%94%B2%20%E4%B9%99.md" == where["artifactLocation"]["uri"]
    assert (5, 7, 17) == tuple(
        where["region"][key] for key in ("startLine", "startColumn", "endColumn")
    )


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_a_machine_hears_of_a_refused_environment(form: str, tmp_path: Path) -> None:
    """Whoever parses stdout gets an object, whatever happened."""
    code, out, _ = typed("check", "--format", form, "--site", str(tmp_path / "none"))

    assert 2 == code
    assert "site/no-folder" in json.dumps(json.loads(out))


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
