"""A pattern of ours is the library's, only later."""

import re

import pytest

from generator.values.pattern import pattern

ASKED = {
    "search": ("ab1b2",),
    "match": ("b1",),
    "fullmatch": ("b1",),
    "split": ("ab1b2c",),
    "findall": ("ab1b2",),
    "sub": (r"<\1>", "ab1b2"),
}


@pytest.mark.parametrize("name", ASKED)
def test_it_answers_as_the_library_s(name: str) -> None:
    """The first time, and when it has been asked before."""
    mine, theirs = pattern(r"B(\d)", re.IGNORECASE), re.compile(r"B(\d)", re.IGNORECASE)

    for _ in range(2):
        assert repr(getattr(mine, name)(*ASKED[name])) == repr(getattr(theirs, name)(*ASKED[name]))


def test_nothing_is_compiled_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """And each way of asking only once."""
    compiled = []
    compile_ = re.compile

    def spy(text: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(text)
        return compile_(text, flags)

    monkeypatch.setattr(re, "compile", spy)

    one = pattern("a+")
    assert compiled == []

    assert [bool(one.match(text)) for text in ("a", "b", "aa")] == [True, False, True]
    assert compiled == ["a+"]


def test_what_is_no_pattern_says_so() -> None:
    """As the library does, when it is asked."""
    with pytest.raises(re.error):
        pattern("(").match("")
