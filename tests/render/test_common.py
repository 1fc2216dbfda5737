"""What many pages have in common is said once; what a page says is never another one's."""

import functools
from dataclasses import replace
from datetime import date

import pytest

from generator.plan.pages import Page
from generator.plan.plan import plan_site
from generator.render.engine import engine
from generator.render.runtime import Common
from generator.render.templates import Share, render_share
from generator.render.theme import Theme
from tests.plan.test_plan import ASSETS, entry, language, site

W = "{{ words.a }}{{ words.b }}{{ words.c }}"
"""Enough words that it is worth saying them once; a template below has them where it says `W`."""
MINE = "{% set title = page.title %}"
LIST = "{% set title = [page.title] %}"
TURNS = "{% for a in 'abc' %}{% block row scoped %}"
DONE = "{% endblock %}{% endfor %}"
NAV = "{% for a in page.chrome.nav "
AGAIN = "{% if not loop.depth0 and loop.first %}{{ loop([{'href': 'y.html'}]) }}{% endif %}"
MODULE = "{% set t = page.title %}"


@functools.cache
def pages() -> tuple[Page, ...]:
    """Pages of one frame, with other titles and paths; a link of the frame leads to the last one."""
    one = plan_site(site(entry(1, date(2026, 10, 3))), language(), ASSETS).pages[0]
    chrome = replace(one.chrome, words=(("a", "甲"), ("b", "乙"), ("c", "丙")))
    paths = (("x", "a/x.html"), ("y", "y.html"), ("z", chrome.nav[1].href))
    return tuple(replace(one, chrome=chrome, title=title, path=path) for title, path in paths)


def drawn(template: str, *of: Page, base: str = MODULE) -> list[str]:
    """What the pages say, one after the other."""
    engine.cache_clear()
    texts = (("home.html", template), ("base.html", base))
    theme = Theme("themes/t", tuple((name, text.replace("W", W)) for name, text in texts))
    draw = render_share(Share(theme, of))

    assert not draw.problems
    return [one.body.decode() for one in draw.value or ()]


def alone(template: str, *, base: str = MODULE) -> list[str]:
    """What each page says as the only one, and each part of it for itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Common, "__call__", lambda *_: dict[int, str]())
        return [one for page in pages() for one in drawn(template, page, base=base)]


@pytest.mark.parametrize(
    "template",
    [
        # a value of `with` is read outside it
        MINE + "{% with title = title %}{{ title }}W{% endwith %}",
        MINE + "{% with a = title, title = words.a %}{{ a }}W{% endwith %}",
        MINE + "{% with title = words.a, a = title %}{{ a }}W{% endwith %}",
        MINE + "{% with (a, title) = (title, words.a) %}{{ a }}W{% endwith %}",
        MINE + "{% with title = title|upper %}{{ title }}W{% endwith %}",
        MINE + "{% with title = {'a': [title]} %}{{ title.a[0] }}W{% endwith %}",
        # and so is what a loop goes through
        LIST + "{% for title in title %}{{ title }}W{% endfor %}",
        LIST + "{% for title in title recursive %}{{ title }}W{% endfor %}",
        LIST + "{% for a in 'a' %}{% for title in title %}{{ title }}W{% endfor %}{% endfor %}",
        MINE + "{% for a in 'a' if title == 'y' %}W{% with title = 1 %}{% endwith %}{% endfor %}",
        # a name is gone where what gave it ends
        MINE + "{% if 1 %}{{ title }}{% for title in page.chrome.nav %}W{% endfor %}{% endif %}",
        MINE + "{% if 1 %}{% for title in page.chrome.nav %}W{% endfor %}{{ title }}{% endif %}",
        MINE + "{% if title == 'y' %}{% with title = 1 %}W{% endwith %}{% endif %}",
        MINE + "{% if 0 %}{% elif title == 'y' %}{% with title = 1 %}W{% endwith %}{% endif %}",
        MINE + "{% if 0 %}{% with title = 1 %}{% endwith %}{% else %}{{ title }}W{% endif %}",
        MINE + "{% for title in [] %}{% else %}{{ title }}W{% endfor %}",
        MINE + "{% for a in 'a' %}{% with title = 1 %}{% endwith %}{{ title }}W{% endfor %}",
        MINE + "{% with a = 1 %}{{ title }}{% with title = a %}W{% endwith %}{% endwith %}",
        # it may have come from a macro, an import or a block
        "{% macro a() %}{{ page.title }}{% endmacro %}{% with a = a() %}{{ a }}W{% endwith %}",
        "{% set a %}{{ page.title }}{% endset %}{% with a = a %}{{ a }}W{% endwith %}",
        "{% import 'base.html' as a with context %}{% with a = a.t %}{{ a }}W{% endwith %}",
        "{% from 'base.html' import t with context %}{% with t = t %}{{ t }}W{% endwith %}",
        # `loop` is that of a loop around
        TURNS + "{{ loop.index }}W" + DONE,
        TURNS + "{% for b in 'a' if loop.index > 1 %}W{% endfor %}" + DONE,
        TURNS + "{% for b in [loop.index] %}{{ b }}W{% endfor %}" + DONE,
        TURNS + "{% for b in [] %}{% else %}{{ loop.index }}W{% endfor %}" + DONE,
        TURNS
        + "{% for b in 'a' %}{% with loop = b %}{% endwith %}{{ loop.index }}W{% endfor %}"
        + DONE,
        TURNS + "{% with a = a %}{{ a }}W{% endwith %}" + DONE,
        # only of the frame's links it is known that none leads to the page
        "{% for a in [{'href': 'y.html'}] %}{{ a.href == page.path }}W{% endfor %}",
        "{% with a = {'href': 'y.html'} %}{{ a.href == page.path }}W{% endwith %}",
        NAV
        + "%}{% with a = {'href': 'y.html'} %}{{ a.href == page.path }}W{% endwith %}{% endfor %}",
        NAV + "recursive %}{{ a.href == page.path }}W" + AGAIN + "{% endfor %}",
    ],
)
def test_a_page_says_after_others_what_it_says_alone(template: str) -> None:
    """Whatever the names of its template are given to inside a part that shows words."""
    told = alone(template)

    assert "甲乙丙" in "".join(told)
    assert told == drawn(template, *pages())
    assert told[1:] == [drawn(template, pages()[0], one)[1] for one in pages()[1:]]


@pytest.mark.parametrize(
    "row",
    [
        "{{ loop.index }}W",
        "{% with a = a %}{{ a }}W{% endwith %}",
        "{% for a in a %}{{ a }}W{% endfor %}",
    ],
)
def test_a_block_says_each_turn_of_another_template_s_loop(row: str) -> None:
    """The names that it is given there are not its own."""
    block = "{% block row scoped %}" + row + "{% endblock %}"
    base = "{% for a in 'ab' %}" + block + "{% endfor %}"
    child = "{% extends 'base.html' %}" + block

    told = alone(child, base=base)

    assert told[0][:4] != told[0][4:]
    assert told == drawn(child, *pages(), base=base)


@pytest.mark.parametrize(
    "part",
    [
        "{% with a = words.a %}{{ a }}{{ words.b }}{{ words.c }}{% endwith %}",
        "{% with a = words %}{% with a = a.a %}{{ a }}{{ words.b }}{% endwith %}{{ a.c }}{% endwith %}",
        "{% for a in page.chrome.nav %}{{ loop.index }}{{ a.text }}{{ a.href == page.path }}{% endfor %}",
        "{% for a in page.chrome.nav if a.href %}{% for b in [a] %}{{ b.text }}{% endfor %}{% endfor %}",
        "{% if words.a %}{{ words.b }}{% else %}{{ words.c }}{% endif %}",
    ],
)
def test_what_reads_its_own_names_is_said_once(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as it reads them where it has given them."""
    template = part + "{{ page.title }}"
    assert alone(template) == drawn(template, *pages())

    monkeypatch.setattr(Common, "__call__", lambda *_: {1: "as before "})
    assert ["as before x", "as before y", "as before z"] == drawn(template, *pages())


def test_words_of_a_template_s_own_are_not_those_of_its_pages() -> None:
    """They may be another value at every turn."""
    base = (
        "{% for a in 'abc' %}{% with words = loop %}{% block row scoped %}{% endblock %}"
        "{% endwith %}{% endfor %}"
    )
    row = "{{ words.index }}{{ words.length }}{{ words.revindex }}"

    its = drawn(
        f"{{% extends 'base.html' %}}{{% block row %}}{row}{{% endblock %}}", *pages(), base=base
    )

    assert ["133232331"] * 3 == its


def test_macros_know_which_names_their_page_has() -> None:
    """Two pages that give two names the same value give one name each."""
    names = "{% if page.title == 'x' %}{% set x = '甲' %}{% else %}{% set y = '甲' %}{% endif %}"
    asks = "{% block row %}{% import 'base.html' as m with context %}{{ m.a() }}{% endblock %}"
    macros = "{% macro a() %}{{ x|default('-') }}{{ y|default('+') }}{% endmacro %}"

    assert drawn(names + asks, *pages()[:2], base=macros) == ["甲+", "-甲"]
    assert drawn(names + asks, *pages()[1::-1], base=macros) == ["-甲", "甲+"]


def test_macros_read_what_a_template_sets_only_later() -> None:
    """Until then a name means what it did, to each page its own."""
    asks = "{% import 'base.html' as m with context %}{{ m.a() }}{% set page = words %}"
    block = f"{{% block row %}}{asks}{{% endblock %}}"
    macros = "{% macro a() %}{{ page.title }}{% endmacro %}"

    assert drawn(block, *pages(), base=macros) == ["x", "y", "z"]


def test_a_field_of_what_is_not_there_is_missed_where_it_is_read() -> None:
    """A macro that is not called reads nothing."""
    uses = (
        "{% from 'base.html' import b %}{% import 'base.html' as m with context %}{{ page.title }}"
    )

    assert drawn(uses, pages()[0], base="{% macro a() %}{{ b.some }}{% endmacro %}") == ["x"]
