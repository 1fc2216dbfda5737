"""What templates do to a text."""

import re

from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from generator.render import filters
from generator.render.filters import shown, unbroken
from generator.values.html import Html

PIECES = st.sampled_from(
    "2026年5月3日 3日 0730-5550145 92,400.00元 第3期 〔2023〕5号 5 ５月 电话0730-5550145 收入5元 村2026年5月 "
    "第 〔 电 电话 合计2026年 〔2026年〕 012026年 0730-555 村 、 年 & < > \" ' 39 #39; 元 , . - 8.2 12".split(
        " "
    )
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)
TAGS = st.sampled_from(('<h2 id="s-5月">', "</h2>", "<br>", '<a href="2026/5.html">', "<b>"))


FIGURES = (
    r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|(?<!\d)0\d{2,3}-\d{7,8}"
    rf"|\d[\d,.]*(?:{'|'.join(filters._UNITS)})"  # noqa: SLF001 - the rule's own
)
BEFORE = "电话|热线|传真|收入|支出|结余|余额|金额|合计|共计|小计"
RULE = re.compile(
    rf"(?:(?:(?:{BEFORE})(?=\d)|[\u4e00-\u9fff](?=\d)(?!\d{{4}}年))?(?:{FIGURES})"
    rf"|〔\d{{4}}〕第?\d+号)(?:{FIGURES})*"
)
"""A piece with what stands before its first digit, as one would write it who is in no hurry."""


def plainly(text: str) -> str:
    """The rule looked for at every character of a text before it is escaped."""
    out, done = [], 0
    for found in RULE.finditer(text):
        out += [escape(text[done : found.start()]), f'<span class="nb">{escape(found[0])}</span>']
        done = found.end()
    return "".join((*out, escape(text[done:])))


def test_marked_and_plain_text_that_look_alike_are_not_mixed_up() -> None:
    """What was escaped before stays; what a person wrote is escaped, whichever came first."""
    for _ in range(2):
        assert Markup('<span class="nb">5月</span> &amp;lt;') == unbroken("5月 &lt;")
        assert Markup('<span class="nb">5月</span> &lt;') == unbroken(Markup("5月 &lt;"))


@given(TEXTS)
@example("'5月'39元")
def test_looking_for_digits_first_finds_the_same(text: str) -> None:
    """No piece is lost, cut or added because the search begins at digits, and lets most of them go."""
    assert plainly(text) == unbroken(text)


@given(st.lists(st.one_of(TEXTS.map(escape), TAGS), max_size=8).map("".join))
def test_in_trusted_html_the_tags_stay_as_they_are(html: str) -> None:
    """What stands between two tags is a text of its own."""
    parts = re.split(r"(<[^>]*>)", html)
    parts[::2] = (plainly(Markup(one)) for one in parts[::2])

    assert "".join(parts) == unbroken(Markup(html))


def test_what_a_page_shows_is_escaped_unless_it_is_trusted() -> None:
    """Our own HTML only through its filter."""
    texts = ("<b>", "村", '"&"', "'")

    assert ["&lt;b&gt;", "村", "&#34;&amp;&#34;", "&#39;"] == [shown(one) for one in texts]
    assert ["<b>", "&lt;b&gt;", "5", "True"] == [
        shown(one) for one in (Markup("<b>"), Html("<b>"), 5, True)
    ]
