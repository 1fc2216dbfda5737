"""The short way: what is ordinary goes it, what is not takes the long way, and both end at one site."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.app import prepare as module
from generator.app.build import build
from generator.app.order import Order, Report
from generator.app.prepare import Prepared
from generator.edge.project import project_at
from tests.laws.village import tree

SAMPLE = Path(__file__).parents[1] / "sample/content"


class LongWayError(Exception):
    """Somebody went the long way."""


def built(folder: Path, today: date | None = None) -> Report:
    """Build what stands in the folder."""
    return build(Order(project_at("content", None, str(folder)), today, 1))


def texts(folder: Path) -> list[Path]:
    """The notices of the site that are nothing special: no file beside them, no relation."""
    special = ("附件", "相关", "替代", "撤回", "旧址", "草稿", "内部", "编号")
    found = sorted((folder / "content").glob("*/*/*.md"))
    return [
        one
        for one in found
        if not any(word in one.read_text("utf-8").partition("\n---")[0] for word in special)
        and not one.with_suffix("").exists()
    ]


def body(folder: Path) -> None:
    """One more paragraph."""
    for path in texts(folder)[:1]:
        path.write_text(path.read_text("utf-8").rstrip() + "\n\n又说明一点。\n", "utf-8")


def title(folder: Path) -> None:
    """Another title."""
    for path in texts(folder)[1:2]:
        path.write_text(path.read_text("utf-8").replace("标题: ", "标题: 再", 1), "utf-8")


def new(folder: Path) -> None:
    """One more entry."""
    path = folder / "content/finance/2026/10-brand-new.md"
    path.write_text(
        "---\n标题: 关于新办法的通知\n公布日期: 2026-10-20\n公开单位: 镇政府\n---\n\n十一月起施行。\n",
        "utf-8",
    )


ORDINARY = (body, title, new)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The sample, built."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    built(tmp_path)
    return tmp_path


def refuse(*_: object) -> Prepared:
    """Let nobody go the long way."""
    raise LongWayError


@pytest.mark.parametrize("edit", ORDINARY)
def test_an_ordinary_edit_goes_the_short_way(
    site: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Path], None]
) -> None:
    """And ends where a clean build ends, with the same to say."""
    edit(site)
    with monkeypatch.context() as patch:
        patch.setattr(module, "prepare", refuse)
        report = built(site)
    shutil.copytree(site / "content", site / "clean/content")
    clean = built(site / "clean")

    assert tree(site / "clean/output") == tree(site / "output")
    for name in ("exit_code", "pages", "tally", "problems"):
        assert getattr(clean, name) == getattr(report, name), name
    assert 0 < len(report.written or ()) < 30
    assert len(clean.written or ()) == len(report.written or ()) + report.kept


def test_one_short_way_after_the_other(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each leaves what the next one starts from, whichever of the two trees is the site."""
    monkeypatch.setattr(module, "prepare", refuse)
    for edit in (*ORDINARY, body, title, body):
        edit(site)
        assert built(site).written


def draft(folder: Path) -> None:
    """An entry that is taken back into the drawer."""
    path = folder / "content/finance/2026/10-drawer.md"
    path.write_text("---\n标题: 草\n状态: 草稿\n---\n\n正文。\n", "utf-8")


def link(folder: Path) -> None:
    """A link to a heading, which has to be looked for."""
    for path in texts(folder)[:1]:
        path.write_text(path.read_text("utf-8").rstrip() + "\n\n见[此处](#无)。\n", "utf-8")


def correction(folder: Path) -> None:
    """A correction, for which a month that had nothing to report may need no excuse any more."""
    for path in texts(folder)[:1]:
        told = "更正:\n  - 日期: 2026-11-10\n    内容: 甲改为乙\n    原因: 笔误\n公布日期: "
        path.write_text(path.read_text("utf-8").replace("公布日期: ", told, 1), "utf-8")


def setting(folder: Path) -> None:
    """Another name of the site."""
    path = folder / "content/site.yaml"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")


def output(folder: Path) -> None:
    """An edit, and somebody's hand in the site."""
    body(folder)
    (folder / "output/index.html").write_text("x", "utf-8")


def undo(folder: Path) -> None:
    """An edit, and somebody's hand in the site before."""
    body(folder)
    (folder / ".releases/retired/index.html").write_text("x", "utf-8")


@pytest.mark.parametrize("edit", [draft, link, correction, setting, output, undo])
def test_what_is_not_ordinary_takes_the_long_way(
    site: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Path], None]
) -> None:
    """Nothing was done on the short way before."""
    before = tree(site / "output")
    edit(site)
    after = tree(site / "output")
    monkeypatch.setattr(module, "prepare", refuse)

    with pytest.raises(LongWayError):
        built(site)
    assert after == tree(site / "output")
    assert before.keys() == after.keys()
