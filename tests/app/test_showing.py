"""What a preview shows: drafts, what is to come, what is wrong; and that no build knows of it."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.app import prepare as module
from generator.app.build import build
from generator.app.desk import page
from generator.app.marks import Mark
from generator.app.order import Order, Report
from generator.app.prepare import Prepared
from generator.app.preview import Built, preview_order
from generator.cli.desk import InWords
from generator.cli.voice import voice
from generator.edge.project import project_at
from generator.render.templates import TEMPLATES
from tests.conftest import HOUSE, SAMPLE
from tests.laws.village import tree

TODAY = date(2026, 11, 21)
NOTICE = "---\n标题: {title}\n{more}公布日期: {day}\n公开单位: 镇政府\n---\n\n{text}\n"


class Office:
    """The small site, and its preview."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / ".cache/preview/site"
        shutil.copytree(SAMPLE, folder / "content")

    @property
    def order(self) -> Order:
        """What a person would order."""
        return Order(project_at("content", None, str(self.folder)), TODAY, jobs=1)

    def look(self) -> Report:
        """Bring the preview to what the files are."""
        return build(preview_order(self.order))

    def write(self, path: str, text: str) -> None:
        """Save a file."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def notice(
        self, name: str, text: str = "正文。", *, more: str = "", day: str = "2026-11-20"
    ) -> str:
        """Save a notice and tell its path."""
        path = f"content/finance/2026/{name}.md"
        self.write(path, NOTICE.format(title=f"关于{name}", more=more, day=day, text=text))
        return path

    def page(self, path: str) -> str:
        """A page of the preview; empty where there is none."""
        target = self.site / path
        return target.read_text("utf-8") if target.exists() else ""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office whose preview was never looked at."""
    return Office(tmp_path)


def mark(report: Report, source: str) -> Mark:
    """The mark of a file."""
    return next(one for one in report.desk if one.source == source)


def codes(report: Report) -> list[str]:
    """What the report tells."""
    return [one.code for one in report.problems]


def refuse(*_: object) -> Prepared:
    """Let nobody go the long way."""
    raise AssertionError


def test_a_draft_is_shown_as_if_it_was_public(office: Office) -> None:
    """On its page, in lists, in its month; and its mark says what it is."""
    path = office.notice("new", "草稿正文。", more="状态: 草稿\n")

    report = office.look()

    assert report.written
    assert 0 == report.exit_code
    assert "草稿正文。" in office.page("finance/2026/new.html")
    for one in ("index.html", "finance/index.html", "issues/2026-11.html", "units/town.html"):
        assert "finance/2026/new.html" in office.page(one), one
    found = mark(report, path)
    assert ("draft", "2026-11-20", "finance/2026/new.html", ()) == (
        found.state,
        found.on,
        found.address,
        found.problems,
    )


def test_what_a_draft_lacks_is_told_at_its_mark_alone(office: Office) -> None:
    """It stands at today, under its file's name; nothing stands for its unit."""
    path = "content/finance/2026/hole.md"
    office.write(path, "---\n状态: 草稿\n---\n")

    report = office.look()

    assert "□□□□" in office.page("finance/2026/hole.html")
    assert "<h1" in office.page("finance/2026/hole.html")
    assert "2026-11-21" in office.page("finance/2026/hole.html")
    found = mark(report, path)
    assert ("draft", "", "hole") == (found.state, found.on, found.title)
    said = {dict(one.facts).get("key") for one in found.problems if one.code == "key/missing"}
    assert {"标题", "公布日期", "公开单位"} == said
    assert {"note"} == {one.severity for one in found.problems}
    assert () == report.problems


def test_a_draft_of_a_kind_is_shown_without_what_it_lacks(office: Office) -> None:
    """An account without its rows is a page with a title."""
    path = "content/finance/2026/account.yaml"
    office.write(path, "标题: 九月账目\n类型: 收支明细\n状态: 草稿\n期初: 100.00\n")

    report = office.look()

    assert "九月账目" in office.page("finance/2026/account.html")
    assert "draft" == mark(report, path).state
    assert () == report.problems


def test_what_is_to_come_is_shown_and_says_when(office: Office) -> None:
    """With an issue of its month."""
    path = office.notice("later", day="2027-02-03")

    report = office.look()

    assert "关于later" in office.page("finance/2026/later.html")
    assert "later.html" in office.page("issues/2027-02.html")
    assert ("future", "2027-02-03") == (mark(report, path).state, mark(report, path).on)


def test_what_is_internal_is_not_shown(office: Office) -> None:
    """Not even where its file is wrong: nobody outside will ever see it."""
    path = office.notice("inside", more="公开范围: 内部\n")
    wrong = office.notice("wrong", more="公开范围: 内部\n索引: 无此项\n")

    report = office.look()

    assert "" == office.page("finance/2026/inside.html") + office.page("finance/2026/wrong.html")
    assert "internal" == mark(report, path).state
    assert "broken" == mark(report, wrong).state
    assert not any(mark(report, one).has_page for one in (path, wrong))
    told = InWords(voice("zh", sys.stderr, "gongkai"), "gongkai").stands(Built(report))
    assert mark(report, wrong).address not in str(told["bar"])


def broken_head(text: str) -> str:
    """A colon as a Chinese keyboard writes it."""
    return text.replace("公布日期: ", "公布日期：")


def broken_unit(text: str) -> str:
    """A unit that there is not."""
    return text.replace("镇政府", "县政府")


def broken_text(text: str) -> str:
    """A link to a file that there is not."""
    return text.replace("正文。", "见[附件](nothing.pdf)。")


@pytest.mark.parametrize("harm", [broken_head, broken_unit, broken_text])
def test_what_breaks_stays_as_it_was_and_all_else_goes_on(
    office: Office, harm: Callable[[str], str]
) -> None:
    """The rest of its page is there to be read; its mark says what is wrong, until it is right."""
    path, other = office.notice("one"), office.notice("other")
    office.look()
    before = office.page("finance/2026/one.html")
    target = office.folder / path
    good = target.read_text("utf-8")

    target.write_text(harm(good), "utf-8")
    office.write(other, (office.folder / other).read_text("utf-8").replace("正文。", "另一句。"))
    report = office.look()

    found = mark(report, path)
    assert before == office.page("finance/2026/one.html")
    assert "另一句。" in office.page("finance/2026/other.html")
    assert "broken" == found.state
    assert found.problems
    assert all(one.place.line for one in found.problems)
    assert 1 == report.exit_code

    target.write_text(good.replace("正文。", "改好了。"), "utf-8")
    report = office.look()

    assert "改好了。" in office.page("finance/2026/one.html")
    assert [] == [one for one in report.desk if one.source == path]
    assert () == report.problems


@pytest.mark.parametrize("harm", [broken_head, broken_unit, broken_text])
def test_what_was_never_right_is_shown_as_far_as_it_can_be_read(
    office: Office, harm: Callable[[str], str]
) -> None:
    """Under its title, on its day where that can be read, at its address."""
    path = office.notice("one", day="2026-11-19")
    target = office.folder / path
    target.write_text(harm(target.read_text("utf-8")), "utf-8")

    report = office.look()

    assert "关于one" in office.page("finance/2026/one.html")
    assert "2026-11-19" in office.page("finance/2026/one.html")
    assert "关于one" in office.page("finance/index.html")
    assert ("broken", "关于one") == (mark(report, path).state, mark(report, path).title)


@pytest.mark.parametrize("body", [b"", b"\xff\xfe\x00", b"---\n", b"\x00"])
def test_a_file_of_any_bytes_stands_somewhere(office: Office, body: bytes) -> None:
    """Under the name of the file, today."""
    office.notice("one")
    path = "content/finance/2026/one.md"
    (office.folder / path).write_bytes(body)

    report = office.look()

    assert report.written
    assert ("broken", "one") == (mark(report, path).state, mark(report, path).title)
    assert office.page("finance/2026/one.html")


def test_a_long_number_in_a_file_that_is_wrong_is_not_shown(office: Office) -> None:
    """What cannot be published is masked where it is shown for the time being."""
    number = "430602199001011234"
    path = office.notice("one", day="2026-13-01")
    target = office.folder / path
    target.write_text(target.read_text("utf-8").replace("关于one", f"关于{number}"), "utf-8")

    report = office.look()

    assert office.page("finance/2026/one.html")
    assert number not in office.page("finance/2026/one.html")
    assert number not in repr(report.desk)


def test_findings_stop_a_release_and_no_preview(office: Office) -> None:
    """A dead link, a stray file, a number that is taken: told, at the mark of the file they stand in."""
    path = office.notice("one", "见[别处](gone.md)。", more="索引号: QX-1\n")
    other = office.notice("two", more="索引号: QX-1\n")
    office.write("content/finance/notes.txt", "a stray")

    report = office.look()

    assert report.written
    assert {"link/broken", "index/taken", "file/unknown"} == {*codes(report)}
    assert ["link/broken"] == [one.code for one in mark(report, path).problems]
    assert ["index/taken"] == [one.code for one in mark(report, other).problems]
    assert "public" == mark(report, path).state


def test_a_link_to_a_draft_is_a_finding(office: Office) -> None:
    """A build would stop at it: for the public the draft is not there."""
    office.notice("draft", more="状态: 草稿\n")
    path = office.notice("one", "见[草稿](draft.md)。")

    report = office.look()

    assert ["link/broken"] == [one.code for one in mark(report, path).problems]
    assert 1 == build(office.order).exit_code


def test_what_a_draft_will_meet_is_a_note(office: Office) -> None:
    """Its dead link stops nobody yet."""
    path = office.notice("draft", "见[别处](gone.md)。", more="状态: 草稿\n")

    report = office.look()

    assert [("link/broken", "note")] == [
        (one.code, one.severity) for one in mark(report, path).problems
    ]
    assert () == report.problems


def test_gone_is_what_was_public(office: Office) -> None:
    """Not what once was in a preview."""
    draft = office.notice("draft", more="状态: 草稿\n")
    path = office.notice("one")
    build(office.order)
    office.look()
    (office.folder / draft).unlink()
    (office.folder / path).unlink()

    for _ in range(2):
        report = office.look()
        assert ["gone/missing"] == codes(report)
        assert "" == office.page("finance/2026/one.html") + office.page("finance/2026/draft.html")
        office.notice("two")


@pytest.mark.parametrize("how", ["settings", "category", "twice"])
def test_without_what_all_stands_on_the_preview_stays(office: Office, how: str) -> None:
    """It is told, and forgets nothing: what was right is shown again when it is wrong."""
    path = office.notice("one", "第一句。", more="编号: same\n")
    office.look()
    before = tree(office.site)
    wrong = {
        "settings": ("content/site.yaml", "站名", "站民"),
        "category": ("content/finance/category.yaml", "题名", "题"),
        "twice": ("content/finance/2026/one.md", "", ""),
    }[how]
    target = office.folder / wrong[0]
    good = target.read_text("utf-8")
    if how == "twice":
        office.notice("two", more="编号: same\n")
    else:
        target.write_text(good.replace(wrong[1], wrong[2], 1), "utf-8")

    report = office.look()

    assert report.written is None
    assert report.problems
    assert before == tree(office.site)
    if how == "twice":
        (office.folder / "content/finance/2026/two.md").unlink()
    target.write_text(good, "utf-8")
    office.write(path, broken_head((office.folder / path).read_text("utf-8")))
    assert "broken" == mark(office.look(), path).state
    if how != "category":  # its texts were not looked at, and are as if new
        assert before == tree(office.site)


@pytest.fixture
def dressed(office: Office) -> Office:
    """An office with a theme of its own."""
    shutil.copytree(HOUSE / "themes", office.folder / "themes")
    office.look()
    return office


@pytest.mark.parametrize("harm", ["{{ page.nothing }}", "{% if %}", "{{ 1 // 0 }}"])
@pytest.mark.parametrize("name", ["unit", "entry"])
def test_a_page_that_cannot_be_drawn_says_why(dressed: Office, name: str, harm: str) -> None:
    """In its place, with file, line and template; all others go on, and it comes back by itself."""
    path = dressed.folder / f"themes/default/templates/{name}.html"
    good, before = path.read_text("utf-8"), tree(dressed.site)
    path.write_text(good.replace("{% block main %}", f"{{% block main %}}{harm}", 1), "utf-8")
    dressed.notice("one")
    line = good[: good.index("{% block main %}")].count("\n") + 1

    report = dressed.look()

    page = "units/town.html" if name == "unit" else "finance/2026/one.html"
    said = dressed.page(page)
    assert report.written
    assert f"themes/default/templates/{name}.html:{line}" in said
    assert f"<code>{name}.html</code>" in said
    assert "<mark>" in said
    assert "怎么办" in said
    assert "关于one" in dressed.page("finance/index.html")
    assert [line] == [one.place.line for one in report.problems]

    dressed.notice("two")
    assert dressed.look().problems
    path.write_text(good, "utf-8")
    report = dressed.look()

    assert "关于one" in dressed.page("finance/2026/one.html")
    assert () == report.problems
    for one in ("one", "two"):
        (dressed.folder / f"content/finance/2026/{one}.md").unlink()
    dressed.look()
    assert before == tree(dressed.site)


def test_the_page_of_a_mistake_is_under_a_policy_of_its_own(dressed: Office) -> None:
    """It loads nothing, and its one style sheet is the one that the policy names."""
    path = dressed.folder / "themes/default/templates/unit.html"
    path.write_text("{% if %}", "utf-8")
    dressed.look()

    said = dressed.page("units/town.html")

    assert "default-src 'none'" in said
    assert "src=" not in said
    assert "style=" not in said
    assert 1 == said.count("<style>")


ORDINARY: dict[str, Callable[[Office], None]] = {
    "a clean entry": lambda office: _add(office, "clean"),
    "a draft": lambda office: _add(office, "draft"),
    "one to come": lambda office: _add(office, "later"),
    "a break": lambda office: _change(office, "clean", broken_head),
    "a break of a draft": lambda office: _change(office, "draft", broken_head),
    "a fix": lambda office: _change(office, "wrong", lambda text: text.replace("：", ": ")),
    "a mistake after another": lambda office: _change(office, "wrong", broken_unit),
}


def _change(office: Office, name: str, how: Callable[[str], str]) -> None:
    path = office.folder / f"content/finance/2026/{name}.md"
    path.write_text(how(path.read_text("utf-8")), "utf-8")


def _add(office: Office, name: str) -> None:
    _change(office, name, lambda text: f"{text}\n又一段。\n")


@pytest.mark.parametrize("what", ORDINARY)
def test_an_ordinary_edit_goes_the_short_way(
    office: Office, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Also in a site of drafts, mistakes and findings; and ends where the long way ends."""
    office.notice("clean")
    office.notice("draft", more="状态: 草稿\n")
    office.notice("later", day="2026-12-24")
    office.notice("wrong")
    office.notice("dead", "见[别处](gone.md)。")
    _change(office, "wrong", broken_head)
    office.look()

    ORDINARY[what](office)
    with monkeypatch.context() as patch:
        patch.setattr(module, "draw", refuse)
        report = office.look()
    short = tree(office.site)
    (office.folder / ".cache/preview/memory/note").unlink(missing_ok=True)
    long = build(replace(preview_order(office.order), today=date(2026, 11, 21)))

    assert report.desk == long.desk
    assert report.problems == long.problems
    assert report.exit_code == long.exit_code
    assert report.tally == long.tally
    assert short == tree(office.site)


def test_a_build_knows_nothing_of_a_preview(office: Office, tmp_path: Path) -> None:
    """Not a byte of it is another for it, and nothing that waits is in it."""
    office.notice("draft", more="状态: 草稿\n")
    office.notice("later", day="2026-12-24")
    shutil.copytree(office.folder / "content", tmp_path / "alone/content")

    office.look()
    mixed = build(office.order)
    office.look()
    alone = build(Order(project_at("content", None, str(tmp_path / "alone")), TODAY, jobs=1))

    assert tree(tmp_path / "alone/output") == tree(office.folder / "output")
    assert (alone.problems, alone.tally, alone.desk) == (mixed.problems, mixed.tally, ())
    for name in ("draft", "later"):
        assert not (office.folder / f"output/finance/2026/{name}.html").exists()
        assert f"{name}.html" not in (office.folder / "output/finance/index.html").read_text(
            "utf-8"
        )


def test_the_desk_knows_every_page(office: Office) -> None:
    """An entry's file, state, issue and review; of any other page the file that a clerk would edit."""
    steps = "  - {环节: 拟稿, 姓名: 陈一, 日期: 2026-11-18}\n  - {环节: 审核, 姓名: 李二}\n"
    path = office.notice("draft", more=f"状态: 草稿\n审批:\n{steps}")
    report = office.look()
    order = preview_order(office.order)

    entry = page(order, "finance/2026/draft.html")

    assert entry
    assert (path, "关于draft", "draft", "2026-11-20") == (
        entry.source,
        entry.title,
        entry.state,
        entry.on,
    )
    assert ("2026-11", "issues/2026-11.html") == (entry.issue, entry.issue_address)
    assert (("拟稿", "陈一", "2026-11-18"), ("审核", "李二", "")) == entry.review
    others = {
        "index.html": "content/site.yaml",
        "finance/index.html": "content/finance/category.yaml",
        "pages/about.html": "content/pages/about.md",
    }
    for address, source in others.items():
        found = page(order, address)
        assert found
        assert (source, "public") == (found.source, found.state)
    assert page(order, "no/such.html") is None
    for one in report.desk:
        if one.state != "internal":
            known = page(order, one.address)
            assert known
            assert (one.source, one.state, one.on, one.problems) == (
                known.source,
                known.state,
                known.on,
                known.problems,
            )


def test_every_template_may_fail(dressed: Office) -> None:
    """Whatever page it draws, there is one in its place."""
    for name in TEMPLATES:
        (dressed.folder / f"themes/default/templates/{name}").write_text("{{ 1 // 0 }}", "utf-8")

    report = dressed.look()

    pages = list(dressed.site.rglob("*.html"))
    assert report.written
    assert len(pages) == report.pages
    assert all("这一页画不出来" in one.read_text("utf-8") for one in pages)
