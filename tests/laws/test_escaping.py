"""Nothing unescaped reaches HTML: what people write is shown, never run."""

import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.read import markdown
from generator.read.source import Source
from tests.laws.village import AFFAIRS, BASE, SETTINGS, built, write

PAYLOADS = (
    "<script>alert(1)</script>",
    '"onmouseover="alert(1)',
    "' onclick='alert(1)",
    "javascript:alert(1)",
    "{{7*7}}{% raw %}${7*7}",
    "</title><img src=x onerror=alert(1)>",
    "</textarea><!--",
    "<svg/onload=alert(1)>",
    "&lt;b&gt;&amp;&#60;",
    "]]><?php x ?>",
    "\\x3cscript\\x3e",
    "<a href='data:text/html,x'>k</a>",
)
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "xlink:href", "srcset")
ENTRY = """\
---
标题: {0}标题
公布日期: 2026-11-12
成文日期: 2026-11-10
公开单位: 村委会
文号: {0}文号
索引号: {0}索引号
公开范围: 社会
依据: {0}依据
事项: {0}事项
来源: {0}来源
公示期:
  起: 2026-11-18
  天数: 7
审批:
  - 环节: {0}环节
    姓名: {0}姓名
更正:
  - 日期: 2026-11-19
    内容: {0}内容
    原因: {0}原因
摘要: {0}摘要
关键词:
  - {0}关键词
---
{1}正文

| {1}表头 | 数 |
| --- | --- |
| {1}格子 | 1 |

- {1}列表

# {1}题目

**{1}重点** [{1}链接](https://a.example/) <{1}>
"""
WITHDRAWN = """\
标题: {0}撤回的标题
状态: 撤回
公布日期: 2026-10-12
公开单位: 村委会
撤回日期: 2026-11-01
撤回原因: {0}撤回原因
期间: 2026-10
期初: 0
期末: 0
说明: {0}说明
明细:
  - 日期: 2026-10-03
    凭证号: {0}凭证号
    摘要: {0}摘要
    收入: 1
  - 日期: 2026-10-04
    凭证号: 付-1
    摘要: 付
    支出: 1
"""


class Page(HTMLParser):
    """What a browser would see: texts, elements, and everything that could run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.elements: Counter[str] = Counter()
        self.running: list[str] = []
        self.in_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count it; note handlers, and addresses with a scheme that runs."""
        for name, value in attrs:
            plain = re.sub(r"[\s\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or name in {"srcdoc", "style"}:
                self.running.append(f"{tag} {name}={value}")
            if name in ADDRESSES and plain.startswith(("javascript:", "data:", "vbscript:")):
                self.running.append(f"{tag} {name}={value}")
            self.texts.append(value or "")
        self.in_data = (tag, attrs) == ("script", [("type", "application/ld+json")])
        self.elements["data block" if self.in_data else tag] += 1
        if tag in {"script", "iframe", "object", "embed"} and not self.in_data:
            address = dict(attrs).get("src") or ""
            if not re.fullmatch(r"(\.\./)*assets/bulletin-[0-9a-f]{8}\.js", address):
                self.running.append(f"{tag} {attrs}")

    def handle_data(self, data: str) -> None:
        """What is shown; a data block shows nothing, and no sign in it could end it."""
        if self.in_data:
            self.in_data = False
            json.loads(data)
            self.running += re.findall("[<>&']", data)
        else:
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        """Ours are not published, and nobody else's may be."""
        self.running.append(f"<!--{data}-->")

    def handle_pi(self, data: str) -> None:
        """The same."""
        self.running.append(f"<?{data}>")


def _pages(folder: Path) -> dict[str, Page]:
    found = {}
    for path in sorted((folder / "live/output").rglob("*.html")):
        page = Page()
        page.feed(path.read_text("utf-8"))
        page.close()
        found[path.relative_to(folder / "live/output").as_posix()] = page
    return found


def _quoted(text: str) -> str:
    """A YAML text that says exactly this."""
    return "'" + text.replace("'", "''")


def _files(payload: str) -> dict[str, str]:
    """The payload before the name of every text field, so that each can be looked for."""
    head = _quoted(payload)
    close = re.compile(r"^(\s*(?:- )?(?:[^:'\n]+: )?'.*)$", re.MULTILINE)
    named = ("站名", "主办", "编印", "简介", "题名", "名称", "简称", "电话")
    site = SETTINGS
    for name in named:
        site = re.sub(rf"({name}): (.*)", lambda m: f"{m[1]}: {head}{m[2]}'", site)
    more = "".join(
        f"  {name}: {head}{name}'\n" for name in ("监督电话", "邮箱", "地址", "时间", "说明")
    )
    site = site.replace("  电话", f"{more}  电话")
    own = "".join(f"    {name}: {head}本{name}'\n" for name in ("电话", "地址", "时间", "简介"))
    site = site.replace("    层级: 村\n", f"    层级: 村\n{own}", 1)
    category = re.sub(r"(题名|简介): (.*)", lambda m: f"{m[1]}: {head}{m[2]}'", AFFAIRS)
    unit = re.sub(r"(公开单位): 村委会", r"\1: village", ENTRY)
    entry = close.sub(r"\1'", unit.format(head, payload).split("---\n")[1])
    gone = close.sub(r"\1'", WITHDRAWN.replace("村委会", "village").format(head))
    old = {
        path: text.replace("公开单位: 村委会", "公开单位: village") for path, text in BASE.items()
    }
    return {
        **old,
        "content/site.yaml": site,
        "content/affairs/category.yaml": category,
        "content/affairs/a.md": f"---\n{entry}---\n"
        + unit.format(head, payload).split("---\n", 2)[2],
        "content/finance/b.yaml": gone,
        "content/pages/guide.md": f"---\n标题: {head}固定页'\n摘要: {head}固定摘要'\n---\n"
        f"{payload}固定正文\n",
    }


@pytest.fixture(name="plain", scope="module")
def _plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The same site with a harmless word in the payload's place."""
    folder = tmp_path_factory.mktemp("plain")
    write(folder, _files("无害"))
    report = built(folder, "live")
    assert report.exit_code == 0, report.problems
    return _pages(folder)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_text_is_shown_and_never_run(
    payload: str, plain: dict[str, Page], tmp_path: Path
) -> None:
    """No element and no handler more than with a harmless word; each text stands there as written."""
    write(tmp_path, _files(payload))
    report = built(tmp_path, "live")
    assert report.exit_code == 0, report.problems
    pages = _pages(tmp_path)

    assert {} == {path: page.running for path, page in pages.items() if page.running}
    assert plain.keys() == pages.keys()
    output = tmp_path / "live/output"
    feeds = [ET.parse(path) for path in output.rglob("*.xml")]
    assert any(payload in (one.text or "") for feed in feeds for one in feed.iter())
    assert all(json.loads(path.read_bytes()) for path in output.rglob("*.json"))
    assert {} == {
        path: more for path, page in pages.items() if (more := page.elements - plain[path].elements)
    }
    shown = {path: "\0".join(page.texts) for path, page in pages.items()}
    entry, gone = shown["affairs/a.html"], shown["finance/b.html"]
    for name in (
        "标题",
        "文号",
        "索引号",
        "依据",
        "事项",
        "来源",
        "环节",
        "姓名",
        "内容",
        "原因",
        "摘要",
        "关键词",
    ):
        assert payload + name in entry, name
    for name in ("正文", "表头", "格子", "列表", "题目", "重点", "链接"):
        assert payload + name in entry, name
    for name in ("撤回的标题", "撤回原因", "说明", "凭证号", "摘要"):
        assert payload + name in gone, name
    for name in (
        "石桥村公开栏",
        "石桥村村民委员会",
        "村务、财务公开",
        "村务公开（月度汇编）",
        "监督电话",
        "固定页",
        "固定摘要",
    ):
        assert payload + name in shown["index.html"], name
    for name in ("本电话", "本地址", "本时间", "本简介"):
        assert payload + name in shown["units/village.html"], name
    assert payload + "固定正文" in shown["pages/guide.html"]


@settings(max_examples=150)
@given(
    text=st.lists(
        st.one_of(
            st.sampled_from(
                (
                    *PAYLOADS,
                    "**",
                    "[",
                    "](",
                    ")",
                    "|",
                    "\n",
                    "\n\n",
                    "- ",
                    "# ",
                    ">",
                    "\\",
                    "!",
                    "<",
                    "`",
                )
            ),
            st.text(max_size=6),
        ),
        max_size=12,
    ).map("".join)
)
def test_no_text_becomes_anything_that_runs(text: str) -> None:
    """Any mixture of payloads and marks, through the door to Markdown and the page's template."""
    read = markdown.render(Source("content/affairs/a.md", text), text, 1)
    page = Page()
    page.feed(read.value.html if read.value else "")
    page.close()
    known = {
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "strong",
        "a",
        "img",
        "br",
        "hr",
        "blockquote",
    }
    known |= {"div", "table", "thead", "tbody", "tr", "th", "td"}

    assert [] == page.running or read.problems
    assert set() == page.elements.keys() - known


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "javascript&#58;alert(1)",
        "javascript&colon;alert(1)",
        "vbscript:x",
        "data:text/html;base64,PHNjcmlwdD4=",
        "\x01javascript:alert(1)",
        '" onclick="alert(1)',
        'https://a.example/" onmouseover="alert(1)',
        "//a.example/x.js",
    ],
)
@pytest.mark.parametrize(
    "form",
    ["[k]({0})", "![k]({0})", "<{0}>", "[k](<{0}>)", '[k](x.md "{0}")', "[k]: {0}\n\n[k]"],
)
def test_a_link_never_runs(address: str, form: str) -> None:
    """It is shown as it was written, refused, or leads where a link may lead."""
    text = form.format(address)
    read = markdown.render(Source("content/affairs/a.md", text), text, 1)
    page = Page()
    page.feed(read.value.html if read.value and not read.problems else "")
    page.close()

    assert [] == page.running


def test_the_theme_of_the_sample_runs_one_script(tmp_path: Path) -> None:
    """The watch is awake: what it lets through is the theme's own script, and it is there."""
    write(tmp_path, BASE)
    built(tmp_path, "live")

    pages = _pages(tmp_path)
    assert pages.pop("404.html").elements["script"] == 0
    assert {1} == {page.elements["script"] for page in pages.values()}
    page = Page()
    page.feed("<a href=' java\nscript:x' onclick=x>k</a><script>x</script><!-- x -->")

    assert 4 == len(page.running)
