"""The dialect as far as it goes: office text comes out with every character it went in with."""

import re
from html import unescape

import pytest

from generator.read.markdown import render
from generator.read.source import Source


def html(text: str) -> str:
    """The text rendered as the body of an entry."""
    read = render(Source("content/land/2026/a.md", text), text, 1)
    assert read.value is not None, read.problems
    return read.value.html


@pytest.mark.parametrize(
    "text",
    [
        "5*3*2=30 元",
        "张*三、李*四",
        "王**、李**",
        "6222***********0123；6228***",
        "[注]: 本表不含税",
        "*[注]: 说明",
        "a < b 且 c > d & e",
        "&lt;不是标签&gt; &amp; &#65;",
        "<script>alert(1)</script>",
        "`不是代码`",
        "_下划线_",
        "王**和李**",
        "1986. 年建成",
        "2024. 3. 15 公布",
        "#5 号楼",
        r"D:\公开\_财务\*.xls",
    ],
)
def test_office_text_keeps_every_character(text: str) -> None:
    """Stars, brackets, entities and tags are text."""
    assert text == unescape(re.sub(r"<[^>]+>", "", html(text))).strip()


def test_strong_works_beside_chinese_punctuation() -> None:
    """Where other tools print the stars."""
    assert "<p><strong>真，</strong>她说</p>" == html("**真，**她说").strip()


def test_lines_of_chinese_join_without_a_gap() -> None:
    """And lines of Latin keep theirs."""
    assert "<p>第一行第二行</p>" == html("第一行\n第二行").strip()
    assert "<p>one\ntwo</p>" == html("one\ntwo").strip()


def test_dashes_below_a_sum_do_not_make_it_a_heading() -> None:
    """A rule is drawn below it, as on paper."""
    assert "<p>合计 100</p>\n<hr>" == html("合计 100\n------").strip()


def test_leading_spaces_are_a_habit_and_not_code() -> None:
    """A paragraph indented by four spaces is a paragraph."""
    assert "<p>四个空格</p>" == html("    四个空格").strip()


def test_a_numbered_list_begins_where_it_says() -> None:
    """The number is part of what was written."""
    assert '<ol start="3">' in html("3. 丙\n4. 丁")


def test_headings_begin_below_the_page_s_own() -> None:
    """Whatever level the text begins with."""
    assert "<h2>一、甲</h2>\n<h3>（一）乙</h3>" == html("# 一、甲\n\n## （一）乙").strip()
    assert "<h2>一、甲</h2>" == html("### 一、甲").strip()


def test_a_column_of_amounts_is_set_as_one() -> None:
    """Right-aligned by a class; the strict policy allows no inline style."""
    table = html("| 项目 | 金额 |\n| --- | ---: |\n| 甲 | 1,000.00 |\n| 乙 | 2 |\n")

    assert '<th class="num" scope="col">金额</th>' in table
    assert '<td class="num">1,000.00</td>' in table
    assert "style" not in table


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("甲\n" + "=" * 300, "text/run", 2),
        ("甲\n\n" + "[" * 150 + " " + "[" * 150 + " " + "[" * 150, "text/marks", 3),
        ("甲\n\n" + "# 乙\n" * 101, "text/starts", 3),
        ("甲\n\n" + "乙\n---\n" * 101, "text/starts", 3),
        ("甲\n\n" + "- " * 30 + "乙", "text/nesting", 3),
        ("字" * 400_001, "text/too-large", 1),
        ("见[甲](file:///etc/passwd)", "link/scheme", 1),
        ("见[甲](../../../../etc/passwd)", "link/scheme", 1),
        ("见[甲](/root.html)", "link/scheme", 1),
        ("见[甲](\\\\host\\share)", "link/scheme", 1),
    ],
)
def test_what_would_hang_or_escape_is_refused_with_its_line(
    text: str, code: str, line: int
) -> None:
    """Before the package sees it."""
    read = render(Source("content/land/2026/a.md", text), text, 1)

    assert [(code, line)] == [(one.code, one.place.line) for one in read.problems]
