"""The sitemap by its schema, by its limits, and against the files of the site."""

from pathlib import Path
from xml.etree import ElementTree as ET

import xmlschema

from tests.exports.conftest import Files

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HOME = "https://www.qingxi.example/gongkai/"
SCHEMA = xmlschema.XMLSchema(str(Path(__file__).parent / "sitemap.xsd"))


def _maps(files: Files) -> dict[str, bytes]:
    return {path: body for path, body in files.items() if path.startswith("sitemap")}


def _locs(body: bytes) -> list[str]:
    return [one.text or "" for one in ET.fromstring(body).iter(f"{SPACE}loc")]


def test_index_and_shards_are_valid(site: Files) -> None:
    """By the schema of sitemaps.org; in UTF-8, within its limits, and all at the root."""
    maps = {path: body for path, body in _maps(site).items() if path.endswith(".xml")}

    assert len(maps) > 2
    for path, body in maps.items():
        SCHEMA.validate(body.decode().partition("?>\n")[2])
        assert "/" not in path
        assert len(body) < 50_000_000
        assert 0 < len(_locs(body)) <= 50_000


def test_the_index_names_every_shard(site: Files) -> None:
    """And nothing else."""
    shards = [path for path in _maps(site) if path.endswith(".xml") and path != "sitemap.xml"]

    assert [f"{HOME}{path}" for path in sorted(shards)] == _locs(site["sitemap.xml"])


def test_every_page_stands_in_one_shard(site: Files) -> None:
    """The front page by its folder; what leads on, and what is said where nothing is, is not to be found."""
    shards = [
        body for path, body in _maps(site).items() if path not in {"sitemap.xml", "sitemap.html"}
    ]
    locs = [one for body in shards for one in _locs(body)]
    pages = {
        path
        for path, body in site.items()
        if path.endswith(".html") and b'<meta name="robots" content="noindex">' not in body
    }

    assert {"404.html", "land/homestead-steps.html"} == {
        path for path in site if path.endswith(".html")
    } - pages
    assert len(locs) == len(set(locs))
    assert {(one.removeprefix(HOME) or "index.html") for one in locs} == pages


def test_a_correction_moves_the_day_of_its_page_and_of_its_lists(site: Files) -> None:
    """Times come from what was published and corrected: the newest of all is that of the front page."""
    times = {
        one.findtext(f"{SPACE}loc", ""): one.findtext(f"{SPACE}lastmod", "")
        for path, body in _maps(site).items()
        if path.endswith(".xml") and path != "sitemap.xml"
        for one in ET.fromstring(body)
    }
    entries = {loc: at for loc, at in times.items() if "/2026/" in loc}

    assert all(at.endswith(":00+08:00") for at in times.values())
    assert max(entries.values()) == times[HOME]
    assert times[f"{HOME}land/index.html"] == max(
        at for loc, at in entries.items() if loc.startswith(f"{HOME}land/")
    )


def test_without_an_address_there_is_no_sitemap_and_robots_names_none(bare: Files) -> None:
    """The protocol has no relative addresses."""
    assert [] == [path for path in _maps(bare) if path.endswith(".xml")]
    assert bare["robots.txt"] == b"User-agent: *\nDisallow:\n"


def test_robots_names_the_sitemap(site: Files) -> None:
    """By its whole address."""
    assert f"Sitemap: {HOME}sitemap.xml\n".encode() in site["robots.txt"]
