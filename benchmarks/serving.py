"""From a save to the page that shows it: our preview against Hugo's server, in one run, in turns.

    python benchmarks/serving.py 1000 --tools ../tools [--rounds 30] [--sides gongkai default hugo]

A browser's part is played by a plain client that has the page of an entry open: it listens on the
websocket, fetches the page at every message, and has seen the save when the page has what was
written. With `--chromium PATH` a real browser has the page open as well, and says when its text changed.
"""

import argparse
import asyncio
import json
import signal
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import corpus, peers  # noqa: E402 - the script's folder is not the project's
from benchmarks.parts.report import NAMES, machine  # noqa: E402
from benchmarks.parts.sides import Tools  # noqa: E402

PATIENCE = 120.0
"""Seconds after which a save is given up."""
HELLO = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
PAUSES = (0.31, 0.47, 0.67, 0.83)
"""Seconds between what was seen and the next save, in turn: no two servers dance to one beat."""
WATCH = """(() => {
  window.shown = {};
  new MutationObserver(() => {
    for (const [mark] of document.documentElement.textContent.matchAll(/mark[a-j]{4}/g)) {
      window.shown[mark] ??= performance.timeOrigin + performance.now();
    }
  }).observe(document, { childList: true, characterData: true, subtree: true });
})()"""
"""Notes in any document when a mark is first in its text, in ms since 1970."""


@dataclass(slots=True)
class Server:
    """A server of a project, the page that is open, and how long each save took to be seen there, in s."""

    name: str
    url: str
    page: str
    said: "asyncio.Queue[Any]"
    process: asyncio.subprocess.Process
    shown: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    drawn: list[float] = field(default_factory=list)

    async def fetch(self) -> str:
        """The page as it is now; empty while there is none."""
        try:
            answer = await AsyncHTTPClient().fetch(HTTPRequest(self.url + self.page))
        except HTTPClientError:
            return ""
        return answer.body.decode()

    async def hear(self) -> Any:  # noqa: ANN401 - what a server says
        """What the server says next."""
        said = await asyncio.wait_for(self.said.get(), PATIENCE)
        assert said, f"{self.name} has gone"
        return json.loads(said)


def free_port() -> int:
    """A port that nobody has."""
    with socket.create_server(("127.0.0.1", 0)) as one:
        port: int = one.getsockname()[1]
        return port


@asynccontextmanager
async def serving(name: str, project: Path, page: str, tools: Tools) -> AsyncIterator[Server]:
    """The server of a project, when it has built, with the page open."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    ours = [sys.executable, str(ROOT / "build.py"), "serve", "--no-open", "--port", str(port)]
    hugo = [tools.hugo, "server", "--port", str(port), "--bind", "127.0.0.1", "--baseURL", url]
    process = await asyncio.create_subprocess_exec(
        *(hugo if name == "hugo" else ours),
        cwd=project,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stderr
    if name != "hugo":
        for _ in range(2):  # where it is, and that it has built
            await process.stderr.readline()
    draining = asyncio.create_task(_drained(process.stderr))
    try:
        address = f"ws://127.0.0.1:{port}/" + (
            "livereload" if name == "hugo" else f"_gongkai/socket?page=/{page}"
        )
        said: asyncio.Queue[Any] = asyncio.Queue()
        asked = HTTPRequest(
            address,
            headers={"Origin": url[:-1]},
            connect_timeout=PATIENCE,
            request_timeout=PATIENCE,
        )
        listening = await _connected(asked, said.put_nowait)
        one = Server(name, url, page, said, process)
        if name == "hugo":
            await listening.write_message(json.dumps(HELLO, separators=(",", ":")))
            await one.hear()
        else:
            while not (state := await one.hear())["build"] or "+" in state["build"]:
                pass
        while "mark" in await one.fetch():  # a site of an earlier run
            await one.hear()
        yield one
    finally:
        process.send_signal(signal.SIGINT)
        await process.wait()
        draining.cancel()


async def _drained(stream: asyncio.StreamReader) -> None:
    while await stream.read(65536):
        pass


async def _connected(
    address: HTTPRequest, hear: Callable[[Any], None]
) -> WebSocketClientConnection:
    """A connection, as soon as somebody listens there; what is said is heard at once."""
    for _ in range(int(PATIENCE * 20)):
        try:
            return await websocket_connect(address, on_message_callback=hear)
        except OSError:
            await asyncio.sleep(0.05)
    raise TimeoutError(address.url)


async def save(one: Server, path: Path, text: str, mark: str) -> None:
    """Save the text, and wait until its page shows the mark and, if that is later, the site stands."""
    is_ours = one.name != "hugo"
    began = time.perf_counter()
    path.write_text(text, encoding="utf-8", newline="\n")  # noqa: ASYNC240 - as an editor does
    is_shown = False
    while True:
        said = await one.hear()
        if not is_shown and mark in await one.fetch():
            one.shown.append(time.perf_counter() - began)
            is_shown = True
        if is_shown and (not is_ours or "+" not in said["build"]):
            one.whole.append(time.perf_counter() - began)
            return


async def rounds(servers: Sequence[tuple[Server, Path, str]], count: int, browser: Any) -> None:  # noqa: ANN401
    """Save one after the other, round by round; a `browser` looks on, if there is one."""
    views = {}
    if browser:
        for one, _, _ in servers:
            views[one.name] = await browser.new_page()
            await views[one.name].add_init_script(WATCH)
            await views[one.name].goto(one.url + one.page)
    for number in range(count):
        for one, path, text in servers:
            await asyncio.sleep(PAUSES[number % len(PAUSES)])
            mark = "mark" + "".join("abcdefghij"[int(digit)] for digit in f"{number:04}")
            at = time.time()
            await save(one, path, f"{text.rstrip()}\n\n补充说明{mark}。\n", mark)
            if view := views.get(one.name):
                one.drawn.append(await _seen(view, mark) / 1000 - at)


async def _seen(view: Any, mark: str) -> float:  # noqa: ANN401
    """When the browser had the mark in its page, in ms since 1970."""
    for _ in range(int(PATIENCE * 50)):
        with suppress(Exception):  # a page that is being loaded anew answers nothing
            if at := await view.evaluate("mark => window.shown[mark]", mark):
                return float(at)
        await asyncio.sleep(0.02)
    raise TimeoutError(mark)


def told(servers: Sequence[Server], entries: int) -> str:
    """What was measured, as a table in Markdown: least, median and most, in ms."""
    lines = [
        f"{entries:,} entries, {len(servers[0].shown)} saves, {machine()}:\n",
        "| ms from a save | to the rewritten page | to the whole site | to the text in Chromium |",
        "| --- | ---: | ---: | ---: |",
    ]
    for one in servers:
        cells = (_cell(one.shown), _cell(one.whole) if one.name != "hugo" else "", _cell(one.drawn))
        lines.append(f"| {NAMES[one.name]} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(seconds: Sequence[float]) -> str:
    if not seconds:
        return ""
    least, middle, most = min(seconds), statistics.median(seconds), max(seconds)
    return f"{least * 1000:.0f} / **{middle * 1000:.0f}** / {most * 1000:.0f}"


async def measure(given: argparse.Namespace, work: Path) -> None:
    """Serve the projects all at once, and save in turns."""
    number = next(n for n in range(given.entries // 2, given.entries) if n % corpus.STRUCTURED)
    path, text = corpus.entry(number, 1)
    page = f"{path.rpartition('.')[0]}.html"
    AsyncHTTPClient.configure(None, defaults={"user_agent": "benchmark"})
    async with AsyncExitStack() as stack:
        servers = []
        for name in given.sides:
            if not (work / name).exists():
                peers.write(work / name, given.entries)
            where, body = peers.WRITERS[name](path, text)
            peers.put(work / name, where, body)
            tools = Tools(sys.executable, given.tools)
            one = await stack.enter_async_context(serving(name, work / name, page, tools))
            servers.append((one, work / name / where, body))
            print(f"{name}: serves", file=sys.stderr, flush=True)
        browser = None
        if given.chromium:
            from playwright.async_api import async_playwright  # noqa: PLC0415 - few ask for it

            player = await stack.enter_async_context(async_playwright())
            browser = await player.chromium.launch(
                executable_path=given.chromium, args=["--no-sandbox", "--disable-gpu"]
            )
            stack.push_async_callback(browser.close)
        await rounds(servers, given.rounds, browser)
        print(told([one for one, _, _ in servers], given.entries))


def main(words: Sequence[str]) -> int:
    """Serve, save, and tell."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("entries", type=int)
    asked.add_argument("--tools", type=Path, default=Path("../tools"))
    asked.add_argument("--sides", nargs="+", default=["gongkai", "default", "hugo"])
    asked.add_argument("--rounds", type=int, default=30)
    asked.add_argument("--chromium", default="")
    asked.add_argument("--work", type=Path)
    given = asked.parse_args(words)
    with tempfile.TemporaryDirectory() as temporary:
        asyncio.run(measure(given, given.work or Path(temporary)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
