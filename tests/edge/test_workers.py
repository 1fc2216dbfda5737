"""Work shared among processes: the same result however they begin, and an end in words when one dies."""

import errno
import io
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.cli.main import main
from generator.edge import workers
from generator.edge.workers import Start, Workers
from generator.values.problem import Stop
from tests.conftest import HOUSE
from tests.laws.village import BASE, NOTICE, built, tree, write

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
"""The threads of pytest-xdist are nothing to the workers."""
METHODS: list[Start] = ["spawn", "fork"] if sys.platform == "linux" else ["spawn"]
NOTICES = {
    f"content/affairs/2026/10-{number}.md": NOTICE.format(title=number, day="2026-10-08", body="丙")
    for number in range(40)
}
"""So many that their pages are shared out, too."""
LARGE = "x" * 300_000
"""More than a pipe holds: whoever sends it waits for somebody to take it."""


def measure(text: str) -> tuple[int, int]:
    """Honest work: the length, and who has measured it."""
    return len(text), os.getpid()


def die(text: str) -> int:
    """A worker that the system ends in the middle."""
    if text.startswith("die"):
        os.kill(os.getpid(), signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    return len(text)


def eat(text: str) -> str:
    """Work for which the memory does not suffice."""
    raise MemoryError(text)


def fork_no_more(text: str) -> str:
    """Work that needs a process of its own, and gets none."""
    raise OSError(errno.EAGAIN, text)


def lose(text: str) -> str:
    """A bug of ours."""
    raise FileNotFoundError(errno.ENOENT, text)


def stop_of(work: Callable[[str], object], items: Sequence[str], there: Workers) -> Stop:
    """How the work was stopped; no worker is left behind."""
    with pytest.raises(Stop) as stop:
        list(there.each(work, items))

    assert [] == multiprocessing.active_children()
    return stop.value


@pytest.mark.parametrize("start", METHODS)
def test_the_results_come_in_order_from_elsewhere(start: Start) -> None:
    """As from this process alone."""
    items = ["x" * size for size in range(40)]
    found = list(Workers(3, start).each(measure, items))

    assert list(range(40)) == [size for size, _ in found]
    assert os.getpid() not in {process for _, process in found}
    assert {(len(items[1]), os.getpid())} == set(Workers(1).each(measure, items[1:2]))


@pytest.mark.parametrize("size", [1, 7, 100, 10_000])
def test_shares_grow_smaller_towards_the_end(size: int) -> None:
    """All of it once and in order; who is last has little left to do."""
    shares = [range(size)[one] for one in workers._cut(size, 8)]  # noqa: SLF001 - no clock is so exact
    sizes = [*map(len, shares)]

    assert [*range(size)] == [one for share in shares for one in share]
    assert sizes == sorted(sizes, reverse=True)
    assert max(1, size // 8) == sizes[0]
    assert 1 == sizes[-1]


@pytest.mark.parametrize("start", METHODS)
def test_a_site_is_the_same_however_its_workers_begin(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte what one process makes, by copies of the builder or by new ones."""
    asked: list[str] = []

    def method() -> Start:
        asked.append(start)
        return start

    write(tmp_path, {**BASE, **NOTICES})
    assert 0 == built(tmp_path, "alone").exit_code
    assert [] == asked
    monkeypatch.setattr(workers, "method", method)
    assert 0 == built(tmp_path, "shared", jobs=2).exit_code

    assert 2 <= len(asked)
    assert tree(tmp_path / "alone/output") == tree(tmp_path / "shared/output")


@pytest.mark.parametrize("start", METHODS)
@pytest.mark.parametrize("items", [["die"] * 8, ["a", "die", LARGE] * 40, [LARGE] * 40 + ["die"]])
def test_a_worker_that_dies_stops_the_run(start: Start, items: list[str]) -> None:
    """Whatever the others are doing, and whatever is still to be handed out."""
    stop = stop_of(die, items, Workers(2, start))

    assert ("workers/died", 74) == (stop.problem.code, stop.exit_code)


@pytest.mark.parametrize("there", [Workers(1), Workers(2, METHODS[-1])], ids=["here", "elsewhere"])
@pytest.mark.parametrize(("work", "error"), [(eat, "ENOMEM"), (fork_no_more, "EAGAIN")])
def test_want_of_memory_stops_the_run(
    work: Callable[[str], object], error: str, there: Workers
) -> None:
    """In a worker and in the builder itself."""
    stop = stop_of(work, ["a", "b"], there)

    assert ("workers/short", 74) == (stop.problem.code, stop.exit_code)
    assert ("error", error) in stop.problem.facts


def test_a_worker_that_cannot_begin_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that have begun are ended."""
    begun = iter([workers.process(METHODS[-1])])

    def process(_: Start) -> Any:
        return next(begun, lambda **_: fork_no_more("no process left"))

    monkeypatch.setattr(workers, "process", process)
    stop = stop_of(die, ["a"] * 8, Workers(2, METHODS[-1]))

    assert ("workers/short", 74) == (stop.problem.code, stop.exit_code)
    assert ("error", "EAGAIN") in stop.problem.facts


def test_a_bug_of_ours_stays_one() -> None:
    """It is not taken for a shortage, and says where in the worker it was."""
    with pytest.raises(FileNotFoundError) as bug:
        list(Workers(2, METHODS[-1]).each(lose, ["a", "b"]))

    assert "in lose" in bug.value.__notes__[0]


DYING = """
import os, sys
from generator.cli.main import run
from generator.edge import workers

workers.die_with_the_builder = lambda: os._exit(137)
sys.argv[0] = "gongkai"
run()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only a copy of the builder finds the change")
@pytest.mark.parametrize(
    ("built", "live"), [(True, "网站还是上一次的样子"), (False, "网站还没有写上去")]
)
def test_a_build_whose_worker_dies_ends_in_words(tmp_path: Path, *, built: bool, live: str) -> None:
    """Exit code 74, what happened, what to do; and the site that was there, if there was one, is there."""
    write(tmp_path, BASE)
    words = ["build", "--json", "--site", str(tmp_path / "content")]
    if built:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            assert 0 == main(words, {}, str(HOUSE), "gongkai")
    before = tree(tmp_path / "output") if built else {}
    write(tmp_path, {**BASE, **NOTICES})
    done = subprocess.run(
        [sys.executable, "-c", DYING, *words, "--clean", "--jobs", "2", "--lang", "zh"],
        cwd=HOUSE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert 74 == done.returncode
    assert "一个做事的进程中途被结束了" in done.stderr
    assert live in done.stderr
    assert "Traceback" not in done.stderr
    assert ["workers/died"] == [one["code"] for one in json.loads(done.stdout)["problems"]]
    assert before == (tree(tmp_path / "output") if built else {})
    assert built == (tmp_path / "output").exists()


@pytest.mark.parametrize("start", METHODS)
def test_what_is_done_meanwhile_is_done_once_and_here(start: Start) -> None:
    """While workers are busy; where there are none, nobody waits for anything."""
    done: list[int] = []
    many = Workers(2, start).each(len, ["a", "bb"], meanwhile=lambda: done.append(os.getpid()))
    alone = Workers(1).each(len, ["a", "bb"], meanwhile=lambda: done.append(0))

    assert [1, 2] == list(many)
    assert [1, 2] == list(alone)
    assert [os.getpid()] == done


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is copied")
def test_work_beside_is_told_something_when_it_is_let_go() -> None:
    """By the one who lets it go, and its result comes back, in whichever process it is."""
    for jobs in (1, 2):
        with Workers(jobs, "fork").beside(lambda wait: {**wait(), "b": 2}, 1) as let_go:
            assert {"a": 1, "b": 2} == let_go({"a": 1})


def note(path: Path, wait: Callable[[], object]) -> bool:
    """Say who is at work; wait; say it again."""
    path.write_text(f"{os.getpid()} begins", "utf-8")
    wait()
    path.write_text(f"{os.getpid()} ends", "utf-8")
    return True


def die_beside(_: Callable[[], object]) -> bool:
    """Killed by the system."""
    os.kill(os.getpid(), signal.SIGKILL)
    return True


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is copied")
def test_work_beside_the_builder_ends_when_it_is_let_go(tmp_path: Path) -> None:
    """By another process; one that is not let go never comes to its end."""
    for is_let_go in (True, False):
        path = tmp_path / str(is_let_go)
        with Workers(2, "fork").beside(partial(note, path), 1) as let_go:
            while not path.exists() or not path.read_text("utf-8"):
                os.sched_yield()
            who, _, what = path.read_text("utf-8").partition(" ")
            assert (what, who == str(os.getpid())) == ("begins", False)
            assert not is_let_go or let_go()

        assert f"{who} {'ends' if is_let_go else 'begins'}" == path.read_text("utf-8")
        assert [] == multiprocessing.active_children()


@pytest.mark.parametrize("there", [Workers(1), Workers(2, "spawn"), Workers(0)])
def test_where_nothing_is_copied_it_is_done_here(there: Workers, tmp_path: Path) -> None:
    """When it is let go."""
    with there.beside(partial(note, tmp_path / "note"), 1) as let_go:
        assert [] == [*tmp_path.iterdir()]
        assert let_go()

    assert f"{os.getpid()} ends" == (tmp_path / "note").read_text("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is copied")
def test_work_beside_that_dies_is_not_done() -> None:
    """And nobody else has to end for it; a bug of ours is shown."""
    with Workers(2, "fork").beside(die_beside, 1) as let_go:
        assert not let_go()
    with Workers(2, "fork").beside(lambda _: 1 // 0 > 0, 1) as let_go:
        for one in multiprocessing.active_children():
            one.join()  # nobody hears any more that it is let go
        with pytest.raises(ZeroDivisionError):
            let_go()


INTERRUPTED = """
import os, signal, sys
from generator.edge.workers import Workers

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it

def wait(item):
    os.write(1, b"." if signal.getsignal(signal.SIGINT) is signal.SIG_IGN else b"!")
    signal.pause()

try:
    list(Workers(2, "fork").each(wait, "abcdefgh"))
except KeyboardInterrupt:
    print("stopped")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is copied")
def test_ctrl_c_ends_the_workers_at_once_and_they_say_nothing() -> None:
    """A terminal sends it to all of them; only the builder answers."""
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED],
        cwd=HOUSE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as builder:
        assert builder.stdout
        begun = builder.stdout.read(2)
        os.killpg(builder.pid, signal.SIGINT if begun == b".." else signal.SIGKILL)
        out, err = builder.communicate()

    assert (b"..", b"stopped\n", b"") == (begun, out, err)


KILLED = """
import os, signal
from generator.edge import workers

builder = os.getpid()

def kill():
    os.kill(builder, signal.SIGKILL)
    while os.getppid() == builder:
        os.sched_yield()

"""
EARLY = """
workers.spare_the_old = kill  # the very first that a worker does
with workers.Workers(2, "fork").beside(lambda wait: os.write(1, b"goes on"), 1):
    signal.pause()
"""
UNASKED = """
workers.die_with_the_builder = int  # as where no kernel does it
hired = workers.Workers(3, "fork").each(len, ["a"] * 12)
with workers.Workers(2, "fork").beside(lambda wait: wait(), 1):
    next(hired)
    os.kill(builder, signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is copied")
@pytest.mark.parametrize("how", [EARLY, UNASKED], ids=["early", "unasked"])
def test_no_worker_outlives_a_builder_that_is_killed(how: str) -> None:
    """Not when it had no time to ask for that, nor where it cannot; each of them holds our output."""
    with subprocess.Popen(
        [sys.executable, "-c", KILLED + how],
        cwd=HOUSE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as builder:
        try:
            out, _ = builder.communicate(timeout=600)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(builder.pid, signal.SIGKILL)

    assert (b"", -signal.SIGKILL) == (out, builder.returncode)


def test_so_many_processes_are_never_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows cannot wait for more than 61 and refuses."""
    asked: list[int] = []

    def shared(
        work: Callable[[str], int], items: Sequence[str], count: int, *_: object
    ) -> Iterator[int]:
        asked.append(count)
        return map(work, items)

    monkeypatch.setattr(workers, "_shared", shared)
    list(Workers(500).each(len, ["a"] * 100))

    assert [workers.MOST] == asked


def test_a_process_with_threads_is_not_copied() -> None:
    """A lock that another thread holds would stay locked in the copy."""
    wait = threading.Event()
    other = threading.Thread(target=wait.wait)
    other.start()
    try:
        assert workers.method() == "spawn"
    finally:
        wait.set()
        other.join()
