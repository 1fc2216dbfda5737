"""The manifest, worked out again from the files alone."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.crawl.conftest import Crawl

Rows = list[dict[str, Any]]


def test_the_root_lists_every_shard_with_its_digest(crawl: Crawl) -> None:
    """All of `data/manifest/`, in order, and nothing else."""
    listed = json.loads(crawl.files["manifest.json"])["shards"]

    assert listed == [
        {"path": path, "sha256": _digest(crawl.files[path])} for path in _shard_paths(crawl)
    ]


def test_the_shards_list_every_file_with_its_digest_and_nothing_else(crawl: Crawl) -> None:
    """The manifest's own files are the only ones not in a shard."""
    own = {"manifest.json", *_shard_paths(crawl)}
    expected = {
        (path, len(body), _digest(body)) for path, body in crawl.files.items() if path not in own
    }
    rows = [row for rows in _shards(crawl).values() for row in rows]

    assert {(row["path"], row["bytes"], row["sha256"]) for row in rows} == expected
    assert len(rows) == len(expected), "a file stands in two shards"


def test_an_entry_stands_in_the_shard_of_its_category_and_year(crawl: Crawl) -> None:
    """One changed entry changes one shard; the site's own pages have a shard of their own."""
    for name, rows in _shards(crawl).items():
        for row in rows:
            day = _first_published(crawl, _page(row["path"]))
            category = row["path"].split("/")[0]
            assert name == (f"{category}-{day[:4]}" if day else "site"), row


def test_an_entry_is_listed_with_its_title_and_its_source(crawl: Crawl) -> None:
    """An inspector finds the file that a page was made from."""
    rows = [row for name, rows in _shards(crawl).items() for row in rows if name != "site"]
    entries = [row for row in rows if row["path"].endswith(".html")]

    assert entries
    assert [] == [row for row in rows if row not in entries and "source" in row]
    for row in entries:
        assert crawl.pages[row["path"]].title.startswith(row["title"])
        assert row["title"] in (crawl.content / row["source"]).read_text("utf-8")


def _page(path: str) -> str:
    """The page that a record or a table stands beside."""
    return re.sub(r"(?:--\d+)?\.(?:json|csv)$", ".html", path)


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _shard_paths(crawl: Crawl) -> list[str]:
    return sorted(path for path in crawl.files if path.startswith("data/manifest/"))


def _shards(crawl: Crawl) -> dict[str, Rows]:
    """The rows of every shard, by the shard's name."""
    return {
        path.removeprefix("data/manifest/").removesuffix(".json"): json.loads(body)["files"]
        for path, body in crawl.files.items()
        if path.startswith("data/manifest/")
    }


def _first_published(crawl: Crawl, path: str) -> str:
    """The day an entry's page says it was published; empty for a page that is no entry."""
    text = crawl.files.get(path, b"").decode("utf-8", "replace")
    found = re.search(r'<b>第1版 <time datetime="(.*?)"', text)
    return found[1] if found else ""
