"""Packages for somebody else's portal: what is in them, and the list that says what to do with each."""

import csv
import io
import json
import shutil
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from generator.app.packages import Memory, Packed, packed
from generator.edge import disk
from generator.edge.releases import Release
from generator.exports.fragment import fragment
from generator.values.digest import sha256
from generator.values.host import Filed
from generator.values.place import Place
from generator.values.problem import Stop
from tests.targets.office import Cut, Faulty, Files, Office, files_of, fill, whole
from tests.targets.test_cuts import through

AT = Place("site.yaml")
PLACE = "portal"
PAGE = """<html><head><meta name="ArticleTitle" content="t"><meta name="SiteName" content="s"></head>
<body><nav>away</nav><main><article><h1>{title}</h1><p class="lede">{text}</p>
<p><img src="../../finance/2026/{name}/p.png" alt="图"><a href="../../finance/2026/{name}.csv">表</a></p>
</article></main><script>1</script></body></html>"""


def entry(name: str, text: str, **more: object) -> Files:
    """An entry's page, its record, a table and a picture."""
    stem = f"finance/2026/{name}"
    record = {
        "format": 1,
        "address": f"{stem}.html",
        "title": f"标题{name}",
        "status": "ready",
        "category": {"id": "finance", "title": "财务公开"},
        "unit": {"id": "town", "name": "清溪镇人民政府"},
        "published": "2026-03-12T09:00:00+08:00",
        "index_no": f"QX-{name}",
        "keywords": ["甲", "乙"],
        "html": text,
        **more,
    }
    return {
        f"{stem}.html": PAGE.format(title=record["title"], text=text, name=name).encode(),
        f"{stem}.json": json.dumps(record, ensure_ascii=False).encode(),
        f"{stem}.csv": b"a,b\r\n",
        f"{stem}/p.png": b"picture",
    }


def site(*entries: Files) -> Files:
    """A site of these entries."""
    files = {"index.html": b"home"}
    for one in entries:
        files |= one
    return whole(files)


def packed_of(files: Mapping[str, bytes]) -> tuple[Packed, dict[str, bytes]]:
    """The packages of these files, and every file of theirs."""
    by_digest = {sha256(body): body for body in files.values()}
    filed = {path: Filed(path, sha256(body), len(body)) for path, body in files.items()}
    root = filed["manifest.json"].sha256
    made = packed(Release(1, "", root, filed), by_digest.__getitem__, Memory(""), "", AT)
    return made, {path: made.read(one.sha256) for path, one in made.release.files.items()}


@pytest.fixture(name="portal")
def _portal(office: Office) -> Office:
    """An office that hands packages to a portal."""
    (office.folder / PLACE).mkdir()
    with (office.folder / "content/site.yaml").open("a", encoding="utf-8") as file:
        file.write(f"  - 名称: {PLACE}\n    方式: 文件夹\n    位置: {PLACE}\n    内容: 栏目包\n")
    return office


def bring(office: Office, *entries: Files, **asked: Any) -> dict[str, list[str]]:
    """Build these entries and hand them on; batch, action and state by index number."""
    if entries:
        office.build(site(*entries))
    office.publish(target=PLACE, **asked)
    return told(office)


def told(office: Office) -> dict[str, list[str]]:
    """What the list says."""
    body = (office.folder / PLACE / "import.csv").read_bytes()
    assert body.startswith(b"\xef\xbb\xbf")
    rows = csv.DictReader(io.StringIO(body.decode("utf-8-sig")))
    return {one["索引号"]: [one["批次"], one["动作"], one["状态"]] for one in rows}


class Tags(HTMLParser):
    """The tags of a fragment, its links, its text, and whether all that was opened was closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.used: set[str] = set()
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.text: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open it."""
        self.used.add(tag)
        self.attributes |= {key for key, _ in attrs}
        self.links += [value or "" for key, value in attrs if key in {"href", "src"}]
        if tag not in {"img", "br", "hr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last."""
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        """Keep it."""
        self.text.append(data)


def test_a_list_says_what_has_become_of_each(portal: Office) -> None:
    """New, changed, withdrawn; a row that nothing happened to keeps its batch."""
    a, b, c = (entry(name, "一") for name in "abc")
    first = bring(portal, a, b, c)
    corrected = entry(
        "a", "二", corrections=[{"on": "2026-04-01", "what": "应为二", "why": "笔误"}]
    )
    gone = {"on": "2026-04-02", "reason": "写错了村名"}
    second = bring(portal, corrected, entry("b", "一", status="withdrawn", withdrawal=gone), c)
    third = bring(portal, corrected, c, entry("d", "新"))

    assert {one: ["1", "新增", "现行"] for one in ("QX-a", "QX-b", "QX-c")} == first
    assert ["2", "更新", "现行（更正过）"] == second["QX-a"]
    assert ["2", "撤下", "已撤回"] == second["QX-b"]
    assert ["1", "新增", "现行"] == second["QX-c"] == third["QX-c"]
    assert {"QX-d": ["3", "新增", "现行"], "QX-b": ["3", "撤下", "不再公开"]} == {
        key: third[key] for key in ("QX-d", "QX-b")
    }
    assert second["QX-a"] == third["QX-a"]
    assert not (portal.folder / PLACE / "finance/2026/b").exists()
    assert (portal.folder / PLACE / "finance/2026/a/files/p.png").read_bytes() == b"picture"


def test_why_it_was_withdrawn_stands_in_the_list(portal: Office) -> None:
    """So does what was corrected."""
    gone = {"on": "2026-04-02", "reason": "写错了村名"}
    corrections = [{"on": "2026-04-01", "what": "应为二", "why": "笔误"}]
    bring(
        portal,
        entry("a", "一", status="withdrawn", withdrawal=gone),
        entry("b", "一", corrections=corrections),
    )
    text = (portal.folder / PLACE / "import.csv").read_text("utf-8-sig")

    assert "2026-04-02 写错了村名" in text
    assert "2026-04-01 应为二" in text


def test_an_entry_that_is_public_again_is_new_again(portal: Office) -> None:
    """It was taken down meanwhile."""
    a, b = entry("a", "一"), entry("b", "一")
    bring(portal, a, b)
    bring(portal, b)

    assert ["3", "新增", "现行"] == bring(portal, a, b)["QX-a"]


def test_what_is_the_same_is_not_handed_on_again(portal: Office) -> None:
    """Nor is what changed elsewhere in the site."""
    a = entry("a", "一")
    bring(portal, a)
    before = files_of(portal.folder / PLACE)
    bring(portal, a)
    portal.build(whole({"index.html": b"another home", **a}))
    outcome = portal.publish(target=PLACE)

    assert before == files_of(portal.folder / PLACE)
    assert not outcome.delivery.sent


def test_nothing_of_others_is_touched(portal: Office) -> None:
    """Whatever stands beside."""
    fill(portal.folder / PLACE, {"门户/说明.txt": b"theirs", "finance/a.txt": b"theirs"})
    bring(portal, entry("a", "一"))
    bring(portal, entry("b", "一"))
    there = files_of(portal.folder / PLACE)

    assert b"theirs" == there["门户/说明.txt"] == there["finance/a.txt"]


def test_a_title_is_no_formula(portal: Office) -> None:
    """A spreadsheet program reads it as a text."""
    bring(portal, entry("a", "一", title='=HYPERLINK("http://x","点我")', basis="@SUM(1)"))
    body = (portal.folder / PLACE / "import.csv").read_text("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(body)))

    assert ("'=HYPERLINK", "'@SUM(1)") == (row["标题"][:11], row["公开依据"])


@pytest.mark.parametrize("how", ["before", "after", "torn"])
def test_a_cut_changes_nothing_in_the_list(
    portal: Office, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """The next delivery says what this one would have said."""
    bring(portal, entry("a", "一"), entry("b", "一"))
    portal.build(site(entry("a", "二"), entry("c", "一")))
    before = portal.folder.with_name("before")
    shutil.copytree(portal.folder, before)
    whole_list = bring(portal)
    hosts = counted(portal, before, monkeypatch)
    for step in range(1, hosts.steps, 13):
        again(portal, before)
        with monkeypatch.context() as patch:
            through(patch, step, how, None)
            with pytest.raises(Cut):
                portal.publish(target=PLACE)

        assert whole_list == bring(portal), step


def counted(portal: Office, before: Path, monkeypatch: pytest.MonkeyPatch) -> Faulty:
    """A host that has seen a delivery to its end."""
    again(portal, before)
    with monkeypatch.context() as patch:
        hosts = through(patch, 10**6, "", None)
        portal.publish(target=PLACE)
    return hosts[0]


def again(portal: Office, before: Path) -> None:
    """Everything as it was."""
    shutil.rmtree(portal.folder)
    shutil.copytree(before, portal.folder)


def test_another_computer_goes_on_with_the_list(portal: Office) -> None:
    """Without our notes, by the list that stands there."""
    bring(portal, entry("a", "一"), entry("b", "一"))
    shutil.rmtree(portal.folder / ".releases")
    found = bring(portal, entry("a", "二"), entry("b", "一"))

    assert {"QX-a": ["2", "更新", "现行"], "QX-b": ["1", "新增", "现行"]} == found


def test_a_batch_that_arrived_without_a_receipt_is_not_counted_anew(
    portal: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have been imported by now: what changes after it must stand in a later one."""

    def full(path: str, body: bytes, *, over: int) -> None:
        raise OSError(28, "full", f"{path}{len(body)}{over}")

    bring(portal, entry("a", "one"), entry("b", "one"))
    with monkeypatch.context() as patch:
        patch.setattr(disk, "append", full)
        with pytest.raises(Stop):
            bring(portal, entry("a", "two"), entry("b", "one"))
    assert "2" == told(portal)["QX-a"][0]
    now = bring(portal, entry("a", "three"), entry("b", "two"))

    assert ["3", "3"] == [now["QX-a"][0], now["QX-b"][0]]
    assert "4" == bring(portal, entry("a", "four"), entry("b", "two"))["QX-a"][0]


def test_bringing_back_is_a_batch_of_its_own(portal: Office) -> None:
    """Whoever imports has to undo what was done."""
    bring(portal, entry("a", "一"))
    bring(portal, entry("a", "二"), entry("b", "一"))
    found = bring(portal, is_rollback=True, release=1)

    assert {"QX-a": ["3", "更新", "现行"], "QX-b": ["3", "撤下", "不再公开"]} == found


def test_a_trial_hands_nothing_on(portal: Office) -> None:
    """And the delivery after it is the first."""
    portal.build(site(entry("a", "一")))
    outcome = portal.publish(target=PLACE, is_dry=True)

    assert "import.csv" in {one.path for one in outcome.delivery.added}
    assert {} == files_of(portal.folder / PLACE)
    assert ["1", "新增", "现行"] == bring(portal)["QX-a"]


def test_packages_travel_in_a_bundle_too(portal: Office) -> None:
    """All of them, or what has changed since a release."""
    settings = portal.folder / "content/site.yaml"
    text = settings.read_text("utf-8").replace("usb/site.zip\n", "usb/site.zip\n    内容: 栏目包\n")
    settings.write_text(text, "utf-8")
    portal.build(site(entry("a", "一"), entry("b", "一")))
    portal.publish(target="usb")
    large = (portal.usb / "site.zip").stat().st_size
    settings.write_text(
        text.replace("    内容: 栏目包\n", "    内容: 栏目包\n    来自: 1\n", 1), "utf-8"
    )
    portal.build(site(entry("a", "一"), entry("b", "二")))
    outcome = portal.publish(target="usb")
    sent = {one.path for one in outcome.delivery.sent}

    assert {"finance/2026/b/fragment.html", "import.csv", "manifest.json"} <= sent
    assert "finance/2026/a/fragment.html" not in sent
    assert large > (portal.usb / "site.zip").stat().st_size


def test_a_page_without_an_article_stops() -> None:
    """Nobody knows which part of it is the entry's."""
    one = entry("a", "一")
    one["finance/2026/a.html"] = b"<html><body><main>text</main></body></html>"
    with pytest.raises(Stop) as caught:
        packed_of(site(one))

    assert "publish/no-article" == caught.value.problem.code
    assert fragment("<p>no article</p>", str) is None


def test_nothing_leads_back_to_us_or_runs() -> None:
    """Links to other pages keep their text, pictures that are not beside it what they show."""
    page = """<article><p><a href="../b.html">甲</a><a href="javascript:x()">乙</a>
    <img src="data:image/png,x" alt="丙"><a href="https://example.gov.cn/">丁</a></p>
    <p onclick="x()" style="color:red" id="k"><a href="#k">戊</a></p><script>x</script></article>"""
    cut = fragment(page, lambda _: "")
    assert cut

    assert ["https://example.gov.cn/", "#gongkai-k"] == Tags(cut.html).links
    assert {"class", "href", "id"} == Tags(cut.html).attributes
    assert "甲乙丙丁戊" == "".join("".join(Tags(cut.html).text).split())


def test_text_that_stood_apart_stays_apart() -> None:
    """By a blank, where style did it before; text that runs on gets none."""
    page = """<article><h1>t</h1><ol><li><span>拟稿</span><b>许佳宁</b><time>3日</time></li></ol>
    <p>共<span class="nb">12元</span><span class="nb">整</span>，<strong>甲</strong><em>乙</em></p>
    <div class="scroll"><table><tr><td class="num">1<td>2</tr></table></div>
    <pre>a

    b</pre><p hidden>x<p aria-hidden="true">y</p><p>1 &lt; 2</p></article><p>z"""
    cut = fragment(page, str)
    assert cut

    assert "<li>拟稿 <b>许佳宁</b> 3日</li>" in cut.html
    assert "<p>共12元整，<strong>甲</strong><em>乙</em></p>" in cut.html
    assert '<td align="right">1</td><td>2</td></tr>' in cut.html
    assert "a\n\n    b" in cut.html
    assert "<p>1 &lt; 2</p>" in cut.html
    assert not {"x", "y", "z"} & set(Tags(cut.html).text)
