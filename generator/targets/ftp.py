"""An account at a host that is reached by FTP, with TLS or without, of whatever year it is."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import RLock

from generator.edge import clock
from generator.edge.ftp import Line, Server
from generator.edge.ftplines import Lines
from generator.edge.known import CLAIM, HELD, STAGE
from generator.model.target import Target
from generator.values.address import address
from generator.values.digest import sha256
from generator.values.ftplist import Listed, of_list, of_mlsd
from generator.values.host import HostFault, Keys, Trace

SLACK = 2
"""Seconds by which a time in whole seconds may mislead."""
DEEPEST = 20
"""So many folders in each other are looked into."""


def host(place: str, target: Target, keys: Keys) -> "Account":
    """The account at a URL."""
    there = address(place)
    secure = target.way == "ftps"
    server = Server(there.host, there.port or 21, keys, secure, target.fingerprint)
    return Account(server, there.path)


class Account:
    """The files below a folder that stands there already."""

    width = 4

    def __init__(self, server: Server, path: str) -> None:
        self.name = f"ftp {server.keys.user}@{server.host}:{server.port}{path}"
        self._root = path.rstrip("/")
        self._lines = Lines(server, self.width)
        self._shows_all = False
        self._sizes: dict[str, int] = {}
        self._inside: dict[str, set[str] | None] = {}
        self._making = RLock()
        try:
            self._begin()
        except BaseException:
            self.close()
            raise

    def holds_part(self) -> bool:
        """An account has the whole site."""
        return False

    def list(self) -> Mapping[str, Trace]:
        """A stamp is the time of the last change; of a file that was just changed it is empty.

        Another change in the same second, or minute, would give it the same time.
        """
        inside = self._walk()
        newest = max((one.at for listed in inside.values() for one in listed or ()), default=0)
        found = {}
        for folder, listed in inside.items():
            for one in listed or ():
                path = _join(folder, one.name)
                is_settled = one.at + one.grain + SLACK <= newest
                if one.kind != "folder" or inside.get(path) is None:
                    found[path] = Trace(one.size, one.stamp if is_settled else "")
        with self._making:
            self._inside = {
                folder: {one.name for one in listed}
                for folder, listed in inside.items()
                if listed is not None
            }
        if HELD in found:
            found[CLAIM] = found.pop(HELD)
        self._sizes = {path: trace.size for path, trace in found.items()}
        return found

    def read(self, path: str) -> bytes:
        """What arrives shorter than the file is was cut off, though the server may not have noticed."""
        if path == CLAIM:
            with suppress(FileNotFoundError):
                return self._read(HELD)
        return self._read(path)

    def _read(self, path: str) -> bytes:
        try:
            with self._lines.one() as line:
                known = self._sizes.get(path)
                body = line.fetch(f"RETR {self._at(path)}", path)
                size = line.size(self._at(path)) if known is None else known
        except FileNotFoundError as error:
            raise self._why(path, error) from error
        if len(body) < size:
            raise HostFault("host/lost", f"{len(body)} < {size}")
        return body

    # What is done there

    def put(self, path: str, body: bytes) -> None:
        """Torn, where it is cut off."""
        self._enter(path)
        with self._lines.one() as line:
            line.store(self._at(path), body)
        self._sizes[path] = len(body)

    def claim(self, path: str, body: bytes) -> bool:
        """A folder that holds the claim is made under a name of its own, and moved.

        That is one step, and goes over no other of its kind.
        """
        own = f"{STAGE}{sha256(body)[:16]}"
        self.put(f"{own}/claim", body)
        is_ours = False
        try:
            is_ours = self._claimed(own, path)
        finally:
            if not is_ours:
                self.remove(f"{own}/claim")
        self._inside.pop(own, None)
        return is_ours

    def rename(self, path: str, target: str) -> None:
        """In one step, where the server has such a step; else what stands there is moved aside before."""
        self._enter(target)
        with self._lines.one() as line:
            self._move(line, self._at(path), self._at(target))
        self._leave(path)
        self._sizes[target] = self._sizes.pop(path, -1)

    def remove(self, path: str) -> None:
        """Folders that hold something of others stay: no server removes them."""
        if path != CLAIM or not self._is_removed(HELD):
            self._is_removed(path)

    def _is_removed(self, path: str) -> bool:
        """Whether a file was there, which is gone now."""
        is_there = True
        try:
            with self._lines.one() as line:
                line.say(f"DELE {self._at(path)}", path, is_there=False)
        except FileNotFoundError as error:
            refused = self._why(path, error)
            if refused is not error:
                raise refused from error
            is_there = False
        self._sizes.pop(path, None)
        self._leave(path)
        return is_there

    def settle(self) -> None:
        """What the server has said to be there is there; more cannot be asked of it."""

    def close(self) -> None:
        """Hang up."""
        self._lines.close()

    # How it is done

    def _begin(self) -> None:
        """See that the folder is there, and find out what names are made of, and what a list shows."""
        with self._lines.one() as line:
            tongues = _tongues(line)
            for tongue in tongues:
                line.tongue = self._lines.tongue = tongue
                try:
                    line.say(f"CWD {self._root or '/'}", self._root, is_there=False)
                    break
                except FileNotFoundError:
                    if tongue == tongues[-1]:
                        raise
            if "MLST" in line.features:
                return
            raw = line.listed("LIST -a", self._root)
            self._shows_all = any(one.name == "." for one in _read(line, raw))
            if len(tongues) > 1 and self._root.isascii() and not _is_utf8(raw):
                self._lines.tongue = tongues[-1]

    def _walk(self) -> dict[str, tuple[Listed, ...] | None]:
        """What stands in each folder; None for one that nobody may look into, or that a link leads back to.

        Ours is looked into though its name begins with a dot: many servers do not show it.
        """
        inside: dict[str, tuple[Listed, ...] | None] = {}
        level = ["", STAGE.rstrip("/")]
        with ThreadPoolExecutor(self.width) as threads:
            for _ in range(DEEPEST):
                for folder, listed in zip(level, threads.map(self._seen, level), strict=True):
                    inside[folder] = None if _leads_back(folder, listed, inside) else listed
                level = [
                    path
                    for folder in level
                    for one in inside[folder] or ()
                    if one.kind == "folder" and (path := _join(folder, one.name)) not in inside
                ]
        return inside

    def _seen(self, folder: str) -> tuple[Listed, ...] | None:
        """What stands in a folder; None where there is none, or it is closed to us, or its name is none."""
        try:
            with self._lines.one() as line:
                return tuple(self._listed(line, folder))
        except FileNotFoundError:
            if not folder:
                raise
        except HostFault as fault:
            if fault.code not in {"host/denied", "host/name"} or not folder:
                raise
        return None

    def _listed(self, line: Line, folder: str) -> Iterator[Listed]:
        """What a folder holds; not all of it would make the rest seem gone, but for what only waits."""
        if "MLST" in line.features:
            raw = line.fetch(f"MLSD {self._at(folder)}", folder)
        else:
            line.say(f"CWD {self._at(folder)}", folder, is_there=False)
            raw = line.listed("LIST -a" if self._shows_all else "LIST", folder)
        if line.left_out and f"{folder}/" != STAGE:
            raise HostFault("host/list", line.left_out)
        yield from (one for one in _read(line, raw) if one.name not in {".", ".."})

    def _why(self, path: str, error: FileNotFoundError) -> OSError:
        """Why a file is refused of which the server does not say whether it is there: the list knows."""
        folder, _, name = path.rpartition("/")
        if any(one.name == name for one in self._seen(folder) or ()):
            return HostFault("host/denied", str(error.__cause__))
        return error

    def _move(self, line: Line, path: str, target: str) -> None:
        """Over a file that stands at the target; there is a moment without it where that must go first."""
        try:
            line.move(path, target)
        except FileExistsError as refused:
            aside = f"{path}.old"
            try:
                line.move(target, aside)
            except OSError as error:
                raise _reason(refused if line.sound else error) from error
            try:
                line.move(path, target)
            except OSError as error:
                with suppress(OSError):
                    line.move(aside, target)
                raise _reason(error) from error
            with suppress(OSError):
                line.say(f"DELE {aside}")

    def _claimed(self, own: str, path: str) -> bool:
        """Whether the claim is ours now; the empty folder of one that was given back by halves is none.

        One that was made another way is a file, and no folder that goes.
        """
        for _ in range(2):
            with suppress(FileExistsError), self._lines.one() as line:
                line.move(self._at(own), self._at(path))
                return True
            if self._seen(path):
                return False
            with suppress(FileNotFoundError), self._lines.one() as line:
                line.say(f"RMD {self._at(path)}", path, is_there=False)
        return False

    def _enter(self, path: str) -> None:
        """Make the folders around a path that is about to have a file; one thread at a time."""
        with self._making:
            folders = path.split("/")[:-1]
            for depth, name in enumerate(folders):
                above = "/".join(folders[:depth])
                self._note(above, name)
                if (folder := _join(above, name)) not in self._inside:
                    self._make(folder)
            self._note("/".join(folders), path.rpartition("/")[2])

    def _note(self, folder: str, name: str) -> None:
        names = self._inside.get(folder)
        if names is not None:
            names.add(name)

    def _make(self, folder: str) -> None:
        """A folder that is new to us; what stood there already holds we know not what."""
        with self._lines.one() as line:
            try:
                line.say(f"MKD {self._at(folder)}", folder)
                self._inside[folder] = set()
            except OSError as refused:
                if not line.sound:
                    raise
                try:
                    line.say(f"CWD {self._at(folder)}", folder)
                except OSError:
                    raise refused from None
                self._inside[folder] = None

    def _leave(self, path: str) -> None:
        """Remove the folders around a path that hold nothing any more, as far as we know."""
        with self._making:
            while "/" in path:
                path, _, name = path.rpartition("/")
                names = self._inside.get(path)
                if names is not None:
                    names.discard(name)
                if names:
                    return
                try:
                    with self._lines.one() as line:
                        line.say(f"RMD {self._at(path)}", path)
                except OSError:
                    return
                self._inside.pop(path, None)

    def _at(self, path: str) -> str:
        return f"{self._root}/{path}".rstrip("/") or "/"


def _leads_back(
    folder: str,
    listed: tuple[Listed, ...] | None,
    inside: Mapping[str, tuple[Listed, ...] | None],
) -> bool:
    """Whether a folder is one that it stands in: it has the same files, and itself, of the same times.

    Servers follow links, and do not say so.
    """
    if not any(one.kind == "file" for one in listed or ()):
        return False
    while folder:
        folder = folder.rpartition("/")[0]
        if inside.get(folder) == listed:
            return True
    return False


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _reason(error: OSError) -> OSError:
    """What the server said when it did not want a file where it should go."""
    said = error.__cause__
    return said if isinstance(error, FileExistsError) and isinstance(said, OSError) else error


def _tongues(line: Line) -> tuple[str, ...]:
    """What names may be made of, the likeliest first: servers of before UTF-8 speak as their system did."""
    if line.knows_utf8:
        return ("utf-8",)
    if "windows" in line.system().lower():
        return ("gbk",)
    return ("utf-8", "gbk")


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _read(line: Line, raw: bytes) -> Iterator[Listed]:
    """What a list says; a name that is none in the server's tongue is not ours, and only has to be seen."""
    text = raw.decode(line.tongue, "replace")
    if text and not text.endswith("\n"):
        raise HostFault("host/lost", text[-40:])
    try:
        yield from of_mlsd(text) if "MLST" in line.features else of_list(text, clock.now())
    except ValueError as error:
        raise HostFault("host/list", str(error)[:80]) from error
