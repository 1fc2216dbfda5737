"""What counts as a save: what a file holds, however we are told to look, and whatever lies beside it."""

import ntpath
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.edge import watch as module
from generator.edge.looks import Look
from generator.edge.untouched import digest_of
from generator.edge.watch import MANY, Watch
from generator.read.litter import is_litter

Step = Callable[[], set[str] | None]
"""Something that happens, and the paths that the system tells of; None when it says nothing."""


class Told:
    """The system, as far as it says anything: at each look something happens, then there is no more."""

    def __init__(self, *steps: Step) -> None:
        self._steps = list(steps)

    def watch(
        self, debounce_ms: int, step_ms: int, timeout_ms: int, stop_event: threading.Event | None
    ) -> set[tuple[int, str]] | str:
        """What happens next."""
        assert debounce_ms > step_ms > 0 < timeout_ms
        if not self._steps:
            assert stop_event
            stop_event.set()
            return "stop"
        told = self._steps.pop(0)()
        return "timeout" if told is None else {(1, path) for path in told}


def seen(folder: Path, *steps: Step) -> list[list[str]]:
    """The saves that are told of, each as the sorted paths in the folder, while this happens."""
    watch = Watch([str(folder)], is_litter, lambda _: Told(*steps))
    return [sorted(os.path.relpath(one, folder) for one in save) for save in watch.changes()]


def idle() -> None:
    """Nothing happens for a while."""


def put(path: Path, text: str, time: int | None = None, *, told: bool = True) -> Step:
    """Save a file, with a time of its own if need be."""

    def step() -> set[str] | None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        if time is not None:
            os.utime(path, (time, time))
        return {str(path)} if told else None

    return step


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder with two texts, in Chinese and with a space in its name."""
    folder = tmp_path / "内容 一"
    put(folder / "finance/1.md", "甲")()
    put(folder / "finance/2.md", "乙")()
    return folder


@pytest.mark.parametrize("told", [True, False])
def test_a_save_is_told_of_once(content: Path, told: bool) -> None:  # noqa: FBT001 - a parameter
    """Whether the system says so or we find it."""
    one = content / "finance/1.md"

    assert [["finance/1.md"], ["finance/1.md"]] == seen(
        content, put(one, "丙", told=told), idle, put(one, "丁", told=told), idle
    )


def test_a_save_while_everything_is_read_is_told_of(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read for the first time then is what was saved, and not what was there before."""
    text = content / "finance/1.md"
    saves = [put(text, "另一句", told=False)]

    def slowly(path: str) -> str:
        if path == str(text) and saves:
            saves.pop()()
        return digest_of(path)

    monkeypatch.setattr(module, "digest_of", slowly)
    monkeypatch.setattr(module, "MOMENT", -(10**12))  # nothing is so young that it is read at once

    assert [["finance/1.md"]] == seen(content, idle, lambda: {str(text)})


@pytest.mark.parametrize("told", [True, False])
def test_what_was_only_touched_is_no_save(content: Path, told: bool) -> None:  # noqa: FBT001
    """Nor what was saved as it was."""
    one = content / "finance/1.md"

    assert [] == seen(
        content, idle, put(one, "甲", told=told), put(one, "甲", 2_000_000_000, told=told)
    )


@pytest.mark.parametrize("told", [True, False])
def test_what_looks_otherwise_is_touched_whatever_it_holds(
    content: Path,
    told: bool,  # noqa: FBT001
) -> None:
    """Until it is asked for; the first who asks has to look at everything."""
    one, other, new = (content / f"finance/{number}.md" for number in (1, 2, 3))

    def gone() -> set[str] | None:
        other.unlink()
        return {str(other)} if told else None

    def touch() -> set[str] | None:
        return put(one, "甲", 2_000_000_000, told=told)()

    watch = Watch([str(content)], is_litter, lambda _: Told(touch, gone, put(new, "丙", told=told)))
    asked = [watch.touched()]
    asked += (watch.touched() for _ in watch.changes())

    assert [None, {str(one), str(other)}, {str(new)}] == asked


def test_something_may_be_due_though_nobody_saves(content: Path) -> None:
    """As another day; what is saved in the same moment is told of once."""
    due = iter([False, True, True])
    one = content / "finance/1.md"
    watch = Watch([str(content)], is_litter, lambda _: Told(idle, idle, put(one, "丙"), idle))

    told = [len(save) for save in watch.changes(lambda: next(due))]

    assert [0, 1, 0] == told


@pytest.mark.parametrize("told", [True, False])
def test_an_old_date_hides_nothing(content: Path, told: bool) -> None:  # noqa: FBT001
    """A new file from 2000, and one that was put back with the time and length that it had."""
    one, old = content / "finance/1.md", content / "finance/3.md"
    status = one.stat()

    def put_back() -> set[str] | None:
        one.write_text("戊", "utf-8")
        os.utime(one, ns=(status.st_atime_ns, status.st_mtime_ns))
        return {str(one)} if told else None

    assert [["finance/3.md"], ["finance/1.md"]] == seen(
        content, idle, put(old, "丙", 946684800, told=told), put_back
    )


@pytest.mark.parametrize("told", [True, False])
def test_what_goes_is_told_of(content: Path, told: bool) -> None:  # noqa: FBT001
    """A file, a folder with all that was in it, and a file under another name."""

    def remove(name: str) -> Step:
        def step() -> set[str] | None:
            path = content / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()
            return {str(path)} if told else None

        return step

    def rename() -> set[str] | None:
        (content / "finance/2.md").rename(content / "二.md")
        return {str(content / "finance/2.md"), str(content / "二.md")} if told else None

    assert [["finance/1.md"], ["finance/2.md", "二.md"], ["land/1.md"], ["land/1.md"]] == seen(
        content,
        remove("finance/1.md"),
        rename,
        put(content / "land/1.md", "己", told=told),
        remove("land"),
    )


def test_a_folder_that_comes_is_looked_into(content: Path) -> None:
    """The system names the folder alone."""

    def bring() -> set[str]:
        put(content / "new/2026/1.md", "庚")()
        return {str(content / "new")}

    assert [["new/2026/1.md"]] == seen(content, bring)


def test_files_that_are_told_of_together_are_one_save(content: Path) -> None:
    """However many; what did not change is not among them."""
    names = [f"{number}.md" for number in range(MANY + 1)]

    def copy() -> set[str]:
        for name in names:
            put(content / name, name)()
        return {str(content / name) for name in (*names, "finance/1.md")}

    assert [sorted(names)] == seen(content, idle, copy)


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize(
    "name",
    [
        "~$报告.docx",
        ".~lock.表.xlsx#",
        "4913",
        ".1.md.swp",
        "Thumbs.db",
        ".#1.md",
        "1.md~",
        ".DS_Store",
    ],
)
def test_litter_is_no_save(content: Path, name: str, told: bool) -> None:  # noqa: FBT001
    """What office programs and editors leave comes and goes."""
    litter = content / "finance" / name

    def away() -> set[str] | None:
        litter.unlink()
        return {str(litter)} if told else None

    assert [] == seen(content, idle, put(litter, "x", told=told), idle, away, idle)


def test_a_path_that_is_named_otherwise_is_looked_for(content: Path) -> None:
    """Where a system tells of files by another name of their folder, everything is looked at."""

    def step() -> set[str]:
        put(content / "finance/1.md", "辛")()
        return {"/private/elsewhere/finance/1.md"}

    assert [["finance/1.md"]] == seen(content, step)


def test_a_folder_that_comes_later_is_watched(content: Path) -> None:
    """As `themes/` of a project that begins to have its own; the system is asked anew."""
    themes = content.parent / "themes"
    asked: list[list[str]] = []
    told = Told(put(themes / "own/theme.yaml", "壬", told=False), idle)

    def notifier(folders: list[str]) -> Told:
        asked.append(folders)
        return told

    watch = Watch([str(content), str(themes)], is_litter, notifier)

    assert [{str(themes / "own/theme.yaml")}] == [{*save} for save in watch.changes()]
    assert [[str(content)], sorted([str(content), str(themes)])] == asked


@pytest.mark.parametrize("notifier", [None, lambda _: None], ids=["told", "alone"])
def test_on_this_machine_a_save_is_seen(content: Path, notifier: Any) -> None:
    """By the system's word, and without it."""
    watch = Watch([str(content)], is_litter, notifier)
    changes = watch.changes()

    put(content / "finance/1.md", "癸")()

    assert {str(content / "finance/1.md")} == next(changes)
    watch.end()
    assert [] == list(changes)


def test_on_windows_paths_are_found_by_their_own_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole of it, with a disk of another kind under it."""
    root, path = "C:\\项目 一\\content", "C:\\项目 一\\content\\finance\\1.md"
    files = {path: "甲", root + "\\finance\\~$1.docx": "x"}
    look: Look = (1, 1, 1)

    def scan(folder: str) -> dict[str, Look]:
        start = folder.rstrip("\\") + "\\"
        return {
            one[len(start) :].replace("\\", "/"): look for one in files if one.startswith(start)
        }

    names = {name: getattr(ntpath, name) for name in ("join", "islink", "isdir")}
    system = SimpleNamespace(
        sep="\\",
        path=SimpleNamespace(**names | {"isdir": lambda _: False}),
        stat=lambda _: SimpleNamespace(st_dev=0, st_ino=0),
    )
    monkeypatch.setattr(module, "os", system)
    monkeypatch.setattr(module, "scan", scan)
    monkeypatch.setattr(module, "look", lambda one: look if one in files else None)
    monkeypatch.setattr(module, "digest_of", lambda one: files.get(one, ""))

    def save(text: str) -> Step:
        def step() -> set[str]:
            files[path] = text
            return {path, root + "\\finance\\~$1.docx"}

        return step

    def remove() -> set[str]:
        del files[path]
        return {path}

    watch = Watch([root], is_litter, lambda _: Told(idle, save("乙"), save("乙"), remove))

    assert [{path}, {path}] == [{*one} for one in watch.changes()]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
def test_a_pipe_among_the_texts_keeps_nobody_waiting(content: Path) -> None:
    """Who reads it would wait for ever, and Ctrl-C in vain."""
    pipe, found = content / "finance/x.md", list[list[str]]()

    def piped() -> set[str]:
        os.mkfifo(pipe)
        return {str(pipe)}

    def look() -> None:
        found.extend(seen(content, piped, put(content / "finance/1.md", "丙"), idle))

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    looking.join(20)

    assert [["finance/x.md"], ["finance/1.md"]] == found
