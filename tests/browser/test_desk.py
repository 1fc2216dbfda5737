"""The desk in a real browser: the bar, the marks upon a page, the way in for a phone."""

from __future__ import annotations

from base64 import b64encode
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import segno
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE, WATCH, is_same, visit_marked
from tests.browser.test_access import RUN, WIDTHS
from tests.previewing import Office, previewed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Locator, Page

pytestmark = [pytest.mark.browser("chromium", "axe"), pytest.mark.usefixtures("_puts_back")]
expect.set_options(timeout=PATIENCE)

BUDGET = "content/finance/2026/08-half-year-budget.md"
PAGE = "finance/2026/08-half-year-budget.html"
DRAFT = "finance/2026/11-subsidy-batch4.html"
LIST = "finance/index.html"
RIGHT, WRONG = "公布日期: 2026-08-14", "公布日期: 2026-08-34"
LINE = "gongkai-preview .line"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office whose preview is open to the network."""
    with previewed(tmp_path_factory.mktemp("desk"), "--host", "0.0.0.0") as one:
        yield one


@pytest.fixture
def visit(office: Office, chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page of the preview at a width, with the bar below it; any complaint fails."""
    contexts = []
    troubles: list[str] = []

    def go(path: str = PAGE, width: int = 1280, **options: Any) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.add_init_script(WATCH)
        visit_marked(page, office.url(path), troubles)
        expect(page.locator("gongkai-preview .state")).to_be_visible()
        return page

    yield go
    for one in contexts:
        one.close()
    assert [] == troubles


def row(page: Page, address: str) -> Locator:
    """The row of a list that leads to that page."""
    return page.locator("tr.row", has=page.locator(f"a[href$='{address}']"))


def test_the_bar_says_how_it_stands_with_an_entry(visit: Callable[..., Page]) -> None:
    """A draft is one; what is right and was never released waits for it; the issue is no income."""
    expect(visit(DRAFT).locator(LINE)).to_contain_text("草稿")
    line = visit(PAGE).locator(LINE)
    expect(line).to_contain_text(BUDGET)
    expect(line).to_contain_text("编入2026年8月")


def test_the_path_of_the_source_is_copied(visit: Callable[..., Page]) -> None:
    """Also where a browser gives no page the clipboard, as on a phone."""
    page = visit(PAGE, permissions=["clipboard-read", "clipboard-write"])
    page.locator(f"{LINE} [data-key=copy]").click()
    expect(page.locator(f"{LINE} [data-key=copy]")).to_have_text("已复制")
    assert BUDGET == page.evaluate("navigator.clipboard.readText()")

    page.evaluate("navigator.clipboard.writeText('')")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    expect(page.locator(f"{LINE} [data-key=copy]")).to_have_text("复制")
    page.locator(f"{LINE} [data-key=copy]").click()
    expect(page.locator(f"{LINE} [data-key=copy]")).to_have_text("已复制")
    assert BUDGET == page.evaluate("navigator.clipboard.readText()")


def test_a_draft_is_marked_in_lists(visit: Callable[..., Page]) -> None:
    """In the page alone: what is served has no mark, nor what a script of the page reads."""
    page = visit(LIST)
    mark = row(page, DRAFT.removeprefix("finance/")).locator("gongkai-mark")

    expect(mark).to_have_text("草稿")
    assert "草稿" not in page.locator("main").evaluate("one => one.textContent")
    stripe = "one => getComputedStyle(one, '::before').backgroundImage"
    assert "gradient" in mark.evaluate(stripe)


def test_a_mistake_is_a_card_where_it_stands_until_it_is_put_right(
    office: Office, visit: Callable[..., Page]
) -> None:
    """On its page, in its list, in the bar; nobody touches the browser."""
    page, listed = visit(PAGE), visit(LIST)
    own, entry = page.locator("main > gongkai-cards"), row(listed, PAGE.removeprefix("finance/"))

    office.edit(BUDGET, RIGHT, WRONG)

    expect(own).to_contain_text("08-half-year-budget.md:4:7")
    expect(own).to_contain_text("怎么办")
    expect(own.locator("mark")).to_contain_text("2026-08-34")
    expect(page.locator(LINE)).to_contain_text("有错")
    expect(page.locator(LINE)).to_contain_text("1 项不能发布")
    expect(entry.locator("gongkai-mark")).to_have_text("有错")
    expect(entry.locator("gongkai-cards")).to_contain_text("08-half-year-budget.md:4:7")
    expect(entry.locator("gongkai-cards")).to_contain_text("怎么办")

    office.edit(BUDGET, WRONG, RIGHT)

    expect(own).to_have_count(0)
    expect(entry.locator("gongkai-mark, gongkai-cards")).to_have_count(0)
    expect(page.locator(LINE)).not_to_contain_text("不能发布")
    assert is_same(page)
    assert is_same(listed)


CARD_BELOW = """([path, height]) => {
    const link = document.querySelector(path);
    const card = link?.closest("li").querySelector("gongkai-cards")?.getBoundingClientRect();
    const line = link?.getBoundingClientRect();
    return card && card.height > 0 && line.height === height && card.top >= line.bottom;
}"""
"""Whether a card stands below a link whose line is as high as it was: in one look, for cards are redrawn."""


def test_a_card_squeezes_nothing_out_of_a_list(office: Office, visit: Callable[..., Page]) -> None:
    """On the front page it stands below its line, in a month's issue below its heading."""
    plan = "content/finance/2026/11-reception.md"
    right = office.path(plan).read_text("utf-8").split("公布日期")[1].splitlines()[0]
    page, issue = visit("index.html"), visit("issues/2026-11.html")
    link = page.locator(".d-text a[href$='11-reception.html']")
    before = link.bounding_box()
    assert before

    office.edit(plan, f"公布日期{right}", "公布日期: 2026-11-99")
    page.wait_for_function(
        CARD_BELOW, arg=[".d-text a[href$='11-reception.html']", before["height"]]
    )
    expect(issue.locator("h3:has(a[href$='11-reception.html']) + gongkai-cards")).to_be_visible()
    office.edit(plan, "公布日期: 2026-11-99", f"公布日期{right}")

    expect(issue.locator("gongkai-cards")).to_have_count(0)
    expect(page.locator("gongkai-cards")).to_have_count(0)


def test_one_mistake_leads_to_the_next(office: Office, visit: Callable[..., Page]) -> None:
    """Round and round, wherever one begins."""
    other = "content/finance/2026/08-flood-relief.md"
    page = visit(LIST)
    wrong = "公布日期: 2026-08-99"
    right = office.path(other).read_text("utf-8").split("公布日期")[1].splitlines()[0]
    office.edit(BUDGET, RIGHT, WRONG)
    office.edit(other, f"公布日期{right}", wrong)

    expect(page.locator(LINE)).to_contain_text("2 项不能发布")
    reached = []
    for _ in range(3):
        page.locator(LINE).get_by_text("下一处").click()
        expect(page.locator("main > gongkai-cards")).to_be_visible()
        reached.append(page.url.removeprefix(office.url()))
    office.edit(other, wrong, f"公布日期{right}")
    office.edit(BUDGET, WRONG, RIGHT)

    expect(page.locator("gongkai-cards")).to_have_count(0)
    assert reached[0] == reached[2]
    assert {"finance/2026/08-flood-relief.html", PAGE} == set(reached)


def test_what_is_read_of_a_long_list_stays_where_it_was(
    office: Office, visit: Callable[..., Page]
) -> None:
    """In the bar too: a save that puts one thing right does not begin it anew; words are no headings."""
    page, theme = visit(), "themes/default/templates/home.html"
    text = office.path(theme).read_text("utf-8")
    office.edit(
        theme,
        "{% block main %}",
        "{% block main %}" + "\n".join(f"{{{{ page.x{one} }}}}" for one in range(30)),
    )
    section = page.locator("gongkai-preview section")
    expect(section.locator("article")).to_have_count(30)
    told = section.locator("article p").nth(1)
    section.evaluate("one => one.scrollTo(0, 900)")

    office.edit(theme, "{{ page.x29 }}", "")
    expect(section.locator("article")).to_have_count(29)
    top, weight = (
        section.evaluate("one => one.scrollTop"),
        told.evaluate("one => getComputedStyle(one).fontWeight"),
    )
    office.path(theme).write_text(text, "utf-8")

    expect(section).to_have_count(0)
    assert 900 == top
    assert "400" == weight


READ_AT = """async one => {
    for (const _ of "12") await new Promise(requestAnimationFrame);
    const top = one.getBoundingClientRect().top;
    const read = [...one.querySelectorAll("article")].find(each => each.getBoundingClientRect().top > top);
    return [read.textContent, read.getBoundingClientRect().top - top];
}"""
"""Which card is read in a list that was scrolled, and how far down: once that is drawn."""


def test_what_is_read_stays_in_view_when_what_stands_above_it_is_put_right(
    office: Office, visit: Callable[..., Page]
) -> None:
    """No card is made to say what the next one said: that one stays where it is read."""
    page, theme = visit(), "themes/default/templates/home.html"
    text = office.path(theme).read_text("utf-8")
    wrong = "\n".join(f"{{{{ page.x{one} }}}}" for one in range(30))
    office.edit(theme, "{% block main %}", "{% block main %}" + wrong)
    section = page.locator("gongkai-preview section")
    expect(section.locator("article")).to_have_count(30)
    section.evaluate("one => one.scrollTo(0, 900)")
    read, top = section.evaluate(READ_AT)

    office.edit(theme, "{{ page.x0 }}", "")
    expect(section.locator("article")).to_have_count(29)
    still, there = section.evaluate(READ_AT)
    office.path(theme).write_text(text, "utf-8")

    expect(section).to_have_count(0)
    assert read == still
    assert abs(top - there) <= 2


def test_marks_outlive_what_changes_around_them(office: Office, visit: Callable[..., Page]) -> None:
    """Each stands once, also after the list was sorted by who reads it."""
    page = visit(LIST)
    page.locator("th button").first.click()

    office.edit(BUDGET, "标题: 2026年上半年", "标题: 2026年头半年")
    expect(page.locator("main")).to_contain_text("2026年头半年")
    office.edit(BUDGET, "标题: 2026年头半年", "标题: 2026年上半年")
    expect(page.locator("main")).not_to_contain_text("2026年头半年")

    expect(row(page, DRAFT.removeprefix("finance/")).locator("gongkai-mark")).to_have_count(1)
    assert is_same(page)


def test_the_bar_is_used_by_keyboard(visit: Callable[..., Page]) -> None:
    """What is opened is closed by Escape, and the keyboard is where it was."""
    page = visit(PAGE)
    opener = page.locator(f"{LINE} [data-key=page]:visible")
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(page.locator("gongkai-preview .panel")).to_contain_text(BUDGET)
    page.keyboard.press("Escape")

    expect(page.locator("gongkai-preview .panel")).to_have_count(0)
    expect(opener).to_be_focused()


def test_a_press_outlives_what_is_told_meanwhile(
    office: Office, visit: Callable[..., Page]
) -> None:
    """Whoever has a button down when the bar has something new to say has pressed it."""
    page = visit(PAGE)
    page.locator(f"{LINE} [data-key=page]:visible").hover()
    page.mouse.down()
    office.edit(BUDGET, RIGHT, WRONG)
    expect(page.locator(LINE)).to_contain_text("1 项不能发布")
    expect(page.locator(LINE)).to_contain_text("有错")
    page.mouse.up()

    expect(page.locator("gongkai-preview .panel")).to_contain_text("08-half-year-budget.md:4:7")
    office.edit(BUDGET, WRONG, RIGHT)
    expect(page.locator("gongkai-preview .panel")).not_to_contain_text("08-half-year-budget.md:4:7")


def test_the_keyboard_stays_at_a_link_while_something_is_told(
    office: Office, visit: Callable[..., Page]
) -> None:
    """At the same link, which leads where it leads by now."""
    page = visit(PAGE)
    link = page.locator(f"{LINE} [data-key=check]")
    link.focus()
    office.edit(BUDGET, RIGHT, WRONG)

    expect(page.locator(LINE)).to_contain_text("有错")
    expect(link).to_be_focused()
    office.edit(BUDGET, WRONG, RIGHT)
    expect(page.locator(LINE)).not_to_contain_text("有错")
    expect(link).to_be_focused()


def test_a_folded_bar_stays_folded(visit: Callable[..., Page]) -> None:
    """On the next page too, until it is unfolded."""
    page = visit(PAGE)
    page.locator("gongkai-preview [data-key=fold]").click()
    expect(page.locator(LINE)).to_have_count(0)
    page.reload()
    page.locator("gongkai-preview [data-key=unfold]").click()

    expect(page.locator(LINE)).to_be_visible()
    expect(page.locator("gongkai-preview [data-key=fold]")).to_be_focused()


@pytest.mark.parametrize("size", ["16px", "22px"])
@pytest.mark.parametrize(("width", "lines"), [(360, 2), (1280, 1)])
def test_the_bar_is_slim_and_hides_nothing(
    visit: Callable[..., Page], width: int, lines: int, size: str
) -> None:
    """Two lines at the most on a phone; the end of the page stands above it."""
    page = visit(DRAFT, width)
    expect(page.locator(LINE)).to_contain_text("草稿")
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
    page.set_viewport_size({"width": width, "height": 790})
    box = "one => one.getBoundingClientRect().toJSON()"
    room = ceil(page.locator(LINE).evaluate(box)["height"])
    expect(page.locator("html")).to_have_css("padding-bottom", f"{room}px")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    bar, foot = page.locator(LINE).evaluate(box), page.locator("footer").evaluate(box)
    inside = page.locator(LINE).evaluate("one => one.scrollWidth <= one.clientWidth")

    assert bar["height"] <= lines * 3.2 * int(size.removesuffix("px"))
    assert foot["bottom"] <= bar["top"] + 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert inside


def test_paper_knows_nothing_of_the_desk(visit: Callable[..., Page]) -> None:
    """Neither of the bar nor of its room, nor of marks."""
    page = visit(LIST)
    expect(page.locator("gongkai-mark").first).to_be_visible()
    page.emulate_media(media="print")

    expect(page.locator("gongkai-preview")).to_be_hidden()
    expect(page.locator("gongkai-mark").first).to_be_hidden()
    assert "0px" == page.evaluate("getComputedStyle(document.documentElement).paddingBottom")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_desk(
    office: Office,
    visit: Callable[..., Page],
    tool: Callable[[str], str],
    width: int,
    scheme: str,
) -> None:
    """With a card, marks and everything open that opens."""
    office.edit(BUDGET, RIGHT, WRONG)
    found = {}
    for path in (PAGE, LIST):
        page = visit(path, width, color_scheme=scheme)
        expect(page.locator("gongkai-cards").first).to_be_visible()
        page.evaluate(Path(tool("axe")).read_text("utf-8"))
        for key in ("page", "phone"):
            if page.locator(f"{LINE} [data-key={key}]").is_visible():
                page.locator(f"{LINE} [data-key={key}]").click()
                expect(page.locator("gongkai-preview .panel")).to_be_visible()
            if wrong := page.evaluate(RUN):
                found[path, key] = wrong
    office.edit(BUDGET, WRONG, RIGHT)

    expect(page.locator("gongkai-cards")).to_have_count(0)
    assert found == {}


MODULES = """async ([png, side]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const page = new OffscreenCanvas(image.width, image.height).getContext("2d");
  page.drawImage(image, 0, 0);
  const middle = (module, length) => Math.floor((module + 0.5) * length / side);
  const dark = (column, row) =>
    page.getImageData(middle(column, image.width), middle(row, image.height), 1, 1).data[0] < 128;
  const every = [...Array(side).keys()];
  return every.map(row => every.map(column => Number(dark(column, row))));
}"""
"""Which modules of a code are dark, as they are seen: read from its picture, with the white around it."""


def test_the_code_that_is_seen_is_the_address_beside_it(
    visit: Callable[..., Page], chromium: Browser
) -> None:
    """With a token, to the page that it was asked on; each time it is opened with another one."""
    page, reader = visit(PAGE), chromium.new_page()
    urls = set()
    for _ in range(2):
        page.locator(f"{LINE} [data-key=phone]").click()
        code = page.locator("gongkai-preview svg.qr")
        expect(code).to_be_visible()
        url = page.locator("gongkai-preview .phone code").inner_text()
        made = segno.make_qr(url.encode(), error="m", mode="byte", mask=3, boost_error=False)
        rows = [list(row) for row in made.matrix_iter(border=4)]
        picture = b64encode(code.screenshot()).decode()
        seen = reader.evaluate(MODULES, [picture, len(rows)])
        page.locator(f"{LINE} [data-key=phone]").click()

        assert rows == seen
        asked = dict(parse_qsl(urlsplit(url).query))
        assert f"/{PAGE}" == asked["to"]
        assert len(asked["token"]) > 20
        urls.add(url)
    reader.close()
    assert 2 == len(urls)


def test_a_window_as_narrow_as_a_phone_follows_every_save(
    office: Office, visit: Callable[..., Page]
) -> None:
    """Beside the one that it was opened in; nothing runs out of it."""
    page = visit(PAGE)
    with page.expect_popup() as opened:
        page.locator(f"{LINE} [data-key=narrow]").click()
    narrow = opened.value
    narrow.set_viewport_size({"width": 360, "height": 740})
    expect(narrow.locator("gongkai-preview .state")).to_be_visible()
    narrow.evaluate("window.marked = true")

    office.add(BUDGET, "窄窗口里也看得到。")

    for one in (page, narrow):
        expect(one.get_by_text("窄窗口里也看得到。")).to_be_visible()
        assert is_same(one)
    assert page.url == narrow.url
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("size", ["16px", "22px"])
def test_on_a_phone_everything_is_at_hand(
    office: Office, visit: Callable[..., Page], size: str
) -> None:
    """Where it is written, what is wrong, the way to the next mistake and to the check: a tap away."""
    other = "content/finance/2026/08-flood-relief.md"
    text = office.path(other).read_text("utf-8")
    office.path(other).write_text(text.replace("公布日期: ", "公布日期: 9"), "utf-8")
    office.edit(BUDGET, RIGHT, WRONG)
    page = visit(PAGE, 360, has_touch=True)
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
    expect(page.locator(LINE)).to_contain_text("2 项不能发布")
    expect(page.locator(LINE)).to_contain_text("有错")
    page.locator(f"{LINE} [data-key=page]").tap()
    panel = page.locator("gongkai-preview .panel")

    for what in (BUDGET, "08-half-year-budget.md:4:7", "怎么办", "2026年8月"):
        expect(panel).to_contain_text(what)
    for what in ("2 项不能发布", "上一处", "下一处", "发布检查"):
        link = panel.get_by_role("link", name=what)
        link.scroll_into_view_if_needed()
        box = link.bounding_box()
        assert box
        assert box["height"] >= 44
        assert 0 <= box["x"] <= 360 - box["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert panel.evaluate("one => one.scrollWidth <= one.clientWidth")
    panel.get_by_role("link", name="发布检查").tap()
    expect(page.locator(".verdict")).to_contain_text("2 处必须改好")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    office.edit(BUDGET, WRONG, RIGHT)
    office.path(other).write_text(text, "utf-8")


def test_a_phone_is_shown_in_once(
    office: Office, visit: Callable[..., Page], chromium: Browser
) -> None:
    """By a code on this screen; it sees the page, hears of the next save, and lets nobody in."""
    page = visit(PAGE)
    page.locator(f"{LINE} [data-key=phone]").click()
    expect(page.locator("gongkai-preview svg.qr")).to_be_visible()
    url = page.locator("gongkai-preview .phone code").inner_text()
    stranger, phone = (chromium.new_context(viewport={"width": 360, "height": 740}) for _ in "12")
    shut, seen = stranger.new_page(), phone.new_page()

    shut.goto(url.partition("/_gongkai")[0])
    expect(shut.locator("main")).to_contain_text("点“手机看”")
    seen.goto(url)
    expect(seen).to_have_url(f"{url.partition('/_gongkai')[0]}/{PAGE}")
    expect(seen.locator(LINE)).to_be_visible()
    expect(seen.locator("gongkai-preview [data-key=phone]")).to_have_count(0)
    office.add(BUDGET, "手机上也看得到。")
    expect(seen.get_by_text("手机上也看得到。")).to_be_visible()
    shut.goto(url)
    expect(shut.locator("main")).to_contain_text("点“手机看”")
    for one in (stranger, phone):
        one.close()


def test_a_site_that_was_never_built_appears_by_itself(
    tmp_path: Path, chromium: Browser, tool: Callable[[str], str]
) -> None:
    """Until then a calm page says so, on a phone too, and nothing of it is refused afterwards."""
    office = Office(tmp_path)
    site = office.path("content/site.yaml")
    text = site.read_text("utf-8")
    site.write_text("单位: [", "utf-8")
    office.start()
    troubles: list[str] = []
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.add_init_script(WATCH)
    page.on("console", lambda said: troubles.append(said.text))
    page.goto(office.url())
    expect(page.get_by_text("正在生成网站")).to_be_visible()
    expect(page.locator("gongkai-preview section")).to_contain_text("site.yaml")
    page.evaluate(Path(tool("axe")).read_text("utf-8"))
    wrong = page.evaluate(RUN)
    wide = page.evaluate("document.documentElement.scrollWidth")
    site.write_text(text, "utf-8")

    expect(page.get_by_text("最新一期")).to_be_visible()
    expect(page.locator("gongkai-preview section")).to_have_count(0)
    page.close()
    office.stop()
    assert wrong == []
    assert wide <= 360
    assert [] == [one for one in troubles if "refuses" in one]
