"""Templates alone were edited: the pages that stand give place to what is drawn of the change."""

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from generator.app.build import build
from generator.app.order import Order, Report
from generator.edge.project import project_at
from generator.plan.pages import Page
from generator.plan.pages.entry import EntryPage
from generator.render.templates import draw
from generator.render.theme import Theme
from generator.values.read import Read
from tests.conftest import HOUSE, SAMPLE

DAY = date(2026, 11, 20)
FEW, MANY = 5, 30
"""So many entries have more than one page; so many there are at least."""
TEMPLATES = "themes/default/templates"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a theme of its own, built twice so that both of its sites are at hand."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    shutil.copytree(HOUSE / "themes/default", tmp_path / "themes/default")
    made(tmp_path)
    _edit(tmp_path, "entry.html", "<article>", "<article >")
    made(tmp_path)
    return tmp_path


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Counter[type]:
    """How many pages of each kind were drawn whole; the sample is too small for patches to be worth it."""
    monkeypatch.setattr("generator.app.making.PATCHED", 0)
    whole = Counter[type]()

    def counting(theme: Theme, page: Page) -> Read[bytes]:
        whole[type(page)] += 1
        return draw(theme, page)

    monkeypatch.setattr("generator.app.workshop.draw", counting)
    return whole


def made(project: Path, *, is_clean: bool = False) -> Report:
    """Built by one process, in which it is seen what is drawn."""
    report = build(Order(project_at("content", None, str(project)), DAY, jobs=1, is_clean=is_clean))
    assert report.written is not None
    return report


def _edit(project: Path, name: str, old: str, new: str) -> None:
    file = project / TEMPLATES / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def _pages(project: Path) -> dict[str, bytes]:
    files = (one for one in (project / "output").rglob("*") if one.is_file())
    return {one.relative_to(project / "output").as_posix(): one.read_bytes() for one in files}


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("entry.html", "<h1>{{ page.title|nb }}</h1>", "<h1>《{{ page.title|nb }}》</h1>"),
        ("macros.html", '<nav class="pager"', '<nav class="pager" id="pager"'),
        ("base.html", '<footer class="foot">', '<footer class="foot" id="foot">'),
    ],
)
def test_only_what_changed_of_a_template_is_drawn(
    project: Path, drawn: Counter[type], name: str, old: str, new: str
) -> None:
    """No entry's page is drawn whole, but those of entries that moved; the site is as a clean one."""
    _edit(project, name, old, new)
    report = made(project)
    whole = drawn[EntryPage]
    now = _pages(project)
    made(project, is_clean=True)

    changed = sum(one.endswith(".html") for one in report.written or ())
    assert whole < FEW
    assert changed > MANY
    assert _pages(project) == now


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("../words/zh.yaml", "in_issue: ", "in_issue: 新"),
        ("../assets/bulletin.css", "\n", "\n/* 新 */\n"),
    ],
)
def test_what_all_pages_draw_with_is_drawn_whole(
    project: Path, drawn: Counter[type], name: str, old: str, new: str
) -> None:
    """Though the template was edited as well."""
    _edit(project, name, old, new)
    _edit(project, "entry.html", "<article >", "<article  >")
    made(project)
    whole, now = drawn[EntryPage], _pages(project)
    made(project, is_clean=True)

    assert whole > MANY
    assert _pages(project) == now
