"""`publish` and `verify` on the command line: what is understood, what goes where, and the bar."""

import errno
import io
import json
import re
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from generator.app import publish
from generator.cli.arguments import parse
from generator.cli.main import main
from generator.cli.progress import transfer
from generator.cli.voice import voice
from generator.targets.folder import Folder
from tests.targets.office import Office, site


def typed(here: Path, *words: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a command."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(words, {}, str(here), "python3 build.py")
    return code, out.getvalue(), err.getvalue()


def _taken_for_current(*told: object) -> None:
    """That the content yields the site is tried elsewhere."""
    del told


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A project with a site to publish."""
    monkeypatch.setattr(publish, "demand_current", _taken_for_current)
    office = Office(tmp_path / "site")
    office.build(site("one"))
    return office


@pytest.mark.parametrize(
    ("words", "argument", "options"),
    [
        ("publish", "", {}),
        ("publish web --rollback", "web", {"--rollback": ""}),
        ("publish --rollback 3 web", "web", {"--rollback": "3"}),
        ("publish --rollback web", "web", {"--rollback": ""}),
        ("publish --rollback=3", "", {"--rollback": "3"}),
        ("publish --allow-delete 50 --dry-run", "", {"--allow-delete": "50", "--dry-run": ""}),
        ("verify", "", {}),
        ("verify https://example.org/", "https://example.org/", {}),
    ],
)
def test_what_is_typed_is_understood(words: str, argument: str, options: dict[str, str]) -> None:
    """A target may be left out, and so may the number behind `--rollback`."""
    asked = parse(words.split()).value

    assert asked
    assert (argument, options) == (asked.argument, asked.options)


@pytest.mark.parametrize("words", ["publish --allow-delete many", "publish --rollback=last"])
def test_a_number_that_is_none_is_wrong_usage(office: Office, words: str) -> None:
    """It says what may stand there."""
    code, out, err = typed(office.folder, *words.split(), "web")

    assert (2, "") == (code, out)
    assert "usage/value" in err


def test_a_summary_is_talk(office: Office) -> None:
    """Nothing on stdout; the fingerprint in groups, as a page shows it."""
    code, out, err = typed(office.folder, "publish", "web")

    assert (0, "") == (code, out)
    assert re.search(r"指纹 (?:[0-9a-f]{4} ){7}[0-9a-f]{4}…", err)


def test_a_long_list_is_counted(office: Office) -> None:
    """Twenty are named of each kind."""
    office.build(site("one", {f"land/{number}.html": "x" for number in range(30)}))
    _, _, err = typed(office.folder, "publish", "web", "--dry-run", "--lang", "en")

    assert 20 == len(re.findall(r"^  add  \S+  \S+ bytes$", err, re.MULTILINE))
    assert re.search(r"^  add  and \d+ more$", err, re.MULTILINE)


def test_a_verdict_is_one_line_on_stdout(office: Office) -> None:
    """For cron; what differs stands on stderr, file by file."""
    typed(office.folder, "publish", "web")
    code, out, err = typed(office.folder, "verify")
    assert (0, 1, "") == (code, out.count("\n"), err)

    (office.www / "index.html").write_bytes(b"x")
    code, out, err = typed(office.folder, "verify", "--lang", "en")
    assert (1, 1, True) == (code, out.count("\n"), out.startswith("DIFFERS  web  1 changed"))
    assert "  changed  index.html\n" == err


def test_a_verdict_for_programs_is_whole(office: Office) -> None:
    """Every file, and the exit code; the same when the host cannot be reached."""
    typed(office.folder, "publish", "web")
    (office.www / "robots.txt").unlink()
    code, out, _ = typed(office.folder, "verify", "--json")
    said = json.loads(out)

    assert (1, 1) == (code, said["exit"])
    assert ["robots.txt"] == said["found"][0]["missing"]

    office.www.rename(office.folder / "gone")
    code, out, _ = typed(office.folder, "verify", "--json")
    assert (76, 76, "host/away") == (
        code,
        json.loads(out)["exit"],
        json.loads(out)["problems"][0]["code"],
    )


def test_a_target_out_of_reach_hides_no_other(office: Office) -> None:
    """A line for each; what differs decides the exit code, in JSON as in words."""
    typed(office.folder, "publish", "web")
    settings = office.folder / "content/site.yaml"
    away = "发布:\n  - 名称: away\n    方式: 文件夹\n    位置: away\n"
    settings.write_text(settings.read_text("utf-8").replace("发布:\n", away), "utf-8")
    code, out, err = typed(office.folder, "verify", "--lang", "en")
    assert (76, ["NOT SEEN  away", "OK  web"]) == (
        code,
        ["  ".join(line.split("  ")[:2]) for line in out.splitlines()],
    )
    assert "host/away" in err

    (office.www / "index.html").write_bytes(b"x")
    code, out, _ = typed(office.folder, "verify", "--lang", "en")
    assert (1, True) == (code, "DIFFERS  web" in out)
    code, out, _ = typed(office.folder, "verify", "--json")
    said = json.loads(out)
    assert (1, 1, ["index.html"]) == (code, said["exit"], said["found"][0]["changed"])
    assert [("away", "host/away")] == [(one["place"], one["code"]) for one in said["problems"]]


def test_a_file_that_cannot_be_read_is_told_with_its_reason(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its path."""
    typed(office.folder, "publish", "web")
    monkeypatch.setattr(Folder, "read", _denied)
    code, out, err = typed(office.folder, "verify", "--lang", "en")

    assert (1, True) == (code, out.startswith("DIFFERS  web"))
    assert "  changed  index.html (cannot be read: EACCES)\n" in err


def _denied(folder: Folder, path: str) -> bytes:
    del folder
    raise PermissionError(errno.EACCES, "no", path)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Somebody looks."""
        return True


def test_a_bar_tells_files_bytes_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal; elsewhere nothing is drawn."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    stream, silent = Terminal(), io.StringIO()
    moments = iter([0.0, 10.0])
    with (
        redirect_stderr(stream),
        transfer(voice("zh", stream, "gongkai"), moments.__next__) as tell,
    ):
        tell(1, 20, 1_000_000, 100_000_000)
        tell(10, 20, 50_000_000, 100_000_000)
    with redirect_stderr(silent), transfer(voice("zh", silent, "gongkai")) as tell:
        tell(1, 20, 1_000_000, 100_000_000)

    assert "10/20" in stream.getvalue()
    assert "50.0/100.0 MB" in stream.getvalue()
    assert "约剩   0 分 11 秒" in stream.getvalue()
    assert not silent.getvalue()
