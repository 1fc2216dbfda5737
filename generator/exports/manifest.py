"""The list of everything published, with digests: proof for an inspector, memory of what is ours.

`manifest.json` is the root; it names shards (one for the site's own pages, one for each
category and year) with their digests, so that one changed entry changes one shard.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.model.site import Site
from generator.values.artifact import Artifact
from generator.values.digest import sha256

ROOT = "manifest.json"
FORMAT = 1
_BESIDE = re.compile(r"\.json$|(?:--\d+)?\.csv$")


@dataclass(frozen=True, slots=True)
class Public:
    """What the last build left: the paths of its files, and its entries' sources by address."""

    paths: frozenset[str] = frozenset()
    entries: tuple[tuple[str, str], ...] = ()


def export(site: Site, artifacts: Iterable[Artifact], folder: str) -> tuple[Artifact, ...]:
    """The shards and, last, the root. `folder` is the content folder that sources are named from.

    A page at an old address is the site's own; its source makes it one that may not just vanish.
    """
    entries = {one.address: one for one in site.entries}
    moved = {alias.text: one for one in site.entries for alias in one.aliases}
    companions = {one.address.removesuffix(".html"): one for one in site.entries}
    shards: dict[str, list[dict[str, object]]] = {"site": []}
    for artifact in sorted(artifacts, key=lambda one: one.path):
        entry = entries.get(artifact.path)
        owner = entry or companions.get(_stem(artifact.path))
        name = f"{owner.category}-{owner.published.day.year}" if owner else "site"
        row: dict[str, object] = {
            "path": artifact.path,
            "sha256": sha256(artifact.body),
            "bytes": len(artifact.body),
        }
        entry = entry or moved.get(artifact.path)
        if entry:
            row |= {"title": entry.title, "source": entry.source.removeprefix(f"{folder}/")}
        shards.setdefault(name, []).append(row)
    files = [
        Artifact(f"data/manifest/{name}.json", _json({"files": rows}))
        for name, rows in shards.items()
    ]
    listed = [
        {"path": one.path, "sha256": sha256(one.body)}
        for one in sorted(files, key=lambda one: one.path)
    ]
    return (*files, Artifact(ROOT, _json({"format": FORMAT, "shards": listed})))


def _stem(path: str) -> str:
    """The page's address without its ending, for a record or a table that stands beside it."""
    return _BESIDE.sub("", path)


def _json(value: Mapping[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read_public(read: Callable[[str], bytes | None], folder: str) -> Public:
    """What the manifest in `output/` says; nothing where there is none or it cannot be understood."""
    root = read(ROOT)
    if root is None:
        return Public()
    paths, entries = {ROOT}, {}
    try:
        for shard in json.loads(root)["shards"]:
            paths.add(str(shard["path"]))
            for row in json.loads(read(shard["path"]) or b"{}")["files"]:
                paths.add(str(row["path"]))
                if "source" in row:
                    entries[str(row["path"])] = f"{folder}/{row['source']}"
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Public()
    return Public(frozenset(paths), tuple(sorted(entries.items())))
