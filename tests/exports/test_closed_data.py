"""A site without open data (开放数据: 否): its pages, its feeds, its manifest, and no copies for machines."""

import hashlib
import json
import re
from html import unescape

import pytest

from tests.exports.conftest import Files, build

DATA = (".json", ".csv")
WORDS = re.compile(r"开放数据|防改指纹|CSV|JSON(?!-LD)|条目清单|下载[：:]")


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The sample with the switch off, at the address of `site`."""

    def edit(text: str) -> str:
        return text.replace(".example/", ".example/gongkai") + "\n开放数据: 否\n"

    return build(tmp_path_factory.mktemp("closed"), edit)


def _is_copy(path: str) -> bool:
    """Whether a file of the site is a copy for machines: no attachment, and not the manifest."""
    is_attachment = re.search(r"/\d{4}/[^/]+/", path) is not None
    return path.endswith(DATA) and "manifest" not in path and not is_attachment


def test_what_is_missing_is_the_copies_and_their_page(site: Files, closed: Files) -> None:
    """Everything else stands where it stood; the manifest has as many parts."""
    missing = site.keys() - closed.keys()

    assert not closed.keys() - site.keys()
    assert [] == [one for one in closed if _is_copy(one)]
    assert {"data/index.html"} == {one for one in missing if not _is_copy(one)}
    assert {one for one in site if _is_copy(one)} <= missing


def test_no_page_speaks_of_them(closed: Files) -> None:
    """Neither of the files nor of a fingerprint that nobody could check; nothing is offered emptily."""
    texts = {
        path: unescape(re.sub(r"<[^>]*>", "", body.decode()))
        for path, body in closed.items()
        if path.endswith(".html") and not path.startswith("pages/")
    }

    assert len(texts) > 60
    assert {} == {path: found[0] for path, text in texts.items() if (found := WORDS.search(text))}


def test_machines_are_promised_nothing(site: Files, closed: Files) -> None:
    """No dataset in the data blocks, no page of data in the site map; feeds are as they were."""
    pages = [path for path in closed if path.endswith(".html")]

    assert any(b'"Dataset"' in site[path] for path in pages)
    assert [] == [path for path in pages if b'"Data' in closed[path]]
    assert b"data/index.html" in site["sitemap-site.xml"]
    assert b"data/" not in closed["sitemap-site.xml"]
    assert [] == [one for one in closed if one.endswith("feed.xml") and closed[one] != site[one]]


def test_the_manifest_proves_every_file(closed: Files) -> None:
    """Pages, too: who keeps a page can compare it."""
    shards = json.loads(closed["manifest.json"])["shards"]
    rows = [row for one in shards for row in json.loads(closed[one["path"]])["files"]]
    own = {"manifest.json", *(one["path"] for one in shards)}

    assert closed.keys() - own == {row["path"] for row in rows}
    assert [] == [
        row["path"]
        for row in rows
        if hashlib.sha256(closed[row["path"]]).hexdigest() != row["sha256"]
    ]
