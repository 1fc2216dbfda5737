"""A preview that runs in a process of its own, over a copy of the small site, and who edits it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.saving import save

HOUSE = Path(__file__).parents[1]
SAMPLE = HOUSE / "tests/sample/content"
SHOWN, SAME, KEPT = "网页更新了", "看过了", "预览还是改之前的样子"
ENDS = (SHOWN, SAME, KEPT, "Files of the site renewed")
"""How the line that ends a build is told from others; that of a site that changes in English, too."""


class Office:
    """A project that is edited while its preview runs; `told` is what the terminal has said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "公开 样例"
        shutil.copytree(SAMPLE, self.folder / "content")
        shutil.copytree(HOUSE / "themes", self.folder / "themes")
        self.told: list[str] = []
        self.port = 0
        self.invitation = ""
        self.words: tuple[str, ...] = ()

    def start(self, *words: str) -> None:
        """Run the preview, the second time on the port of the first, until it has built."""
        self.told.clear()
        self.words = words
        self.process = subprocess.Popen(
            [
                sys.executable,
                str(HOUSE / "build.py"),
                *("serve", "--no-open", "--port", str(self.port), *words),
            ],
            cwd=self.folder,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.hear("http://"))
        assert found
        self.port = int(found[1])
        self.hear(*ENDS)
        invited = re.search(r"http://\S+/_gongkai/enter\S+", "".join(self.told))
        self.invitation = invited[0] if invited else ""

    def hear(self, *wanted: str) -> str:
        """Wait for a line with one of these words, and give it."""
        assert self.process.stderr
        for line in self.process.stderr:
            self.told.append(line)
            if any(word in line for word in wanted):
                return line
        raise AssertionError("".join(self.told))

    def stop(self, sign: signal.Signals = signal.SIGINT) -> int:
        """Press Ctrl-C, hear it out, and give the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(sign)
        self.told += self.process.communicate()[1].splitlines(keepends=True)
        return self.process.returncode

    def url(self, page: str = "") -> str:
        """The address of a page."""
        return f"http://127.0.0.1:{self.port}/{page}"

    def path(self, name: str) -> Path:
        """A file of the project."""
        return self.folder / name

    def edit(self, name: str, before: str, after: str) -> None:
        """Save a file with another text in it."""
        save(self.folder, name, before, after)

    def add(self, name: str, line: str) -> None:
        """Save an entry with one more paragraph."""
        path = self.path(name)
        path.write_text(f"{path.read_text('utf-8').rstrip()}\n\n{line}\n", "utf-8")

    def texts(self) -> dict[Path, bytes]:
        """What people have written."""
        folders = (self.folder / name for name in ("content", "themes"))
        return {
            path: path.read_bytes()
            for folder in folders
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    def put_back(self, texts: dict[Path, bytes]) -> None:
        """Make everything what it was, with a preview that runs: what went wrong stays where it did."""
        now = self.texts()
        for path in now.keys() - texts.keys():
            path.unlink()
        for path, text in texts.items():
            if now.get(path) != text:
                path.write_bytes(text)
        if self.process.poll() is not None:
            self.start(*self.words)


@contextmanager
def previewed(folder: Path, *words: str) -> Iterator[Office]:
    """An office whose preview runs meanwhile."""
    one = Office(folder)
    one.start(*words)
    try:
        yield one
    finally:
        one.stop()
