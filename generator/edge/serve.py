"""The door to livereload, and to tornado that it brings: HTTP and websockets, and nothing else of it.

Its watcher, its handlers of files, its script and its `/forcereload` stay out (docs/decisions/0033).
"""

import errno
import signal
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from livereload import Server
from livereload.handlers import LiveReloadHandler
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

from generator.edge.served import (
    CLIENT,
    EVERYWHERE,
    INDEX,
    MISSING,
    SOCKET,
    asked_for,
    client,
    content_type,
    read_inside,
    trusted,
    with_client,
)
from generator.values.digest import sha256
from generator.values.place import Place
from generator.values.problem import Problem, Stop

_PING = 20
"""Seconds between two signs of life on a connection that nobody uses."""
_AWAKE = 300
"""Milliseconds between two looks of the loop at whether Ctrl-C was pressed: Windows wakes nobody."""
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'self'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
State = Mapping[str, Any]
"""What browsers are told: plain values, of which `build` says which site stands now."""


class Post(NamedTuple):
    """Where we listen: at one address, on one port."""

    host: str
    port: int
    sockets: tuple[socket.socket, ...]

    @property
    def url(self) -> str:
        """What to type into a browser of this machine."""
        host = "127.0.0.1" if self.host in EVERYWHERE else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"


def post(host: str, port: int, tries: int = 1) -> Post:
    """Listen at the first of so many ports that is free; `Stop` where none is, or no such address."""
    for number in range(port, port + tries):
        try:
            sockets = bind_sockets(number, host)
        except OSError as error:
            if error.errno == errno.EADDRINUSE and number < port + tries - 1:
                continue
            raise _refused(host, number, error) from error
        return Post(host, sockets[0].getsockname()[1], tuple(sockets))
    raise AssertionError(tries)


def _refused(host: str, port: int, error: OSError) -> Stop:
    """Why we cannot listen there."""
    if error.errno in {errno.EADDRINUSE, errno.EACCES}:
        facts = (("port", str(port)), ("error", errno.errorcode[error.errno]))
        return Stop(Problem("preview/port", Place("--port"), facts), 2)
    return Stop(Problem("preview/host", Place("--host"), (("host", host),)), 2)


class Station(Server):
    """Serves the site below a folder as it is at each moment, and tells browsers of its state.

    `waiting` is the page that stands in for a site that was never built yet.
    """

    def __init__(self, site: str, at: Post, waiting: bytes) -> None:
        super().__init__(watcher=_Blind())
        self.site, self.at, self.waiting = site, at, waiting
        self.state: State = {"build": "", "problems": []}
        self.ahead: Mapping[str, bytes] = {}
        self.looks: dict[object, str] = {}
        self._failure: BaseException | None = None

    def run(self, meanwhile: Callable[[], None]) -> None:
        """Answer until Ctrl-C or the end of the process is asked for, and do `meanwhile` in a thread."""
        self._thread = threading.Thread(target=self._beside, args=(meanwhile,))
        try:
            self.serve(port=self.at.port, host=self.at.host)
        finally:
            _on_end(signal.SIG_IGN)  # once is enough, and tidying is short
        if self._failure:
            raise self._failure

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for what is done meanwhile; whether it has ended."""
        if self._thread.ident is not None:
            self._thread.join(seconds)
        return not self._thread.is_alive()

    @property
    def viewed(self) -> frozenset[str]:
        """The pages that are open in browsers; any thread may ask."""
        return frozenset(self.looks.copy().values())

    def show(self, state: State) -> None:
        """Tell every browser how things stand now; any thread may.

        Who asks for a page learns the name of the build first: it is given after what it is of.
        """
        self.ahead = {}
        self.state = state
        self._loop.add_callback(self._tell)

    def show_ahead(self, files: Mapping[str, bytes]) -> None:
        """Show these files, which are to be in the next site, until it stands or does not come."""
        self.ahead = {**self.ahead, **files}
        base = self.state["build"].partition("+")[0]
        digests = ((path, sha256(body)) for path, body in sorted(self.ahead.items()))
        name = sha256(repr([*digests]).encode())[:16]
        self.state = {**self.state, "build": f"{base}+{name}"}
        self._loop.add_callback(self._tell)

    def read(self, inside: str) -> bytes | None:
        """A file as it is shown now; None where there is none."""
        ahead = self.ahead.get(inside)
        return read_inside(self.site, inside) if ahead is None else ahead

    def _tell(self) -> None:
        for waiter in tuple(LiveReloadHandler.waiters):
            waiter.send_message(self.state)

    def _end(self, *signal_and_frame: object) -> None:
        """No exception, as Ctrl-C is elsewhere: livereload would swallow it at the wrong moment."""
        del signal_and_frame
        self._loop.add_callback_from_signal(self._loop.stop)

    def _beside(self, meanwhile: Callable[[], None]) -> None:
        try:
            meanwhile()
        except BaseException as error:  # noqa: BLE001 - it is raised where somebody sees it
            self._failure = error
            self._loop.add_callback(self._loop.stop)

    def application(self, *asked: object, **options: object) -> None:
        """What is served: the site, our script, the websocket. Whatever else was asked for is not."""
        del asked, options
        LiveReloadHandler.watcher = self.watcher
        ours: dict[str, object] = {"station": self}
        routes = [(SOCKET, _Socket, ours), (CLIENT, _Client, ours), (".*", _Pages, ours)]
        application = Application(
            routes,
            log_function=_say_nothing,
            websocket_ping_interval=_PING,
            websocket_max_message_size=1024,
        )
        self._http = HTTPServer(application)
        self._http.add_sockets(self.at.sockets)
        self._loop = IOLoop.current()
        _on_end(self._end)
        self._loop.add_callback(self._thread.start)
        PeriodicCallback(lambda: None, _AWAKE).start()

    def _setup_logging(self) -> None:
        """Say nothing of one's own: what there is to say is said by who began us."""


class _Blind:
    """A watcher that sees nothing and says that it is at work, so that livereload's own never is."""

    def __init__(self) -> None:
        self._tasks = {"": ""}
        self._changes: list[object] = []

    def start(self, callback: Callable[[], None]) -> bool:
        """At work."""
        del callback
        return True


def _on_end(what: Callable[..., None] | signal.Handlers) -> None:
    """What happens at Ctrl-C, and when the system or a closed window ends us."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), what)


def _say_nothing(handler: RequestHandler) -> None:
    """Requests are not written down."""
    del handler


class _Guarded(RequestHandler):
    """What all our answers share: only who asks for us by name gets one."""

    def initialize(self, station: Station) -> None:
        self.station = station

    def prepare(self) -> None:
        at = self.station.at
        if not trusted(self.request.headers.get("Host", ""), at.host, at.port):
            raise HTTPError(421)

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        for name, value in _HEADERS.items():
            self.set_header(name, value)

    def write_error(self, status_code: int, **more: object) -> None:
        del more
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}\n")


class _Answer(_Guarded):
    """What can be read, and nothing else."""

    SUPPORTED_METHODS = ("GET", "HEAD")
    _etag = ""

    def compute_etag(self) -> str | None:
        return self._etag or None


class _Client(_Answer):
    """The script in the browser."""

    def get(self) -> None:
        self.set_header("Content-Type", content_type(CLIENT))
        self.finish(client())

    head = get


class _Pages(_Answer):
    """The files of the site."""

    def get(self) -> None:
        inside = asked_for(self.request.path)
        build, read = self.station.state["build"], self.station.read
        body = read(inside) if inside else None
        if inside and body is None and read(f"{inside}/{INDEX}") is not None:
            self.redirect(f"{self.request.path}/")
        elif inside and body is not None:
            self._send(inside, body, build)
        elif (body := read(MISSING)) is not None:
            self.set_status(404)
            self._send(MISSING, body, build)
        else:
            self.set_status(404 if build.partition("+")[0] else 503)
            self._send(INDEX, self.station.waiting, build)

    head = get

    def _send(self, inside: str, body: bytes, build: str) -> None:
        self.set_header("Content-Type", content_type(inside))
        name = sha256(body)[:16]
        self._etag = f'"{name}"'
        if inside.endswith(".html"):
            body = with_client(body, self.request.headers["Host"], build, name)
        self.finish(body)


class _Socket(_Guarded, LiveReloadHandler):
    """A browser that wants to be told how things stand: at once, at every change, whenever it asks."""

    SUPPORTED_METHODS = ("GET",)

    def prepare(self) -> None:
        super().prepare()
        if not self.check_origin(self.request.headers.get("Origin", "")):
            raise HTTPError(403)

    def check_origin(self, origin: str) -> bool:
        """Only a page of ours may listen."""
        return origin == f"http://{self.request.headers['Host']}"

    def open(self, *asked: str, **named: str) -> None:
        del asked, named
        LiveReloadHandler.waiters.add(self)
        if page := asked_for(self.get_query_argument("page", "")):
            self.station.looks[self] = page
        self.send_message(self.station.state)

    def on_close(self) -> None:
        super().on_close()
        self.station.looks.pop(self, None)

    def on_message(self, message: str | bytes) -> None:
        del message
        self.send_message(self.station.state)


def standing(site: str) -> str:
    """A name for the site that stands there, by its manifest: the same for the same; empty for none."""
    body = read_inside(site, "manifest.json")
    return sha256(body)[:16] if body else ""


def open_browser(url: str) -> None:
    """Show it in the browser of this machine, if there is a screen to show it on."""
    import os  # noqa: PLC0415
    import sys  # noqa: PLC0415
    import webbrowser  # noqa: PLC0415 - nobody else needs it

    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        return
    with suppress(webbrowser.Error, OSError):
        webbrowser.open(url)
