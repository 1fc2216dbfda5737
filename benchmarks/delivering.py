"""A site brought to a host over SFTP: ours against a script with paramiko, and against `sftp -b`.

    python benchmarks/delivering.py [--files 1000] [--trip 30] [--unchanged 10000] --tools ../tools

The host is OpenSSH on loopback, behind a line on which an answer takes `--trip` milliseconds. All
three put each file beside its place, read it back and compare it, and rename it into its place;
ours also logs in, lists the host before and after, and has every file brought to the disk. `--peers`
files are enough for those that bring one after the other, because their pace does not change.
Then a site of `--unchanged` files that stands there already: it is looked at, and nothing is sent or
read. Once by the host's side alone; once by `publish` as a clerk runs it, from the start of the process
to its end, with every file of `output/` read and compared with its manifest.
"""

import argparse
import filecmp
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import corpus  # noqa: E402 - the script's folder is not the project's
from generator.app import bringing, wiring  # noqa: E402
from generator.app.bringing import Expected, nobody  # noqa: E402
from generator.app.delivery import deliver  # noqa: E402
from generator.edge.known import CLAIM  # noqa: E402
from generator.model.target import Target  # noqa: E402
from generator.values.digest import sha256  # noqa: E402
from generator.values.host import Filed, Host  # noqa: E402
from generator.values.place import Place  # noqa: E402
from tests.targets.servers.sftp import serving  # noqa: E402

FOLDERS = 40
SIZE = 8192
BEHIND = """
import sys
from tests.targets.wire import Wire
with Wire(int(sys.argv[1]), delay=float(sys.argv[2])) as wire:
    print(wire.port, flush=True)
    sys.stdin.read()
"""
"""A line in a process of its own, so that it takes no time of ours."""


def write(folder: Path, count: int) -> dict[str, bytes]:
    """A site of so many pages, below the folder."""
    dice = random.Random(8)
    bodies = {
        f"finance/{number % FOLDERS:02}/{number}.html": dice.randbytes(SIZE)
        for number in range(count)
    }
    for path, body in bodies.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(body)
    return bodies


@contextmanager
def line(port: int, trip: float) -> Iterator[int]:
    """The port of a line to that port, on which an answer takes so many seconds."""
    words = [sys.executable, "-c", BEHIND, str(port), str(trip / 2)]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True
    ) as wire:
        yield int(wire.stdout.readline())
        wire.stdin.close()


def opened(address: str) -> Host:
    """Our way to the host."""
    host = wiring.opened(address, Target("far", "sftp", address, 0, Place("site.yaml")))
    assert isinstance(host, Host)
    return host


def listed(bodies: dict[str, bytes]) -> dict[str, Filed]:
    """The files as a release has them."""
    return {path: Filed(path, sha256(body), len(body)) for path, body in bodies.items()}


def ours(address: str, bodies: dict[str, bytes]) -> float:
    """Seconds until all is in place."""
    wanted = listed(bodies)
    by_digest = {sha256(body): body for body in bodies.values()}
    began = time.perf_counter()
    with closing(opened(address)) as host:
        host.claim(CLAIM, b"")
        delivery = deliver(wanted, {})
        bringing.stage(host, delivery, by_digest.__getitem__, host.list(), nobody)
        bringing.switch(host, delivery, lambda: None)
        bringing.arrived(wanted, host.list())
        host.remove(CLAIM)
    return time.perf_counter() - began


def unchanged(address: str, bodies: dict[str, bytes]) -> float:
    """Seconds until it is known that all of a site stands there as it was left."""
    wanted = listed(bodies)
    with closing(opened(address)) as host:
        stamps = host.list()
    left = Expected({path: {one.sha256} for path, one in wanted.items()}, frozenset(wanted), stamps)
    began = time.perf_counter()
    with closing(opened(address)) as host:
        host.claim(CLAIM, b"")
        there = bringing.look(host, wanted, left, host.list())
        host.remove(CLAIM)
    took = time.perf_counter() - began
    assert deliver(wanted, there.ours).is_empty
    return took


def command(address: str, project: Path, count: int) -> tuple[float, float, int]:
    """Seconds of `publish` when nothing has changed, and of its processor time; how many files there are.

    A site of the corpus with about so many, as it comes; the quickest of three.
    """
    corpus.write(project, max(1, count * 3 // 8))
    settings = project / "content/site.yaml"
    text = settings.read_text("utf-8").replace("\n今天:", "\n# 今天:")
    target = f"\n发布:\n  - 名称: far\n    方式: SFTP\n    位置: {address}\n"
    settings.write_text(text + target, "utf-8")

    def go(*words: str) -> tuple[float, float]:
        used, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        call = [sys.executable, ROOT / "build.py", *words]
        done = subprocess.run(call, cwd=project, capture_output=True, text=True, check=False)
        took, now = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        assert done.returncode == 0, done.stderr
        return took, now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime

    go("build")
    go("publish")
    files = sum(path.is_file() for path in (project / "output").rglob("*"))
    return *min(go("publish") for _ in range(3)), files


def batch(address: str, home: Path, folder: Path, place: Path) -> float:
    """Seconds of `sftp -b`; what was got back is compared at the end."""
    back = folder.with_name("back")
    lines = []
    for path in sorted(folder.rglob("*.html")):
        target = place / path.relative_to(folder)
        got = back / path.relative_to(folder)
        got.parent.mkdir(parents=True, exist_ok=True)
        lines += [f"put {path} {target}.part", f"get {target}.part {got}"]
        lines += [f"rename {target}.part {target}"]
    at = urlsplit(address)
    words = ["-q", "-b", "-", "-i", f"{home}/.ssh/id_ed25519", "-P", str(at.port)]
    words += ["-o", f"UserKnownHostsFile={home}/.ssh/known_hosts", f"{at.username}@{at.hostname}"]
    began = time.perf_counter()
    subprocess.run(
        ["/usr/bin/sftp", *words],
        input="\n".join(lines),
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    took = time.perf_counter() - began
    for path in folder.rglob("*.html"):
        assert filecmp.cmp(path, back / path.relative_to(folder), shallow=False)
    return took


def paramiko(python: Path, address: str, home: Path, folder: Path, place: Path) -> float:
    """Seconds of a script that brings one after the other."""
    script = ROOT / "benchmarks/parts/one_by_one.py"
    at = urlsplit(address)
    words = [python, script, str(at.port), str(at.username), home / ".ssh", folder, place]
    return float(subprocess.run(words, capture_output=True, text=True, check=True).stdout)


def fresh(folder: Path, name: str) -> Path:
    """An empty place on the host, with the folders that peers do not make."""
    place = folder / name
    for number in range(FOLDERS):
        (place / f"finance/{number:02}").mkdir(parents=True)
    return place


def row(name: str, count: int, took: float) -> None:
    """One line of the table."""
    print(f"| {name} | {count:,} | {took:.1f} | {count / took:.0f} |", flush=True)


def main() -> None:
    """Everybody once, one after the other."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--files", type=int, default=1000)
    arguments.add_argument("--trip", type=float, default=30.0, help="milliseconds of an answer")
    arguments.add_argument("--peers", type=int, default=100)
    arguments.add_argument("--unchanged", type=int, default=10_000)
    arguments.add_argument("--tools", type=Path, help="a virtual environment with paramiko")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "place").mkdir()
        bodies = write(folder / "site", asked.files)
        few, home = folder / "few", folder / "home"
        write(few, asked.peers)
        with serving(folder) as near, line(urlsplit(near).port, asked.trip / 1000) as port:
            known = home / ".ssh/known_hosts"
            known.write_text(known.read_text().replace(f":{urlsplit(near).port} ", f":{port} "))
            address = near.replace(f":{urlsplit(near).port}/", f":{port}/")
            print("| what | files | seconds | files a second |\n| --- | ---: | ---: | ---: |")
            row("ours", asked.files, ours(address, bodies))
            if asked.tools:
                python, place = asked.tools / "bin/python", fresh(folder, "paramiko")
                row("paramiko", asked.peers, paramiko(python, address, home, few, place))
            row("`sftp -b`", asked.peers, batch(address, home, few, fresh(folder, "batch")))
            more = write(folder / "much/place", asked.unchanged)
            for path in more:
                os.utime(folder / "much/place" / path, (0, 0))
            address = address.replace(f"{folder}/", f"{folder}/much/")
            row("ours, unchanged", asked.unchanged, unchanged(address, more))
            address = address.replace(f"{folder}/much/", f"{folder}/whole/")
            (folder / "whole/place").mkdir(parents=True)
            took, used, count = command(address, folder / "project", asked.unchanged)
            row(f"ours, the whole command, {used:.2f} s of it processor time", count, took)


if __name__ == "__main__":
    main()
