"""What pages tell machines: the tags of government sites, feeds, JSON-LD, the foot."""

import json
import re
from html import unescape

import pytest

from generator.model.category import COLUMN_TYPES, HOME_TYPE
from tests.exports.conftest import Files

META = re.compile(r'<meta name="([^"]+)" content="([^"]*)">')
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
ENTRY = "finance/2026/10-shiqiao-ledger.html"
SITE = {"SiteName", "SiteDomain", "SiteIDCode"}
COLUMN = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}


def _metas(body: bytes) -> dict[str, str]:
    pairs = META.findall(body.decode())
    assert len(pairs) == len({name.lower() for name, _ in pairs}), "a tag stands twice"
    return {name: unescape(text) for name, text in pairs}


def _graph(body: bytes) -> dict[str, dict[str, object]]:
    (text,) = BLOCK.findall(body.decode())
    return {str(one["@type"]): one for one in json.loads(text)["@graph"]}


def _pages(files: Files) -> list[str]:
    return [path for path in files if path.endswith(".html")]


def _found(files: Files) -> list[str]:
    """The pages that somebody should find: none that only leads on, nor the one for what is missing."""
    return [path for path in _pages(files) if b'name="robots" content="noindex"' not in files[path]]


def test_every_page_has_the_tags_of_the_site_and_none_is_empty(site: Files) -> None:
    """Exactly these names, whatever the page."""
    for path in _pages(site):
        metas = _metas(site[path])
        assert metas.keys() >= SITE, path
        assert all(text.strip() for text in metas.values()), path
    assert _metas(site["index.html"])["SiteDomain"] == "www.qingxi.example"


def test_columns_and_the_front_page_have_the_tags_of_a_column(site: Files) -> None:
    """Their kind is one of the fixed list."""
    words = {one.zh for one in COLUMN_TYPES.options} | {HOME_TYPE}
    for path in ("index.html", "finance/index.html", "land/index.html"):
        metas = _metas(site[path])
        assert metas.keys() >= COLUMN
        assert metas["ColumnType"] in words
    assert _metas(site["index.html"])["ColumnType"] == "首页"
    assert _metas(site["finance/index.html"])["ColumnName"] == "财务公开"


def test_an_entry_has_the_tags_of_an_article(site: Files) -> None:
    """As domain.md has them, to the letter: the hour belongs to PubDate."""
    metas = _metas(site[ENTRY])

    assert metas["ArticleTitle"] == "石桥村2026年9月财务收支明细"
    assert metas["PubDate"] == "2026-10-13 09:00"
    assert metas["ContentSource"] == "清溪镇石桥村村民委员会"
    assert metas["Keywords"] == "石桥村,村级财务,收支明细"
    assert metas["Description"].startswith("石桥村9月收入")
    assert metas["Url"] == f"https://www.qingxi.example/gongkai/{ENTRY}"
    assert (metas["ColumnName"], metas["ColumnType"]) == ("财务公开", "信息公开目录")
    assert "ColumnKeywords" not in metas


def test_what_is_not_configured_leaves_no_empty_tag_and_no_mark(bare: Files) -> None:
    """Neither domain nor code nor address, and nothing in the foot."""
    for path in _pages(bare):
        metas, text = _metas(bare[path]), bare[path].decode()
        assert not metas.keys() & {"SiteDomain", "SiteIDCode", "Url"}, path
        assert "网站标识码" not in text
        assert "beian" not in text


def test_the_foot_shows_what_is_configured(site: Files) -> None:
    """The filing numbers lead to their registers."""
    text = site["index.html"].decode()

    assert "<span>网站标识码：0000000001</span>" in text
    assert '<a href="https://beian.miit.gov.cn/" rel="external">样ICP备00000000号</a>' in text
    assert "query/webSearch?code=00000000000000" in text


def test_every_page_names_the_feeds_that_follow_it(site: Files) -> None:
    """The site's everywhere, the category's on its lists and entries."""
    link = re.compile(
        r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)">'
    )

    assert link.findall(site["index.html"].decode()) == ["feed.xml"]
    assert link.findall(site[ENTRY].decode()) == ["../../finance/feed.xml", "../../feed.xml"]
    assert all(link.search(site[path].decode()) for path in _found(site))


@pytest.mark.parametrize(
    ("path", "types"),
    [
        ("index.html", {"WebSite", "GovernmentOrganization"}),
        (ENTRY, {"Report", "Dataset", "BreadcrumbList"}),
        ("family-planning/2026/09-questions.html", {"Report", "BreadcrumbList"}),
        ("issues/2026-10.html", {"PublicationIssue", "BreadcrumbList"}),
        ("finance/index.html", {"CollectionPage", "BreadcrumbList"}),
        ("data/index.html", {"DataCatalog", "BreadcrumbList"}),
    ],
)
def test_a_page_says_what_it_is_about(site: Files, path: str, types: set[str]) -> None:
    """In the words of schema.org."""
    assert types == _graph(site[path]).keys()


def test_an_account_is_a_dataset_with_its_files(site: Files, bare: Files) -> None:
    """Files need whole addresses; without the site's own they are left out, and so is every other."""
    graph = _graph(site[ENTRY])
    files = graph["Dataset"]["distribution"]

    assert isinstance(files, list)
    assert [one["encodingFormat"] for one in files] == ["application/json", "text/csv"]
    for one in files:
        assert one["contentUrl"].removeprefix("https://www.qingxi.example/gongkai/") in site
    assert graph["Report"]["datePublished"] == "2026-10-13T09:00:00+08:00"
    for path in _found(bare):
        (text,) = BLOCK.findall(bare[path].decode())
        assert [] == re.findall(r'https?:[^"]*', text.replace("https://schema.org", "")), path


def test_crumbs_are_those_of_the_page(site: Files) -> None:
    """In their order, with addresses where they lead somewhere."""
    items = _graph(site[ENTRY])["BreadcrumbList"]["itemListElement"]

    assert isinstance(items, list)
    assert [one["name"] for one in items] == ["首页", "财务公开", "石桥村"]
    assert items[1]["item"] == "https://www.qingxi.example/gongkai/finance/index.html"
    assert items[2]["item"] == "https://www.qingxi.example/gongkai/units/shiqiao.html"
