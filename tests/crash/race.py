"""Several builds of several sites at once, round after round, while a reader reads.

`python -m tests.crash.race exchange|files ROUNDS FOLDER` prints what it saw as JSON.
"""

import json
import os
import signal
import sys
from collections import Counter
from unittest.mock import patch

from generator.edge import exchange
from generator.edge.commit import recover
from generator.edge.fault import faults
from generator.edge.lock import locked
from generator.edge.store import Store
from generator.values.problem import Stop
from tests.crash.site import Pages, litter, owned_by, pages_of, site, store_in
from tests.edge.live import go_live


def _site(name: str, size: int) -> Pages:
    pages = {f"{name}/{number}.html": name for number in range(size)}
    return site(pages, {"index.html": name})


def _build(store: Store, name: str, size: int, log: str) -> None:
    """Commit, and note it while the lock is still held: the last note names the live site."""
    with locked(store):
        with faults(store):
            recover(store)
            owned = owned_by(store)
        go_live(store, _site(name, size), owned)
        note = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.write(note, f"{name}\n".encode())
        os.close(note)


def _child(store: Store, name: str, size: int, log: str, gate: tuple[int, int]) -> int:
    process = os.fork()
    if process:
        return process
    code = 99
    try:
        os.close(gate[1])
        os.read(gate[0], 1)  # all start when the parent lets go of the other end
        _build(store, name, size, log)
        code = 0
    except Stop as stop:
        code = stop.exit_code
    finally:
        os._exit(code)


def _round(store: Store, names: list[str], log: str) -> dict[str, int]:
    gate = os.pipe()
    running = {_child(store, name, len(name) * 3, log, gate): name for name in names}
    os.close(gate[0])
    os.close(gate[1])
    ended = {}
    while running:
        _read(store)
        process, status = os.waitpid(-1, os.WNOHANG)
        if process:
            ended[running.pop(process)] = os.waitstatus_to_exitcode(status)
    return ended


def _read(store: Store) -> None:
    """Read as a visitor does, who must never find the front page or the manifest missing."""
    for path in ("index.html", "manifest.json"):
        with open(f"{store.output}/{path}", encoding="utf-8") as file:
            if not file.read():
                raise ValueError(path)


def _faults(store: Store, ended: dict[str, int], log: str) -> list[str]:
    with open(log, encoding="utf-8") as file:
        notes = file.read().split()
    won = {name for name, code in ended.items() if code == 0}
    found = []
    if not notes or set(notes) != won or set(ended.values()) - {0, 75}:
        found.append(f"ended {ended}, committed {notes}")
    if pages_of(store.output) != _site(notes[-1], len(notes[-1]) * 3):
        found.append(f"committed {notes}, but the last is not the live site")
    return found + litter(store, junk=False)


def main(way: str, rounds: str, folder: str) -> None:
    """Let two, three or four builds run at once, so many times, and print."""
    if way == "files":
        patch.object(exchange, "possible", return_value=False).start()
    signal.alarm(3600)
    store = store_in(f"{folder}/site")
    os.mkdir(f"{folder}/site")
    _build(store, "first", 2, f"{folder}/log")
    seen: Counter[str] = Counter()
    found: list[str] = []
    for number in range(int(rounds)):
        names = [f"{number}-{'x' * builder}" for builder in range(2 + number % 3)]
        log = f"{folder}/log{number}"
        ended = _round(store, names, log)
        seen.update(f"exit {code}" for code in ended.values())
        found += [f"round {number}: {fault}" for fault in _faults(store, ended, log)]
    sys.stdout.write(json.dumps({"seen": seen, "faults": found}))


if __name__ == "__main__":
    main(*sys.argv[1:])
