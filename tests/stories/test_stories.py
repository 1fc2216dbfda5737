"""Runs the Markdown stories beside this file: each `##` is a site of its own, from the starter on.

Its office has put names and a number of its own for a new site's, here and in all that is told.

A story's fenced blocks are done in order: `file PATH` writes a file, `binary PATH` one whose bytes
stand in base 64, `gb18030 PATH`, `utf-16 PATH`, `utf-8-sig PATH` and `crlf PATH` one in that form,
`link PATH` a link to the path in the block, `fifo PATH` a pipe, `remove PATH` takes one away, and
`run ARGS` runs the program in the project folder. Behind `run`, `exit=N` is the exit code that must
come; every line of the block must be among the words printed, in that order, `!` before a line says
that it must not be printed, and `page PATH` looks into a file of the finished site.

In a file or its path `〔U+00A0〕` stands for a character that nobody would see, `〔xB4E5〕` in a path
for bytes that are no UTF-8, and `〔3×键{n}: 1⏎〕` for so many of what follows, `{n}` counted and `⏎`
for a line's end.
"""

import base64
import io
import os
import re
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from generator.cli.main import main
from tests.settling import own, settle

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
BLOCK = re.compile(
    r"^```(file|binary|gb18030|utf-16|utf-8-sig|crlf|link|fifo|remove|run|page) ?(.*?)\n(.*?)^```$",
    re.MULTILINE | re.DOTALL,
)

Step = Callable[[Path, str, str], None]
_MARK = re.compile(r"〔(?:U\+([0-9A-F]{4,6})|x([0-9A-F]+)|(\d+)×([^〕]+))〕")


def stories() -> list[tuple[str, str]]:
    """Every story, by its file and heading."""
    found = []
    for path in sorted(HERE.glob("*.md")):
        for part in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, body = part.partition("\n")
            found.append((f"{path.stem}: {title.strip()}", body))
    return found


@pytest.mark.parametrize("body", [pytest.param(body, id=title) for title, body in stories()])
def test_a_story_goes_as_it_is_told(body: str, tmp_path: Path) -> None:
    """Each block of the story comes true."""
    shutil.copytree(ROOT / "generator" / "starter" / "content", tmp_path / "content")
    settle(tmp_path / "content")
    blocks = BLOCK.findall(own(body))
    assert blocks, "a story without blocks tells nothing"
    for verb, rest, text in blocks:
        STEPS[verb](tmp_path, rest.strip(), text)


def meant(text: str) -> str:
    """The text with what its marks stand for."""
    return _MARK.sub(_meant, text)


def _meant(mark: re.Match[str]) -> str:
    code, raw, count, part = mark.groups()
    if code:
        return chr(int(code, 16))
    if raw:
        return os.fsdecode(bytes.fromhex(raw))
    once = part.replace("⏎", "\n")
    if "{n}" not in once:
        return once * int(count)
    return "".join(once.replace("{n}", str(number)) for number in range(int(count)))


def place(project: Path, path: str) -> Path:
    """Where a file of the story stands, its folder made."""
    target = project / meant(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def write(project: Path, path: str, text: str) -> None:
    """A file that somebody wrote."""
    place(project, path).write_bytes(meant(text).encode())


def encoded(encoding: str) -> Step:
    """A file that somebody saved in another encoding."""

    def step(project: Path, path: str, text: str) -> None:
        place(project, path).write_bytes(meant(text).encode(encoding))

    return step


def crlf(project: Path, path: str, text: str) -> None:
    """A file with the line ends of Windows."""
    place(project, path).write_bytes(meant(text).replace("\n", "\r\n").encode())


def binary(project: Path, path: str, text: str) -> None:
    """A file that no editor wrote: an image, a workbook, a text in another encoding."""
    place(project, path).write_bytes(base64.b64decode(text))


def link(project: Path, path: str, text: str) -> None:
    """A link of the file system."""
    place(project, path).symlink_to(text.strip())


def fifo(project: Path, path: str, text: str) -> None:
    """A pipe, which whoever opens it waits for."""
    assert not text
    os.mkfifo(place(project, path))


def remove(project: Path, path: str, text: str) -> None:
    """A file that somebody took away."""
    assert not text
    (project / path).unlink()


def run(project: Path, rest: str, text: str) -> None:
    """A command, its exit code and its words."""
    words = rest.split()
    code = next((int(word[5:]) for word in words if word.startswith("exit=")), 0)
    arguments = [word for word in words if not word.startswith("exit=")]
    before = tree(project / "output")
    heard = io.StringIO()
    with redirect_stderr(heard), redirect_stdout(heard):
        came = main(arguments, {}, str(project), "python3 build.py")
    said = heard.getvalue()
    assert code == came, said
    follow(said, text)
    if code in {1, 2}:
        assert tree(project / "output") == before, "a refused build touched the output"


def page(project: Path, path: str, text: str) -> None:
    """A file of the finished site, and what stands in it, wherever its lines may break."""
    written = (project / "output" / path).read_text(encoding="utf-8")
    follow(re.sub('<span class="nb">(.*?)</span>', r"\1", written), text)


def follow(said: str, text: str) -> None:
    """Each line of the text is found behind the one before; a line with `!` is nowhere."""
    where = 0
    for line in text.splitlines():
        if line.startswith("!"):
            assert line[1:].strip() not in said
        elif line.strip():
            found = said.find(line.strip(), where)
            assert found >= 0, f"not said: {line.strip()}\n--- said:\n{said}"
            where = found


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()
    }


STEPS: dict[str, Step] = {
    "file": write,
    "binary": binary,
    "gb18030": encoded("gb18030"),
    "utf-16": encoded("utf-16"),
    "utf-8-sig": encoded("utf-8-sig"),
    "crlf": crlf,
    "link": link,
    "fifo": fifo,
    "remove": remove,
    "run": run,
    "page": page,
}
