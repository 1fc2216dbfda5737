"""What browsers are told and the files that are shown ahead are one thing: nobody sees half of either."""

import asyncio
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from types import SimpleNamespace
from typing import Any

import pytest
from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application

from generator.edge import serve
from generator.edge.admission import Admission
from generator.edge.post import Post
from generator.edge.served import Pages, Shown, State
from generator.values.digest import sha256


class Watched(serve.Station):
    """A station that is looked at after each assignment, as a thread beside it may do at any time."""

    def __init__(self) -> None:
        self.seen: list[Shown] = []
        super().__init__("site", Post("127.0.0.1", 8000, ()), Pages(b"", b""), lambda _: None)
        loop: Any = SimpleNamespace(add_callback=lambda _: None)
        self._loop = loop

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        if "shown" in vars(self):
            self.seen.append(self.shown)


def name_of(ahead: Mapping[str, bytes]) -> str:
    """What a build is called by the files that are shown ahead of it."""
    digests = [(path, sha256(body)) for path, body in sorted(ahead.items())]
    return sha256(repr(digests).encode())[:16]


def test_a_name_is_always_that_of_what_is_shown() -> None:
    """Files ahead of a site give it another name, and the site itself has its own, at every moment."""
    station = Watched()
    told: list[State] = [{"build": one, "problems": []} for one in ("b1", "b2")]

    for number in range(3):
        station.show(told[number % 2])
        station.show_ahead({"a.html": b"%d" % number})
        station.tell(progress=number)
        station.show_ahead({"b.html": b"%d" % number})

    assert len(station.seen) > 12
    for state, ahead in station.seen:
        base, _, name = state["build"].partition("+")
        assert name == (name_of(ahead) if ahead else ""), state
        assert base in {"", "b1", "b2"}
    assert {"a.html": b"2", "b.html": b"2"} == station.shown.ahead
    assert 2 == station.state["progress"]


class Shifting:
    """What a handler takes for a station: each look at what is shown finds another version."""

    def __init__(self, versions: Iterator[Shown], port: int) -> None:
        self._versions = versions
        self.site, self.at, self.pages = "nowhere", Post("127.0.0.1", port, ()), Pages(b"", b"")
        self.admission = Admission(port)

    @property
    def shown(self) -> Shown:
        """The next version."""
        return next(self._versions)


@pytest.mark.parametrize("first", ["b1", "b2"])
def test_a_page_is_of_the_build_that_it_names(first: str) -> None:
    """Also when the next one is shown while it is answered."""
    versions = [Shown({"build": one}, {"a.html": one.encode() * 9}) for one in ("b1", "b2")]
    shifting = cycle(versions if first == "b1" else versions[::-1])

    async def asked() -> bytes:
        listening, port = bind_unused_port()
        ours: dict[str, Any] = {"station": Shifting(shifting, port)}
        server = HTTPServer(Application([(".*", vars(serve)["_Pages"], ours)]))
        server.add_socket(listening)
        client = AsyncHTTPClient(force_instance=True)
        answer = await client.fetch(f"http://127.0.0.1:{port}/a.html")
        client.close()
        server.stop()
        return answer.body

    with ThreadPoolExecutor(
        1
    ) as elsewhere:  # a browser of other tests may have a loop in this thread
        page = elsewhere.submit(asyncio.run, asked()).result()

    assert f'data-build="{first}"'.encode() in page
    assert page.endswith(first.encode() * 9)
