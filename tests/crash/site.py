"""A small site before and after a change, and what a reader sees of it. No test, no hook."""

import json
import os
from pathlib import Path
from typing import Literal

from generator.edge.commit import Committed, recover
from generator.edge.fault import faults
from generator.edge.lock import locked
from generator.edge.store import Store
from tests.edge.live import go_live

Pages = dict[str, str]
Seen = Literal["old", "new", "mixed"]

JUNK = {".gitignore": "*\n", "notice/Thumbs.db": "junk"}

_PAGES = {
    "index.html": "front",
    "style.css": "body {}",
    "feed.xml": "<feed/>",
    "finance/index.html": "list",
    "finance/a.html": "a",
    "finance/b.html": "b",
    "finance/2026/c.html": "c",
    "notice/index.html": "list",
    "notice/1.html": "1",
    "gone/only.html": "the folder goes with it",
    "plan": "a file, later a folder",
    "list/x.html": "a folder, later a file",
}


def site(*changes: Pages, without: tuple[str, ...] = ()) -> Pages:
    """Make a site of a dozen pages, with a manifest that names them all."""
    pages = dict(_PAGES)
    for change in changes:
        pages |= change
    pages = {path: text for path, text in pages.items() if path not in without}
    return pages | {"manifest.json": json.dumps([*sorted(pages), "manifest.json"])}


OLDER = site({"index.html": "older front", "notice/0.html": "0"}, without=("finance/b.html",))
OLD = site()
NEW = site(
    {
        "index.html": "new front, with more on it",
        "finance/index.html": "new list",
        "finance/b.html": "corrected",
        "notice/index.html": "new list",
        "notice/2.html": "2",
        "land/2026/d.html": "a new folder",
        "plan/index.html": "a folder now",
        "list": "a file now",
        "empty.txt": "",
    },
    without=("gone/only.html", "plan", "list/x.html", "notice/1.html"),
)


def store_in(base: str) -> Store:
    """Name the folders of the project in `base`."""
    return Store(f"{base}/output", f"{base}/.releases", "output")


def pages_of(root: str) -> Pages:
    """Read every file under a folder but the junk."""
    found = {}
    for folder, _, names in os.walk(root):
        for name in names:
            with open(f"{folder}/{name}", "rb") as file:
                found[f"{folder}/{name}"[len(root) + 1 :]] = file.read().decode()
    return {path: text for path, text in found.items() if path not in JUNK}


def owned_by(store: Store) -> frozenset[str]:
    """Read from the live manifest which files are ours."""
    manifest = Path(store.output, "manifest.json")
    return frozenset(json.loads(manifest.read_text("utf-8"))) if manifest.exists() else frozenset()


def build(store: Store, pages: Pages, *, durable: bool = True) -> Committed:
    """Do what every build does at its end: lock, finish what another left, commit."""
    with locked(store):
        recover(store)
        with faults(store):
            owned = owned_by(store)
        return go_live(store, pages, owned, durable=durable)


def prepare(base: str, before: Pages | None) -> Store:
    """Make a project whose site is `before`, with an older one retired; or one never built."""
    os.mkdir(base)
    store = store_in(base)
    if before is not None:
        build(store, OLDER, durable=False)
        build(store, before, durable=False)
        for path, text in JUNK.items():
            Path(store.output, path).write_text(text, "utf-8")
    return store


def litter(store: Store, *, junk: bool) -> list[str]:
    """Name what lies about that a finished build does not leave, and junk that it lost."""
    base = os.path.dirname(store.output)
    strange = {f".releases/{name}" for name in os.listdir(store.releases)}
    strange |= set(os.listdir(base))
    strange -= {"output", ".releases", ".releases/lock", ".releases/retired"}
    for path, text in JUNK.items() if junk else ():
        file = Path(store.output, path)
        if not file.exists() or file.read_text("utf-8") != text:
            strange.add(f"lost {path}")
    for folder, folders, names in os.walk(store.output):
        if not folders and not names:
            strange.add(f"empty {folder}")
    return sorted(strange)
