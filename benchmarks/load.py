"""The preview under load: requests without a pause while somebody saves ten times a second.

    python benchmarks/load.py [--requests 10000] [--entries 200] [--readers 8] [--every 0.1]

A browser has the page of a text open, so that it is shown before the others are made. Every save
writes its number into the text, at its beginning and at its end: a page in which the two differ is
torn. Pages, lists and tables are asked for in turn. What is told at the end: answers that
were errors, pages that were torn or older than one seen before they were asked for, and what the
processes of the preview held at the beginning and at the end.
"""

import argparse
import asyncio
import os
import re
import signal
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import corpus  # noqa: E402 - the script's folder is not the project's

MARK = re.compile(r"始([a-j]{6}).*终([a-j]{6})", re.DOTALL)
WHOLE = ("</html>\n", "}\n")
"""How a file that is all there ends."""


@dataclass(slots=True)
class Load:
    """What came of it: answers by status, pages that were torn and how, the newest save seen, MB held."""

    statuses: dict[int, int] = field(default_factory=dict)
    torn: list[str] = field(default_factory=list)
    newest: str = ""
    saves: int = 0
    held: list[float] = field(default_factory=list)

    @property
    def errors(self) -> int:
        """Answers other than the page."""
        return sum(count for status, count in self.statuses.items() if status != 200)


def numbered(text: str, number: int) -> str:
    """The text with its number at both ends."""
    mark = "".join("abcdefghij"[int(digit)] for digit in f"{number:06}")
    head, line, body = text.rpartition("\n---\n")
    return f"{head}{line}\n始{mark}\n\n{body.strip()}\n\n终{mark}\n"


def put(path: Path, text: str) -> None:
    """Save a text in one step: half a file is no save."""
    part = path.parents[3] / "part"
    part.write_text(text, encoding="utf-8", newline="\n")
    os.replace(part, path)


async def load(
    url: str,
    paths: Sequence[str],
    text: tuple[Path, str],
    given: argparse.Namespace,
    first: int = 0,
) -> Load:
    """Ask for the pages, of which the first is that of the text, and save; until it is enough.

    The `first` save has that number.
    """
    found = Load(saves=first)
    waiting = iter(range(given.requests))
    ended = asyncio.Event()
    client = AsyncHTTPClient(force_instance=True, max_clients=given.readers)

    async def read() -> None:
        for number in waiting:
            path = paths[number % len(paths)]
            known = found.newest
            try:
                answer = await client.fetch(HTTPRequest(url + path, request_timeout=60))
                status, said = answer.code, answer.body.decode()
            except HTTPClientError as error:
                status, said = error.code, ""
            found.statuses[status] = found.statuses.get(status, 0) + 1
            if status == 200 and (why := _torn(said, path == paths[0], known, found)):
                found.torn.append(f"{path}: {why}")

    async def save() -> None:
        while not ended.is_set():
            put(text[0], numbered(text[1], found.saves))
            found.saves += 1
            await asyncio.sleep(given.every)

    saving = asyncio.create_task(save())
    await asyncio.gather(*(read() for _ in range(given.readers)))
    ended.set()
    await saving
    client.close()
    return found


def _torn(said: str, is_text: bool, known: str, found: Load) -> str:  # noqa: FBT001
    """What an answer lacks to be one version from its beginning to its end, no older than it may be.

    That is what was `known` when it was asked for: of two that are on their way at once, either may
    be heard of first.
    """
    if not said.endswith(WHOLE):
        return f"ends with {said[-20:]!r}"
    if not is_text:
        return ""
    begun, ended = marks.groups() if (marks := MARK.search(said)) else ("", "")
    found.newest = max(found.newest, begun)
    if begun != ended:
        return f"begins as {begun}, ends as {ended}"
    return f"{begun or 'as it was'} after {known}" if begun < known else ""


def held(process: int) -> float:
    """What a process and all that it began hold, in MB; pages that they share are counted once."""
    total, pending = 0.0, [process]
    while pending:
        one = Path(f"/proc/{pending.pop()}")
        try:
            rollup = (one / "smaps_rollup").read_text()
            pending += map(int, (one / f"task/{one.name}/children").read_text().split())
        except OSError:
            continue
        total += int(re.search(r"Pss:\s+(\d+)", rollup)[1]) / 1024  # type: ignore[index]
    return total


async def measure(given: argparse.Namespace, project: Path) -> Load:
    """A preview of the corpus, under load."""
    corpus.write(project, given.entries, 1)
    path, body = corpus.entry(next(n for n in range(30, 60) if n % corpus.STRUCTURED), 1)
    text = project / "content" / path, body
    page = f"{path.removesuffix('.md')}.html"
    category = path.partition("/")[0]
    paths = (page, f"{category}/index.html", page, "index.html", f"data/{category}.json", page)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(ROOT / "build.py"), "serve", "--no-open", "--port", "0"),
        cwd=project,
        env={**os.environ, "LANG": "en_US.UTF-8"},
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stderr
    try:
        opened = (await process.stderr.readline()).decode()
        found = re.search(r"http://[\d.:]+/", opened)
        assert found, opened
        await process.stderr.readline()  # it has built
        socket = f"ws{found[0].removeprefix('http')}_gongkai/socket?page=/{page}"
        asked = HTTPRequest(socket, headers={"Origin": found[0].rstrip("/")})
        listening = await websocket_connect(asked, on_message_callback=lambda _: None)
        draining = asyncio.create_task(_drained(process.stderr))
        warm = argparse.Namespace(**{**vars(given), "requests": given.requests // 5})
        first = await load(found[0], paths, text, warm)
        before = held(process.pid)
        then = await load(found[0], paths, text, given, first.saves)
        then.held = [before, held(process.pid)]
        then.saves -= first.saves
        draining.cancel()
        listening.close()
        return then
    finally:
        process.send_signal(signal.SIGINT)
        await process.wait()


async def _drained(stream: asyncio.StreamReader) -> None:
    while await stream.read(65536):
        pass


def main(words: Sequence[str]) -> int:
    """Serve, load, and tell; 1 if anything went wrong."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--requests", type=int, default=10_000)
    asked.add_argument("--entries", type=int, default=200)
    asked.add_argument("--readers", type=int, default=8)
    asked.add_argument("--every", type=float, default=0.1)
    given = asked.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(measure(given, Path(folder) / "default"))
    before, after = found.held
    print(
        f"{given.requests:,} requests, {found.saves} saves: {found.errors} errors, "
        f"{len(found.torn)} torn; {before:.0f} MB before, {after:.0f} MB after"
    )
    return 1 if found.errors or found.torn or not found.newest else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
