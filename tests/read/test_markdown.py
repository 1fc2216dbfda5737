"""The dialect: office text comes out with every character it went in with, or is named with its place."""

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


def flat(text: str) -> str:
    """The same without the line ends between elements."""
    return re.sub(r"(?<=>)\n|\n(?=<)", "", html(text))


def told(text: str) -> list[tuple[str, int, int]]:
    """The codes of what is wrong, with line and column."""
    read = render(Source("content/land/2026/a.md", text), text, 1)
    assert read.value is None or not read.problems
    return [(one.code, one.place.line, one.place.column) for one in read.problems]


@pytest.mark.parametrize(
    "text",
    [
        "5*3*2=30 元",
        "张*三、李*四",
        "王**，李某",
        "6222***********0123；6228***",
        "6222***0123、6228***4567、6217***8899",
        "****、*****",
        "** 甲 ** 乙**",
        "**、甲**",
        "[注]: 本表不含税",
        "[^1]: 见附件",
        "*[注]: 说明",
        "* 号表示外迁",
        "a < b 且 c > d & e",
        "&lt;不是标签&gt; &amp; &#65; &nbsp; &#1",
        "<script>alert(1)</script><!-- x --><![CDATA[x]]>",
        "`不是代码` ```也不是```",
        "~~不是删除线~~",
        "_下划线_ __两条__",
        "1986. 年建成",
        "2024. 3. 15 公布",
        "01. 甲",
        "1) 甲",
        "1.甲",
        "- 100",
        "+ 100",
        "- ￥3,200.50元",
        "- [ ] 待办",
        "> 60分为及格",
        ">5万元",
        "#5 号楼",
        "#",
        "合计\n===",
        "行末的反斜杠\\",
        r"D:\公开\_财务\*.xls",
        r"\\host\share\*",
        r"资料\*.xls",
        r"\-5",
        "|x|≤5 且 a|b",
        "{: .red } {2024} {{ x }}",
        "!感叹号![]()",
    ],
)
def test_office_text_keeps_every_character(text: str) -> None:
    """Stars, brackets, entities, tags, signs and years are text."""
    assert text == unescape(re.sub(r"<[^>]+>", "", html(text))).strip()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**真，**她说", "<strong>真，</strong>她说"),
        ("（**重点**）", "（<strong>重点</strong>）"),
        ("各村要**严格执行**，不得拖延", "各村要<strong>严格执行</strong>，不得拖延"),
        ("**张*三：拟任**", "<strong>张*三：拟任</strong>"),
        ("**账号6222***0123**", "<strong>账号6222***0123</strong>"),
        ("**见[甲](https://a.example)**", '<strong>见<a href="https://a.example">甲</a></strong>'),
        ("[**甲**](https://a.example)", '<a href="https://a.example"><strong>甲</strong></a>'),
        (r"王\*\*、李\*\*", "王**、李**"),
        (r"\[2026](12)号", "[2026](12)号"),
        ("\\# 甲", "# 甲"),
        ("\\- 甲", "- 甲"),
    ],
)
def test_bold_and_escapes(text: str, shown: str) -> None:
    """Bold works beside Chinese punctuation; a backslash takes a sign for itself."""
    assert f"<p>{shown}</p>" == html(text)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("王**、李**", 2),
        ("王**和李**", 2),
        ("户主：王**李**", 5),
        ("请**务必**到场", 2),
        ("138**12，139**34", 4),
        ("王**（男）、李**（女）", 2),
        ("村民王**以及李**", 4),
        ("| 甲 |\n| --- |\n| 王**、李** |", 4),
    ],
)
def test_stars_that_may_hide_a_name_are_asked_about(text: str, column: int) -> None:
    """Nothing tells them from bold but the one who wrote them."""
    assert [("text/mask", text.count("\n") + 1, column)] == told(text)


def test_the_question_about_stars_shows_the_form_to_write() -> None:
    """Ready to be copied."""
    text = "户主王**、李**"
    problem = render(Source("content/land/2026/a.md", text), text, 1).problems[0]

    assert ("masked", r"王\*\*、李\*\*") in problem.facts


def test_bold_behind_a_space_is_the_other_answer() -> None:
    """As the message says."""
    assert "<p>请 <strong>务必</strong>到场</p>" == html("请 **务必**到场")


def test_lines_of_chinese_join_without_a_gap() -> None:
    """And any other line end stays a space, so that no two words become one."""
    assert "<p>第一行第二行</p>" == html("第一行  \n第二行")
    assert "<p>甲<strong>乙丙</strong>丁</p>" == html("甲\n**乙丙**\n丁")
    assert "<p>one\ntwo</p>" == html("one\ntwo")
    assert "<p>共计\n100\n元</p>" == html("共计\n100\n元")


def test_dashes_below_a_sum_do_not_make_it_a_heading() -> None:
    """A rule is drawn below it, as on paper."""
    assert "<p>合计 100</p>\n<hr>" == html("合计 100\n------")


def test_leading_spaces_are_a_habit_and_not_code() -> None:
    """A paragraph indented by spaces, tabs or ideographic spaces is a paragraph."""
    for indent in ("    ", "\t", "\u3000\u3000"):
        assert "<p>缩进</p>" == html(f"{indent}缩进")


@pytest.mark.parametrize("above", ["项目表：\n", "", "# 标题\n", "- 项\n"])
@pytest.mark.parametrize("below", ["\n以上", "", "\n# 标题", "\n\n以上"])
def test_a_table_needs_no_empty_line(above: str, below: str) -> None:
    """Neither above nor below it."""
    shown = flat(f"{above}| 项目 | 备注 |\n|---|:--:|\n| 甲 \\| 乙 |  |{below}")

    assert "<tr><td>甲 | 乙</td><td></td></tr></tbody></table></div>" in shown
    assert "|--" not in shown


def test_a_table_needs_no_pipes_at_its_edges() -> None:
    """And may have one column, with them."""
    assert '<tr><th scope="col">甲</th><th scope="col">乙</th></tr>' in flat(
        "甲 | 乙\n--|--\nx | y"
    )
    assert '<th scope="col">甲</th>' in flat("| 甲 |\n| --- |\n| x |")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("| 甲 | 乙 |\n|--|--|\n| 1 | 2 | 3 |", ("table/ragged", 3, 11)),
        ("| 甲 | 乙 |\n|--|--|\n| 1 |", ("table/ragged", 3, 5)),
        ("| 甲 | 乙 |\n|--|--|--|\n| 1 | 2 |", ("table/ragged", 2, 8)),
        ("表：\n| 甲 | 乙 |\n| 1 | 2 |", ("table/no-head", 2, 1)),
    ],
)
def test_a_table_that_would_lose_cells_is_pointed_at(
    text: str, where: tuple[str, int, int]
) -> None:
    """At the first cell too many, at the end of a row too short."""
    assert [where] == told(text)


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "\t"])
@pytest.mark.parametrize(("outer", "inner"), [("-", "1."), ("1.", "-"), ("-", "-"), ("1.", "1.")])
def test_a_list_inside_a_list_stays_inside(indent: str, outer: str, inner: str) -> None:
    """With two, three or four spaces or a tab, of either sort."""
    second = "2." if outer == "1." else outer
    one, two = ("ol" if sign == "1." else "ul" for sign in (outer, inner))
    text = f"办法：\n{outer} 甲\n{indent}{inner} 乙\n{second} 丙\n特此公告"

    assert (
        f"<p>办法：</p><{one}><li>甲<{two}><li>乙</li></{two}></li><li>丙</li></{one}><p>特此公告</p>"
    ) == flat(text)


def test_an_item_goes_on_where_it_is_indented() -> None:
    """Directly, or behind an empty line as a paragraph of its own."""
    assert "<ol><li>甲乙</li><li>丙</li></ol>" == flat("1. 甲\n   乙\n2. 丙")
    assert "<ul><li><p>甲</p><p>乙</p></li><li>丙</li></ul>" == flat("- 甲\n\n  乙\n\n- 丙")
    assert "<ul><li>甲</li></ul><p>特此公告</p>" == flat("- 甲\n　　特此公告")


def test_a_numbered_list_begins_where_it_says_and_counts_on() -> None:
    """The number is part of what was written, beyond 99 too."""
    assert '<ol start="3">' in html("3. 丙\n4. 丁")
    assert 120 == html("\n".join(f"{n}. 项" for n in range(1, 121))).count("<li>")
    assert [("list/number", 2, 1)] == told("1. 甲\n3. 丙")
    assert [("list/number", 3, 3)] == told("1. 甲\n  1. 乙\n  1. 丙")


def test_a_list_of_stars_has_two() -> None:
    """One alone is a footnote's."""
    assert "<ul><li>甲</li><li>乙</li></ul>" == flat("* 甲\n* 乙")


def test_a_quote_ends_with_its_signs() -> None:
    """And may hold a list and a quote."""
    assert (
        "<blockquote><p>甲</p><ul><li>乙</li></ul><blockquote><p>丙</p></blockquote></blockquote><p>丁</p>"
    ) == flat("> 甲\n> - 乙\n>\n> > 丙\n丁")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# 标题 {2024}", '<h2 id="标题-2024">标题 {2024}</h2>'),
        ("# C#", '<h2 id="s-C">C#</h2>'),
        ("# 标题 #", '<h2 id="标题">标题 #</h2>'),
        ("正文\n# 一、甲\n正文", '<p>正文</p><h2 id="一-甲">一、甲</h2><p>正文</p>'),
        ("# 甲\n## 乙", '<h2 id="甲">甲</h2><h3 id="乙">乙</h3>'),
        ("### 甲", '<h2 id="甲">甲</h2>'),
        ("# **甲**和[乙](https://a.example)", '<h2 id="甲和乙">'),
        ("# 、", '<h2 id="s">、</h2>'),
    ],
)
def test_a_heading_keeps_its_signs_and_begins_below_the_page_s_own(text: str, shown: str) -> None:
    """Whatever level the text begins with, and with no empty line around it."""
    assert shown in flat(text)


def test_the_ids_of_headings_stay_when_others_are_added_below() -> None:
    """Repeated ones are numbered from the second on, past a heading that is called so."""
    before = re.findall(r'id="([^"]*)"', html("# 甲\n# 甲\n# 甲-2\n# main"))

    assert ["甲", "甲-2", "甲-2-2", "s-main"] == before
    assert before == re.findall(r'id="([^"]*)"', html("# 甲\n# 甲\n# 甲-2\n# main\n# 甲"))[:4]


def test_a_link_within_the_page_names_a_heading() -> None:
    """By its words or by its id."""
    text = "# 一、甲\n# 乙\n# 乙\n[一](#一、甲)[二](#乙-2)[三](#一-甲)"

    assert '<a href="#一-甲">一</a><a href="#乙-2">二</a><a href="#一-甲">三</a>' in html(text)
    assert [("link/anchor", 2, 6)] == told("# 甲\n见[乙](#乙)")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("网址http://a.example/b，请看", "http://a.example/b"),
        ("网址http://a.example。", "http://a.example"),
        ("（https://a.example/b_(1).html?c=1）", "https://a.example/b_(1).html?c=1"),
        ("(见https://a.example/b)", "https://a.example/b"),
        ("**https://a.example**发布", "https://a.example"),
        ("查https://a.example.", "https://a.example"),
        ("在www.a.example查询", "http://www.a.example"),
        ("邮箱a_b.c+d@a.example，", "mailto:a_b.c+d@a.example"),
        ("[https://a.example](https://b.example)", "https://b.example"),
        ("[甲](<../../files/b c.html>)", "root:files/b c.html"),
        ("[甲](../2025/b.md)", "root:land/2025/b.html"),
        ("[甲](b.md#一、乙)", "root:land/2026/b.html#一-乙"),
    ],
)
def test_what_leads_somewhere_is_a_link_and_ends_where_it_should(text: str, link: str) -> None:
    """Chinese punctuation ends a bare address."""
    assert [link] == re.findall(r'href="([^"]*)"', html(text))


@pytest.mark.parametrize(
    "text",
    [
        "zh***@a.example",
        "www.***.example",
        "http://a**.example/b",
        "http://a.b**.example",
        "https://a.example/b***c",
        "a@b",
    ],
)
def test_an_address_with_stars_is_no_link(text: str) -> None:
    """It would lead somewhere else."""
    assert "<a" not in html(text)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("甲\n\n" + "- " * 30 + "乙", ("text/nesting", 3, 25)),
        ("甲\n" + "> " * 30 + "乙", ("text/nesting", 2, 25)),
        ("字" * 400_001, ("text/too-large", 1, 0)),
        ("见[甲](file:///etc/passwd)", ("link/scheme", 1, 6)),
        ("见[甲](../../../../etc/passwd)", ("link/scheme", 1, 6)),
        ("见[甲](/root.html)", ("link/scheme", 1, 6)),
        ("见[甲](\\\\host\\share)", ("link/scheme", 1, 6)),
        ("见[甲]()", ("link/scheme", 1, 5)),
        ("见[甲](javascript:x) [乙](javascript:x)", ("link/scheme", 1, 6)),
        ('见[甲](b.md "说明")', ("link/form", 1, 6)),
        ("见[甲](https://a.example/b c)", ("link/form", 1, 6)),
        ("登录http://a.example/查询", ("link/end", 1, 3)),
        ("看![图](a.png)", ("attachment/missing", 1, 7)),
    ],
)
def test_what_would_escape_or_mislead_is_refused_at_its_place(
    text: str, where: tuple[str, int, int]
) -> None:
    """With the column of the sign in question."""
    assert where == told(text)[0]


def test_every_mistake_is_told_at_once_up_to_a_number() -> None:
    """And then how many more there are."""
    few, many = told("[甲](x:y)\n" * 3), told("[甲](x:y)\n" * 50)

    assert [("link/scheme", n, 5) for n in (1, 2, 3)] == few
    assert ([("link/scheme", 20, 5), ("text/more", 21, 0)], 21) == (many[-2:], len(many))


def test_a_link_keeps_what_was_written() -> None:
    """For a message about it that shows what the clerk typed, where they typed it."""
    text = "见[上一批](../2025/b.md#结果)。"
    read = render(Source("content/land/2026/a.md", text), text, 1)
    assert read.value
    link = read.value.links[0]

    assert ("land/2025/b.html", "结果", "../2025/b.md#结果") == (
        link.address,
        link.anchor,
        link.written,
    )
    assert (1, 8) == (link.place.line, link.place.column)


def test_a_column_of_amounts_is_set_as_one() -> None:
    """Right-aligned by a class; the strict policy allows no inline style."""
    table = html("| 项目 | 金额 |\n| --- | ---: |\n| 甲 | **1,000.00** |\n| 乙 | 2 |\n")

    assert '<th class="num" scope="col">金额</th>' in table
    assert '<td class="num"><strong>1,000.00</strong></td>' in table
    assert "style" not in table


def test_a_column_of_row_numbers_takes_no_more_room_than_it_needs() -> None:
    """Short, with a digit, and not of amounts alone; what is longer or has no digit is left as it is."""
    table = html("| 序号 | 村 | 事由 |\n|---|---|---|\n| 1 | 石桥 | 第3批检查 |\n| 合计 | | |\n")

    assert '<th class="slim" scope="col">序号</th>' in table
    assert '<td class="slim">合计</td>' in table
    assert 2 == table.count('<th scope="col">')


def test_a_long_honest_text_is_no_riddle() -> None:
    """As long as a text may be, with long tables and a sign in every line."""
    part = (
        "第12号 [公开] 事项：**拨付资金**3,200.50元，见清政发〔2026〕12号，电话0730-5550121。\n\n"
        "| 项目 | 金额 |\n| --- | --- |\n" + "| 补贴 | 3,200.50 |\n" * 300 + "\n1. 甲\n2. 乙\n\n"
    )
    text = part * (399_000 // len(part))

    assert text.count("\n") - text.count("\n\n") > 10_000
    assert html(text).count("<tr>") == text.count("3,200.50 |") + text.count("| 项目")
