"""The release check as somebody reads it, in both languages, and what below its address is refused."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.app import release
from generator.app.build import build
from generator.app.order import Order
from generator.app.rehearsal import bodies
from generator.app.seen import blocks
from generator.cli.findings import SORTS, sort_of
from generator.cli.releasedesk import release_answer
from generator.cli.voice import voice
from generator.edge.project import project_at
from generator.edge.served import Asked, Reply
from generator.values.place import Place
from generator.values.problem import Problem, Stop
from generator.words import zh
from tests.conftest import SAMPLE
from tests.saving import save

LEDGER = "content/finance/2026/10-fenglin-ledger.yaml"
PAGE = "finance/2026/10-fenglin-ledger.html"
Answer = Callable[..., Reply | None]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose site is as its content."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    build(Order(project_at("content", None, str(tmp_path))))
    return tmp_path


@pytest.fixture
def answer(project: Path) -> Answer:
    """Ask the desk for an address below its own."""
    order = Order(project_at("content", None, str(project)))

    def ask(name: str, *about: Any) -> Any:
        if name == "bodies":
            return bodies(order.project, *about)
        return (release.check if name == "check" else release.compare)(order, *about)

    def answered(path: str, lang: str = "zh", **query: str) -> Reply | None:
        speaking = voice(lang, sys.stderr, "python3 build.py")
        return release_answer(speaking, Asked(f"_desk/{path}", query), ask, "python3 build.py")

    return answered


def said(reply: Reply | None) -> str:
    """What a reader of the page sees."""
    assert reply
    return "\n".join(" ".join(one.cells) for one in blocks(reply.body.decode()))


def in_order(text: str, *lines: str) -> None:
    """Each line is there, behind the one before."""
    at = 0
    for line in lines:
        assert line in text[at:], f"{line} is missing in\n{text[at:]}"
        at = text.index(line, at)


def test_what_stops_a_release_is_told_first(project: Path, answer: Answer) -> None:
    """With its place, the masked line, why, and what to do; then what is to be looked at."""
    save(project, LEDGER, "支出: 1318.70", "支出: 1381.70")
    reception = project / "content/finance/2026/11-reception.md"
    reception.write_text(f"{reception.read_text('utf-8')}\n详见(附表)。\n", "utf-8")

    in_order(
        said(answer("index.html")),
        "现在不能发布：1 处必须改好",
        "今天固定为 2026年11月21日",
        "不能发布",
        "期末不平：写的是 69,355.50，算出来是 69,292.50",
        f"{LEDGER}:76:5",
        "期末: 69355.50",
        "为什么",
        "怎么办",
        "请确认",
        "中文里用了半角标点",
        "通过",
        "不许公开的栏",
        "日期、公示期和期号",
        "链接、附件和图片",
        "照上面“怎么办”改好",
        "先改好上面 1 处，才能发布。下面是其他内容改好以后会有的变化",
        "改动 1 条",
        "content/finance/2026/11-reception.md",
    )


def test_what_would_be_released_is_told(project: Path, answer: Answer) -> None:
    """Entries by name, all else counted; the command that does it."""
    save(project, LEDGER, "标题: 枫林村2026年9月", "标题: 枫林村九月")

    in_order(
        said(answer("index.html")),
        "可以发布",
        "python3 build.py",
        "和上次发布相比",
        "改动 1 条",
        "枫林村九月财务收支明细",
        LEDGER,
        "列表和其他网页",
        "自己没有改、旁边文字变了的条目",
        "网页以外的文件",
        "不会公布的 3 条",
        "正在公示 4 项",
        "还剩 1 天",
        "2026年11月16日至2026年11月22日",
    )


def test_nothing_to_release_is_told(answer: Answer) -> None:
    """And in English, where that is asked for."""
    assert "没有要发布的：网站和内容一致" in said(answer("index.html"))
    in_order(
        said(answer("index.html", "en")), "Nothing to release", "Next step", "Notices on display: 4"
    )


def test_another_day_is_looked_at(answer: Answer) -> None:
    """It is named as one that is simulated; what has ended by then is told."""
    in_order(
        said(answer("index.html", today="2026年12月1日")),
        "假设今天是 2026年12月1日（实际是 2026年11月21日）",
        "这是假设的一天；现在运行，发布的是 2026年11月21日 的样子",
        "正在公示 0 项，到这天结束 4 项",
    )


@pytest.mark.parametrize("written", ["2026-02-30", "明天", "0001-01-01", "<b>", "2026-12-01'"])
def test_a_day_that_is_none_is_answered_in_a_sentence(answer: Answer, written: str) -> None:
    """And the day is the usual one."""
    reply = answer("index.html", today=written)

    in_order(said(reply), "不是日历上的一天", "写成 2026-12-01 这样")
    assert reply
    assert b"<b>" not in reply.body.replace(b"<b>\xe6\xb8\x85", b"")
    assert "今天固定为 2026年11月21日" in said(reply)
    assert "删去它，才能送上主机" in said(reply)


def test_a_page_is_compared(project: Path, answer: Answer) -> None:
    """The old amount and the new one, and both pages with their own addresses."""
    save(project, LEDGER, "支出: 1318.70", "支出: 1318.90")
    save(project, LEDGER, "期末: 69355.50", "期末: 69355.30")
    reply = answer(f"page/{PAGE}")
    assert reply

    assert b"<del>1,318.70</del><ins>1,318.90</ins>" in reply.body
    assert f'src="/_desk/before/{PAGE}?v='.encode() in reply.body
    assert f'src="/_desk/after/today/{PAGE}?v='.encode() in reply.body
    before, after = answer(f"before/{PAGE}"), answer(f"after/today/{PAGE}")
    assert before
    assert after
    assert not before.is_live
    assert b"1,318.70" in before.body
    assert b"1,318.90" in after.body
    assert b"<script" not in before.body + after.body
    assert answer("after/today/assets/" + next((project / "output/assets").iterdir()).name)


def test_a_page_is_compared_while_another_one_stops_the_release(
    project: Path, answer: Answer
) -> None:
    """That is said before anything else."""
    save(project, LEDGER, "标题: 枫林村2026年9月", "标题: 枫林村九月")
    save(project, "content/finance/2026/11-reception.md", "公布日期: ", "公布日期: 4")

    in_order(
        said(answer(f"page/{PAGE}")),
        "还不能发布：先改好 1 处",
        "正文有变化",
        "枫林村2026年9九月财务收支明细",
    )
    assert "还不能发布：先改好 1 处" in said(answer("page/index.html"))


def test_a_page_of_which_nothing_is_known_is_not_called_the_same(
    project: Path, answer: Answer
) -> None:
    """A mistake in a column's own file: there is nothing to compare with."""
    save(project, LEDGER, "标题: 枫林村2026年9月", "标题: 枫林村九月")
    save(project, "content/land/category.yaml", "题名: ", "名: ")
    reply = answer(f"page/{PAGE}")

    assert "改好“不能发布”的各处以后，这里列出要发布的变化。" in said(reply)
    assert reply
    assert b'"verdict ok"' not in reply.body
    whole = said(answer("index.html"))
    in_order(whole, "还没查", "日期、公示期和期号", "还没查", "链接、附件和图片", "还没查", "版式")
    assert "公布过的没有不见" not in whole


@pytest.mark.parametrize(
    "path",
    [
        *("nothing", "x/y", "before/nothing.html", "after/today"),
        *("after/2026-13-01/index.html", "after/x/index.html"),
    ],
)
def test_nothing_else_is_below(answer: Answer, path: str) -> None:
    """What is not there is not answered."""
    assert answer(path) is None


def test_what_keeps_us_from_looking_is_told() -> None:
    """As any problem."""

    def ask(*asked: Any) -> Any:
        del asked
        raise Stop(Problem("workers/short", Place("build.py")), 75)

    speaking = voice("zh", sys.stderr, "python3 build.py")
    page = said(release_answer(speaking, Asked("_desk/index.html", {}), ask, "python3 build.py"))

    in_order(page, "现在不能发布：1 处必须改好", "不能发布", "build.py")


def test_every_problem_belongs_to_a_sort_of_checks() -> None:
    """By its family; what belongs to none would be told among fields."""
    families = {family for its in SORTS.values() for family in its}
    told = {code.partition("/")[0] for code in zh.PROBLEMS}

    assert set() == told - families
    assert set() == families - told
    assert "sums" == sort_of("ledger/closing")
