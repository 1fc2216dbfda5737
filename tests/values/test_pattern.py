"""A pattern of ours is the library's, only later."""

import gc
import marshal
import pkgutil
import re
from importlib import import_module
from typing import Any

import pytest

import generator
from generator.values import pattern as module
from generator.values.pattern import codes, learn, pattern

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


@pytest.fixture
def _blank(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is known of any pattern."""
    monkeypatch.setattr(module, "_known", {})
    monkeypatch.setattr(module, "_used", set())


@pytest.mark.usefixtures("_blank")
def test_a_pattern_whose_code_is_known_is_the_library_s(monkeypatch: pytest.MonkeyPatch) -> None:
    """In all that it can do, without being compiled again; codes are plain values."""
    forms: list[Any] = [
        (r"(?P<a>甲+)|(\d)[^x一-鿿]", 0),
        (r"B(\d)", int(re.IGNORECASE)),
        (rb"a[b-z]", 0),
    ]
    usual = [re.compile(*one) for one in forms]
    for one in forms:
        assert pattern(*one).groups >= 0
    told = marshal.dumps(dict(codes()))
    monkeypatch.setattr(module, "_known", {})
    monkeypatch.setattr(module, "_used", set())

    learn(marshal.loads(told))
    monkeypatch.setattr(re, "compile", None)

    mine = [pattern(*one) for one in forms]
    assert [one.groups for one in usual] == [one.groups for one in mine]
    assert [one.flags for one in usual] == [one.flags for one in mine]
    assert [one.groupindex for one in usual] == [one.groupindex for one in mine]
    for name, given in ASKED.items():
        asked = repr(getattr(mine[1], name)(*given))
        assert repr(getattr(usual[1], name)(*given)) == asked
    found = mine[0].search("乙甲甲")
    assert found
    assert found.groupdict() == {"a": "甲甲"}
    assert found.lastgroup == "a"


@pytest.mark.usefixtures("_blank")
def test_all_that_we_use_may_be_remembered() -> None:
    """There is no pattern of ours whose code makes another pattern."""
    for one in pkgutil.walk_packages(generator.__path__, "generator."):
        import_module(one.name)
    kind = type(pattern("one"))
    forms = {one.pattern for one in gc.get_objects() if type(one) is kind}

    assert len(forms) > 100
    assert forms == {form for form, _ in codes()}


@pytest.mark.usefixtures("_blank")
@pytest.mark.parametrize("other", [[1], [], [2**40], None])
def test_a_library_that_makes_other_codes_is_asked_each_time(
    other: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is remembered of what is not the very same."""
    assert pattern("b+甲").search("ab甲")

    with monkeypatch.context() as there:
        there.setattr(vars(re)["_compiler"], "_code", lambda *_: other)
        told = codes()

    assert {} == told
