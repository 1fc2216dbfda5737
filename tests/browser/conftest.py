"""Readers with a real Chromium: from a USB stick or over the network, with scripts on or off."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Request, Response

    from tests.previewing import Office

HAS_FAILED = pytest.StashKey[bool]()

QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
FAULT = 400
"""The first status of a response that is a failure."""
LEFT = "net::ERR_ABORTED"
"""What becomes of a request when its reader has gone on to the next page."""
SUBFOLDER = "/gov/公开/"
PATIENCE = 120_000
"""Milliseconds that a slow machine is given for any one step."""

KINDS = {
    "home": "index.html",
    "category": "finance/index.html",
    "ledger": "finance/2026/11-fenglin-ledger.html",
    "notice": "personnel/2026/11-probation.html",
    "withdrawn": "land/2026/10-dongling-approval.html",
    "replacing": "family-planning/2026/11-registration-guide.html",
    "superseded": "family-planning/2026/08-registration-guide.html",
    "related": "finance/2026/11-villages-summary.html",
    "image": "land/2026/11-land-requisition.html",
    "approval": "land/2026/10-homestead-batch10.html",
    "compensation": "land/2026/10-liuwan-compensation.html",
    "resolution": "land/2026/10-liuwan-decision.html",
    "benefit": "family-planning/2026/10-support-policy.html",
    "appointment": "personnel/2026/10-probation.html",
    "corrected": "finance/2026/11-shiqiao-ledger.html",
    "issue": "issues/2026-10.html",
    "open": "issues/2026-11.html",
    "archive": "issues/index.html",
    "changes": "changes.html",
    "year": "finance/year-2026.html",
    "unit": "units/shiqiao.html",
    "running": "units/health-office.html",
    "empty": "units/qingshan.html",
    "notices": "notices.html",
    "standing": "pages/guide.html",
    "contacts": "pages/contacts.html",
    "data": "data/index.html",
    "sitemap": "sitemap.html",
}
"""A page of every kind."""
BARE = {"missing": "404.html", "moved": "land/homestead-steps.html"}
"""Pages that have no sheet, no script and no reading options."""


class Way(NamedTuple):
    """How the site is opened."""

    over: str
    scripts: bool

    def __str__(self) -> str:
        """Name it in a test's id."""
        return f"{self.over}-{'scripted' if self.scripts else 'plain'}"


WAYS = tuple(Way(over, scripts) for over in ("file", "http") for scripts in (True, False))
SCRIPTED = Way("http", scripts=True)
PLAIN = Way("file", scripts=False)
"""How most readers come, and with how little the site must do."""

WATCH = """
document.addEventListener("securitypolicyviolation", event =>
    console.error(`${event.violatedDirective} refuses ${event.blockedURI}`));
"""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note whether a test has failed."""
    told = yield
    item.stash[HAS_FAILED] = item.stash.get(HAS_FAILED, False) or told.failed
    return told


@pytest.fixture
def _puts_back(request: pytest.FixtureRequest, office: Office) -> Iterator[None]:
    """A test of an office that others use, too, and that fails amid its edits fails alone."""
    before = office.texts()
    yield
    if request.node.stash[HAS_FAILED]:
        office.put_back(before)


def visit_marked(page: Page, url: str, troubles: list[str]) -> Page:
    """Open a page, marked so that a reload would be noticed; `troubles` get what it complains of."""
    page.on("console", lambda said: troubles.append(said.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto(url)
    page.evaluate("window.marked = true")
    return page


def is_same(page: Page) -> bool:
    """Whether a page that was marked was never loaded anew."""
    return bool(page.evaluate("window.marked === true"))


@dataclass
class Reader:
    """Somebody with the site before them, and whatever went wrong while they read."""

    page: Page
    base: str
    troubles: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a page of the site by its address."""
        self.page.goto(self.base + quote(path))
        return self.page

    def arrives(self, path: str) -> None:
        """Wait until a click has led to a page of the site."""
        self.page.wait_for_url(lambda url: self.place(url) == path)

    def place(self, url: str) -> str:
        """Give the address, from the site's root, of a page or a place in it."""
        return unquote(url).removeprefix(unquote(self.base))

    def style(self, name: str, of: str = "html") -> str:
        """Give a computed style of the first element that a selector finds."""
        got = "([of, name]) => getComputedStyle(document.querySelector(of)).getPropertyValue(name)"
        return str(self.page.evaluate(got, [of, name]))

    @property
    def type_size(self) -> float:
        """The size of type that every other follows, in pixels."""
        return float(self.style("font-size").removesuffix("px"))

    def watch(self) -> None:
        """Keep what the browser complains of, and what it asks for elsewhere."""
        self.page.add_init_script(WATCH)
        self.page.on("console", lambda said: self._note(f"{said.type}: {said.text}"))
        self.page.on("pageerror", lambda error: self._note(f"script: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)
        self.page.on("request", self._asked)

    def _note(self, trouble: str) -> None:
        self.troubles.append(trouble)

    def _failed(self, request: Request) -> None:
        if request.failure != LEFT:
            self._note(f"failed: {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= FAULT:
            self._note(f"{response.status}: {response.url}")

    def _asked(self, request: Request) -> None:
        if not unquote(request.url).startswith(unquote(self.base)):
            self._note(f"elsewhere: {request.url}")


@pytest.fixture(scope="session")
def chromium(tool: Callable[[str], str]) -> Iterator[Browser]:
    """Start one browser for all tests of a worker."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=tool("chromium"), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def bases(site: Path) -> Iterator[dict[str, str]]:
    """Give the root of the sample as a folder and as a subfolder of a host; all else is missing."""

    class Handler(SimpleHTTPRequestHandler):
        """Serves files, but neither folders nor anything above the subfolder."""

        def translate_path(self, path: str) -> str:
            asked = unquote(path).partition("?")[0].partition("#")[0]
            if not asked.startswith(SUBFOLDER):
                return str(site / "nothing")
            return str(site / asked.removeprefix(SUBFOLDER))

        def send_head(self) -> Any:
            if self.path.endswith("/"):
                return self.send_error(404)
            return super().send_head()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            del format, args

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield {
            "file": f"{site.as_uri()}/",
            "http": f"http://127.0.0.1:{server.server_port}{quote(SUBFOLDER)}",
        }
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def newcomer(chromium: Browser, bases: dict[str, str]) -> Callable[..., Reader]:
    """Give somebody who has never been here, in one of the WAYS; options are Chromium's."""

    def new(way: Way, **options: Any) -> Reader:
        context = chromium.new_context(java_script_enabled=way.scripts, **options)
        context.set_default_timeout(PATIENCE)
        reader = Reader(context.new_page(), bases[way.over])
        reader.watch()
        return reader

    return new


@pytest.fixture(scope="session")
def read(newcomer: Callable[..., Reader]) -> Callable[..., Reader]:
    """Give a reader in one of the WAYS; the same one to every test, for a new one is slow.

    Whoever chooses an option that is remembered asks for a newcomer instead.
    """
    readers: dict[Way, Reader] = {}

    def begin(way: Way, width: int = 1280, scheme: Literal["light", "dark"] = "light") -> Reader:
        reader = readers[way] = readers.get(way) or newcomer(way)
        reader.page.set_viewport_size({"width": width, "height": 800})
        reader.page.emulate_media(color_scheme=scheme, media="null")
        reader.troubles.clear()
        return reader

    return begin


@pytest.fixture(params=WAYS, ids=str)
def way(request: pytest.FixtureRequest) -> Way:
    """Run a test once for every way to open the site."""
    chosen: Way = request.param
    return chosen


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Run a test once for every kind of page."""
    return str(request.param)


@pytest.fixture
def path(kind: str) -> str:
    """Give the page of that kind."""
    return KINDS[kind]
