"""The release check in a real browser: it follows every save, and shows a page before and after."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from generator.app.build import build
from generator.app.order import Order
from generator.edge.project import project_at
from tests.browser.conftest import PATIENCE, is_same, visit_marked
from tests.previewing import Office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("_puts_back")]
expect.set_options(timeout=PATIENCE)

LEDGER = "content/finance/2026/10-fenglin-ledger.yaml"
PAGE = "finance/2026/10-fenglin-ledger.html"
LOOK = """() => axe.run({iframes: false, resultTypes: ["violations"]}).then(found =>
  found.violations.map(one => `${one.id}: ${one.nodes.map(node => node.html).join(" ")}`))"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office that has released its site, and whose preview runs."""
    one = Office(tmp_path_factory.mktemp("release"))
    build(Order(project_at("content", None, str(one.folder))))
    one.start()
    yield one
    one.stop()


@pytest.fixture
def visit(office: Office, chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page of the desk, marked so that a reload would be noticed; a complaint fails.

    A page may be asked for before it is there.
    """
    context = chromium.new_context(viewport={"width": 900, "height": 700})
    context.set_default_timeout(PATIENCE)
    troubles: list[str] = []

    def go(path: str = "_desk/", width: int = 900) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 700})
        return visit_marked(page, office.url(path), troubles)

    yield go
    context.close()
    assert [] == [one for one in troubles if "404 (Not Found)" not in one]


def test_it_follows_every_save(office: Office, visit: Callable[..., Page]) -> None:
    """A stop comes, and goes when it is put right; nothing is loaded anew."""
    page = visit()
    verdict = page.locator(".verdict")
    expect(verdict).to_have_text("没有要发布的：网站和内容一致")

    office.edit(LEDGER, "支出: 1318.70", "支出: 1318.90")
    expect(verdict).to_have_text("现在不能发布：1 处必须改好")
    expect(page.locator("#findings + ol > li").first).to_contain_text("期末不平")

    office.edit(LEDGER, "期末: 69355.50", "期末: 69355.30")
    expect(verdict).to_have_text("可以发布")
    expect(page.locator("#changes + *")).to_have_text("改动 1 条")
    assert is_same(page)

    page.get_by_role("link", name="看差异").first.click()
    expect(page.locator("tr.changed del").first).to_have_text("1,318.70")
    expect(page.locator("tr.changed ins").first).to_have_text("1,318.90")
    before, after = page.frame_locator("iframe >> nth=0"), page.frame_locator("iframe >> nth=1")
    expect(before.locator("main")).to_contain_text("1,318.70")
    expect(after.locator("main")).to_contain_text("1,318.90")
    expect(before.locator("h1")).to_have_css("font-weight", "700")
    office.edit(LEDGER, "支出: 1318.90", "支出: 1318.70")
    office.edit(LEDGER, "期末: 69355.30", "期末: 69355.50")
    expect(page.locator(".verdict")).to_have_text("这一页没有变化，或者没有这一页。")


def test_a_release_in_another_window_is_seen(office: Office, visit: Callable[..., Page]) -> None:
    """On the check, and in the bar of a page that is open; nobody saves anything."""
    note = office.path("content/finance/2026/11-note.md")
    note.write_text(
        "---\n标题: 新通知\n公布日期: 2026-11-20\n公开单位: 镇政府\n---\n\n正文。\n", "utf-8"
    )
    page = visit()
    expect(page.locator(".verdict")).to_have_text("可以发布")
    shown = visit("finance/2026/11-note.html")
    state = shown.locator("gongkai-preview .state")
    expect(state).to_have_text("待发布")
    expect(shown.locator("main")).to_contain_text("新通知")
    shown.evaluate("window.marked = true")  # who was too early had it loaded anew just now

    build(Order(project_at("content", None, str(office.folder))))

    expect(page.locator(".verdict")).to_have_text("没有要发布的：网站和内容一致")
    expect(state).to_have_text("已公开")
    assert is_same(page)
    assert is_same(shown)


def test_another_day_is_a_field_away(visit: Callable[..., Page]) -> None:
    """By the keyboard; and today is a link away."""
    page = visit()
    page.get_by_label("看另一天").fill("2026-12-01")
    page.keyboard.press("Enter")

    expect(page.locator(".lead")).to_contain_text("假设今天是 2026年12月1日")
    assert page.url.endswith("/_desk/?today=2026-12-01")
    page.get_by_role("link", name="回到今天").click()
    expect(page.locator(".lead")).to_contain_text("今天固定为 2026年11月21日")


@pytest.mark.browser("axe")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(
    office: Office,
    visit: Callable[..., Page],
    tool: Callable[[str], str],
    scheme: Literal["light", "dark"],
) -> None:
    """Axe has nothing to say, light or dark, and nothing runs out of a narrow screen in large type."""
    office.edit(LEDGER, "标题: 枫林村2026年9月", "标题: 枫林村九月")
    office.path("content/land/2026/no.md").write_text("---\n标题: 无\n---\n\n字(a)\n", "utf-8")
    pages = [visit(width=360)]
    expect(pages[0].locator(".verdict")).to_contain_text("不能发布")
    office.path("content/land/2026/no.md").unlink()
    pages += [visit("_desk/?today=2026-12-30", 360), visit(f"_desk/page/{PAGE}", 360)]

    spaced = (
        pages[0]
        .locator("pre, .how")
        .evaluate_all("all => all.map(one => getComputedStyle(one).textAutospace)")
    )
    assert {"no-autospace"} == {*spaced}
    for page in pages:
        page.emulate_media(color_scheme=scheme)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        page.evaluate(Path(tool("axe")).read_text("utf-8"))
        assert [] == page.evaluate(LOOK)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    office.edit(LEDGER, "标题: 枫林村九月", "标题: 枫林村2026年9月")
