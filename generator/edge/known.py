"""What we know of a host: what we left there, what we were about to leave, and who is at work."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from secrets import token_hex
from typing import Any

from generator.edge import clock, disk
from generator.edge.holding import take
from generator.edge.lock import machine
from generator.values.dataclass import dataclass
from generator.values.host import Filed, Host, Trace

STAGE = ".gongkai/"
"""The folder on a host in which files wait until all have arrived; nobody else's stand there."""
CLAIM = f"{STAGE}lock"
HELD = f"{CLAIM}/claim"
"""Where the claim is where it has to be a folder with a file in it: over FTP, whatever way comes later."""


@dataclass(frozen=True, slots=True)
class Left:
    """How a host was left: which release, by its number and fingerprint, and how each file looked."""

    host: str
    release: int
    fingerprint: str
    files: Mapping[str, tuple[Filed, str]]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is at work on a host, and since when."""

    who: str
    machine: str
    since: str


class Known:
    """The notes about one target, in a folder of their own."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._left, self._promise = f"{folder}/left.json", f"{folder}/journal.json"
        self._claim = f"{folder}/claim"
        self._signature = f"{folder}/signature"

    # What stands there

    def left(self, host: str) -> Left | None:
        """How that host was left; None where it is not known."""
        said = _read(self._left)
        try:
            if said["host"] != host:
                return None
            files = {
                path: (Filed(path, str(digest), int(size)), str(stamp))
                for path, (digest, size, stamp) in said["files"].items()
            }
            return Left(host, int(said["release"]), str(said["fingerprint"]), files)
        except (KeyError, TypeError, ValueError, AttributeError):
            return None

    def leave(self, left: Left) -> None:
        """Note how a host was left, and that nothing is under way."""
        files = {path: (*one[1:], stamp) for path, (one, stamp) in left.files.items()}
        said = {
            "host": left.host,
            "release": left.release,
            "fingerprint": left.fingerprint,
            "files": files,
        }
        disk.put(self._left, json.dumps(said, ensure_ascii=False).encode())
        disk.remove(self._promise)

    # What was made for it

    def remembered(self, fingerprint: str) -> bytes | None:
        """What was kept about the packages with that fingerprint."""
        path = self._memory(fingerprint)
        return disk.read(path) if disk.kind(path) == "file" else None

    def remember(self, fingerprint: str, body: bytes) -> None:
        """Keep, before they are brought, what the next packages have to follow."""
        disk.make_folder(self._folder)
        disk.put(self._memory(fingerprint), body)

    def forget(self, fingerprint: str) -> None:
        """Let go of all that is not about those, which are there now."""
        kept = self._memory(fingerprint)
        for path, _ in disk.read_tree(self._folder):
            one = f"{self._folder}/{path}"
            if path.startswith("packages-") and one != kept:
                disk.remove(one)

    def signature(self) -> bytes:
        """The last signature that was made; empty where there is none."""
        return disk.read(self._signature) if disk.kind(self._signature) == "file" else b""

    def sign(self, signature: bytes) -> None:
        """Keep a signature, so that nobody is asked for the key again."""
        disk.make_folder(self._folder)
        disk.put(self._signature, signature)

    def _memory(self, fingerprint: str) -> str:
        return f"{self._folder}/packages-{fingerprint[:16]}.json"

    # What is under way

    def promised(self, host: str) -> dict[str, set[str]]:
        """What interrupted deliveries may have put there: digests by path; nothing where none was."""
        said = _read(self._promise)
        try:
            if said["host"] != host:
                return {}
            return {str(path): {*map(str, digests)} for path, digests in said["files"].items()}
        except (KeyError, TypeError, AttributeError):
            return {}

    def begun(self, host: str) -> str:
        """The fingerprint of what an interrupted delivery was about to leave there; empty for none."""
        said = _read(self._promise)
        is_here = isinstance(said, dict) and said.get("host") == host
        return str(said.get("fingerprint", "")) if is_here else ""

    def promise(self, host: str, fingerprint: str, files: Mapping[str, set[str]]) -> None:
        """Note, before anything is sent, what may be found there from now on."""
        plain = {path: sorted(digests) for path, digests in files.items()}
        disk.make_folder(self._folder)
        said = {"host": host, "fingerprint": fingerprint, "files": plain}
        disk.put(self._promise, json.dumps(said, ensure_ascii=False).encode())

    def is_interrupted(self) -> bool:
        """Whether a delivery began and did not end."""
        return disk.kind(self._promise) is not None

    # Who is at work

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Whether nobody else of this machine brings this site there, as long as it lasts."""
        disk.make_folder(self._folder)
        with _lock(f"{self._folder}/lock") as is_free:
            yield is_free

    def is_alone(self) -> bool:
        """Whether nobody of this machine brings this site to another place just now."""
        targets, own = os.path.split(self._folder)
        for path, _ in disk.read_tree(targets):
            name, _, rest = path.partition("/")
            if rest == "lock" and name != own:
                with _lock(f"{targets}/{path}") as is_free:
                    if not is_free:
                        return False
        return True

    def claim(self, host: Host, who: str) -> Holder | None:
        """Let nobody else publish to the host; who does already, if somebody does.

        A claim that this project made and did not take back is ours: whoever made it has died. No two
        are the same, also of two copies of a project that begin in the same second.
        """
        said = {"who": who, "machine": machine(), "since": clock.wall(), "mark": token_hex(8)}
        ours = json.dumps(said).encode()
        earlier = disk.read(self._claim).split(b"\n") if disk.kind(self._claim) else []
        disk.put(self._claim, b"\n".join((*earlier, ours)))
        while not host.claim(CLAIM, ours):
            path, theirs = _claimed(host)
            if theirs not in earlier:
                return _holder(theirs)
            host.remove(path)
        return None

    def overtaken(self, host: Host) -> Holder | None:
        """Who took our place there since we claimed it; None while it is still ours."""
        theirs = _claimed(host)[1]
        return None if theirs == disk.read(self._claim).split(b"\n")[-1] else _holder(theirs)

    def release(self, host: Host) -> None:
        """Let others publish; on a host that is out of reach the claim stays, and is ours next time.

        One of somebody else, who took our place, is left to them.
        """
        with suppress(OSError):
            if self.overtaken(host) is None:
                host.remove(CLAIM)
            disk.remove(self._claim)


def stamped(
    files: Mapping[str, Filed], traces: Mapping[str, Trace]
) -> dict[str, tuple[Filed, str]]:
    """Files with the stamps that they have on a host."""
    return {path: (one, traces[path].stamp) for path, one in files.items()}


@contextmanager
def _lock(path: str) -> Iterator[bool]:
    """Whether the lock is ours, as long as it lasts."""
    file = disk.open_lock(path)
    try:
        yield take(file)
    finally:
        os.close(file)


def _claimed(host: Host) -> tuple[str, bytes]:
    """The claim that stands on a host; empty where there is none, or it was given back just now."""
    try:
        return CLAIM, host.read(CLAIM)
    except FileNotFoundError:
        return CLAIM, b""
    except OSError:
        with suppress(OSError):
            return HELD, host.read(HELD)
        raise


def _holder(body: bytes) -> Holder:
    try:
        said = json.loads(body)
        return Holder(str(said["who"]), str(said["machine"]), str(said["since"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return Holder("?", "?", "?")


def _read(path: str) -> Any:  # noqa: ANN401 - whatever JSON stands there
    """What stands in a note of ours; nothing where it is missing or makes no sense."""
    try:
        return json.loads(disk.read(path))
    except (OSError, ValueError, RecursionError):
        return {}
