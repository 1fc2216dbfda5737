"""An office that publishes small sites without building them, to hosts that fail. No test, no hook."""

import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

from generator.app import publish as use
from generator.app.order import Order
from generator.app.publish import Ask, Outcome
from generator.edge.project import project_at
from generator.exports import manifest
from generator.exports.manifest import Row
from generator.values.digest import sha256
from generator.values.host import Host, Trace
from tests.settling import settle

ROOT = Path(__file__).parents[2]
STARTER = ROOT / "generator/starter/content"
Files = dict[str, bytes]
Verb = Callable[..., Any]
_STYLE = re.compile(r'href="([^"]+\.css)"')
TARGETS = """
发布:
  - 名称: web
    方式: 文件夹
    位置: www
  - 名称: usb
    方式: 压缩包
    位置: usb/site.zip
"""


def site(version: str, more: Mapping[str, str] | None = None) -> Files:
    """A site whose pages all differ from one version to the next, and so does their style sheet.

    The front page leads to every entry.
    """
    style = f"body {{ content: '{version}' }}".encode()
    name = f"assets/style-{sha256(style)[:8]}.css"
    pages = {
        "index.html": "",
        "404.html": "",
        "finance/index.html": "../",
        "finance/2026/a.html": "../../",
        "finance/2026/b.html": "../../",
        **{f"finance/2026/{number}.html": "../../" for number in range(20)},
    }
    entries = sorted(path for path in (*pages, *(more or ())) if "2026/" in path)
    links = {"index.html": "".join(f'<a href="{path}">' for path in entries)}
    files = {
        path: f'<link href="{up}{name}" rel="stylesheet">{version} {path}{links.get(path, "")}'.encode()
        for path, up in pages.items()
    }
    files |= {name: style, "finance/2026/a/photo.jpg": b"photo", "robots.txt": b"robots"}
    return whole({**files, **{path: text.encode() for path, text in (more or {}).items()}})


def whole(files: Mapping[str, bytes]) -> Files:
    """The files with the manifest that names them."""
    rows = [
        Row(path, sha256(body), len(body), "site", *(("标题", path) if "2026/" in path else ()))
        for path, body in files.items()
    ]
    shard = manifest.shard("site", rows)
    root = manifest.root({"site": sha256(shard.body)})
    return {**files, shard.path: shard.body, root.path: root.body}


class Office:
    """A project with a folder `www` to publish to, and a stick."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.www, self.usb = folder, folder / "www", folder / "usb"
        shutil.copytree(STARTER, folder / "content")
        settle(folder / "content")
        for one in (self.www, self.usb):
            one.mkdir()
        with (folder / "content/site.yaml").open("a", encoding="utf-8") as file:
            file.write(TARGETS)

    @property
    def order(self) -> Order:
        """What every command begins with."""
        return Order(project_at("content", None, str(self.folder)))

    def build(self, files: Files) -> None:
        """Let `output/` hold these files."""
        fill(self.folder / "output", files)

    def publish(self, **asked: Any) -> Outcome:
        """Publish to the folder, unless another target is named."""
        return use.publish(self.order, Ask(**{"target": "web", **asked}))

    def receipts(self) -> list[dict[str, Any]]:
        """What is on record."""
        path = self.folder / "content/records/publish.jsonl"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        return [json.loads(line) for line in lines]


def fill(folder: Path, files: Files) -> None:
    """Let a folder hold these files and no others."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, body in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)


def files_of(folder: Path) -> Files:
    """Every file in a folder."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def torn(folder: Path, *versions: Files) -> list[str]:
    """Pages that are of none of these versions, or whose style sheet is missing or torn."""
    there = files_of(folder)
    wrong = []
    for path, body in there.items():
        if path.startswith(".gongkai/"):
            continue
        if not any(body == one.get(path) for one in versions):
            wrong.append(path)
        wrong += [
            f"{path} without {name}"
            for name in styles_of(path, body)
            if not any(there.get(name) == one.get(name, b"") for one in versions)
        ]
    return wrong


def styles_of(path: str, body: bytes) -> list[str]:
    """The style sheets of a page, by their paths from the root on."""
    sheets = _STYLE.findall(body.decode()) if path.endswith(".html") else ()
    return [normpath(join(dirname(path), sheet)) for sheet in sheets]


class Cut(BaseException):
    """The end of a process, at once; nothing of ours catches it."""


class Faulty:
    """A host that fails from a moment on: before a step, after it, or in the midst of it."""

    def __init__(self, host: Host, at: int, how: str, error: BaseException | None = None) -> None:
        self._host, self._at, self._how, self._error = host, at, how, error
        self.name, self.width, self.steps = host.name, host.width, 0
        self.sent: list[str] = []

    def _do(self, verb: Verb, *words: Any) -> Any:
        self.steps += 1
        if self.steps < self._at:
            return verb(*words)
        failure = self._error or Cut()
        if self.steps == self._at and self._how == "after":
            verb(*words)
        elif self.steps == self._at and self._how == "torn" and verb.__name__ == "put":
            path, body = words
            verb(path, body[: len(body) // 2])
        if self._error and self.steps > self._at:
            return verb(*words)  # a single failure: what comes later goes well
        raise failure

    def holds_part(self) -> bool:
        """As the host says."""
        return self._host.holds_part()

    def list(self) -> Mapping[str, Trace]:
        """As the host does."""
        found: Mapping[str, Trace] = self._do(self._host.list)
        return found

    def read(self, path: str) -> bytes:
        """As the host does."""
        body: bytes = self._do(self._host.read, path)
        return body

    def put(self, path: str, body: bytes) -> None:
        """As the host does, and noted."""
        self.sent.append(path)
        self._do(self._host.put, path, body)

    def settle(self) -> None:
        """As the host does."""
        self._do(self._host.settle)

    def close(self) -> None:
        """A process that is gone closes nothing."""

    def claim(self, path: str, body: bytes) -> bool:
        """As the host does."""
        return bool(self._do(self._host.claim, path, body))

    def rename(self, path: str, target: str) -> None:
        """As the host does."""
        self._do(self._host.rename, path, target)

    def remove(self, path: str) -> None:
        """As the host does."""
        self._do(self._host.remove, path)
