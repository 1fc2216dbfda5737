"""Brings the site of a bundle to a folder: `python3 site.zip FOLDER`, with the standard library alone.

This file is put into every bundle, as its `__main__.py`. It may be run again whenever it was cut off.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import io
import json
import os
import platform
import sys
import time
import zipfile
from typing import TYPE_CHECKING

SITE = "site/"
ROOT = "manifest.json"
SIGNATURE = f"{ROOT}.minisig"
STAGE = ".gongkai"
JOURNAL = f"{STAGE}/journal.json"
CLAIM, LOCK = f"{STAGE}/lock", f"{STAGE}/apply"
"""Seen by everybody who brings a site there; held by the system, until whoever applies a bundle ends."""
OURS = "bundle"
FEW = 20
FOLDER = "a folder"
USAGE = """\
用法  python3 {name} 文件夹 [--allow-delete N]
把这个压缩包里的网站放进文件夹（网站的根目录），逐个文件核对；中途断了，再运行一次就接着做。
Puts the site in this bundle into a folder, and proves every file; run it again if it was cut off.
"""


if TYPE_CHECKING:
    from collections.abc import Iterator


class Refused(Exception):  # noqa: N818 - no error: it says why nothing was done
    """Why nothing was done."""


def main(words: list[str], bundle: str) -> int:
    """Apply the bundle to the folder that the words name; returns the exit code."""
    allowed = 0
    if isinstance(sys.stdout, io.TextIOWrapper):  # what cannot be shown must not end it
        sys.stdout.reconfigure(errors="backslashreplace")
    if "--allow-delete" in words:
        at = words.index("--allow-delete")
        allowed = int(words[at + 1]) if words[at + 1 :] and words[at + 1].isdigit() else 0
        del words[at : at + 2]
    if len(words) != 1 or words[0].startswith("-"):
        sys.stderr.write(USAGE.format(name=os.path.basename(bundle)))
        return 2
    try:
        with zipfile.ZipFile(bundle) as archive, _readable():
            said = Applied(archive, words[0], allowed).go()
    except Refused as refused:
        sys.stderr.write(f"没有动：{refused}\n")
        return 2
    except (OSError, zipfile.BadZipFile) as error:
        sys.stderr.write(
            f"中途出错，再运行一次会接着做（failed, run it again to go on）：{error}\n"
        )
        return 74
    sys.stdout.write(said + "\n")
    return 0


class Applied:
    """A bundle at work on a folder."""

    def __init__(self, archive: zipfile.ZipFile, root: str, allowed: int) -> None:
        self.archive, self.root, self.allowed = archive, root, allowed
        names = (one for one in archive.namelist() if one.startswith(SITE))
        self.brought = {one[len(SITE) :]: one for one in names}

    def go(self) -> str:
        """Look, lay beside, put in place, tidy up; says what was done."""
        if not os.path.isdir(self.root):
            raise Refused(f"没有这个文件夹（no such folder）：{self.root}")
        with self.alone():
            return self.apply()

    def apply(self) -> str:
        """The same, when nobody else is at work there."""
        wanted = listing(self.new)
        ours = self.ours()
        if wanted is None:
            raise Refused(
                "这个压缩包只有变化的部分，和这里的网站接不上；请拿一个装全部的来"
                "（a part that does not fit the site here: bring a bundle with all of it）"
            )
        sent, removed = self.difference(wanted, ours)
        for path in sent:
            self.lay(path, wanted[path])
            ours.setdefault(path, set()).add(wanted[path])
        if not self.is_ours():
            raise Refused(
                f"停顿的时候，{CLAIM} 被删去或者换过了，可能有人正在往这里发布，等他发完再运行"
                "（somebody may be publishing here by now: run it again when they have ended）"
            )
        self.promise(ours)
        twins = {one for one in removed if one.casefold() in {path.casefold() for path in sent}}
        for path in twins:  # a disk that does not tell `a` from `A` has one place for both
            self.remove(path)
        for path in sent:
            self.make_way(path, ours)
            os.makedirs(os.path.dirname(self.at(path)), exist_ok=True)
            os.replace(self.staged(path), self.at(path))
        for path in removed:
            if path not in twins and self.stands(path):
                self.remove(path)
        self.tidy()
        return (
            f"完成：放进 {len(sent)} 个文件，删去 {len(removed)} 个，{len(wanted)} 个都核对过（done）\n"
            "清单的指纹，要和发布时显示的一样（fingerprint, as publish showed it）：\n"
            f"{_grouped(wanted[ROOT])}"
        )

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else brings a site there meanwhile: no other bundle, no publisher."""
        os.makedirs(self.at(STAGE), exist_ok=True)
        with open(self.at(LOCK), "ab") as file:
            if not _locked(file.fileno()) or not self.is_same(file.fileno()):
                raise Refused(
                    "另一个压缩包正在放进这里，等它放完（another bundle is at work here）"
                )
            try:
                self.claim()
                try:
                    yield
                finally:
                    if self.is_ours():
                        _remove(self.at(CLAIM))
            finally:
                _remove(self.at(LOCK))
        if sys.platform == "win32":  # a file that is open stays
            _remove(self.at(LOCK))
        with contextlib.suppress(OSError):
            os.rmdir(self.at(STAGE))

    def is_same(self, file: int) -> bool:
        """Whether an open lock is the one that stands there: whoever had it before may have removed it."""
        try:
            return os.path.samestat(os.fstat(file), os.stat(self.at(LOCK)))
        except FileNotFoundError:
            return False

    def claim(self) -> None:
        """Say that somebody is at work; a claim of a bundle is of one that was killed."""
        said = {"who": _who(), "machine": platform.node(), "since": time.strftime("%Y-%m-%d %H:%M")}
        try:
            with open(self.at(CLAIM), "x", encoding="utf-8") as file:
                json.dump({**said, OURS: True}, file)
        except FileExistsError:
            theirs = _loaded(self.at(CLAIM))
            if not theirs.get(OURS):
                who, machine, since = (theirs.get(key, "?") for key in said)
                raise Refused(
                    f"{who} 正在 {machine} 上往这里发布（{since} 开始）；确实没有人在发布的，删去 {CLAIM}"
                    "（somebody is publishing to this folder; if nobody is, remove that file）"
                ) from None

    def is_ours(self) -> bool:
        """Whether the claim is still that of a bundle; while this one slept, somebody may have come."""
        return bool(_loaded(self.at(CLAIM)).get(OURS))

    def difference(
        self, wanted: dict[str, str], ours: dict[str, set[str]]
    ) -> tuple[list[str], list[str]]:
        """What is to be put there, in the bundle's order, and removed; refused where others' files stand."""
        sent: list[str] = []
        strange: list[str] = []
        lacking: list[str] = []
        order = {path: number for number, path in enumerate(self.brought)}
        going = {path.casefold(): path for path in set(ours) - set(wanted)}
        for path in sorted(wanted, key=lambda one: order.get(one, -1)):
            now, twin = self.digest(path), self.same(path, going.get(path.casefold(), path))
            if now == wanted[path] and twin == path:
                continue
            (sent if path in order else lacking).append(path)
            if now and now not in ours.get(twin, ()):
                strange.append(path)
        removed = sorted(path for path in set(ours) - set(wanted) if self.stands(path))
        strange += [path for path in removed if self.digest(path) not in ours[path]]
        if lacking:
            raise Refused(
                f"压缩包里没有、这里也没有的文件（missing here and in the bundle）：{_named(lacking)}"
            )
        if strange:
            raise Refused(
                "这些文件不是我们放的，或者被人改过，先移走"
                f"（not ours, or changed: move them away）：{_named(strange)}"
            )
        if len(removed) > max(FEW, len(ours) // 10, self.allowed):
            raise Refused(
                f"要删去 {len(removed)} 个文件，确实要删的加上（to remove so many, add）"
                f" --allow-delete {len(removed)}"
            )
        return sent, removed

    def lay(self, path: str, digest: str) -> None:
        """A file beside the site, read back; one that was laid there before is kept."""
        place = self.staged(path)
        if _digest(place) == digest:
            return
        body = self.archive.read(self.brought[path])
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        if _digest(place) != digest:
            raise Refused(f"写进去读出来不一样，压缩包或磁盘坏了（damaged）：{path}")

    def promise(self, ours: dict[str, set[str]]) -> None:
        """Note what may be found here from now on, for the next run if this one is cut off."""
        os.makedirs(os.path.join(self.root, STAGE), exist_ok=True)
        part = self.at(f"{STAGE}/part")
        with open(part, "w", encoding="utf-8") as file:
            json.dump({path: sorted(digests) for path, digests in ours.items()}, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, self.at(JOURNAL))

    def ours(self) -> dict[str, set[str]]:
        """What may stand here of ours, digests by path: the site, and what runs that were cut off put."""
        found = {
            path: {*map(str, digests)}
            for path, digests in _loaded(self.at(JOURNAL)).items()
            if _sound(path) and isinstance(digests, list)
        }
        for path, digest in (listing(self.old) or {}).items():
            found.setdefault(path, set()).add(digest)
        return found

    def make_way(self, path: str, ours: dict[str, set[str]]) -> None:
        """Remove a file of ours where a folder has to stand."""
        folder = path.rpartition("/")[0]
        while folder:
            if folder in ours and os.path.isfile(self.at(folder)):
                os.remove(self.at(folder))
            folder = folder.rpartition("/")[0]

    def remove(self, path: str) -> None:
        """Remove a file, and the folders that it leaves empty."""
        os.remove(self.at(path))
        folder = os.path.dirname(path)
        while folder and not os.listdir(self.at(folder)):
            os.rmdir(self.at(folder))
            folder = os.path.dirname(folder)

    def tidy(self) -> None:
        """Nothing waits any more."""
        for name in os.listdir(self.at(STAGE)):
            if f"{STAGE}/{name}" not in {CLAIM, LOCK} and self.is_ours():
                os.remove(self.at(f"{STAGE}/{name}"))

    def new(self, path: str) -> bytes | None:
        """A file of the new site: from the bundle, or the one that stands here already."""
        if path in self.brought:
            return self.archive.read(self.brought[path])
        return None if path in {ROOT, SIGNATURE} else self.old(path)

    def old(self, path: str) -> bytes | None:
        """A file that stands here."""
        try:
            with open(self.at(path), "rb") as file:
                return file.read()
        except OSError:
            return None

    def digest(self, path: str) -> str:
        """The digest of what stands here; empty where nothing does."""
        return _digest(self.at(path))

    def same(self, path: str, other: str) -> str:
        """The other path, if the disk takes both for one file; else the path itself."""
        try:
            return other if os.path.samefile(self.at(path), self.at(other)) else path
        except OSError:
            return path

    def stands(self, path: str) -> bool:
        """Whether a file, or a link, stands here."""
        return self.digest(path) not in {"", FOLDER}

    def at(self, path: str) -> str:
        """Where it stands on this machine."""
        return os.path.join(self.root, *path.split("/"))

    def staged(self, path: str) -> str:
        """Where it waits."""
        return self.at(f"{STAGE}/{hashlib.sha256(path.encode()).hexdigest()[:32]}")


def listing(read: object) -> dict[str, str] | None:
    """Every file of a site by its manifest, with its digest; None where that does not hold together."""
    assert callable(read)
    root = read(ROOT)
    if root is None:
        return None
    files = {ROOT: hashlib.sha256(root).hexdigest()}
    try:
        for shard in json.loads(root)["shards"]:
            body = read(shard["path"]) if _sound(shard["path"]) else None
            if body is None or hashlib.sha256(body).hexdigest() != shard["sha256"]:
                return None
            files[shard["path"]] = shard["sha256"]
            files.update({row["path"]: row["sha256"] for row in json.loads(body)["files"]})
    except (ValueError, KeyError, TypeError):
        return None
    signature = read(SIGNATURE)
    if signature is not None:
        files[SIGNATURE] = hashlib.sha256(signature).hexdigest()
    return files if all(map(_sound, files)) else None


def _sound(path: str) -> bool:
    """Whether a path stays inside the folder on every system."""
    parts = path.split("/")
    return not ({"", ".", ".."} & set(parts) or set(path) & set("\\:\0"))


def _loaded(path: str) -> dict[str, object]:
    """What a file of ours says; nothing where it is missing or torn."""
    try:
        with open(path, encoding="utf-8") as file:
            said = json.load(file)
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _locked(file: int) -> bool:
    """Put the system's lock on an open file; false while another process has it there."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - each system has only its own

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - each system has only its own

            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


@contextlib.contextmanager
def _readable() -> Iterator[None]:
    """What is made meanwhile all may read, as a web server has to, and only we may write."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.remove(path)


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def _digest(path: str) -> str:
    if os.path.islink(path):
        return "a link"
    if os.path.isdir(path):
        return FOLDER
    try:
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return ""


def _grouped(fingerprint: str) -> str:
    """As `publish` shows it."""
    return " ".join(fingerprint[start : start + 4] for start in range(0, 32, 4))


def _named(paths: list[str]) -> str:
    more = f" … {len(paths)}" if len(paths) > 5 else ""
    return "、".join(paths[:5]) + more


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.path.dirname(os.path.abspath(__file__))))
