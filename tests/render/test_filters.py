"""What templates do to a text."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from generator.render import filters
from generator.render.filters import shown, unbroken
from generator.values.html import Html

PIECES = st.sampled_from(
    "2026年5月3日 3日 0730-5550145 92,400.00元 第3期 〔2023〕5号 5 ５月 电话0730-5550145 收入5元 村2026年5月 "
    "第 〔 电 电话 村 、 年 & < > \" ' 39 #39; 元 , . - 8.2 12".split(" ")
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)
TAGS = st.sampled_from(('<h2 id="s-5月">', "</h2>", "<br>", '<a href="2026/5.html">', "<b>"))


def plainly(text: str) -> str:
    """The rule as it is written, looked for at every character of a text before it is escaped."""
    out, done = [], 0
    for found in filters._TOGETHER.finditer(text):  # noqa: SLF001 - the rule itself
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
    """No piece is lost, cut or added because the search leaves out what has no digit near."""
    assert plainly(text) == unbroken(text)


@given(st.lists(st.one_of(TEXTS.map(escape), TAGS), max_size=8).map("".join))
def test_in_trusted_html_the_tags_stay_as_they_are(html: str) -> None:
    """What stands between two tags is a text of its own."""
    parts = re.split(r"(<[^>]*>)", html)
    parts[::2] = (plainly(Markup(one)) for one in parts[::2])

    assert "".join(parts) == unbroken(Markup(html))


def test_what_a_page_shows_is_escaped_unless_it_is_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Again and again, also of texts that were forgotten meanwhile; our own HTML only through its filter."""
    monkeypatch.setattr(filters, "_REMEMBERED", 2)
    texts = ("<b>", "村", '"&"', "'")

    for _ in range(2):
        assert ["&lt;b&gt;", "村", "&#34;&amp;&#34;", "&#39;"] == [shown(one) for one in texts]
    assert ["<b>", "&lt;b&gt;", "5", "True"] == [
        shown(one) for one in (Markup("<b>"), Html("<b>"), 5, True)
    ]
