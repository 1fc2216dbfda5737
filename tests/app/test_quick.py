"""The short way: what is ordinary goes it, what is not takes the long way, and both end at one site."""

import errno
import os
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.app import prepare as module
from generator.app import quick
from generator.app.build import build
from generator.app.order import Order, Report
from generator.app.prepare import Prepared
from generator.edge import disk, system, workers
from generator.edge.cache import Cache
from generator.edge.project import project_at
from tests.conftest import HOUSE
from tests.laws.village import tree

SAMPLE = Path(__file__).parents[1] / "sample/content"


class LongWayError(Exception):
    """Somebody went the long way."""


def built(folder: Path, today: date | None = None, jobs: int = 1) -> Report:
    """Build what stands in the folder."""
    return build(Order(project_at("content", None, str(folder)), today, jobs))


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


def demand_long_way(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build goes there, and has written nothing before."""
    before = tree(folder / "output")
    monkeypatch.setattr(module, "draw", refuse)

    with pytest.raises(LongWayError):
        built(folder)

    assert before == tree(folder / "output")


@pytest.mark.parametrize("edit", ORDINARY)
def test_an_ordinary_edit_goes_the_short_way(
    site: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Path], None]
) -> None:
    """And ends where a clean build ends, with the same to say."""
    edit(site)
    with monkeypatch.context() as patch:
        patch.setattr(module, "draw", refuse)
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
    monkeypatch.setattr(module, "draw", refuse)
    for edit in (*ORDINARY, body, title, body):
        edit(site)
        assert built(site).written
    monkeypatch.undo()
    shutil.copytree(site / "content", site / "clean/content")
    built(site / "clean")

    assert tree(site / "clean/output") == tree(site / "output")


@pytest.fixture
def dressed(tmp_path: Path) -> Path:
    """The sample with a theme of its own, built."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    shutil.copytree(HOUSE / "themes", tmp_path / "themes")
    built(tmp_path)
    return tmp_path


def template(folder: Path, name: str = "entry") -> None:
    """Another template of entries' pages."""
    path = folder / f"themes/default/templates/{name}.html"
    text = path.read_text("utf-8")
    path.write_text(text.replace("{% block main %}", "{% block main %}\n<hr>", 1), "utf-8")


def macros(folder: Path) -> None:
    """Another macro, with which nearly all pages are drawn."""
    path = folder / "themes/default/templates/macros.html"
    path.write_text(path.read_text("utf-8").replace("<time ", '<time class="x" '), "utf-8")


def both(folder: Path) -> None:
    """A template, and a text."""
    template(folder, "unit")
    title(folder)


@pytest.mark.parametrize("edit", [template, macros, both])
def test_templates_go_the_short_way(
    dressed: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Path], None]
) -> None:
    """Also one after the other, by workers, and with texts; each ends where a clean build ends."""
    for jobs, one in ((1, edit), (2, template), (1, body)):
        one(dressed)
        with monkeypatch.context() as patch:
            patch.setattr(module, "draw", refuse)
            report = built(dressed, jobs=jobs)
        shutil.rmtree(dressed / "clean", ignore_errors=True)
        for name in ("content", "themes"):
            shutil.copytree(dressed / name, dressed / "clean" / name)
        clean = built(dressed / "clean")

        assert tree(dressed / "clean/output") == tree(dressed / "output")
        assert (clean.pages, clean.tally) == (report.pages, report.tally)
        assert report.written


@pytest.mark.parametrize("edit", [title, both])
def test_workers_that_begin_anew_go_it_too(
    dressed: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Path], None]
) -> None:
    """As they do on Windows: all that they need is sent to them."""
    edit(dressed)
    with monkeypatch.context() as patch:
        patch.setattr(module, "draw", refuse)
        patch.setattr(workers, "method", lambda: "spawn")
        assert built(dressed, jobs=2).written
    for name in ("content", "themes"):
        shutil.copytree(dressed / name, dressed / "clean" / name)
    built(dressed / "clean")

    assert tree(dressed / "clean/output") == tree(dressed / "output")


def test_a_warning_about_the_theme_is_no_reason_for_the_long_way(
    dressed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told by every build for as long as its reason stands, whichever way the build went."""
    stray = dressed / "themes/default/templates/entry.kept"
    stray.write_text("old", "utf-8")
    told = [built(dressed).problems]
    monkeypatch.setattr(module, "draw", refuse)
    for edit in (template, body):
        edit(dressed)
        told.append(built(dressed).problems)
    stray.unlink()
    told.append(built(dressed).problems)

    assert [["theme/stray"]] * 3 + [[]] == [[one.code for one in its] for its in told]


def test_a_template_that_draws_the_same_changes_nothing(
    dressed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is drawn with, and no file is written; then it is known."""
    path = dressed / "themes/default/templates/unit.html"
    path.write_text(path.read_text("utf-8") + "{# 没有变化 #}", "utf-8")
    monkeypatch.setattr(module, "draw", refuse)

    assert () == built(dressed).written
    monkeypatch.setattr(quick, "Quick", refuse)
    assert () == built(dressed).written


def words(folder: Path) -> None:
    """Another word."""
    path = folder / "themes/default/words/zh.yaml"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    text = path.read_text("utf-8")
    path.write_text(text.replace("ask_title: ", "ask_title: 请", 1), "utf-8")


def style(folder: Path) -> None:
    """Another style."""
    path = folder / "themes/default/assets/bulletin.css"
    path.write_text(path.read_text("utf-8") + "\n.mast { margin: 7px; }\n", "utf-8")


def mistake(folder: Path) -> None:
    """A template that cannot be read."""
    (folder / "themes/default/templates/unit.html").write_text("{% if %}", "utf-8")


def slip(folder: Path) -> None:
    """A template at which some pages fail."""
    template(folder)
    path = folder / "themes/default/templates/entry.html"
    wrong = "{{ 1 // (page.title|length - page.title|length) }}"
    path.write_text(path.read_text("utf-8").replace("<hr>", wrong), "utf-8")


@pytest.mark.parametrize("edit", [words, style, mistake, slip])
def test_more_of_a_theme_takes_the_long_way(
    dressed: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Path], None]
) -> None:
    """Nothing was done on the short way before."""
    edit(dressed)

    demand_long_way(dressed, monkeypatch)


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
    edit(site)

    demand_long_way(site, monkeypatch)


def test_what_a_refused_exchange_leaves_in_the_other_tree_is_not_believed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The long way that follows reads what was saved meanwhile: an edit that was taken back, and another."""
    body(site)
    built(site)
    path, exchange = texts(site)[1], system.exchange
    text = path.read_text("utf-8")

    def busy(one: str, other: str) -> None:
        if other != str(site / "output"):
            exchange(one, other)
            return
        path.write_text(text, "utf-8")
        body(site)
        monkeypatch.setattr(system, "exchange", exchange)
        raise OSError(errno.EBUSY, "busy")

    title(site)
    monkeypatch.setattr(system, "exchange", busy)
    assert built(site).written
    shutil.copytree(site / "content", site / "clean/content")
    built(site / "clean")

    assert tree(site / "clean/output") == tree(site / "output")


def test_after_a_refused_build_nothing_of_it_is_believed_to_be_live(dressed: Path) -> None:
    """Other pages were drawn, and not written, when one could not be drawn."""
    path = dressed / "themes/default/templates/entry.html"
    text = path.read_text("utf-8").replace("{% block main %}", "{% block main %}\n<hr>", 1)
    wrong = "{{ 1 // (page.title|length - page.title|length) if 'ledger' in page.path else '' }}"
    path.write_text(text.replace("<hr>", f"<hr>{wrong}"), "utf-8")
    assert 1 == built(dressed).exit_code
    path.write_text(text, "utf-8")

    built(dressed)

    for name in ("content", "themes"):
        shutil.copytree(dressed / name, dressed / "clean" / name)
    built(dressed / "clean")
    assert tree(dressed / "clean/output") == tree(dressed / "output")


def refuse_pack(name: str, patch: pytest.MonkeyPatch) -> None:
    """Let the disk have no room for a pack, which is the last one that it is asked for."""
    lay, write = Cache.lay, disk.write

    def last(self: Cache, packs: Mapping[str, Any]) -> dict[str, str]:
        return lay(self, dict(sorted(packs.items(), key=lambda one: one[0].startswith(name))))

    def full(path: str, body: bytes) -> None:
        if os.path.basename(path).startswith(name):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
        write(path, body)

    patch.setattr(Cache, "lay", last)
    patch.setattr(disk, "write", full)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("name", ["files-personnel-2026", "rows", "texts", "steps", "pages"])
def test_a_pack_that_the_disk_refused_never_makes_a_wrong_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, jobs: int
) -> None:
    """The site is right, nothing is remembered of it, and the next build makes all of it."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    with monkeypatch.context() as patch:
        refuse_pack(name, patch)
        first = built(tmp_path, jobs=jobs)
    path = tmp_path / "content/personnel/2026/10-appointment.md"
    path.write_text(path.read_text("utf-8").rstrip() + "\n\n又说明一点。\n", "utf-8")

    second = built(tmp_path, jobs=jobs)

    shutil.copytree(tmp_path / "content", tmp_path / "clean/content")
    built(tmp_path / "clean")
    assert tree(tmp_path / "clean/output") == tree(tmp_path / "output")
    assert (0, 0) == (first.exit_code, second.exit_code)
    assert (name != "pages") == first.forgot  # without what pages say they are planned again
