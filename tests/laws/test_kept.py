"""What is rewritten after one change: what it can be seen in, and no other file of the site."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.app.build import build
from generator.app.order import Order, Report
from generator.edge.project import project_at
from tests.conftest import HOUSE, SAMPLE
from tests.laws.village import TODAY

ENTRY = "finance/2026/11-road-maintenance"
"""A notice of the finance office, one of several of that month; its display period is over."""
NEW = "finance/2026/11-new"
NOTICE = "---\n标题: 新的通知\n公布日期: 2026-11-20\n公开单位: 农经站\n---\n\n正文。\n"


def listed(unit: str) -> set[str]:
    """The lists that hold an entry of November by its fingerprint, for people who reckon with them."""
    lists = ("data/finance", "data/issues", f"units/{unit}")
    return {f"{name}.{form}" for name in lists for form in ("csv", "json")} | {"data/catalog.json"}


SHARDS = {"manifest.json", "data/manifest/finance-2026.json", "data/manifest/site.json"}
IN_FULL = {"feed.xml", "finance/feed.xml", "issues/2026-11.html", "issues/2026-11.json"}
"""What holds the texts of that month and of the newest entries."""
BODY = {f"{ENTRY}.html", f"{ENTRY}.json", *IN_FULL, *listed("finance-office"), *SHARDS}
TITLE = {
    *BODY,
    *("index.html", "notices.html", "data/notices.csv", "data/notices.json"),
    *("finance/index.html", "finance/year-2026.html", "units/finance-office.html"),
    *("finance/2026/11-reception.html", "finance/2026/11-shiqiao-ledger.html"),
}
"""Lists show the title; so do the entries before and after it."""
ADDED = {
    *(f"{NEW}.html", f"{NEW}.json"),
    *IN_FULL,
    *listed("rural-economy-station"),
    *SHARDS,
    *("index.html", "finance/index.html", "finance/year-2026.html"),
    *("issues/index.html", "data/index.html", "data/units.csv", "data/units.json"),
    *("units/rural-economy-station.html", "finance/2026/11-villages-summary.html"),
    *("sitemap.xml", "sitemap-site.xml", "sitemap-finance-2026.xml"),
}
"""Besides, what counts entries, and the entry that was the newest."""
UNITS = "town general-office organization-office finance-office agriculture-office land-office"
VILLAGES = "shiqiao fenglin qingshan shahe xintang dongling yangjiaping daba liuwan"
OFFICES = "rural-economy-station health-office employment-office"
TEMPLATE = {
    *(f"units/{name}.html" for name in f"{UNITS} {OFFICES} {VILLAGES}".split()),
    *("manifest.json", "data/manifest/site.json"),
}
RUNNING = {
    "family-planning/2026/11-support-review.html": "health-office",
    "land/2026/11-land-requisition.html": "land-office",
    "personnel/2026/11-probation.html": "organization-office",
    "personnel/2026/11-public-posts.html": "employment-office",
}
"""The display periods that run on that day, and whose they are."""
DAY = {
    *RUNNING,
    *(f"units/{name}.html" for name in RUNNING.values()),
    *("index.html", "notices.html", "manifest.json", "data/manifest/site.json"),
    *(f"data/manifest/{name.partition('/')[0]}-2026.json" for name in RUNNING),
}


@dataclass(frozen=True)
class Change:
    """One change, and what it may rewrite."""

    do: Callable[[Path], object]
    seen_in: set[str]
    days: int = 0


def replaced(path: str, old: str, new: str) -> Callable[[Path], object]:
    """Words in the place of others in one file."""

    def do(project: Path) -> None:
        text = (project / path).read_text("utf-8")
        assert old in text
        (project / path).write_text(text.replace(old, new, 1), "utf-8")

    return do


CHANGES = {
    "a body": Change(replaced(f"content/{ENTRY}.md", "\n---\n\n", "\n---\n\n先说一句。\n\n"), BODY),
    "a title": Change(replaced(f"content/{ENTRY}.md", "标题: ", "标题: 新"), TITLE),
    "an entry": Change(
        lambda project: (project / f"content/{NEW}.md").write_text(NOTICE, "utf-8"), ADDED
    ),
    "a template": Change(
        replaced("themes/default/templates/unit.html", "<h1>", "<h1 translate='no'>"), TEMPLATE
    ),
    "a new day": Change(lambda _: None, DAY, days=1),
    "nothing": Change(lambda _: None, set()),
}


def built(project: Path, today: date) -> Report:
    """Build the project."""
    return build(Order(project_at("content", None, str(project)), today, jobs=1))


@pytest.fixture(name="project", scope="module")
def _project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with one of everything, with the default theme as its own, built."""
    project = tmp_path_factory.mktemp("kept")
    shutil.copytree(SAMPLE, project / "content")
    shutil.copytree(HOUSE / "themes/default", project / "themes/default")
    assert 0 == built(project, TODAY).exit_code
    return project


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_rewritten_shows_the_change(name: str, project: Path, tmp_path: Path) -> None:
    """No file more than can be derived by hand, and none less: a list that is too long hides much."""
    change, copy = CHANGES[name], tmp_path / "project"
    shutil.copytree(project, copy)
    change.do(copy)
    report = built(copy, TODAY + timedelta(days=change.days))

    assert report.exit_code == 0, report.problems
    assert sorted(change.seen_in) == sorted(report.written or ())
    assert () == report.removed
