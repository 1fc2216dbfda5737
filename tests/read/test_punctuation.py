"""Signs of the wrong width in Chinese text: found where they are wrong, left alone where they are right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.read.punctuation import fixed

WRONG = {
    "各村:请于5月1日前办理,逾期不补.": "各村：请于5月1日前办理，逾期不补。",
    "低保金(10月)共3,200.00元;已发放": "低保金（10月）共3,200.00元；已发放",
    "怎么申请?到窗口来!": "怎么申请？到窗口来！",
    "收入100,其中上级拨款60": "收入100，其中上级拨款60",
    "联系电话:0730-5550142": "联系电话：0730-5550142",
    "(一)总体要求": "（一）总体要求",
    "石桥村(3组)": "石桥村（3组）",
    '所谓"一事一议"': "所谓“一事一议”",
    "以下略...": "以下略……",
    "以下略。。。": "以下略……",
    "村里--也就是村委会": "村里——也就是村委会",
    "共１２户，Ａ类": "共12户，A类",
    "《办法》:": "《办法》：",
    "**注意**:请按时": "**注意**：请按时",
    "面积120㎡,层高3m²,共2层.": "面积120㎡，层高3m²，共2层。",
    "是吗?!": "是吗？！",
    "甲, 乙": "甲，乙",
    "(甲(乙)丙)": "（甲（乙）丙）",
    "（一)总则，(二）分则": "（一）总则，（二）分则",
    '“三公"经费': "“三公”经费",
    "清政发(2026)5号、清政办[2026]6号": "清政发〔2026〕5号、清政办〔2026〕6号",
    "周一至周五8:30-12:00,14:30-17:30": "周一至周五8:30-12:00，14:30-17:30",
    "上午8：30，完成12％，共3．5亩": "上午8:30，完成12%，共3.5亩",
    "附件:1.补贴表(10月).xlsx": "附件：1.补贴表(10月).xlsx",
}
RIGHT = (
    "上午8:30至12:00",
    "共1,860.00元，比例3:2",
    "见 https://www.qingxi.example/a(b),c 一文",
    "写信到 gongkai@qingxi.example，",
    "[办事指南](guide.md?a,b)里有",
    "代码`村,组`照抄",
    r"编号\(甲\)照抄",
    "一. 总体要求",
    "1. 准备材料",
    "Notice (2026), see page 3.",
    "型号ZX-200(B)",
    "第〔2026〕5号",
    "{{变量}}：好",
    "1:500地形图，比例为1:2",
    "电话(0730)5550142",
    "每人10元/人.月",
    "收支表(10月).xlsx",
    '[表](a.xlsx "收支(10月)")',
    '5"管和4"管',
    "经度112°30'15\"，纬度",
    "①准备材料",
    "A/B两类，是/否",
)


@pytest.mark.parametrize("text", WRONG)
def test_a_slip_is_found_and_mended(text: str) -> None:
    """And what was mended has none."""
    better, slips = fixed(text)

    assert better == WRONG[text]
    assert slips
    assert fixed(better) == (better, ())


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str) -> None:
    """Times, amounts, addresses, code, numbers that lead a line, English."""
    assert fixed(text) == (text, ())


@given(st.text(alphabet='村户,.:;?!()"-1a `\\[]<>@。，（）１Ａ', max_size=60))
def test_mending_keeps_every_word(text: str) -> None:
    """Only signs change: letters, digits and Chinese characters stay, in their order."""
    assert _words(fixed(text)[0]) == _words(text)


def _words(text: str) -> list[str]:
    """Letters, digits and Chinese characters; those of full width are taken for the others."""
    return [one for one in text.translate({0xFF11: "1", 0xFF21: "A"}) if one.isalnum()]
