"""An entry's text on its own page and among others."""

from generator.plan.body import gathered, rooted
from generator.values.html import Html

TEXT = '<h2 id="一-甲">一、甲</h2>\n<p><a href="#一-甲">上</a><a href="root:land/2026/b.html#乙">乙</a></p>'


def test_an_inner_link_is_led_over_the_root_and_keeps_its_heading() -> None:
    """Also where the entry that it means pins another address."""
    html = rooted(TEXT, "../../", lambda _: "land/2026/fixed.html")

    assert 'href="../../land/2026/fixed.html#乙"' in html
    assert 'href="#一-甲"' in html


def test_texts_gathered_on_one_page_have_no_ids_that_meet() -> None:
    """A link to a heading leads to the entry's own page, where the heading has its id."""
    html = gathered(Html(TEXT), "../land/2026/a.html")

    assert "<h4>一、甲</h4>" in html
    assert "id=" not in html
    assert '<a href="../land/2026/a.html#一-甲">上</a>' in html


def test_a_text_that_shows_html_is_left_alone() -> None:
    """What an office wrote about tags is no tag."""
    html = Html('<p>&lt;h2 id="a"&gt; &lt;a href="#a"&gt;</p>')

    assert html == gathered(html, "../x.html")
