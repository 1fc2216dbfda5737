"""The list of everything published, with digests: proof for an inspector, memory of what is ours.

`manifest.json` is the root; it names shards (one for the site's own pages, one for each
category and year) with their digests, so that one changed entry changes one shard.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from json.encoder import encode_basestring
from typing import NamedTuple

from generator.values.artifact import Artifact
from generator.values.dataclass import dataclass
from generator.values.digest import sha256
from generator.values.host import Filed

ROOT = "manifest.json"
SIGNATURE = f"{ROOT}.minisig"
"""Stands beside the root where a site is published with a signature; the root cannot name it."""
FORMAT = 1
FOLDER = "data/manifest/"
"""Where its shards stand."""
SITE = "site"
"""The shard of what belongs to no entry."""


@dataclass(frozen=True, slots=True)
class Public:
    """What the last build left: the paths of its files, and its entries' sources by address."""

    paths: frozenset[str] = frozenset()
    entries: tuple[tuple[str, str], ...] = ()


class Row(NamedTuple):
    """A published file: its address, its digest, its length; of an entry's page its title and source.

    `shard` is where the manifest tells it. A page at an old address has a source, too: it is one
    that may not just vanish.
    """

    path: str
    sha256: str
    size: int
    shard: str = SITE
    title: str = ""
    source: str = ""


def shard_of(category: str, year: str) -> str:
    """The shard of the entries that a category published in a year."""
    return f"{category}-{year}"


def address(shard: str) -> str:
    """Where a shard stands."""
    return f"{FOLDER}{shard}.json"


def name_of(path: str) -> str:
    """The name of the shard that stands there."""
    return path.removeprefix(FOLDER).removesuffix(".json")


def shard(name: str, rows: Iterable[Row]) -> Artifact:
    """The shard, its files in order."""
    told = ",\n".join(map(_told, sorted(rows)))
    held = f"[\n{told}\n ]" if told else "[]"
    return Artifact(address(name), f'{{\n "files": {held}\n}}\n'.encode())


def root(digests: Mapping[str, str]) -> Artifact:
    """The root, from the digests of the shards by their names."""
    listed = sorted((address(name), digest) for name, digest in digests.items())
    shards = [{"path": path, "sha256": digest} for path, digest in listed]
    return Artifact(ROOT, _json({"format": FORMAT, "shards": shards}))


def read_rows(read: Callable[[str], bytes | None]) -> tuple[Row, ...] | None:
    """Every file that the manifest tells of, none where there is no manifest.

    None where the parts of it are not those of one build: another one is just at work, or somebody
    has changed them.
    """
    root = read(ROOT)
    rows: list[Row] = []
    try:
        for one in json.loads(root)["shards"] if root else ():
            body = read(one["path"]) or b""
            if sha256(body) != one["sha256"]:
                return None
            rows += (_row(told, name_of(one["path"])) for told in json.loads(body)["files"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return tuple(rows)


def _row(told: Mapping[str, str | int], name: str) -> Row:
    """The row as the shard of that name tells it."""
    path, digest, size = str(told["path"]), str(told["sha256"]), int(told["bytes"])
    return Row(path, digest, size, name, str(told.get("title", "")), str(told.get("source", "")))


def _told(row: Row) -> str:
    """The row as `_json` would write it in its place: there are thousands of them."""
    path, title, source = map(encode_basestring, (row.path, row.title, row.source))
    whose = f',\n   "source": {source},\n   "title": {title}' if row.source else ""
    digest = f'"sha256": "{row.sha256}"'
    return f'  {{\n   "bytes": {row.size},\n   "path": {path},\n   {digest}{whose}\n  }}'


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


class Listing(NamedTuple):
    """What a manifest tells: every file of its site by path, itself included, and titles of entries.

    The fingerprint of a release is the root's digest; `titles` are by the address of the page.
    """

    fingerprint: str
    files: Mapping[str, Filed]
    titles: Mapping[str, str]


class DamagedError(ValueError):
    """The manifest does not hold together: this part of it is not what the root says, or makes no sense."""


def read_listing(read: Callable[[str], bytes | None]) -> Listing | None:
    """Everything that a manifest says, each shard proven by the root; None where there is no root."""
    root = read(ROOT)
    if root is None:
        return None
    files = {ROOT: Filed(ROOT, sha256(root), len(root))}
    titles: dict[str, str] = {}
    part = ROOT
    try:
        for shard in json.loads(root)["shards"]:
            part = str(shard["path"])
            body = read(part) or b""
            if sha256(body) != shard["sha256"]:
                raise DamagedError(part)
            files[part] = Filed(part, sha256(body), len(body))
            for row in json.loads(body)["files"]:
                path = str(row["path"])
                files[path] = Filed(path, str(row["sha256"]), int(row["bytes"]))
                if "source" in row:
                    titles[path] = str(row["title"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedError(part) from error
    return Listing(files[ROOT].sha256, files, titles)
