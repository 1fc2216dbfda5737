"""The names that a township must not take, however they are written."""

import pytest

from generator.read.site import read_settings
from generator.read.source import Source

SITE = """版本: 1
站名: 某某镇政务公开
主办: 某某镇人民政府
编印: 某某镇政务公开办公室
栏目: [finance]
公开单位:
  - {编号: town, 名称: 某某镇人民政府, 简称: 镇政府, 层级: 乡镇}
系列: {题名: "%s", 起始: 2026-01}
联系: {电话: 0000-0000000}
"""


def codes(title: str) -> set[str]:
    """What is said of a series of this title."""
    return {one.code for one in read_settings(Source("content/site.yaml", SITE % title)).problems}


@pytest.mark.parametrize(
    "title",
    [
        "某某镇公报",
        "公 报",
        "公　报",
        "公報",
        "公·报",
        "公—报",
        "刊號",
        "刊 号",
        "ＩＳＳＮ 1234-5678",
        "I S S N",
        "CN 43-1234",
        "ＣＮ４３－１２３４",
        "CN43/1234",
    ],
)
def test_a_gazette_is_refused_in_every_spelling(title: str) -> None:
    """Spaced out, full-width, traditional."""
    assert "site/masthead" in codes(title)


@pytest.mark.parametrize(
    "title", ["政务公开信息（月度汇编）", "办公报告", "信息公报告知", "公开汇报"]
)
def test_an_honest_title_is_let_be(title: str) -> None:
    """The same two characters meet in words that mean something else."""
    assert "site/masthead" not in codes(title)
