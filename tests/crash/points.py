"""Events at which a process touches the disk, counted; and its end, or a fault, at one of them."""

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from generator.values.problem import Stop

Act = Callable[[int, str, str], None]

# What Python and edge tell before each call that reads or changes the disk.
EVENTS = frozenset(
    {
        "fcntl.lockf",
        "gongkai.exchange",
        "gongkai.fsync",
        "gongkai.write",
        "open",
        "os.chmod",
        "os.link",
        "os.listdir",
        "os.mkdir",
        "os.remove",
        "os.rename",
        "os.rmdir",
        "os.scandir",
        "os.symlink",
        "os.truncate",
        "os.utime",
    }
)


class Points:
    """The events under `base` so far; `act` is called with each before it happens."""

    def __init__(self, base: str, act: Act) -> None:
        self.count = 0
        self._base = base
        self._act = act
        self._acting = False
        sys.addaudithook(self._hook)

    def _hook(self, event: str, args: tuple[object, ...]) -> None:
        if event not in EVENTS or self._acting:
            return
        path = args[0] if isinstance(args[0], str) else self._base  # else an open file of ours
        if not path.startswith(self._base):
            return
        self.count += 1
        self._acting = True
        try:
            self._act(self.count, event, path)
        finally:
            self._acting = False


def kill_at(number: int) -> Act:
    """Die at that event as by a power switch; a write leaves some of what it would have written."""

    def act(count: int, event: str, path: str) -> None:
        if count != number:
            return
        if event == "gongkai.write":
            with open(path, "wb") as file:
                file.write(b"<!")
        os.kill(os.getpid(), signal.SIGKILL)

    return act


def fail_at(number: int, error: int, *, ever: bool) -> Act:
    """Let that event fail, and with `ever` every one after it."""

    def act(count: int, _: str, path: str) -> None:
        if count == number or (ever and count > number):
            raise OSError(error, os.strerror(error), path)

    return act


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: its exit code or negative signal; its events, or what it says is live."""

    code: int
    events: int = 0
    live: str = ""
    said: str = ""


def child(base: str, act: Act, work: Callable[[], object]) -> Ended:
    """Do `work` in a process of its own, with `act` at each of its points."""
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        _end(base, act, work, writing)
    os.close(writing)
    with open(reading, encoding="utf-8") as pipe:
        said = pipe.read()
    _, status = os.waitpid(process, 0)
    code = os.waitstatus_to_exitcode(status)
    return Ended(code, **json.loads(said)) if said else Ended(code)


def _end(base: str, act: Act, work: Callable[[], object], writing: int) -> NoReturn:
    points = Points(base, act)
    code = 99
    said: dict[str, int | str] = {}
    try:
        work()
        code, said = 0, {"events": points.count}
    except Stop as stop:
        code, said = stop.exit_code, {"live": dict(stop.problem.facts).get("live", "")}
    except BaseException:  # noqa: BLE001 - whatever it is, the parent must hear of it
        said = {"said": traceback.format_exc()}
    os.write(writing, json.dumps(said).encode())
    os._exit(code)
