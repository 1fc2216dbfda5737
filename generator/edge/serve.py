"""The door to livereload, and to tornado that it brings: HTTP and websockets, and nothing else of it.

Its watcher, its handlers of files, its script and its `/forcereload` stay out (docs/decisions/0033).
"""

import signal
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from urllib.parse import urlencode

from livereload import Server
from livereload.handlers import LiveReloadHandler
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

from generator.edge.admission import Admission, is_here
from generator.edge.post import Post, listen
from generator.edge.served import (
    CLIENT,
    DESK,
    ENTER,
    INDEX,
    MISSING,
    PAGE,
    PHONE,
    SOCKET,
    STYLE,
    Answer,
    Asked,
    Pages,
    Shown,
    State,
    asked_for,
    client,
    content_type,
    entered,
    is_sent,
    read_inside,
    style,
    trusted,
    with_client,
)
from generator.render.qr import code
from generator.values.digest import sha256

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


def post(host: str, port: int, tries: int = 1) -> Post:
    """Listen at the first of so many ports that is free; `Stop` where none is, or no such address."""
    return listen(bind_sockets, host, port, tries)


class Station(Server):
    """Serves the site below a folder as it is at each moment, and tells browsers of its state.

    `pages` stand in for a site that was never built yet or is not for everybody. `answer` is asked what
    a page is and for pages of the desk, in a thread for each of the two, one question after the other.
    """

    def __init__(self, site: str, at: Post, pages: Pages, answer: Answer) -> None:
        super().__init__(watcher=_Blind())
        self.site, self.at, self.pages, self.answer = site, at, pages, answer
        self.asking = {PAGE: ThreadPoolExecutor(1), DESK: ThreadPoolExecutor(1)}
        self.admission = Admission(at.port)
        self.shown = Shown({"build": "", "problems": []}, {})
        self.looks: dict[object, str] = {}
        self._failure: BaseException | None = None

    def run(self, meanwhile: Callable[[], None]) -> None:
        """Answer until Ctrl-C or the end of the process is asked for, and do `meanwhile` in a thread."""
        self._thread = threading.Thread(target=self._beside, args=(meanwhile,))
        try:
            self.serve(port=self.at.port, host=self.at.host)
        finally:
            _on_end(signal.SIG_IGN)  # once is enough, and tidying is short
            for one in self.asking.values():
                one.shutdown(wait=False, cancel_futures=True)
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

    def invitation(self, to: str = "/") -> str:
        """An address at which one other machine may come in, to that page; empty where none can."""
        beyond = self.at.beyond
        asked = urlencode({"token": self.admission.token(), "to": to}) if beyond else ""
        return f"{beyond.removesuffix('/')}{ENTER}?{asked}" if beyond else ""

    def show(self, state: State) -> None:
        """Tell every browser how things stand now; any thread may."""
        self.shown = Shown(state, {})
        self._loop.add_callback(self._tell)

    def tell(self, **more: object) -> None:
        """Tell every browser this too, until things stand otherwise."""
        self.shown = self.shown._replace(state={**self.state, **more})
        self._loop.add_callback(self._tell)

    def show_ahead(self, files: Mapping[str, bytes]) -> None:
        """Show these files, which are to be in the next site, until it stands or does not come."""
        ahead = {**self.shown.ahead, **files}
        base = self.state["build"].partition("+")[0]
        digests = ((path, sha256(body)) for path, body in sorted(ahead.items()))
        name = sha256(repr([*digests]).encode())[:16]
        self.shown = Shown({**self.state, "build": f"{base}+{name}"}, ahead)
        self._loop.add_callback(self._tell)

    @property
    def state(self) -> State:
        """What browsers are told."""
        return self.shown.state

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
        routes = [
            (SOCKET, _Socket, ours),
            (f"{CLIENT}|{STYLE}", _Ours, ours),
            (ENTER, _Enter, ours),
            (PHONE, _Phone, ours),
            (f"{PAGE}|{DESK}.*", _Desk, ours),
            (".*", _Pages, ours),
        ]
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

    is_costly = False  # what is asked for has to be worked out: another site may not even lead here

    def initialize(self, station: Station) -> None:
        self.station = station

    def prepare(self) -> None:
        at = self.station.at
        if not trusted(self.request.headers.get("Host", ""), at.host, at.port):
            raise HTTPError(421)
        if not self.is_admitted or is_sent(self.request.headers, led=not self.is_costly):
            raise HTTPError(403)

    @property
    def peer(self) -> str:
        """Where the request comes from: the other end of the connection, whatever it says itself."""
        return str(self.request.remote_ip)

    @property
    def is_admitted(self) -> bool:
        """Whether who asks may see what is not public yet."""
        admission = self.station.admission
        return admission.admits(self.peer, self.get_cookie(admission.name) or "")

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        for name, value in _HEADERS.items():
            self.set_header(name, value)

    def write_error(self, status_code: int, **more: object) -> None:
        del more
        if status_code == HTTPStatus.FORBIDDEN:
            self.set_header("Content-Type", content_type(INDEX))
            self.finish(self.station.pages.refused)
            return
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}\n")


class _Answer(_Guarded):
    """What can be read, and nothing else."""

    SUPPORTED_METHODS = ("GET", "HEAD")
    _etag = ""

    def compute_etag(self) -> str | None:
        return self._etag or None

    def _send(self, inside: str, body: bytes, build: str, *, is_live: bool = True) -> None:
        self.set_header("Content-Type", content_type(inside))
        name = sha256(body)[:16]
        self._etag = f'"{name}"'
        if is_live and inside.endswith(".html"):
            body = with_client(body, self.request.headers["Host"], build, name)
        self.finish(body)


class _Ours(_Answer):
    """The script in the browser and the style of our own pages: nothing that anybody may not see."""

    is_admitted = True

    def get(self) -> None:
        self.set_header("Content-Type", content_type(self.request.path))
        self.finish(style() if self.request.path == STYLE else client())

    head = get


class _Enter(_Guarded):
    """The way in for another machine: whoever brings a token gets a cookie for it, once.

    The page that leads on is ours: a redirect would still count as led by whoever showed the code,
    and such a reader's browser keeps the cookie to itself.
    """

    SUPPORTED_METHODS = ("GET",)
    is_admitted = True

    def get(self) -> None:
        admission = self.station.admission
        if not admission.takes(self.get_query_argument("token", "")):
            raise HTTPError(403)
        self.set_cookie(admission.name, admission.cookie, httponly=True, samesite="Strict")
        self.set_header("Content-Type", content_type(INDEX))
        self.finish(entered(self.get_query_argument("to", "/")))


class _Phone(_Guarded):
    """A new way in and its code; only this machine gives any away."""

    is_costly = True
    SUPPORTED_METHODS = ("GET",)

    def get(self) -> None:
        if not is_here(self.peer):
            raise HTTPError(403)
        url = self.station.invitation(self.get_query_argument("to", "/"))
        self.finish(
            {
                "open": self.station.at.is_open,
                **({"url": url, "svg": code(url, url)} if url else {}),
            }
        )


class _Pages(_Answer):
    """The files of the site."""

    def get(self) -> None:
        inside = asked_for(self.request.path)
        shown, site = self.station.shown, self.station.site
        build = shown.state["build"]

        def read(path: str) -> bytes | None:
            return shown.ahead.get(path) or read_inside(site, path)

        body = read(inside) if inside else None
        is_folder = body is None and (
            f"/{inside}/" == DESK or read(f"{inside}/{INDEX}") is not None
        )
        if inside and is_folder:
            self.redirect(f"{self.request.path}/")
        elif inside and body is not None:
            self._send(inside, body, build)
        elif (body := read(MISSING)) is not None:
            self.set_status(404)
            self._send(MISSING, body, build)
        else:
            self.set_status(404 if build.partition("+")[0] else 503)
            self._send(INDEX, self.station.pages.waiting, build)

    head = get


class _Desk(_Answer):
    """What is worked out when it is asked for, beside the loop."""

    is_costly = True

    async def get(self) -> None:
        inside, station = asked_for(self.request.path), self.station
        if not inside:
            raise HTTPError(404)
        build = station.state["build"]
        query = {name: self.get_query_argument(name) for name in self.request.query_arguments}
        asking = station.asking[PAGE if self.request.path == PAGE else DESK]
        answer, asked = station.answer, Asked(inside, query)
        reply = await IOLoop.current().run_in_executor(asking, answer, asked)
        if reply is None:
            raise HTTPError(404)
        self.set_status(reply.status)
        self._send(f"desk.{reply.ending}", reply.body, build, is_live=reply.is_live)

    head = get


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

    def send_message(self, message: State) -> None:
        """With whether it may show others in."""
        super().send_message({**message, "phone": is_here(self.peer)})

    def on_message(self, message: str | bytes) -> None:
        del message
        self.send_message(self.station.state)
