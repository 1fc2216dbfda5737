"""Lines below each other: which of them begin a paragraph, and which go on with a sentence."""

import re

import pytest

from generator.read.markdown import render
from generator.read.source import Source


def paragraphs(text: str) -> list[str]:
    """What the finished HTML has as paragraphs, without space."""
    read = render(Source("content/land/2026/a.md", text), text, 1)
    assert read.value is not None, read.problems
    return ["".join(one.split()) for one in re.findall(r"<p>(.*?)</p>", read.value.html, re.DOTALL)]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("收支已经核对", "一、总体情况"),
        ("收支已经核对", "二、三公经费"),
        ("收支已经核对", "（一）收入"),
        ("收支已经核对", "(2) 支出"),
        ("收支已经核对", "1.收入"),
        ("收支已经核对", "２．支出"),
        ("收支已经核对", "3、结余"),
        ("收支已经核对", "①收入"),
        ("第一章　总则", "第一条　为了规范公开"),
        ("收支已经核对", "**三、结余**"),
        ("收支已经核对", "　　各村照此办理"),
        ("收支已经核对", "  各村照此办理"),
        ("收支已经核对。", "各村照此办理"),
        ("现予公布：", "各村照此办理"),
        ("（另有附件。）", "各村照此办理"),
        ("他说：“可以。”", "各村照此办理"),
        ("**现予公布。**", "各村照此办理"),
        ("一、总体情况", "本季度收入共计12元"),
        ("请互相转告", "特此公告"),
        ("请互相转告", "2026年10月12日"),
        ("清溪镇财政所", "二〇二六年十月十二日"),
        ("2026年10月12日", "（此件公开发布）"),
        ("联系人：张某", "联系电话：0730-5550121"),
        ("关于公布收支的公告", "各村民委员会："),
    ],
)
def test_a_paragraph_begins(above: str, below: str) -> None:
    """It stands alone, as Word shows it."""
    assert len(paragraphs(f"{above}\n{below}")) == 2


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("本次征收石桥村", "集体土地若干"),
        ("本次征收总面积", "1.5公顷"),
        ("本次征收石桥村", "1、3组的土地"),
        ("本次征收石桥村", "一、二组的土地"),
        ("根据本办法", "第三条的规定"),
        ("公示期自2026年10月9日至", "2026年10月12日"),
        ("2026年10月12日", "起施行"),
        ("（另有附件：", "）"),
        ("一、全镇的收入，包括转移支付在内", "共计12元"),
    ],
)
def test_a_sentence_goes_on(above: str, below: str) -> None:
    """Its end was wrapped by hand."""
    assert len(paragraphs(f"{above}\n{below}")) == 1


def test_who_signs_stands_alone_above_the_day() -> None:
    """Also below a text without a stop."""
    assert paragraphs("请互相转告\n清溪镇人民政府\n2026年10月12日") == [
        "请互相转告",
        "清溪镇人民政府",
        "2026年10月12日",
    ]


def test_the_space_inside_an_item_begins_no_paragraph() -> None:
    """It says that the line belongs to the item."""
    assert paragraphs("1. 申请\n   到窗口办理\n2. 审核") == []
