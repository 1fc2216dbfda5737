"""Where the preview listens, and by which address whom it can be found."""

import errno
import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from typing import NamedTuple

from generator.edge.admission import is_here
from generator.edge.served import EVERYWHERE
from generator.values.place import Place
from generator.values.problem import Problem, Stop

Bind = Callable[[int, str], list[socket.socket]]
"""Listens on a port at an address, by however many sockets that takes."""
_FAR = ("2001:db8::1", "192.0.2.1", "10.255.255.255", "172.31.255.255", "192.168.255.255")
"""Machines of other networks: the first two of none, the rest of an office's."""


class Post(NamedTuple):
    """Where we listen: at one address, on one port."""

    host: str
    port: int
    sockets: tuple[socket.socket, ...]

    @property
    def url(self) -> str:
        """What to type into a browser of this machine."""
        return self._at("127.0.0.1" if self.is_open else self.host)

    @property
    def beyond(self) -> str:
        """The same for other machines; empty where none can reach us."""
        host = _own_address(self.host) if self.host in EVERYWHERE else self.host
        return self._at(host) if self.is_open and host else ""

    @property
    def is_open(self) -> bool:
        """Whether other machines can ask us at all."""
        return any(not is_here(one.getsockname()[0]) for one in self.sockets)

    def _at(self, host: str) -> str:
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"


def listen(bind: Bind, host: str, port: int, tries: int = 1) -> Post:
    """Listen at the first of so many ports that is free; `Stop` where none is, or no such address.

    Whoever listens to the network listens to this machine too.
    """
    for number in range(port, port + tries):
        try:
            sockets = bind(number, host)
            found = sockets[0].getsockname()
            if not is_here(found[0]) and host != EVERYWHERE[0]:
                sockets += bind(found[1], "127.0.0.1")
        except OSError as error:
            if error.errno == errno.EADDRINUSE and number < port + tries - 1:
                continue
            raise _refused(host, number, error) from error
        return Post(host, found[1], tuple(sockets))
    raise AssertionError(tries)


def _own_address(host: str) -> str:
    """This machine's number in its network, as its routes tell: nothing is sent to anybody.

    Of several the one that leads outside, or one of an office's own numbers.
    """
    family, far = (socket.AF_INET6, _FAR[:1]) if ":" in host else (socket.AF_INET, _FAR[1:])
    found = []
    for one in far:
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.connect((one, 9))
            found.append(asking.getsockname()[0])
    usable = [one for one in found if not is_here(one)]
    return next((one for one in usable if ip_address(one).is_private), "".join(usable[:1]))


def _refused(host: str, port: int, error: OSError) -> Stop:
    """Why we cannot listen there."""
    if error.errno in {errno.EADDRINUSE, errno.EACCES}:
        facts = (("port", str(port)), ("error", errno.errorcode[error.errno]))
        return Stop(Problem("preview/port", Place("--port"), facts), 2)
    return Stop(Problem("preview/host", Place("--host"), (("host", host),)), 2)


def open_browser(url: str) -> None:
    """Show it in the browser of this machine, if there is a screen to show it on."""
    import webbrowser  # noqa: PLC0415 - nobody else needs it

    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        return
    with suppress(webbrowser.Error, OSError):
        webbrowser.open(url)
