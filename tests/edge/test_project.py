"""The files of a content folder, whatever stands there: read, or named with a reason."""

import os
import socket
import sys
from pathlib import Path

import pytest

from generator.edge import project as places
from generator.edge.project import project_at, read_content
from generator.values.problem import Stop

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="names that only Linux allows")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An empty content folder."""
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def read(content: Path) -> tuple[dict[str, bytes], list[tuple[str, str]]]:
    """The files that were read by path, and the code and path of every problem."""
    found = read_content(project_at("content", None, str(content.parent)))
    files = {one.path: one.body for one in found.value or ()}
    return files, [(one.code, one.place.path) for one in found.problems]


def test_chinese_names_and_long_ones_are_read(content: Path) -> None:
    """85 characters are all that a file system takes."""
    name = "村" * 84 + ".md"
    (content / name).write_bytes(b"a")
    (content / "财务 公开").mkdir()
    (content / "财务 公开" / "十月.md").write_bytes(b"b")

    assert ({f"content/{name}": b"a", "content/财务 公开/十月.md": b"b"}, []) == read(content)


def test_a_link_is_never_followed(content: Path) -> None:
    """Neither a file's nor a folder's: it may lead anywhere, also to itself."""
    (content.parent / "secret").write_bytes(b"root:x:0:0")
    (content / "表.pdf").symlink_to(content.parent / "secret")
    (content / "up").symlink_to("..")
    (content / "gone.md").symlink_to("nowhere")

    files, problems = read(content)

    assert {} == files
    assert [("file/link", f"content/{name}") for name in ("gone.md", "up", "表.pdf")] == problems


def test_what_is_no_file_is_not_opened(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe would wait for ever."""
    os.mkfifo(content / "pipe.md")
    with socket.socket(socket.AF_UNIX) as listener, monkeypatch.context() as there:
        there.chdir(content)  # such names are short
        listener.bind("socket.md")
        there.undo()

        assert ({}, [("file/link", "content/pipe.md"), ("file/link", "content/socket.md")]) == read(
            content
        )


@ON_LINUX
def test_names_that_cannot_be_shown_are_named_by_their_bytes(content: Path) -> None:
    """Unzipped from a Chinese Windows, with a line end, or turned around on the screen."""
    for name in ("公告".encode("gbk") + b".md", b"a\nb.md", "a\u202egnp.md".encode()):
        with open(os.path.join(os.fsencode(content), name), "wb") as stream:
            stream.write(b"a")

    files, problems = read(content)
    found = read_content(project_at("content", None, str(content.parent)))

    assert ["", "", "公告.md"] == sorted(dict(one.facts)["near"] for one in found.problems)
    assert {} == files
    assert {"file/name"} == {code for code, _ in problems}
    assert [
        "content/\\xb9\\xab\\xb8\\xe6.md",
        "content/a\\x0ab.md",
        "content/a\\x202egnp.md",
    ] == sorted((path for _, path in problems), key=lambda path: path.startswith("content/a"))


def test_a_file_beyond_the_limit_is_named(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not read into memory first."""
    monkeypatch.setattr(places, "MAX_FILE", 10)
    (content / "big.pdf").write_bytes(b"12345678901")

    assert ({}, [("file/too-large", "content/big.pdf")]) == read(content)


def test_a_file_that_cannot_be_read_is_named(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not only the folder that it stands in, among hundreds of others."""
    (content / "land").mkdir()
    for name in ("a.md", "b.md"):
        (content / "land" / name).write_bytes(b"1")
    opened = os.open

    def closed(path: str, flags: int) -> int:
        if path.endswith("b.md"):
            raise PermissionError(13, os.strerror(13), path)
        return opened(path, flags)

    monkeypatch.setattr(os, "open", closed)
    with pytest.raises(Stop) as stop:
        read(content)

    assert ("disk/read", "content/land/b.md") == (
        stop.value.problem.code,
        stop.value.problem.place.path,
    )


def test_a_file_that_changes_while_it_is_looked_at_is_read_whole(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long it was said to be."""
    (content / "a.md").write_bytes(b"123456")
    opened = os.open

    def late(path: str, flags: int) -> int:
        with open(path, "ab") as file:
            file.write(b"789")
        return opened(path, flags)

    monkeypatch.setattr(os, "open", late)

    assert {"content/a.md": b"123456789"} == read(content)[0]
