"""Brings the site of a bundle to a folder: `python3 site.zip FOLDER`, with the standard library alone.

This file is put into every bundle, as its `__main__.py`. It may be run again whenever it was cut off.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zipfile

SITE = "site/"
ROOT = "manifest.json"
STAGE = ".gongkai"
JOURNAL = f"{STAGE}/journal.json"
FEW = 20
FOLDER = "a folder"
USAGE = """\
用法  python3 {name} 文件夹 [--allow-delete N]
把这个压缩包里的网站放进文件夹（网站的根目录），逐个文件核对；中途断了，再运行一次就接着做。
Puts the site in this bundle into a folder, and proves every file; run it again if it was cut off.
"""


class Refused(Exception):  # noqa: N818 - no error: it says why nothing was done
    """Why nothing was done."""


def main(words: list[str], bundle: str) -> int:
    """Apply the bundle to the folder that the words name; returns the exit code."""
    allowed = 0
    if "--allow-delete" in words:
        at = words.index("--allow-delete")
        allowed = int(words[at + 1]) if words[at + 1 :] and words[at + 1].isdigit() else 0
        del words[at : at + 2]
    if len(words) != 1 or words[0].startswith("-"):
        sys.stderr.write(USAGE.format(name=os.path.basename(bundle)))
        return 2
    try:
        with zipfile.ZipFile(bundle) as archive:
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
        wanted = listing(self.new)
        before = {**self.promised(), **(listing(self.old) or {})}
        if wanted is None:
            raise Refused(
                "这个压缩包只有变化的部分，和这里的网站接不上；请拿一个装全部的来"
                "（a part that does not fit the site here: bring a bundle with all of it）"
            )
        sent, removed = self.difference(wanted, before)
        for path in sent:
            self.lay(path, wanted[path])
        self.promise(before)
        for path in sent:
            self.make_way(path, before)
            os.makedirs(os.path.dirname(self.at(path)), exist_ok=True)
            os.replace(self.staged(path), self.at(path))
        for path in removed:
            if self.stands(path):
                self.remove(path)
        self.tidy()
        return f"完成：放进 {len(sent)} 个文件，删去 {len(removed)} 个，{len(wanted)} 个都核对过（done）"

    def difference(
        self, wanted: dict[str, str], before: dict[str, str]
    ) -> tuple[list[str], list[str]]:
        """What is to be put there, in the bundle's order, and removed; refused where others' files stand."""
        sent: list[str] = []
        strange: list[str] = []
        lacking: list[str] = []
        order = {path: number for number, path in enumerate(self.brought)}
        for path in sorted(wanted, key=lambda one: order.get(one, -1)):
            now = self.digest(path)
            if now == wanted[path]:
                continue
            (sent if path in order else lacking).append(path)
            if now and now != before.get(path):
                strange.append(path)
        removed = sorted(path for path in set(before) - set(wanted) if self.stands(path))
        strange += [path for path in removed if before[path] != self.digest(path)]
        if lacking:
            raise Refused(
                f"压缩包里没有、这里也没有的文件（missing here and in the bundle）：{_named(lacking)}"
            )
        if strange:
            raise Refused(
                "这些文件不是我们放的，或者被人改过，先移走"
                f"（not ours, or changed: move them away）：{_named(strange)}"
            )
        if len(removed) > max(FEW, len(before) // 10, self.allowed):
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

    def promise(self, before: dict[str, str]) -> None:
        """Note which site stood here, for the next run if this one is cut off."""
        os.makedirs(os.path.join(self.root, STAGE), exist_ok=True)
        part = self.at(f"{STAGE}/part")
        with open(part, "w", encoding="utf-8") as file:
            json.dump(before, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, self.at(JOURNAL))

    def promised(self) -> dict[str, str]:
        """Which site stood here before a run that was cut off."""
        try:
            with open(self.at(JOURNAL), encoding="utf-8") as file:
                said = json.load(file)
            return {str(path): str(digest) for path, digest in said.items() if _sound(path)}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def make_way(self, path: str, before: dict[str, str]) -> None:
        """Remove a file of ours where a folder has to stand."""
        folder = path.rpartition("/")[0]
        while folder:
            if folder in before and os.path.isfile(self.at(folder)):
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
        stage = os.path.join(self.root, STAGE)
        for name in os.listdir(stage):
            os.remove(os.path.join(stage, name))
        os.rmdir(stage)

    def new(self, path: str) -> bytes | None:
        """A file of the new site: from the bundle, or the one that stands here already."""
        if path in self.brought:
            return self.archive.read(self.brought[path])
        return None if path == ROOT else self.old(path)

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
    return files if all(map(_sound, files)) else None


def _sound(path: str) -> bool:
    """Whether a path stays inside the folder on every system."""
    parts = path.split("/")
    return not ({"", ".", ".."} & set(parts) or set(path) & set("\\:\0"))


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


def _named(paths: list[str]) -> str:
    more = f" … {len(paths)}" if len(paths) > 5 else ""
    return "、".join(paths[:5]) + more


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.path.dirname(os.path.abspath(__file__))))
