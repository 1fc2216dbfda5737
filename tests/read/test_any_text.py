"""Any mixture of signs and words is read, or refused for a reason of its own: never for our mistake."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.read.markdown import render
from generator.read.source import Source

PARTS = st.sampled_from(
    """* ** *** **** _ # ## ###### - + > >> 1. 2. 10. 99. 100. 1986. | || |- |--| --- *** ___ - - -
    [ ] ( ) [a] [a](b.md) [甲](https://a.example) ![a](b) [a](#甲) ](https://a.example) [x]: \\ \\* \\| \\[
    https://a.example/b www.a.example a@b.example D:\\公开\\*.xls < > <b> &lt; & ` ~~ 甲 乙丙 王 李 ，
    。 、 （ ） a b 1 2.5 ￥3 元""".split()
)
SPACE = st.sampled_from(
    ["", "", "", " ", "  ", "\n", "\n", "\n\n", "\n  ", "\n    ", "\t", "\u3000", "\n> ", "\n- "]
)
TEXTS = st.lists(st.tuples(PARTS, SPACE), max_size=30).map(
    lambda pairs: "".join(part + space for part, space in pairs)
)
ANY = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=40)


def lost(text: str) -> list[tuple[int, int, tuple[tuple[str, str], ...]]]:
    """Where the comparison says that something was lost."""
    read = render(Source("content/land/2026/a.md", text), text, 1)
    assert (read.value is None) == any(one.severity == "stop" for one in read.problems)
    return [
        (one.place.line, one.place.column, one.facts)
        for one in read.problems
        if one.code == "text/lost"
    ]


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_no_mixture_of_signs_loses_anything(text: str) -> None:
    """Tables in lists, stars in links, links in cells, whatever comes together."""
    assert [] == lost(text)


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_no_text_at_all_loses_anything(text: str) -> None:
    """Of any script, with any space and any sign."""
    assert [] == lost(text)
