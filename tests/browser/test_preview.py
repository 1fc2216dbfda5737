"""The preview in a real browser: what is saved is shown in place, whatever happens in between."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE, is_same, visit_marked
from tests.previewing import ENDS, Office, previewed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("_puts_back")]
expect.set_options(timeout=PATIENCE)

BUDGET = "content/finance/2026/08-half-year-budget.md"
PAGE = "finance/2026/08-half-year-budget.html"
DESK = "gongkai-preview section"
CARDS = "main > gongkai-cards"
EXPECTED = ("WebSocket", "ERR_CONN", "404 (Not Found)", "directive 'style-src 'self''")
"""What a browser complains of when a server goes, or a page; and when it takes one apart, unseen, that
brings a style sheet of its own: before it is loaded anew, under its own policy.
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office whose preview runs while the tests of this file do."""
    with previewed(tmp_path_factory.mktemp("preview")) as one:
        yield one


@pytest.fixture
def visit(office: Office, chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page of the preview, marked so that a reload would be noticed; any complaint fails."""
    context = chromium.new_context(viewport={"width": 900, "height": 500})
    context.set_default_timeout(PATIENCE)
    troubles: list[str] = []

    def go(path: str = PAGE) -> Page:
        return visit_marked(context.new_page(), office.url(path), troubles)

    yield go
    context.close()
    assert [] == [one for one in troubles if not any(known in one for known in EXPECTED)]


def test_an_edit_is_shown_in_place(office: Office, visit: Callable[..., Page]) -> None:
    """Nothing is loaded anew, and nothing moves."""
    page = visit()
    page.evaluate("scrollTo(0, 300)")

    office.add(BUDGET, "另附各科目支出明细。")

    expect(page.get_by_text("另附各科目支出明细。")).to_be_visible()
    assert is_same(page)
    assert page.evaluate("scrollY") == 300


def test_what_a_reader_opened_stays_open(office: Office, visit: Callable[..., Page]) -> None:
    """Though the page changes around it."""
    page = visit("data/index.html")
    page.locator("details").first.locator("summary").click()

    office.edit("content/finance/category.yaml", "财务公开", "财务账目公开")

    expect(page.locator("body")).to_contain_text("财务账目公开")
    assert page.evaluate("document.querySelector('details').open")
    assert is_same(page)


def test_what_a_reader_typed_stays(office: Office, visit: Callable[..., Page]) -> None:
    """A list may change while somebody searches it."""
    page = visit("finance/index.html")
    page.locator("#find").fill("预算")
    page.locator("#find").focus()

    office.edit(BUDGET, "摘要: 上半年", "摘要: 今年上半年")
    office.edit(BUDGET, "标题: 2026年上半年", "标题: 2026年1至6月")

    expect(page.locator(".list")).to_contain_text("2026年1至6月镇级财政支出执行情况")
    assert is_same(page)
    assert page.locator("#find").input_value() == "预算"
    assert page.evaluate("document.activeElement.id") == "find"


def test_a_list_that_is_searched_goes_on_being_searched(
    office: Office, visit: Callable[..., Page]
) -> None:
    """In the rows that it has now; the theme's own script is told, and asks the page."""
    page = visit("finance/index.html")
    page.locator("#find").fill("财政支出")
    rows = page.locator(".list .row:visible")
    expect(rows).to_have_count(1)
    lines = office.path(BUDGET).read_text("utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("索引号"))

    other = office.path("content/finance/2026/08-other-budget.md")
    other.write_text(text.replace("财政支出", "财政收入"), "utf-8")
    expect(page.locator(".list")).to_contain_text("财政收入")
    expect(rows).to_have_count(1)
    page.locator("#find").fill("财政收入")
    expect(rows).to_have_count(1)
    page.locator("#find").fill("")

    assert is_same(page)
    expect(page.locator("#count")).to_have_text(
        visit("finance/index.html").locator("#count").inner_text()
    )


def test_what_is_in_view_is_shown_before_the_site_is_finished(
    office: Office, visit: Callable[..., Page]
) -> None:
    """Once; a template that is broken elsewhere keeps nothing from it, and is told."""
    page = visit()
    entry, other = (f"themes/default/templates/{name}.html" for name in ("entry", "data"))
    before = [office.path(name).read_text("utf-8") for name in (entry, other)]
    page.evaluate(
        """() => {
          window.headings = [];
          new MutationObserver(() => {
            const text = document.querySelector("h1").textContent.trim();
            if (window.headings.at(-1) !== text) window.headings.push(text);
          }).observe(document.body, { childList: true, subtree: true, characterData: true });
        }"""
    )
    heading = page.locator("h1").first.inner_text()

    office.edit(other, "<h1>", "<h1>{{ 1 // (page.title|length * 0) }}")
    office.edit(entry, "<h1>", "<h1>样张")
    expect(page.locator(DESK)).to_contain_text("data.html")
    expect(page.locator("h1").first).to_have_text(f"样张{heading}")
    assert page.evaluate("window.headings") == [f"样张{heading}"]
    for name, text in zip((entry, other), before, strict=True):
        office.path(name).write_text(text, "utf-8")

    expect(page.locator("h1").first).to_have_text(heading)
    expect(page.locator(DESK)).to_have_count(0)
    assert is_same(page)


def test_a_page_that_cannot_be_drawn_comes_back_by_itself(
    office: Office, visit: Callable[..., Page]
) -> None:
    """Though it is under a policy of its own; then its template is mended."""
    template = office.path("themes/default/templates/data.html")
    good = template.read_text("utf-8")
    page = visit("data/index.html")
    office.edit("themes/default/templates/data.html", "<h1>", "<h1>{{ 1 // 0 }}")
    expect(page.locator("body")).to_contain_text("data.html:8")

    template.write_text(good, "utf-8")

    expect(page.locator("h1").first).to_have_text("开放数据")


def test_two_saves_one_after_the_other_are_both_shown(
    office: Office, visit: Callable[..., Page]
) -> None:
    """The second comes as soon as the first is seen, well within three seconds of it."""
    page = visit()

    office.add(BUDGET, "第一次保存。")
    expect(page.get_by_text("第一次保存。")).to_be_visible()
    office.add(BUDGET, "第二次保存。")

    expect(page.get_by_text("第二次保存。")).to_be_visible()
    assert is_same(page)


def test_a_style_is_swapped_without_a_reload(office: Office, visit: Callable[..., Page]) -> None:
    """The new sheet is there before the old one goes."""
    page = visit()
    css = office.path("themes/default/assets/bulletin.css")

    css.write_text(f"{css.read_text('utf-8')}\nh1 {{ color: rgb(1, 2, 3); }}\n", "utf-8")

    expect(page.locator("h1").first).to_have_css("color", "rgb(1, 2, 3)")
    expect(page.locator("link[rel=stylesheet][href*=bulletin]")).to_have_count(1)
    assert is_same(page)


def test_five_files_saved_together_are_one_build(
    office: Office, visit: Callable[..., Page]
) -> None:
    """The next save is the next build."""
    page = visit("finance/2026/10-arable-subsidy.html")
    folder = office.path("content/finance/2026")
    texts = sorted(folder.glob("*.md"))[:5]
    assert "10-arable-subsidy.md" in [one.name for one in texts]
    office.told.clear()

    for one in texts:
        office.add(str(one.relative_to(office.folder)), "五个文件一起保存。")
    expect(page.get_by_text("五个文件一起保存。")).to_be_visible()
    office.hear(*ENDS)
    office.add("content/finance/2026/10-arable-subsidy.md", "又一次。")
    expect(page.get_by_text("又一次。")).to_be_visible()
    office.hear(*ENDS)

    assert 2 == sum(any(end in line for end in ENDS) for line in office.told)


def test_a_file_with_an_old_date_is_shown(office: Office, visit: Callable[..., Page]) -> None:
    """As one that is copied back from a stick or unzipped."""
    page = visit()
    path = office.path(BUDGET)
    other = path.with_suffix(".other")
    shutil.copy(path, office.folder / other.name)
    copy = office.folder / other.name
    copy.write_text(copy.read_text("utf-8").rstrip() + "\n\n从优盘拷回。\n", "utf-8")
    os.utime(copy, (946684800, 946684800))

    os.replace(copy, path)

    expect(page.get_by_text("从优盘拷回。")).to_be_visible()
    assert is_same(page)


def test_a_mistake_is_told_and_goes_when_it_is_put_right(
    office: Office, visit: Callable[..., Page]
) -> None:
    """With its place and line and what to do; the page stays as it was, and nothing of it is run."""
    page = visit()
    office.edit(BUDGET, "公布日期: 2026-08-14", "公布日期: <img src=x onerror=alert(1)>")

    expect(page.locator(CARDS)).to_contain_text("08-half-year-budget.md:4:7")
    expect(page.locator(CARDS)).to_contain_text("怎么办")
    expect(page.locator(f"{CARDS} mark")).to_contain_text("<img src=x")
    assert page.locator(f"{CARDS} img").count() == 0
    expect(page.locator("h1").first).to_be_visible()

    office.edit(BUDGET, "公布日期: <img src=x onerror=alert(1)>", "公布日期: 2026-08-14")

    expect(page.locator(CARDS)).to_have_count(0)
    assert is_same(page)


def test_a_mistake_in_a_template_is_told_too(office: Office, visit: Callable[..., Page]) -> None:
    """With the line of the template."""
    page = visit()
    name = "themes/default/templates/entry.html"
    text = office.path(name).read_text("utf-8")

    office.path(name).write_text(f"{text}\n{{{{ page.nothing }}}}\n", "utf-8")
    expect(page.locator(DESK)).to_contain_text(f"{name}:{len(text.splitlines()) + 2}")
    office.path(name).write_text(text, "utf-8")

    expect(page.locator(DESK)).to_have_count(0)
    assert is_same(page)


def test_a_page_that_goes_says_so_and_comes_back(
    office: Office, visit: Callable[..., Page]
) -> None:
    """An entry that was never released may be put aside."""
    page = visit("pages/about.html")
    path = office.path("content/pages/about.md")
    text = path.read_bytes()

    path.unlink()
    expect(page.locator(DESK)).to_contain_text("网站里现在没有这一页")
    path.write_bytes(text)

    expect(page.locator(DESK)).to_have_count(0)
    assert is_same(page)


def test_the_keyboard_stays_at_the_way_home_while_something_is_told(
    office: Office, visit: Callable[..., Page]
) -> None:
    """Of a page that has gone: also when the site cannot be made any more, and when it can."""
    page, theme = visit("pages/about.html"), "themes/default/templates/home.html"
    path = office.path("content/pages/about.md")
    text, look = path.read_bytes(), office.path(theme).read_bytes()
    path.unlink()
    section = page.locator(DESK)
    home = section.locator("[data-key=home]")
    home.focus()

    office.edit(theme, "{% block main %}", "{% block main %}{{ page.x }}")
    expect(section.locator("article")).to_have_count(1)
    expect(home).to_be_focused()
    office.path(theme).write_bytes(look)
    expect(section.locator("article")).to_have_count(0)
    expect(home).to_be_focused()
    path.write_bytes(text)
    expect(section).to_have_count(0)


def test_when_the_preview_comes_back_the_page_goes_on(
    office: Office, visit: Callable[..., Page]
) -> None:
    """What was saved in between is shown by itself; the end leaves nothing behind."""
    page = visit()
    expect(page.locator("gongkai-preview .line")).to_be_visible()  # it has heard of the preview

    assert 0 == office.stop()
    assert "预览已结束" in office.told[-1]
    expect(page.locator(DESK)).to_contain_text("预览已经停了")
    office.add(BUDGET, "停下时保存的。")
    office.start()

    expect(page.get_by_text("停下时保存的。")).to_be_visible()
    expect(page.locator(DESK)).to_have_count(0)
    assert is_same(page)


def test_the_output_of_the_project_is_left_alone(office: Office) -> None:
    """All that a preview writes is below `.cache/preview`."""
    found: set[Any] = {one.name for one in office.folder.iterdir()}

    assert {"content", "themes", ".cache"} == found
    assert ["preview"] == [one.name for one in (office.folder / ".cache").iterdir()]
