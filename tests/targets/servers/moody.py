"""A real server that a test can put in a mood: it answers some requests as no healthy server does."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

App = Callable[..., Iterable[bytes]]


class Moody:
    """Answers as the server behind it, except to the verbs of its `mood`; `heard` counts all of them.

    It counts the lines by which it is asked, and hangs up after each answer if it is told to.
    A mood is a status, headers and a body, after so many requests with the verb that went well.
    """

    def __init__(self, behind: App) -> None:
        self.behind = behind
        self.heard: Counter[str] = Counter()
        self.mood: dict[str, tuple[str, list[tuple[str, str]], bytes]] = {}
        self.patience = 0
        self.environ: dict[str, Any] = {}
        self.lines: set[str] = set()
        self.hangs_up = False

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """As a server calls whatever answers."""
        verb = environ["REQUEST_METHOD"]
        self.heard[verb] += 1
        self.environ = environ
        self.lines.add(environ["REMOTE_PORT"])
        if verb not in self.mood or self.patience > 0:
            self.patience -= verb in self.mood
            return self.behind(environ, self._last(start) if self.hangs_up else start)
        environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        status, headers, body = self.mood[verb]
        start(status, [*headers, ("Content-Length", str(len(body)))])
        return [body]

    def _last(self, start: Callable[..., Any]) -> Callable[..., Any]:
        def begin(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            return start(status, [*headers, ("Connection", "close")], *more)

        return begin

    def says(
        self, verbs: str, status: str, body: bytes = b"", after: int = 0, **headers: str
    ) -> None:
        """From now on, to these verbs."""
        told = [(key.replace("_", "-"), value) for key, value in headers.items()]
        self.mood = dict.fromkeys(verbs.split(), (status, told, body))
        self.patience = after
